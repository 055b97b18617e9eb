//! The rule of `torch.bmm`.

use super::align::{Alignment, Sides, align_with};
use super::matmul::bmm_text;
use super::{Clash, Dim, Exception, Kind, MatmulPlan, Operand, Verdict, Wording};
use crate::shape::Shape;

/// How a batch of matrix products is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BmmPlan {
    /// The shape of the left operand: (batch, m, k).
    pub lhs: Shape,
    /// The shape of the right operand: (batch, k, n).
    pub rhs: Shape,
    /// The shape of the result: (batch, m, n).
    pub out: Shape,
    /// How many pairs are multiplied.
    pub batch: usize,
    /// Rows of each left matrix.
    pub m: usize,
    /// The size summed over.
    pub k: usize,
    /// Columns of each right matrix.
    pub n: usize,
}

impl BmmPlan {
    /// The dimensions of both operands laid over each other: [`align_bmm`] of them, without a clash.
    pub fn dims(&self) -> Alignment {
        align_bmm(self.lhs, self.rhs)
    }
}

impl From<BmmPlan> for MatmulPlan {
    /// The same product by the rule of `matmul`, which accepts whatever `bmm` accepts.
    fn from(plan: BmmPlan) -> MatmulPlan {
        let BmmPlan { lhs, rhs, out, batch, m, k, n } = plan;
        // One size of a shape that exists.
        let batch = Shape::vector(batch).unwrap_or(Shape::SCALAR);
        MatmulPlan { lhs, rhs, out, batch, m, k, n, lhs_is_vector: false, rhs_is_vector: false }
    }
}

/// Why two shapes have no batched product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BmmError {
    /// An operand is not of rank 3; the left one is named first.
    Rank {
        /// Which operand.
        operand: Operand,
        /// Its rank.
        rank: usize,
    },
    /// The operands hold different numbers of matrices. Here a 1 does not stretch.
    Batch {
        /// The batch sizes.
        clash: Clash,
        /// The inner sizes of the left and the right operand, which may differ too: PyTorch's text has all four.
        inner: [usize; 2],
    },
    /// Inner sizes differ.
    Inner {
        /// The inner sizes.
        clash: Clash,
        /// How many pairs there are.
        batch: usize,
    },
    /// The result's non-zero sizes multiply to more than [`MAX_EXTENT`](crate::shape::MAX_EXTENT). A limit of this
    /// crate, not a rule of PyTorch.
    TooLarge,
}

impl BmmError {
    /// The kind of mistake.
    pub fn kind(&self) -> Kind {
        match self {
            BmmError::Rank { .. } => Kind::Rank,
            BmmError::Batch { .. } => Kind::Batch,
            BmmError::Inner { .. } => Kind::Inner,
            BmmError::TooLarge => Kind::TooLarge,
        }
    }

    /// The two dimensions at odds, if it is two sizes that clash.
    pub fn clash(&self) -> Option<Clash> {
        match *self {
            BmmError::Batch { clash, .. } | BmmError::Inner { clash, .. } => Some(clash),
            BmmError::Rank { .. } | BmmError::TooLarge => None,
        }
    }

    /// The exception that PyTorch raises; `None` for [`BmmError::TooLarge`], which PyTorch has no rule against.
    pub fn exception(&self) -> Option<Exception> {
        (*self != BmmError::TooLarge).then_some(Exception::RuntimeError)
    }

    /// What PyTorch prints, to the letter (the same in both wordings); `None` for [`BmmError::TooLarge`], which PyTorch
    /// has no rule against.
    pub fn torch_text(&self, _: Wording) -> Option<String> {
        Some(match *self {
            BmmError::Rank { operand, .. } => {
                format!("batch{} must be a 3D tensor", if operand == Operand::Lhs { 1 } else { 2 })
            }
            BmmError::Batch { clash: Clash { lhs, rhs }, inner: [a, b] } => {
                bmm_text([lhs.size as u64, a as u64], [rhs.size as u64, b as u64])
            }
            BmmError::Inner { clash: Clash { lhs, rhs }, batch } => {
                bmm_text([batch as u64, lhs.size as u64], [batch as u64, rhs.size as u64])
            }
            BmmError::TooLarge => return None,
        })
    }
}

/// The rule of `torch.bmm`: (batch, m, k) and (batch, k, n) give (batch, m, n), and nothing is stretched.
///
/// # Errors
/// [`BmmError`]: ranks first, then the batch, then the inner sizes.
///
/// ```
/// use matwalk_core::{Shape, rule::{self, Kind}};
/// let (one, two) = (Shape::new(&[1, 3, 4])?, Shape::new(&[2, 4, 5])?);
/// assert_eq!(rule::matmul(one, two).unwrap().out, Shape::new(&[2, 3, 5])?);
/// assert_eq!(rule::bmm(one, two).unwrap_err().kind(), Kind::Batch);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn bmm(lhs: Shape, rhs: Shape) -> Result<BmmPlan, BmmError> {
    let &[batch, m, k] = lhs.dims() else {
        return Err(BmmError::Rank { operand: Operand::Lhs, rank: lhs.rank() });
    };
    let &[rhs_batch, rhs_k, n] = rhs.dims() else {
        return Err(BmmError::Rank { operand: Operand::Rhs, rank: rhs.rank() });
    };
    if batch != rhs_batch {
        let clash = Clash { lhs: Dim { index: 0, size: batch }, rhs: Dim { index: 0, size: rhs_batch } };
        return Err(BmmError::Batch { clash, inner: [k, rhs_k] });
    }
    if k != rhs_k {
        let clash = Clash { lhs: Dim { index: 2, size: k }, rhs: Dim { index: 1, size: rhs_k } };
        return Err(BmmError::Inner { clash, batch });
    }
    let out = Shape::new(&[batch, m, n]).map_err(|_| BmmError::TooLarge)?;
    Ok(BmmPlan { lhs, rhs, out, batch, m, k, n })
}

/// Lays two shapes over each other as `bmm` does, whether or not they can be multiplied: as
/// [`align`](super::align()) does, except that batch dimensions must be equal, and that there is one of them.
///
/// A batch dimension that one operand lacks, or that stands in front of the third from the right, is a clash.
pub fn align_bmm(lhs: Shape, rhs: Shape) -> Alignment {
    align_with(Sides::of_lhs(&lhs), Sides::of_rhs(&rhs), |from_right, x, y| match (x, y) {
        (Some(x), Some(y)) if x == y && from_right == 1 => (Verdict::Equal, Some(x)),
        _ => (Verdict::Clash, None),
    })
}
