//! What a step of a matrix product reads and writes.

use super::{Progress, Region, Slot, Touch, Walk, of_terms};
use crate::trace::matmul::{Reading, Step, Trace};

impl Step {
    /// Which cells the step reads and writes.
    fn touch(self) -> Touch {
        let Step { rows, inner, cols } = self;
        Touch {
            reads: vec![
                Region::new(Slot::Lhs, [rows.clone(), inner.clone()]),
                Region::new(Slot::Rhs, [inner, cols.clone()]),
            ],
            writes: vec![Region::new(Slot::Out, [rows, cols])],
        }
    }
}

impl Trace {
    /// All products of the coarse step that the fine step belongs to: those of its cell, scaled column, scaled row or
    /// sheet.
    pub(super) fn widen(&self, step: Step) -> Step {
        match self.reading {
            Reading::Dot => Step { inner: 0..self.k, ..step },
            Reading::Columns => Step { rows: 0..self.m, ..step },
            Reading::Rows => Step { cols: 0..self.n, ..step },
            Reading::Outer => Step { rows: 0..self.m, cols: 0..self.n, ..step },
        }
    }
}

/// The operands are (m, k) and (k, n), the result is (m, n), also where one of them is a vector.
impl Walk for Trace {
    fn len(&self) -> usize {
        Trace::len(self)
    }

    fn tensors(&self) -> Vec<Region> {
        let whole = |slot, rows, cols| Region::new(slot, [0..rows, 0..cols]);
        vec![whole(Slot::Lhs, self.m, self.k), whole(Slot::Rhs, self.k, self.n), whole(Slot::Out, self.m, self.n)]
    }

    fn touch(&self, t: usize) -> Option<Touch> {
        self.step(t).map(Step::touch)
    }

    /// The coarse step that step `t` belongs to.
    fn group(&self, t: usize) -> Option<Touch> {
        self.step(t).map(|step| self.widen(step).touch())
    }

    fn progress(&self, t: usize, slot: Slot, index: &[usize]) -> Option<Progress> {
        let tensor = self.tensors().into_iter().find(|tensor| tensor.slot() == slot)?;
        match *index {
            _ if !tensor.contains(index) => None,
            [i, j] if slot == Slot::Out => Some(of_terms(self.terms_done(t, i, j), self.k)),
            _ => Some(Progress::Done),
        }
    }
}
