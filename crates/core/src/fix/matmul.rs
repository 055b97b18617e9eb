//! Repairs of `matmul`.

use super::Fix;
use super::offers::{Offers, resizes};
use crate::rule;
use crate::shape::Shape;

/// Repairs of `lhs @ rhs`, best first; empty if the product exists, or if no single repair brings it about.
///
/// Each was tried: [`rule::matmul`] accepts the shapes that it leads to, and a tensor that it makes larger is still one
/// that may exist. Every failing pair has at least one, short of results past the limits.
pub fn matmul(lhs: Shape, rhs: Shape) -> Vec<Fix> {
    if rule::matmul(lhs, rhs).is_ok() {
        return Vec::new();
    }
    let mut offers = Offers::new(lhs, rhs, |lhs, rhs| rule::matmul(lhs, rhs).is_ok());
    if lhs.rank() == 0 || rhs.rank() == 0 {
        scalars(&mut offers);
        return offers.fixes;
    }
    // These keep every number.
    for fix in [Fix::TransposeLhs, Fix::TransposeRhs, Fix::Swap] {
        offers.try_one(fix);
    }
    if let ([k], 2..) = (lhs.dims(), rhs.rank()) {
        offers.try_shape(Fix::ReshapeLhs, &[*k, 1]);
    }
    if let (2.., [k]) = (lhs.rank(), rhs.dims()) {
        offers.try_shape(Fix::ReshapeRhs, &[1, *k]);
    }
    offers.try_in_order_of_loss(resizes(lhs, rhs, &rule::align(lhs, rhs)));
    offers.fixes
}

/// A scalar becomes the first element of a vector that fits the other operand; the other elements are zero.
fn scalars(offers: &mut Offers<impl Fn(Shape, Shape) -> bool>) {
    let one = Shape::vector(1);
    match (offers.lhs.dims(), offers.rhs.dims(), one) {
        ([], [], Ok(one)) => offers.try_one(Fix::ResizeBoth(one, one)),
        ([], [.., k, _] | [k], _) => offers.try_shape(Fix::ResizeLhs, &[*k]),
        ([.., k], [], _) => offers.try_shape(Fix::ResizeRhs, &[*k]),
        _ => {}
    }
}
