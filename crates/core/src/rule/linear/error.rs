//! Why an input, a weight and a bias make no linear layer.

use crate::rule::add::size_text;
use crate::rule::matmul::{length_text, mm_text, mv_text};
use crate::rule::{Clash, Exception, Kind, Wording};
use crate::shape::Shape;

/// Why an input, a weight and a bias make no linear layer.
///
/// In a [`Clash`] the left dimension is one of the input, the right one of the weight as it is stored, unless the variant
/// says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinearError {
    /// The input or the weight has rank 0.
    Scalar {
        /// Rank of the input.
        x_rank: usize,
        /// Rank of the weight.
        weight_rank: usize,
    },
    /// The weight has a rank above 2.
    WeightRank {
        /// Its rank.
        rank: usize,
    },
    /// The weight is a vector where `addmm` needs a matrix.
    WeightVector,
    /// The input's last size is not the weight's in_features.
    Inner {
        /// The last dimension of the input against the second of the weight.
        clash: Clash,
        /// How many input vectors there are.
        rows: usize,
        /// The weight's first size.
        out_features: usize,
        /// Whether `addmm` computes the layer, which names itself in the text, or `mm`.
        fused: bool,
    },
    /// The input and the weight are vectors of different lengths.
    VectorLength {
        /// Both lengths.
        clash: Clash,
    },
    /// The weight is a vector whose length is not the input's last size.
    InnerVector {
        /// The last dimension of the input against the only one of the weight.
        clash: Clash,
        /// How many input vectors there are.
        rows: usize,
    },
    /// The bias has more dimensions than what `addmm` adds it to.
    BiasRank {
        /// The shape of the bias.
        bias: Shape,
        /// The shape that it would have to be expanded to: rows and out_features.
        target: [usize; 2],
    },
    /// The bias cannot be expanded to what `addmm` adds it to.
    BiasExpand {
        /// The shape of the bias.
        bias: Shape,
        /// The shape that it would have to be expanded to: rows and out_features.
        target: [usize; 2],
        /// The dimension of `target` at which it fails.
        dim: usize,
    },
    /// The bias and the product, to which it is added in place, cannot be broadcast together.
    BiasSize {
        /// The dimension of the product against the one of the bias.
        clash: Clash,
        /// Which dimension of the broadcast shape it is, from 0 at the outermost.
        dim: usize,
    },
    /// The bias would make the product, to which it is added in place, larger.
    BiasGrows {
        /// The shape of the product.
        out: Shape,
        /// The shape that the product would have to have.
        grown: Shape,
    },
    /// The result's non-zero sizes multiply to more than [`MAX_EXTENT`](crate::shape::MAX_EXTENT). A limit of this
    /// crate, not a rule of PyTorch.
    TooLarge,
}

impl LinearError {
    /// The kind of mistake.
    pub fn kind(&self) -> Kind {
        match self {
            LinearError::Scalar { .. } => Kind::Scalar,
            LinearError::WeightRank { .. } | LinearError::WeightVector => Kind::Rank,
            LinearError::Inner { .. } | LinearError::VectorLength { .. } | LinearError::InnerVector { .. } => {
                Kind::Inner
            }
            LinearError::BiasRank { .. }
            | LinearError::BiasExpand { .. }
            | LinearError::BiasSize { .. }
            | LinearError::BiasGrows { .. } => Kind::Bias,
            LinearError::TooLarge => Kind::TooLarge,
        }
    }

    /// The two dimensions at odds, if it is a size of the input (left) and one of the weight (right).
    pub fn clash(&self) -> Option<Clash> {
        match *self {
            LinearError::Inner { clash, .. }
            | LinearError::VectorLength { clash }
            | LinearError::InnerVector { clash, .. } => Some(clash),
            _ => None,
        }
    }

    /// The exception that PyTorch raises; `None` for [`LinearError::TooLarge`], which PyTorch has no rule against.
    pub fn exception(&self) -> Option<Exception> {
        (*self != LinearError::TooLarge).then_some(Exception::RuntimeError)
    }

    /// What PyTorch prints, to the letter; `None` for [`LinearError::TooLarge`], which PyTorch has no rule against. Where
    /// a text names the weight of a product, it is the transposed one, (in_features, out_features).
    pub fn torch_text(&self, wording: Wording) -> Option<String> {
        Some(match *self {
            LinearError::Scalar { x_rank, weight_rank } => {
                format!("both arguments to linear need to be at least 1D, but they are {x_rank}D and {weight_rank}D")
            }
            LinearError::WeightRank { rank } => {
                format!("t() expects a tensor with <= 2 dimensions, but self is {rank}D")
            }
            LinearError::WeightVector => {
                format!("{}mat2 must be a matrix, got 1-D tensor", wording.prefix("addmm"))
            }
            LinearError::Inner { clash: Clash { lhs, rhs }, rows, out_features, fused } => {
                let prefix = wording.prefix(if fused { "addmm" } else { "mm" });
                mm_text(prefix, [rows, lhs.size], [rhs.size, out_features])
            }
            LinearError::VectorLength { clash } => length_text(clash),
            LinearError::InnerVector { clash, rows } => mv_text(rows, clash.lhs.size, clash.rhs.size),
            LinearError::BiasRank { bias, target } => format!(
                "expand(torch.FloatTensor{{{}}}, size={target:?}): the number of sizes provided (2) must be greater or \
                 equal to the number of dimensions in the tensor ({})",
                bias.torch_text(),
                bias.rank()
            ),
            LinearError::BiasExpand { bias, target, dim } => {
                let (wanted, has) = (target[dim], bias.dims()[bias.rank() + dim - target.len()]);
                format!(
                    "The expanded size of the tensor ({wanted}) must match the existing size ({has}) at non-singleton \
                     dimension {dim}.  Target sizes: {target:?}.  Tensor sizes: {}",
                    bias.torch_text()
                )
            }
            LinearError::BiasSize { clash, dim } => size_text(clash, dim),
            LinearError::BiasGrows { out, grown } => {
                let (out, grown) = (out.torch_text(), grown.torch_text());
                format!("output with shape {out} doesn't match the broadcast shape {grown}")
            }
            LinearError::TooLarge => return None,
        })
    }
}
