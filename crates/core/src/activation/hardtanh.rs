//! Hardtanh: the identity between -1 and 1, constant outside.

use super::ladder::{Ladder, always, between, step};
use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = min(max(-1, x), 1). f'(-1) = f'(1) = 0, as PyTorch has it.
pub(super) static HARDTANH: Activation = Activation {
    id: "hardtanh",
    torch: "torch.nn.Hardtanh()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[
            Math::Name("min"),
            Math::Paren(&[
                Math::Name("max"),
                Math::Paren(&[Math::Op("−"), Math::Num("1"), Math::Op(","), Math::Var("x")]),
                Math::Op(","),
                Math::Num("1"),
            ]),
        ],
        derivative: &[Math::Cases(&[
            (&[Math::Num("1")], &[Math::Abs(&[Math::Var("x")]), Math::Op("<"), Math::Num("1")]),
            (&[Math::Num("0")], &[Math::Abs(&[Math::Var("x")]), Math::Op("≥"), Math::Num("1")]),
        ])],
    },
    ladder: Ladder {
        value: &[
            step("a", "max(−1, x)", &[always("max(−1, [x!])")]),
            step("f", "min(…, 1)", &[always("min([a!], 1)")]),
        ],
        derivative: &[step(
            "d",
            "|x| < 1: 1, |x| ≥ 1: 0",
            &[between(-1, 1, "|[x!]| < 1").gives("1"), always("|[x!]| ≥ 1").gives("0")],
        )],
    },
    domain: (-3.0, 3.0),
    range: Range::closed(-1.0, 1.0),
    flat: &[(f32::NEG_INFINITY, -1.0), (1.0, f32::INFINITY)],
    source: "R. Collobert, \"Large Scale Machine Learning\", 2004",
};

#[inline(always)]
fn lanes(x: F32x4, low: F32x4, high: F32x4) -> F32x4 {
    x.pmax(low).pmin(high)
}

fn value(x: f32) -> f32 {
    map::one(x, |x| lanes(x, F32x4::splat(-1.0), F32x4::splat(1.0)))
}

fn wide(x: f64) -> f64 {
    x.clamp(-1.0, 1.0)
}

fn derivative(x: f64) -> f64 {
    // NaN counts as inside, as in PyTorch.
    if x <= -1.0 || x >= 1.0 { 0.0 } else { 1.0 }
}

fn map(x: &[f32], y: &mut [f32]) {
    let (low, high) = (F32x4::constant(-1.0), F32x4::constant(1.0));
    map::map(x, y, |x| lanes(x, low, high));
}
