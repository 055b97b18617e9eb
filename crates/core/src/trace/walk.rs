//! Which cells a step reads and writes, in one form for every trace.

mod bmm;
mod linear;
mod matmul;
mod softmax;

use super::softmax::Phase;
use core::ops::Range;

/// One of the tensors that a walk reads or writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Slot {
    /// The left operand: A of a product, x of a linear layer, the logits of a softmax.
    Lhs,
    /// The right operand: B of a product, the weight (outputs, inputs) of a linear layer.
    Rhs,
    /// The bias of a linear layer.
    Bias,
    /// The result of a product or a linear layer.
    Out,
    /// What a phase of a softmax computes; the last phase of a walk computes the result.
    Phase(Phase),
}

/// A block of cells of one tensor: one range of indices for each of its dimensions, up to three of them.
///
/// ```
/// use matwalk_core::trace::{Region, Slot};
/// let row = Region::new(Slot::Lhs, [1..2, 0..3]);
/// assert_eq!(row.len(), 3);
/// assert!(row.contains(&[1, 2]) && !row.contains(&[0, 2]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Region {
    slot: Slot,
    rank: usize,
    // Ranges past the rank stay 0..1, so that derived equality compares regions.
    ranges: [Range<usize>; 3],
}

impl Region {
    /// The cells of a tensor of rank `RANK`, at most 3, whose indices lie in the ranges, outermost first.
    pub fn new<const RANK: usize>(slot: Slot, ranges: [Range<usize>; RANK]) -> Region {
        const { assert!(RANK <= 3, "a region has at most three dimensions") };
        let mut all = [0..1, 0..1, 0..1];
        for (slot, range) in all.iter_mut().zip(ranges) {
            *slot = range;
        }
        Region { slot, rank: RANK, ranges: all }
    }

    /// The elements of a vector whose indices lie in the range.
    pub fn of_vector(slot: Slot, range: Range<usize>) -> Region {
        Region { slot, rank: 1, ranges: [range, 0..1, 0..1] }
    }

    /// The tensor.
    pub fn slot(&self) -> Slot {
        self.slot
    }

    /// One range of indices for each dimension of the tensor, outermost first.
    pub fn ranges(&self) -> &[Range<usize>] {
        &self.ranges[..self.rank]
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.ranges().iter().map(|range| range.len()).product()
    }

    /// Whether there are no cells.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the cell with these indices, outermost first, is one of them. An index of another rank never is.
    pub fn contains(&self, index: &[usize]) -> bool {
        index.len() == self.rank && self.ranges().iter().zip(index).all(|(range, i)| range.contains(i))
    }

    /// Whether every cell of `other` is one of them.
    pub fn includes(&self, other: &Region) -> bool {
        let inside =
            |(outer, inner): (&Range<usize>, &Range<usize>)| outer.start <= inner.start && inner.end <= outer.end;
        let same = self.slot == other.slot && self.rank == other.rank;
        same && (other.is_empty() || self.ranges().iter().zip(other.ranges()).all(inside))
    }
}

/// Which cells a step reads and which it writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Touch {
    /// The cells whose values the step uses, without the ones that it adds to.
    pub reads: Vec<Region>,
    /// The cells that the step sets or adds to.
    pub writes: Vec<Region>,
}

impl Touch {
    /// Whether the step reads the cell of `slot` with these indices.
    pub fn reads(&self, slot: Slot, index: &[usize]) -> bool {
        self.reads.iter().any(|region| region.slot == slot && region.contains(index))
    }

    /// Whether the step writes the cell of `slot` with these indices.
    pub fn writes(&self, slot: Slot, index: &[usize]) -> bool {
        self.writes.iter().any(|region| region.slot == slot && region.contains(index))
    }
}

/// How far a cell is after some steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// No step has written it yet.
    Pending,
    /// Some steps have written it and more will.
    Partial,
    /// No further step writes it. Cells of the inputs are always here.
    Done,
}

/// What all traces have in common.
///
/// Steps are counted from 0; "after t steps" means that the steps 0 to t - 1 are finished. Indices of cells are those of
/// the regions that [`Walk::tensors`] gives.
///
/// ```
/// use matwalk_core::trace::{Grain, Region, Slot, Walk, matmul::{Reading, Trace}};
/// let trace = Trace::new(2, 3, 2, Reading::Dot, Grain::Fine);
/// let touch = trace.touch(4).unwrap();
/// assert_eq!(touch.reads, [Region::new(Slot::Lhs, [0..1, 1..2]), Region::new(Slot::Rhs, [1..2, 1..2])]);
/// assert_eq!(touch.writes, [Region::new(Slot::Out, [0..1, 1..2])]);
/// // The whole row and column that make this cell.
/// assert_eq!(trace.group(4).unwrap().reads[0], Region::new(Slot::Lhs, [0..1, 0..3]));
/// ```
pub trait Walk {
    /// How many steps there are; `usize::MAX` if there are more.
    fn len(&self) -> usize;

    /// Whether there are no steps.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every tensor of the walk as the region of all its cells: first those that are given, then those that are
    /// computed.
    fn tensors(&self) -> Vec<Region>;

    /// Which cells step `t` reads and writes; `None` at or past [`Walk::len`].
    fn touch(&self, t: usize) -> Option<Touch>;

    /// The cells that belong together with step `t`: what the steps that share its purpose read and write. It is never
    /// less than [`Walk::touch`]. `None` at or past [`Walk::len`].
    fn group(&self, t: usize) -> Option<Touch>;

    /// How far the cell of `slot` with these indices is after `t` steps; `None` if the walk has no such cell.
    fn progress(&self, t: usize, slot: Slot, index: &[usize]) -> Option<Progress>;
}

/// The progress of a cell that holds `done` of its `all` terms.
fn of_terms(done: usize, all: usize) -> Progress {
    match done {
        _ if done >= all => Progress::Done,
        0 => Progress::Pending,
        _ => Progress::Partial,
    }
}
