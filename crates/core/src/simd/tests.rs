//! Tests of the lane operations, on values where implementations differ. The same checks run on both implementations.

use super::{BACKEND, F32x4, F64x2, I32x4};

const INF: f32 = f32::INFINITY;
const NAN: f32 = f32::NAN;

/// Bits, with all NaNs made one.
fn bits(x: F32x4) -> [u32; 4] {
    x.to_array().map(|x| if x.is_nan() { 0x7fc0_0000 } else { x.to_bits() })
}

fn lanes(x: [f32; 4]) -> F32x4 {
    F32x4::load(&x)
}

#[track_caller]
fn check(got: F32x4, want: [f32; 4]) {
    assert_eq!(bits(got), bits(lanes(want)), "{:?} is not {want:?}", got.to_array());
}

#[test]
fn the_backend_is_the_one_of_this_target() {
    let simd = cfg!(all(target_arch = "wasm32", target_feature = "simd128"));
    assert_eq!(BACKEND, if simd { "simd128" } else { "portable" });
}

#[test]
fn arithmetic_rounds_each_lane_once() {
    let (x, y) = (lanes([1.0, -2.0, 0.1, INF]), lanes([3.0, 4.0, 0.2, -INF]));
    check(x + y, [4.0, 2.0, 0.1 + 0.2, NAN]);
    check(x - y, [-2.0, -6.0, 0.1 - 0.2, INF]);
    check(x * y, [3.0, -8.0, 0.1 * 0.2, -INF]);
    check(x / y, [1.0 / 3.0, -0.5, 0.5, NAN]);
    check(-x, [-1.0, 2.0, -0.1, -INF]);
    check(lanes([4.0, 2.0, -0.0, -1.0]).sqrt(), [2.0, core::f32::consts::SQRT_2, -0.0, NAN]);
    check(lanes([-0.0, -1.5, -INF, -1e-45]).abs(), [0.0, 1.5, INF, 1e-45]);
}

#[test]
fn a_product_and_a_sum_are_not_fused() {
    // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24: rounding the product first loses the last term.
    let x = F32x4::splat(1.0 + 1.0 / 4096.0);
    check(x * x - F32x4::splat(1.0 + 1.0 / 2048.0), [0.0; 4]);
}

#[test]
fn subnormals_are_kept() {
    let tiny = F32x4::splat(f32::from_bits(1));
    check(tiny + tiny, [f32::from_bits(2); 4]);
    check(F32x4::splat(f32::MIN_POSITIVE) * F32x4::splat(0.5), [f32::from_bits(0x0040_0000); 4]);
}

#[test]
fn min_and_max_keep_nan_and_order_the_zeros() {
    let (x, y) = (lanes([NAN, 1.0, -0.0, 0.0]), lanes([1.0, NAN, 0.0, -0.0]));
    check(x.min(y), [NAN, NAN, -0.0, -0.0]);
    check(x.max(y), [NAN, NAN, 0.0, 0.0]);
    check(lanes([1.0, -3.0, INF, 2.0]).min(lanes([2.0, -4.0, 1.0, -INF])), [1.0, -4.0, 1.0, -INF]);
    check(lanes([1.0, -3.0, INF, 2.0]).max(lanes([2.0, -4.0, 1.0, -INF])), [2.0, -3.0, INF, 2.0]);
}

#[test]
fn pmin_and_pmax_keep_the_first_unless_the_second_wins() {
    let (x, y) = (lanes([NAN, 1.0, -0.0, 0.0]), lanes([1.0, NAN, 0.0, -0.0]));
    check(x.pmin(y), [NAN, 1.0, -0.0, 0.0]);
    check(x.pmax(y), [NAN, 1.0, -0.0, 0.0]);
    check(lanes([1.0, 5.0, 2.0, 2.0]).pmin(lanes([2.0, 4.0, 2.0, -INF])), [1.0, 4.0, 2.0, -INF]);
    check(lanes([1.0, 5.0, 2.0, 2.0]).pmax(lanes([2.0, 4.0, 2.0, INF])), [2.0, 5.0, 2.0, INF]);
}

#[test]
fn rounding_to_integers() {
    check(lanes([1.5, -1.5, -0.2, INF]).floor(), [1.0, -2.0, -1.0, INF]);
    check(lanes([0.5, 1.5, 2.5, -0.4]).nearest(), [0.0, 2.0, 2.0, -0.0]);
    check(lanes([-0.5, NAN, 8388609.0, -2.5]).nearest(), [-0.0, NAN, 8388609.0, -2.0]);
    assert_eq!(lanes([1.9, -1.9, NAN, 1e20]).to_i32().to_array(), [1, -1, 0, i32::MAX]);
    check((I32x4::splat(16777217)).to_f32(), [16777216.0; 4]);
}

#[test]
fn comparisons_are_false_for_nan() {
    let (x, y) = (lanes([1.0, 2.0, NAN, -0.0]), lanes([2.0, 2.0, 2.0, 0.0]));
    assert_eq!(x.lt(y).to_array(), [-1, 0, 0, 0]);
    assert_eq!(x.le(y).to_array(), [-1, -1, 0, -1]);
    assert_eq!(x.eq(y).to_array(), [0, -1, 0, -1]);
    assert_eq!(x.is_nan().to_array(), [0, 0, -1, 0]);
    assert!(x.is_nan().any() && !y.is_nan().any());
    check(x.le(y).select(x, y), [1.0, 2.0, 2.0, -0.0]);
}

#[test]
fn bits_of_lanes() {
    let (x, y) = (I32x4::splat(0b1100), I32x4::splat(0b1010));
    assert_eq!((x & y).to_array(), [0b1000; 4]);
    assert_eq!((x | y).to_array(), [0b1110; 4]);
    assert_eq!((x ^ y).to_array(), [0b0110; 4]);
    assert_eq!(x.andnot(y).to_array(), [0b0100; 4]);
    assert_eq!(x.select_bits(I32x4::splat(0b0101), I32x4::splat(0b0011)).to_array(), [0b0111; 4]);
    assert_eq!((!x).to_array(), [!0b1100; 4]);
    assert_eq!((I32x4::splat(i32::MAX) + I32x4::splat(1)).to_array(), [i32::MIN; 4]);
    assert_eq!((I32x4::splat(i32::MIN) - I32x4::splat(1)).to_array(), [i32::MAX; 4]);
    assert_eq!(I32x4::splat(-8).shl::<1>().to_array(), [-16; 4]);
    assert_eq!(I32x4::splat(-8).shr::<1>().to_array(), [-4; 4]);
    assert_eq!(I32x4::splat(-8).shr_unsigned::<28>().to_array(), [15; 4]);
    assert_eq!(I32x4::splat(-8).lt(I32x4::constant(7)).to_array(), [-1; 4]);
    assert_eq!(I32x4::splat(7).eq(I32x4::splat(7)).to_array(), [-1; 4]);
    // 2^3 by its exponent field.
    check(F32x4::from_bits(I32x4::splat(3 + 127).shl::<23>()), [8.0; 4]);
    assert_eq!(F32x4::constant(-0.0).to_bits().to_array(), [i32::MIN; 4]);
}

#[test]
fn transpose_swaps_rows_and_columns() {
    let rows = core::array::from_fn(|i| lanes(core::array::from_fn(|j| (10 * i + j) as f32)));
    let cols = F32x4::transpose(rows);
    for (j, col) in cols.into_iter().enumerate() {
        check(col, core::array::from_fn(|i| (10 * i + j) as f32));
    }
}

#[test]
fn two_halves_widen_and_give_their_low_words() {
    // 1.5 * 2^52 added to a small whole number puts it in the low bits of the sum.
    let magic = F64x2::constant(6_755_399_441_055_744.0);
    let words = F64x2::widen(lanes([1.0, -2.0, 3.5, 0.1])).map(|half| half * F64x2::constant(10.0) + magic);
    assert_eq!(F64x2::low_words(words).to_array(), [10, -20, 35, 1]);
}

#[test]
fn two_halves_divide_and_narrow() {
    let thirds = F64x2::widen(lanes([1.0, -2.0, INF, 1e30])).map(|half| half / F64x2::constant(3.0));
    check(F64x2::narrow(thirds), [1.0 / 3.0, -2.0 / 3.0, INF, 1e30 / 3.0]);
    let large = F64x2::widen(F32x4::splat(f32::MAX)).map(|half| half * F64x2::constant(2.0));
    check(F64x2::narrow(large), [INF; 4]);
}
