//! GELU, the Gaussian error linear unit, by the exact distribution function.

use super::ladder::{Ladder, always, step};
use super::logistic;
use super::{Activation, Formula, Math, Range};
use crate::elementary::exp::{NormalExp, Reduced};
use crate::elementary::{map, normal};
use crate::simd::{F32x4, F64x2, I32x4};

/// f(x) = x Φ(x), Φ the distribution function of the normal distribution, Φ(-t) computed as e^(-t^2/2) times a
/// quotient of polynomials and Φ(t) as 1 - Φ(-t), where nothing cancels. NaN at infinite x, as PyTorch has it.
pub(super) static GELU: Activation = Activation {
    id: "gelu",
    torch: "torch.nn.GELU()",
    value,
    wide,
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
    ladder: Ladder {
        value: &[step("P", "Φ(x)", &[always("Φ([x!])")]), step("f", "x · Φ(x)", &[always("[x] · [P]")])],
        derivative: &[
            step("r", "φ(x)", &[always("φ([x!])")]),
            step("k", "x · φ(x)", &[always("[x] · [r]")]),
            step("d", "Φ(x) + x · φ(x)", &[always("[P] + [k]")]),
        ],
    },
    domain: (-5.0, 5.0),
    range: Range::from(-0.169_971_207_48),
    flat: &[(f32::NEG_INFINITY, -3.067_427_3)],
    source: "D. Hendrycks and K. Gimpel, \"Gaussian Error Linear Units\", 2016",
};

/// Up to this magnitude e^(-x^2/2) is a normal number.
const NEAR: f32 = 13.0;
/// Φ(-t) e^(t^2/2) = P(t) / Q(t) for t from 0 to 14.3, constant terms first; relative error below 2^-27.
const P: [f64; 5] = [1.0, 0.874_378_474_43, 0.364_780_230_597, 0.080_681_656_415_7, 0.008_141_314_086_18];
const Q: [f64; 6] =
    [2.0, 3.344_526_624_85, 2.398_098_948_66, 0.934_466_086_298, 0.202_252_363_335, 0.020_406_995_972_3];

/// The constants, to be made once before a loop.
#[derive(Clone, Copy)]
struct Gelu {
    density: NormalExp,
    p: [F64x2; 5],
    q: [F64x2; 6],
    near: F32x4,
    magnitude: I32x4,
}

impl Gelu {
    #[inline(always)]
    fn new() -> Gelu {
        Gelu {
            density: NormalExp::new(),
            p: P.map(F64x2::constant),
            q: Q.map(F64x2::constant),
            near: F32x4::constant(NEAR),
            magnitude: I32x4::constant(i32::MAX),
        }
    }

    #[inline(always)]
    fn abs(&self, x: F32x4) -> F32x4 {
        F32x4::from_bits(x.to_bits() & self.magnitude)
    }

    /// The lanes in which [`Gelu::of_reduced`] must not be used; false for NaN, which it passes on.
    #[inline(always)]
    fn outside(&self, x: F32x4) -> I32x4 {
        self.near.lt(self.abs(x))
    }

    /// x Φ(x), from what is left of -x^2/2, for |x| <= 13 or NaN.
    #[inline(always)]
    fn of_reduced(&self, x: F32x4, reduced: Reduced) -> F32x4 {
        let [p0, p1, p2, p3, p4] = self.p;
        let [q0, q1, q2, q3, q4, q5] = self.q;
        // The roundings of twenty operations in f32 would add up to several ulp.
        let quotient = F64x2::widen(self.abs(x)).map(|t| {
            let t2 = t * t;
            let p = (p0 + t * p1) + t2 * ((p2 + t * p3) + t2 * p4);
            p / ((q0 + t * q1) + t2 * ((q2 + t * q3) + t2 * (q4 + t * q5)))
        });
        let tail = self.density.of_reduced(reduced) * F64x2::narrow(quotient);
        x * x.lt(F32x4::ZERO).select(tail, self.density.one() - tail)
    }
}

/// f in f64, for any x.
fn edge(x: f32) -> f32 {
    if x.is_infinite() {
        return f32::NAN;
    }
    let x = f64::from(x);
    (x * normal::distribution(x)) as f32
}

fn full(x: F32x4) -> F32x4 {
    let gelu = Gelu::new();
    logistic::patch(gelu.of_reduced(x, gelu.density.reduce(x)), gelu.outside(x), x, edge)
}

fn value(x: f32) -> f32 {
    map::one(x, full)
}

fn wide(x: f64) -> f64 {
    x * normal::distribution(x)
}

fn derivative(x: f64) -> f64 {
    logistic::plus_zero(normal::distribution(x) + x * normal::density(x))
}

fn map(x: &[f32], y: &mut [f32]) {
    let gelu = Gelu::new();
    map::map_staged(
        x,
        y,
        |x| gelu.outside(x),
        |x| gelu.density.reduce(x),
        |x, reduced| gelu.of_reduced(x, reduced),
        full,
    );
}
