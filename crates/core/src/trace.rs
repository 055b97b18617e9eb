//! Traces: an operation cut into steps, for walking through it.
//!
//! A trace is a pure function of the sizes, the order and the step number. Nothing is stored and nothing depends on
//! having visited an earlier step, so going back, jumping and linking to a step need no code of their own.

pub mod bmm;
pub mod linear;
pub mod matmul;
pub mod softmax;

/// How much one step of a trace does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grain {
    /// One multiplication and one addition.
    #[default]
    Term,
    /// All the terms that belong together in the chosen order: a whole cell, a scaled column or row, a sheet.
    Block,
}
