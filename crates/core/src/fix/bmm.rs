//! Fixes of `bmm`.

use super::offers::{Offers, lhs_resized, resizes, rhs_resized};
use super::{Change, Fix};
use crate::rule::{self, Operand};
use crate::shape::Shape;

/// Fixes of `bmm(lhs, rhs)`, best first; empty if the product exists, or if no single fix brings it about.
///
/// Each was tried: [`rule::bmm`] accepts the shapes that it leads to. Every failing pair has at least one, short of
/// results past the limits.
///
/// ```
/// use matwalk_core::{Shape, fix::{self, Change, Fix}, rule::Operand};
/// let (one, two) = (Shape::new(&[1, 3, 4])?, Shape::new(&[2, 4, 5])?);
/// let expand = Change::Expand(Shape::new(&[2, 3, 4])?);
/// assert_eq!(fix::bmm(one, two)[0], Fix::new(Operand::Lhs, expand));
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn bmm(lhs: Shape, rhs: Shape) -> Vec<Fix> {
    if rule::bmm(lhs, rhs).is_ok() {
        return Vec::new();
    }
    let mut offers = Offers::new(lhs, rhs, |fix| {
        let (lhs, rhs) = fix.apply_shapes(lhs, rhs);
        rule::bmm(lhs, rhs).is_ok()
    });
    offers.try_turns();
    let (Some(lhs3), Some(rhs3)) = (stack(lhs, Operand::Lhs), stack(rhs, Operand::Rhs)) else { return offers.fixes };
    match (lhs3 == lhs, rhs3 == rhs) {
        (false, true) => offers.try_change(Operand::Lhs, Change::Reshape(lhs3)),
        (true, false) => offers.try_change(Operand::Rhs, Change::Reshape(rhs3)),
        (false, false) => offers.try_one(both(Change::Reshape(lhs3), Change::Reshape(rhs3))),
        (true, true) => {}
    }
    // What matmul would have done by itself.
    if let ([1, m, k], &[batch, ..]) = (lhs3.dims(), rhs3.dims()) {
        offers.try_shape(Operand::Lhs, Change::Expand, &[batch, *m, *k]);
    }
    if let (&[batch, ..], [1, k, n]) = (lhs3.dims(), rhs3.dims()) {
        // A vector, made a column first, would have to be turned as well.
        if rhs.rank() > 1 {
            offers.try_shape(Operand::Rhs, Change::Expand, &[batch, *k, *n]);
        }
    }
    let (lhs3, rhs3) = (three(lhs), three(rhs));
    let (Some(lhs3), Some(rhs3)) = (lhs3, rhs3) else { return offers.fixes };
    let alignment = rule::align_bmm(lhs3, rhs3);
    let mut candidates = resizes(lhs3, rhs3, &alignment);
    if lhs3 != lhs && rhs3 != rhs {
        let resize = |lhs, rhs| both(Change::Resize(lhs), Change::Resize(rhs));
        candidates.extend(lhs_resized(lhs3, &alignment, false).map(|shape| resize(shape, rhs3)));
        candidates.extend(rhs_resized(rhs3, &alignment, false).map(|shape| resize(lhs3, shape)));
    }
    offers.try_in_order_of_loss(candidates);
    offers.fixes
}

fn both(lhs: Change, rhs: Change) -> Fix {
    Fix::new(Operand::Lhs, lhs).and(Operand::Rhs, rhs)
}

/// The shape as a stack of matrices without moving an element: a matrix is a stack of one, a vector a row on the left and
/// a column on the right, and of more than one batch dimension one is made.
fn stack(shape: Shape, operand: Operand) -> Option<Shape> {
    match (shape.dims(), operand) {
        ([], _) => Shape::new(&[1, 1, 1]),
        ([k], Operand::Lhs) => Shape::new(&[1, 1, *k]),
        ([k], _) => Shape::new(&[1, *k, 1]),
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
