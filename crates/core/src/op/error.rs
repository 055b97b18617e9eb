//! The error type of operations.

use crate::rule::{BmmError, LinearError, MatmulError, SoftmaxError};
use crate::tensor::TensorError;
use core::fmt;

/// Why an operation has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpError {
    /// The shapes have no matrix product.
    Matmul(MatmulError),
    /// The shapes have no batched product.
    Bmm(BmmError),
    /// The shapes make no linear layer.
    Linear(LinearError),
    /// There is no softmax along that dimension.
    Softmax(SoftmaxError),
    /// The result would have more than [`MAX_NUMEL`](crate::tensor::MAX_NUMEL) elements.
    TooLarge {
        /// How many it would have.
        numel: usize,
    },
}

impl From<MatmulError> for OpError {
    fn from(error: MatmulError) -> OpError {
        OpError::Matmul(error)
    }
}

impl From<BmmError> for OpError {
    fn from(error: BmmError) -> OpError {
        OpError::Bmm(error)
    }
}

impl From<LinearError> for OpError {
    fn from(error: LinearError) -> OpError {
        OpError::Linear(error)
    }
}

impl From<SoftmaxError> for OpError {
    fn from(error: SoftmaxError) -> OpError {
        OpError::Softmax(error)
    }
}

impl From<TensorError> for OpError {
    fn from(error: TensorError) -> OpError {
        match error {
            // The count cannot be at odds: results are made of their shape.
            TensorError::TooLarge { numel } | TensorError::Count { expected: numel, .. } => OpError::TooLarge { numel },
        }
    }
}

impl fmt::Display for OpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpError::Matmul(error) => error.fmt(f),
            OpError::Bmm(error) => error.fmt(f),
            OpError::Linear(error) => error.fmt(f),
            OpError::Softmax(error) => error.fmt(f),
            OpError::TooLarge { numel } => {
                write!(f, "a result of {numel} elements is more than the limit of {}", crate::tensor::MAX_NUMEL)
            }
        }
    }
}

impl core::error::Error for OpError {}
