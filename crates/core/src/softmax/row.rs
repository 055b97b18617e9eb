//! The f32 kernel of one row, computed four lanes at a time.

use super::sum::{BLOCK, Counter, LANES, PLAIN};
use crate::elementary::exp::Exp;
use crate::elementary::map;
use crate::simd::F32x4;

/// Softmax of a row of the length of both slices.
pub(super) fn softmax(x: &[f32], y: &mut [f32]) {
    let (low, high) = bounds(x);
    let sum = exps(x, low, high, y);
    if x.len() <= PLAIN {
        let sum = F32x4::constant(sum);
        in_place(y, |e| e / sum);
    } else {
        let inverse = F32x4::constant(1.0 / sum);
        in_place(y, |e| e * inverse);
    }
}

/// Replaces each value by `f` of it.
#[inline(always)]
fn in_place(y: &mut [f32], f: impl Fn(F32x4) -> F32x4) {
    let (groups, tail) = y.as_chunks_mut::<4>();
    let (fours, rest) = groups.as_chunks_mut::<4>();
    for four in fours {
        for group in four {
            f(F32x4::load(group)).store(group);
        }
    }
    for group in rest {
        f(F32x4::load(group)).store(group);
    }
    for value in tail {
        *value = map::one(*value, &f);
    }
}

/// The smallest and the largest value, NaN apart; infinities the wrong way round if there is none. A zero is +0.
pub(super) fn bounds(x: &[f32]) -> (f32, f32) {
    let (none_low, none_high) = (F32x4::splat(f32::INFINITY), F32x4::splat(f32::NEG_INFINITY));
    let (mut low, mut high) = ([none_low; 4], [none_high; 4]);
    let (groups, tail) = x.as_chunks::<4>();
    let (fours, rest) = groups.as_chunks::<4>();
    for four in fours {
        for i in 0..4 {
            let v = F32x4::load(&four[i]);
            low[i] = low[i].pmin(v);
            high[i] = high[i].pmax(v);
        }
    }
    for group in rest {
        low[0] = low[0].pmin(F32x4::load(group));
        high[0] = high[0].pmax(F32x4::load(group));
    }
    let low = low[0].pmin(low[1]).pmin(low[2].pmin(low[3])).to_array();
    let high = high[0].pmax(high[1]).pmax(high[2].pmax(high[3])).to_array();
    let low = low.iter().chain(tail).fold(f32::INFINITY, |low, &z| if z < low { z } else { low });
    let high = high.iter().chain(tail).fold(f32::NEG_INFINITY, |high, &z| if high < z { z } else { high });
    (low + 0.0, high + 0.0)
}

/// Writes e^(x - high) to `y`; their sum, in the order of [`super::sum`].
pub(super) fn exps(x: &[f32], low: f32, high: f32, y: &mut [f32]) -> f32 {
    let exp = <Exp>::new();
    let high = F32x4::constant(high);
    if x.len() <= PLAIN {
        map::map(x, y, |x| exp.full(x - high));
        return y.iter().fold(0.0, |sum, e| sum + e);
    }
    // Where all differences are in range (NaN fails, and gives NaN either way), the shorter form has the same bits.
    let in_range = low - high.to_array()[0] >= -Exp::IN_RANGE;
    let mut between = [[[0.0; 4]; 2]; BLOCK / LANES];
    let mut totals = Counter::new();
    for (x, y) in x.chunks(BLOCK).zip(y.chunks_mut(BLOCK)) {
        let (x4, x_tail) = x.as_chunks::<LANES>();
        let (y4, y_tail) = y.as_chunks_mut::<LANES>();
        let mut p = F32x4::ZERO;
        if in_range {
            // Two loops, as in `map::map_staged`.
            for (x, [r, n]) in x4.iter().zip(&mut between) {
                let reduced = exp.reduce(F32x4::load(x) - high);
                reduced[0].store(r);
                reduced[1].store(n);
            }
            for (y, [r, n]) in y4.iter_mut().zip(&between) {
                let e = exp.of_reduced([F32x4::load(r), F32x4::load(n)]);
                e.store(y);
                p = p + e;
            }
        } else {
            for (x, y) in x4.iter().zip(y4) {
                let e = exp.full(F32x4::load(x) - high);
                e.store(y);
                p = p + e;
            }
        }
        if !x_tail.is_empty() {
            // Past the end e^-inf = 0, which changes no partial sum.
            let mut group = [f32::NEG_INFINITY; LANES];
            group[..x_tail.len()].copy_from_slice(x_tail);
            let e = exp.full(F32x4::load(&group) - high);
            p = p + e;
            y_tail.copy_from_slice(&e.to_array()[..x_tail.len()]);
        }
        let [p0, p1, p2, p3] = p.to_array();
        totals.push((p0 + p2) + (p1 + p3), |a: f32, b: f32| a + b);
    }
    totals.total(|a, b| a + b)
}
