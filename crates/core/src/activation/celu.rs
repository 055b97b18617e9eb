//! CELU, the continuously differentiable exponential linear unit, with alpha = 1.

use super::elu::NegativeExpm1;
use super::ladder::{Ladder, NO_END, always, between, step};
use super::{Activation, Formula, Math, Range};
use crate::elementary::{double, map};
use crate::simd::F32x4;

/// f(x) = max(0, x) + min(0, α (e^(x/α) - 1)) with α = 1: the same as ELU, whose slope jumps at 0 for another α.
pub(super) static CELU: Activation = Activation {
    id: "celu",
    torch: "torch.nn.CELU()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[
            Math::Name("max"),
            Math::Paren(&[Math::Num("0"), Math::Op(","), Math::Var("x")]),
            Math::Op("+"),
            Math::Name("min"),
            Math::Paren(&[
                Math::Num("0"),
                Math::Op(","),
                Math::Sup(&[Math::Name("e")], &[Math::Var("x")]),
                Math::Op("−"),
                Math::Num("1"),
            ]),
        ],
        derivative: &[Math::Cases(&[
            (&[Math::Num("1")], &[Math::Var("x"), Math::Op(">"), Math::Num("0")]),
            (&[Math::Sup(&[Math::Name("e")], &[Math::Var("x")])], &[Math::Var("x"), Math::Op("≤"), Math::Num("0")]),
        ])],
    },
    ladder: Ladder {
        value: &[step("f", "x > 0: x, x ≤ 0: e^{x} − 1", &[between(0, NO_END, "[x!]"), always("e^{[x!]} − 1")])],
        derivative: &[step("d", "x > 0: 1, x ≤ 0: e^{x}", &[between(0, NO_END, "1"), always("e^{[x!]}")])],
    },
    domain: (-6.0, 4.0),
    range: Range::above(-1.0),
    flat: &[(f32::NEG_INFINITY, -4.605_171)],
    source: "J. Barron, \"Continuously Differentiable Exponential Linear Units\", 2017",
};

#[inline(always)]
fn lanes(x: F32x4, expm1: &NegativeExpm1) -> F32x4 {
    x.lt(F32x4::ZERO).select(expm1.lanes(x), x)
}

fn value(x: f32) -> f32 {
    map::one(x, |x| lanes(x, &NegativeExpm1::new()))
}

fn wide(x: f64) -> f64 {
    if x > 0.0 { x } else { double::expm1(x) }
}

fn derivative(x: f64) -> f64 {
    // NaN counts as above, as in PyTorch.
    if x <= 0.0 { double::exp(x) } else { 1.0 }
}

fn map(x: &[f32], y: &mut [f32]) {
    let expm1 = NegativeExpm1::new();
    map::map(x, y, |x| lanes(x, &expm1));
}
