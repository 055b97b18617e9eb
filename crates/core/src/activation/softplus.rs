//! Softplus: ln(1 + e^x), a smooth ReLU.

use super::ladder::{Ladder, always, step};
use super::logistic::{self, Decay};
use super::{Activation, Formula, Math, Range};
use crate::elementary::log1p::Log1p;
use crate::elementary::{double, map};
use crate::simd::F32x4;

/// f(x) = ln(1 + e^x), computed as max(0, x) + ln(1 + e^-|x|), which neither overflows nor cancels.
pub(super) static SOFTPLUS: Activation = Activation {
    id: "softplus",
    torch: "torch.nn.Softplus()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[
            Math::Name("ln"),
            Math::Paren(&[Math::Num("1"), Math::Op("+"), Math::Sup(&[Math::Name("e")], &[Math::Var("x")])]),
        ],
        derivative: &[Math::Frac(
            &[Math::Num("1")],
            &[Math::Num("1"), Math::Op("+"), Math::Sup(&[Math::Name("e")], &[Math::Op("−"), Math::Var("x")])],
        )],
    },
    ladder: Ladder {
        value: &[
            step("e", "e^{x}", &[always("e^{[x!]}")]),
            step("s", "1 + e^{x}", &[always("1 + [e]")]),
            step("f", "ln(1 + e^{x})", &[always("ln([s!])")]),
        ],
        derivative: &[step("d", "σ(x)", &[always("σ([x!])")])],
    },
    domain: (-8.0, 8.0),
    range: Range::above(0.0),
    flat: &[(f32::NEG_INFINITY, -4.595_12)],
    source: "C. Dugas et al., NIPS 2000",
};

#[inline(always)]
fn lanes(x: F32x4, w: F32x4, log: &Log1p) -> F32x4 {
    x.pmax(F32x4::ZERO) + log.ln_1p(w)
}

fn value(x: f32) -> f32 {
    map::one(x, |x| lanes(x, Decay::new().full(x), &Log1p::new()))
}

fn wide(x: f64) -> f64 {
    x.max(0.0) + double::ln_1p(double::exp(-x.abs()))
}

fn derivative(x: f64) -> f64 {
    logistic::sigmoid(x)
}

fn map(x: &[f32], y: &mut [f32]) {
    let (decay, log) = (Decay::new(), Log1p::new());
    map::map_guarded(
        x,
        y,
        |a, b| decay.guard(a, b),
        |x| lanes(x, decay.in_range(x), &log),
        |x| lanes(x, Decay::new().full(x), &Log1p::new()),
    );
}
