//! Tanh, the hyperbolic tangent.

use super::ladder::{Ladder, always, step};
use super::logistic::SIGN;
use super::{Activation, Formula, Math, Range};
use crate::elementary::exp::{Reduced, TwiceExpm1};
use crate::elementary::{double, map};
use crate::simd::{F32x4, I32x4};

/// f(x) = tanh x, computed as (1 - w) / (1 + w) with w = e^(-2|x|), the 1 - w without cancellation, and the sign of x.
pub(super) static TANH: Activation = Activation {
    id: "tanh",
    torch: "torch.nn.Tanh()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Frac(
            &[
                Math::Sup(&[Math::Name("e")], &[Math::Var("x")]),
                Math::Op("−"),
                Math::Sup(&[Math::Name("e")], &[Math::Op("−"), Math::Var("x")]),
            ],
            &[
                Math::Sup(&[Math::Name("e")], &[Math::Var("x")]),
                Math::Op("+"),
                Math::Sup(&[Math::Name("e")], &[Math::Op("−"), Math::Var("x")]),
            ],
        )],
        derivative: &[
            Math::Num("1"),
            Math::Op("−"),
            Math::Sup(&[Math::Name("tanh")], &[Math::Num("2")]),
            Math::Paren(&[Math::Var("x")]),
        ],
    },
    ladder: Ladder {
        value: &[
            step("p", "e^{x}", &[always("e^{[x!]}")]),
            step("m", "e^{−x}", &[always("e^{[-x!]}")]),
            step("u", "e^{x} − e^{−x}", &[always("[p] − [m]")]),
            step("s", "e^{x} + e^{−x}", &[always("[p] + [m]")]),
            step("f", "(e^{x} − e^{−x}) ÷ (e^{x} + e^{−x})", &[always("[u] ÷ [s]")]),
        ],
        derivative: &[step("q", "f²", &[always("[f]²")]), step("d", "1 − f²", &[always("1 − [q]")])],
    },
    domain: (-4.0, 4.0),
    range: Range::open(-1.0, 1.0),
    flat: &[(f32::NEG_INFINITY, -2.993_223), (2.993_223, f32::INFINITY)],
    source: "V. Riccati, 1757; in networks Y. LeCun et al., \"Efficient BackProp\", 1998",
};

/// The constants, to be made once before a loop.
#[derive(Clone, Copy)]
struct Tanh {
    exp: TwiceExpm1,
    sign: I32x4,
    lowest: F32x4,
}

impl Tanh {
    #[inline(always)]
    fn new() -> Tanh {
        // tanh rounds to 1 above 9.02.
        Tanh { exp: TwiceExpm1::new(), sign: I32x4::constant(SIGN), lowest: F32x4::constant(-10.0) }
    }

    /// What is left of -2|x|.
    #[inline(always)]
    fn reduce(&self, x: F32x4) -> Reduced {
        self.exp.reduce(F32x4::from_bits(x.to_bits() | self.sign).pmax(self.lowest))
    }

    #[inline(always)]
    fn of_reduced(&self, x: F32x4, reduced: Reduced) -> F32x4 {
        let [fall, one_plus] = self.exp.of_reduced(reduced);
        let magnitude = fall / one_plus;
        F32x4::from_bits(magnitude.to_bits() | (x.to_bits() & self.sign))
    }
}

fn full(x: F32x4) -> F32x4 {
    let tanh = Tanh::new();
    tanh.of_reduced(x, tanh.reduce(x))
}

fn value(x: f32) -> f32 {
    map::one(x, full)
}

fn wide(x: f64) -> f64 {
    double::tanh(x)
}

fn derivative(x: f64) -> f64 {
    let w = double::exp(-2.0 * x.abs());
    4.0 * w / ((1.0 + w) * (1.0 + w))
}

fn map(x: &[f32], y: &mut [f32]) {
    let tanh = Tanh::new();
    map::map_staged(x, y, |_| I32x4::splat(0), |x| tanh.reduce(x), |x, reduced| tanh.of_reduced(x, reduced), full);
}
