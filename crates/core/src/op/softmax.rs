//! Softmax and log-softmax of tensors.

use super::OpError;
use crate::softmax;
use crate::tensor::Tensor;

/// `torch.softmax` along `dim`, counted from the front or (negative) from the back: what
/// [`softmax::softmax`](crate::softmax::softmax()) gives. A scalar counts as a vector of one element.
///
/// ```
/// use matwalk_core::{Shape, Tensor, op};
/// let x = Tensor::new(Shape::new(&[2, 2])?, vec![0., 0., 1., 1.])?;
/// assert_eq!(op::softmax(&x, -1)?.data(), [0.5; 4]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`OpError::Softmax`] when there is no such dimension.
pub fn softmax(x: &Tensor, dim: i64) -> Result<Tensor, OpError> {
    Ok(softmax::softmax(x, dim)?)
}

/// `torch.log_softmax` along `dim`: what [`softmax::log_softmax`](crate::softmax::log_softmax) gives.
///
/// # Errors
/// [`OpError::Softmax`] when there is no such dimension.
pub fn log_softmax(x: &Tensor, dim: i64) -> Result<Tensor, OpError> {
    Ok(softmax::log_softmax(x, dim)?)
}
