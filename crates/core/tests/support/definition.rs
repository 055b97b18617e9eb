//! Softmax by its definition, for tests.

/// The bits of numbers.
pub fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|x| if x.is_nan() { 0 } else { x.to_bits() }).collect()
}

/// f32 as f64, exactly.
pub fn widen(values: &[f32]) -> Vec<f64> {
    values.iter().map(|&x| f64::from(x)).collect()
}

/// Softmax or log-softmax by the definition in f64, from the exact differences of the inputs.
pub fn truth(row: &[f64], log: bool) -> Vec<f64> {
    let max = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = row.iter().map(|z| (z - max).exp()).sum();
    let first = row.iter().position(|z| *z == max);
    let rest: f64 = row.iter().enumerate().filter(|(i, _)| Some(*i) != first).map(|(_, z)| (z - max).exp()).sum();
    row.iter().map(|z| if log { (z - max) - rest.ln_1p() } else { (z - max).exp() / sum }).collect()
}
