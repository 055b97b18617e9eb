//! What a fix does to one tensor.

use crate::shape::{MAX_RANK, Shape};

/// What a fix does to one tensor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Swaps the last two dimensions; a vector and a scalar stay as they are.
    Transpose,
    /// Gives it another shape of as many elements, in the same row-major order: flattens it, or adds or drops dimensions
    /// of size 1.
    Reshape(Shape),
    /// Adds or drops rows, columns or matrices. Shapes are aligned from the right; of a dimension that goes away the
    /// first index is kept, and a new one starts there.
    Resize(Shape),
    /// Repeats it along dimensions of size 1 or that it lacks, as `matmul` would by itself.
    Expand(Shape),
}

impl Change {
    /// A short name for scripts: `transpose`, `reshape`, `resize`, `expand`.
    pub fn name(self) -> &'static str {
        match self {
            Change::Transpose => "transpose",
            Change::Reshape(_) => "reshape",
            Change::Resize(_) => "resize",
            Change::Expand(_) => "expand",
        }
    }

    /// The shape of the tensor afterwards.
    pub fn apply(self, shape: Shape) -> Shape {
        match self {
            Change::Transpose => transposed(shape),
            Change::Reshape(new) | Change::Resize(new) | Change::Expand(new) => new,
        }
    }

    /// The row-major index, in the tensor of shape `old`, where the element at `index` of the changed tensor came from;
    /// `None` for a new zero.
    pub fn source(self, old: Shape, index: usize) -> Option<usize> {
        let index = match self {
            Change::Transpose => transposed_index(old, index),
            Change::Reshape(_) => index,
            Change::Resize(new) => moved(old, new, index, cut)?,
            Change::Expand(new) => moved(old, new, index, stretch)?,
        };
        (index < old.numel()).then_some(index)
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
