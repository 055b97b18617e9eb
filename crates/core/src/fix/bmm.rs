//! Repairs of `bmm`.

use super::Fix;
use super::offers::{Offers, lhs_resized, resizes, rhs_resized};
use crate::rule::{self, Operand};
use crate::shape::Shape;

/// Repairs of `bmm(lhs, rhs)`, best first; empty if the product exists, or if no single repair brings it about.
///
/// Each was tried: [`rule::bmm`] accepts the shapes that it leads to. Every failing pair of rank 2 or 3 has at least
/// one, short of results past the limits.
///
/// ```
/// use matwalk_core::{Shape, fix::{self, Fix}};
/// let (one, two) = (Shape::new(&[1, 3, 4])?, Shape::new(&[2, 4, 5])?);
/// assert_eq!(fix::bmm(one, two)[0], Fix::ExpandLhs(Shape::new(&[2, 3, 4])?));
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn bmm(lhs: Shape, rhs: Shape) -> Vec<Fix> {
    if rule::bmm(lhs, rhs).is_ok() {
        return Vec::new();
    }
    let mut offers = Offers::new(lhs, rhs, |lhs, rhs| rule::bmm(lhs, rhs).is_ok());
    for fix in [Fix::TransposeLhs, Fix::TransposeRhs, Fix::Swap] {
        offers.try_one(fix);
    }
    let (Some(lhs3), Some(rhs3)) = (stack(lhs, Operand::Lhs), stack(rhs, Operand::Rhs)) else { return offers.fixes };
    match (lhs3 == lhs, rhs3 == rhs) {
        (false, true) => offers.try_one(Fix::ReshapeLhs(lhs3)),
        (true, false) => offers.try_one(Fix::ReshapeRhs(rhs3)),
        (false, false) => offers.try_one(Fix::ReshapeBoth(lhs3, rhs3)),
        (true, true) => {}
    }
    // What matmul would have done by itself.
    if let ([1, m, k], &[batch, ..]) = (lhs3.dims(), rhs3.dims()) {
        offers.try_shape(Fix::ExpandLhs, &[batch, *m, *k]);
    }
    if let (&[batch, ..], [1, k, n]) = (lhs3.dims(), rhs3.dims()) {
        // A vector, made a column first, would have to be turned as well.
        if rhs.rank() > 1 {
            offers.try_shape(Fix::ExpandRhs, &[batch, *k, *n]);
        }
    }
    let (lhs3, rhs3) = (three(lhs), three(rhs));
    let (Some(lhs3), Some(rhs3)) = (lhs3, rhs3) else { return offers.fixes };
    let alignment = rule::align_bmm(lhs3, rhs3);
    let mut candidates = resizes(lhs3, rhs3, &alignment);
    if lhs3 != lhs && rhs3 != rhs {
        candidates.extend(lhs_resized(lhs3, &alignment, false).map(|shape| Fix::ResizeBoth(shape, rhs3)));
        candidates.extend(rhs_resized(rhs3, &alignment, false).map(|shape| Fix::ResizeBoth(lhs3, shape)));
    }
    offers.try_in_order_of_loss(candidates);
    offers.fixes
}

/// The shape as a stack of matrices without moving an element: a matrix is a stack of one, a vector a row on the left and
/// a column on the right, and of more than one batch dimension one is made.
fn stack(shape: Shape, operand: Operand) -> Option<Shape> {
    match (shape.dims(), operand) {
        ([], _) => Shape::new(&[1, 1, 1]),
        ([k], Operand::Lhs) => Shape::new(&[1, 1, *k]),
        ([k], Operand::Rhs) => Shape::new(&[1, *k, 1]),
        ([batch @ .., rows, cols], _) => Shape::new(&[batch.iter().product(), *rows, *cols]),
    }
    .ok()
}

/// The shape with leading ones, or without leading dimensions, so that it has rank 3: what it is resized from.
fn three(shape: Shape) -> Option<Shape> {
    match shape.dims() {
        [.., batch, rows, cols] => Shape::new(&[*batch, *rows, *cols]),
        [rows, cols] => Shape::new(&[1, *rows, *cols]),
        [cols] => Shape::new(&[1, 1, *cols]),
        [] => Shape::new(&[1, 1, 1]),
    }
    .ok()
}
