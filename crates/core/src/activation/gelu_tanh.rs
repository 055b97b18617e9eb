//! GELU by its tanh approximation, whose values differ slightly from those of the exact GELU.

use super::ladder::{Ladder, always, step};
use super::logistic;
use super::{Activation, Formula, Math, Range};
use crate::elementary::exp::Exp;
use crate::elementary::{double, map};
use crate::simd::{F32x4, F64x2, I32x4};

/// f(x) = x/2 (1 + tanh u), u = sqrt(2/π) (x + 0.044715 x^3): the same as x sigmoid(2u), which does not cancel. NaN at
/// minus infinity, as PyTorch has it.
pub(super) static GELU_TANH: Activation = Activation {
    id: "gelu_tanh",
    torch: "torch.nn.GELU(approximate=\"tanh\")",
    value,
    wide,
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
    ladder: Ladder {
        value: &[
            step("c", "x + 0.044715·x³", &[always("[x!] + [C]·[x]³")]),
            step("u", "u = √(2/π) · …", &[always("[K] · [c]")]),
            step("h", "h = tanh(u)", &[always("tanh([u!])")]),
            step("f", "x/2 · (1 + h)", &[always("[x]/2 · (1 + [h])")]),
        ],
        derivative: &[
            step("w", "u′", &[always("[K] · (1 + [G]·[x]²)")]),
            step("m", "1 − h²", &[always("1 − [h]²")]),
            step("k", "x/2 · (1 − h²) · u′", &[always("[x]/2 · [m] · [w]")]),
            step("b", "(1 + h)/2", &[always("(1 + [h])/2")]),
            step("d", "(1 + h)/2 + …", &[always("[b] + [k]")]),
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
/// Up to this magnitude e^-2u and its inverse are normal numbers.
const NEAR: f32 = 10.0;

/// The constants, to be made once before a loop.
///
/// e^-2u needs 2u, which is up to 87, to more than the digits of f32. So y = -2u / ln 2 is computed in f64 and left in
/// fixed point, 8 bits before the point and 24 after it: the sum with a large number rounds it so, in the low word. The
/// part before the point becomes the power of two, the part after it, times ln 2, goes to the crate's e^r - 1.
#[derive(Clone, Copy)]
struct GeluTanh {
    exp: Exp,
    linear: F64x2,
    cubic: F64x2,
    fix: F64x2,
    half: I32x4,
    exponent: I32x4,
    ln2: F32x4,
    near: F32x4,
    magnitude: I32x4,
}

impl GeluTanh {
    #[inline(always)]
    fn new() -> GeluTanh {
        GeluTanh {
            exp: Exp::new(),
            linear: F64x2::constant(-LINEAR * core::f64::consts::LOG2_E),
            cubic: F64x2::constant(-CUBIC * core::f64::consts::LOG2_E),
            // 1.5 * 2^28, whose last bit is worth 2^-24, and the bias of an exponent.
            fix: F64x2::constant(402_653_184.0 + 127.0),
            half: I32x4::constant(1 << 23),
            exponent: I32x4::constant(0x7f80_0000),
            // ln 2 times 2^-24.
            ln2: F32x4::constant(core::f32::consts::LN_2 / 16_777_216.0),
            near: F32x4::constant(NEAR),
            magnitude: I32x4::constant(i32::MAX),
        }
    }

    /// The lanes in which [`GeluTanh::exponent`] must not be used; false for NaN, which it passes on.
    #[inline(always)]
    fn outside(&self, x: F32x4) -> I32x4 {
        self.near.lt(F32x4::from_bits(x.to_bits() & self.magnitude))
    }

    /// -2u / ln 2 and the bias of an exponent, in fixed point; for |x| <= 10.
    #[inline(always)]
    fn exponent(&self, x: F32x4) -> F32x4 {
        let y = F64x2::widen(x).map(|x| x * (self.linear + self.cubic * (x * x)) + self.fix);
        F32x4::from_bits(F64x2::low_words(y))
    }

    /// x / (1 + e^-2u) from what [`GeluTanh::exponent`] gives.
    #[inline(always)]
    fn quotient(&self, x: F32x4, exponent: F32x4) -> F32x4 {
        let y = exponent.to_bits();
        let scale = F32x4::from_bits((y + self.half).shr_unsigned::<1>() & self.exponent);
        // The part after the point, from -1/2 to 1/2: the upper byte goes, and its top bit becomes the sign.
        let r = y.shl::<8>().shr::<8>().to_f32() * self.ln2;
        x / ((self.exp.one + scale) + scale * self.exp.expm1_of_reduced(r))
    }
}

/// f in f64, for any x.
fn edge(x: f32) -> f32 {
    let x = f64::from(x);
    let z = x * (LINEAR + CUBIC * (x * x));
    let w = double::exp(-z.abs());
    (if x < 0.0 { x * w / (1.0 + w) } else { x / (1.0 + w) }) as f32
}

fn full(x: F32x4) -> F32x4 {
    let gelu = GeluTanh::new();
    logistic::patch(gelu.quotient(x, gelu.exponent(x)), gelu.outside(x), x, edge)
}

fn value(x: f32) -> f32 {
    map::one(x, full)
}

fn wide(x: f64) -> f64 {
    let z = x * (LINEAR + CUBIC * (x * x));
    let w = double::exp(-z.abs());
    if x < 0.0 { x * w / (1.0 + w) } else { x / (1.0 + w) }
}

fn derivative(x: f64) -> f64 {
    let z = x * (LINEAR + CUBIC * (x * x));
    let w = double::exp(-z.abs());
    let d = 1.0 + w;
    let sigmoid = if x < 0.0 { w / d } else { 1.0 / d };
    // The product with w first, so that nothing infinite arises for finite x.
    let slope = sigmoid + (x * w) * (LINEAR + 3.0 * CUBIC * (x * x)) / (d * d);
    logistic::plus_zero(slope)
}

fn map(x: &[f32], y: &mut [f32]) {
    let gelu = GeluTanh::new();
    map::map_staged(
        x,
        y,
        |x| gelu.outside(x),
        |x| [gelu.exponent(x)],
        |x, [exponent]| gelu.quotient(x, exponent),
        full,
    );
}
