//! Matrix products: the choice of an implementation by size.
//!
//! Every implementation adds one rounded product at a time, in ascending k, to an accumulator that starts at +0. The lanes
//! of a vector are different columns of the result (different rows if there is one column) and never different k. The
//! exception are long sums of a single column, which are defined in lanes. All implementations therefore give the bits of
//! [`crate::reference::matmul`], and the choice depends on speed alone:
//!
//! ```text
//! 4 x 4 @ 4 x 4, also in batches    small: all in registers
//! 16, 32 and 64 squared             direct::square: sizes known to the compiler
//! one column                        vector::matvec: rows in the lanes, through 4 x 4 transposes
//! one column, long sums             vector::matvec_in_lanes: four rows side by side, summed in lanes
//! one row                           vector::vecmat: a few rows of rhs at a time over the whole result
//! few rows, or a small rhs          direct: tiles straight from rhs
//! otherwise                         blocked: rhs packed into panels of 16 columns, tiles of 2 x 16
//! ```

mod blocked;
mod direct;
mod pack;
mod small;
mod tile;
mod vector;

use crate::reference::in_lanes;

/// Below this number of rows rhs is read in place, because packing it would cost more than it saves.
const DIRECT_ROWS: usize = 4;
/// Up to this number of elements rhs is read in place too, because it fits in the L1 cache.
const DIRECT_MAX: usize = 2048;

/// (m, k) @ (k, n) into `out` (m, n), all row-major, overwriting `out`.
///
/// The same bits as [`crate::reference::matmul`]. Allocates at most 512 KiB, to pack `rhs`.
///
/// ```
/// let mut out = [0.0; 4];
/// matwalk_core::kernel::matmul(2, 2, 2, &[1., 2., 3., 4.], &[5., 6., 7., 8.], &mut out);
/// assert_eq!(out, [19., 22., 43., 50.]);
/// ```
///
/// # Panics
/// When the length of a slice is not the product of its two sizes. [`crate::op::matmul`] checks shapes and never
/// panics.
pub fn matmul(m: usize, k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    // The most frequent size is tested first: the checks for the others would take longer than its product.
    if (m, k, n) == (4, 4, 4)
        && let (Some(lhs), Some(rhs), Some(out)) = (lhs.as_array(), rhs.as_array(), out.as_mut_array())
    {
        return small::matmul4(lhs, rhs, out);
    }
    check(m, k, lhs.len());
    check(k, n, rhs.len());
    check(m, n, out.len());
    product(m, k, n, lhs, rhs, out);
}

/// [`matmul`] of each of `batch` pairs of matrices: (batch, m, k) @ (batch, k, n) into `out` (batch, m, n).
///
/// # Panics
/// When the length of a slice is not the product of its three sizes.
pub fn bmm(batch: usize, m: usize, k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    check(batch, m.saturating_mul(k), lhs.len());
    check(batch, k.saturating_mul(n), rhs.len());
    check(batch, m.saturating_mul(n), out.len());
    if k == 0 {
        out.fill(0.0);
    } else if (m, k, n) == (4, 4, 4) {
        small::batch4(lhs, rhs, out);
    } else if batch > 0 && m > 0 && n > 0 {
        for ((lhs, rhs), out) in lhs.chunks_exact(m * k).zip(rhs.chunks_exact(k * n)).zip(out.chunks_exact_mut(m * n)) {
            product(m, k, n, lhs, rhs, out);
        }
    }
}

/// `x` (rows, inputs) times the transpose of `weight` (outputs, inputs), plus `bias` (outputs), into `out`
/// (rows, outputs), overwriting `out`.
///
/// The same bits as [`crate::reference::linear`]: the bias is added last. Allocates one transposed copy of `weight`
/// (none for a single row).
///
/// # Panics
/// When the length of a slice is not the product of its sizes.
pub fn linear(
    rows: usize,
    inputs: usize,
    outputs: usize,
    x: &[f32],
    weight: &[f32],
    bias: Option<&[f32]>,
    out: &mut [f32],
) {
    check(rows, inputs, x.len());
    check(outputs, inputs, weight.len());
    check(rows, outputs, out.len());
    if rows == 1 && inputs > 0 {
        // In ascending order even if long: a row gives the same bits alone and among others.
        vector::matvec(inputs, weight, x, out);
    } else if rows > 0 {
        product(rows, inputs, outputs, x, &pack::transposed(outputs, inputs, weight), out);
    }
    if let Some(bias) = bias {
        check(1, outputs, bias.len());
        if outputs > 0 {
            for row in out.chunks_exact_mut(outputs) {
                for (y, b) in row.iter_mut().zip(bias) {
                    *y += b;
                }
            }
        }
    }
}

/// Refuses a slice that does not hold rows x cols.
#[inline(always)]
fn check(rows: usize, cols: usize, len: usize) {
    if rows.checked_mul(cols) != Some(len) {
        refuse(rows, cols, len);
    }
}

/// Separate from [`check`], so that the code of the panic is not on the hot path.
#[cold]
#[inline(never)]
fn refuse(rows: usize, cols: usize, len: usize) {
    assert_eq!(rows.checked_mul(cols), Some(len), "a slice of {len} does not hold {rows} x {cols}");
}

/// [`matmul`] with the lengths known to agree.
fn product(m: usize, k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let in_l1 = rhs.len() <= DIRECT_MAX;
    match (m, k, n) {
        (0, ..) | (.., 0) => {}
        (_, 0, _) => out.fill(0.0),
        (16, 16, 16) => direct::square::<16>(lhs, rhs, out),
        (32, 32, 32) => direct::square::<32>(lhs, rhs, out),
        (64, 64, 64) => direct::square::<64>(lhs, rhs, out),
        (.., 1) if in_lanes(k, n) => vector::matvec_in_lanes(k, lhs, rhs, out),
        (.., 1) => vector::matvec(k, lhs, rhs, out),
        (1, ..) => vector::vecmat(n, lhs, rhs, out),
        (.., 2 | 3) if in_l1 => direct::narrow(k, n, lhs, rhs, out),
        (.., 2 | 3) if m < DIRECT_ROWS => {
            for (lhs, out) in lhs.chunks_exact(k).zip(out.chunks_exact_mut(n)) {
                vector::vecmat(n, lhs, rhs, out);
            }
        }
        _ if in_l1 || m < DIRECT_ROWS => direct::matmul(k, n, lhs, rhs, out),
        _ => blocked::matmul(k, n, lhs, rhs, out),
    }
}
