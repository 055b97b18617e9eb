//! Walking through a softmax: the numbers shown are the operation's own, and each follows from those before it.

#[path = "support/paper.rs"]
mod paper;

use matwalk_core::softmax::{self, Mode, Options, Phases, Precision};
use matwalk_core::trace::Grain;
use matwalk_core::trace::softmax::{Output, Phase, Trace};
use matwalk_core::{Shape, Tensor};
use paper::Paper;
use proptest::prelude::*;

const PRECISIONS: [Precision; 3] = [Precision::F16, Precision::F32, Precision::F64];

/// The bits of a number, any NaN equalling any NaN.
fn bits(x: f64) -> u64 {
    if x.is_nan() { f64::NAN.to_bits() } else { x.to_bits() }
}

fn option_bits(x: Option<f64>) -> Option<u64> {
    x.map(bits)
}

fn logits(len: impl Strategy<Value = usize>) -> impl Strategy<Value = Vec<f64>> {
    let value = prop_oneof![
        8 => -9.0f64..9.0,
        1 => -1000.0f64..1000.0,
        1 => prop_oneof![Just(-0.0), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(f64::NAN), Just(1e300)],
    ];
    len.prop_flat_map(move |len| prop::collection::vec(value.clone(), len))
}

fn options() -> impl Strategy<Value = Options> {
    let temperature = prop_oneof![Just(1.0), Just(0.5), Just(3.0)];
    let mode = prop_oneof![Just(Mode::Stable), Just(Mode::Naive)];
    (prop::sample::select(&PRECISIONS), mode, temperature).prop_map(|(precision, mode, temperature)| Options {
        precision,
        mode,
        temperature,
    })
}

fn walks(rows: usize, len: usize, options: Options) -> Vec<Trace> {
    let mut walks = Vec::new();
    for output in [Output::Softmax, Output::LogSoftmax] {
        for grain in [Grain::Fine, Grain::Coarse] {
            walks.push(Trace::new(rows, len, options, output, grain));
        }
    }
    walks
}

fn check_row(trace: Trace, phases: &Phases, input: &[f64], options: Options) -> Result<(), TestCaseError> {
    let sums = if trace.size > 64 { trace.size.div_ceil(256) * 4 } else { 1 };
    let mut paper = Paper::new(input, options, sums);
    for t in 0..=trace.len() {
        for &(phase, element, result) in &paper.done {
            prop_assert_eq!(
                option_bits(trace.value(phases, t, 0, phase, element)),
                Some(bits(result)),
                "{:?} t={}",
                phase,
                t
            );
            prop_assert!(trace.finished_at(0, phase, element).unwrap() <= t);
        }
        for phase in trace.phases() {
            let done = paper.done.iter().filter(|d| d.0 == phase).count();
            prop_assert_eq!(trace.elements_done(t, 0, phase), done);
            if done < trace.size {
                prop_assert_eq!(trace.value(phases, t, 0, phase, done), None);
                prop_assert!(trace.finished_at(0, phase, done).unwrap() > t);
            }
            let last = paper.done.iter().rfind(|d| d.0 == phase).map(|d| d.2);
            prop_assert_eq!(option_bits(trace.gathered(phases, t, 0, phase)), option_bits(last));
        }
        let Some(step) = trace.step(t) else { continue };
        prop_assert_eq!(step.row, 0);
        prop_assert!(step.elements.clone().all(|e| step.touches(0, e)) && !step.touches(1, 0));
        match step.phase {
            Phase::Combine | Phase::Log => {
                if step.phase == Phase::Combine {
                    paper.combine();
                } else {
                    // The logarithm itself is judged where softmax is tested; here only what is made of it.
                    paper.total = Some(phases.log_sum());
                }
                prop_assert_eq!(step.elements.clone(), 0..trace.size);
                let total = paper.total.unwrap();
                paper.done.extend(step.elements.map(|e| (step.phase, e, total)));
            }
            phase => step.elements.for_each(|e| paper.perform(phase, e, trace.partial_sum_of(e))),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_number_shown_follows_from_those_before_it(input in logits(0usize..9), options in options()) {
        let phases = softmax::phases(&input, options);
        for trace in walks(1, input.len(), options) {
            check_row(trace, &phases, &input, options)?;
        }
    }

    #[test]
    fn every_walk_ends_in_the_bits_of_the_operation(
        rows in 0usize..4,
        input in logits((0usize..6).prop_map(|len| len * 12)),
        options in options(),
    ) {
        // 12 is a multiple of every count of rows.
        let cols = input.len().checked_div(rows).unwrap_or(0);
        let shape = Shape::new(&[rows, cols]).unwrap();
        let input = &input[..rows * cols];
        for trace in walks(rows, cols, options) {
            let (phase, expected) = match trace.output {
                Output::Softmax => (Phase::Divide, softmax::softmax_with(input, shape, 1, options).unwrap()),
                Output::LogSoftmax => (Phase::Subtract, softmax::log_softmax_with(input, shape, 1, options).unwrap()),
            };
            for (i, &expected) in expected.iter().enumerate() {
                let (row, element) = (i / cols, i % cols);
                let phases = softmax::phases(&input[row * cols..(row + 1) * cols], options);
                let shown = trace.value(&phases, trace.len(), row, phase, element);
                prop_assert_eq!(option_bits(shown), Some(bits(expected)));
                // A row is finished before the next one begins.
                let end = (row + 1) * trace.row_len();
                prop_assert!(trace.value(&phases, end, row, phase, element).is_some());
                prop_assert_eq!(trace.value(&phases, row * trace.row_len(), row, phase, element), None);
            }
        }
    }
}

#[test]
fn long_rows_show_their_partial_sums() {
    for len in [63, 64, 65, 80, 255, 256, 257, 512, 700, 1030] {
        let input: Vec<f64> = (0..len).map(|i| f64::from(i * 37 % 101) / 16.0 - 3.0).collect();
        for precision in PRECISIONS {
            let options = Options { precision, ..Options::default() };
            let phases = softmax::phases(&input, options);
            let trace = Trace::new(1, input.len(), options, Output::Softmax, Grain::Coarse);
            check_row(trace, &phases, &input, options).unwrap();
            assert_eq!(trace.phases().any(|p| p == Phase::Combine), len > 64);
        }
    }
}

#[test]
fn in_f32_the_walk_has_the_bits_of_the_kernel() {
    for len in [1, 5, 64, 65, 300] {
        let z: Vec<f32> = (0..len).map(|i| (i * 29 % 83) as f32 / 7.0 - 5.0).collect();
        let y = softmax::softmax(&Tensor::new(Shape::new(&[len]).unwrap(), z.clone()).unwrap(), 0).unwrap();
        let z: Vec<f64> = z.into_iter().map(f64::from).collect();
        let phases = softmax::phases(&z, Options::default());
        let trace = Trace::new(1, len, Options::default(), Output::Softmax, Grain::Fine);
        for (i, &y) in y.data().iter().enumerate() {
            assert_eq!(trace.value(&phases, trace.len(), 0, Phase::Divide, i), Some(f64::from(y)));
        }
    }
}

#[test]
fn counts_of_steps() {
    let naive = Options { mode: Mode::Naive, ..Options::default() };
    let warm = Options { temperature: 2.0, ..Options::default() };
    let count = |options, output, grain| Trace::new(2, 3, options, output, grain).len();
    assert_eq!(count(Options::default(), Output::Softmax, Grain::Fine), 2 * 5 * 3);
    assert_eq!(count(Options::default(), Output::Softmax, Grain::Coarse), 2 * 5);
    assert_eq!(count(naive, Output::Softmax, Grain::Fine), 2 * 3 * 3);
    assert_eq!(count(warm, Output::Softmax, Grain::Fine), 2 * 6 * 3);
    // Max, shift, exp, sum and subtract for each of three, the logarithm once.
    assert_eq!(count(Options::default(), Output::LogSoftmax, Grain::Fine), 2 * (5 * 3 + 1));
    assert_eq!(Trace::new(2, 0, warm, Output::LogSoftmax, Grain::Fine).len(), 0);
    assert_eq!(Trace::new(0, 3, warm, Output::LogSoftmax, Grain::Fine).step(0), None);
}

#[test]
fn past_the_end_is_the_end() {
    let trace = Trace::new(1, 2, Options::default(), Output::Softmax, Grain::Fine);
    let phases = softmax::phases(&[0.0, 0.0], Options::default());
    assert_eq!(trace.value(&phases, usize::MAX, 0, Phase::Divide, 1), Some(0.5));
    // There is no second row, and no third element.
    assert_eq!(trace.value(&phases, usize::MAX, 1, Phase::Divide, 0), None);
    assert_eq!(trace.value(&phases, usize::MAX, 0, Phase::Divide, 2), None);
    assert_eq!(trace.finished_at(1, Phase::Divide, 0), None);
    assert_eq!(trace.finished_at(0, Phase::Log, 0), None);
}
