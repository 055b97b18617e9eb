//! Softsign: x / (1 + |x|).

use super::ladder::{Ladder, always, step};
use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = x / (1 + |x|). NaN at infinite x, as PyTorch has it: infinity over infinity.
pub(super) static SOFTSIGN: Activation = Activation {
    id: "softsign",
    torch: "torch.nn.Softsign()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Frac(&[Math::Var("x")], &[Math::Num("1"), Math::Op("+"), Math::Abs(&[Math::Var("x")])])],
        derivative: &[Math::Frac(
            &[Math::Num("1")],
            &[Math::Sup(
                &[Math::Paren(&[Math::Num("1"), Math::Op("+"), Math::Abs(&[Math::Var("x")])])],
                &[Math::Num("2")],
            )],
        )],
    },
    ladder: Ladder {
        value: &[
            step("a", "|x|", &[always("|[x!]|")]),
            step("s", "1 + |x|", &[always("1 + [a]")]),
            step("f", "x ÷ (1 + |x|)", &[always("[x] ÷ [s]")]),
        ],
        derivative: &[step("d", "1 ÷ (1 + |x|)²", &[always("1 ÷ [s]²")])],
    },
    domain: (-12.0, 12.0),
    range: Range::open(-1.0, 1.0),
    flat: &[(f32::NEG_INFINITY, -9.0), (9.0, f32::INFINITY)],
    source: "D. Elliott, 1993; J. Turian, J. Bergstra and Y. Bengio, 2009",
};

#[inline(always)]
fn lanes(x: F32x4, one: F32x4) -> F32x4 {
    x / (one + x.abs())
}

fn value(x: f32) -> f32 {
    map::one(x, |x| lanes(x, F32x4::splat(1.0)))
}

fn wide(x: f64) -> f64 {
    x / (1.0 + x.abs())
}

fn derivative(x: f64) -> f64 {
    if x.is_infinite() {
        return f64::NAN;
    }
    let d = 1.0 + x.abs();
    1.0 / (d * d)
}

fn map(x: &[f32], y: &mut [f32]) {
    let one = F32x4::constant(1.0);
    map::map(x, y, |x| lanes(x, one));
}
