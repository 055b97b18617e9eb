//! Log-softmax of one row in f32.

use super::row;
use super::sum;
use crate::elementary;

/// Log-softmax of a row of the length of both slices.
pub(super) fn log_softmax(x: &[f32], y: &mut [f32]) {
    let (low, high) = row::bounds(x);
    row::exps(x, low, high, y);
    // The first of the largest is e^0 = 1; ln(1 + rest) puts it back.
    if let Some(first) = x.iter().position(|&z| z == high) {
        y[first] = 0.0;
    }
    let exps: Vec<f64> = y.iter().map(|&e| f64::from(e)).collect();
    let (_, rest) = sum::ordered(&exps, |a, b| f64::from(a as f32 + b as f32));
    // Infinity minus infinity: every entry of the row is NaN.
    let log_sum = if high.is_finite() { elementary::ln_1p_f64(rest) as f32 } else { f32::NAN };
    for (x, y) in x.iter().zip(y) {
        *y = (x - high) - log_sum;
    }
}
