//! The rule of `torch.softmax`.

use super::align::{Alignment, Column, Role, Verdict};
use super::{Dim, Exception, Kind, Wording};
use crate::shape::Shape;

/// How a softmax is computed: along which dimension, and how its rows lie in memory.
///
/// A row's elements are `outer_index * len * inner + i * inner + inner_index` for i in `0..len`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoftmaxPlan {
    /// The shape of the input and of the result.
    pub out: Shape,
    /// The dimension, counted from the front; 0 for a scalar, which counts as a vector of one element.
    pub dim: usize,
    /// How many rows lie one after the other: the product of the sizes in front of the dimension.
    pub outer: usize,
    /// How many elements a row has: these sum to 1.
    pub len: usize,
    /// How far apart the elements of a row lie: the product of the sizes behind the dimension.
    pub inner: usize,
}

/// Why a softmax cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SoftmaxError {
    /// The tensor has no such dimension.
    DimOutOfRange {
        /// The dimension asked for.
        dim: i64,
        /// The lowest legal one: minus the rank (-1 for a scalar).
        low: i64,
        /// The highest legal one: the rank minus 1 (0 for a scalar).
        high: i64,
    },
}

impl SoftmaxError {
    /// The kind of mistake.
    pub fn kind(&self) -> Kind {
        match self {
            SoftmaxError::DimOutOfRange { .. } => Kind::Range,
        }
    }

    /// The exception that PyTorch raises. It always has one for this operation.
    pub fn exception(&self) -> Option<Exception> {
        match self {
            SoftmaxError::DimOutOfRange { .. } => Some(Exception::IndexError),
        }
    }

    /// What PyTorch prints, to the letter (the same in both wordings).
    pub fn torch_text(&self, _: Wording) -> Option<String> {
        let SoftmaxError::DimOutOfRange { dim, low, high } = self;
        Some(format!("Dimension out of range (expected to be in range of [{low}, {high}], but got {dim})"))
    }
}

/// The dimensions of a tensor and what a softmax along `dim` does with each; no column is [`Role::Along`] if there is no
/// such dimension.
pub fn align_softmax(x: Shape, dim: i64) -> Alignment {
    let along = softmax(x, dim).ok().map(|plan| plan.dim);
    let mut a = Alignment::empty();
    for (index, &size) in x.dims().iter().enumerate() {
        let dim = Some(Dim { index, size });
        let (role, verdict) =
            if along == Some(index) { (Role::Along, Verdict::SumsToOne) } else { (Role::Group, Verdict::Kept) };
        a.push(Column { role, verdict, lhs: dim, rhs: None, out: dim });
    }
    a
}

/// The rule of `torch.softmax`: `dim` is one of the dimensions, counted from the front (0 and up) or from the back (-1
/// and down). A scalar counts as a vector of one element.
///
/// # Errors
/// [`SoftmaxError::DimOutOfRange`].
///
/// ```
/// use matwalk_core::{Shape, rule};
/// let plan = rule::softmax(Shape::new(&[2, 3, 4])?, -2).unwrap();
/// assert_eq!((plan.dim, plan.outer, plan.len, plan.inner), (1, 2, 3, 4));
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn softmax(x: Shape, dim: i64) -> Result<SoftmaxPlan, SoftmaxError> {
    // At most MAX_RANK, so it fits.
    let rank = x.rank().max(1) as i64;
    let (low, high) = (-rank, rank - 1);
    if !(low..=high).contains(&dim) {
        return Err(SoftmaxError::DimOutOfRange { dim, low, high });
    }
    let dim = if dim < 0 { dim + rank } else { dim } as usize;
    Ok(SoftmaxPlan {
        out: x,
        dim,
        outer: x.dims().iter().take(dim).product(),
        len: x.dims().get(dim).copied().unwrap_or(1),
        inner: x.dims().iter().skip(dim + 1).product(),
    })
}
