//! The rule of `torch.matmul`.

mod error;

pub use error::MatmulError;
pub(super) use error::{bmm_text, length_text, mm_text, mv_text};

use super::align::{Alignment, Sides, align, dim_from_right, meet};
use super::{BatchOffsets, Clash};
use crate::shape::{MAX_RANK, Shape};

/// How two tensors are multiplied: every size that a kernel needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatmulPlan {
    /// The shape of the left operand.
    pub lhs: Shape,
    /// The shape of the right operand.
    pub rhs: Shape,
    /// The shape of the result: the batch, then the rows unless `lhs_is_vector`, then the columns unless
    /// `rhs_is_vector`.
    pub out: Shape,
    /// The broadcast batch: `()` where neither operand has batch dimensions.
    pub batch: Shape,
    /// Rows of each left matrix; 1 for a vector, which counts as one row.
    pub m: usize,
    /// The size summed over. It may be 0, and then every element of the result is `+0`.
    pub k: usize,
    /// Columns of each right matrix; 1 for a vector, which counts as one column.
    pub n: usize,
    /// The left operand has rank 1.
    pub lhs_is_vector: bool,
    /// The right operand has rank 1.
    pub rhs_is_vector: bool,
}

impl MatmulPlan {
    /// The dimensions of both operands laid over each other: [`align`] of them, without a clash.
    pub fn dims(&self) -> Alignment {
        align(self.lhs, self.rhs)
    }

    /// For each matrix of the result, in row-major order of the batch, which matrices are multiplied:
    /// `(lhs, rhs, out)`, counted in matrices (of `m * k`, `k * n` and `m * n` elements). A stretched operand's matrix
    /// comes up again and again.
    ///
    /// ```
    /// use matwalk_core::{Shape, rule};
    /// let plan = rule::matmul(Shape::new(&[2, 3, 4])?, Shape::new(&[1, 4, 5])?).unwrap();
    /// assert_eq!(plan.batch_offsets().collect::<Vec<_>>(), [(0, 0, 0), (1, 0, 1)]);
    /// # Ok::<(), matwalk_core::ShapeError>(())
    /// ```
    pub fn batch_offsets(&self) -> BatchOffsets {
        BatchOffsets::new(Sides::of_lhs(&self.lhs).batch, Sides::of_rhs(&self.rhs).batch)
    }

    /// What [`batch_offsets`](MatmulPlan::batch_offsets) gives for the result matrix `out`, without walking there; `None`
    /// past the batch.
    pub fn batch_offset(&self, out: usize) -> Option<(usize, usize, usize)> {
        self.batch_offsets().get(out)
    }
}

/// The rule of `torch.matmul`: ranks from 1 up, batch dimensions broadcast from the right, a vector counting as one row
/// on the left and one column on the right.
///
/// # Errors
/// [`MatmulError`], with the mistake that PyTorch names when there are several: batch dimensions come before inner ones
/// (and from the innermost outwards), except where PyTorch folds the product into a single matrix product and never
/// looks at a batch.
///
/// ```
/// use matwalk_core::{Shape, rule};
/// let plan = rule::matmul(Shape::new(&[7, 1, 2, 3])?, Shape::new(&[5, 3, 4])?).unwrap();
/// assert_eq!(plan.out, Shape::new(&[7, 5, 2, 4])?);
/// assert_eq!((plan.m, plan.k, plan.n), (2, 3, 4));
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn matmul(lhs: Shape, rhs: Shape) -> Result<MatmulPlan, MatmulError> {
    let (l, r) = (Sides::of_lhs(&lhs), Sides::of_rhs(&rhs));
    let (Some(lhs_inner), Some(rhs_inner)) = (l.inner, r.inner) else {
        return Err(MatmulError::ScalarOperand { lhs_rank: lhs.rank(), rhs_rank: rhs.rank() });
    };
    // A folded product has batch dimensions on one side at most, so this cannot fail before the fold would.
    let (sizes, batch_rank) = broadcast(l.batch, r.batch)?;
    if lhs_inner.size != rhs_inner.size {
        let clash = Clash { lhs: lhs_inner, rhs: rhs_inner };
        return Err(inner_error(&lhs, &rhs, clash, &sizes[..batch_rank]));
    }

    let mut out = [0; MAX_RANK];
    out[..batch_rank].copy_from_slice(&sizes[..batch_rank]);
    let mut rank = batch_rank;
    // Two operands of rank 6 give rank 6; batch dimensions exist only where the rank leaves room for row and column.
    for kept in [l.kept, r.kept].into_iter().flatten() {
        out[rank] = kept.size;
        rank += 1;
    }
    let too_large = |_| MatmulError::TooLarge;
    Ok(MatmulPlan {
        lhs,
        rhs,
        out: Shape::new(&out[..rank]).map_err(too_large)?,
        batch: Shape::new(&sizes[..batch_rank]).map_err(too_large)?,
        m: l.kept.map_or(1, |d| d.size),
        k: lhs_inner.size,
        n: r.kept.map_or(1, |d| d.size),
        lhs_is_vector: l.kept.is_none(),
        rhs_is_vector: r.kept.is_none(),
    })
}

/// The broadcast batch and its rank, or the innermost pair that clashes: PyTorch walks from the last dimension.
fn broadcast(lhs: &[usize], rhs: &[usize]) -> Result<([usize; MAX_RANK], usize), MatmulError> {
    let rank = lhs.len().max(rhs.len());
    let mut sizes = [0; MAX_RANK];
    for from_right in 1..=rank {
        let (x, y) = (dim_from_right(lhs, from_right), dim_from_right(rhs, from_right));
        let dim = rank - from_right;
        match (meet(x.map(|d| d.size), y.map(|d| d.size)).1, x, y) {
            (Some(size), ..) => sizes[dim] = size,
            (None, Some(lhs), Some(rhs)) => return Err(MatmulError::Batch { clash: Clash { lhs, rhs }, dim }),
            // A missing dimension stretches; it never clashes.
            (None, ..) => sizes[dim] = 1,
        }
    }
    Ok((sizes, rank))
}

/// Which of its four texts PyTorch has for inner sizes that differ: it depends on the kernel that it would have used,
/// and that on whether a stack of matrices can be viewed as one tall matrix.
fn inner_error(lhs: &Shape, rhs: &Shape, clash: Clash, batch: &[usize]) -> MatmulError {
    let cols = |shape: &Shape| shape.dims().last().copied().unwrap_or(1);
    // All dimensions but the last, put under each other. At most the shape's extent, so it cannot overflow.
    let rows = |shape: &Shape| shape.dims().split_last().map_or(1, |(_, outer)| outer.iter().product());
    match (lhs.rank(), rhs.rank()) {
        (1, 1) => MatmulError::VectorLength { clash },
        // A vector on the left becomes a matrix of one row; a contiguous stack on the left always folds.
        (_, 2) => MatmulError::InnerMatrix { clash, rows: rows(lhs), cols: cols(rhs) },
        (_, 1) => MatmulError::InnerVector { clash, lhs_is_vector: false, rows: rows(lhs) },
        // A vector on the left of a stack: PyTorch would fold the transposed stack, each column becoming a row.
        (1, _) if columns_fold(rhs) => {
            let columns = batch.iter().product::<usize>() * cols(rhs);
            MatmulError::InnerVector { clash, lhs_is_vector: true, rows: columns }
        }
        _ => MatmulError::InnerBatch { clash, batch: batch.iter().map(|&size| size as u64).product() },
    }
}

/// Whether the columns of a contiguous stack of matrices `(batch…, k, n)`, taken as the rows of one matrix, are a view
/// of its memory: from one column to the next it is one element, from one matrix to the next `k * n`, which makes one
/// even stride only if a matrix has one column, or one row, or if there is only one matrix. Nothing at all is always a
/// view.
pub(super) fn columns_fold(stack: &Shape) -> bool {
    match stack.dims() {
        [batch @ .., k, n] => stack.numel() == 0 || *k == 1 || *n == 1 || batch.iter().all(|&size| size == 1),
        _ => false,
    }
}
