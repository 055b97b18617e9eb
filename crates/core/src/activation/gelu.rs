//! GELU, the Gaussian error linear unit, by the exact distribution function.

use super::{Activation, Formula, Math, Range};
use crate::elementary::normal;

/// f(x) = x Φ(x), Φ the distribution function of the normal distribution. NaN at infinite x, as PyTorch has it.
pub(super) static GELU: Activation = Activation {
    id: "gelu",
    torch: "torch.nn.GELU()",
    value,
    derivative,
    map,
    formula: Formula {
        value: &[
            Math::Var("x"),
            Math::Op("·"),
            Math::Name("Φ"),
            Math::Paren(&[Math::Var("x")]),
            Math::Op("="),
            Math::Frac(&[Math::Var("x")], &[Math::Num("2")]),
            Math::Op("·"),
            Math::Paren(&[
                Math::Num("1"),
                Math::Op("+"),
                Math::Name("erf"),
                Math::Paren(&[Math::Frac(&[Math::Var("x")], &[Math::Sqrt(&[Math::Num("2")])])]),
            ]),
        ],
        derivative: &[
            Math::Name("Φ"),
            Math::Paren(&[Math::Var("x")]),
            Math::Op("+"),
            Math::Var("x"),
            Math::Op("·"),
            Math::Name("φ"),
            Math::Paren(&[Math::Var("x")]),
        ],
    },
    domain: (-5.0, 5.0),
    range: Range::from(-0.169_971_207_48),
    flat: &[(f32::NEG_INFINITY, -3.067_427_3)],
    source: "D. Hendrycks and K. Gimpel, \"Gaussian Error Linear Units\", 2016",
};

fn value(x: f32) -> f32 {
    if x.is_infinite() {
        return f32::NAN;
    }
    let x = f64::from(x);
    (x * normal::distribution(x)) as f32
}

fn derivative(x: f32) -> f32 {
    let x = f64::from(x);
    // PyTorch's zero far to the left is +0.
    (normal::distribution(x) + x * normal::density(x)) as f32 + 0.0
}

fn map(x: &[f32], y: &mut [f32]) {
    for (x, y) in x.iter().zip(y) {
        *y = value(*x);
    }
}
