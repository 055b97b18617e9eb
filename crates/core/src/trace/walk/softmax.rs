//! What a step of a softmax reads and writes.

use super::{Progress, Region, Slot, Touch, Walk, of_terms};
use crate::softmax::Mode;
use crate::softmax::sum::{BLOCK, LANES, PLAIN};
use crate::trace::softmax::{Phase, Step, Trace};
use core::ops::Range;

impl Trace {
    /// The tensor that the maximum is taken of, and that it is subtracted from.
    fn logits(&self) -> Slot {
        if self.scales { Slot::Phase(Phase::Scale) } else { Slot::Lhs }
    }

    /// The tensor that is exponentiated.
    fn shifted(&self) -> Slot {
        if self.mode == Mode::Stable { Slot::Phase(Phase::Shift) } else { self.logits() }
    }

    /// How many numbers a phase makes of a row: one for each element, or what it gathers.
    fn phase_size(&self, phase: Phase) -> usize {
        match phase {
            Phase::Max | Phase::Combine | Phase::Log => self.size.min(1),
            Phase::Sum => self.partial_sums(),
            _ => self.size,
        }
    }

    /// The row's sum of powers: what the last of the phases of adding makes.
    fn total(&self) -> Slot {
        Slot::Phase(if self.size > PLAIN { Phase::Combine } else { Phase::Sum })
    }

    fn touch_of(&self, Step { row, phase, elements }: Step) -> Touch {
        let of_row = |slot, cols: Range<usize>| Region::new(slot, [row..row + 1, cols]);
        let same = |slot| of_row(slot, elements.clone());
        let powers = Slot::Phase(Phase::Exp);
        let reads = match phase {
            Phase::Scale => vec![same(Slot::Lhs)],
            Phase::Max => vec![same(self.logits())],
            Phase::Shift => vec![same(self.logits()), of_row(Slot::Phase(Phase::Max), 0..1)],
            Phase::Exp => vec![same(self.shifted())],
            Phase::Sum => vec![same(powers)],
            Phase::Combine => vec![of_row(Slot::Phase(Phase::Sum), 0..self.partial_sums())],
            Phase::Divide => vec![same(powers), of_row(self.total(), 0..1)],
            Phase::Log => vec![of_row(self.total(), 0..1)],
            Phase::Subtract => vec![same(self.shifted()), of_row(Slot::Phase(Phase::Log), 0..1)],
        };
        let written = match phase {
            Phase::Sum if elements.len() == 1 => {
                let partial = self.partial_sum_of(elements.start);
                partial..partial + 1
            }
            Phase::Sum | Phase::Max | Phase::Combine | Phase::Log => 0..self.phase_size(phase),
            _ => elements.clone(),
        };
        Touch { reads, writes: vec![of_row(Slot::Phase(phase), written)] }
    }

    /// How many of the first `done` elements are added to a partial sum.
    fn added(&self, partial: usize, done: usize) -> usize {
        if self.size <= PLAIN {
            return done;
        }
        let in_block = done.saturating_sub(partial / LANES * BLOCK).min(BLOCK);
        in_block.saturating_sub(partial % LANES).div_ceil(LANES)
    }
}

/// The logits are (rows, size), and so is what each phase makes of them, but for the phases that gather: the maximum,
/// the combined sum and its logarithm are (rows, 1), the sum is (rows, [`Trace::partial_sums`]). [`Phase::Log`] reads the
/// sum, as the formula has it, although it is computed from the powers for accuracy.
impl Walk for Trace {
    fn len(&self) -> usize {
        Trace::len(self)
    }

    fn tensors(&self) -> Vec<Region> {
        let logits = Region::new(Slot::Lhs, [0..self.rows, 0..self.size]);
        let made = self.phases().map(|p| Region::new(Slot::Phase(p), [0..self.rows, 0..self.phase_size(p)]));
        core::iter::once(logits).chain(made).collect()
    }

    fn touch(&self, t: usize) -> Option<Touch> {
        self.step(t).map(|step| self.touch_of(step))
    }

    /// The step's whole phase in its row.
    fn group(&self, t: usize) -> Option<Touch> {
        let step = self.step(t)?;
        Some(self.touch_of(Step { elements: 0..self.size, ..step }))
    }

    fn progress(&self, t: usize, slot: Slot, index: &[usize]) -> Option<Progress> {
        let tensor = self.tensors().into_iter().find(|tensor| tensor.slot() == slot)?;
        let (&[row, col], Slot::Phase(phase), true) = (index, slot, tensor.contains(index)) else {
            return tensor.contains(index).then_some(Progress::Done);
        };
        let done = self.elements_done(t, row, phase);
        Some(match phase {
            Phase::Max | Phase::Combine | Phase::Log => of_terms(done, self.size),
            Phase::Sum => of_terms(self.added(col, done), self.added(col, self.size)),
            _ => of_terms(usize::from(col < done), 1),
        })
    }
}
