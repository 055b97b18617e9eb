//! A shape that the text states against the one that was read.

use crate::source::Source;
use crate::{PasteError, PasteErrorKind, Tensor};
use matwalk_core::Shape;

/// Gives a tensor the stated shape if only sizes of 1 differ.
pub(crate) fn fit(source: &Source, at: usize, tensor: &mut Tensor, stated: &[usize]) -> Result<(), PasteError> {
    let wide = |sizes: &[usize]| sizes.iter().copied().filter(|size| *size != 1).collect::<Vec<_>>();
    match Shape::new(stated) {
        Ok(shape) if wide(stated) == wide(tensor.shape.dims()) || tensor.values.is_empty() && shape.numel() == 0 => {
            tensor.shape = shape;
            Ok(())
        }
        _ => {
            let found = shape_text(tensor.shape.dims());
            Err(source.error(at, PasteErrorKind::WrongShape { stated: shape_text(stated), found }))
        }
    }
}

/// `(2, 3)`, `(3)`.
pub(crate) fn shape_text(sizes: &[usize]) -> String {
    let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
    format!("({})", sizes.join(", "))
}
