//! The fast implementations, on plain slices, with the same bits as [`crate::reference`], on every target.
//!
//! Entry points are not generic, so that they are compiled in this crate, for speed, whatever the app is compiled for.

mod matmul;

pub use matmul::{bmm, linear, matmul};
