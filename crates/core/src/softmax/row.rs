//! The f32 kernel: one row, four lanes at a time.

use super::sum::{BLOCK, Counter, LANES, PLAIN};
use crate::elementary::exp::Exp;
use crate::elementary::map;
use crate::simd::F32x4;

/// Softmax of a row of the length of both slices.
pub(super) fn softmax(x: &[f32], y: &mut [f32]) {
    let (low, high) = bounds(x);
    let total = exps(x, low, high, y);
    let total = F32x4::constant(total);
    // In place: what `map` reads are the exponentials.
    let (groups, tail) = y.as_chunks_mut::<4>();
    for group in groups {
        (F32x4::load(group) / total).store(group);
    }
    for value in tail {
        *value = map::one(*value, |value| value / total);
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
    let exp = Exp::new();
    // Where all differences are in range (NaN fails, and gives NaN either way), the shorter form has the same bits.
    if low - high >= -Exp::IN_RANGE {
        exps_by(x, high, y, |x| exp.in_range(x), |x| exp.full(x))
    } else {
        exps_by(x, high, y, |x| exp.full(x), |x| exp.full(x))
    }
}

#[inline(always)]
fn exps_by(x: &[f32], high: f32, y: &mut [f32], exp: impl Fn(F32x4) -> F32x4, full: impl Fn(F32x4) -> F32x4) -> f32 {
    let high = F32x4::constant(high);
    if x.len() <= PLAIN {
        map::map(x, y, |x| full(x - high));
        return y.iter().fold(0.0, |sum, e| sum + e);
    }
    let mut totals = Counter::new();
    for (x, y) in x.chunks(BLOCK).zip(y.chunks_mut(BLOCK)) {
        let mut p = [F32x4::ZERO; LANES / 4];
        let (x16, x_tail) = x.as_chunks::<LANES>();
        let (y16, y_tail) = y.as_chunks_mut::<LANES>();
        for (x, y) in x16.iter().zip(y16) {
            let (x, _) = x.as_chunks::<4>();
            let (y, _) = y.as_chunks_mut::<4>();
            for (j, (x, y)) in x.iter().zip(y).enumerate() {
                let e = exp(F32x4::load(x) - high);
                e.store(y);
                p[j] = p[j] + e;
            }
        }
        if !x_tail.is_empty() {
            // Past the end e^-inf = 0, which changes no partial sum.
            let mut group = [f32::NEG_INFINITY; LANES];
            group[..x_tail.len()].copy_from_slice(x_tail);
            let (group4, _) = group.as_chunks_mut::<4>();
            for (j, group) in group4.iter_mut().enumerate() {
                let e = full(F32x4::load(group) - high);
                e.store(group);
                p[j] = p[j] + e;
            }
            y_tail.copy_from_slice(&group[..y_tail.len()]);
        }
        let [s0, s1, s2, s3] = ((p[0] + p[1]) + (p[2] + p[3])).to_array();
        totals.push((s0 + s2) + (s1 + s3), |a: f32, b: f32| a + b);
    }
    totals.total(|a, b| a + b)
}
