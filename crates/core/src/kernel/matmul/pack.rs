//! Copies of rhs in the order in which tiles read it.

use crate::simd::F32x4;

/// Columns of a panel: the width of the tile.
pub(super) const PANEL: usize = 16;

/// A row of a panel.
pub(super) type PanelRow = [[f32; 4]; PANEL / 4];

/// Replaces `panels` by `rows` (slices of one length, from one row of rhs each) cut into panels of 16 columns, one panel after the other;
/// the last is padded with zeros.
pub(super) fn panels<'a>(panels: &mut Vec<PanelRow>, rows: impl Iterator<Item = &'a [f32]> + Clone, cols: usize) {
    panels.clear();
    let mut col = 0;
    while col + PANEL <= cols {
        panels.extend(rows.clone().map(|row| *super::tile::vectors(&row[col..col + PANEL])));
        col += PANEL;
    }
    if col < cols {
        panels.extend(rows.map(|row| {
            let mut padded = [0.0; PANEL];
            padded[..cols - col].copy_from_slice(&row[col..cols]);
            *super::tile::vectors(&padded)
        }));
    }
}

/// The transpose of a (rows, cols) matrix.
pub(super) fn transposed(rows: usize, cols: usize, from: &[f32]) -> Vec<f32> {
    let mut to = vec![0.0; rows * cols];
    let (whole_rows, whole_cols) = (rows / 4 * 4, cols / 4 * 4);
    for i in (0..whole_rows).step_by(4) {
        for j in (0..whole_cols).step_by(4) {
            let block = core::array::from_fn(|r| F32x4::load(&from[(i + r) * cols + j..].as_chunks().0[0]));
            for (r, column) in F32x4::transpose(block).into_iter().enumerate() {
                column.store(&mut to[(j + r) * rows + i..].as_chunks_mut().0[0]);
            }
        }
    }
    for i in 0..rows {
        let start = if i < whole_rows { whole_cols } else { 0 };
        for j in start..cols {
            to[j * rows + i] = from[i * cols + j];
        }
    }
    to
}
