//! The portable implementation of the lanes, as arrays: each operation is done one lane after the other.

pub(super) type F32Lanes = [f32; 4];
pub(super) type I32Lanes = [i32; 4];
pub(super) type F64Lanes = [f64; 2];

pub(super) const F32_ZERO: F32Lanes = [0.0; 4];

/// A lane of a mask.
#[inline(always)]
fn mask(holds: bool) -> i32 {
    -i32::from(holds)
}

/// Defines lane-by-lane functions of one operand.
macro_rules! unary {
    ($($name:ident $from:ty => $to:ty: |$x:ident| $body:expr;)*) => {$(
        #[inline(always)]
        pub(super) fn $name(x: $from) -> $to {
            x.map(|$x| $body)
        }
    )*};
}

/// Defines lane-by-lane functions of two operands.
macro_rules! binary {
    ($($name:ident $from:ty => $to:ty: |$x:ident, $y:ident| $body:expr;)*) => {$(
        #[inline(always)]
        pub(super) fn $name(x: $from, y: $from) -> $to {
            core::array::from_fn(|i| {
                let ($x, $y) = (x[i], y[i]);
                $body
            })
        }
    )*};
}

unary! {
    f32_sqrt F32Lanes => F32Lanes: |x| x.sqrt();
    f32_abs F32Lanes => F32Lanes: |x| x.abs();
    f32_neg F32Lanes => F32Lanes: |x| -x;
    f32_floor F32Lanes => F32Lanes: |x| x.floor();
    f32_nearest F32Lanes => F32Lanes: |x| x.round_ties_even();
    f32_to_bits F32Lanes => I32Lanes: |x| x.to_bits() as i32;
    f32_from_bits I32Lanes => F32Lanes: |x| f32::from_bits(x as u32);
    f32_to_i32 F32Lanes => I32Lanes: |x| x as i32;
    f32_from_i32 I32Lanes => F32Lanes: |x| x as f32;
    not I32Lanes => I32Lanes: |x| !x;
}

binary! {
    f32_add F32Lanes => F32Lanes: |x, y| x + y;
    f32_sub F32Lanes => F32Lanes: |x, y| x - y;
    f32_mul F32Lanes => F32Lanes: |x, y| x * y;
    f32_div F32Lanes => F32Lanes: |x, y| x / y;
    // `f32::min` and `f32::max` drop a NaN and leave the sign of a zero open.
    f32_min F32Lanes => F32Lanes: |x, y| if x.is_nan() || y.is_nan() { f32::NAN }
        else if x == y { f32::from_bits(x.to_bits() | y.to_bits()) }
        else if x < y { x } else { y };
    f32_max F32Lanes => F32Lanes: |x, y| if x.is_nan() || y.is_nan() { f32::NAN }
        else if x == y { f32::from_bits(x.to_bits() & y.to_bits()) }
        else if x > y { x } else { y };
    f32_pmin F32Lanes => F32Lanes: |x, y| if y < x { y } else { x };
    f32_pmax F32Lanes => F32Lanes: |x, y| if x < y { y } else { x };
    f32_lt F32Lanes => I32Lanes: |x, y| mask(x < y);
    f32_le F32Lanes => I32Lanes: |x, y| mask(x <= y);
    f32_eq F32Lanes => I32Lanes: |x, y| mask(x == y);
    i32_add I32Lanes => I32Lanes: |x, y| x.wrapping_add(y);
    i32_sub I32Lanes => I32Lanes: |x, y| x.wrapping_sub(y);
    i32_lt I32Lanes => I32Lanes: |x, y| mask(x < y);
    i32_eq I32Lanes => I32Lanes: |x, y| mask(x == y);
    and I32Lanes => I32Lanes: |x, y| x & y;
    or I32Lanes => I32Lanes: |x, y| x | y;
    xor I32Lanes => I32Lanes: |x, y| x ^ y;
    andnot I32Lanes => I32Lanes: |x, y| x & !y;
}

#[inline(always)]
pub(super) fn f32_splat(x: f32) -> F32Lanes {
    [x; 4]
}

#[inline(always)]
pub(super) fn i32_splat(x: i32) -> I32Lanes {
    [x; 4]
}

/// Constants of plain arrays need no hoisting.
#[inline(always)]
pub(super) fn hoist<T>(x: T) -> T {
    x
}

#[inline(always)]
pub(super) fn f32_load(from: &[f32; 4]) -> F32Lanes {
    *from
}

#[inline(always)]
pub(super) fn f32_store(x: F32Lanes, to: &mut [f32; 4]) {
    *to = x;
}

#[inline(always)]
pub(super) fn i32_to_array(x: I32Lanes) -> [i32; 4] {
    x
}

#[inline(always)]
pub(super) fn i32_shl<const BITS: u32>(x: I32Lanes) -> I32Lanes {
    x.map(|x| x << BITS)
}

#[inline(always)]
pub(super) fn i32_shr<const BITS: u32>(x: I32Lanes) -> I32Lanes {
    x.map(|x| x >> BITS)
}

#[inline(always)]
pub(super) fn u32_shr<const BITS: u32>(x: I32Lanes) -> I32Lanes {
    x.map(|x| ((x as u32) >> BITS) as i32)
}

#[inline(always)]
pub(super) fn bitselect(yes: I32Lanes, no: I32Lanes, choice: I32Lanes) -> I32Lanes {
    core::array::from_fn(|i| (yes[i] & choice[i]) | (no[i] & !choice[i]))
}

#[inline(always)]
pub(super) fn any(x: I32Lanes) -> bool {
    x != [0; 4]
}

#[inline(always)]
pub(super) fn f32_transpose(rows: [F32Lanes; 4]) -> [F32Lanes; 4] {
    core::array::from_fn(|i| core::array::from_fn(|j| rows[j][i]))
}

#[inline(always)]
pub(super) fn f64_splat(x: f64) -> F64Lanes {
    [x; 2]
}

#[inline(always)]
pub(super) fn f64_add(x: F64Lanes, y: F64Lanes) -> F64Lanes {
    [x[0] + y[0], x[1] + y[1]]
}

#[inline(always)]
pub(super) fn f64_mul(x: F64Lanes, y: F64Lanes) -> F64Lanes {
    [x[0] * y[0], x[1] * y[1]]
}

#[inline(always)]
pub(super) fn f64_div(x: F64Lanes, y: F64Lanes) -> F64Lanes {
    [x[0] / y[0], x[1] / y[1]]
}

#[inline(always)]
pub(super) fn f32_from_f64(low: F64Lanes, high: F64Lanes) -> F32Lanes {
    [low[0], low[1], high[0], high[1]].map(|x| x as f32)
}

#[inline(always)]
pub(super) fn f64_from_f32(x: F32Lanes) -> [F64Lanes; 2] {
    [[x[0].into(), x[1].into()], [x[2].into(), x[3].into()]]
}

#[inline(always)]
pub(super) fn f64_low_words(low: F64Lanes, high: F64Lanes) -> I32Lanes {
    [low[0], low[1], high[0], high[1]].map(|x| x.to_bits() as i32)
}
