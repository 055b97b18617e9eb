//! Fixes for shapes that do not go together, each applied at once.
//!
//! A [`Fix`] is data: for each operand the [`Change`] that it makes. It can be applied to shapes, to tensors, and,
//! through [`Source`], to whatever else a caller keeps for each element (the text that was typed, say). Every value that
//! still has a place keeps it; new places are zero.
//!
//! [`matmul`] and the other functions offer only fixes that they have tried on the shape rule, in this order: first those
//! that keep every number, then those that add zeros, then those that drop numbers.
//!
//! ```
//! use matwalk_core::{Shape, fix::{self, Change, Fix}, rule::{self, Operand}};
//! let (a, b) = (Shape::new(&[2, 3])?, Shape::new(&[2, 4])?);
//! assert!(rule::matmul(a, b).is_err());
//! let fixes = fix::matmul(a, b);
//! assert_eq!(fixes, [
//!     Fix::new(Operand::Lhs, Change::Transpose),
//!     Fix::new(Operand::Rhs, Change::Resize(Shape::new(&[3, 4])?)),
//!     Fix::new(Operand::Lhs, Change::Resize(Shape::new(&[2, 2])?)),
//! ]);
//! let (a, b) = fixes[0].apply_shapes(a, b);
//! assert_eq!(rule::matmul(a, b).unwrap().out, Shape::new(&[3, 4])?);
//! # Ok::<(), matwalk_core::ShapeError>(())
//! ```

mod add;
mod bmm;
mod change;
mod linear;
mod matmul;
mod offers;
mod softmax;

pub use add::add;
pub use bmm::bmm;
pub use change::Change;
pub use linear::linear;
pub use matmul::matmul;
pub use softmax::{SoftmaxFix, softmax};

use crate::rule::Operand;
use crate::shape::Shape;
use crate::tensor::{Tensor, TensorError};

/// A fix of two operands and perhaps a bias. For a linear layer the left operand is the input, the right one the weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fix {
    /// Exchanges the operands.
    Swap,
    /// Changes one operand or more.
    Edit(Edits),
}

/// What a fix does to each operand; at least one is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edits {
    lhs: Option<Change>,
    rhs: Option<Change>,
    bias: Option<Change>,
}

impl Edits {
    /// What is done to the operand; `None` if it stays as it is.
    pub fn of(&self, target: Operand) -> Option<Change> {
        match target {
            Operand::Lhs => self.lhs,
            Operand::Rhs => self.rhs,
            Operand::Bias => self.bias,
        }
    }

    /// The operands that are changed, and how; mostly one.
    pub fn iter(&self) -> impl Iterator<Item = (Operand, Change)> {
        let edits = *self;
        [Operand::Lhs, Operand::Rhs, Operand::Bias]
            .into_iter()
            .filter_map(move |target| edits.of(target).map(|change| (target, change)))
    }
}

/// Where an element of a changed operand came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The operand that held it.
    pub operand: Operand,
    /// Its row-major index there.
    pub index: usize,
}

impl Fix {
    /// The fix that changes one operand.
    pub const fn new(target: Operand, change: Change) -> Fix {
        let edits = Edits { lhs: None, rhs: None, bias: None };
        Fix::Edit(match target {
            Operand::Lhs => Edits { lhs: Some(change), ..edits },
            Operand::Rhs => Edits { rhs: Some(change), ..edits },
            Operand::Bias => Edits { bias: Some(change), ..edits },
        })
    }

    /// The same fix with one more operand changed, or, for [`Fix::Swap`], the fix that changes just that operand.
    pub fn and(self, target: Operand, change: Change) -> Fix {
        let (Fix::Edit(mut edits), Fix::Edit(more)) = (self, Fix::new(target, change)) else {
            return Fix::new(target, change);
        };
        edits.lhs = more.lhs.or(edits.lhs);
        edits.rhs = more.rhs.or(edits.rhs);
        edits.bias = more.bias.or(edits.bias);
        Fix::Edit(edits)
    }

    fn change(&self, target: Operand) -> Option<Change> {
        match self {
            Fix::Swap => None,
            Fix::Edit(edits) => edits.of(target),
        }
    }

    /// The shapes of both operands afterwards.
    pub fn apply_shapes(&self, lhs: Shape, rhs: Shape) -> (Shape, Shape) {
        let changed = |target, shape| self.change(target).map_or(shape, |change| change.apply(shape));
        match self {
            Fix::Swap => (rhs, lhs),
            Fix::Edit(_) => (changed(Operand::Lhs, lhs), changed(Operand::Rhs, rhs)),
        }
    }

    /// Both operands afterwards.
    ///
    /// # Errors
    /// [`TensorError::TooLarge`] where a resized operand would be; nothing that [`matmul`] offers for tensors is.
    ///
    /// ```
    /// use matwalk_core::{Shape, Tensor, fix::{Change, Fix}, rule::Operand};
    /// let a = Tensor::new(Shape::new(&[2, 2])?, vec![1.0, 2.0, 3.0, 4.0])?;
    /// let wider = Fix::new(Operand::Lhs, Change::Resize(Shape::new(&[2, 3])?));
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

    /// Where the element at row-major `index` of the new left or right operand came from; `None` for a new zero, and for
    /// the bias, which has [`Fix::source_bias`].
    ///
    /// `lhs` and `rhs` are the shapes before the fix.
    pub fn source(&self, operand: Operand, lhs: Shape, rhs: Shape, index: usize) -> Option<Source> {
        let (own, other, other_operand) = match operand {
            Operand::Lhs => (lhs, rhs, Operand::Rhs),
            Operand::Rhs => (rhs, lhs, Operand::Lhs),
            Operand::Bias => return None,
        };
        match self {
            Fix::Swap => (index < other.numel()).then_some(Source { operand: other_operand, index }),
            Fix::Edit(edits) => {
                let index = source_in(edits.of(operand), own, index)?;
                Some(Source { operand, index })
            }
        }
    }

    /// For each element of the new left operand, row-major, where it came from; `None` for a new zero.
    ///
    /// `lhs` and `rhs` are the shapes before the fix. Empty if a tensor of the new shape may not exist
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
        self.change(Operand::Bias).map_or(bias, |change| change.apply(bias))
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
        source_in(self.change(Operand::Bias), bias, index)
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

/// Where the element at `index` came from in an operand of shape `old`, which may have been changed.
fn source_in(change: Option<Change>, old: Shape, index: usize) -> Option<usize> {
    match change {
        Some(change) => change.source(old, index),
        None => (index < old.numel()).then_some(index),
    }
}
