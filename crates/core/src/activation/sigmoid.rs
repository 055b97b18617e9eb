//! Sigmoid, the logistic function.

use super::logistic::{self, Decay};
use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = 1 / (1 + e^-x), computed as 1 / (1 + w) for x >= 0 and w / (1 + w) for x < 0 with w = e^-|x|: neither
/// overflows nor cancels.
pub(super) static SIGMOID: Activation = Activation {
    id: "sigmoid",
    torch: "torch.nn.Sigmoid()",
    value,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Frac(
            &[Math::Num("1")],
            &[Math::Num("1"), Math::Op("+"), Math::Sup(&[Math::Name("e")], &[Math::Op("−"), Math::Var("x")])],
        )],
        derivative: &[
            Math::Name("σ"),
            Math::Paren(&[Math::Var("x")]),
            Math::Op("·"),
            Math::Paren(&[Math::Num("1"), Math::Op("−"), Math::Name("σ"), Math::Paren(&[Math::Var("x")])]),
        ],
    },
    domain: (-8.0, 8.0),
    range: Range::open(0.0, 1.0),
    flat: &[(f32::NEG_INFINITY, -4.584_864), (4.584_864, f32::INFINITY)],
    source: "P.-F. Verhulst, 1845",
};

#[inline(always)]
fn lanes(x: F32x4, w: F32x4, one: F32x4) -> F32x4 {
    // 1 where x is not negative: the larger of that and w, which is at most 1, is the numerator.
    let numerator = w.pmax(F32x4::from_bits(one.to_bits().andnot(x.to_bits().shr::<31>())));
    numerator / (one + w)
}

fn value(x: f32) -> f32 {
    let decay = Decay::new();
    map::one(x, |x| lanes(x, decay.full(x), decay.one))
}

fn derivative(x: f32) -> f32 {
    logistic::sigmoid_derivative(f64::from(x)) as f32
}

fn map(x: &[f32], y: &mut [f32]) {
    let decay = Decay::new();
    map::map_guarded(
        x,
        y,
        |x| decay.guard(x),
        |x| lanes(x, decay.in_range(x), decay.one),
        |x| lanes(x, decay.full(x), decay.one),
    );
}
