//! Walking through a product: what each step shows adds up, whatever the order and wherever one starts.

use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::{Reading, Trace};
use proptest::prelude::*;

const GRAINS: [Grain; 2] = [Grain::Fine, Grain::Coarse];

/// The plainest possible product: its own loops, ascending k, from +0.
fn textbook(m: usize, k: usize, n: usize, lhs: &[f32], rhs: &[f32]) -> Vec<f32> {
    let mut out = vec![0.0f32; m * n];
    for i in 0..m {
        for j in 0..n {
            for p in 0..k {
                out[i * n + j] += lhs[i * k + p] * rhs[p * n + j];
            }
        }
    }
    out
}

fn bits(values: &[f32]) -> Vec<u32> {
    // Any NaN equals any NaN: its bits vary by engine.
    values.iter().map(|v| if v.is_nan() { f32::NAN.to_bits() } else { v.to_bits() }).collect()
}

/// Sizes, and enough hard values for both operands.
fn product() -> impl Strategy<Value = (usize, usize, usize, Vec<f32>, Vec<f32>)> {
    (0usize..6, 0usize..6, 0usize..6).prop_flat_map(|(m, k, n)| {
        let value = || prop_oneof![4 => -9.0f32..9.0, 1 => any::<f32>(), 1 => Just(-0.0f32), 1 => Just(f32::INFINITY)];
        (Just(m), Just(k), Just(n), prop::collection::vec(value(), m * k), prop::collection::vec(value(), k * n))
    })
}

/// A sum in lanes is not what a cell holds plus the next product, so this order has a test of its own.
#[test]
fn a_long_column_ends_in_the_bits_of_the_kernel() {
    let (m, k) = (3, 300);
    let lhs: Vec<f32> = (0..m * k).map(|i| (i as f32 * 0.7).sin()).collect();
    let rhs: Vec<f32> = (0..k).map(|i| (i as f32 * 0.3).cos()).collect();
    let mut expected = vec![0.0; m];
    matwalk_core::kernel::matmul(m, k, 1, &lhs, &rhs, &mut expected);
    for reading in Reading::ALL {
        for grain in GRAINS {
            let trace = Trace::new(m, k, 1, reading, grain);
            let mut out = vec![0.0; m];
            for t in [0, 1, trace.len() / 2, trace.len()] {
                trace.run(&lhs, &rhs, 0..t, &mut out);
                let held: Vec<f32> = (0..m).map(|i| trace.partial(&lhs, &rhs, t, i, 0)).collect();
                assert_eq!(bits(&out), bits(&held), "{reading:?} {grain:?} {t}");
            }
            assert_eq!(bits(&out), bits(&expected), "{reading:?} {grain:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_order_ends_in_the_textbook_bits((m, k, n, lhs, rhs) in product()) {
        let expected = bits(&textbook(m, k, n, &lhs, &rhs));
        for reading in Reading::ALL {
            for grain in GRAINS {
                let trace = Trace::new(m, k, n, reading, grain);
                let mut out = vec![0.0; m * n];
                trace.run(&lhs, &rhs, 0..trace.len(), &mut out);
                prop_assert_eq!(&bits(&out), &expected, "{:?} {:?}", reading, grain);
            }
        }
    }

    #[test]
    fn the_parts_shown_add_up_to_the_partial_result_shown((m, k, n, lhs, rhs) in product()) {
        for reading in Reading::ALL {
            for grain in GRAINS {
                let trace = Trace::new(m, k, n, reading, grain);
                let mut held = vec![0.0f32; m * n];
                let mut products = vec![0usize; m * n];
                for t in 0..=trace.len() {
                    for i in 0..m {
                        for j in 0..n {
                            let shown = trace.partial(&lhs, &rhs, t, i, j);
                            prop_assert_eq!(bits(&[shown]), bits(&[held[i * n + j]]), "{:?} {:?} t={}", reading, grain, t);
                            prop_assert_eq!(trace.terms_done(t, i, j), products[i * n + j]);
                            prop_assert_eq!(trace.finished_at(i, j) <= t, products[i * n + j] == k || trace.is_empty());
                        }
                    }
                    // The next step, by its own description only.
                    let Some(step) = trace.step(t) else { continue };
                    for i in step.rows.clone() {
                        for p in step.inner.clone() {
                            for j in step.cols.clone() {
                                prop_assert!(step.touches(i, j) && step.reads_lhs(i, p) && step.reads_rhs(p, j));
                                held[i * n + j] += lhs[i * k + p] * rhs[p * n + j];
                                products[i * n + j] += 1;
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn going_on_from_any_step_equals_starting_over((m, k, n, lhs, rhs) in product(), cut in 0.0f64..1.0) {
        for reading in Reading::ALL {
            for grain in GRAINS {
                let trace = Trace::new(m, k, n, reading, grain);
                let t = (trace.len() as f64 * cut) as usize;
                let mut out = vec![0.0; m * n];
                trace.run(&lhs, &rhs, 0..t, &mut out);
                for (index, value) in out.iter().enumerate() {
                    let shown = trace.partial(&lhs, &rhs, t, index / n, index % n);
                    prop_assert_eq!(bits(&[*value]), bits(&[shown]));
                }
                trace.run(&lhs, &rhs, t..usize::MAX, &mut out);
                prop_assert_eq!(bits(&out), bits(&textbook(m, k, n, &lhs, &rhs)));
            }
        }
    }
}

#[test]
fn counts_of_steps() {
    for (reading, term, block) in
        [(Reading::Dot, 24, 8), (Reading::Columns, 24, 12), (Reading::Rows, 24, 6), (Reading::Outer, 24, 3)]
    {
        assert_eq!(Trace::new(2, 3, 4, reading, Grain::Fine).len(), term);
        assert_eq!(Trace::new(2, 3, 4, reading, Grain::Coarse).len(), block);
    }
}

#[test]
fn no_step_past_the_end_and_none_in_an_empty_product() {
    for reading in Reading::ALL {
        for grain in GRAINS {
            let trace = Trace::new(2, 3, 4, reading, grain);
            assert!(trace.step(trace.len() - 1).is_some());
            assert_eq!(trace.step(trace.len()), None);
            for (m, k, n) in [(0, 3, 2), (2, 0, 3), (2, 3, 0)] {
                assert_eq!(Trace::new(m, k, n, reading, grain).len(), 0);
            }
        }
    }
}
