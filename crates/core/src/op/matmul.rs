//! Matrix product of tensors of any rank.

use super::OpError;
use crate::kernel;
use crate::rule;
use crate::shape::Shape;
use crate::tensor::Tensor;

/// `torch.matmul`: ranks 1 to 6, batch dimensions broadcast, a vector counting as a row on the left and as a column on
/// the right.
///
/// Each element is the sum of its products in ascending k from +0, each product and sum rounded to f32 (more than 256
/// terms of a single column: [in lanes](crate::reference::in_lanes)): the bits of [`crate::reference::matmul`] on every
/// target, where any NaN equals any NaN.
///
/// ```
/// use matwalk_core::{Shape, Tensor, op};
/// let a = Tensor::new(Shape::new(&[2, 2])?, vec![1., 2., 3., 4.])?;
/// let x = Tensor::new(Shape::new(&[2])?, vec![5., 6.])?;
/// let y = op::matmul(&a, &x)?;
/// assert_eq!((y.shape(), y.data()), (Shape::new(&[2])?, &[17., 39.][..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`OpError::Matmul`] when the shapes have no product; [`OpError::TooLarge`], before anything is allocated.
pub fn matmul(lhs: &Tensor, rhs: &Tensor) -> Result<Tensor, OpError> {
    let plan = rule::matmul(lhs.shape(), rhs.shape())?;
    let mut out = Tensor::zeros(plan.out)?;
    let (m, k, n) = (plan.m, plan.k, plan.n);
    if m == 0 || k == 0 || n == 0 {
        // Nothing to write, or sums of no products, which are +0.
        return Ok(out);
    }
    if rhs.shape().rank() <= 2 {
        // One rhs for all: the matrices of lhs under each other are one tall matrix.
        kernel::matmul(lhs.data().len() / k, k, n, lhs.data(), rhs.data(), out.data_mut());
        return Ok(out);
    }
    let data = out.data_mut();
    if batch_of(&lhs.shape()) == batch_of(&rhs.shape()) {
        kernel::bmm(data.len() / (m * n), m, k, n, lhs.data(), rhs.data(), data);
        return Ok(out);
    }
    for (lhs_at, rhs_at, out_at) in plan.batch_offsets() {
        let lhs = &lhs.data()[lhs_at * m * k..][..m * k];
        let rhs = &rhs.data()[rhs_at * k * n..][..k * n];
        kernel::matmul(m, k, n, lhs, rhs, &mut data[out_at * m * n..][..m * n]);
    }
    Ok(out)
}

/// The sizes of all dimensions but the last two; none for a vector, which is stretched over any batch.
fn batch_of(shape: &Shape) -> Option<&[usize]> {
    shape.dims().split_last_chunk::<2>().map(|(batch, _)| batch)
}
