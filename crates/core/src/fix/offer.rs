//! Which repairs are offered for which operation.

use super::Fix;
use crate::rule::{self, Alignment, Column, Role, Verdict};
use crate::shape::{MAX_RANK, Shape};
use crate::tensor::Tensor;

/// Repairs of `lhs @ rhs`, best first; empty if the product exists, or if no single repair brings it about.
///
/// Each was tried: [`rule::matmul`] accepts the shapes that it leads to, and a tensor that it makes larger is still one
/// that may exist. Every failing pair of vectors and matrices has at least one.
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
    resizes(&mut offers, &rule::align(lhs, rhs));
    offers.fixes
}

/// Makes either operand meet the other: the one that grows first (zeros are added), then the one that shrinks (numbers
/// are dropped).
fn resizes(offers: &mut Offers<impl Fn(Shape, Shape) -> bool>, alignment: &Alignment) {
    let (lhs, rhs) = (offers.lhs, offers.rhs);
    let mut candidates: Vec<Fix> = Vec::new();
    for to_one in [false, true] {
        let new_lhs = resized(lhs, alignment, |c| (c.lhs.map(|d| d.index), c.rhs.map(|d| d.size)), to_one);
        let new_rhs = resized(rhs, alignment, |c| (c.rhs.map(|d| d.index), c.lhs.map(|d| d.size)), to_one);
        candidates.extend(new_lhs.map(Fix::ResizeLhs));
        candidates.extend(new_rhs.map(Fix::ResizeRhs));
    }
    // A stable sort: among equals the order above stays.
    candidates.sort_by_key(|fix| {
        let (new_lhs, new_rhs) = fix.apply_shapes(lhs, rhs);
        dropped(lhs, new_lhs) + dropped(rhs, new_rhs)
    });
    for fix in candidates {
        offers.try_one(fix);
    }
}

/// One operand's shape with each clashing size set to the other operand's, or, with `batch_to_one`, clashing batch sizes
/// set to 1, which stretches. `sides` gives the operand's index and the other's size in a column.
fn resized(
    shape: Shape,
    alignment: &Alignment,
    sides: impl Fn(&Column) -> (Option<usize>, Option<usize>),
    batch_to_one: bool,
) -> Option<Shape> {
    let mut dims = [0; MAX_RANK];
    let dims = &mut dims[..shape.rank()];
    dims.copy_from_slice(shape.dims());
    for column in alignment.columns().iter().filter(|c| c.verdict == Verdict::Clash) {
        if let (Some(index), Some(other)) = sides(column) {
            *dims.get_mut(index)? = if batch_to_one && column.role == Role::Batch { 1 } else { other };
        }
    }
    Shape::new(dims).ok()
}

/// How many elements have no place any more when a shape is cut to another, aligned from the right.
fn dropped(old: Shape, new: Shape) -> usize {
    let size = |shape: Shape, from_right: usize| shape.rank().checked_sub(from_right).map_or(1, |i| shape.dims()[i]);
    let rank = old.rank().max(new.rank());
    let kept: usize = (1..=rank).map(|i| size(old, i).min(size(new, i))).product();
    old.numel() - kept
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

/// Repairs collected so far, each tried before it is taken.
struct Offers<F> {
    lhs: Shape,
    rhs: Shape,
    accepts: F,
    fixes: Vec<Fix>,
}

impl<F: Fn(Shape, Shape) -> bool> Offers<F> {
    fn new(lhs: Shape, rhs: Shape, accepts: F) -> Offers<F> {
        Offers { lhs, rhs, accepts, fixes: Vec::new() }
    }

    fn try_one(&mut self, fix: Fix) {
        let (lhs, rhs) = fix.apply_shapes(self.lhs, self.rhs);
        // What is already past the limit is not a tensor, but its shape may still be repaired.
        let may_exist = |old: Shape, new: Shape| new.numel() <= old.numel() || Tensor::check(new).is_ok();
        let (old_lhs, old_rhs) = if fix == Fix::Swap { (self.rhs, self.lhs) } else { (self.lhs, self.rhs) };
        if may_exist(old_lhs, lhs) && may_exist(old_rhs, rhs) && (self.accepts)(lhs, rhs) && !self.fixes.contains(&fix)
        {
            self.fixes.push(fix);
        }
    }

    fn try_shape(&mut self, fix: fn(Shape) -> Fix, dims: &[usize]) {
        if let Ok(shape) = Shape::new(dims) {
            self.try_one(fix(shape));
        }
    }
}
