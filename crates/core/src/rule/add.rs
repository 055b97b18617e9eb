//! The rule of element-wise operations: `+`, `-`, `*`, `/`, comparisons and losses.

use super::align::{Alignment, Column, Role, dim_from_right, meet};
use super::{Clash, Dim, Exception, Kind, Wording};
use crate::shape::{MAX_RANK, Shape};

/// How two tensors are combined element by element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddPlan {
    /// The shape of the left operand.
    pub lhs: Shape,
    /// The shape of the right operand.
    pub rhs: Shape,
    /// The shape of the result, to which both are broadcast.
    pub out: Shape,
}

impl AddPlan {
    /// The dimensions of both operands laid over each other: [`align_add`] of them, without a clash.
    pub fn dims(&self) -> Alignment {
        align_add(self.lhs, self.rhs)
    }

    /// The row-major indices of the elements of lhs and rhs that make the result's element at row-major `index`; `None`
    /// past the last one.
    ///
    /// ```
    /// use matwalk_core::{Shape, rule};
    /// let plan = rule::add(Shape::new(&[2, 1])?, Shape::new(&[3])?).unwrap();
    /// assert_eq!(plan.sources(4), Some((1, 1)));
    /// # Ok::<(), matwalk_core::ShapeError>(())
    /// ```
    pub fn sources(&self, index: usize) -> Option<(usize, usize)> {
        (index < self.out.numel())
            .then(|| (self.out.broadcast_index(index, self.lhs), self.out.broadcast_index(index, self.rhs)))
    }
}

/// Why two shapes cannot be combined element by element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AddError {
    /// Two sizes differ and neither is 1.
    Size {
        /// The two dimensions.
        clash: Clash,
        /// Which dimension of the broadcast shape it is, from 0 at the outermost.
        dim: usize,
    },
    /// The result's non-zero sizes multiply to more than [`MAX_EXTENT`](crate::shape::MAX_EXTENT). A limit of this
    /// crate, not a rule of PyTorch.
    TooLarge,
}

impl AddError {
    /// The kind of mistake.
    pub fn kind(&self) -> Kind {
        match self {
            AddError::Size { .. } => Kind::Broadcast,
            AddError::TooLarge => Kind::TooLarge,
        }
    }

    /// The two dimensions at odds, if it is two sizes that clash.
    pub fn clash(&self) -> Option<Clash> {
        match *self {
            AddError::Size { clash, .. } => Some(clash),
            AddError::TooLarge => None,
        }
    }

    /// The exception that PyTorch raises; `None` for [`AddError::TooLarge`], which PyTorch has no rule against.
    pub fn exception(&self) -> Option<Exception> {
        (*self != AddError::TooLarge).then_some(Exception::RuntimeError)
    }

    /// What PyTorch prints, to the letter (the same in both wordings); `None` for [`AddError::TooLarge`], which PyTorch
    /// has no rule against.
    pub fn torch_text(&self, _: Wording) -> Option<String> {
        match *self {
            AddError::Size { clash, dim } => Some(size_text(clash, dim)),
            AddError::TooLarge => None,
        }
    }
}

/// What NumPy prints, as a `ValueError`, for two shapes that cannot be broadcast together; for two that can, `None`. The
/// text ends in a space.
///
/// ```
/// use matwalk_core::{Shape, rule};
/// let text = rule::numpy_add_text(Shape::new(&[2, 3])?, Shape::new(&[4])?);
/// assert_eq!(text.as_deref(), Some("operands could not be broadcast together with shapes (2,3) (4,) "));
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn numpy_add_text(lhs: Shape, rhs: Shape) -> Option<String> {
    clash_from_right(lhs, rhs)?;
    let text = |shape: Shape| shape.to_string().replace(' ', "");
    Some(format!("operands could not be broadcast together with shapes {} {} ", text(lhs), text(rhs)))
}

/// PyTorch's text for two sizes that cannot be broadcast together.
pub(super) fn size_text(Clash { lhs, rhs }: Clash, dim: usize) -> String {
    let (a, b) = (lhs.size, rhs.size);
    format!("The size of tensor a ({a}) must match the size of tensor b ({b}) at non-singleton dimension {dim}")
}

/// The rule of `+` and of all operations that combine two tensors element by element: shapes are aligned from the right,
/// and two sizes go together if they are equal or one of them is 1 or missing.
///
/// # Errors
/// [`AddError`], with the pair of sizes that PyTorch names when there are several: the last one.
///
/// ```
/// use matwalk_core::{Shape, rule};
/// let plan = rule::add(Shape::new(&[32, 1])?, Shape::new(&[32])?).unwrap();
/// assert_eq!(plan.out, Shape::new(&[32, 32])?);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn add(lhs: Shape, rhs: Shape) -> Result<AddPlan, AddError> {
    if let Some((clash, dim)) = clash_from_right(lhs, rhs) {
        return Err(AddError::Size { clash, dim });
    }
    let out = broadcast(lhs, rhs).ok_or(AddError::TooLarge)?;
    Ok(AddPlan { lhs, rhs, out })
}

/// The last pair of dimensions that cannot be broadcast together, and its place in the broadcast shape.
pub(super) fn clash_from_right(lhs: Shape, rhs: Shape) -> Option<(Clash, usize)> {
    let alignment = align_add(lhs, rhs);
    alignment.columns().iter().enumerate().rev().find_map(|(dim, column)| Some((column.clash()?, dim)))
}

/// The shape that both are broadcast to; `None` if there is none, or if it would be too large.
pub(super) fn broadcast(lhs: Shape, rhs: Shape) -> Option<Shape> {
    let mut out = [0; MAX_RANK];
    let alignment = align_add(lhs, rhs);
    for (slot, column) in out.iter_mut().zip(alignment.columns()) {
        *slot = column.out?.size;
    }
    Shape::new(&out[..alignment.columns().len()]).ok()
}

/// Lays two shapes over each other as `+` does, aligned from the right, whether or not they go together.
///
/// ```
/// use matwalk_core::{Shape, rule::{self, Verdict}};
/// let a = rule::align_add(Shape::new(&[2, 1, 3])?, Shape::new(&[5, 4])?);
/// let verdicts: Vec<_> = a.columns().iter().map(|c| c.verdict).collect();
/// assert_eq!(verdicts, [Verdict::StretchRhs, Verdict::StretchLhs, Verdict::Clash]);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn align_add(lhs: Shape, rhs: Shape) -> Alignment {
    let rank = lhs.rank().max(rhs.rank());
    let mut a = Alignment::empty();
    for from_right in (1..=rank).rev() {
        let (x, y) = (dim_from_right(lhs.dims(), from_right), dim_from_right(rhs.dims(), from_right));
        let (verdict, size) = meet(x.map(|d| d.size), y.map(|d| d.size));
        let out = size.map(|size| Dim { index: rank - from_right, size });
        a.push(Column { role: Role::Element, verdict, lhs: x, rhs: y, out });
    }
    a
}
