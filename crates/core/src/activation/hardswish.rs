//! Hardswish: x times hardsigmoid.

use super::hardsigmoid::{self, Ramp};
use super::ladder::{Ladder, NO_END, always, between, step};
use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = x min(max(0, x + 3), 6) / 6.
pub(super) static HARDSWISH: Activation = Activation {
    id: "hardswish",
    torch: "torch.nn.Hardswish()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[
            Math::Var("x"),
            Math::Op("·"),
            Math::Frac(
                &[
                    Math::Name("min"),
                    Math::Paren(&[
                        Math::Name("max"),
                        Math::Paren(&[Math::Num("0"), Math::Op(","), Math::Var("x"), Math::Op("+"), Math::Num("3")]),
                        Math::Op(","),
                        Math::Num("6"),
                    ]),
                ],
                &[Math::Num("6")],
            ),
        ],
        derivative: &[Math::Cases(&[
            (&[Math::Num("0")], &[Math::Var("x"), Math::Op("≤"), Math::Op("−"), Math::Num("3")]),
            (
                &[
                    Math::Frac(&[Math::Var("x")], &[Math::Num("3")]),
                    Math::Op("+"),
                    Math::Frac(&[Math::Num("1")], &[Math::Num("2")]),
                ],
                &[Math::Op("−"), Math::Num("3"), Math::Op("<"), Math::Var("x"), Math::Op("<"), Math::Num("3")],
            ),
            (&[Math::Num("1")], &[Math::Var("x"), Math::Op("≥"), Math::Num("3")]),
        ])],
    },
    ladder: Ladder {
        value: &[
            step("p", "x + 3", &[always("[x!] + 3")]),
            step("q", "min(max(0, …), 6)", &[always("min(max(0, [p!]), 6)")]),
            step("h", "… ÷ 6", &[always("[q] ÷ 6")]),
            step("f", "x · …", &[always("[x] · [h]")]),
        ],
        derivative: &[step(
            "d",
            "x ≤ −3: 0, x ≥ 3: 1, x/3 + 1/2",
            &[
                between(-3, 3, "[x!]/3 + 1/2"),
                between(0, NO_END, "[x!] ≥ 3").gives("1"),
                always("[x!] ≤ −3").gives("0"),
            ],
        )],
    },
    domain: (-6.0, 6.0),
    range: Range::from(-0.375),
    flat: &[(f32::NEG_INFINITY, -3.0)],
    source: "A. Howard et al., \"Searching for MobileNetV3\", 2019",
};

#[inline(always)]
fn lanes(x: F32x4, ramp: &Ramp) -> F32x4 {
    // The quotient first: x times 6 would overflow where the true value does not.
    x * ramp.lanes(x)
}

fn value(x: f32) -> f32 {
    map::one(x, |x| lanes(x, &Ramp::new()))
}

fn wide(x: f64) -> f64 {
    x * hardsigmoid::wide(x)
}

fn derivative(x: f64) -> f64 {
    if x <= -3.0 {
        0.0
    } else if x < 3.0 {
        // In f64, as the two cancel near -1.5.
        x / 3.0 + 0.5
    } else {
        // NaN too, as in PyTorch.
        1.0
    }
}

fn map(x: &[f32], y: &mut [f32]) {
    let ramp = Ramp::new();
    map::map(x, y, |x| lanes(x, &ramp));
}
