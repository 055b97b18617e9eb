//! Products with one row or one column: read once, so bound by memory.

use crate::simd::F32x4;

/// Rows of rhs that one pass over the result takes in.
const ROWS: usize = 4;

/// Columns that are summed at once: whole cache lines, so that it does no harm when rows evict each other.
const COLS: usize = 8;

/// (1, k) @ (k, n): `ROWS` rows of rhs at a time are scaled and added, in order, to the whole result.
#[inline(never)]
pub(super) fn vecmat(n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    out.fill(0.0);
    let mut factors = lhs.chunks_exact(ROWS);
    let mut blocks = rhs.chunks_exact(ROWS * n);
    for (factors, block) in factors.by_ref().zip(blocks.by_ref()) {
        add_scaled::<ROWS>(n, core::array::from_fn(|r| factors[r]), block, out);
    }
    for (&factor, row) in factors.remainder().iter().zip(blocks.remainder().chunks_exact(n)) {
        add_scaled::<1>(n, [factor], row, out);
    }
}

/// Adds each of `R` rows of `block` times its factor to `out`, the first row first.
#[inline(always)]
fn add_scaled<const R: usize>(n: usize, factors: [f32; R], block: &[f32], out: &mut [f32]) {
    let rows: [&[f32]; R] = core::array::from_fn(|r| &block[r * n..][..n]);
    let (groups, tail) = out.as_chunks_mut::<COLS>();
    let mut row_groups = rows.map(|row| &row.as_chunks::<COLS>().0[..groups.len()]);
    let splats = factors.map(F32x4::splat);
    for group in groups {
        let (group, _) = group.as_chunks_mut::<4>();
        let mut sum: [F32x4; COLS / 4] = core::array::from_fn(|v| F32x4::load(&group[v]));
        for r in 0..R {
            let Some((row, rest)) = row_groups[r].split_first() else { return };
            row_groups[r] = rest;
            let (row, _) = row.as_chunks::<4>();
            for v in 0..COLS / 4 {
                sum[v] = sum[v] + splats[r] * F32x4::load(&row[v]);
            }
        }
        for (out, sum) in group.iter_mut().zip(sum) {
            sum.store(out);
        }
    }
    let done = n - tail.len();
    for (j, out) in tail.iter_mut().enumerate() {
        for r in 0..R {
            *out += factors[r] * rows[r][done + j];
        }
    }
}

/// (m, k) @ (k, 1): four rows of lhs at a time, each in a lane.
///
/// A vector of products runs along a row, so four of them are transposed before they are added, one k after the other.
#[inline(never)]
pub(super) fn matvec(k: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let mut out_groups = out.chunks_exact_mut(4);
    let mut lhs_groups = lhs.chunks_exact(4 * k);
    for (out, lhs) in out_groups.by_ref().zip(lhs_groups.by_ref()) {
        let rows: [&[f32]; 4] = core::array::from_fn(|i| &lhs[i * k..][..k]);
        let (factors, tail) = rhs.as_chunks::<4>();
        let vectors = rows.map(|row| &row.as_chunks::<4>().0[..factors.len()]);
        let mut sum = F32x4::ZERO;
        for (p, factors) in factors.iter().enumerate() {
            let factors = F32x4::load(factors);
            for product in F32x4::transpose(vectors.map(|row| F32x4::load(&row[p]) * factors)) {
                sum = sum + product;
            }
        }
        let done = k - tail.len();
        for ((out, row), mut sum) in out.iter_mut().zip(rows).zip(sum.to_array()) {
            for (a, b) in row[done..].iter().zip(tail) {
                sum += a * b;
            }
            *out = sum;
        }
    }
    for (out, row) in out_groups.into_remainder().iter_mut().zip(lhs_groups.remainder().chunks_exact(k)) {
        *out = row.iter().zip(rhs).fold(0.0, |sum, (a, b)| sum + a * b);
    }
}
