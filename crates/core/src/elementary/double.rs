//! `exp`, `expm1`, `ln` and `ln_1p` in f64: the only ones of that precision in the crate.
//!
//! Power series after the argument reductions of W. J. Cody and W. Waite ("Software Manual for the Elementary
//! Functions", 1980), without tables and without fused multiply-add.

/// ln 2 to 33 bits: n times it is exact for |n| < 2^20.
const LN2_HI: f64 = 0.693_147_180_369_123_8;
/// ln 2 - [`LN2_HI`].
const LN2_LO: f64 = 1.908_214_929_270_587_7e-10;
/// 1.5 * 2^52: a value far below 2^51 added to it is rounded to an integer, which stands in the low bits of the sum.
const MAGIC: f64 = 6_755_399_441_055_744.0;

/// (e^r - 1 - r) / r^2 = 1/2! + r/3! + ... : what follows r^12/14! is below 2^-58.
const INVERSE_FACTORIALS: [f64; 13] = {
    let mut terms = [0.5; 13];
    let mut i = 1;
    // Products of whole numbers below 2^53 are exact.
    let mut factorial = 2.0;
    while i < 13 {
        factorial *= (i + 2) as f64;
        terms[i] = 1.0 / factorial;
        i += 1;
    }
    terms
};

/// (artanh s - s) / s^3 = 1/3 + s^2/5 + s^4/7 + ... : what follows s^22/25 is below 2^-61 for s up to 0.1716.
const INVERSE_ODD: [f64; 12] = {
    let mut terms = [0.0; 12];
    let mut i = 0;
    while i < 12 {
        terms[i] = 1.0 / (2 * i + 3) as f64;
        i += 1;
    }
    terms
};

/// The polynomial with these coefficients, constant term first.
fn horner<const N: usize>(coefficients: &[f64; N], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, &c| c + x * sum)
}

/// n and e^r - 1 of x = n ln 2 + r, |r| <= ln 2 / 2; |x| up to 800.
fn reduce(x: f64) -> (i32, f64) {
    let biased = x * core::f64::consts::LOG2_E + MAGIC;
    let n = biased - MAGIC;
    let hi = x - n * LN2_HI;
    let lo = n * LN2_LO;
    let r = hi - lo;
    let q = horner(&INVERSE_FACTORIALS, r);
    (biased.to_bits() as i32, hi + (r * r * q - lo))
}

/// 2^n for n from -1022 to 1023.
fn power_of_two(n: i32) -> f64 {
    f64::from_bits(((n + 1023) as u64) << 52)
}

/// e^x in f64, within 1 ulp of the true value.
///
/// Infinite above 709.78271, 0 below -745.13321; NaN for NaN.
///
/// ```
/// use matwalk_core::elementary::exp_f64;
/// assert!((exp_f64(1.0) - std::f64::consts::E).abs() <= f64::EPSILON * 2.0);
/// assert_eq!(exp_f64(-746.0), 0.0);
/// ```
pub fn exp(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let (n, expm1) = reduce(x.clamp(-750.0, 710.0));
    // 2^n may be no normal number, the halves of n are: the first product is exact, the second rounds.
    let half = n >> 1;
    (1.0 + expm1) * power_of_two(half) * power_of_two(n - half)
}

/// e^x - 1 in f64 for x up to 700, within 2 ulp.
pub(crate) fn expm1(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    // Below -50 the result rounds to -1.
    let (n, expm1) = reduce(x.clamp(-50.0, 700.0));
    let scale = power_of_two(n);
    scale * expm1 + (scale - 1.0)
}

/// tanh x in f64, within 4 ulp.
pub(crate) fn tanh(x: f64) -> f64 {
    let fall = expm1(-2.0 * x.abs());
    (-fall / (2.0 + fall)).copysign(x)
}

/// ln(1 + f) + k ln 2 + c, for f from -0.3 to 0.42.
fn log_near_one(f: f64, k: f64, c: f64) -> f64 {
    // ln(1 + f) = 2 artanh s = f - s (f - t), t = 2 (s^2/3 + s^4/5 + ...), s = f / (2 + f), |s| < 0.1716.
    let s = f / (2.0 + f);
    let s2 = s * s;
    let t = 2.0 * s2 * horner(&INVERSE_ODD, s2);
    k * LN2_HI + (f - (s * (f - t) - (k * LN2_LO + c)))
}

/// k and m of x = 2^k m, m from sqrt(1/2) to sqrt(2); x positive and finite.
fn split(x: f64) -> (f64, f64) {
    let (x, shift) = if x < f64::MIN_POSITIVE { (x * power_of_two(54), 54) } else { (x, 0) };
    let bits = x.to_bits();
    let mut k = (bits >> 52) as i32 - 1023;
    let mut m = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    if m > core::f64::consts::SQRT_2 {
        m *= 0.5;
        k += 1;
    }
    (f64::from(k - shift), m)
}

/// The natural logarithm in f64, within 1 ulp of the true value; -inf at zero, NaN below it.
///
/// ```
/// assert_eq!(matwalk_core::elementary::ln_f64(10.0), std::f64::consts::LN_10);
/// ```
pub fn ln(x: f64) -> f64 {
    if x.is_nan() || x < 0.0 {
        return f64::NAN;
    }
    if x == 0.0 || x.is_infinite() {
        return if x == 0.0 { f64::NEG_INFINITY } else { x };
    }
    let (k, m) = split(x);
    log_near_one(m - 1.0, k, 0.0)
}

/// ln(1 + x) in f64, within 1 ulp of the true value: exact where 1 + x would round `x` away. NaN below -1.
///
/// ```
/// assert_eq!(matwalk_core::elementary::ln_1p_f64(1e-20), 1e-20);
/// ```
pub fn ln_1p(x: f64) -> f64 {
    if x.is_nan() || x < -1.0 {
        return f64::NAN;
    }
    if (-0.29..=0.41).contains(&x) {
        // Keeps -0, which the sum below would lose.
        return if x == 0.0 { x } else { log_near_one(x, 0.0, 0.0) };
    }
    let sum = 1.0 + x;
    if sum == 0.0 || sum.is_infinite() {
        return if sum == 0.0 { f64::NEG_INFINITY } else { sum };
    }
    // What rounding the sum lost, to first order.
    let lost = if x < 1.0 { x - (sum - 1.0) } else { 1.0 - (sum - x) };
    let (k, m) = split(sum);
    log_near_one(m - 1.0, k, lost / sum)
}
