//! What every trace says of the cells that its steps read and write, checked without knowing the operation, and then
//! against the values that change.

use matwalk_core::softmax::{Mode, Options, phases};
use matwalk_core::trace::{Grain, Progress, Region, Slot, Touch, Walk, bmm, linear, matmul, softmax};
use matwalk_core::{Shape, rule};
use proptest::prelude::*;

/// Every index in a region.
fn cells(region: &Region) -> Vec<Vec<usize>> {
    region.ranges().iter().fold(vec![vec![]], |cells, range| {
        cells.iter().flat_map(|cell| range.clone().map(move |i| [cell.as_slice(), &[i]].concat())).collect()
    })
}

/// What holds for any walk.
fn check(walk: &dyn Walk) {
    let tensors = walk.tensors();
    let inside = |region: &Region| tensors.iter().any(|tensor| tensor.includes(region));
    let computed: Vec<(Slot, Vec<usize>)> = tensors
        .iter()
        .filter(|tensor| !matches!(tensor.slot(), Slot::Lhs | Slot::Rhs | Slot::Bias))
        .flat_map(|tensor| cells(tensor).into_iter().map(|cell| (tensor.slot(), cell)))
        .collect();
    let mut last_write = vec![None; computed.len()];
    let mut first_write = vec![None; computed.len()];
    for t in 0..walk.len() {
        let (touch, group) = (walk.touch(t).unwrap(), walk.group(t).unwrap());
        for (part, whole) in [(&touch.reads, &group.reads), (&touch.writes, &group.writes)] {
            assert!(!part.is_empty() && part.iter().chain(whole).all(inside), "{touch:?} {group:?}");
            assert!(part.iter().all(|region| !region.is_empty() && whole.iter().any(|w| w.includes(region))));
        }
        for (i, (slot, cell)) in computed.iter().enumerate() {
            if touch.writes(*slot, cell) {
                first_write[i] = first_write[i].or(Some(t));
                last_write[i] = Some(t);
            }
            // What is read has been computed before, to the end.
            assert!(!touch.reads(*slot, cell) || walk.progress(t, *slot, cell) == Some(Progress::Done));
        }
    }
    assert_eq!((walk.touch(walk.len()), walk.group(walk.len())), (None, None));
    for (i, (slot, cell)) in computed.iter().enumerate() {
        // Cells that no step writes, sums of no terms, are done from the start.
        let (first, last) = (first_write[i].unwrap_or(0), last_write[i].map_or(0, |t| t + 1));
        for t in 0..=walk.len() {
            let progress = match t {
                _ if t >= last => Progress::Done,
                _ if t <= first => Progress::Pending,
                _ => Progress::Partial,
            };
            assert_eq!(walk.progress(t, *slot, cell), Some(progress), "{slot:?} {cell:?} {t}");
        }
    }
    for tensor in &tensors {
        let outside: Vec<usize> = tensor.ranges().iter().map(|range| range.end).collect();
        assert_eq!(walk.progress(0, tensor.slot(), &outside), None);
        assert_eq!(walk.progress(0, tensor.slot(), &[]), None);
    }
}

/// Values with which every step changes each cell that it writes.
fn ones(count: usize) -> Vec<f32> {
    vec![1.0; count]
}

/// Holds what `touch` writes against the cells whose value changes from t to t + 1.
fn changes(walk: &dyn Walk, value: impl Fn(usize, &[usize]) -> f32) {
    let out = walk.tensors().pop().unwrap();
    for t in 0..walk.len() {
        let touch = walk.touch(t).unwrap();
        for cell in cells(&out) {
            assert_eq!(touch.writes(Slot::Out, &cell), value(t, &cell) != value(t + 1, &cell), "{t} {cell:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn products((m, k, n) in (0usize..5, 0usize..5, 0usize..5)) {
        for reading in matmul::Reading::ALL {
            for grain in Grain::ALL {
                let trace = matmul::Trace::new(m, k, n, reading, grain);
                check(&trace);
                changes(&trace, |t, at| trace.partial(&ones(m * k), &ones(k * n), t, at[0], at[1]));
                // The fine step's group is a coarse step.
                let coarse = matmul::Trace { grain: Grain::Coarse, ..trace };
                let all: Vec<Touch> = (0..coarse.len()).map(|t| coarse.touch(t).unwrap()).collect();
                prop_assert!((0..trace.len()).all(|t| all.contains(&trace.group(t).unwrap())));
            }
        }
    }

    #[test]
    fn batches((m, k, n) in (0usize..3, 0usize..3, 0usize..3), (a, b) in prop_oneof![
        (0usize..4).prop_map(|n| (n, n)), (0usize..4).prop_map(|n| (1, n)), (0usize..4).prop_map(|n| (n, 1))
    ], outer in 1usize..3) {
        let plan = rule::matmul(Shape::new(&[outer, a, m, k]).unwrap(), Shape::new(&[b, k, n]).unwrap()).unwrap();
        let parts = bmm::Reading::ALL.into_iter().flat_map(|r| Grain::ALL.map(|g| bmm::Tick::Part(r, g)));
        for tick in parts.chain([bmm::Tick::Pair]) {
            for order in bmm::Order::ALL {
                let trace = bmm::Trace::new(plan, order, tick);
                check(&trace);
                let (lhs, rhs) = (ones(outer * a * m * k), ones(b * k * n));
                changes(&trace, |t, at| trace.partial(&lhs, &rhs, t, at[0], at[1], at[2]));
                for t in 0..trace.len() {
                    let (touch, step) = (trace.touch(t).unwrap(), trace.step(t).unwrap());
                    for cell in cells(&trace.tensors()[0]) {
                        prop_assert_eq!(touch.reads(Slot::Lhs, &cell), trace.reads_lhs(&step, cell[0], cell[1], cell[2]));
                    }
                    for cell in cells(&trace.tensors()[1]) {
                        prop_assert_eq!(touch.reads(Slot::Rhs, &cell), trace.reads_rhs(&step, cell[0], cell[1], cell[2]));
                    }
                }
            }
        }
    }

    #[test]
    fn layers((rows, inputs, outputs) in (0usize..4, 0usize..4, 0usize..4), has_bias in any::<bool>()) {
        for grain in Grain::ALL {
            let trace = linear::Trace::new(rows, inputs, outputs, has_bias, grain);
            check(&trace);
            let (x, weight, bias) = (ones(rows * inputs), ones(outputs * inputs), ones(outputs));
            let bias = has_bias.then_some(bias.as_slice());
            changes(&trace, |t, at| trace.partial(&x, &weight, bias, t, at[0], at[1]));
        }
    }

    #[test]
    fn softmaxes(rows in 0usize..3, size in 0usize..6, temperature in prop_oneof![Just(1.0), Just(2.0)]) {
        for mode in [Mode::Naive, Mode::Stable] {
            softmax_walks(rows, size, Options { mode, temperature, ..Options::default() });
        }
    }
}

#[test]
fn softmaxes_that_are_summed_in_blocks() {
    for size in [64, 65, 256, 257, 259] {
        softmax_walks(1, size, Options::default());
    }
}

fn softmax_walks(rows: usize, size: usize, options: Options) {
    let row: Vec<f64> = (0..size).map(|i| i as f64 / 8.0).collect();
    let values = phases(&row, options);
    for output in [softmax::Output::Softmax, softmax::Output::LogSoftmax] {
        for grain in Grain::ALL {
            let trace = softmax::Trace::new(rows, size, options, output, grain);
            check(&trace);
            // Of a phase with a number for each element, the numbers that a step writes are those that appear.
            for t in 0..trace.len() {
                let (touch, step) = (trace.touch(t).unwrap(), trace.step(t).unwrap());
                let shown = |t, i| trace.value(&values, t, step.row, step.phase, i);
                let gathers = matches!(step.phase, softmax::Phase::Max | softmax::Phase::Sum);
                for i in (0..size).filter(|_| !gathers && !step.phase.is_single()) {
                    let appears = shown(t, i).is_none() && shown(t + 1, i).is_some();
                    assert_eq!(touch.writes(Slot::Phase(step.phase), &[step.row, i]), appears);
                }
            }
        }
    }
}

#[test]
fn long_walks_have_as_many_steps_as_can_be_counted() {
    let most = 1usize << (usize::BITS / 2 - 1);
    for reading in matmul::Reading::ALL {
        let trace = matmul::Trace::new(most, most, most, reading, Grain::Fine);
        assert_eq!(trace.len(), usize::MAX);
        assert!(trace.touch(usize::MAX - 1).is_some() && trace.group(0).is_some());
        trace.terms_done(usize::MAX, most - 1, most - 1);
        trace.finished_at(most - 1, most - 1);
        assert_eq!(matmul::Trace::new(most, most, 0, reading, Grain::Fine).len(), 0);
    }
    let trace = linear::Trace::new(most, most, most, true, Grain::Fine);
    assert_eq!((trace.len(), trace.finished_at(most - 1, most - 1)), (usize::MAX, usize::MAX));
    trace.terms_done(usize::MAX, most - 1, most - 1);
    let trace = softmax::Trace::new(most, usize::MAX, Options::default(), softmax::Output::Softmax, Grain::Fine);
    assert_eq!(trace.len(), usize::MAX);
}

#[test]
fn a_step_of_a_batch_reads_the_matrices_of_its_pair() {
    let plan = rule::matmul(Shape::new(&[2, 1, 3, 4]).unwrap(), Shape::new(&[5, 4, 6]).unwrap()).unwrap();
    let trace = bmm::Trace::new(plan, bmm::Order::Loop, Grain::Coarse);
    let touch = trace.touch(7).unwrap();
    assert_eq!(touch.reads, [Region::new(Slot::Lhs, [1..2, 0..3, 0..4]), Region::new(Slot::Rhs, [2..3, 0..4, 0..6])]);
    assert_eq!(touch.writes, [Region::new(Slot::Out, [7..8, 0..3, 0..6])]);
    let trace = bmm::Trace::new(plan, bmm::Order::Batch, Grain::Fine);
    assert_eq!(trace.len(), 18);
    let touch = trace.touch(7).unwrap();
    assert_eq!(touch.reads, [Region::new(Slot::Lhs, [0..2, 1..2, 0..4]), Region::new(Slot::Rhs, [0..5, 0..4, 1..2])]);
    assert_eq!(touch.writes, [Region::new(Slot::Out, [0..10, 1..2, 1..2])]);
}
