//! ReLU, the rectified linear unit: max(0, x).

use super::ladder::{Ladder, NO_END, always, between, step};
use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = max(0, x). f'(0) = 0, as PyTorch has it; ReLU(-0) = -0.
pub(super) static RELU: Activation = Activation {
    id: "relu",
    torch: "torch.nn.ReLU()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Name("max"), Math::Paren(&[Math::Num("0"), Math::Op(","), Math::Var("x")])],
        derivative: &[Math::Cases(&[
            (&[Math::Num("1")], &[Math::Var("x"), Math::Op(">"), Math::Num("0")]),
            (&[Math::Num("0")], &[Math::Var("x"), Math::Op("≤"), Math::Num("0")]),
        ])],
    },
    ladder: Ladder {
        value: &[step("f", "max(0, x)", &[always("max(0, [x!])")])],
        derivative: &[step(
            "d",
            "x > 0: 1, x ≤ 0: 0",
            &[between(0, NO_END, "[x!] > 0").gives("1"), always("[x!] ≤ 0").gives("0")],
        )],
    },
    domain: (-4.0, 4.0),
    range: Range::from(0.0),
    flat: &[(f32::NEG_INFINITY, 0.0)],
    source: "K. Fukushima, 1969; V. Nair and G. Hinton, ICML 2010",
};

#[inline(always)]
fn lanes(x: F32x4, zero: F32x4) -> F32x4 {
    x.pmax(zero)
}

fn value(x: f32) -> f32 {
    map::one(x, |x| lanes(x, F32x4::ZERO))
}

fn wide(x: f64) -> f64 {
    if x > 0.0 { x } else { 0.0 }
}

fn derivative(x: f64) -> f64 {
    // NaN counts as above, as in PyTorch.
    if x <= 0.0 { 0.0 } else { 1.0 }
}

fn map(x: &[f32], y: &mut [f32]) {
    let zero = F32x4::constant(0.0);
    map::map(x, y, |x| lanes(x, zero));
}
