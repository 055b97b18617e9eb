//! Operations on tensors: they check shapes by [`crate::rule`], refuse what is too large, and call [`crate::kernel`].

mod bmm;
mod error;
mod linear;
mod matmul;
mod softmax;

pub use bmm::bmm;
pub use error::OpError;
pub use linear::linear;
pub use matmul::matmul;
pub use softmax::{log_softmax, softmax};
