//! Applies a four-lane function to the values of a slice.

use crate::simd::{F32x4, I32x4};

/// Eight values: what a loop takes at a time.
type Group = [[f32; 4]; 2];

/// How many groups [`map_guarded`] sends to the general form when one of them needs it: its neighbours may, too.
const APART: usize = 4;

/// Writes `f` of the first values of `x` to the first places of `y`, as many as the shorter one has.
#[inline(always)]
pub(crate) fn map(x: &[f32], y: &mut [f32], f: impl Fn(F32x4) -> F32x4) {
    let (groups, tail) = groups(x, y);
    for (x, y) in groups.0.iter().zip(groups.1) {
        f(F32x4::load(&x[0])).store(&mut y[0]);
        f(F32x4::load(&x[1])).store(&mut y[1]);
    }
    map_tail(tail.0, tail.1, f);
}

/// As [`map`], by `fast` for groups of eight values that `guard` does not hold back, and by `full` elsewhere.
///
/// For equal bits wherever a group begins, `full` must give what `fast` gives for values that need not be held back. It
/// should capture nothing.
#[inline(always)]
pub(crate) fn map_guarded(
    x: &[f32],
    y: &mut [f32],
    guard: impl Fn(F32x4, F32x4) -> bool,
    fast: impl Fn(F32x4) -> F32x4,
    full: impl Fn(F32x4) -> F32x4,
) {
    let (groups, tail) = groups(x, y);
    let (mut x, mut y) = groups;
    while !x.is_empty() {
        // No call is inside this loop, or an engine would take every constant from memory in each iteration.
        let mut done = 0;
        for (x, y) in x.iter().zip(y.iter_mut()) {
            let (a, b) = (F32x4::load(&x[0]), F32x4::load(&x[1]));
            if guard(a, b) {
                break;
            }
            fast(a).store(&mut y[0]);
            fast(b).store(&mut y[1]);
            done += 1;
        }
        let end = (done + APART).min(x.len());
        apart(&x[done..end], &mut y[done..end], &full);
        (x, y) = (&x[end..], &mut y[end..]);
    }
    map_tail(tail.0, tail.1, full);
}

/// How many groups of eight [`map_staged`] takes at a time.
const BLOCK: usize = 16;

/// As [`map_guarded`] with `fast(x) = second(x, first(x))`, in two loops over blocks of 128 values: an out-of-order
/// processor finds more independent instructions in two short dependency chains than in a long one.
#[inline(always)]
pub(crate) fn map_staged<const M: usize>(
    x: &[f32],
    y: &mut [f32],
    outside: impl Fn(F32x4) -> I32x4,
    first: impl Fn(F32x4) -> [F32x4; M],
    second: impl Fn(F32x4, [F32x4; M]) -> F32x4,
    full: impl Fn(F32x4) -> F32x4,
) {
    let (groups, tail) = groups(x, y);
    let (x_blocks, x_rest) = groups.0.as_chunks::<BLOCK>();
    let (y_blocks, y_rest) = groups.1.as_chunks_mut::<BLOCK>();
    let mut between = [[[[0.0; 4]; M]; 2]; BLOCK];
    for (x, y) in x_blocks.iter().zip(y_blocks) {
        let mut held_back = I32x4::splat(0);
        for (x, between) in x.iter().zip(&mut between) {
            for (x, between) in x.iter().zip(between) {
                let x = F32x4::load(x);
                held_back = held_back | outside(x);
                for (value, place) in first(x).iter().zip(between) {
                    value.store(place);
                }
            }
        }
        if held_back.any() {
            apart(x, y, &full);
            continue;
        }
        for ((x, y), between) in x.iter().zip(y).zip(&between) {
            for ((x, y), between) in x.iter().zip(y).zip(between) {
                second(F32x4::load(x), core::array::from_fn(|i| F32x4::load(&between[i]))).store(y);
            }
        }
    }
    apart(x_rest, y_rest, &full);
    map_tail(tail.0, tail.1, full);
}

/// Both slices, cut to the shorter one, in groups and what is left over.
#[inline(always)]
#[expect(clippy::type_complexity, reason = "a pair of groups and a pair of rests")]
fn groups<'a>(x: &'a [f32], y: &'a mut [f32]) -> ((&'a [Group], &'a mut [Group]), (&'a [f32], &'a mut [f32])) {
    let len = x.len().min(y.len());
    let (x, x_tail) = x[..len].split_at(len & !7);
    let (y, y_tail) = y[..len].split_at_mut(len & !7);
    let x = x.as_chunks::<4>().0.as_chunks::<2>().0;
    let y = y.as_chunks_mut::<4>().0.as_chunks_mut::<2>().0;
    ((x, y), (x_tail, y_tail))
}

#[cold]
#[inline(never)]
fn apart(x: &[Group], y: &mut [Group], f: &impl Fn(F32x4) -> F32x4) {
    for (x, y) in x.iter().zip(y) {
        f(F32x4::load(&x[0])).store(&mut y[0]);
        f(F32x4::load(&x[1])).store(&mut y[1]);
    }
}

/// `f` of fewer than eight values.
#[inline(always)]
fn map_tail(x: &[f32], y: &mut [f32], f: impl Fn(F32x4) -> F32x4) {
    for (x, y) in x.chunks(4).zip(y.chunks_mut(4)) {
        let mut group = [0.0; 4];
        group[..x.len()].copy_from_slice(x);
        y.copy_from_slice(&f(F32x4::load(&group)).to_array()[..x.len()]);
    }
}

/// `f` of one value: the first of four equal lanes.
#[inline(always)]
pub(crate) fn one(x: f32, f: impl Fn(F32x4) -> F32x4) -> f32 {
    f(F32x4::splat(x)).to_array()[0]
}
