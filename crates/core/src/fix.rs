//! One-press repairs for shapes that do not go together.
//!
//! A [`Fix`] is data: what to do to the operands. It can be applied to shapes, to tensors, and, through [`Source`], to
//! whatever else a caller keeps for each element (the text that was typed, say). Every value that still has a place
//! keeps it; new places are zero.
//!
//! [`matmul`] and its siblings offer only repairs that they have tried on the shape rule, in the order in which a teacher
//! would suggest them: first those that keep every number, then those that add zeros, then those that drop numbers.
//!
//! ```
//! use matwalk_core::{Shape, fix::{self, Fix}, rule};
//! let (a, b) = (Shape::new(&[2, 3])?, Shape::new(&[2, 4])?);
//! assert!(rule::matmul(a, b).is_err());
//! let fixes = fix::matmul(a, b);
//! assert_eq!(fixes, [Fix::TransposeLhs, Fix::ResizeRhs(Shape::new(&[3, 4])?), Fix::ResizeLhs(Shape::new(&[2, 2])?)]);
//! let (a, b) = fixes[0].apply_shapes(a, b);
//! assert_eq!(rule::matmul(a, b).unwrap().out, Shape::new(&[3, 4])?);
//! # Ok::<(), matwalk_core::ShapeError>(())
//! ```

mod bmm;
mod linear;
mod matmul;
mod offers;
mod softmax;

pub use bmm::bmm;
pub use linear::linear;
pub use matmul::matmul;
pub use softmax::softmax;

use crate::rule::Operand;
use crate::shape::{MAX_RANK, Shape};
use crate::tensor::{Tensor, TensorError};

/// A repair of two operands (for a linear layer the left one is the input, the right one the weight).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fix {
    /// Swaps the last two dimensions of the left operand.
    TransposeLhs,
    /// Swaps the last two dimensions of the right operand.
    TransposeRhs,
    /// Exchanges the operands.
    Swap,
    /// Gives the left operand another shape of as many elements, in the same row-major order: a vector becomes a row
    /// or a column, a matrix a batch of one.
    ReshapeLhs(Shape),
    /// The same for the right operand.
    ReshapeRhs(Shape),
    /// Adds or drops rows, columns or matrices of the left operand. Shapes are aligned from the right; a dimension that
    /// goes away is cut at its first index, and a new one starts there.
    ResizeLhs(Shape),
    /// The same for the right operand.
    ResizeRhs(Shape),
    /// Resizes both.
    ResizeBoth(Shape, Shape),
    /// Reshapes both.
    ReshapeBoth(Shape, Shape),
    /// Repeats the left operand along dimensions of size 1 or that it lacks, as `matmul` would by itself.
    ExpandLhs(Shape),
    /// The same for the right operand.
    ExpandRhs(Shape),
    /// Adds or drops values of a linear layer's bias, and makes it a vector. The operands stay.
    ResizeBias(Shape),
    /// Takes the softmax along this dimension. The operands stay.
    Dim(i64),
}

/// Where an element of a repaired operand came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The operand that held it.
    pub operand: Operand,
    /// Its row-major index there.
    pub index: usize,
}

impl Fix {
    /// The shapes of both operands afterwards.
    pub fn apply_shapes(&self, lhs: Shape, rhs: Shape) -> (Shape, Shape) {
        match *self {
            Fix::TransposeLhs => (transposed(lhs), rhs),
            Fix::TransposeRhs => (lhs, transposed(rhs)),
            Fix::Swap => (rhs, lhs),
            Fix::ReshapeLhs(shape) | Fix::ResizeLhs(shape) | Fix::ExpandLhs(shape) => (shape, rhs),
            Fix::ReshapeRhs(shape) | Fix::ResizeRhs(shape) | Fix::ExpandRhs(shape) => (lhs, shape),
            Fix::ResizeBoth(lhs, rhs) | Fix::ReshapeBoth(lhs, rhs) => (lhs, rhs),
            Fix::ResizeBias(_) | Fix::Dim(_) => (lhs, rhs),
        }
    }

    /// Both operands afterwards.
    ///
    /// # Errors
    /// [`TensorError::TooLarge`] where a resized operand would be; nothing that [`matmul`] offers for tensors is.
    ///
    /// ```
    /// use matwalk_core::{Shape, Tensor, fix::Fix};
    /// let a = Tensor::new(Shape::new(&[2, 2])?, vec![1.0, 2.0, 3.0, 4.0])?;
    /// let wider = Fix::ResizeLhs(Shape::new(&[2, 3])?);
    /// assert_eq!(wider.apply(&a, &a)?.0.data(), [1.0, 2.0, 0.0, 3.0, 4.0, 0.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn apply(&self, lhs: &Tensor, rhs: &Tensor) -> Result<(Tensor, Tensor), TensorError> {
        let (new_lhs, new_rhs) = self.apply_shapes(lhs.shape(), rhs.shape());
        let value = |operand, index| {
            let source = self.source(operand, lhs.shape(), rhs.shape(), index)?;
            let tensor = if source.operand == Operand::Lhs { lhs } else { rhs };
            tensor.data().get(source.index).copied()
        };
        Ok((
            Tensor::from_fn(new_lhs, |index| value(Operand::Lhs, index).unwrap_or(0.0))?,
            Tensor::from_fn(new_rhs, |index| value(Operand::Rhs, index).unwrap_or(0.0))?,
        ))
    }

    /// Where the element at row-major `index` of one of the new operands came from; `None` for a new zero.
    ///
    /// `lhs` and `rhs` are the shapes before the repair.
    pub fn source(&self, operand: Operand, lhs: Shape, rhs: Shape, index: usize) -> Option<Source> {
        let (old, index) = match (operand, *self) {
            (_, Fix::Swap) => {
                let operand = if operand == Operand::Lhs { Operand::Rhs } else { Operand::Lhs };
                return Some(Source { operand, index });
            }
            (Operand::Lhs, Fix::TransposeLhs) => (lhs, transposed_index(lhs, index)),
            (Operand::Rhs, Fix::TransposeRhs) => (rhs, transposed_index(rhs, index)),
            (Operand::Lhs, Fix::ResizeLhs(new) | Fix::ResizeBoth(new, _)) => (lhs, moved(lhs, new, index, cut)?),
            (Operand::Rhs, Fix::ResizeRhs(new) | Fix::ResizeBoth(_, new)) => (rhs, moved(rhs, new, index, cut)?),
            (Operand::Lhs, Fix::ExpandLhs(new)) => (lhs, moved(lhs, new, index, stretch)?),
            (Operand::Rhs, Fix::ExpandRhs(new)) => (rhs, moved(rhs, new, index, stretch)?),
            (Operand::Lhs, _) => (lhs, index),
            (Operand::Rhs, _) => (rhs, index),
        };
        (index < old.numel()).then_some(Source { operand, index })
    }

    /// For each element of the new left operand, row-major, where it came from; `None` for a new zero.
    ///
    /// `lhs` and `rhs` are the shapes before the repair. Empty if a tensor of the new shape may not exist
    /// ([`Tensor::check`]).
    pub fn source_lhs(&self, lhs: Shape, rhs: Shape) -> Vec<Option<Source>> {
        self.sources(Operand::Lhs, lhs, rhs)
    }

    /// The same for the new right operand.
    pub fn source_rhs(&self, lhs: Shape, rhs: Shape) -> Vec<Option<Source>> {
        self.sources(Operand::Rhs, lhs, rhs)
    }

    /// The shape of a linear layer's bias afterwards.
    pub fn apply_bias_shape(&self, bias: Shape) -> Shape {
        if let Fix::ResizeBias(shape) = *self { shape } else { bias }
    }

    /// A linear layer's bias afterwards.
    ///
    /// # Errors
    /// [`TensorError::TooLarge`] where a resized bias would be.
    pub fn apply_bias(&self, bias: &Tensor) -> Result<Tensor, TensorError> {
        Tensor::from_fn(self.apply_bias_shape(bias.shape()), |index| {
            self.source_bias(bias.shape(), index).and_then(|i| bias.data().get(i).copied()).unwrap_or(0.0)
        })
    }

    /// The row-major index in the bias of shape `bias` where the element at `index` of the new bias came from; `None`
    /// for a new zero.
    pub fn source_bias(&self, bias: Shape, index: usize) -> Option<usize> {
        let index = if let Fix::ResizeBias(new) = *self { moved(bias, new, index, cut)? } else { index };
        (index < bias.numel()).then_some(index)
    }

    fn sources(&self, operand: Operand, lhs: Shape, rhs: Shape) -> Vec<Option<Source>> {
        let (new_lhs, new_rhs) = self.apply_shapes(lhs, rhs);
        let new = if operand == Operand::Lhs { new_lhs } else { new_rhs };
        if Tensor::check(new).is_err() {
            return Vec::new();
        }
        (0..new.numel()).map(|index| self.source(operand, lhs, rhs, index)).collect()
    }
}

/// The shape with its last two sizes exchanged; a vector and a scalar stay as they are.
fn transposed(shape: Shape) -> Shape {
    let mut dims = [0; MAX_RANK];
    let dims = &mut dims[..shape.rank()];
    dims.copy_from_slice(shape.dims());
    if let [.., a, b] = dims {
        core::mem::swap(a, b);
    }
    // The same sizes in another order are a shape if they were one before.
    Shape::new(dims).unwrap_or(shape)
}

/// Where the element at `index` of the transposed tensor stood in the tensor of shape `old`.
fn transposed_index(old: Shape, index: usize) -> usize {
    match *old.dims() {
        [.., rows, cols] if rows * cols > 0 => {
            let (matrix, within) = (index / (rows * cols), index % (rows * cols));
            let (new_row, new_col) = (within / rows, within % rows);
            matrix * rows * cols + new_col * cols + new_row
        }
        _ => index,
    }
}

/// Where the element at `index` of the shape `new` stood in `old`, the two aligned from the right; `place` takes an
/// index along one dimension and that dimension's old size to the old index.
///
/// What was in front of the dimensions that are left is cut at its first index, which an empty `old` does not have: the
/// caller checks the index against it.
fn moved(old: Shape, new: Shape, mut index: usize, place: fn(usize, usize) -> Option<usize>) -> Option<usize> {
    let (mut old_index, mut stride) = (0, 1);
    for from_right in 1..=new.rank() {
        let size = new.dims()[new.rank() - from_right];
        let at = index.checked_rem(size)?;
        index /= size;
        let old_size = old.rank().checked_sub(from_right).map_or(1, |i| old.dims()[i]);
        old_index += place(at, old_size)? * stride;
        stride *= old_size;
    }
    Some(old_index)
}

/// In a resized dimension an index stays what it was.
fn cut(at: usize, old_size: usize) -> Option<usize> {
    (at < old_size).then_some(at)
}

/// In an expanded dimension a size of 1 is repeated.
fn stretch(at: usize, old_size: usize) -> Option<usize> {
    cut(if old_size == 1 { 0 } else { at }, old_size)
}
