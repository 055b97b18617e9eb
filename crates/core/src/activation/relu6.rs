//! ReLU6: ReLU with a ceiling of 6.

use super::ladder::{Ladder, NO_END, always, between, step};
use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = min(max(0, x), 6). f'(0) = f'(6) = 0, as PyTorch has it.
pub(super) static RELU6: Activation = Activation {
    id: "relu6",
    torch: "torch.nn.ReLU6()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[
            Math::Name("min"),
            Math::Paren(&[
                Math::Name("max"),
                Math::Paren(&[Math::Num("0"), Math::Op(","), Math::Var("x")]),
                Math::Op(","),
                Math::Num("6"),
            ]),
        ],
        derivative: &[Math::Cases(&[
            (&[Math::Num("1")], &[Math::Num("0"), Math::Op("<"), Math::Var("x"), Math::Op("<"), Math::Num("6")]),
            (&[Math::Num("0")], &[Math::Name("otherwise")]),
        ])],
    },
    ladder: Ladder {
        value: &[step("a", "max(0, x)", &[always("max(0, [x!])")]), step("f", "min(…, 6)", &[always("min([a!], 6)")])],
        derivative: &[step(
            "d",
            "0 < x < 6: 1, … 0",
            &[
                between(0, 6, "0 < [x!] < 6").gives("1"),
                between(-NO_END, 1, "[x!] ≤ 0").gives("0"),
                always("[x!] ≥ 6").gives("0"),
            ],
        )],
    },
    domain: (-4.0, 10.0),
    range: Range::closed(0.0, 6.0),
    flat: &[(f32::NEG_INFINITY, 0.0), (6.0, f32::INFINITY)],
    source: "A. Krizhevsky, \"Convolutional Deep Belief Networks on CIFAR-10\", 2010",
};

#[inline(always)]
fn lanes(x: F32x4, six: F32x4) -> F32x4 {
    x.pmax(F32x4::ZERO).pmin(six)
}

fn value(x: f32) -> f32 {
    map::one(x, |x| lanes(x, F32x4::splat(6.0)))
}

fn wide(x: f64) -> f64 {
    x.clamp(0.0, 6.0)
}

fn derivative(x: f64) -> f64 {
    // NaN counts as inside, as in PyTorch.
    if x <= 0.0 || x >= 6.0 { 0.0 } else { 1.0 }
}

fn map(x: &[f32], y: &mut [f32]) {
    let six = F32x4::constant(6.0);
    map::map(x, y, |x| lanes(x, six));
}
