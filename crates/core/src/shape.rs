//! Shapes: the sizes of a tensor's dimensions, outermost first.

use core::fmt;

/// The highest rank a [`Shape`] can have.
pub const MAX_RANK: usize = 6;

/// The largest product of the non-zero sizes of a [`Shape`]: the same on 32-bit and 64-bit targets, and small enough
/// that no product of sizes within one shape overflows.
pub const MAX_EXTENT: usize = i32::MAX as usize;

/// The sizes of a tensor's dimensions, outermost first; rank 0 to [`MAX_RANK`], sizes of zero allowed.
///
/// ```
/// use matwalk_core::Shape;
/// let shape = Shape::new(&[2, 3])?;
/// assert_eq!((shape.rank(), shape.numel()), (2, 6));
/// assert_eq!(shape.to_string(), "(2, 3)");
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shape {
    rank: u8,
    // Sizes past the rank stay 0, so that derived equality compares shapes.
    dims: [usize; MAX_RANK],
}

/// Why a list of sizes is not a [`Shape`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeError {
    /// More than [`MAX_RANK`] dimensions.
    TooManyDims {
        /// How many were given.
        rank: usize,
    },
    /// The product of the non-zero sizes is larger than [`MAX_EXTENT`].
    TooLarge,
}

impl Shape {
    /// The shape of a scalar: rank 0, one element.
    pub const SCALAR: Shape = Shape { rank: 0, dims: [0; MAX_RANK] };

    /// A shape from its sizes, outermost first.
    ///
    /// # Errors
    /// [`ShapeError::TooManyDims`] past rank 6; [`ShapeError::TooLarge`] when the non-zero sizes multiply to more than
    /// [`MAX_EXTENT`].
    pub fn new(sizes: &[usize]) -> Result<Shape, ShapeError> {
        if sizes.len() > MAX_RANK {
            return Err(ShapeError::TooManyDims { rank: sizes.len() });
        }
        let mut extent = 1usize;
        let mut dims = [0; MAX_RANK];
        for (slot, &size) in dims.iter_mut().zip(sizes) {
            *slot = size;
            extent = extent.checked_mul(size.max(1)).filter(|&e| e <= MAX_EXTENT).ok_or(ShapeError::TooLarge)?;
        }
        Ok(Shape { rank: sizes.len() as u8, dims })
    }

    /// The shape of a vector of `len` elements; `len` is at most [`MAX_EXTENT`].
    ///
    /// # Errors
    /// [`ShapeError::TooLarge`].
    pub fn vector(len: usize) -> Result<Shape, ShapeError> {
        Shape::new(&[len])
    }

    /// The shape (rows, cols).
    ///
    /// # Errors
    /// [`ShapeError::TooLarge`].
    pub fn matrix(rows: usize, cols: usize) -> Result<Shape, ShapeError> {
        Shape::new(&[rows, cols])
    }

    /// How many dimensions there are, 0 to 6.
    pub fn rank(&self) -> usize {
        usize::from(self.rank)
    }

    /// The sizes, outermost first.
    pub fn dims(&self) -> &[usize] {
        &self.dims[..self.rank()]
    }

    /// The sizes as PyTorch prints them in errors: `[2, 3]`, `[3]`, `[]`.
    pub(crate) fn torch_text(&self) -> String {
        format!("{:?}", self.dims())
    }

    /// The row-major index in `source`, a shape that is broadcast to this one, of the element that stands at row-major
    /// `index` here.
    pub(crate) fn broadcast_index(&self, mut index: usize, source: Shape) -> usize {
        let (mut at, mut stride) = (0, 1);
        for from_right in 1..=source.rank().min(self.rank()) {
            let size = self.dims()[self.rank() - from_right].max(1);
            let own = source.dims()[source.rank() - from_right];
            at += if own == 1 { 0 } else { index % size * stride };
            index /= size;
            stride *= own;
        }
        at
    }

    /// How many elements a tensor of this shape holds: the product of the sizes, 1 for a scalar.
    pub fn numel(&self) -> usize {
        self.dims().iter().product()
    }
}

impl fmt::Display for Shape {
    /// Python's form of the tuple: `(2, 3)`, `(3,)`, `()`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(")?;
        for (i, size) in self.dims().iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{size}")?;
        }
        f.write_str(if self.rank() == 1 { ",)" } else { ")" })
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShapeError::TooManyDims { rank } => write!(f, "rank {rank} is above the limit of {MAX_RANK}"),
            ShapeError::TooLarge => write!(f, "the sizes multiply to more than {MAX_EXTENT}"),
        }
    }
}

impl core::error::Error for ShapeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_python_does() {
        for (dims, text) in [(&[][..], "()"), (&[3], "(3,)"), (&[2, 0], "(2, 0)"), (&[1, 2, 3], "(1, 2, 3)")] {
            assert_eq!(Shape::new(dims).unwrap().to_string(), text);
        }
    }

    #[test]
    fn sizes_of_zero_are_legal_and_empty() {
        let shape = Shape::new(&[2, 0, 3]).unwrap();
        assert_eq!((shape.numel(), shape.rank()), (0, 3));
        assert_eq!(Shape::SCALAR.numel(), 1);
    }

    #[test]
    fn refuses_what_would_overflow() {
        assert_eq!(Shape::new(&[usize::MAX, 2]), Err(ShapeError::TooLarge));
        // A zero must not hide the sizes beside it: strides are products of the others.
        assert_eq!(Shape::new(&[0, usize::MAX, 2]), Err(ShapeError::TooLarge));
        assert_eq!(Shape::new(&[1; 7]), Err(ShapeError::TooManyDims { rank: 7 }));
        assert!(Shape::new(&[MAX_EXTENT]).is_ok());
    }
}
