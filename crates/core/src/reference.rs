//! The textbook definitions, one loop a sum: what kernels and traces must agree with bit for bit.
//!
//! Nothing here is fast and nothing here is clever; the order of the additions is the definition.

/// (m, k) @ (k, n) into `out` (m, n), all row-major: `out[i][j] = ((0 + lhs[i][0] rhs[0][j]) + lhs[i][1] rhs[1][j]) + …`,
/// each product and each sum rounded to f32.
///
/// ```
/// let mut out = [0.0; 1];
/// matwalk_core::reference::matmul(1, 2, 1, &[1.0, 2.0], &[3.0, 4.0], &mut out);
/// assert_eq!(out, [11.0]);
/// ```
///
/// # Panics
/// When a slice is shorter than its sizes say.
pub fn matmul(m: usize, k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    for i in 0..m {
        for j in 0..n {
            let mut sum = 0.0;
            for p in 0..k {
                sum += lhs[i * k + p] * rhs[p * n + j];
            }
            out[i * n + j] = sum;
        }
    }
}

/// [`matmul`] of each of `batch` pairs of matrices: (batch, m, k) @ (batch, k, n) into `out` (batch, m, n).
///
/// # Panics
/// When a slice is shorter than its sizes say.
pub fn bmm(batch: usize, m: usize, k: usize, n: usize, lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    for b in 0..batch {
        matmul(m, k, n, &lhs[b * m * k..], &rhs[b * k * n..], &mut out[b * m * n..]);
    }
}

/// `x` (rows, inputs) times the transpose of `weight` (outputs, inputs), then plus `bias` (outputs), into `out`
/// (rows, outputs): the sum of products in ascending order of the inputs from +0, and the bias added last.
///
/// # Panics
/// When a slice is shorter than its sizes say.
pub fn linear(
    rows: usize,
    inputs: usize,
    outputs: usize,
    x: &[f32],
    weight: &[f32],
    bias: Option<&[f32]>,
    out: &mut [f32],
) {
    for i in 0..rows {
        for j in 0..outputs {
            let mut sum = 0.0;
            for p in 0..inputs {
                sum += x[i * inputs + p] * weight[j * inputs + p];
            }
            out[i * outputs + j] = bias.map_or(sum, |bias| sum + bias[j]);
        }
    }
}
