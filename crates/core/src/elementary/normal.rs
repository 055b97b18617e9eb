//! The normal distribution in f64: its density and its cumulative distribution.

use super::double::exp;

/// 1 / sqrt(2 pi).
const INV_SQRT_TAU: f64 = 0.398_942_280_401_432_7;
/// From here outwards the continued fraction is used.
const TAIL: f64 = 3.0;

/// The density phi(x) = exp(-x^2/2) / sqrt(2 pi), relative error below 1e-14 while it is at least 1e-60.
pub(crate) fn density(x: f64) -> f64 {
    INV_SQRT_TAU * exp(-0.5 * x * x)
}

/// The distribution function Phi(x), the integral of the density from minus infinity to x; relative error below 1e-12
/// while it is at least 1e-60.
///
/// Near zero Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...), all terms of one sign; further out the continued
/// fraction Phi(-t) = phi(t) / (t + 1/(t + 2/(t + 3/(t + ...)))) (Abramowitz and Stegun, 26.2.11 and 26.2.14).
pub(crate) fn distribution(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let t = x.abs();
    if t < TAIL {
        let mut term = x;
        let mut sum = x;
        let mut odd = 3.0;
        while term.abs() > 1e-18 * sum.abs() {
            term *= x * x / odd;
            sum += term;
            odd += 2.0;
        }
        return 0.5 + density(x) * sum;
    }
    let mut below = t;
    let mut k = 60.0;
    while k >= 1.0 {
        below = t + k / below;
        k -= 1.0;
    }
    let tail = density(t) / below;
    if x < 0.0 { tail } else { 1.0 - tail }
}
