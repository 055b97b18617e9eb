//! Repairs of a softmax.

use super::Fix;
use crate::rule::{self, SoftmaxError};
use crate::shape::Shape;

/// Repairs of a softmax over `dim`: the nearest legal dimension, then the last one, which is the one mostly meant. Empty
/// if the softmax exists.
///
/// ```
/// use matwalk_core::{Shape, fix::{self, Fix}};
/// let x = Shape::new(&[2, 3])?;
/// assert_eq!(fix::softmax(x, 2), [Fix::Dim(1)]);
/// assert_eq!(fix::softmax(x, -3), [Fix::Dim(-2), Fix::Dim(-1)]);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn softmax(x: Shape, dim: i64) -> Vec<Fix> {
    match rule::softmax(x, dim) {
        Ok(_) => Vec::new(),
        // From above, the nearest one is the last one.
        Err(SoftmaxError::DimOutOfRange { high, .. }) if dim > high => vec![Fix::Dim(high)],
        Err(SoftmaxError::DimOutOfRange { low: -1, .. }) => vec![Fix::Dim(-1)],
        Err(SoftmaxError::DimOutOfRange { low, .. }) => vec![Fix::Dim(low), Fix::Dim(-1)],
    }
}
