//! Why two shapes have no matrix product.

use crate::rule::add::size_text;
use crate::rule::{Clash, Exception, Kind, Wording};

/// Why two shapes have no matrix product.
///
/// PyTorch words one and the same mistake (the inner sizes differ) in four ways, by the kernel that would have done the
/// work; so there are four variants for it, and [`kind`](MatmulError::kind) puts them together again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MatmulError {
    /// An operand has rank 0.
    ScalarOperand {
        /// Rank of the left operand.
        lhs_rank: usize,
        /// Rank of the right operand.
        rhs_rank: usize,
    },
    /// Two vectors of different lengths.
    VectorLength {
        /// Both lengths.
        clash: Clash,
    },
    /// Inner sizes differ in a product of two matrices, or one that is folded into such a product.
    InnerMatrix {
        /// The inner sizes.
        clash: Clash,
        /// Rows of the left matrix, after all of a stack's rows were put under each other; 1 for a vector.
        rows: usize,
        /// Columns of the right matrix.
        cols: usize,
    },
    /// Inner sizes differ in a product of a matrix and a vector, or one that is folded into such a product.
    InnerVector {
        /// The inner sizes.
        clash: Clash,
        /// Whether the left operand is the vector; else the right one is.
        lhs_is_vector: bool,
        /// Rows of the matrix, after all of a stack's rows (columns, where the vector is on the left) were put under
        /// each other.
        rows: usize,
    },
    /// Inner sizes differ in a batch of products.
    InnerBatch {
        /// The inner sizes.
        clash: Clash,
        /// Matrices in the broadcast batch. Wider than `usize`: the two operands' batches may multiply to more than a
        /// 32-bit target can count.
        batch: u64,
    },
    /// Batch sizes differ and neither is 1.
    Batch {
        /// The batch sizes.
        clash: Clash,
        /// Which dimension of the broadcast batch it is, from 0 at the outermost.
        dim: usize,
    },
    /// The result's non-zero sizes multiply to more than [`MAX_EXTENT`](crate::shape::MAX_EXTENT). A limit of this
    /// crate, not a rule of PyTorch.
    TooLarge,
}

impl MatmulError {
    /// The kind of mistake.
    pub fn kind(&self) -> Kind {
        match self {
            MatmulError::ScalarOperand { .. } => Kind::Scalar,
            MatmulError::VectorLength { .. }
            | MatmulError::InnerMatrix { .. }
            | MatmulError::InnerVector { .. }
            | MatmulError::InnerBatch { .. } => Kind::Inner,
            MatmulError::Batch { .. } => Kind::Batch,
            MatmulError::TooLarge => Kind::TooLarge,
        }
    }

    /// The two dimensions at odds, if it is two sizes that clash.
    pub fn clash(&self) -> Option<Clash> {
        match *self {
            MatmulError::VectorLength { clash }
            | MatmulError::InnerMatrix { clash, .. }
            | MatmulError::InnerVector { clash, .. }
            | MatmulError::InnerBatch { clash, .. }
            | MatmulError::Batch { clash, .. } => Some(clash),
            MatmulError::ScalarOperand { .. } | MatmulError::TooLarge => None,
        }
    }

    /// The exception that PyTorch raises; `None` for [`MatmulError::TooLarge`], which PyTorch has no rule against.
    pub fn exception(&self) -> Option<Exception> {
        (*self != MatmulError::TooLarge).then_some(Exception::RuntimeError)
    }

    /// What PyTorch prints, to the letter; `None` for [`MatmulError::TooLarge`], which PyTorch has no rule against.
    pub fn torch_text(&self, wording: Wording) -> Option<String> {
        Some(match *self {
            MatmulError::ScalarOperand { lhs_rank, rhs_rank } => {
                format!("both arguments to matmul need to be at least 1D, but they are {lhs_rank}D and {rhs_rank}D")
            }
            MatmulError::VectorLength { clash } => length_text(clash),
            MatmulError::InnerMatrix { clash: Clash { lhs, rhs }, rows, cols } => {
                mm_text(wording.prefix("mm"), [rows, lhs.size], [rhs.size, cols])
            }
            MatmulError::InnerVector { clash: Clash { lhs, rhs }, lhs_is_vector, rows } => {
                let (mat, vec) = if lhs_is_vector { (rhs.size, lhs.size) } else { (lhs.size, rhs.size) };
                mv_text(rows, mat, vec)
            }
            MatmulError::InnerBatch { clash: Clash { lhs, rhs }, batch } => {
                bmm_text([batch, lhs.size as u64], [batch, rhs.size as u64])
            }
            MatmulError::Batch { clash, dim } => size_text(clash, dim),
            MatmulError::TooLarge => return None,
        })
    }
}

/// PyTorch's text for two vectors of different lengths.
pub(in crate::rule) fn length_text(Clash { lhs, rhs }: Clash) -> String {
    let (a, b) = (lhs.size, rhs.size);
    format!(
        "inconsistent tensor size, expected tensor [{a}] and src [{b}] to have the same number of elements, but got {a} \
         and {b} elements respectively"
    )
}

/// PyTorch's text for a matrix (rows, cols) and a vector of another length.
pub(in crate::rule) fn mv_text(rows: usize, cols: usize, vector: usize) -> String {
    format!("size mismatch, got input ({rows}), mat ({rows}x{cols}), vec ({vector})")
}

/// PyTorch's text for two matrices whose inner sizes differ.
pub(in crate::rule) fn mm_text(prefix: &str, [a, b]: [usize; 2], [c, d]: [usize; 2]) -> String {
    format!("{prefix}mat1 and mat2 shapes cannot be multiplied ({a}x{b} and {c}x{d})")
}

/// PyTorch's text for two batches of matrices whose leading two sizes do not go together.
pub(in crate::rule) fn bmm_text([a, b]: [u64; 2], [c, d]: [u64; 2]) -> String {
    format!("Expected size for first two dimensions of batch2 tensor to be: [{a}, {b}] but got: [{c}, {d}].")
}
