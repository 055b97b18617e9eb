//! Where a walk stands, in terms that all readings share: the cell of the result and the place p along the sum.

use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::{Reading, Step, Trace};
use std::ops::Range;

/// The product that the last finished step added: `lhs[row, p] * rhs[p, col]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Row of lhs and of the result.
    pub row: usize,
    /// Column of rhs and of the result.
    pub col: usize,
    /// Column of lhs, row of rhs.
    pub p: usize,
}

impl Place {
    /// The place after a step. What a step does to all rows or columns at once does not say which one a person was
    /// looking at: there the old place stays.
    pub fn after(self, step: &Step) -> Place {
        let one = |range: &Range<usize>, old: usize| if range.len() == 1 { range.start } else { old };
        let p = if step.inner.len() == 1 { step.inner.start } else { step.inner.end.saturating_sub(1) };
        Place { row: one(&step.rows, self.row), col: one(&step.cols, self.col), p }
    }
}

/// A step with all that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Now {
    /// What the step adds.
    pub step: Step,
    /// Where it stands.
    pub place: Place,
    /// What is being summed up.
    pub target: Target,
    /// Whether the target holds all its terms.
    pub complete: bool,
}

/// What is being summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// One cell.
    Cell(usize, usize),
    /// One column, a blend of the columns of lhs.
    Column(usize),
    /// One row, a blend of the rows of rhs.
    Row(usize),
    /// The whole result, a sum of sheets.
    Whole,
}

impl Now {
    /// The step that finished last of `t`; `None` at the start.
    pub fn of(trace: &Trace, t: usize, place: Place) -> Option<Now> {
        Some(Now::at(trace, t, trace.step(t.checked_sub(1)?)?, place))
    }

    /// The step to come after `t`; `None` at the end.
    pub fn next(trace: &Trace, t: usize, place: Place) -> Option<Now> {
        Some(Now::at(trace, t + 1, trace.step(t)?, place))
    }

    fn at(trace: &Trace, t: usize, step: Step, place: Place) -> Now {
        let place = place.after(&step);
        let target = match (trace.grain, trace.reading) {
            (Grain::Fine, _) | (_, Reading::Dot) => Target::Cell(place.row, place.col),
            (_, Reading::Columns) => Target::Column(place.col),
            (_, Reading::Rows) => Target::Row(place.row),
            (_, Reading::Outer) => Target::Whole,
        };
        let complete = trace.terms_done(t, step.rows.start, step.cols.start) == trace.k;
        Now { step, place, target, complete }
    }

    /// Whether the step adds all products of its cell at once.
    pub fn is_whole_cell(&self) -> bool {
        self.step.inner.len() > 1
    }
}

/// The number of finished steps at which a trace stands where `place` says.
pub fn seek(trace: &Trace, place: Place) -> usize {
    let Trace { m, k, n, .. } = *trace;
    if trace.is_empty() {
        return 0;
    }
    let Place { row, col, p } = place;
    trace.added_at(row.min(m - 1), col.min(n - 1), p.min(k - 1))
}
