//! `ln(1 + e)` in f32 for e from 0 to 1.

use crate::simd::F32x4;

/// P, constant term first.
const P: [f32; 4] = [0.666_664_1, 0.400_217_35, 0.279_986_3, 0.280_267_03];

/// The constants of `ln(1 + e)`, to be made once before a loop.
#[derive(Clone, Copy)]
pub(crate) struct Log1p {
    two: F32x4,
    p: [F32x4; 4],
}

impl Log1p {
    #[inline(always)]
    pub(crate) fn new() -> Log1p {
        Log1p { two: F32x4::constant(2.0), p: P.map(F32x4::constant) }
    }

    /// ln(1 + e) for e from 0 to 1; NaN for NaN.
    ///
    /// With s = e / (2 + e) it is 2 artanh s = 2s + s^3 P(s^2), s at most 1/3: a relative error of 2^-27 before
    /// rounding.
    #[inline(always)]
    pub(crate) fn ln_1p(&self, e: F32x4) -> F32x4 {
        let s = e / (self.two + e);
        let u = s * s;
        let [p0, p1, p2, p3] = self.p;
        let p = p0 + u * (p1 + u * (p2 + u * p3));
        (s + s) + s * (u * p)
    }
}
