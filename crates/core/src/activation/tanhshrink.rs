//! Tanhshrink: x - tanh x.

use super::ladder::{Ladder, always, step};
use super::logistic::{Decay, SIGN};
use super::{Activation, Formula, Math, Range};
use crate::elementary::{double, map};
use crate::simd::{F32x4, I32x4};

/// f(x) = x - tanh x. Below 1 the difference cancels, so there it is x^3 P(x^2); from 1 on it is
/// (|x| - 1) + 2w / (1 + w) with w = e^(-2|x|) and the sign of x. Its zeros are +0, as PyTorch has them.
pub(super) static TANHSHRINK: Activation = Activation {
    id: "tanhshrink",
    torch: "torch.nn.Tanhshrink()",
    value,
    wide,
    derivative,
    map,
    formula: Formula {
        value: &[Math::Var("x"), Math::Op("−"), Math::Name("tanh"), Math::Paren(&[Math::Var("x")])],
        derivative: &[Math::Sup(&[Math::Name("tanh")], &[Math::Num("2")]), Math::Paren(&[Math::Var("x")])],
    },
    ladder: Ladder {
        value: &[step("h", "tanh(x)", &[always("tanh([x!])")]), step("f", "x − tanh(x)", &[always("[x!] − [h]")])],
        derivative: &[step("d", "tanh²(x)", &[always("[h]²")])],
    },
    domain: (-4.0, 4.0),
    range: Range::open(f64::NEG_INFINITY, f64::INFINITY),
    flat: &[(-0.100_335_34, 0.100_335_34)],
    source: "PyTorch",
};

/// (x - tanh x) / x^3 in x^2 from 0 to 1, constant term first; relative error below 2^-25.
const P: [f32; 8] = [
    0.333_333_34,
    -0.133_334_12,
    0.053_978_287,
    -0.021_913_65,
    0.008_927_475,
    -0.003_531_667,
    0.001_152_922_6,
    -0.000_206_756_85,
];

/// The constants, to be made once before a loop.
#[derive(Clone, Copy)]
struct Tanhshrink {
    decay: Decay,
    farthest: F32x4,
    sign: I32x4,
}

impl Tanhshrink {
    #[inline(always)]
    fn new() -> Tanhshrink {
        // Beyond 40, 2w / (1 + w) is far below an ulp.
        Tanhshrink { decay: Decay::new(), farthest: F32x4::constant(40.0), sign: I32x4::constant(SIGN) }
    }

    #[inline(always)]
    fn lanes(&self, x: F32x4) -> F32x4 {
        let one = self.decay.one;
        let size = x.abs();
        let u = x * x;
        let [p0, p1, p2, p3, p4, p5, p6, p7] = P.map(F32x4::splat);
        let p = p0 + u * (p1 + u * (p2 + u * (p3 + u * (p4 + u * (p5 + u * (p6 + u * p7))))));
        let near = x * (u * p);
        let close = size.pmin(self.farthest);
        let w = self.decay.in_range(close + close);
        let far = (size - one) + (w + w) / (one + w);
        let far = F32x4::from_bits(far.to_bits() | (x.to_bits() & self.sign));
        size.lt(one).select(near, far) + F32x4::ZERO
    }
}

fn value(x: f32) -> f32 {
    map::one(x, |x| Tanhshrink::new().lanes(x))
}

fn wide(x: f64) -> f64 {
    if x.abs() > 1.0 {
        return x - double::tanh(x);
    }
    // (x cosh x - sinh x) / cosh x: the numerator is the sum of 2k x^(2k + 1) / (2k + 1)!, all terms of one sign.
    let (mut power, mut sum) = (x, 0.0);
    for k in 1..12 {
        let even = f64::from(2 * k);
        power *= x * x / (even * (even + 1.0));
        sum += even * power;
    }
    sum / (0.5 * (double::exp(x) + double::exp(-x)))
}

fn derivative(x: f64) -> f64 {
    let fall = double::expm1(-2.0 * x.abs());
    let tanh = fall / (2.0 + fall);
    tanh * tanh
}

fn map(x: &[f32], y: &mut [f32]) {
    let tanhshrink = Tanhshrink::new();
    map::map(x, y, |x| tanhshrink.lanes(x));
}
