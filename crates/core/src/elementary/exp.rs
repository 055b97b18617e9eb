//! `exp` in f32: the only one of that precision in the crate.
//!
//! x = n ln 2 + r with n the nearest integer and |r| <= ln 2 / 2, so e^x = 2^n e^r (W. J. Cody and W. Waite, "Software
//! Manual for the Elementary Functions", 1980). ln 2 is a sum of two constants, the first of so few bits that n times it
//! is exact; r = (x - n L1) - n L2 is rounded once. Then e^r - 1 = r + r^2 q(r), q a polynomial of degree 4 fitted to
//! (e^r - 1 - r) / r^2: e^r is off by 2^-28 before rounding. The addition of
//! 1 rounds by up to half an ulp; the roundings of r and of e^r - 1 are a quarter of that each.

mod gauss;

pub(crate) use gauss::NormalExp;

use super::map;
use crate::simd::{F32x4, I32x4};

/// ln 2 to 9 bits: n times it is exact for |n| < 2^15.
const LN2_HI: f32 = 355.0 / 512.0;
/// ln 2 - [`LN2_HI`].
const LN2_LO: f32 = -2.121_944_4e-4;
/// 1.5 * 2^23: a value far below 2^22 added to it is rounded to an integer, which stands in the low bits of the sum.
/// The 127 is the bias of an exponent: shifted left by 23, the sum is 2^n.
const MAGIC: f32 = 12_582_912.0 + 127.0;
/// Past these bounds e^x is 0 or infinite in f32.
const LOWEST: f32 = -105.0;
const HIGHEST: f32 = 89.0;
/// q, constant term first.
const Q: [f32; 5] = [0.5, 0.166_665_2, 0.041_666_403, 0.008_368_823, 0.001_394_053];

/// x = n ln 2 + r as two lanes: r, and n with the bias of an exponent in the low bits.
pub(crate) type Reduced = [F32x4; 2];

/// 2^n, for n from -126 to 127.
#[inline(always)]
fn scale(biased: F32x4) -> F32x4 {
    F32x4::from_bits(biased.to_bits().shl::<23>())
}

/// The constants of e^x, or of e^-x if `NEGATED`, to be made once before a loop. e^-x has the bits of `exp` of the
/// negated x; the signs are in the constants.
#[derive(Clone, Copy)]
pub(crate) struct Exp<const NEGATED: bool = false> {
    log2_e: F32x4,
    magic: F32x4,
    ln2_hi: F32x4,
    ln2_lo: F32x4,
    q: [F32x4; 5],
    pub(crate) one: F32x4,
    in_range: F32x4,
    magnitude: I32x4,
}

impl Exp {
    /// Up to this magnitude 2^n is a normal number.
    pub(crate) const IN_RANGE: f32 = 87.0;
}

impl<const NEGATED: bool> Exp<NEGATED> {
    #[inline(always)]
    pub(crate) fn new() -> Self {
        let sign = if NEGATED { -1.0 } else { 1.0 };
        let [q0, q1, q2, q3, q4] = Q;
        Exp {
            log2_e: F32x4::constant(sign * core::f32::consts::LOG2_E),
            magic: F32x4::constant(MAGIC),
            ln2_hi: F32x4::constant(sign * LN2_HI),
            ln2_lo: F32x4::constant(sign * LN2_LO),
            q: [q0, sign * q1, q2, sign * q3, q4].map(F32x4::constant),
            one: F32x4::constant(1.0),
            in_range: F32x4::constant(<Exp>::IN_RANGE),
            magnitude: I32x4::constant(i32::MAX),
        }
    }

    /// r and n of x (of -x if `NEGATED`, with the sign of r changed) for |x| up to 105.
    #[inline(always)]
    pub(crate) fn reduce(&self, x: F32x4) -> Reduced {
        let biased = x * self.log2_e + self.magic;
        let n = biased - self.magic;
        [(x - n * self.ln2_hi) - n * self.ln2_lo, biased]
    }

    /// e^r - 1 (of -r if `NEGATED`) for |r| <= 0.3466.
    #[inline(always)]
    pub(crate) fn expm1_of_reduced(&self, r: F32x4) -> F32x4 {
        let [q0, q1, q2, q3, q4] = self.q;
        let r2 = r * r;
        // Two short dependency chains instead of a long one.
        let q = q0 + r * ((q1 + r * q2) + r2 * (q3 + r * q4));
        if NEGATED { r2 * q - r } else { r + r2 * q }
    }

    /// Whether [`Exp::in_range`] must not be used for some lane. NaN, which it passes on, is no such lane.
    #[inline(always)]
    pub(crate) fn guard(&self, a: F32x4, b: F32x4) -> bool {
        (self.outside(a) | self.outside(b)).any()
    }

    /// The lanes in which [`Exp::in_range`] must not be used; false for NaN.
    #[inline(always)]
    pub(crate) fn outside(&self, x: F32x4) -> I32x4 {
        self.in_range.lt(F32x4::from_bits(x.to_bits() & self.magnitude))
    }

    /// e^x (e^-x if `NEGATED`) for |x| <= 87 or NaN.
    #[inline(always)]
    pub(crate) fn in_range(&self, x: F32x4) -> F32x4 {
        self.of_reduced(self.reduce(x))
    }

    /// The second half of [`Exp::in_range`].
    #[inline(always)]
    pub(crate) fn of_reduced(&self, [r, biased]: Reduced) -> F32x4 {
        // Not scale + scale * expm1, which saves a constant: below e^-69 that product is subnormal and rounds twice.
        (self.one + self.expm1_of_reduced(r)) * scale(biased)
    }

    /// 1 + e^x (1 + e^-x if `NEGATED`) from what [`Exp::reduce`] gives for |x| <= 87 or NaN.
    #[inline(always)]
    pub(crate) fn one_plus(&self, [r, biased]: Reduced) -> F32x4 {
        (self.one + scale(biased)) + scale(biased) * self.expm1_of_reduced(r)
    }

    /// e^x (e^-x if `NEGATED`) for every x; the same bits as [`Exp::in_range`] where that is defined.
    #[inline(always)]
    pub(crate) fn full(&self, x: F32x4) -> F32x4 {
        let (low, high) = if NEGATED { (-HIGHEST, -LOWEST) } else { (LOWEST, HIGHEST) };
        let [r, biased] = self.reduce(x.pmax(F32x4::splat(low)).pmin(F32x4::splat(high)));
        // 2^n may be no normal number, the halves of n are: the first product is exact, the second rounds.
        let n = biased.to_bits() - I32x4::splat(MAGIC.to_bits() as i32);
        let half = n.shr::<1>();
        let bias = I32x4::splat(127);
        let first = F32x4::from_bits((half + bias).shl::<23>());
        let second = F32x4::from_bits((n - half + bias).shl::<23>());
        (self.one + self.expm1_of_reduced(r)) * first * second
    }

    /// e^x - 1 for x from -30 to 0.
    #[inline(always)]
    pub(crate) fn expm1(&self, x: F32x4) -> F32x4 {
        let [r, biased] = self.reduce(x);
        let scale = scale(biased);
        scale * self.expm1_of_reduced(r) + (scale - self.one)
    }
}

/// The constants of e^(2x), to be made once before a loop. They are those of [`Exp`] times powers of two, so that x need
/// not be doubled first: h = x - n (ln 2) / 2 is r / 2.
#[derive(Clone, Copy)]
pub(crate) struct TwiceExpm1 {
    log2_e: F32x4,
    magic: F32x4,
    ln2_hi: F32x4,
    ln2_lo: F32x4,
    q: [F32x4; 5],
    one: F32x4,
}

impl TwiceExpm1 {
    #[inline(always)]
    pub(crate) fn new() -> TwiceExpm1 {
        let [q0, q1, q2, q3, q4] = Q;
        TwiceExpm1 {
            log2_e: F32x4::constant(2.0 * core::f32::consts::LOG2_E),
            magic: F32x4::constant(MAGIC),
            ln2_hi: F32x4::constant(0.5 * LN2_HI),
            ln2_lo: F32x4::constant(0.5 * LN2_LO),
            q: [4.0 * q0, 8.0 * q1, 16.0 * q2, 32.0 * q3, 64.0 * q4].map(F32x4::constant),
            one: F32x4::constant(1.0),
        }
    }

    /// h and n of 2x, for x from -15 to 0.
    #[inline(always)]
    pub(crate) fn reduce(&self, x: F32x4) -> Reduced {
        let biased = x * self.log2_e + self.magic;
        let n = biased - self.magic;
        [(x - n * self.ln2_hi) - n * self.ln2_lo, biased]
    }

    /// 1 - e^(2x), without cancellation and never -0, and 1 + e^(2x), from what [`TwiceExpm1::reduce`] gives.
    #[inline(always)]
    pub(crate) fn of_reduced(&self, [h, biased]: Reduced) -> [F32x4; 2] {
        let scale = scale(biased);
        let [q0, q1, q2, q3, q4] = self.q;
        let h2 = h * h;
        let q = (q0 + h * q1) + h2 * ((q2 + h * q3) + h2 * q4);
        let step = scale * ((h + h) + h2 * q);
        [(self.one - scale) - step, (self.one + scale) + step]
    }
}

/// e^x, within 1 ulp of the true value over the whole range of f32.
///
/// Infinite above 88.72283, subnormal below -87.33655 and 0 below -103.97208; NaN for NaN.
///
/// ```
/// use matwalk_core::elementary::exp;
/// assert_eq!(exp(1.0), 2.7182817);
/// assert_eq!((exp(0.0), exp(f32::NEG_INFINITY), exp(89.0)), (1.0, 0.0, f32::INFINITY));
/// ```
pub fn exp(x: f32) -> f32 {
    map::one(x, |x| <Exp>::new().full(x))
}

/// [`exp`] of each value: the same bits, four at a time. Writes as many as the shorter slice has.
///
/// ```
/// use matwalk_core::elementary::{exp, exp_slice};
/// let mut y = [0.0; 2];
/// exp_slice(&[0.0, -1.0], &mut y);
/// assert_eq!(y, [1.0, exp(-1.0)]);
/// ```
pub fn exp_slice(x: &[f32], y: &mut [f32]) {
    let exp = <Exp>::new();
    map::map_staged(
        x,
        y,
        |x| exp.outside(x),
        |x| exp.reduce(x),
        |_, reduced| exp.of_reduced(reduced),
        |x| <Exp>::new().full(x),
    );
}
