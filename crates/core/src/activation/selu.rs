//! SELU, the scaled exponential linear unit.

use super::elu::NegativeExpm1;
use super::ladder::{Ladder, NO_END, always, between, step};
use super::{Activation, Formula, Math, Range};
use crate::elementary::{double, map};
use crate::simd::F32x4;

/// f(x) = λ x for x > 0, λ α (e^x - 1) elsewhere: the fixed point of mean 0 and variance 1 gives λ and α.
/// f'(0) = λ α, as PyTorch has it.
pub(super) static SELU: Activation = Activation {
    id: "selu",
    torch: "torch.nn.SELU()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Cases(&[
            (
                &[Math::Num("1.0507009873554805"), Math::Op("·"), Math::Var("x")],
                &[Math::Var("x"), Math::Op(">"), Math::Num("0")],
            ),
            (
                &[
                    Math::Num("1.7580993408473768"),
                    Math::Op("·"),
                    Math::Paren(&[Math::Sup(&[Math::Name("e")], &[Math::Var("x")]), Math::Op("−"), Math::Num("1")]),
                ],
                &[Math::Var("x"), Math::Op("≤"), Math::Num("0")],
            ),
        ])],
        derivative: &[Math::Cases(&[
            (&[Math::Num("1.0507009873554805")], &[Math::Var("x"), Math::Op(">"), Math::Num("0")]),
            (
                &[Math::Num("1.7580993408473768"), Math::Op("·"), Math::Sup(&[Math::Name("e")], &[Math::Var("x")])],
                &[Math::Var("x"), Math::Op("≤"), Math::Num("0")],
            ),
        ])],
    },
    ladder: Ladder {
        value: &[step(
            "f",
            "x > 0: λ·x, x ≤ 0: λα·(e^{x} − 1)",
            &[between(0, NO_END, "[L] · [x]"), always("[M] · (e^{[x!]} − 1)")],
        )],
        derivative: &[step("d", "x > 0: λ, x ≤ 0: λα·e^{x}", &[between(0, NO_END, "[L]"), always("[M] · e^{[x!]}")])],
    },
    domain: (-6.0, 4.0),
    range: Range::above(-LAMBDA_ALPHA),
    flat: &[(f32::NEG_INFINITY, -5.169_404)],
    source: "G. Klambauer et al., \"Self-Normalizing Neural Networks\", 2017",
};

const LAMBDA: f64 = 1.050_700_987_355_480_5;
/// Lambda times alpha, alpha = 1.6732632423543772.
const LAMBDA_ALPHA: f64 = 1.758_099_340_847_376_8;

/// The constants, to be made once before a loop.
#[derive(Clone, Copy)]
struct Selu {
    expm1: NegativeExpm1,
    beyond_one: F32x4,
    below: F32x4,
}

impl Selu {
    #[inline(always)]
    fn new() -> Selu {
        Selu {
            expm1: NegativeExpm1::new(),
            beyond_one: F32x4::constant((LAMBDA - 1.0) as f32),
            below: F32x4::constant(LAMBDA_ALPHA as f32),
        }
    }

    #[inline(always)]
    fn lanes(&self, x: F32x4) -> F32x4 {
        // λ x as x + (λ - 1) x: λ rounded to f32 is too large, and the largest x would overflow before their time.
        x.lt(F32x4::ZERO).select(self.below * self.expm1.lanes(x), x + self.beyond_one * x)
    }
}

fn value(x: f32) -> f32 {
    map::one(x, |x| Selu::new().lanes(x))
}

fn wide(x: f64) -> f64 {
    if x > 0.0 { LAMBDA * x } else { LAMBDA_ALPHA * double::expm1(x) }
}

fn derivative(x: f64) -> f64 {
    // NaN counts as above, as in PyTorch.
    if x <= 0.0 { LAMBDA_ALPHA * double::exp(x) } else { LAMBDA }
}

fn map(x: &[f32], y: &mut [f32]) {
    let selu = Selu::new();
    map::map(x, y, |x| selu.lanes(x));
}
