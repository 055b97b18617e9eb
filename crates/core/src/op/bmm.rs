//! A batch of matrix products.

use super::OpError;
use crate::kernel;
use crate::rule;
use crate::tensor::Tensor;

/// `torch.bmm`: (batch, m, k) by (batch, k, n) to (batch, m, n). Nothing is broadcast.
///
/// Each element is the sum of its products in the order of [`matmul`](super::matmul).
///
/// ```
/// use matwalk_core::{Shape, Tensor, op};
/// let a = Tensor::new(Shape::new(&[2, 1, 2])?, vec![1., 2., 3., 4.])?;
/// let b = Tensor::new(Shape::new(&[2, 2, 1])?, vec![5., 6., 7., 8.])?;
/// let y = op::bmm(&a, &b)?;
/// assert_eq!((y.shape(), y.data()), (Shape::new(&[2, 1, 1])?, &[17., 53.][..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`OpError::Bmm`] when the shapes have no batched product; [`OpError::TooLarge`], before anything is allocated.
pub fn bmm(lhs: &Tensor, rhs: &Tensor) -> Result<Tensor, OpError> {
    let plan = rule::bmm(lhs.shape(), rhs.shape())?;
    let mut out = Tensor::zeros(plan.out)?;
    kernel::bmm(plan.batch, plan.m, plan.k, plan.n, lhs.data(), rhs.data(), out.data_mut());
    Ok(out)
}
