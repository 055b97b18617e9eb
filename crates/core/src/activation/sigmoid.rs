//! Sigmoid, the logistic function.

use super::ladder::{Ladder, always, step};
use super::logistic;
use super::{Activation, Formula, Math, Range};
use crate::elementary::exp::Exp;
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = 1 / (1 + e^-x), computed so where e^-x neither overflows nor vanishes, and as e^x far to the left, where the
/// 1 does not count: nothing cancels, and small values keep their digits down to the last subnormal.
pub(super) static SIGMOID: Activation = Activation {
    id: "sigmoid",
    torch: "torch.nn.Sigmoid()",
    value,
    wide,
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
    ladder: Ladder {
        value: &[
            step("n", "−x", &[always("−[x]")]),
            step("e", "e^{−x}", &[always("e^{[n!]}")]),
            step("s", "1 + e^{−x}", &[always("1 + [e]")]),
            step("f", "1 ÷ (1 + e^{−x})", &[always("1 ÷ [s]")]),
        ],
        derivative: &[step("c", "1 − f", &[always("1 − [f]")]), step("d", "f · (1 − f)", &[always("[f] · [c]")])],
    },
    domain: (-8.0, 8.0),
    range: Range::open(0.0, 1.0),
    flat: &[(f32::NEG_INFINITY, -4.584_864), (4.584_864, f32::INFINITY)],
    source: "P.-F. Verhulst, 1845",
};

/// f where e^-x is a normal number.
#[inline(always)]
fn lanes(x: F32x4, exp: &Exp<true>) -> F32x4 {
    exp.one / exp.one_plus(exp.reduce(x))
}

/// f everywhere; the same bits where [`lanes`] is defined.
#[inline(always)]
fn full(x: F32x4) -> F32x4 {
    let exp = Exp::<true>::new();
    // Far to the left 1 + e^x is 1; far to the right 1 + e^-x is.
    let left = x.lt(F32x4::ZERO);
    let far = left.select(<Exp>::new().full(x), exp.one);
    exp.outside(x).select(far, lanes(x, &exp))
}

fn value(x: f32) -> f32 {
    map::one(x, full)
}

fn wide(x: f64) -> f64 {
    logistic::sigmoid(x)
}

fn derivative(x: f64) -> f64 {
    logistic::sigmoid_derivative(x)
}

fn map(x: &[f32], y: &mut [f32]) {
    let exp = Exp::<true>::new();
    map::map_staged(x, y, |x| exp.outside(x), |x| exp.reduce(x), |_, reduced| exp.one / exp.one_plus(reduced), full);
}
