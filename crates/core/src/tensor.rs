//! Tensors: a shape and its values, row-major f32.

use crate::shape::Shape;
use core::fmt;

/// The most elements a [`Tensor`] holds (256 MiB of f32).
pub const MAX_NUMEL: usize = 1 << 26;

/// A row-major f32 tensor of rank 0 to 6.
///
/// ```
/// use matwalk_core::{Shape, Tensor};
/// let m = Tensor::new(Shape::new(&[2, 2])?, vec![1.0, 2.0, 3.0, 4.0])?;
/// assert_eq!(m.data()[2], 3.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Tensor {
    shape: Shape,
    data: Vec<f32>,
}

/// Why a shape and values are not a [`Tensor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TensorError {
    /// The shape holds another number of elements than there are values.
    Count {
        /// Elements that the shape holds.
        expected: usize,
        /// Values that were given.
        got: usize,
    },
    /// More than [`MAX_NUMEL`] elements.
    TooLarge {
        /// Elements that the shape holds.
        numel: usize,
    },
}

impl Tensor {
    /// A tensor from its row-major values.
    ///
    /// # Errors
    /// [`TensorError::Count`] unless `data.len() == shape.numel()`; [`TensorError::TooLarge`] past [`MAX_NUMEL`].
    pub fn new(shape: Shape, data: Vec<f32>) -> Result<Tensor, TensorError> {
        Tensor::check(shape)?;
        if data.len() != shape.numel() {
            return Err(TensorError::Count { expected: shape.numel(), got: data.len() });
        }
        Ok(Tensor { shape, data })
    }

    /// A tensor of `+0`.
    ///
    /// # Errors
    /// [`TensorError::TooLarge`] past [`MAX_NUMEL`], before anything is allocated.
    pub fn zeros(shape: Shape) -> Result<Tensor, TensorError> {
        Tensor::check(shape)?;
        Ok(Tensor { shape, data: vec![0.0; shape.numel()] })
    }

    /// A tensor whose element at each row-major index is `f(index)`.
    ///
    /// # Errors
    /// [`TensorError::TooLarge`] past [`MAX_NUMEL`], before anything is allocated.
    pub fn from_fn(shape: Shape, f: impl FnMut(usize) -> f32) -> Result<Tensor, TensorError> {
        Tensor::check(shape)?;
        Ok(Tensor { shape, data: (0..shape.numel()).map(f).collect() })
    }

    /// Whether a tensor of this shape may exist.
    ///
    /// # Errors
    /// [`TensorError::TooLarge`] past [`MAX_NUMEL`].
    pub fn check(shape: Shape) -> Result<(), TensorError> {
        if shape.numel() > MAX_NUMEL {
            return Err(TensorError::TooLarge { numel: shape.numel() });
        }
        Ok(())
    }

    /// The shape.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The values, row-major.
    pub fn data(&self) -> &[f32] {
        &self.data
    }

    /// The values, row-major, to write to.
    pub fn data_mut(&mut self) -> &mut [f32] {
        &mut self.data
    }

    /// The values, given up by the tensor.
    pub fn into_data(self) -> Vec<f32> {
        self.data
    }
}

impl fmt::Display for TensorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TensorError::Count { expected, got } => write!(f, "the shape holds {expected} elements, but got {got}"),
            TensorError::TooLarge { numel } => write!(f, "{numel} elements are more than the limit of {MAX_NUMEL}"),
        }
    }
}

impl core::error::Error for TensorError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_must_agree() {
        let shape = Shape::new(&[2, 3]).unwrap();
        assert_eq!(Tensor::new(shape, vec![0.0; 5]), Err(TensorError::Count { expected: 6, got: 5 }));
        assert_eq!(Tensor::zeros(shape).unwrap().data(), [0.0; 6]);
    }

    #[test]
    fn huge_tensors_are_refused_before_allocation() {
        let shape = Shape::new(&[1 << 30]).unwrap();
        assert_eq!(Tensor::zeros(shape), Err(TensorError::TooLarge { numel: 1 << 30 }));
        assert!(Tensor::from_fn(shape, |_| unreachable!()).is_err());
    }
}
