//! The steps of a batch of matrix products, one pair after the other or all pairs at once.
//!
//! Both orders perform the same additions in the same order within each cell, so they end in the same bits. They differ
//! in the number of steps. A batch that `matmul` stretches is walked as well: several pairs then read the same matrix.

use super::{Grain, matmul};
use crate::reference;
use crate::rule::MatmulPlan;
use core::ops::Range;
pub use matmul::Reading;

/// Which pairs a step works on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// One pair at a time: a pair begins when the one before it is finished.
    #[default]
    Loop,
    /// All pairs in the same tick.
    Batch,
}

impl Order {
    /// Both, in the order of the lesson.
    pub const ALL: [Order; 2] = [Order::Loop, Order::Batch];
}

/// How much of a pair's product one step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tick {
    /// A step of the product's own trace, [`matmul::Trace`].
    Part(Reading, Grain),
    /// The whole product.
    Pair,
}

impl From<Grain> for Tick {
    /// Fine: one cell with all its products. Coarse: the whole pair.
    fn from(grain: Grain) -> Tick {
        match grain {
            Grain::Fine => Tick::Part(Reading::Dot, Grain::Coarse),
            Grain::Coarse => Tick::Pair,
        }
    }
}

/// One step: the same products in each of some pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The pairs, as matrices of the result.
    pub pairs: Range<usize>,
    /// The products, in each of them.
    pub products: matmul::Step,
}

impl Step {
    /// Whether this step adds to the cell (i, j) of the result matrix `pair`.
    pub fn touches(&self, pair: usize, i: usize, j: usize) -> bool {
        self.pairs.contains(&pair) && self.products.touches(i, j)
    }
}

/// The walk through a batch of products.
///
/// ```
/// use matwalk_core::{Shape, rule, trace::{Grain, bmm::{Order, Trace}}};
/// // Five pairs (2, 3) @ (3, 4).
/// let plan = rule::bmm(Shape::new(&[5, 2, 3])?, Shape::new(&[5, 3, 4])?).unwrap();
/// let ticks = |order| Trace::new(plan, order, Grain::Coarse).len();
/// assert_eq!((ticks(Order::Loop), ticks(Order::Batch)), (5, 1));
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Sizes, and which matrices make a pair.
    pub plan: MatmulPlan,
    /// Which pairs a step works on.
    pub order: Order,
    /// How much of a pair's product one step does.
    pub tick: Tick,
}

impl Trace {
    /// The walk through the products that a plan of `bmm` or `matmul` describes. Sizes of zero are legal and give a walk
    /// without steps.
    pub fn new(plan: impl Into<MatmulPlan>, order: Order, tick: impl Into<Tick>) -> Trace {
        Trace { plan: plan.into(), order, tick: tick.into() }
    }

    /// How many pairs there are.
    pub fn pairs(&self) -> usize {
        self.plan.batch.numel()
    }

    /// Which matrix of lhs and which of rhs go into the result matrix `pair`, counted from 0 in row-major order of each
    /// operand's own batch; `None` past the last pair.
    pub fn operands(&self, pair: usize) -> Option<(usize, usize)> {
        self.plan.batch_offset(pair).map(|(lhs, rhs, _)| (lhs, rhs))
    }

    /// The walk through one pair; for a whole pair in one step, any that performs it.
    pub(super) fn pair_trace(&self) -> matmul::Trace {
        let (reading, grain) = match self.tick {
            Tick::Part(reading, grain) => (reading, grain),
            Tick::Pair => (Reading::Rows, Grain::Coarse),
        };
        matmul::Trace::new(self.plan.m, self.plan.k, self.plan.n, reading, grain)
    }

    /// How many steps one pair takes.
    pub fn pair_len(&self) -> usize {
        let steps = self.pair_trace().len();
        match self.tick {
            Tick::Part(..) => steps,
            Tick::Pair => steps.min(1),
        }
    }

    /// How many steps there are: in a loop the pairs' steps together, in a batch those of one pair. `usize::MAX` if there
    /// are more.
    pub fn len(&self) -> usize {
        match self.order {
            Order::Loop => self.pairs().saturating_mul(self.pair_len()),
            Order::Batch => self.pairs().min(1) * self.pair_len(),
        }
    }

    /// Whether there are no steps: one of the sizes is zero.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What step `index` does, counted from 0; `None` at or past [`Trace::len`].
    pub fn step(&self, index: usize) -> Option<Step> {
        if index >= self.len() {
            return None;
        }
        let (pairs, index) = match self.order {
            Order::Loop => (index / self.pair_len()..index / self.pair_len() + 1, index % self.pair_len()),
            Order::Batch => (0..self.pairs(), index),
        };
        let products = match self.tick {
            Tick::Part(..) => self.pair_trace().step(index)?,
            Tick::Pair => matmul::Step { rows: 0..self.plan.m, inner: 0..self.plan.k, cols: 0..self.plan.n },
        };
        Some(Step { pairs, products })
    }

    /// Whether the step reads `lhs[i, p]` of the left operand's matrix `matrix`: several pairs may.
    pub fn reads_lhs(&self, step: &Step, matrix: usize, i: usize, p: usize) -> bool {
        step.products.reads_lhs(i, p) && step.pairs.clone().any(|pair| self.reads(pair, |lhs, _| lhs == matrix))
    }

    /// Whether the step reads `rhs[p, j]` of the right operand's matrix `matrix`: several pairs may.
    pub fn reads_rhs(&self, step: &Step, matrix: usize, p: usize, j: usize) -> bool {
        step.products.reads_rhs(p, j) && step.pairs.clone().any(|pair| self.reads(pair, |_, rhs| rhs == matrix))
    }

    fn reads(&self, pair: usize, is_it: impl Fn(usize, usize) -> bool) -> bool {
        self.operands(pair).is_some_and(|(lhs, rhs)| is_it(lhs, rhs))
    }

    /// How many of its own steps the result matrix `pair` has behind it after `t` finished steps.
    pub fn pair_steps_done(&self, t: usize, pair: usize) -> usize {
        match self.order {
            Order::Loop => t.saturating_sub(pair.saturating_mul(self.pair_len())).min(self.pair_len()),
            Order::Batch => t.min(self.pair_len()),
        }
    }

    /// How many pairs are finished after `t` steps.
    pub fn pairs_done(&self, t: usize) -> usize {
        match (self.order, self.pair_len()) {
            // Without products every pair is finished from the start.
            (_, 0) => self.pairs(),
            (Order::Loop, steps) => (t / steps).min(self.pairs()),
            (Order::Batch, steps) => {
                if t < steps {
                    0
                } else {
                    self.pairs()
                }
            }
        }
    }

    /// How many of its k products the cell (i, j) of the result matrix `pair` holds after `t` finished steps.
    pub fn terms_done(&self, t: usize, pair: usize, i: usize, j: usize) -> usize {
        let done = self.pair_steps_done(t, pair);
        match self.tick {
            Tick::Part(..) => self.pair_trace().terms_done(done, i, j),
            Tick::Pair => done * self.plan.k,
        }
    }

    /// The smallest number of finished steps after which the cell (i, j) of the result matrix `pair` holds all its
    /// products.
    pub fn finished_at(&self, pair: usize, i: usize, j: usize) -> usize {
        let within = match self.tick {
            Tick::Part(..) => self.pair_trace().finished_at(i, j),
            Tick::Pair => self.pair_len(),
        };
        match self.order {
            Order::Loop => pair.saturating_mul(self.pair_len()).saturating_add(within),
            Order::Batch => within,
        }
    }

    /// What the cell (i, j) of the result matrix `pair` holds after `t` finished steps, from the row-major values of lhs
    /// and rhs; `+0` past the last pair.
    pub fn partial(&self, lhs: &[f32], rhs: &[f32], t: usize, pair: usize, i: usize, j: usize) -> f32 {
        let Some((lhs, rhs)) = self.matrices(lhs, rhs, pair) else { return 0.0 };
        let (k, n) = (self.plan.k, self.plan.n);
        let products = (0..self.terms_done(t, pair, i, j)).map(|p| lhs[i * k + p] * rhs[p * n + j]);
        reference::sum(reference::in_lanes(k, n), products)
    }

    /// Performs the steps `range` on `out`, the row-major values of the result: from `+0` and step 0 this is every
    /// partial result there is; from the partial result after `range.start` steps it goes on where that left off, with
    /// the same bits.
    pub fn run(&self, lhs: &[f32], rhs: &[f32], range: Range<usize>, out: &mut [f32]) {
        if self.is_empty() {
            // There may be billions of pairs of empty matrices.
            return;
        }
        let trace = self.pair_trace();
        let size = self.plan.m * self.plan.n;
        for pair in 0..self.pairs() {
            let Some((lhs, rhs)) = self.matrices(lhs, rhs, pair) else { return };
            let out = &mut out[pair * size..(pair + 1) * size];
            // Pairs do not touch each other's cells, so all of one pair's steps may come before the next one's.
            let (from, to) = (self.pair_steps_done(range.start, pair), self.pair_steps_done(range.end, pair));
            match self.tick {
                Tick::Part(..) => trace.run(lhs, rhs, from..to, out),
                Tick::Pair if from < to => trace.run(lhs, rhs, 0..trace.len(), out),
                Tick::Pair => {}
            }
        }
    }

    /// The values of the two matrices that go into the result matrix `pair`.
    fn matrices<'a>(&self, lhs: &'a [f32], rhs: &'a [f32], pair: usize) -> Option<(&'a [f32], &'a [f32])> {
        let (lhs_at, rhs_at) = self.operands(pair)?;
        let MatmulPlan { m, k, n, .. } = self.plan;
        Some((&lhs[lhs_at * m * k..(lhs_at + 1) * m * k], &rhs[rhs_at * k * n..(rhs_at + 1) * k * n]))
    }
}
