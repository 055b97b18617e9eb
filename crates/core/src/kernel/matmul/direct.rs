//! Products whose rhs stays in cache: tiles read it in place, and sums are not split along k.

use super::{tile, vector};

/// (m, k) @ (k, n), for k at least 1 and n at least 4.
///
/// The columns that tiles of 16 leave over are done by a narrower tile that ends at the last column, doing up to three
/// columns again: their bits are the same. Narrower tiles are taller, so that enough independent sums are computed at
/// once. With more than four rows the addresses no longer fit in registers: 8 x 4 takes twice as long as 4 x 4.
#[inline(never)]
pub(super) fn matmul(k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let mut col = 0;
    while col + 16 <= n {
        columns::<2, 4>(k, n, col, lhs, rhs, out);
        col += 16;
    }
    match (n - col).div_ceil(4) {
        0 => {}
        1 if n - col == 1 => last_column(k, n, lhs, rhs, out),
        1 => columns::<4, 1>(k, n, n - 4, lhs, rhs, out),
        2 if n >= 8 => columns::<4, 2>(k, n, n - 8, lhs, rhs, out),
        3 if n >= 12 => columns::<2, 3>(k, n, n - 12, lhs, rhs, out),
        _ if n >= 16 => columns::<2, 4>(k, n, n - 16, lhs, rhs, out),
        // Fewer columns than the vectors that cover them: four at a time, the last four ending at the last column.
        vectors => {
            for v in 0..vectors - 1 {
                columns::<4, 1>(k, n, 4 * v, lhs, rhs, out);
            }
            columns::<4, 1>(k, n, n - 4, lhs, rhs, out);
        }
    }
}

/// A single left-over column. Computed as a product with a vector it takes a third of the time of four columns.
#[inline(never)]
fn last_column(k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let column: Vec<f32> = rhs.chunks_exact(n).map(|row| row[n - 1]).collect();
    let mut sums = vec![0.0; out.len() / n];
    vector::matvec(k, lhs, &column, &mut sums);
    for (row, sum) in out.chunks_exact_mut(n).zip(sums) {
        row[n - 1] = sum;
    }
}

/// The columns `col..col + 4 * NV` of the product, `MR` rows at a time and the left over rows one by one.
#[inline(never)]
fn columns<const MR: usize, const NV: usize>(
    k: usize,
    n: usize,
    col: usize,
    lhs: &[f32],
    rhs: &[f32],
    out: &mut [f32],
) {
    assert!(col + 4 * NV <= n);
    let mut out_tiles = out.chunks_exact_mut(MR * n);
    let mut lhs_tiles = lhs.chunks_exact(MR * k);
    for (out, lhs) in out_tiles.by_ref().zip(lhs_tiles.by_ref()) {
        rows::<MR, NV>(k, n, col, lhs, rhs, out);
    }
    for (out, lhs) in out_tiles.into_remainder().chunks_exact_mut(n).zip(lhs_tiles.remainder().chunks_exact(k)) {
        rows::<1, NV>(k, n, col, lhs, rhs, out);
    }
}

/// One tile.
#[inline(always)]
fn rows<const MR: usize, const NV: usize>(k: usize, n: usize, col: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let lhs = core::array::from_fn(|i| &lhs[i * k..][..k]);
    let rhs = rhs.chunks_exact(n).map(|row| tile::vectors::<NV>(&row[col..col + 4 * NV]));
    let acc = tile::accumulate::<MR, NV>(tile::zero(), lhs, (0..k).zip(rhs), k);
    tile::store(acc, &mut out[col..], n);
}

/// (N, N) @ (N, N) for N a multiple of 16.
#[inline(never)]
pub(super) fn square<const N: usize>(lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    for i in (0..N).step_by(2) {
        for j in (0..N).step_by(16) {
            rows::<2, 4>(N, N, j, &lhs[i * N..], &rhs[..N * N], &mut out[i * N..]);
        }
    }
}

/// (m, k) @ (k, n) for n of 2 or 3: as four columns, the others of zeros.
#[inline(never)]
pub(super) fn narrow(k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let padded: Vec<[f32; 4]> = rhs.chunks_exact(n).map(tile::first_of).collect();
    let (padded, _) = padded.as_chunks::<1>();
    let mut out_tiles = out.chunks_exact_mut(4 * n);
    let mut lhs_tiles = lhs.chunks_exact(4 * k);
    for (out, lhs) in out_tiles.by_ref().zip(lhs_tiles.by_ref()) {
        let lhs: [&[f32]; 4] = core::array::from_fn(|i| &lhs[i * k..][..k]);
        let acc = tile::accumulate(tile::zero::<4, 1>(), lhs, (0..k).zip(padded), k);
        for (out, [acc]) in out.chunks_exact_mut(n).zip(acc) {
            tile::store_first(acc, out);
        }
    }
    for (out, lhs) in out_tiles.into_remainder().chunks_exact_mut(n).zip(lhs_tiles.remainder().chunks_exact(k)) {
        let [[acc]] = tile::accumulate(tile::zero::<1, 1>(), [lhs], (0..k).zip(padded), k);
        tile::store_first(acc, out);
    }
}
