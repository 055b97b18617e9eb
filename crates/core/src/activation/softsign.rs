//! Softsign: x / (1 + |x|).

use super::{Activation, Formula, Math, Range};
use crate::elementary::map;
use crate::simd::F32x4;

/// f(x) = x / (1 + |x|). NaN at infinite x, as PyTorch has it: infinity over infinity.
pub(super) static SOFTSIGN: Activation = Activation {
    id: "softsign",
    torch: "torch.nn.Softsign()",
    value,
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

fn derivative(x: f32) -> f32 {
    if x.is_infinite() {
        return f32::NAN;
    }
    let d = 1.0 + f64::from(x).abs();
    (1.0 / (d * d)) as f32
}

fn map(x: &[f32], y: &mut [f32]) {
    let one = F32x4::constant(1.0);
    map::map(x, y, |x| lanes(x, one));
}
