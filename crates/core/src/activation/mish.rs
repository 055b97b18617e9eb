//! Mish: x tanh(softplus(x)).

use super::ladder::{Ladder, always, step};
use super::logistic;
use super::{Activation, Formula, Math, Range};
use crate::elementary::exp::Exp;
use crate::elementary::{double, map};
use crate::simd::{F32x4, F64x2};

/// f(x) = x tanh(ln(1 + e^x)). The hyperbolic tangent of that logarithm is rational in e = e^x: n / (n + 2) with
/// n = e (e + 2). NaN at minus infinity, as PyTorch has it.
pub(super) static MISH: Activation = Activation {
    id: "mish",
    torch: "torch.nn.Mish()",
    value,
    wide,
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
    ladder: Ladder {
        value: &[
            step("e", "e^{x}", &[always("e^{[x!]}")]),
            step("s", "ln(1 + e^{x})", &[always("ln(1 + [e!])")]),
            step("h", "h = tanh(…)", &[always("tanh([s!])")]),
            step("f", "x · h", &[always("[x] · [h]")]),
        ],
        derivative: &[
            step("g", "σ(x)", &[always("σ([x!])")]),
            step("m", "1 − h²", &[always("1 − [h]²")]),
            step("k", "x · σ · (1 − h²)", &[always("[x] · [g] · [m]")]),
            step("d", "h + …", &[always("[h] + [k]")]),
        ],
    },
    domain: (-8.0, 8.0),
    range: Range::from(-0.308_843_413_017),
    flat: &[(f32::NEG_INFINITY, -6.263_969)],
    source: "D. Misra, \"Mish: A Self Regularized Non-Monotonic Activation Function\", 2019",
};

/// f where e^x is a normal number.
#[inline(always)]
fn lanes(x: F32x4, exp: &Exp, two: F64x2) -> F32x4 {
    // The roundings of five operations in f32 would add up to four ulp; and n overflows nowhere in f64.
    let half = |x: F64x2, e: F64x2| {
        let n = e * (e + two);
        x * n / (n + two)
    };
    let ([x0, x1], [e0, e1]) = (F64x2::widen(x), F64x2::widen(exp.in_range(x)));
    F64x2::narrow([half(x0, e0), half(x1, e1)])
}

/// f elsewhere.
fn edge(x: f32) -> f32 {
    if x > 0.0 { x } else { logistic::x_exp(x) }
}

fn full(x: F32x4) -> F32x4 {
    let exp = <Exp>::new();
    logistic::patch(lanes(x, &exp, F64x2::constant(2.0)), exp.outside(x), x, edge)
}

fn value(x: f32) -> f32 {
    map::one(x, full)
}

fn wide(x: f64) -> f64 {
    // Where e^x is far above 2, n / (n + 2) is 1.
    let e = double::exp(x.min(40.0));
    let n = e * (e + 2.0);
    x * n / (n + 2.0)
}

fn derivative(x: f64) -> f64 {
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
    logistic::plus_zero(slope)
}

fn map(x: &[f32], y: &mut [f32]) {
    let (exp, two) = (<Exp>::new(), F64x2::constant(2.0));
    map::map_guarded(x, y, |a, b| exp.guard(a, b), |x| lanes(x, &exp, two), full);
}
