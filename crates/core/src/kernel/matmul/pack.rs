//! Copies of rhs in the order in which tiles read it.

use super::tile::first_of;
use crate::simd::F32x4;

/// Columns of a panel: the width of the widest tile.
pub(super) const PANEL: usize = 16;

/// Replaces `panels` by `rows` (parts of rows of rhs, all of one length) cut into panels of 16 columns, one after the
/// other. The last is as many vectors wide as its columns need, with zeros after them.
#[inline(never)]
pub(super) fn panels<'a>(panels: &mut Vec<[f32; 4]>, rows: impl Iterator<Item = &'a [f32]> + Clone, cols: usize) {
    panels.clear();
    let mut col = 0;
    while col + PANEL <= cols {
        for row in rows.clone() {
            let (vectors, _) = row[col..col + PANEL].as_chunks();
            panels.extend_from_slice(vectors);
        }
        col += PANEL;
    }
    if col < cols {
        for row in rows {
            let (vectors, tail) = row[col..].as_chunks();
            for vector in vectors {
                panels.push(*vector);
            }
            if !tail.is_empty() {
                panels.push(first_of(tail));
            }
        }
    }
}

/// The transpose of a (rows, cols) matrix.
#[inline(never)]
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
