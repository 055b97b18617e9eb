//! Fixes of `matmul`.

use super::offers::{Offers, resizes};
use super::{Change, Fix};
use crate::rule::{self, Operand};
use crate::shape::Shape;

/// Fixes of `lhs @ rhs`, best first; empty if the product exists, or if no single fix brings it about.
///
/// Each was tried: [`rule::matmul`] accepts the shapes that it leads to, and a tensor that it makes larger is still one
/// that may exist. Every failing pair has at least one, short of results past the limits.
pub fn matmul(lhs: Shape, rhs: Shape) -> Vec<Fix> {
    if rule::matmul(lhs, rhs).is_ok() {
        return Vec::new();
    }
    let mut offers = Offers::new(lhs, rhs, |fix| {
        let (lhs, rhs) = fix.apply_shapes(lhs, rhs);
        rule::matmul(lhs, rhs).is_ok()
    });
    if lhs.rank() == 0 || rhs.rank() == 0 {
        scalars(&mut offers);
        return offers.fixes;
    }
    // These keep every number.
    batch_of_vectors(&mut offers);
    if let [.., inner, _] | [inner] = *rhs.dims() {
        offers.try_flatten(inner);
    }
    offers.try_turns();
    if let ([k], 2..) = (lhs.dims(), rhs.rank()) {
        offers.try_shape(Operand::Lhs, Change::Reshape, &[*k, 1]);
    }
    if let (2.., [k]) = (lhs.rank(), rhs.dims()) {
        offers.try_shape(Operand::Rhs, Change::Reshape, &[1, *k]);
    }
    offers.try_in_order_of_loss(resizes(lhs, rhs, &rule::align(lhs, rhs)));
    offers.fixes
}

/// A right operand (batch…, k) against a left one (batch…, m, k) is taken as a batch of vectors: (batch…, k, 1).
fn batch_of_vectors(offers: &mut Offers<impl Fn(&Fix) -> bool>) {
    if let ([batch @ .., _, k], [rhs_batch @ .., rhs_k]) = (offers.lhs.dims(), offers.rhs.dims())
        && !batch.is_empty()
        && (batch, k) == (rhs_batch, rhs_k)
    {
        let column = [offers.rhs.dims(), &[1]].concat();
        offers.try_shape(Operand::Rhs, Change::Reshape, &column);
    }
}

/// A scalar becomes the first element of a vector that fits the other operand; the other elements are zero.
fn scalars(offers: &mut Offers<impl Fn(&Fix) -> bool>) {
    match (offers.lhs.dims(), offers.rhs.dims(), Shape::vector(1)) {
        ([], [], Ok(one)) => {
            let change = Change::Resize(one);
            offers.try_one(Fix::new(Operand::Lhs, change).and(Operand::Rhs, change));
        }
        ([], [.., k, _] | [k], _) => {
            let k = *k;
            offers.try_shape(Operand::Lhs, Change::Resize, &[k]);
        }
        ([.., k], [], _) => {
            let k = *k;
            offers.try_shape(Operand::Rhs, Change::Resize, &[k]);
        }
        _ => {}
    }
}
