//! Leaky ReLU with PyTorch's slope of 0.01 on the left.

use super::ladder::{Ladder, NO_END, always, between, step};
use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = x for x > 0, 0.01 x elsewhere. f'(0) = 0.01, as PyTorch has it.
pub(super) static LEAKY_RELU: Activation = Activation {
    id: "leaky_relu",
    torch: "torch.nn.LeakyReLU(0.01)",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Cases(&[
            (&[Math::Var("x")], &[Math::Var("x"), Math::Op(">"), Math::Num("0")]),
            (&[Math::Num("0.01"), Math::Op("·"), Math::Var("x")], &[Math::Var("x"), Math::Op("≤"), Math::Num("0")]),
        ])],
        derivative: &[Math::Cases(&[
            (&[Math::Num("1")], &[Math::Var("x"), Math::Op(">"), Math::Num("0")]),
            (&[Math::Num("0.01")], &[Math::Var("x"), Math::Op("≤"), Math::Num("0")]),
        ])],
    },
    ladder: Ladder {
        value: &[step("f", "x > 0: x, x ≤ 0: 0.01·x", &[between(0, NO_END, "[x!]"), always("0.01 · [x]")])],
        derivative: &[step(
            "d",
            "x > 0: 1, x ≤ 0: 0.01",
            &[between(0, NO_END, "[x!] > 0").gives("1"), always("[x!] ≤ 0").gives("0.01")],
        )],
    },
    domain: (-4.0, 4.0),
    range: Range::open(f64::NEG_INFINITY, f64::INFINITY),
    flat: &[],
    source: "A. Maas, A. Hannun and A. Ng, ICML 2013",
};

const SLOPE: f32 = 0.01;

#[inline(always)]
fn lanes(x: F32x4, slope: F32x4) -> F32x4 {
    x.lt(F32x4::ZERO).select(x * slope, x)
}

fn value(x: f32) -> f32 {
    map::one(x, |x| lanes(x, F32x4::splat(SLOPE)))
}

fn wide(x: f64) -> f64 {
    if x > 0.0 { x } else { 0.01 * x }
}

fn derivative(x: f64) -> f64 {
    // NaN counts as below, as in PyTorch.
    if x > 0.0 { 1.0 } else { 0.01 }
}

fn map(x: &[f32], y: &mut [f32]) {
    let slope = F32x4::constant(SLOPE);
    map::map(x, y, |x| lanes(x, slope));
}
