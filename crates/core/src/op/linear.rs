//! A linear layer.

use super::OpError;
use crate::kernel;
use crate::rule;
use crate::tensor::Tensor;

/// `F.linear`: x (…, in_features) times the transpose of weight (out_features, in_features), plus bias
/// (out_features) if there is one. The weight may be a vector and the bias may have other shapes, as
/// [`rule::linear`](crate::rule::linear) describes.
///
/// Each element is the sum of its products in ascending order of the inputs from +0, and then the bias.
///
/// ```
/// use matwalk_core::{Shape, Tensor, op};
/// let x = Tensor::new(Shape::new(&[2])?, vec![1., 2.])?;
/// let weight = Tensor::new(Shape::new(&[3, 2])?, vec![1., 0., 0., 1., 1., 1.])?;
/// let bias = Tensor::new(Shape::new(&[3])?, vec![10., 20., 30.])?;
/// assert_eq!(op::linear(&x, &weight, Some(&bias))?.data(), [11., 22., 33.]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`OpError::Linear`] when the shapes make no layer; [`OpError::TooLarge`], before anything is allocated.
pub fn linear(x: &Tensor, weight: &Tensor, bias: Option<&Tensor>) -> Result<Tensor, OpError> {
    let plan = rule::linear(x.shape(), weight.shape(), bias.map(Tensor::shape))?;
    let mut out = Tensor::zeros(plan.out)?;
    let plain = bias.filter(|_| plan.bias_is_plain()).map(Tensor::data);
    kernel::linear(plan.rows, plan.in_features, plan.out_features, x.data(), weight.data(), plain, out.data_mut());
    if let Some(bias) = bias.filter(|_| plain.is_none()) {
        for (index, value) in out.data_mut().iter_mut().enumerate() {
            *value += bias.data()[plan.bias_target.broadcast_index(index, bias.shape())];
        }
    }
    Ok(out)
}
