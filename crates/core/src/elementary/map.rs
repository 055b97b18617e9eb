//! Running a four-lane function over a slice.

use crate::simd::{F32x4, I32x4};

/// Writes `f` of the first values of `x` to the first places of `y`, as many as the shorter one has.
///
/// `f` sees eight values at a time, then four; past the end of a slice it sees zeros.
#[inline(always)]
pub(crate) fn map(x: &[f32], y: &mut [f32], f: impl Fn(F32x4) -> F32x4) {
    map_guarded(x, y, |_| I32x4::splat(0), &f, &f);
}

/// As [`map`], with `fast` where `guard` is false in all lanes of a group and `full` elsewhere.
///
/// For equal bits wherever a group begins, `full` must give what `fast` gives in each lane that is not guarded.
#[inline(always)]
pub(crate) fn map_guarded(
    x: &[f32],
    y: &mut [f32],
    guard: impl Fn(F32x4) -> I32x4,
    fast: impl Fn(F32x4) -> F32x4,
    full: impl Fn(F32x4) -> F32x4,
) {
    let len = x.len().min(y.len());
    let (x, y) = (&x[..len], &mut y[..len]);
    let (x4, x_tail) = x.as_chunks::<4>();
    let (y4, y_tail) = y.as_chunks_mut::<4>();
    let (x8, x_last) = x4.as_chunks::<2>();
    let (y8, y_last) = y4.as_chunks_mut::<2>();
    for (x, y) in x8.iter().zip(y8) {
        let (a, b) = (F32x4::load(&x[0]), F32x4::load(&x[1]));
        let guarded = (guard(a) | guard(b)).any();
        let (a, b) = if guarded { (full(a), full(b)) } else { (fast(a), fast(b)) };
        a.store(&mut y[0]);
        b.store(&mut y[1]);
    }
    for (x, y) in x_last.iter().zip(y_last) {
        full(F32x4::load(x)).store(y);
    }
    if !x_tail.is_empty() {
        let mut group = [0.0; 4];
        group[..x_tail.len()].copy_from_slice(x_tail);
        y_tail.copy_from_slice(&full(F32x4::load(&group)).to_array()[..x_tail.len()]);
    }
}

/// `f` of one value: the first of four equal lanes.
#[inline(always)]
pub(crate) fn one(x: f32, f: impl Fn(F32x4) -> F32x4) -> f32 {
    f(F32x4::splat(x)).to_array()[0]
}
