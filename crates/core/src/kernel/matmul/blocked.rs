//! The general product: one block of rhs after the other is packed and multiplied by all rows of lhs.
//!
//! ```text
//! for each NC columns:
//!     for each KC of k, ascending:
//!         pack rhs[KC][NC] into panels of 16 columns
//!         for each MC rows:
//!             for each panel:  for each pair of rows:  tile (goes on from what `out` holds, unless this is the first KC)
//! ```
//!
//! A block that continues from the f32 in `out` gives the same bits as one uninterrupted sum, because the accumulators
//! are f32 as well.

use super::pack::{self, PANEL};
use super::tile;

/// Rows of a packed block: a panel of it, 16 KiB, stays in L1.
const KC: usize = 256;
/// Columns of a packed block: all of it, 512 KiB, stays in L2.
const NC: usize = 512;
/// Rows of lhs that stay in cache while all panels of a block are used.
const MC: usize = 128;

/// (m, k) @ (k, n), for m, k and n at least 1.
#[inline(never)]
pub(super) fn matmul(k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    // A narrow rhs needs no packing: it already has the layout of a panel.
    let in_place = n <= PANEL && n.is_multiple_of(4);
    let mut packed = Vec::new();
    if !in_place {
        packed.reserve_exact(k.min(KC) * n.min(NC).div_ceil(4));
    }
    for col in (0..n).step_by(NC) {
        let cols = NC.min(n - col);
        for from in (0..k).step_by(KC) {
            let depth = KC.min(k - from);
            let rhs = &rhs[from * n..(from + depth) * n];
            let panels = if in_place {
                rhs.as_chunks().0
            } else {
                pack::panels(&mut packed, rhs.chunks_exact(n).map(|row| &row[col..col + cols]), cols);
                &packed[..]
            };
            for (lhs, out) in lhs.chunks(MC * k).zip(out.chunks_mut(MC * n)) {
                let mut at = Place { k, n, from, depth, col };
                let mut panels = panels.chunks_exact(depth * (PANEL / 4));
                let mut width = cols;
                for panel in panels.by_ref() {
                    panel16(at, width.min(PANEL), lhs, panel, out);
                    at.col += PANEL;
                    width = width.saturating_sub(PANEL);
                }
                match width.div_ceil(4) {
                    1 => panel4(at, width, lhs, panels.remainder(), out),
                    2 => panel8(at, width, lhs, panels.remainder(), out),
                    3 => panel12(at, width, lhs, panels.remainder(), out),
                    _ => {}
                }
            }
        }
    }
}

/// Where in the operands a panel lies.
#[derive(Clone, Copy)]
struct Place {
    /// Columns of lhs.
    k: usize,
    /// Columns of rhs.
    n: usize,
    /// The k that the panel begins at.
    from: usize,
    /// Rows of the panel.
    depth: usize,
    /// The column that the panel begins at.
    col: usize,
}

/// A panel of four vectors, of which `width` columns count, against some rows of lhs.
#[inline(never)]
fn panel16(at: Place, width: usize, lhs: &[f32], panel: &[[f32; 4]], out: &mut [f32]) {
    let done = sweep::<2, 4>(at, width, lhs, panel, out);
    sweep::<1, 4>(at, width, &lhs[done * at.k..], panel, &mut out[done * at.n..]);
}

/// A panel of three vectors.
#[inline(never)]
fn panel12(at: Place, width: usize, lhs: &[f32], panel: &[[f32; 4]], out: &mut [f32]) {
    let done = sweep::<2, 3>(at, width, lhs, panel, out);
    sweep::<1, 3>(at, width, &lhs[done * at.k..], panel, &mut out[done * at.n..]);
}

/// A panel of two vectors. Narrower tiles are taller, so that enough independent sums are computed at once.
#[inline(never)]
fn panel8(at: Place, width: usize, lhs: &[f32], panel: &[[f32; 4]], out: &mut [f32]) {
    let done = sweep::<4, 2>(at, width, lhs, panel, out);
    sweep::<1, 2>(at, width, &lhs[done * at.k..], panel, &mut out[done * at.n..]);
}

/// A panel of one vector.
#[inline(never)]
fn panel4(at: Place, width: usize, lhs: &[f32], panel: &[[f32; 4]], out: &mut [f32]) {
    let done = sweep::<4, 1>(at, width, lhs, panel, out);
    sweep::<1, 1>(at, width, &lhs[done * at.k..], panel, &mut out[done * at.n..]);
}

/// As many tiles of `MR` rows as there are; returns how many rows that was.
#[inline(always)]
fn sweep<const MR: usize, const NV: usize>(
    at: Place,
    width: usize,
    lhs: &[f32],
    panel: &[[f32; 4]],
    out: &mut [f32],
) -> usize {
    let Place { k, n, from, depth, col } = at;
    let panel = &panel.as_chunks::<NV>().0[..depth];
    let mut done = 0;
    for (lhs, out) in lhs.chunks_exact(MR * k).zip(out.chunks_exact_mut(MR * n)) {
        let lhs: [&[f32]; MR] = core::array::from_fn(|i| &lhs[i * k + from..][..depth]);
        let out = &mut out[col..];
        if width == 4 * NV {
            let acc = if from == 0 { tile::zero::<MR, NV>() } else { tile::load(out, n) };
            tile::store(tile::accumulate(acc, lhs, panel.iter().enumerate(), depth), out, n);
        } else {
            let acc = if from == 0 { tile::zero::<MR, NV>() } else { tile::load_part(out, n, width) };
            tile::store_part(tile::accumulate(acc, lhs, panel.iter().enumerate(), depth), out, n, width);
        }
        done += MR;
    }
    done
}
