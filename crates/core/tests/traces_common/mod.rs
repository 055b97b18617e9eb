//! What the trace tests share.

use proptest::prelude::*;

/// The bits of values, any NaN equalling any NaN.
pub fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|v| if v.is_nan() { f32::NAN.to_bits() } else { v.to_bits() }).collect()
}

/// `len` values, hard ones among them.
pub fn values(len: usize) -> impl Strategy<Value = Vec<f32>> {
    let value = prop_oneof![4 => -9.0f32..9.0, 1 => any::<f32>(), 1 => Just(-0.0f32), 1 => Just(f32::INFINITY)];
    prop::collection::vec(value, len)
}
