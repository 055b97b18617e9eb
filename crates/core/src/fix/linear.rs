//! Repairs of a linear layer.

use super::Fix;
use super::offers::{Offers, resizes};
use crate::rule;
use crate::shape::Shape;

/// Repairs of a linear layer, best first: the left operand is the input x, the right one the weight (out_features,
/// in_features). Empty if the layer exists, or if no single repair brings it about.
///
/// Each was tried: [`rule::linear`] accepts the shapes that it leads to, with the bias as it is then. Every failing
/// layer whose weight is a matrix and whose bias, if it has one, is a vector has at least one, short of results past the
/// limits.
///
/// ```
/// use matwalk_core::{Shape, fix::{self, Fix}};
/// // A weight stored as on paper, (in, out).
/// let (x, weight, bias) = (Shape::new(&[4])?, Shape::new(&[4, 3])?, Shape::new(&[3])?);
/// assert_eq!(fix::linear(x, weight, Some(bias))[0], Fix::TransposeRhs);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn linear(x: Shape, weight: Shape, bias: Option<Shape>) -> Vec<Fix> {
    if rule::linear(x, weight, bias).is_ok() {
        return Vec::new();
    }
    let mut offers = Offers::new(x, weight, |x, weight| rule::linear(x, weight, bias).is_ok());
    for fix in [Fix::TransposeRhs, Fix::TransposeLhs, Fix::Swap] {
        offers.try_one(fix);
    }
    match *weight.dims() {
        [] => offers.try_shape(Fix::ReshapeRhs, &[1, 1]),
        [in_features] => offers.try_shape(Fix::ReshapeRhs, &[1, in_features]),
        [_, _] => {}
        [ref outer @ .., last] => offers.try_shape(Fix::ReshapeRhs, &[outer.iter().product(), last]),
    }
    let Some(x_last) = x.dims().last().copied() else {
        // A number is the first element of an input that fits.
        if let Some(in_features) = weight.dims().last() {
            offers.try_shape(Fix::ResizeLhs, &[*in_features]);
        }
        return offers.fixes;
    };
    let out_features = match *weight.dims() {
        [out_features, _] => out_features,
        _ => 1,
    };
    let mut candidates = resizes(x, weight, &rule::align_linear(x, weight));
    if let Some(bias) = bias {
        // The bias says how many outputs there are as well as the weight does.
        candidates.extend(bias.dims().last().and_then(|&out| Shape::matrix(out, x_last).ok()).map(Fix::ResizeRhs));
        if let Ok(fits) = Shape::vector(out_features)
            && rule::linear(x, weight, Some(fits)).is_ok()
        {
            offers.fixes.push(Fix::ResizeBias(fits));
        }
    }
    candidates.extend(Shape::matrix(out_features, x_last).ok().map(Fix::ResizeRhs));
    offers.try_in_order_of_loss(candidates);
    offers.fixes
}
