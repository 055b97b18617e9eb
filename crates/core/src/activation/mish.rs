//! Mish: x tanh(softplus(x)).

use super::logistic::{self, Decay};
use super::{Activation, Formula, Math, Range};
use crate::elementary::{double, map};
use crate::simd::F32x4;

/// f(x) = x tanh(ln(1 + e^x)). The hyperbolic tangent of a logarithm is rational in e^x: with w = e^-|x| it is
/// w (w + 2) / (w^2 + 2w + 2) for x < 0 and (1 + 2w) / (1 + 2w + 2w^2) elsewhere. NaN at minus infinity, as PyTorch
/// has it.
pub(super) static MISH: Activation = Activation {
    id: "mish",
    torch: "torch.nn.Mish()",
    value,
    derivative,
    map,
    formula: Formula {
        value: &[
            Math::Var("x"),
            Math::Op("·"),
            Math::Name("tanh"),
            Math::Paren(&[
                Math::Name("ln"),
                Math::Paren(&[Math::Num("1"), Math::Op("+"), Math::Sup(&[Math::Name("e")], &[Math::Var("x")])]),
            ]),
        ],
        derivative: &[
            Math::Name("tanh"),
            Math::Paren(&[Math::Var("s")]),
            Math::Op("+"),
            Math::Var("x"),
            Math::Op("·"),
            Math::Name("σ"),
            Math::Paren(&[Math::Var("x")]),
            Math::Op("·"),
            Math::Paren(&[
                Math::Num("1"),
                Math::Op("−"),
                Math::Sup(&[Math::Name("tanh")], &[Math::Num("2")]),
                Math::Paren(&[Math::Var("s")]),
            ]),
            Math::Op(","),
            Math::Var("s"),
            Math::Op("="),
            Math::Name("ln"),
            Math::Paren(&[Math::Num("1"), Math::Op("+"), Math::Sup(&[Math::Name("e")], &[Math::Var("x")])]),
        ],
    },
    domain: (-8.0, 8.0),
    range: Range::from(-0.308_843_413_017),
    flat: &[(f32::NEG_INFINITY, -6.263_969)],
    source: "D. Misra, \"Mish: A Self Regularized Non-Monotonic Activation Function\", 2019",
};

/// f where e^-|x| is a normal number.
#[inline(always)]
fn lanes(x: F32x4, decay: &Decay) -> F32x4 {
    let w = decay.in_range(x);
    let negative = x.lt(F32x4::ZERO);
    let (w2, ww) = (w + w, w * w);
    // Numerator: w^2 + 2w, or 1 + 2w. Denominator: the numerator and 2, or the numerator and 2 w^2.
    let numerator = w2 + negative.select(ww, decay.one);
    let denominator = numerator + negative.select(decay.one + decay.one, ww + ww);
    x * (numerator / denominator)
}

/// f elsewhere.
fn edge(x: f32) -> f32 {
    if x > 0.0 { x } else { logistic::x_exp(x) }
}

#[inline(always)]
fn full(x: F32x4, decay: &Decay) -> F32x4 {
    logistic::patch(lanes(x, decay), decay.outside(x), x, edge)
}

fn value(x: f32) -> f32 {
    map::one(x, |x| full(x, &Decay::new()))
}

fn derivative(x: f32) -> f32 {
    let x = f64::from(x);
    let w = double::exp(-x.abs());
    let slope = if x < 0.0 {
        let n = w * (w + 2.0);
        let d = n + 2.0;
        n / d + 4.0 * x * w * (w + 1.0) / (d * d)
    } else {
        let n = 1.0 + 2.0 * w;
        let d = n + 2.0 * w * w;
        n / d + 4.0 * x * (w * w) * (1.0 + w) / (d * d)
    };
    // PyTorch's zero far to the left is +0.
    slope as f32 + 0.0
}

fn map(x: &[f32], y: &mut [f32]) {
    let decay = Decay::new();
    map::map_guarded(x, y, |a, b| decay.guard(a, b), |x| lanes(x, &decay), |x| full(x, &Decay::new()));
}
