//! Hardsigmoid: a straight line from 0 at -3 to 1 at 3, constant outside.

use super::ladder::{Ladder, always, between, step};
use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = min(max(0, x + 3), 6) / 6. f'(-3) = f'(3) = 0, as PyTorch has it.
pub(super) static HARDSIGMOID: Activation = Activation {
    id: "hardsigmoid",
    torch: "torch.nn.Hardsigmoid()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Frac(
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
        )],
        derivative: &[Math::Cases(&[
            (
                &[Math::Frac(&[Math::Num("1")], &[Math::Num("6")])],
                &[Math::Abs(&[Math::Var("x")]), Math::Op("<"), Math::Num("3")],
            ),
            (&[Math::Num("0")], &[Math::Abs(&[Math::Var("x")]), Math::Op("≥"), Math::Num("3")]),
        ])],
    },
    ladder: Ladder {
        value: &[
            step("p", "x + 3", &[always("[x!] + 3")]),
            step("q", "min(max(0, …), 6)", &[always("min(max(0, [p!]), 6)")]),
            step("f", "… ÷ 6", &[always("[q] ÷ 6")]),
        ],
        derivative: &[step(
            "d",
            "|x| < 3: 1/6, |x| ≥ 3: 0",
            &[between(-3, 3, "|[x!]| < 3").gives("1 ÷ 6"), always("|[x!]| ≥ 3").gives("0")],
        )],
    },
    domain: (-6.0, 6.0),
    range: Range::closed(0.0, 1.0),
    flat: &[(f32::NEG_INFINITY, -3.0), (3.0, f32::INFINITY)],
    source: "M. Courbariaux, Y. Bengio and J.-P. David, \"BinaryConnect\", 2015 (slope 1/6: A. Howard et al., 2019)",
};

/// The constants, to be made once before a loop.
#[derive(Clone, Copy)]
pub(super) struct Ramp {
    three: F32x4,
    six: F32x4,
}

impl Ramp {
    #[inline(always)]
    pub(super) fn new() -> Ramp {
        Ramp { three: F32x4::constant(3.0), six: F32x4::constant(6.0) }
    }

    /// Hardsigmoid itself.
    #[inline(always)]
    pub(super) fn lanes(&self, x: F32x4) -> F32x4 {
        (x + self.three).pmax(F32x4::ZERO).pmin(self.six) / self.six
    }
}

fn value(x: f32) -> f32 {
    map::one(x, |x| Ramp::new().lanes(x))
}

pub(super) fn wide(x: f64) -> f64 {
    (x + 3.0).clamp(0.0, 6.0) / 6.0
}

fn derivative(x: f64) -> f64 {
    // NaN counts as outside, as in PyTorch.
    if -3.0 < x && x < 3.0 { 1.0 / 6.0 } else { 0.0 }
}

fn map(x: &[f32], y: &mut [f32]) {
    let ramp = Ramp::new();
    map::map(x, y, |x| ramp.lanes(x));
}
