//! Walking through a batch: loop and batch end in the same bits, and what each step shows adds up.

mod traces_common;

use matwalk_core::rule::MatmulPlan;
use matwalk_core::trace::Grain;
use matwalk_core::trace::bmm::{Order, Reading, Tick, Trace};
use matwalk_core::{Shape, rule};
use proptest::prelude::*;
use traces_common::{bits, values};

fn every_walk(plan: MatmulPlan) -> Vec<Trace> {
    let parts = Reading::ALL.into_iter().flat_map(|r| [Tick::Part(r, Grain::Fine), Tick::Part(r, Grain::Coarse)]);
    let ticks: Vec<Tick> = parts.chain([Tick::Pair]).collect();
    Order::ALL.into_iter().flat_map(|order| ticks.iter().map(move |&tick| Trace::new(plan, order, tick))).collect()
}

/// Which matrix an operand with this batch contributes to each matrix of the broadcast batch (of rank 2): by the
/// multi-index.
fn matrix_of(pair: usize, batch: [usize; 2], own: [usize; 2]) -> usize {
    let at = [pair / batch[1], pair % batch[1]];
    let i = if own[0] == 1 { 0 } else { at[0] };
    let j = if own[1] == 1 { 0 } else { at[1] };
    i * own[1] + j
}

#[derive(Debug, Clone)]
struct Case {
    plan: MatmulPlan,
    batch: [usize; 2],
    lhs_batch: [usize; 2],
    rhs_batch: [usize; 2],
    lhs: Vec<f32>,
    rhs: Vec<f32>,
}

impl Case {
    fn pairs(&self) -> usize {
        self.batch[0] * self.batch[1]
    }

    fn lhs_at(&self, pair: usize, i: usize, p: usize) -> f32 {
        let MatmulPlan { m, k, .. } = self.plan;
        self.lhs[(matrix_of(pair, self.batch, self.lhs_batch) * m + i) * k + p]
    }

    fn rhs_at(&self, pair: usize, p: usize, j: usize) -> f32 {
        let MatmulPlan { k, n, .. } = self.plan;
        self.rhs[(matrix_of(pair, self.batch, self.rhs_batch) * k + p) * n + j]
    }

    /// The plainest possible products: their own loops, ascending k, from +0.
    fn textbook(&self) -> Vec<f32> {
        let MatmulPlan { m, k, n, .. } = self.plan;
        let mut out = vec![0.0f32; self.pairs() * m * n];
        for pair in 0..self.pairs() {
            for i in 0..m {
                for j in 0..n {
                    for p in 0..k {
                        out[(pair * m + i) * n + j] += self.lhs_at(pair, i, p) * self.rhs_at(pair, p, j);
                    }
                }
            }
        }
        out
    }
}

/// Two batch dimensions, each perhaps stretched on either side.
fn case() -> impl Strategy<Value = Case> {
    let batch_dim = prop_oneof![
        (0usize..4).prop_map(|size| (size, size)),
        (0usize..4).prop_map(|size| (1, size)),
        (0usize..4).prop_map(|size| (size, 1)),
    ];
    (batch_dim.clone(), batch_dim, 0usize..4, 0usize..4, 0usize..4).prop_flat_map(|((a0, b0), (a1, b1), m, k, n)| {
        let meet = |a: usize, b: usize| if a == 1 { b } else { a };
        let (lhs, rhs) = (Shape::new(&[a0, a1, m, k]).unwrap(), Shape::new(&[b0, b1, k, n]).unwrap());
        let plan = rule::matmul(lhs, rhs).unwrap();
        (values(lhs.numel()), values(rhs.numel())).prop_map(move |(lhs, rhs)| Case {
            plan,
            batch: [meet(a0, b0), meet(a1, b1)],
            lhs_batch: [a0, a1],
            rhs_batch: [b0, b1],
            lhs,
            rhs,
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn loop_and_batch_end_in_the_textbook_bits(case in case()) {
        let expected = bits(&case.textbook());
        for trace in every_walk(case.plan) {
            let mut out = vec![0.0; case.plan.out.numel()];
            trace.run(&case.lhs, &case.rhs, 0..trace.len(), &mut out);
            prop_assert_eq!(&bits(&out), &expected, "{:?} {:?}", trace.order, trace.tick);
        }
    }

    #[test]
    fn the_parts_shown_add_up_to_the_partial_result_shown(case in case()) {
        let MatmulPlan { m, k, n, .. } = case.plan;
        for trace in every_walk(case.plan) {
            let what = format!("{:?} {:?}", trace.order, trace.tick);
            let mut held = vec![0.0f32; case.pairs() * m * n];
            let mut products = vec![0usize; case.pairs() * m * n];
            for t in 0..=trace.len() {
                for pair in 0..case.pairs() {
                    for i in 0..m {
                        for j in 0..n {
                            let cell = (pair * m + i) * n + j;
                            let shown = trace.partial(&case.lhs, &case.rhs, t, pair, i, j);
                            prop_assert_eq!(bits(&[shown]), bits(&[held[cell]]), "{} t={}", &what, t);
                            prop_assert_eq!(trace.terms_done(t, pair, i, j), products[cell], "{} t={}", &what, t);
                            prop_assert_eq!(trace.finished_at(pair, i, j) <= t, products[cell] == k, "{} t={}", &what, t);
                        }
                    }
                }
                let finished = (0..case.pairs()).filter(|p| products[p * m * n..(p + 1) * m * n].iter().all(|&c| c == k));
                prop_assert_eq!(trace.pairs_done(t), finished.count(), "{} t={}", &what, t);
                // The next step, by its own description only.
                let Some(step) = trace.step(t) else { continue };
                for pair in step.pairs.clone() {
                    let (lhs, rhs) = trace.operands(pair).unwrap();
                    prop_assert_eq!(lhs, matrix_of(pair, case.batch, case.lhs_batch));
                    prop_assert_eq!(rhs, matrix_of(pair, case.batch, case.rhs_batch));
                    for i in step.products.rows.clone() {
                        for p in step.products.inner.clone() {
                            for j in step.products.cols.clone() {
                                prop_assert!(step.touches(pair, i, j));
                                prop_assert!(trace.reads_lhs(&step, lhs, i, p) && trace.reads_rhs(&step, rhs, p, j));
                                let cell = (pair * m + i) * n + j;
                                held[cell] += case.lhs_at(pair, i, p) * case.rhs_at(pair, p, j);
                                products[cell] += 1;
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn going_on_from_any_step_equals_starting_over(case in case(), cut in 0.0f64..=1.0) {
        let MatmulPlan { m, n, .. } = case.plan;
        for trace in every_walk(case.plan) {
            let t = (trace.len() as f64 * cut) as usize;
            let mut out = vec![0.0; case.plan.out.numel()];
            trace.run(&case.lhs, &case.rhs, 0..t, &mut out);
            for (cell, value) in out.iter().enumerate() {
                let shown = trace.partial(&case.lhs, &case.rhs, t, cell / (m * n), cell / n % m, cell % n);
                prop_assert_eq!(bits(&[*value]), bits(&[shown]));
            }
            trace.run(&case.lhs, &case.rhs, t..usize::MAX, &mut out);
            prop_assert_eq!(bits(&out), bits(&case.textbook()));
        }
    }
}

#[test]
fn a_batch_takes_as_many_ticks_as_one_pair() {
    let plan = rule::bmm(Shape::new(&[5, 2, 3]).unwrap(), Shape::new(&[5, 3, 4]).unwrap()).unwrap();
    for (tick, pair) in
        [(Tick::Part(Reading::Dot, Grain::Fine), 24), (Tick::Part(Reading::Dot, Grain::Coarse), 8), (Tick::Pair, 1)]
    {
        assert_eq!(Trace::new(plan, Order::Batch, tick).len(), pair);
        assert_eq!(Trace::new(plan, Order::Loop, tick).len(), 5 * pair);
    }
    let plan = rule::bmm(Shape::new(&[0, 2, 3]).unwrap(), Shape::new(&[0, 3, 4]).unwrap()).unwrap();
    assert!(Order::ALL.iter().all(|&order| Trace::new(plan, order, Tick::Pair).is_empty()));
}

#[test]
fn a_step_reads_nothing_that_it_does_not_multiply() {
    let plan = rule::bmm(Shape::new(&[2, 2, 2]).unwrap(), Shape::new(&[2, 2, 2]).unwrap()).unwrap();
    let trace = Trace::new(plan, Order::Loop, Tick::Part(Reading::Dot, Grain::Fine));
    // Step 9 of 16: pair 1, cell (0, 0), its second product.
    let step = trace.step(9).unwrap();
    let lhs: Vec<_> = (0..8).filter(|&x| trace.reads_lhs(&step, x / 4, x / 2 % 2, x % 2)).collect();
    let rhs: Vec<_> = (0..8).filter(|&x| trace.reads_rhs(&step, x / 4, x / 2 % 2, x % 2)).collect();
    let out: Vec<_> = (0..8).filter(|&x| step.touches(x / 4, x / 2 % 2, x % 2)).collect();
    assert_eq!((lhs, rhs, out), (vec![5], vec![6], vec![4]));
}

#[test]
fn billions_of_empty_pairs_take_no_time() {
    let most = matwalk_core::shape::MAX_EXTENT;
    let plan = rule::bmm(Shape::new(&[most, 0, 1]).unwrap(), Shape::new(&[most, 1, 0]).unwrap()).unwrap();
    for trace in every_walk(plan.into()) {
        assert_eq!((trace.len(), trace.pairs_done(0)), (0, most));
        trace.run(&[], &[], 0..usize::MAX, &mut []);
    }
}
