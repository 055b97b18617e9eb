//! What sigmoid, SiLU, Mish, softplus and log-sigmoid share: w = e^-|x|, which never overflows.

use crate::elementary::double;
use crate::elementary::exp::Exp;
use crate::simd::{F32x4, I32x4};

/// The sign bit of each lane.
pub(super) const SIGN: i32 = i32::MIN;

/// The constants of e^-|x|, to be made once before a loop.
#[derive(Clone, Copy)]
pub(super) struct Decay {
    exp: Exp,
    sign: I32x4,
    pub(super) one: F32x4,
}

impl Decay {
    #[inline(always)]
    pub(super) fn new() -> Decay {
        Decay { exp: Exp::new(), sign: I32x4::constant(SIGN), one: F32x4::constant(1.0) }
    }

    /// Whether [`Decay::in_range`] must not be used for some lane; see [`Exp::guard`].
    #[inline(always)]
    pub(super) fn guard(&self, a: F32x4, b: F32x4) -> bool {
        self.exp.guard(a, b)
    }

    /// The lanes in which [`Decay::in_range`] must not be used; false for NaN, which it passes on.
    #[inline(always)]
    pub(super) fn outside(&self, x: F32x4) -> I32x4 {
        self.exp.outside(x)
    }

    /// e^-|x| where it is a normal number.
    #[inline(always)]
    pub(super) fn in_range(&self, x: F32x4) -> F32x4 {
        self.exp.in_range(self.negative_abs(x))
    }

    /// e^-|x| everywhere; the same bits as [`Decay::in_range`] where that is defined.
    #[inline(always)]
    pub(super) fn full(&self, x: F32x4) -> F32x4 {
        self.exp.full(self.negative_abs(x))
    }

    #[inline(always)]
    fn negative_abs(&self, x: F32x4) -> F32x4 {
        F32x4::from_bits(x.to_bits() | self.sign)
    }
}

/// f32 of x e^x in f64: what x sigmoid(x) and its like are where e^x is far below an ulp of 1, and f32 would lose the
/// digits of a subnormal e^x.
pub(super) fn x_exp(x: f32) -> f32 {
    (f64::from(x) * double::exp(f64::from(x))) as f32
}

/// `lanes` with `edge(x)` in each lane of `at`.
#[inline(always)]
pub(super) fn patch(lanes: F32x4, at: I32x4, x: F32x4, edge: impl Fn(f32) -> f32) -> F32x4 {
    let (mut out, at, x) = (lanes.to_array(), at.to_array(), x.to_array());
    for i in 0..F32x4::LANES {
        if at[i] != 0 {
            out[i] = edge(x[i]);
        }
    }
    F32x4::load(&out)
}

/// The same, but +0 where f32 would round it to a zero: PyTorch's zero of these slopes far to the left is +0.
pub(super) fn plus_zero(slope: f64) -> f64 {
    if slope as f32 == 0.0 { 0.0 } else { slope }
}

/// sigmoid'(x) = w / (1 + w)^2 in f64, w = e^-|x|.
pub(super) fn sigmoid_derivative(x: f64) -> f64 {
    let w = double::exp(-x.abs());
    w / ((1.0 + w) * (1.0 + w))
}

/// sigmoid(x) in f64.
pub(super) fn sigmoid(x: f64) -> f64 {
    let w = double::exp(-x.abs());
    if x < 0.0 { w / (1.0 + w) } else { 1.0 / (1.0 + w) }
}
