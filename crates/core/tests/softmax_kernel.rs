//! The softmax kernel against the phases, the documented order of its sum, and the laws of probabilities.

#[path = "support/definition.rs"]
mod definition;

use definition::{bits, truth, widen};
use matwalk_core::softmax::{Options, Phases, Precision, log_softmax, phases, softmax, softmax_rows};
use matwalk_core::{Shape, Tensor};
use proptest::prelude::*;

/// The sum by the documented order, written out again with indices.
fn documented_sum(e: &[f32]) -> f32 {
    if e.len() <= 64 {
        return e.iter().fold(0.0, |sum, e| sum + e);
    }
    let mut totals: Vec<(u32, f32)> = vec![];
    for block in e.chunks(256) {
        let s: Vec<f32> = (0..4).map(|lane| block.iter().skip(lane).step_by(4).fold(0.0, |sum, e| sum + e)).collect();
        let (mut level, mut total) = (0, (s[0] + s[2]) + (s[1] + s[3]));
        while totals.last().is_some_and(|(other, _)| *other == level) {
            total += totals.pop().unwrap().1;
            level += 1;
        }
        totals.push((level, total));
    }
    totals.into_iter().rev().map(|(_, total)| total).reduce(|later, earlier| earlier + later).unwrap()
}

fn kernel(row: &[f32]) -> Vec<f32> {
    let mut y = vec![f32::NAN; row.len()];
    softmax_rows(row.len(), row, &mut y);
    y
}

fn spread(len: usize, seed: u32, size: f32) -> Vec<f32> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state as f32 / 2f32.powi(31) - 1.0
    };
    (0..len).map(|_| next() * size).collect()
}

#[test]
fn the_kernel_has_the_bits_of_the_phases_at_every_length() {
    let lengths = (0..=130).chain([255, 256, 257, 511, 512, 513, 768, 1000, 1024, 4097, 70_000]);
    for len in lengths {
        for (seed, size) in [(1, 8.0), (2, 60.0), (3, 300.0)] {
            let row = spread(len, seed + len as u32, size);
            let p: Phases = phases(&widen(&row), Options::default());
            assert_eq!(bits(&widen(&kernel(&row))), bits(&p.quotients), "{len} values of {size}");
            let exps: Vec<f32> = p.exps.iter().map(|&e| e as f32).collect();
            assert_eq!(p.sum, f64::from(documented_sum(&exps)), "{len} terms");
            if len > 0 {
                assert!(p.partial_sums.len() == len && (len > 64 || p.partial_sums[len - 1] == p.sum));
            }
            let x = Tensor::new(Shape::vector(len).unwrap(), row.clone()).unwrap();
            assert_eq!(bits(&widen(log_softmax(&x, 0).unwrap().data())), bits(&p.log_softmax()));
        }
    }
}

#[test]
fn a_million_terms_stay_within_a_millionth() {
    for (cols, rows) in [(1_000_000, 1), (1000, 100)] {
        let x = spread(cols * rows, 5, 8.0);
        let mut y = vec![0.0; x.len()];
        softmax_rows(cols, &x, &mut y);
        for (x, y) in x.chunks(cols).zip(y.chunks(cols)) {
            for (got, truth) in y.iter().zip(truth(&widen(x), false)) {
                assert!((f64::from(*got) - truth).abs() <= 1e-6 * truth);
            }
        }
    }
}

fn any_logit() -> impl Strategy<Value = f64> {
    prop_oneof![8 => -30.0..30.0f64, 2 => -1e4..1e4f64, 1 => prop::sample::select(vec![0.0, -0.0, f64::INFINITY,
        f64::NEG_INFINITY, f64::NAN, 1e300, -1e300, 1e-320])]
}

proptest! {
    #[test]
    fn probabilities_are_probabilities(row in prop::collection::vec(any_logit(), 1..200), pick in 0..3usize) {
        let precision = [Precision::F16, Precision::F32, Precision::F64][pick];
        let p = phases(&row, Options { precision, ..Options::default() });
        for &q in &p.quotients {
            prop_assert!(q.is_nan() || (0.0..=1.0).contains(&q));
            prop_assert_eq!(precision.round(q).to_bits(), q.to_bits());
        }
        if p.max.is_some_and(f64::is_finite) && p.quotients.iter().all(|q| !q.is_nan()) {
            // Each quotient is off by half an ulp and the share of the sum's error.
            let total: f64 = p.quotients.iter().sum();
            let slack = [1e-1, 1e-5, 1e-13][pick];
            prop_assert!((total - 1.0).abs() < slack, "{total}");
        }
    }

    #[test]
    fn rows_may_be_any_dimension(sizes in prop::collection::vec(0..4usize, 0..=6), seed: u32, pick in 0..6usize) {
        let shape = Shape::new(&sizes).unwrap();
        let x = Tensor::new(shape, spread(shape.numel(), seed, 20.0)).unwrap();
        let dim = pick % sizes.len().max(1);
        let y = softmax(&x, dim as i64).unwrap();
        prop_assert_eq!(&y, &softmax(&x, dim as i64 - sizes.len().max(1) as i64).unwrap());
        let inner: usize = sizes.iter().skip(dim + 1).product();
        let len = sizes.get(dim).copied().unwrap_or(1);
        for i in 0..shape.numel() {
            let own = i / inner % len;
            let row: Vec<f32> = (0..len).map(|k| x.data()[i - own * inner + k * inner]).collect();
            prop_assert_eq!(y.data()[i].to_bits(), kernel(&row)[own].to_bits());
        }
    }
}
