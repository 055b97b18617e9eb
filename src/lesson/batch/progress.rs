//! How far loop and batch have come.

use super::model::Batch;
use matwalk_core::trace::bmm::{Order, Trace};
use std::ops::Range;

/// Rows and columns of a result.
pub type Cells = (Range<usize>, Range<usize>);

/// Which of the two walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// A call for each pair.
    Loop,
    /// One call for all pairs.
    Batch,
}

impl Lane {
    /// Both, as they stand.
    pub const ALL: [Lane; 2] = [Lane::Loop, Lane::Batch];
}

impl Batch {
    /// A lane's walk. A batch with one worker takes the pairs in turn, as the loop does.
    pub fn trace(&self, lane: Lane) -> Option<Trace> {
        let order = if lane == Lane::Loop || self.alone { Order::Loop } else { Order::Batch };
        Some(self.answer()?.trace(order, self.grain))
    }

    /// Finished ticks of a lane, and all it has.
    pub fn ticks(&self, lane: Lane) -> (usize, usize) {
        let len = self.trace(lane).map_or(0, |trace| trace.len());
        (self.t.min(len), len)
    }

    /// Calls begun by a lane, and all it makes.
    pub fn calls(&self, lane: Lane) -> (usize, usize) {
        let (now, _) = self.ticks(lane);
        let Some(trace) = self.trace(lane) else { return (0, 0) };
        match lane {
            Lane::Loop => (now.div_ceil(trace.pair_len().max(1)), trace.pairs()),
            Lane::Batch => (now.min(1), trace.pairs().min(1)),
        }
    }

    /// The cells of a pair that the last tick of a lane finished: its row and column, or the whole pair. `None` where
    /// the lane does not work on it.
    pub fn at_work(&self, lane: Lane, pair: usize) -> Option<Cells> {
        let trace = self.trace(lane)?;
        let step = trace.step(self.t.checked_sub(1)?)?;
        step.pairs.contains(&pair).then_some((step.products.rows, step.products.cols))
    }

    /// The cells of a pair that were finished last: those at work, the loop's before the batch's; else those of a tick
    /// before.
    pub fn told(&self, pair: usize) -> Option<Cells> {
        let before = |lane: Lane| {
            let trace = self.trace(lane)?;
            let steps = (0..self.ticks(lane).0).rev().filter_map(|t| trace.step(t));
            let step = steps.into_iter().find(|step| step.pairs.contains(&pair))?;
            Some((step.products.rows, step.products.cols))
        };
        let now = Lane::ALL.into_iter().find_map(|lane| self.at_work(lane, pair));
        now.or_else(|| Lane::ALL.into_iter().find_map(before))
    }

    /// Whether a cell is finished in a lane.
    pub fn is_done(&self, lane: Lane, pair: usize, row: usize, col: usize) -> bool {
        let (now, _) = self.ticks(lane);
        self.trace(lane).is_some_and(|trace| trace.terms_done(now, pair, row, col) == trace.plan.k)
    }

    /// Whether all of a pair is finished in a lane.
    pub fn is_pair_done(&self, lane: Lane, pair: usize) -> bool {
        let (now, _) = self.ticks(lane);
        self.trace(lane).is_some_and(|trace| trace.pair_steps_done(now, pair) == trace.pair_len())
    }

    /// The finished cells of a lane.
    pub fn cells_done(&self, lane: Lane) -> usize {
        let Some(answer) = self.answer() else { return 0 };
        let (m, n) = (answer.plan.m, answer.plan.n);
        let places = (0..answer.pairs()).flat_map(|pair| (0..m * n).map(move |index| (pair, index / n, index % n)));
        places.filter(|&(pair, row, col)| self.is_done(lane, pair, row, col)).count()
    }

    /// The pair in front.
    pub fn front_pair(&self) -> usize {
        let last = self.inputs().pairs().saturating_sub(1);
        let loops = || self.trace(Lane::Loop).map_or(0, |trace| self.t.saturating_sub(1) / trace.pair_len().max(1));
        self.picked.unwrap_or_else(loops).min(last)
    }
}
