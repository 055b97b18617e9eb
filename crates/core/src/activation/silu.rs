//! SiLU (swish): x sigmoid(x).

use super::ladder::{Ladder, always, step};
use super::logistic::{self, Decay};
use super::{Activation, Formula, Math, Range};
use crate::elementary::{double, map};
use crate::simd::F32x4;

/// f(x) = x / (1 + e^-x). NaN at minus infinity, as PyTorch has it: minus infinity times zero.
pub(super) static SILU: Activation = Activation {
    id: "silu",
    torch: "torch.nn.SiLU()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Frac(
            &[Math::Var("x")],
            &[Math::Num("1"), Math::Op("+"), Math::Sup(&[Math::Name("e")], &[Math::Op("−"), Math::Var("x")])],
        )],
        derivative: &[
            Math::Name("σ"),
            Math::Paren(&[Math::Var("x")]),
            Math::Op("·"),
            Math::Paren(&[
                Math::Num("1"),
                Math::Op("+"),
                Math::Var("x"),
                Math::Op("·"),
                Math::Paren(&[Math::Num("1"), Math::Op("−"), Math::Name("σ"), Math::Paren(&[Math::Var("x")])]),
            ]),
        ],
    },
    ladder: Ladder {
        value: &[step("s", "σ(x)", &[always("σ([x!])")]), step("f", "x · σ(x)", &[always("[x] · [s]")])],
        derivative: &[
            step("c", "1 − σ(x)", &[always("1 − [s]")]),
            step("k", "1 + x · (1 − σ)", &[always("1 + [x] · [c]")]),
            step("d", "σ · (1 + x · (1 − σ))", &[always("[s] · [k]")]),
        ],
    },
    domain: (-8.0, 8.0),
    range: Range::from(-0.278_464_542_761),
    flat: &[(f32::NEG_INFINITY, -6.261_389)],
    source: "D. Hendrycks and K. Gimpel, 2016; S. Elfwing, E. Uchibe and K. Doya, 2017",
};

/// f where e^-|x| is a normal number.
#[inline(always)]
fn lanes(x: F32x4, decay: &Decay) -> F32x4 {
    let w = decay.in_range(x);
    x.lt(F32x4::ZERO).select(x * w, x) / (decay.one + w)
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

fn wide(x: f64) -> f64 {
    x * logistic::sigmoid(x)
}

fn derivative(x: f64) -> f64 {
    let w = double::exp(-x.abs());
    let d = 1.0 + w;
    // sigmoid(x) (1 + x sigmoid(-x))
    if x < 0.0 { w / d * (1.0 + x / d) } else { (1.0 + x * (w / d)) / d }
}

fn map(x: &[f32], y: &mut [f32]) {
    let decay = Decay::new();
    map::map_guarded(x, y, |a, b| decay.guard(a, b), |x| lanes(x, &decay), |x| full(x, &Decay::new()));
}
