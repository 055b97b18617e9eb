//! IEEE 754 binary16 (f16): one sign bit, five of exponent, ten of fraction.

/// The smallest subnormal, 2^-24.
const TINY: f64 = 1.0 / 16_777_216.0;

/// 2^n for n from -1022 to 1023.
fn power_of_two(n: i32) -> f64 {
    f64::from_bits(((n + 1023) as u64) << 52)
}

/// The bits of the binary16 nearest to x, ties to even: subnormal below 2^-14, infinite from 65520 on.
///
/// ```
/// use matwalk_core::elementary::to_f16_bits;
/// assert_eq!([1.0, -2.0, 65504.0, 65520.0].map(to_f16_bits), [0x3c00, 0xc000, 0x7bff, 0x7c00]);
/// ```
pub fn to_f16_bits(x: f64) -> u16 {
    let sign = if x.is_sign_negative() { 0x8000 } else { 0 };
    let size = x.abs();
    if size.is_nan() {
        return sign | 0x7e00;
    }
    // Normal numbers lie 2^(exponent - 10) apart, subnormal ones 2^-24. Both quotients are exact.
    let exponent = ((size.to_bits() >> 52) as i32 - 1023).max(-14);
    if exponent > 15 {
        return sign | 0x7c00;
    }
    let steps = (size * power_of_two(10 - exponent)).round_ties_even() as u16;
    // A carry out of the fraction adds one to the exponent, up to that of infinity, as it should.
    sign | ((((exponent + 14) as u16) << 10) + steps)
}

/// The value of binary16 bits; exact.
///
/// ```
/// assert_eq!(matwalk_core::elementary::from_f16_bits(0x0001), 2f64.powi(-24));
/// ```
pub fn from_f16_bits(bits: u16) -> f64 {
    let exponent = i32::from((bits >> 10) & 0x1f);
    let fraction = f64::from(bits & 0x3ff);
    let size = match exponent {
        0 => fraction * TINY,
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * power_of_two(exponent - 25),
    };
    if bits & 0x8000 == 0 { size } else { -size }
}

/// The binary16 nearest to x, ties to even, as an f64.
///
/// ```
/// assert_eq!(matwalk_core::elementary::round_to_f16(0.1), 0.0999755859375);
/// ```
pub fn round_to_f16(x: f64) -> f64 {
    from_f16_bits(to_f16_bits(x))
}
