//! The rule of a linear layer, `nn.Linear`.

use super::align::{Alignment, Column, Role, Verdict};
use super::matmul::mm_text;
use super::{Clash, Dim, Kind, Wording};
use crate::shape::{MAX_RANK, Shape};

/// How a linear layer is computed: y = x Wᵀ + b.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinearPlan {
    /// The shape of the input: (…, in_features).
    pub x: Shape,
    /// The shape of the weight: (out_features, in_features).
    pub weight: Shape,
    /// Whether a bias (out_features) is added.
    pub has_bias: bool,
    /// The shape of the result: (…, out_features).
    pub out: Shape,
    /// How many input vectors there are: the product of the leading sizes of x, 1 for a vector.
    pub rows: usize,
    /// The size summed over.
    pub in_features: usize,
    /// How many outputs each input vector has.
    pub out_features: usize,
}

impl LinearPlan {
    /// The dimensions of input and weight laid over each other: [`align_linear`] of them, without a clash.
    pub fn dims(&self) -> Alignment {
        align_linear(self.x, self.weight)
    }

    /// How many numbers the layer learns: weight and bias.
    pub fn parameters(&self) -> usize {
        // The weight is at most MAX_EXTENT, so there is room for its rows once more on every target.
        self.weight.numel() + if self.has_bias { self.out_features } else { 0 }
    }
}

/// Why an input, a weight and a bias make no linear layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinearError {
    /// The input or the weight has rank 0.
    Scalar {
        /// Rank of the input.
        x_rank: usize,
        /// Rank of the weight.
        weight_rank: usize,
    },
    /// The weight is not of rank 2. `nn.Linear` cannot have such a weight, so no fixture covers it.
    WeightRank {
        /// Its rank.
        rank: usize,
    },
    /// The input's last size is not the weight's in_features.
    Inner {
        /// The last dimension of the input (left) against the second of the weight (right).
        clash: Clash,
        /// How many input vectors there are.
        rows: usize,
        /// The weight's first size.
        out_features: usize,
        /// Whether there is a bias: PyTorch then uses another kernel, with another name.
        has_bias: bool,
    },
    /// The bias is not one value for each output. `nn.Linear` cannot have such a bias, so no fixture covers it.
    Bias {
        /// The shape of the bias.
        bias: Shape,
        /// How many input vectors there are.
        rows: usize,
        /// The weight's first size, which the bias should have.
        out_features: usize,
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
            LinearError::WeightRank { .. } => Kind::Rank,
            LinearError::Inner { .. } => Kind::Inner,
            LinearError::Bias { .. } => Kind::Bias,
            LinearError::TooLarge => Kind::TooLarge,
        }
    }

    /// The two dimensions at odds, if it is a size of the input (left) and one of the weight (right).
    pub fn clash(&self) -> Option<Clash> {
        match *self {
            LinearError::Inner { clash, .. } => Some(clash),
            _ => None,
        }
    }

    /// What PyTorch prints. The texts of [`LinearError::Scalar`] and [`LinearError::Inner`] come from its output, and
    /// name the transposed weight (in x out).
    ///
    /// The other texts are not covered by the fixtures. They are what `F.linear` is known to say of a weight of rank 3
    /// and more and of a bias of rank 1; the text is empty where it has none: for a weight of rank 1 and a bias that it
    /// would stretch, which `nn.Linear` never has and this crate refuses, for a bias of higher rank, and for
    /// [`LinearError::TooLarge`].
    pub fn torch_text(&self, wording: Wording) -> String {
        match *self {
            LinearError::Scalar { x_rank, weight_rank } => {
                format!("both arguments to linear need to be at least 1D, but they are {x_rank}D and {weight_rank}D")
            }
            LinearError::WeightRank { rank } if rank > 2 => {
                format!("t() expects a tensor with <= 2 dimensions, but self is {rank}D")
            }
            LinearError::Inner { clash: Clash { lhs, rhs }, rows, out_features, has_bias } => mm_text(
                wording.prefix(if has_bias { "addmm" } else { "mm" }),
                [rows, lhs.size],
                [rhs.size, out_features],
            ),
            LinearError::Bias { bias, rows, out_features } => match *bias.dims() {
                [len] if len != 1 => format!(
                    "The expanded size of the tensor ({out_features}) must match the existing size ({len}) at \
                     non-singleton dimension 1.  Target sizes: [{rows}, {out_features}].  Tensor sizes: [{len}]"
                ),
                _ => String::new(),
            },
            LinearError::WeightRank { .. } | LinearError::TooLarge => String::new(),
        }
    }
}

/// The rule of `nn.Linear`: an input (…, in_features) of rank 1 and more, a weight (out_features, in_features) and
/// perhaps a bias (out_features) give (…, out_features).
///
/// Stricter than `F.linear` in two things that no layer has: a weight of rank 1, and a bias to be stretched.
///
/// # Errors
/// [`LinearError`]: ranks first, then the inner sizes, then the bias.
///
/// ```
/// use matwalk_core::{Shape, rule};
/// let (x, weight, bias) = (Shape::new(&[5, 4])?, Shape::new(&[3, 4])?, Shape::new(&[3])?);
/// assert_eq!(rule::linear(x, weight, Some(bias)).unwrap().out, Shape::new(&[5, 3])?);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn linear(x: Shape, weight: Shape, bias: Option<Shape>) -> Result<LinearPlan, LinearError> {
    let Some((&x_last, leading)) = x.dims().split_last() else {
        return Err(LinearError::Scalar { x_rank: 0, weight_rank: weight.rank() });
    };
    let &[out_features, in_features] = weight.dims() else {
        return Err(match weight.rank() {
            0 => LinearError::Scalar { x_rank: x.rank(), weight_rank: 0 },
            rank => LinearError::WeightRank { rank },
        });
    };
    let rows = leading.iter().product();
    let has_bias = bias.is_some();
    if x_last != in_features {
        let lhs = Dim { index: x.rank() - 1, size: x_last };
        let clash = Clash { lhs, rhs: Dim { index: 1, size: in_features } };
        return Err(LinearError::Inner { clash, rows, out_features, has_bias });
    }
    if let Some(bias) = bias.filter(|b| b.dims() != [out_features]) {
        return Err(LinearError::Bias { bias, rows, out_features });
    }
    let mut out = [0; MAX_RANK];
    out[..leading.len()].copy_from_slice(leading);
    out[leading.len()] = out_features;
    let out = Shape::new(&out[..x.rank()]).map_err(|_| LinearError::TooLarge)?;
    Ok(LinearPlan { x, weight, has_bias, out, rows, in_features, out_features })
}

/// Lays the input (left) over the weight (right), whether or not they make a layer: the input's leading dimensions are
/// kept, its last one meets the weight's last, and the weight's first is kept.
///
/// Dimensions of a weight in front of the last two are clashes, and so is the inner dimension that a scalar lacks.
pub fn align_linear(x: Shape, weight: Shape) -> Alignment {
    let dims = |shape: &Shape| -> Vec<Dim> {
        shape.dims().iter().enumerate().map(|(index, &size)| Dim { index, size }).collect()
    };
    let (mut lhs, mut rhs) = (dims(&x), dims(&weight));
    let (lhs_inner, rhs_inner, out) = (lhs.pop(), rhs.pop(), rhs.pop());
    let mut a = Alignment::empty();
    for extra in rhs {
        a.push(Column { role: Role::Batch, verdict: Verdict::Clash, lhs: None, rhs: Some(extra), out: None });
    }
    for row in lhs {
        a.push(Column { role: Role::Row, verdict: Verdict::Kept, lhs: Some(row), rhs: None, out: Some(row) });
    }
    if lhs_inner.is_some() || rhs_inner.is_some() {
        let same = lhs_inner.is_some() && lhs_inner.map(|d| d.size) == rhs_inner.map(|d| d.size);
        let verdict = if same { Verdict::Inner } else { Verdict::Clash };
        a.push(Column { role: Role::Inner, verdict, lhs: lhs_inner, rhs: rhs_inner, out: None });
    }
    if let Some(col) = out {
        let out = Some(Dim { index: x.rank().saturating_sub(1), size: col.size });
        a.push(Column { role: Role::Col, verdict: Verdict::Kept, lhs: None, rhs: Some(col), out });
    }
    a
}
