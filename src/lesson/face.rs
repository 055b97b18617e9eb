//! What the cells of an operand show.

use super::operand::Operand;
use crate::figure;
use crate::screen::Shown;
use std::sync::Arc;

/// The longest text of a cell that is shown as it was typed; a longer one is shown as its value.
const MAX_TYPED: usize = 6;

/// The most cells whose texts are measured; a larger grid is a heat map.
const MAX_MEASURED: usize = 1024;

/// What an operand's cells show.
#[derive(Clone, Debug)]
pub struct Face {
    /// The cells, row-major.
    pub cells: Arc<[Shown]>,
    /// Characters of the widest of them.
    pub chars: usize,
}

/// Values, short texts as typed, texts that can't be read.
pub fn face(operand: &Operand) -> Face {
    let cells: Arc<[Shown]> = (0..operand.shape().numel()).map(|index| shown(operand, index)).collect();
    Face { chars: widest(&cells), cells }
}

/// What one cell of an operand shows.
pub fn shown(operand: &Operand, index: usize) -> Shown {
    match (operand.typed_text(index), operand.value(index)) {
        (Some(text), Err(_)) => Shown::Unreadable(text.into()),
        (Some(text), Ok(value)) if text.chars().count() <= MAX_TYPED => Shown::Typed(text.into(), value),
        _ => Shown::Value(operand.tensor().data()[index]),
    }
}

/// Characters of the widest text.
pub fn widest(cells: &[Shown]) -> usize {
    let chars = |shown: &Shown| figure::shown(shown).chars().count();
    cells.iter().take(MAX_MEASURED).map(chars).max().unwrap_or(0)
}
