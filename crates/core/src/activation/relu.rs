//! ReLU, the rectified linear unit: max(0, x).

use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = max(0, x). f'(0) = 0, as PyTorch has it; ReLU(-0) = -0.
pub(super) static RELU: Activation = Activation {
    id: "relu",
    torch: "torch.nn.ReLU()",
    value,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Name("max"), Math::Paren(&[Math::Num("0"), Math::Op(","), Math::Var("x")])],
        derivative: &[Math::Cases(&[
            (&[Math::Num("1")], &[Math::Var("x"), Math::Op(">"), Math::Num("0")]),
            (&[Math::Num("0")], &[Math::Var("x"), Math::Op("≤"), Math::Num("0")]),
        ])],
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

fn derivative(x: f32) -> f32 {
    // NaN counts as above, as in PyTorch.
    if x <= 0.0 { 0.0 } else { 1.0 }
}

fn map(x: &[f32], y: &mut [f32]) {
    let zero = F32x4::constant(0.0);
    map::map(x, y, |x| lanes(x, zero));
}
