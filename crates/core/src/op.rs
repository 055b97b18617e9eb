//! Operations on tensors: they check shapes by [`crate::rule`], refuse what is too large, and call [`crate::kernel`].

mod error;
mod matmul;

pub use error::OpError;
pub use matmul::matmul;
