//! Fixes of a linear layer.

use super::offers::{Offers, flattened, resizes};
use super::{Change, Fix};
use crate::rule::{self, Operand};
use crate::shape::Shape;

/// Fixes of a linear layer, best first: the left operand is the input x, the right one the weight (out_features,
/// in_features). Empty if the layer exists.
///
/// Each was tried: [`rule::linear`] accepts the shapes that it leads to, with the bias as it is then. Where no change of
/// one operand is enough, several are changed at once. Every failing layer has at least one fix, short of results past
/// the limits.
///
/// ```
/// use matwalk_core::{Shape, fix::{self, Change, Fix}, rule::Operand};
/// // A weight stored as on paper, (in, out).
/// let (x, weight, bias) = (Shape::new(&[4])?, Shape::new(&[4, 3])?, Shape::new(&[3])?);
/// assert_eq!(fix::linear(x, weight, Some(bias))[0], Fix::new(Operand::Rhs, Change::Transpose));
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn linear(x: Shape, weight: Shape, bias: Option<Shape>) -> Vec<Fix> {
    if rule::linear(x, weight, bias).is_ok() {
        return Vec::new();
    }
    let mut offers = Offers::new(x, weight, |fix| {
        let (x, weight) = fix.apply_shapes(x, weight);
        rule::linear(x, weight, bias.map(|bias| fix.apply_bias_shape(bias))).is_ok()
    });
    let (in_features, out_features) = match *weight.dims() {
        [] => (1, 1),
        [in_features] => (in_features, 1),
        [.., out_features, in_features] => (in_features, out_features),
    };
    // If the bias alone can be changed, input and weight go together.
    if let (Some(bias), Ok(fits)) = (bias, Shape::vector(out_features)) {
        if bias.numel() == out_features {
            offers.try_change(Operand::Bias, Change::Reshape(fits));
        }
        offers.try_change(Operand::Bias, Change::Resize(fits));
    }
    // These keep every number.
    offers.try_flatten(in_features);
    unflatten(&mut offers, in_features);
    offers.try_change(Operand::Rhs, Change::Transpose);
    offers.try_change(Operand::Lhs, Change::Transpose);
    offers.try_one(Fix::Swap);
    let matrix = match *weight.dims() {
        [] => Shape::matrix(1, 1),
        [in_features] => Shape::matrix(1, in_features),
        [ref outer @ .., last] => Shape::matrix(outer.iter().product(), last),
    };
    if let (Ok(matrix), true) = (matrix, weight.rank() != 2) {
        offers.try_change(Operand::Rhs, Change::Reshape(matrix));
    }
    let x_last = match x.dims() {
        // A number is the first element of an input that fits.
        [] => {
            offers.try_shape(Operand::Lhs, Change::Resize, &[in_features]);
            in_features
        }
        [.., last] => *last,
    };
    let mut candidates = resizes(x, weight, &rule::align_linear(x, weight));
    let resize_weight = |out| {
        let shape = Shape::matrix(out, x_last).ok()?;
        Some(Fix::new(Operand::Rhs, Change::Resize(shape)))
    };
    // The bias says how many outputs there are as well as the weight does.
    candidates.extend(bias.and_then(|bias| resize_weight(*bias.dims().last()?)));
    candidates.extend(resize_weight(out_features));
    offers.try_in_order_of_loss(candidates);
    if offers.fixes.is_empty() {
        together(&mut offers, [out_features, in_features]);
    }
    offers.fixes
}

/// A flattened batch: an input vector that holds several of the layer's inputs, one after the other.
fn unflatten(offers: &mut Offers<impl Fn(&Fix) -> bool>, in_features: usize) {
    if let [len] = *offers.lhs.dims()
        && in_features > 1
        && len > in_features
        && len.is_multiple_of(in_features)
    {
        offers.try_shape(Operand::Lhs, Change::Reshape, &[len / in_features, in_features]);
    }
}

/// Changes of input, weight and bias at once: the weight becomes a matrix and the bias one value for each output; where
/// the inner sizes differ, the input or else the weight is adapted.
fn together(offers: &mut Offers<impl Fn(&Fix) -> bool>, [out_features, in_features]: [usize; 2]) {
    let (x, weight) = (offers.lhs, offers.rhs);
    let x_last = x.dims().last().copied();
    let bias = Shape::vector(out_features).ok().map(|fits| (Operand::Bias, Change::Resize(fits)));
    let weights = [in_features, x_last.unwrap_or(in_features)].map(|last| {
        let matrix = Shape::matrix(out_features, last).ok().filter(|matrix| *matrix != weight)?;
        let change = if matrix.numel() == weight.numel() { Change::Reshape(matrix) } else { Change::Resize(matrix) };
        Some((Operand::Rhs, change))
    });
    let leading = x.dims().split_last().map_or(&[][..], |(_, leading)| leading);
    let resized = Shape::new(&[leading, &[in_features]].concat()).ok().filter(|shape| *shape != x);
    let resized = resized.map(|shape| (Operand::Lhs, Change::Resize(shape)));
    let flat = flattened(x, in_features).map(|shape| (Operand::Lhs, Change::Reshape(shape)));
    for edits in [
        [None, weights[0], bias],
        [flat, weights[0], None],
        [flat, weights[0], bias],
        [None, weights[1], bias],
        [resized, weights[0], None],
        [resized, weights[0], bias],
    ] {
        let mut edits = edits.into_iter().flatten();
        if let Some((target, change)) = edits.next() {
            let fix = edits.fold(Fix::new(target, change), |fix, (target, change)| fix.and(target, change));
            offers.try_one(fix);
        }
    }
}
