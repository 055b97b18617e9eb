//! What the offers of all operations have in common.

use super::{Change, Fix};
use crate::rule::{Alignment, Column, Operand, Role, Verdict};
use crate::shape::{MAX_RANK, Shape};
use crate::tensor::Tensor;

/// Fixes collected so far, each tried before it is taken.
pub(super) struct Offers<F> {
    pub lhs: Shape,
    pub rhs: Shape,
    accepts: F,
    pub fixes: Vec<Fix>,
}

impl<F: Fn(&Fix) -> bool> Offers<F> {
    /// For two operands; `accepts` says whether the operation exists after a fix.
    pub fn new(lhs: Shape, rhs: Shape, accepts: F) -> Offers<F> {
        Offers { lhs, rhs, accepts, fixes: Vec::new() }
    }

    pub fn try_one(&mut self, fix: Fix) {
        let (lhs, rhs) = fix.apply_shapes(self.lhs, self.rhs);
        // An operand past the limit is not a tensor, but its shape may still be fixed.
        let may_exist = |old: Shape, new: Shape| new.numel() <= old.numel() || Tensor::check(new).is_ok();
        let (old_lhs, old_rhs) = if fix == Fix::Swap { (self.rhs, self.lhs) } else { (self.lhs, self.rhs) };
        let exists = may_exist(old_lhs, lhs) && may_exist(old_rhs, rhs);
        if exists && (self.accepts)(&fix) && !self.fixes.contains(&fix) {
            self.fixes.push(fix);
        }
    }

    pub fn try_change(&mut self, target: Operand, change: Change) {
        self.try_one(Fix::new(target, change));
    }

    /// Tries a change to a shape with these sizes, if there is one.
    pub fn try_shape(&mut self, target: Operand, change: fn(Shape) -> Change, dims: &[usize]) {
        if let Ok(shape) = Shape::new(dims) {
            self.try_change(target, change(shape));
        }
    }

    /// Both transposes, then the exchange.
    pub fn try_turns(&mut self) {
        self.try_change(Operand::Lhs, Change::Transpose);
        self.try_change(Operand::Rhs, Change::Transpose);
        self.try_one(Fix::Swap);
    }

    /// The left operand with its trailing dimensions flattened into one of size `inner`, as `x.flatten(d)` does.
    pub fn try_flatten(&mut self, inner: usize) {
        if let Some(flat) = flattened(self.lhs, inner) {
            self.try_change(Operand::Lhs, Change::Reshape(flat));
        }
    }

    /// The candidates that drop the fewest numbers first; among equals in the order given.
    pub fn try_in_order_of_loss(&mut self, mut candidates: Vec<Fix>) {
        let (lhs, rhs) = (self.lhs, self.rhs);
        let loss = |fix: &Fix| {
            let (new_lhs, new_rhs) = fix.apply_shapes(lhs, rhs);
            dropped(lhs, new_lhs) + dropped(rhs, new_rhs)
        };
        // By selection: there are a handful, and the library's sort is 20 kB of WebAssembly.
        while let Some(next) = (0..candidates.len()).min_by_key(|&place| loss(&candidates[place])) {
            let fix = candidates.remove(next);
            self.try_one(fix);
        }
    }
}

/// The shape with two or more of its trailing dimensions flattened into one of size `inner`: all but the first one if
/// that fits, else fewer, else all.
pub(super) fn flattened(shape: Shape, inner: usize) -> Option<Shape> {
    let last = shape.rank().saturating_sub(1);
    (1..last).chain(if last > 0 { Some(0) } else { None }).find_map(|keep| {
        let (kept, flat) = shape.dims().split_at(keep);
        // A size of 1 more or less is not worth a fix, and a fix with a size of 0 would be another result.
        let fits = flat.iter().product::<usize>() == inner && inner > 0 && flat.iter().filter(|&&s| s != 1).count() > 1;
        fits.then(|| Shape::new(&[kept, &[inner]].concat()).ok()).flatten()
    })
}

/// Candidates that make either operand meet the other where the two clash: first by taking over its sizes, then, for
/// batch sizes and element-wise operations, by going down to 1, which stretches.
pub(super) fn resizes(lhs: Shape, rhs: Shape, alignment: &Alignment) -> Vec<Fix> {
    let mut candidates = Vec::new();
    for to_one in [false, true] {
        let resized = |target| move |shape| Fix::new(target, Change::Resize(shape));
        candidates.extend(lhs_resized(lhs, alignment, to_one).map(resized(Operand::Lhs)));
        candidates.extend(rhs_resized(rhs, alignment, to_one).map(resized(Operand::Rhs)));
    }
    candidates
}

/// The left shape with each clashing size set to the right one's, or, with `to_one`, those of dimensions that stretch set
/// to 1.
pub(super) fn lhs_resized(lhs: Shape, alignment: &Alignment, to_one: bool) -> Option<Shape> {
    resized(lhs, alignment, |c| (c.lhs.map(|d| d.index), c.rhs.map(|d| d.size)), to_one)
}

/// The same for the right shape.
pub(super) fn rhs_resized(rhs: Shape, alignment: &Alignment, to_one: bool) -> Option<Shape> {
    resized(rhs, alignment, |c| (c.rhs.map(|d| d.index), c.lhs.map(|d| d.size)), to_one)
}

/// `sides` gives, for a column, the index of the operand's own dimension and the size of the other's.
fn resized(
    shape: Shape,
    alignment: &Alignment,
    sides: impl Fn(&Column) -> (Option<usize>, Option<usize>),
    to_one: bool,
) -> Option<Shape> {
    let mut dims = [0; MAX_RANK];
    let dims = &mut dims[..shape.rank()];
    dims.copy_from_slice(shape.dims());
    for column in alignment.columns().iter().filter(|c| c.verdict == Verdict::Clash) {
        if let (Some(index), Some(other)) = sides(column) {
            let stretches = matches!(column.role, Role::Batch | Role::Element);
            *dims.get_mut(index)? = if to_one && stretches { 1 } else { other };
        }
    }
    Shape::new(dims).ok()
}

/// How many elements have no place any more when a shape is cut to another, aligned from the right.
fn dropped(old: Shape, new: Shape) -> usize {
    if old.numel() == new.numel() {
        // Turned or reshaped: nothing is lost.
        return 0;
    }
    let size = |shape: Shape, from_right: usize| shape.rank().checked_sub(from_right).map_or(1, |i| shape.dims()[i]);
    let rank = old.rank().max(new.rank());
    let kept: usize = (1..=rank).map(|i| size(old, i).min(size(new, i))).product();
    old.numel() - kept
}
