//! Traces: an operation cut into steps.
//!
//! A trace is a pure function of the sizes, the order of the steps and the step number. Nothing is stored and no step
//! depends on an earlier one having been visited, so stepping back, jumping and linking to a step need no extra code.
//!
//! Every trace implements [`Walk`], which says what a step reads and writes in a form that does not depend on the
//! operation. The trace types have further methods for what is particular to them.

pub mod bmm;
pub mod linear;
pub mod matmul;
pub mod softmax;
mod walk;

pub use walk::{Progress, Region, Slot, Touch, Walk};

/// How much one step of a trace does. The two names are the same for every trace; each trace documents what they mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grain {
    /// The smallest step: one multiplication and one addition, one element of a softmax phase, one cell of each pair of
    /// a batch.
    #[default]
    Fine,
    /// The whole of what belongs together: a cell, a scaled column or row, a sheet, a phase, a pair.
    Coarse,
}

impl Grain {
    /// Both grains, the finer one first.
    pub const ALL: [Grain; 2] = [Grain::Fine, Grain::Coarse];
}
