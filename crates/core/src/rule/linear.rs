//! The rule of a linear layer: `nn.Linear`, and `F.linear` with weights and biases of any rank.

mod error;

pub use error::LinearError;

use super::add::{align_add, broadcast, clash_from_right};
use super::align::{Alignment, Column, Role, Verdict};
use super::{Clash, Dim};
use crate::shape::{MAX_RANK, Shape};

/// How a linear layer is computed: y = x Wᵀ + b.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinearPlan {
    /// The shape of the input: (…, in_features).
    pub x: Shape,
    /// The shape of the weight: (out_features, in_features), or (in_features) for a layer whose result has no last
    /// dimension.
    pub weight: Shape,
    /// The shape of the bias, if one is added: (out_features) in a layer of `nn.Linear`.
    pub bias: Option<Shape>,
    /// The shape that the bias is broadcast to; it has as many elements as the result.
    pub bias_target: Shape,
    /// The shape of the result: (…, out_features), or (…) if the weight is a vector.
    pub out: Shape,
    /// How many input vectors there are: the product of the leading sizes of x, 1 for a vector.
    pub rows: usize,
    /// The size summed over.
    pub in_features: usize,
    /// How many outputs each input vector has: 1 if the weight is a vector.
    pub out_features: usize,
}

impl LinearPlan {
    /// The dimensions of input and weight laid over each other: [`align_linear`] of them, without a clash.
    pub fn dims(&self) -> Alignment {
        align_linear(self.x, self.weight)
    }

    /// How many numbers the layer learns: weight and bias.
    pub fn parameters(&self) -> usize {
        // Each is at most MAX_EXTENT, so the sum fits on every target.
        self.weight.numel() + self.bias.map_or(0, |bias| bias.numel())
    }

    /// Whether the bias, if there is one, has one value for each output, as in `nn.Linear`.
    pub fn bias_is_plain(&self) -> bool {
        self.bias.is_none_or(|bias| bias.dims() == [self.out_features])
    }
}

/// Which kernel PyTorch computes a layer with. It decides the order of the checks, the texts, and how a bias is
/// broadcast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Path {
    /// `matmul`, with nothing added.
    Product,
    /// `addmm`: the input is a matrix, or is folded into one. The bias is expanded to (rows, out_features) before the
    /// product.
    Fused,
    /// `matmul`, and then the bias is added to its result in place.
    InPlace,
}

impl Path {
    /// The input's leading dimensions are folded for a bias that has just one dimension of a size other than 1, and for
    /// every bias of rank 1. (Measured on 2.15.0.)
    pub fn of(x: Shape, bias: Option<Shape>) -> Path {
        let Some(bias) = bias else { return Path::Product };
        let like_a_vector = bias.rank() == 1 || bias.dims().iter().filter(|&&size| size != 1).count() == 1;
        if x.rank() == 2 || like_a_vector { Path::Fused } else { Path::InPlace }
    }
}

/// The rule of `F.linear`: an input (…, in_features) of rank 1 and more, a weight (out_features, in_features) and
/// perhaps a bias give (…, out_features). `nn.Linear` is the same with a bias (out_features).
///
/// A weight may be a vector (in_features) unless the layer is computed by `addmm`, which needs a matrix. A bias may have
/// any shape that can be broadcast to the result, or, in `addmm`, to (rows, out_features) with rows the product of the
/// input's leading sizes.
///
/// # Errors
/// [`LinearError`], with the mistake that PyTorch names when there are several: ranks first, then the inner sizes, then
/// the bias.
///
/// ```
/// use matwalk_core::{Shape, rule};
/// let (x, weight, bias) = (Shape::new(&[5, 4])?, Shape::new(&[3, 4])?, Shape::new(&[3])?);
/// assert_eq!(rule::linear(x, weight, Some(bias)).unwrap().out, Shape::new(&[5, 3])?);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn linear(x: Shape, weight: Shape, bias: Option<Shape>) -> Result<LinearPlan, LinearError> {
    let path = Path::of(x, bias);
    let (x_rank, weight_rank) = (x.rank(), weight.rank());
    let Some((&x_last, leading)) = x.dims().split_last() else {
        return Err(LinearError::Scalar { x_rank, weight_rank });
    };
    let (out_features, in_features) = match *weight.dims() {
        [] => return Err(LinearError::Scalar { x_rank, weight_rank }),
        [_] if path == Path::Fused => return Err(LinearError::WeightVector),
        [in_features] => (None, in_features),
        [out_features, in_features] => (Some(out_features), in_features),
        _ => return Err(LinearError::WeightRank { rank: weight_rank }),
    };
    let rows = leading.iter().product();
    if x_last != in_features {
        let lhs = Dim { index: x_rank - 1, size: x_last };
        let clash = Clash { lhs, rhs: Dim { index: weight_rank - 1, size: in_features } };
        return Err(match out_features {
            Some(out_features) => LinearError::Inner { clash, rows, out_features, fused: path == Path::Fused },
            None if x_rank == 1 => LinearError::VectorLength { clash },
            None => LinearError::InnerVector { clash, rows },
        });
    }
    let mut out = [0; MAX_RANK];
    out[..leading.len()].copy_from_slice(leading);
    if let Some(out_features) = out_features {
        out[leading.len()] = out_features;
    }
    let too_large = |_| LinearError::TooLarge;
    let out = Shape::new(&out[..leading.len() + usize::from(out_features.is_some())]).map_err(too_large)?;
    let out_features = out_features.unwrap_or(1);
    let bias_target = match path {
        Path::Fused => Shape::matrix(rows, out_features).map_err(too_large)?,
        Path::Product | Path::InPlace => out,
    };
    if let Some(bias) = bias {
        check_bias(bias, bias_target, path)?;
    }
    Ok(LinearPlan { x, weight, bias, bias_target, out, rows, in_features, out_features })
}

/// Whether the bias can be broadcast to `target`, the shape of what it is added to, without making it larger.
fn check_bias(bias: Shape, target: Shape, path: Path) -> Result<(), LinearError> {
    if let (Path::Fused, &[rows, out_features]) = (path, target.dims()) {
        let sizes = [rows, out_features];
        if bias.rank() > target.rank() {
            return Err(LinearError::BiasRank { bias, target: sizes });
        }
        return match align_expand(target, bias).columns().iter().rposition(|c| c.verdict == Verdict::Clash) {
            Some(dim) => Err(LinearError::BiasExpand { bias, target: sizes, dim }),
            None => Ok(()),
        };
    }
    if let Some((clash, dim)) = clash_from_right(target, bias) {
        return Err(LinearError::BiasSize { clash, dim });
    }
    match broadcast(target, bias) {
        Some(grown) if grown != target => Err(LinearError::BiasGrows { out: target, grown }),
        Some(_) => Ok(()),
        None => Err(LinearError::TooLarge),
    }
}

/// Lays what `addmm` adds a bias to (left) over the bias (right), aligned from the right. Unlike [`align_add`], a size of
/// 1 on the left does not stretch.
pub(super) fn align_expand(target: Shape, bias: Shape) -> Alignment {
    let mut a = Alignment::empty();
    for column in align_add(target, bias).columns() {
        let size = |dim: Option<Dim>| dim.map_or(1, |dim| dim.size);
        let grows = size(column.rhs) != 1 && size(column.lhs) != size(column.rhs);
        a.push(if grows { Column { verdict: Verdict::Clash, out: None, ..*column } } else { *column });
    }
    a
}

/// Lays the input (left) over the weight (right), whether or not they make a layer: the input's leading dimensions are
/// kept, its last one meets the weight's last, and the weight's first is kept. Where one of them is a vector, a size of
/// 1 is lent in the place of the rows or of the weight's first dimension.
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
    if x.rank() == 1 {
        a.push(Column::lent(Role::Row));
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
    } else if weight.rank() == 1 {
        a.push(Column::lent(Role::Col));
    }
    a
}
