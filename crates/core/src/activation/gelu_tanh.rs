//! GELU by its tanh approximation, which has a value of its own at every x.

use super::{Activation, Formula, Math, Range};
use crate::elementary::double;

/// f(x) = x/2 (1 + tanh u), u = sqrt(2/π) (x + 0.044715 x^3): the same as x sigmoid(2u), which does not cancel. NaN at
/// minus infinity, as PyTorch has it.
pub(super) static GELU_TANH: Activation = Activation {
    id: "gelu_tanh",
    torch: "torch.nn.GELU(approximate=\"tanh\")",
    value,
    derivative,
    map,
    formula: Formula {
        value: &[
            Math::Frac(&[Math::Var("x")], &[Math::Num("2")]),
            Math::Op("·"),
            Math::Paren(&[
                Math::Num("1"),
                Math::Op("+"),
                Math::Name("tanh"),
                Math::Paren(&[
                    Math::Sqrt(&[Math::Frac(&[Math::Num("2")], &[Math::Name("π")])]),
                    Math::Op("·"),
                    Math::Paren(&[
                        Math::Var("x"),
                        Math::Op("+"),
                        Math::Num("0.044715"),
                        Math::Op("·"),
                        Math::Sup(&[Math::Var("x")], &[Math::Num("3")]),
                    ]),
                ]),
            ]),
        ],
        derivative: &[
            Math::Frac(
                &[Math::Num("1"), Math::Op("+"), Math::Name("tanh"), Math::Paren(&[Math::Var("u")])],
                &[Math::Num("2")],
            ),
            Math::Op("+"),
            Math::Frac(&[Math::Var("x")], &[Math::Num("2")]),
            Math::Op("·"),
            Math::Paren(&[
                Math::Num("1"),
                Math::Op("−"),
                Math::Sup(&[Math::Name("tanh")], &[Math::Num("2")]),
                Math::Paren(&[Math::Var("u")]),
            ]),
            Math::Op("·"),
            Math::Sqrt(&[Math::Frac(&[Math::Num("2")], &[Math::Name("π")])]),
            Math::Op("·"),
            Math::Paren(&[
                Math::Num("1"),
                Math::Op("+"),
                Math::Num("0.134145"),
                Math::Op("·"),
                Math::Sup(&[Math::Var("x")], &[Math::Num("2")]),
            ]),
            Math::Op(","),
            Math::Var("u"),
            Math::Op("="),
            Math::Sqrt(&[Math::Frac(&[Math::Num("2")], &[Math::Name("π")])]),
            Math::Op("·"),
            Math::Paren(&[
                Math::Var("x"),
                Math::Op("+"),
                Math::Num("0.044715"),
                Math::Op("·"),
                Math::Sup(&[Math::Var("x")], &[Math::Num("3")]),
            ]),
        ],
    },
    domain: (-5.0, 5.0),
    range: Range::from(-0.170_040_750_571),
    flat: &[(f32::NEG_INFINITY, -3.052_855_3)],
    source: "D. Hendrycks and K. Gimpel, \"Gaussian Error Linear Units\", 2016",
};

/// 2 sqrt(2/pi).
const LINEAR: f64 = 1.595_769_121_605_730_8;
/// 2 sqrt(2/pi) 0.044715.
const CUBIC: f64 = LINEAR * 0.044_715;

fn value(x: f32) -> f32 {
    let x = f64::from(x);
    let z = x * (LINEAR + CUBIC * (x * x));
    let w = double::exp(-z.abs());
    (if x < 0.0 { x * w / (1.0 + w) } else { x / (1.0 + w) }) as f32
}

fn derivative(x: f32) -> f32 {
    let x = f64::from(x);
    let z = x * (LINEAR + CUBIC * (x * x));
    let w = double::exp(-z.abs());
    let d = 1.0 + w;
    let sigmoid = if x < 0.0 { w / d } else { 1.0 / d };
    // The product with w first, so that nothing infinite arises for finite x.
    let slope = sigmoid + (x * w) * (LINEAR + 3.0 * CUBIC * (x * x)) / (d * d);
    // PyTorch's zero far to the left is +0.
    slope as f32 + 0.0
}

fn map(x: &[f32], y: &mut [f32]) {
    for (x, y) in x.iter().zip(y) {
        *y = value(*x);
    }
}
