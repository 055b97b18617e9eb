//! The register tile: MR rows by NV vectors of columns, accumulated over k in registers.
//!
//! ```text
//! for p in 0..k:
//!     b[0..NV] = the vectors of row p of rhs
//!     for i in 0..MR:
//!         a = lhs[i][p] in all lanes
//!         for v in 0..NV:  acc[i][v] = acc[i][v] + a * b[v]
//! ```
//!
//! 2 x 4 vectors is the largest useful shape: 8 accumulators, 4 vectors of rhs, the broadcast and the product are 14 of
//! the 15 registers that an engine on x86 has to give. Larger ones spill. The loop is not unrolled by hand: with two
//! or more steps in one body LLVM groups the work by accumulator, which lengthens lifetimes until registers spill.

use crate::simd::F32x4;

/// The accumulators of a tile.
pub(super) type Acc<const MR: usize, const NV: usize> = [[F32x4; NV]; MR];

/// The accumulators of a tile that begins: all +0.
#[inline(always)]
pub(super) fn zero<const MR: usize, const NV: usize>() -> Acc<MR, NV> {
    [[F32x4::ZERO; NV]; MR]
}

/// Adds the products of `lhs` (one slice a row) with the rows of `rhs`, which come numbered, to `acc`, in ascending k.
///
/// The iterator decides the speed: `panel.iter().enumerate()` increments an address, `(0..k).zip(rows)` increments only
/// the number and computes addresses from it. The first is faster for long packed panels, the second for sizes known to
/// the compiler, each by 5 to 10 %.
#[inline(always)]
pub(super) fn accumulate<'a, const MR: usize, const NV: usize>(
    mut acc: Acc<MR, NV>,
    lhs: [&[f32]; MR],
    rhs: impl Iterator<Item = (usize, &'a [[f32; 4]; NV])>,
    k: usize,
) -> Acc<MR, NV> {
    let lhs = lhs.map(|row| &row[..k]);
    for (p, b) in rhs {
        let b = b.each_ref().map(F32x4::load);
        for i in 0..MR {
            let a = F32x4::splat(lhs[i][p]);
            for v in 0..NV {
                acc[i][v] = acc[i][v] + a * b[v];
            }
        }
    }
    acc
}

/// The tile's part of `out`, whose rows are `stride` apart, read back to continue the sums.
#[inline(always)]
pub(super) fn load<const MR: usize, const NV: usize>(out: &[f32], stride: usize) -> Acc<MR, NV> {
    core::array::from_fn(|i| {
        let (row, _) = out[i * stride..][..4 * NV].as_chunks();
        core::array::from_fn(|v| F32x4::load(&row[v]))
    })
}

/// Writes the tile to `out`, whose rows are `stride` apart.
#[inline(always)]
pub(super) fn store<const MR: usize, const NV: usize>(acc: Acc<MR, NV>, out: &mut [f32], stride: usize) {
    for (i, acc) in acc.into_iter().enumerate() {
        let (row, _) = out[i * stride..][..4 * NV].as_chunks_mut();
        for v in 0..NV {
            acc[v].store(&mut row[v]);
        }
    }
}

/// [`load`] of the first `width` columns, for `width` from `4 * NV - 3` to `4 * NV - 1`.
#[inline(always)]
pub(super) fn load_part<const MR: usize, const NV: usize>(out: &[f32], stride: usize, width: usize) -> Acc<MR, NV> {
    core::array::from_fn(|i| {
        let (whole, rest) = out[i * stride..][..width].as_chunks();
        let last = first_of(rest);
        core::array::from_fn(|v| F32x4::load(whole.get(v).unwrap_or(&last)))
    })
}

/// Writes as many of a vector's values as `to` has room for, three at most. Copying by a length that is not a constant
/// would be a call.
#[inline(always)]
pub(super) fn store_first(x: F32x4, to: &mut [f32]) {
    let x = x.to_array();
    match to {
        [a] => *a = x[0],
        [a, b] => [*a, *b] = [x[0], x[1]],
        [a, b, c] => [*a, *b, *c] = [x[0], x[1], x[2]],
        _ => {}
    }
}

/// The vector that begins with the values of `from`, three at most, and ends with zeros.
#[inline(always)]
pub(super) fn first_of(from: &[f32]) -> [f32; 4] {
    match *from {
        [a] => [a, 0.0, 0.0, 0.0],
        [a, b] => [a, b, 0.0, 0.0],
        [a, b, c] => [a, b, c, 0.0],
        _ => [0.0; 4],
    }
}

/// [`store`] of the first `width` columns, for `width` from `4 * NV - 3` to `4 * NV - 1`.
#[inline(always)]
pub(super) fn store_part<const MR: usize, const NV: usize>(
    acc: Acc<MR, NV>,
    out: &mut [f32],
    stride: usize,
    width: usize,
) {
    for (i, acc) in acc.into_iter().enumerate() {
        let (whole, rest) = out[i * stride..][..width].as_chunks_mut();
        for (whole, acc) in whole.iter_mut().zip(acc) {
            acc.store(whole);
        }
        store_first(acc[NV - 1], rest);
    }
}

/// The first `NV` vectors of a row.
#[inline(always)]
pub(super) fn vectors<const NV: usize>(row: &[f32]) -> &[[f32; 4]; NV] {
    let (vectors, _) = row.as_chunks::<4>();
    let (vectors, _) = vectors.as_chunks::<NV>();
    &vectors[0]
}
