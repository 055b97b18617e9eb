//! Products whose rhs is larger than the cache: a block of it is packed, used for all rows of lhs, then the next.
//!
//! ```text
//! for each NC columns:
//!     for each KC of k, ascending:
//!         pack rhs[KC][NC] into panels of 16 columns
//!         for each MC rows:
//!             for each panel:  for each pair of rows:  tile (goes on from what `out` holds, unless this is the first KC)
//! ```
//!
//! Going on from the f32 in `out` is the same as never having stopped: accumulators are f32 as well.

use super::pack::{self, PANEL, PanelRow};
use super::tile;

/// Rows of a packed block: a panel of it, 16 KiB, stays in L1.
const KC: usize = 256;
/// Columns of a packed block: all of it, 1 MiB, stays in L2 or near.
const NC: usize = 1024;
/// Rows of lhs that stay in L2 while the panels pass.
const MC: usize = 128;

/// (m, k) @ (k, n), for m, k and n at least 1.
pub(super) fn matmul(m: usize, k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let mut panels = Vec::with_capacity(k.min(KC) * n.min(NC).div_ceil(PANEL));
    for col in (0..n).step_by(NC) {
        let cols = NC.min(n - col);
        for from in (0..k).step_by(KC) {
            let depth = KC.min(k - from);
            let rows = rhs[from * n..(from + depth) * n].chunks_exact(n).map(|row| &row[col..col + cols]);
            pack::panels(&mut panels, rows, cols);
            for row in (0..m).step_by(MC) {
                let rows = MC.min(m - row);
                let lhs = &lhs[row * k..(row + rows) * k];
                let out = &mut out[row * n..(row + rows) * n];
                for (i, panel) in panels.chunks_exact(depth).enumerate() {
                    let at = col + i * PANEL;
                    sweep(Block { k, n, from, col: at, width: PANEL.min(col + cols - at) }, lhs, panel, out);
                }
            }
        }
    }
}

/// Where in the operands a panel lies.
#[derive(Clone, Copy)]
struct Block {
    /// Columns of lhs.
    k: usize,
    /// Columns of rhs.
    n: usize,
    /// The k that the panel begins at.
    from: usize,
    /// The column that the panel begins at.
    col: usize,
    /// Columns of the panel that are not padding.
    width: usize,
}

/// One panel against some rows of lhs.
fn sweep(block: Block, lhs: &[f32], panel: &[PanelRow], out: &mut [f32]) {
    let mut out_pairs = out.chunks_exact_mut(2 * block.n);
    let mut lhs_pairs = lhs.chunks_exact(2 * block.k);
    for (out, lhs) in out_pairs.by_ref().zip(lhs_pairs.by_ref()) {
        let (first, second) = lhs.split_at(block.k);
        rows(block, [first, second], panel, out);
    }
    if let ([_, ..], row) = (out_pairs.into_remainder(), lhs_pairs.remainder()) {
        let last = out.len() - block.n;
        rows(block, [row], panel, &mut out[last..]);
    }
}

/// One tile.
#[inline(always)]
fn rows<const MR: usize>(block: Block, lhs: [&[f32]; MR], panel: &[PanelRow], out: &mut [f32]) {
    let Block { n, from, col, width, .. } = block;
    let lhs = lhs.map(|row| &row[from..]);
    if width == PANEL {
        let out = &mut out[col..];
        let acc = if from == 0 { tile::zero::<MR, 4>() } else { tile::load(out, n) };
        tile::store(tile::accumulate(acc, lhs, panel.iter()), out, n);
    } else {
        let mut padded = [0.0; 2 * PANEL];
        if from > 0 {
            for i in 0..MR {
                padded[i * PANEL..][..width].copy_from_slice(&out[i * n + col..][..width]);
            }
        }
        let acc = tile::load::<MR, 4>(&padded, PANEL);
        tile::store(tile::accumulate(acc, lhs, panel.iter()), &mut padded, PANEL);
        for i in 0..MR {
            out[i * n + col..][..width].copy_from_slice(&padded[i * PANEL..][..width]);
        }
    }
}
