//! Products with one row or one column. Each element of the matrix is read once, so memory bounds their speed.

use crate::simd::F32x4;

/// Rows of rhs that one pass over the result adds.
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
    // All of one length and walked by one index, so that at most one check is left in the loop.
    let row_groups = rows.map(|row| &row.as_chunks::<COLS>().0[..groups.len()]);
    let splats = factors.map(F32x4::splat);
    for (g, group) in (0..groups.len()).zip(groups) {
        let (group, _) = group.as_chunks_mut::<4>();
        let mut sum: [F32x4; COLS / 4] = core::array::from_fn(|v| F32x4::load(&group[v]));
        for r in 0..R {
            let (row, _) = row_groups[r][g].as_chunks::<4>();
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

/// (m, k) @ (k, 1) in ascending k: each row of lhs in a lane, eight rows at a time.
#[inline(never)]
pub(super) fn matvec(k: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let mut out_groups = out.chunks_exact_mut(8);
    let mut lhs_groups = lhs.chunks_exact(8 * k);
    for (out, lhs) in out_groups.by_ref().zip(lhs_groups.by_ref()) {
        dot8(k, lhs, rhs, out);
    }
    for (out, row) in out_groups.into_remainder().iter_mut().zip(lhs_groups.remainder().chunks_exact(k)) {
        *out = row.iter().zip(rhs).fold(0.0, |sum, (a, b)| sum + a * b);
    }
}

/// The sums of eight rows, in two groups of four: the four additions of a group wait for each other, and the other
/// group's are executed meanwhile. A third group would help further, but twelve rows whose length is a power of two
/// evict each other from a cache of eight ways.
#[inline(always)]
fn dot8(k: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let (factors, tail) = rhs.as_chunks::<4>();
    let row = |i: usize| &lhs[i * k..][..k];
    let vectors = |i: usize| &row(i).as_chunks::<4>().0[..factors.len()];
    let first: [_; 4] = core::array::from_fn(vectors);
    let second: [_; 4] = core::array::from_fn(|i| vectors(4 + i));
    let mut sums = [F32x4::ZERO; 2];
    for (p, factors) in (0..factors.len()).zip(factors) {
        let factors = F32x4::load(factors);
        sums[0] = add_products(sums[0], first.map(|row| F32x4::load(&row[p])), factors);
        sums[1] = add_products(sums[1], second.map(|row| F32x4::load(&row[p])), factors);
    }
    let done = k - tail.len();
    let sums = sums.map(F32x4::to_array);
    for (i, (out, &sum)) in out.iter_mut().zip(sums.as_flattened()).enumerate() {
        *out = row(i)[done..].iter().zip(tail).fold(sum, |sum, (a, b)| sum + a * b);
    }
}

/// Adds to each lane the products of its row with the factors, one after the other.
///
/// A vector of products runs along a row, so the four are transposed before they are added.
#[inline(always)]
fn add_products(sum: F32x4, rows: [F32x4; 4], factors: F32x4) -> F32x4 {
    let [p0, p1, p2, p3] = F32x4::transpose(rows.map(|row| row * factors));
    sum + p0 + p1 + p2 + p3
}

/// (m, k) @ (k, 1) with the terms of each sum dealt out to four lanes, as [`crate::reference::in_lanes`] says: nothing is
/// transposed until the sums are complete. Four rows at a time, which share the loads of rhs.
#[inline(never)]
pub(super) fn matvec_in_lanes(k: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let mut out_groups = out.chunks_exact_mut(4);
    let mut lhs_groups = lhs.chunks_exact(4 * k);
    for (out, lhs) in out_groups.by_ref().zip(lhs_groups.by_ref()) {
        dots_in_lanes::<4>(k, lhs, rhs, out);
    }
    for (out, row) in out_groups.into_remainder().chunks_exact_mut(1).zip(lhs_groups.remainder().chunks_exact(k)) {
        dots_in_lanes::<1>(k, row, rhs, out);
    }
}

/// The sums of `R` rows.
#[inline(always)]
fn dots_in_lanes<const R: usize>(k: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let (factors, tail) = rhs.as_chunks::<4>();
    let rows: [&[f32]; R] = core::array::from_fn(|r| &lhs[r * k..][..k]);
    let vectors = rows.map(|row| &row.as_chunks::<4>().0[..factors.len()]);
    let mut sums = [F32x4::ZERO; R];
    for (p, factors) in (0..factors.len()).zip(factors) {
        let factors = F32x4::load(factors);
        for (sum, row) in sums.iter_mut().zip(vectors) {
            *sum = *sum + F32x4::load(&row[p]) * factors;
        }
    }
    let done = k - tail.len();
    for ((out, sum), row) in out.iter_mut().zip(sums).zip(rows) {
        let mut lanes = sum.to_array();
        for ((lane, a), b) in lanes.iter_mut().zip(&row[done..]).zip(tail) {
            *lane += a * b;
        }
        *out = ((lanes[0] + lanes[1]) + lanes[2]) + lanes[3];
    }
}
