//! Four f32 lanes, chosen at compile time: `simd128` in WebAssembly with that feature, `portable` everywhere else.
//!
//! [`F32x4`] and [`I32x4`] are the only vectors that kernels see. Each operation rounds once, as IEEE 754 says, and is
//! never fused with another, so both implementations give the same bits (any NaN equals any NaN).

mod integer;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod portable;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[allow(unsafe_code, reason = "safe code does not always compile to one load or store: see simd128.rs")]
mod simd128;

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
use portable as lanes;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use simd128 as lanes;

use core::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Sub};

/// Which implementation the kernels were compiled with: `"simd128"` or `"portable"`.
pub const BACKEND: &str =
    if cfg!(all(target_arch = "wasm32", target_feature = "simd128")) { "simd128" } else { "portable" };

/// Four f32 lanes.
#[derive(Clone, Copy)]
pub(crate) struct F32x4(lanes::F32Lanes);

/// Four lanes of 32 bits, read as two's complement integers: also a mask, where a lane is all ones (true) or all zeros.
#[derive(Clone, Copy)]
pub(crate) struct I32x4(lanes::I32Lanes);

/// Two f64 lanes, for the few places where f32 has too few digits.
#[derive(Clone, Copy)]
pub(crate) struct F64x2(lanes::F64Lanes);

impl F64x2 {
    /// `x` in each lane, opaque to the compiler: see [`F32x4::constant`].
    #[inline(always)]
    pub(crate) fn constant(x: f64) -> F64x2 {
        F64x2(lanes::hoist(lanes::f64_splat(x)))
    }

    /// The first two lanes and the last two of `x`; exact.
    #[inline(always)]
    pub(crate) fn widen(x: F32x4) -> [F64x2; 2] {
        lanes::f64_from_f32(x.0).map(F64x2)
    }

    /// The four values rounded to f32, ties to even: the inverse of [`F64x2::widen`].
    #[inline(always)]
    pub(crate) fn narrow(halves: [F64x2; 2]) -> F32x4 {
        F32x4(lanes::f32_from_f64(halves[0].0, halves[1].0))
    }

    /// The low 32 bits of each lane's IEEE bits.
    #[inline(always)]
    pub(crate) fn low_words(halves: [F64x2; 2]) -> I32x4 {
        I32x4(lanes::f64_low_words(halves[0].0, halves[1].0))
    }
}

#[allow(dead_code, reason = "the lane type is whole; which operations the kernels need changes with them")]
impl F32x4 {
    /// How many lanes there are.
    pub(crate) const LANES: usize = 4;

    /// Four lanes of +0.
    pub(crate) const ZERO: F32x4 = F32x4(lanes::F32_ZERO);

    /// `x` in each lane.
    #[inline(always)]
    pub(crate) fn splat(x: f32) -> F32x4 {
        F32x4(lanes::f32_splat(x))
    }

    /// `x` in each lane, opaque to the compiler: call it before a loop for a constant used inside. Otherwise each
    /// engine builds the constant anew in every iteration (three instructions on x86), which costs `exp` 40 %.
    #[inline(always)]
    pub(crate) fn constant(x: f32) -> F32x4 {
        F32x4(lanes::hoist(lanes::f32_splat(x)))
    }

    /// The four values, first lane first: one load.
    #[inline(always)]
    pub(crate) fn load(from: &[f32; 4]) -> F32x4 {
        F32x4(lanes::f32_load(from))
    }

    /// Writes the four values, first lane first: one store.
    #[inline(always)]
    pub(crate) fn store(self, to: &mut [f32; 4]) {
        lanes::f32_store(self.0, to);
    }

    /// The four values, first lane first.
    #[inline(always)]
    pub(crate) fn to_array(self) -> [f32; 4] {
        let mut out = [0.0; 4];
        self.store(&mut out);
        out
    }

    /// Square root, correctly rounded; NaN below zero, and -0 stays -0.
    #[inline(always)]
    pub(crate) fn sqrt(self) -> F32x4 {
        F32x4(lanes::f32_sqrt(self.0))
    }

    /// Clears the sign bit, of NaN too.
    #[inline(always)]
    pub(crate) fn abs(self) -> F32x4 {
        F32x4(lanes::f32_abs(self.0))
    }

    /// The smaller one as `torch.minimum`: NaN if either is NaN; -0 is smaller than +0.
    #[inline(always)]
    pub(crate) fn min(self, other: F32x4) -> F32x4 {
        F32x4(lanes::f32_min(self.0, other.0))
    }

    /// The larger one as `torch.maximum`: NaN if either is NaN; +0 is larger than -0.
    #[inline(always)]
    pub(crate) fn max(self, other: F32x4) -> F32x4 {
        F32x4(lanes::f32_max(self.0, other.0))
    }

    /// `if other < self { other } else { self }`: `self` if either is NaN or both are zero. One instruction, where
    /// [`F32x4::min`] takes several on x86.
    #[inline(always)]
    pub(crate) fn pmin(self, other: F32x4) -> F32x4 {
        F32x4(lanes::f32_pmin(self.0, other.0))
    }

    /// `if self < other { other } else { self }`: `self` if either is NaN or both are zero. One instruction, where
    /// [`F32x4::max`] takes several on x86.
    #[inline(always)]
    pub(crate) fn pmax(self, other: F32x4) -> F32x4 {
        F32x4(lanes::f32_pmax(self.0, other.0))
    }

    /// The largest integer not above each lane; keeps the sign of zero, infinity and NaN.
    #[inline(always)]
    pub(crate) fn floor(self) -> F32x4 {
        F32x4(lanes::f32_floor(self.0))
    }

    /// The nearest integer, ties to even; keeps the sign of zero, infinity and NaN.
    #[inline(always)]
    pub(crate) fn nearest(self) -> F32x4 {
        F32x4(lanes::f32_nearest(self.0))
    }

    /// Mask of `self < other`, false for NaN.
    #[inline(always)]
    pub(crate) fn lt(self, other: F32x4) -> I32x4 {
        I32x4(lanes::f32_lt(self.0, other.0))
    }

    /// Mask of `self <= other`, false for NaN.
    #[inline(always)]
    pub(crate) fn le(self, other: F32x4) -> I32x4 {
        I32x4(lanes::f32_le(self.0, other.0))
    }

    /// Mask of `self == other`, false for NaN; the two zeros are equal.
    #[inline(always)]
    pub(crate) fn eq(self, other: F32x4) -> I32x4 {
        I32x4(lanes::f32_eq(self.0, other.0))
    }

    /// Mask of the lanes that are NaN.
    #[inline(always)]
    pub(crate) fn is_nan(self) -> I32x4 {
        !self.eq(self)
    }

    /// The IEEE bits.
    #[inline(always)]
    pub(crate) fn to_bits(self) -> I32x4 {
        I32x4(lanes::f32_to_bits(self.0))
    }

    /// The values with these IEEE bits.
    #[inline(always)]
    pub(crate) fn from_bits(bits: I32x4) -> F32x4 {
        F32x4(lanes::f32_from_bits(bits.0))
    }

    /// Truncated towards zero, saturated, NaN to 0. Slow on x86 (six instructions): to round a small value to an
    /// integer, add a power of two and read the bits instead.
    #[inline(always)]
    pub(crate) fn to_i32(self) -> I32x4 {
        I32x4(lanes::f32_to_i32(self.0))
    }

    /// Rows become columns: lane j of result i is lane i of operand j.
    #[inline(always)]
    pub(crate) fn transpose(rows: [F32x4; 4]) -> [F32x4; 4] {
        lanes::f32_transpose(rows.map(|r| r.0)).map(F32x4)
    }
}

/// Implements a binary operator of a lane type by the function of the same meaning in `lanes`.
macro_rules! binary {
    ($($type:ident $trait:ident $method:ident $function:ident;)*) => {$(
        impl $trait for $type {
            type Output = $type;
            #[inline(always)]
            fn $method(self, other: $type) -> $type {
                $type(lanes::$function(self.0, other.0))
            }
        }
    )*};
}

binary! {
    F32x4 Add add f32_add;
    F32x4 Sub sub f32_sub;
    F32x4 Mul mul f32_mul;
    F32x4 Div div f32_div;
    F64x2 Add add f64_add;
    F64x2 Mul mul f64_mul;
    F64x2 Div div f64_div;
    I32x4 Add add i32_add;
    I32x4 Sub sub i32_sub;
    I32x4 BitAnd bitand and;
    I32x4 BitOr bitor or;
    I32x4 BitXor bitxor xor;
}

impl Neg for F32x4 {
    type Output = F32x4;
    /// Flips the sign bit, of NaN too.
    #[inline(always)]
    fn neg(self) -> F32x4 {
        F32x4(lanes::f32_neg(self.0))
    }
}

#[cfg(test)]
mod tests;
