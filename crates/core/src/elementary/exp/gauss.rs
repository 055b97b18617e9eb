//! e^(-x^2/2) in f32.

use super::{Exp, Reduced};
use crate::simd::{F32x4, I32x4};

/// The constants of e^(-x^2/2), to be made once before a loop.
#[derive(Clone, Copy)]
pub(crate) struct NormalExp {
    exp: Exp,
    log2_e: F32x4,
    half: F32x4,
    top: I32x4,
}

impl NormalExp {
    #[inline(always)]
    pub(crate) fn new() -> NormalExp {
        NormalExp {
            exp: Exp::new(),
            log2_e: F32x4::constant(-0.5 * core::f32::consts::LOG2_E),
            half: F32x4::constant(-0.5),
            top: I32x4::constant(!0xfff),
        }
    }

    /// What is left of -x^2/2, for |x| up to 14.
    ///
    /// An x^2 of 24 bits would be off by too much: up to 2^-18 of it. So x is cut to its top twelve bits, whose square is
    /// exact, and the rest of x^2 is added to r, which is small.
    #[inline(always)]
    pub(crate) fn reduce(&self, x: F32x4) -> Reduced {
        let top = F32x4::from_bits(x.to_bits() & self.top);
        let square = top * top;
        let rest = (x - top) * (x + top);
        let biased = square * self.log2_e + self.exp.magic;
        let n = biased - self.exp.magic;
        let r = (square * self.half - n * self.exp.ln2_hi) - n * self.exp.ln2_lo;
        [r + rest * self.half, biased]
    }

    #[inline(always)]
    pub(crate) fn one(&self) -> F32x4 {
        self.exp.one
    }

    /// e^(-x^2/2) from what [`NormalExp::reduce`] gives for |x| <= 13.
    #[inline(always)]
    pub(crate) fn of_reduced(&self, reduced: Reduced) -> F32x4 {
        self.exp.of_reduced(reduced)
    }
}
