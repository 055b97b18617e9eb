//! Fixes of element-wise operations.

use super::offers::{Offers, resizes};
use super::{Change, Fix};
use crate::rule::{self, Operand};
use crate::shape::Shape;

/// Fixes of `lhs + rhs` and of all operations by element, best first; empty if the shapes go together.
///
/// Each was tried: [`rule::add`] accepts the shapes that it leads to. Every failing pair has at least one, short of
/// results past the limits.
///
/// ```
/// use matwalk_core::{Shape, fix::{self, Change, Fix}, rule::Operand};
/// // A value for each row.
/// let (a, b) = (Shape::new(&[32, 10])?, Shape::new(&[32])?);
/// let column = Change::Reshape(Shape::new(&[32, 1])?);
/// assert_eq!(fix::add(a, b)[0], Fix::new(Operand::Rhs, column));
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn add(lhs: Shape, rhs: Shape) -> Vec<Fix> {
    if rule::add(lhs, rhs).is_ok() {
        return Vec::new();
    }
    let mut offers = Offers::new(lhs, rhs, |fix| {
        let (lhs, rhs) = fix.apply_shapes(lhs, rhs);
        rule::add(lhs, rhs).is_ok()
    });
    // Same elements, other shape: (32, 1, 28) and (32, 28).
    let squeezed = |shape: Shape| -> Vec<usize> { shape.dims().iter().copied().filter(|&size| size != 1).collect() };
    if squeezed(lhs) == squeezed(rhs) {
        offers.try_change(Operand::Rhs, Change::Reshape(lhs));
    }
    // Aligned from the left: dimensions of size 1 at the end.
    for (target, short, long) in [(Operand::Rhs, rhs, lhs), (Operand::Lhs, lhs, rhs)] {
        for trailing in 1..=long.rank().saturating_sub(short.rank()) {
            let unsqueezed = [short.dims(), &vec![1; trailing]].concat();
            offers.try_shape(target, Change::Reshape, &unsqueezed);
        }
    }
    offers.try_change(Operand::Lhs, Change::Transpose);
    offers.try_change(Operand::Rhs, Change::Transpose);
    offers.try_in_order_of_loss(resizes(lhs, rhs, &rule::align_add(lhs, rhs)));
    offers.fixes
}
