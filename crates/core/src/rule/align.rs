//! Two shapes laid over each other, dimension by dimension, with a verdict each.

use super::{Clash, Dim};
use crate::shape::{MAX_RANK, Shape};

/// The most columns there can be: in a linear layer each dimension of either operand may stand alone, but for the two
/// inner ones.
const MAX_COLUMNS: usize = 2 * MAX_RANK - 1;

/// What a dimension is for in an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Counts matrices; aligned from the right among the batch dimensions.
    Batch,
    /// Counts the rows of the left operand, and so of the result.
    Row,
    /// Summed over: the last dimension of the left operand against the last but one of the right (its only one, if it
    /// is a vector). It is not in the result.
    Inner,
    /// Counts the columns of the right operand, and so of the result.
    Col,
    /// A dimension of an element-wise operation; aligned from the right.
    Element,
    /// A dimension of a softmax along which it is computed.
    Along,
    /// Another dimension of a softmax: it counts the groups that are computed separately.
    Group,
}

/// How one column of an [`Alignment`] comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Batch dimensions or dimensions of an element-wise operation of one size.
    Equal,
    /// The left operand has size 1 here, or no such dimension, and is repeated.
    StretchLhs,
    /// The right operand has size 1 here, or no such dimension, and is repeated.
    StretchRhs,
    /// Inner dimensions of one size: summed over.
    Inner,
    /// Only one operand has it, and the result keeps it.
    Kept,
    /// No operand has it: a vector counts as a matrix with a size of 1 here, and the result has no such dimension.
    Lent,
    /// The elements along it sum to 1 after a softmax. The result keeps it.
    SumsToOne,
    /// The sizes do not go together.
    Clash,
}

/// One column of an [`Alignment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Column {
    /// What the dimension is for.
    pub role: Role,
    /// How it comes out.
    pub verdict: Verdict,
    /// The left operand's dimension, if it has one here.
    pub lhs: Option<Dim>,
    /// The right operand's dimension, if it has one here.
    pub rhs: Option<Dim>,
    /// The result's dimension; none for the inner column and for a clash. The other columns have theirs even if some
    /// column clashes, so that what does go together can be shown.
    pub out: Option<Dim>,
}

impl Column {
    /// The column of the size of 1 that a vector is lent.
    pub(super) const fn lent(role: Role) -> Column {
        Column { role, verdict: Verdict::Lent, lhs: None, rhs: None, out: None }
    }

    /// The two dimensions at odds, if this column clashes and both operands have one.
    pub fn clash(&self) -> Option<Clash> {
        match (self.verdict, self.lhs, self.rhs) {
            (Verdict::Clash, Some(lhs), Some(rhs)) => Some(Clash { lhs, rhs }),
            _ => None,
        }
    }
}

/// Two shapes laid over each other: batch dimensions (aligned from the right, where a missing one counts as 1), then the
/// left operand's rows, the inner dimension, and the right operand's columns. A vector is lent a row or a column of size
/// 1 ([`Verdict::Lent`]); a scalar has no dimension at all.
///
/// The columns stand outermost first, as shapes are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alignment {
    len: usize,
    columns: [Column; MAX_COLUMNS],
}

impl Alignment {
    pub(super) fn empty() -> Alignment {
        let blank = Column { role: Role::Batch, verdict: Verdict::Equal, lhs: None, rhs: None, out: None };
        Alignment { len: 0, columns: [blank; MAX_COLUMNS] }
    }

    pub(super) fn push(&mut self, column: Column) {
        if let Some(slot) = self.columns.get_mut(self.len) {
            *slot = column;
            self.len += 1;
        }
    }

    /// The columns, outermost first.
    pub fn columns(&self) -> &[Column] {
        &self.columns[..self.len]
    }

    /// Whether any column clashes.
    pub fn clashes(&self) -> bool {
        self.columns().iter().any(|c| c.verdict == Verdict::Clash)
    }
}

/// Lays two shapes over each other as `matmul` does, whether or not they can be multiplied.
///
/// Every column gets its own verdict, also past the first clash, while [`matmul`](super::matmul) names the one that
/// PyTorch names.
///
/// ```
/// use matwalk_core::{Shape, rule::{self, Verdict}};
/// let a = rule::align(Shape::new(&[2, 1, 3, 4])?, Shape::new(&[5, 4, 6])?);
/// let verdicts: Vec<_> = a.columns().iter().map(|c| c.verdict).collect();
/// use Verdict::*;
/// assert_eq!(verdicts, [StretchRhs, StretchLhs, Kept, Inner, Kept]);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn align(lhs: Shape, rhs: Shape) -> Alignment {
    align_with(Sides::of_lhs(&lhs), Sides::of_rhs(&rhs), |_, x, y| meet(x, y))
}

/// The alignment of two operands by a rule for batch dimensions: from the place counted from the right (1 is the last)
/// and the two sizes, if there, to the verdict and the size that comes out.
pub(super) fn align_with(
    l: Sides<'_>,
    r: Sides<'_>,
    meet: impl Fn(usize, Option<usize>, Option<usize>) -> (Verdict, Option<usize>),
) -> Alignment {
    let mut a = Alignment::empty();
    let batch_rank = l.batch.len().max(r.batch.len());
    for from_right in (1..=batch_rank).rev() {
        let (lhs, rhs) = (dim_from_right(l.batch, from_right), dim_from_right(r.batch, from_right));
        let (verdict, size) = meet(from_right, lhs.map(|d| d.size), rhs.map(|d| d.size));
        let out = size.map(|size| Dim { index: batch_rank - from_right, size });
        a.push(Column { role: Role::Batch, verdict, lhs, rhs, out });
    }
    if let Some(row) = l.kept {
        let out = Some(Dim { index: batch_rank, size: row.size });
        a.push(Column { role: Role::Row, verdict: Verdict::Kept, lhs: Some(row), rhs: None, out });
    }
    if l.kept.is_none() && l.inner.is_some() {
        a.push(Column::lent(Role::Row));
    }
    if l.inner.is_some() || r.inner.is_some() {
        // Against a scalar there is nothing to sum over.
        let same = matches!((l.inner, r.inner), (Some(x), Some(y)) if x.size == y.size);
        let verdict = if same { Verdict::Inner } else { Verdict::Clash };
        a.push(Column { role: Role::Inner, verdict, lhs: l.inner, rhs: r.inner, out: None });
    }
    if let Some(col) = r.kept {
        let out = Some(Dim { index: batch_rank + usize::from(l.kept.is_some()), size: col.size });
        a.push(Column { role: Role::Col, verdict: Verdict::Kept, lhs: None, rhs: Some(col), out });
    }
    if r.kept.is_none() && r.inner.is_some() {
        a.push(Column::lent(Role::Col));
    }
    a
}

/// A shape taken apart by the roles that its dimensions have in a product.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    pub batch: &'a [usize],
    pub kept: Option<Dim>,
    pub inner: Option<Dim>,
}

impl<'a> Sides<'a> {
    /// `(batch…, row, inner)`, `(inner)` or `()`.
    pub fn of_lhs(shape: &'a Shape) -> Sides<'a> {
        match shape.dims() {
            [] => Sides { batch: &[], kept: None, inner: None },
            [k] => Sides { batch: &[], kept: None, inner: Some(Dim { index: 0, size: *k }) },
            [batch @ .., m, k] => Sides {
                batch,
                kept: Some(Dim { index: batch.len(), size: *m }),
                inner: Some(Dim { index: batch.len() + 1, size: *k }),
            },
        }
    }

    /// `(batch…, inner, col)`, `(inner)` or `()`.
    pub fn of_rhs(shape: &'a Shape) -> Sides<'a> {
        match shape.dims() {
            [batch @ .., k, n] => Sides {
                batch,
                inner: Some(Dim { index: batch.len(), size: *k }),
                kept: Some(Dim { index: batch.len() + 1, size: *n }),
            },
            _ => Sides::of_lhs(shape),
        }
    }
}

/// The dimension that stands `from_right` places from the end (1 is the last).
pub(super) fn dim_from_right(dims: &[usize], from_right: usize) -> Option<Dim> {
    let index = dims.len().checked_sub(from_right)?;
    dims.get(index).map(|&size| Dim { index, size })
}

/// The broadcasting rule for one pair of batch dimensions, a missing one counting as 1: the verdict and the size that
/// comes out.
pub(super) fn meet(lhs: Option<usize>, rhs: Option<usize>) -> (Verdict, Option<usize>) {
    match (lhs, rhs) {
        (Some(x), Some(y)) if x == y => (Verdict::Equal, Some(x)),
        (None | Some(1), Some(y)) => (Verdict::StretchLhs, Some(y)),
        (Some(x), None | Some(1)) => (Verdict::StretchRhs, Some(x)),
        (Some(_), Some(_)) => (Verdict::Clash, None),
        (None, None) => (Verdict::Equal, Some(1)),
    }
}
