//! What the offers of all operations have in common.

use super::Fix;
use crate::rule::{Alignment, Column, Role, Verdict};
use crate::shape::{MAX_RANK, Shape};
use crate::tensor::Tensor;

/// Repairs collected so far, each tried before it is taken.
pub(super) struct Offers<F> {
    pub lhs: Shape,
    pub rhs: Shape,
    accepts: F,
    pub fixes: Vec<Fix>,
}

impl<F: Fn(Shape, Shape) -> bool> Offers<F> {
    pub fn new(lhs: Shape, rhs: Shape, accepts: F) -> Offers<F> {
        Offers { lhs, rhs, accepts, fixes: Vec::new() }
    }

    pub fn try_one(&mut self, fix: Fix) {
        let (lhs, rhs) = fix.apply_shapes(self.lhs, self.rhs);
        // What is already past the limit is not a tensor, but its shape may still be repaired.
        let may_exist = |old: Shape, new: Shape| new.numel() <= old.numel() || Tensor::check(new).is_ok();
        let (old_lhs, old_rhs) = if fix == Fix::Swap { (self.rhs, self.lhs) } else { (self.lhs, self.rhs) };
        if may_exist(old_lhs, lhs) && may_exist(old_rhs, rhs) && (self.accepts)(lhs, rhs) && !self.fixes.contains(&fix)
        {
            self.fixes.push(fix);
        }
    }

    pub fn try_shape(&mut self, fix: fn(Shape) -> Fix, dims: &[usize]) {
        if let Ok(shape) = Shape::new(dims) {
            self.try_one(fix(shape));
        }
    }

    /// The candidates that drop the fewest numbers first; among equals in the order given.
    pub fn try_in_order_of_loss(&mut self, mut candidates: Vec<Fix>) {
        let (lhs, rhs) = (self.lhs, self.rhs);
        candidates.sort_by_key(|fix| {
            let (new_lhs, new_rhs) = fix.apply_shapes(lhs, rhs);
            dropped(lhs, new_lhs) + dropped(rhs, new_rhs)
        });
        for fix in candidates {
            self.try_one(fix);
        }
    }
}

/// Candidates that make either operand meet the other where the two clash: first by taking over its sizes, then, for
/// batch sizes, by going down to 1, which stretches in `matmul`.
pub(super) fn resizes(lhs: Shape, rhs: Shape, alignment: &Alignment) -> Vec<Fix> {
    let mut candidates = Vec::new();
    for batch_to_one in [false, true] {
        candidates.extend(lhs_resized(lhs, alignment, batch_to_one).map(Fix::ResizeLhs));
        candidates.extend(rhs_resized(rhs, alignment, batch_to_one).map(Fix::ResizeRhs));
    }
    candidates
}

/// The left shape with each clashing size set to the right one's, or, with `batch_to_one`, clashing batch sizes set to 1.
pub(super) fn lhs_resized(lhs: Shape, alignment: &Alignment, batch_to_one: bool) -> Option<Shape> {
    resized(lhs, alignment, |c| (c.lhs.map(|d| d.index), c.rhs.map(|d| d.size)), batch_to_one)
}

/// The same for the right shape.
pub(super) fn rhs_resized(rhs: Shape, alignment: &Alignment, batch_to_one: bool) -> Option<Shape> {
    resized(rhs, alignment, |c| (c.rhs.map(|d| d.index), c.lhs.map(|d| d.size)), batch_to_one)
}

/// `sides` gives, for a column, the index of the operand's own dimension and the size of the other's.
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
