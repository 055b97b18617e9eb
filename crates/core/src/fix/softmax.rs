//! Fixes of a softmax.

use crate::rule::{self, SoftmaxError};
use crate::shape::{MAX_RANK, Shape};

/// A fix of a softmax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SoftmaxFix {
    /// Takes it along this dimension.
    Dim(i64),
    /// Gives the tensor a dimension of size 1 in front, as `unsqueeze(0)` does, and so this shape.
    Unsqueeze(Shape),
}

impl SoftmaxFix {
    /// The shape of the tensor and the dimension afterwards.
    pub fn apply(self, x: Shape, dim: i64) -> (Shape, i64) {
        match self {
            SoftmaxFix::Dim(dim) => (x, dim),
            SoftmaxFix::Unsqueeze(shape) => (shape, dim),
        }
    }
}

/// Fixes of a softmax along `dim`: the nearest legal dimension, then the last one, which is the one mostly meant, then a
/// further dimension in front if that makes `dim` legal. Empty if the softmax exists.
///
/// ```
/// use matwalk_core::{Shape, fix::{self, SoftmaxFix::{Dim, Unsqueeze}}};
/// let x = Shape::new(&[2, 3])?;
/// assert_eq!(fix::softmax(x, 2), [Dim(1), Unsqueeze(Shape::new(&[1, 2, 3])?)]);
/// assert_eq!(fix::softmax(x, -4), [Dim(-2), Dim(-1)]);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn softmax(x: Shape, dim: i64) -> Vec<SoftmaxFix> {
    let Err(SoftmaxError::DimOutOfRange { low, high, .. }) = rule::softmax(x, dim) else { return Vec::new() };
    let mut fixes = vec![SoftmaxFix::Dim(if dim > high { high } else { low })];
    // The highest one is the last one.
    if dim < low && low != -1 {
        fixes.push(SoftmaxFix::Dim(-1));
    }
    let mut sizes = [1; MAX_RANK];
    if let Some(rest) = sizes.get_mut(1..=x.rank()) {
        rest.copy_from_slice(x.dims());
        let unsqueezed = Shape::new(&sizes[..=x.rank()]).ok();
        let runs = |shape: &Shape| rule::softmax(*shape, dim).is_ok();
        fixes.extend(unsqueezed.filter(runs).map(SoftmaxFix::Unsqueeze));
    }
    fixes
}
