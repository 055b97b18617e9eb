//! The implementation of the lanes with WebAssembly SIMD128 instructions, one for each function.

use core::arch::wasm32::{self as wasm, v128};

pub(super) use wasm::{
    f32x4_abs as f32_abs, f32x4_add as f32_add, f32x4_convert_i32x4 as f32_from_i32, f32x4_div as f32_div,
    f32x4_eq as f32_eq, f32x4_floor as f32_floor, f32x4_le as f32_le, f32x4_lt as f32_lt, f32x4_max as f32_max,
    f32x4_min as f32_min, f32x4_mul as f32_mul, f32x4_nearest as f32_nearest, f32x4_neg as f32_neg,
    f32x4_pmax as f32_pmax, f32x4_pmin as f32_pmin, f32x4_splat as f32_splat, f32x4_sqrt as f32_sqrt,
    f32x4_sub as f32_sub, f64x2_add as f64_add, f64x2_div as f64_div, f64x2_mul as f64_mul, f64x2_splat as f64_splat,
    i32x4_add as i32_add, i32x4_eq as i32_eq, i32x4_lt as i32_lt, i32x4_splat as i32_splat, i32x4_sub as i32_sub,
    i32x4_trunc_sat_f32x4 as f32_to_i32, v128_and as and, v128_andnot as andnot, v128_any_true as any,
    v128_bitselect as bitselect, v128_not as not, v128_or as or, v128_xor as xor,
};

pub(super) type F32Lanes = v128;
pub(super) type I32Lanes = v128;
pub(super) type F64Lanes = v128;

pub(super) const F32_ZERO: v128 = wasm::f32x4(0.0, 0.0, 0.0, 0.0);

#[inline(always)]
pub(super) fn hoist(x: v128) -> v128 {
    core::hint::black_box(x)
}

// Safe code (`f32x4(from[0], …)`) compiles to one load only where LLVM finds the four together: in a product of a vector
// and a matrix it did not, and took 2.2 times as long.
#[inline(always)]
pub(super) fn f32_load(from: &[f32; 4]) -> v128 {
    // SAFETY: the reference is to 16 bytes that may be read, and v128.load needs no alignment.
    unsafe { wasm::v128_load(from.as_ptr().cast()) }
}

#[inline(always)]
pub(super) fn f32_store(x: v128, to: &mut [f32; 4]) {
    // SAFETY: the reference is to 16 bytes that may be written, any bits are an f32, and v128.store needs no alignment.
    unsafe { wasm::v128_store(to.as_mut_ptr().cast(), x) }
}

#[inline(always)]
pub(super) fn i32_to_array(x: v128) -> [i32; 4] {
    [
        wasm::i32x4_extract_lane::<0>(x),
        wasm::i32x4_extract_lane::<1>(x),
        wasm::i32x4_extract_lane::<2>(x),
        wasm::i32x4_extract_lane::<3>(x),
    ]
}

#[inline(always)]
pub(super) fn f32_to_bits(x: v128) -> v128 {
    x
}

#[inline(always)]
pub(super) fn f32_from_bits(x: v128) -> v128 {
    x
}

#[inline(always)]
pub(super) fn i32_shl<const BITS: u32>(x: v128) -> v128 {
    wasm::i32x4_shl(x, BITS)
}

#[inline(always)]
pub(super) fn i32_shr<const BITS: u32>(x: v128) -> v128 {
    wasm::i32x4_shr(x, BITS)
}

#[inline(always)]
pub(super) fn u32_shr<const BITS: u32>(x: v128) -> v128 {
    wasm::u32x4_shr(x, BITS)
}

#[inline(always)]
pub(super) fn f32_transpose([r0, r1, r2, r3]: [v128; 4]) -> [v128; 4] {
    let low01 = wasm::i32x4_shuffle::<0, 4, 1, 5>(r0, r1);
    let high01 = wasm::i32x4_shuffle::<2, 6, 3, 7>(r0, r1);
    let low23 = wasm::i32x4_shuffle::<0, 4, 1, 5>(r2, r3);
    let high23 = wasm::i32x4_shuffle::<2, 6, 3, 7>(r2, r3);
    [
        wasm::i64x2_shuffle::<0, 2>(low01, low23),
        wasm::i64x2_shuffle::<1, 3>(low01, low23),
        wasm::i64x2_shuffle::<0, 2>(high01, high23),
        wasm::i64x2_shuffle::<1, 3>(high01, high23),
    ]
}

#[inline(always)]
pub(super) fn f64_from_f32(x: v128) -> [v128; 2] {
    let high = wasm::i64x2_shuffle::<1, 1>(x, x);
    [wasm::f64x2_promote_low_f32x4(x), wasm::f64x2_promote_low_f32x4(high)]
}

#[inline(always)]
pub(super) fn f32_from_f64(low: v128, high: v128) -> v128 {
    wasm::i64x2_shuffle::<0, 2>(wasm::f32x4_demote_f64x2_zero(low), wasm::f32x4_demote_f64x2_zero(high))
}

#[inline(always)]
pub(super) fn f64_low_words(low: v128, high: v128) -> v128 {
    wasm::i32x4_shuffle::<0, 2, 4, 6>(low, high)
}
