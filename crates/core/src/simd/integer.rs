//! Integer lanes and masks.

use super::{F32x4, I32x4, lanes};
use core::ops::Not;

#[allow(dead_code, reason = "the lane type is whole; which operations the kernels need changes with them")]
impl I32x4 {
    /// `x` in each lane.
    #[inline(always)]
    pub(crate) fn splat(x: i32) -> I32x4 {
        I32x4(lanes::i32_splat(x))
    }

    /// `x` in each lane, opaque to the compiler: see [`F32x4::constant`].
    #[inline(always)]
    pub(crate) fn constant(x: i32) -> I32x4 {
        I32x4(lanes::hoist(lanes::i32_splat(x)))
    }

    /// The four values, first lane first.
    #[inline(always)]
    pub(crate) fn to_array(self) -> [i32; 4] {
        lanes::i32_to_array(self.0)
    }

    /// Shifted left by `BITS` of 0..=31, zeros coming in.
    #[inline(always)]
    pub(crate) fn shl<const BITS: u32>(self) -> I32x4 {
        I32x4(lanes::i32_shl::<BITS>(self.0))
    }

    /// Shifted right by `BITS` of 0..=31, copies of the sign coming in.
    #[inline(always)]
    pub(crate) fn shr<const BITS: u32>(self) -> I32x4 {
        I32x4(lanes::i32_shr::<BITS>(self.0))
    }

    /// Shifted right by `BITS` of 0..=31, zeros coming in.
    #[inline(always)]
    pub(crate) fn shr_unsigned<const BITS: u32>(self) -> I32x4 {
        I32x4(lanes::u32_shr::<BITS>(self.0))
    }

    /// Mask of `self < other`, signed.
    #[inline(always)]
    pub(crate) fn lt(self, other: I32x4) -> I32x4 {
        I32x4(lanes::i32_lt(self.0, other.0))
    }

    /// Mask of `self == other`.
    #[inline(always)]
    pub(crate) fn eq(self, other: I32x4) -> I32x4 {
        I32x4(lanes::i32_eq(self.0, other.0))
    }

    /// `self & !other`.
    #[inline(always)]
    pub(crate) fn andnot(self, other: I32x4) -> I32x4 {
        I32x4(lanes::andnot(self.0, other.0))
    }

    /// Bit by bit, `yes` where `self` has a one and `no` where it has a zero: on a mask, lane by lane.
    #[inline(always)]
    pub(crate) fn select(self, yes: F32x4, no: F32x4) -> F32x4 {
        F32x4::from_bits(self.select_bits(yes.to_bits(), no.to_bits()))
    }

    /// Bit by bit, `yes` where `self` has a one and `no` where it has a zero.
    #[inline(always)]
    pub(crate) fn select_bits(self, yes: I32x4, no: I32x4) -> I32x4 {
        I32x4(lanes::bitselect(yes.0, no.0, self.0))
    }

    /// Whether any bit of any lane is one: on a mask, whether it holds anywhere.
    #[inline(always)]
    pub(crate) fn any(self) -> bool {
        lanes::any(self.0)
    }

    /// The value of each lane, rounded to the nearest f32, ties to even.
    #[inline(always)]
    pub(crate) fn to_f32(self) -> F32x4 {
        F32x4(lanes::f32_from_i32(self.0))
    }
}

impl Not for I32x4 {
    type Output = I32x4;
    #[inline(always)]
    fn not(self) -> I32x4 {
        I32x4(lanes::not(self.0))
    }
}
