//! The textbook definitions, one loop for each sum. Kernels and traces must agree with them bit for bit.
//!
//! The code is kept simple instead of fast: the order of its additions defines the result.

/// The most terms that a sum of a single column adds plainly one after the other; see [`in_lanes`].
pub const PLAIN_SUM: usize = 256;

/// Whether the sums of a product with `k` terms and `n` columns run in four lanes: those of a single column with more
/// than [`PLAIN_SUM`] terms.
///
/// Row-major columns can be summed side by side, a vector at a time, but the terms of one column lie along the vector.
/// Long ones are therefore dealt out to four partial sums, which is also what keeps their rounding errors small.
pub const fn in_lanes(k: usize, n: usize) -> bool {
    n == 1 && k > PLAIN_SUM
}

/// The sum of `products`, in order, from +0; in lanes: term p to lane p mod 4, and lastly
/// `((lane 0 + lane 1) + lane 2) + lane 3`.
pub(crate) fn sum(lanes: bool, products: impl Iterator<Item = f32>) -> f32 {
    let mut sums = [0.0; 4];
    for (p, product) in products.enumerate() {
        sums[if lanes { p % 4 } else { 0 }] += product;
    }
    if lanes { ((sums[0] + sums[1]) + sums[2]) + sums[3] } else { sums[0] }
}

/// (m, k) @ (k, n) into `out` (m, n), all row-major: `out[i][j] = ((0 + lhs[i][0] rhs[0][j]) + lhs[i][1] rhs[1][j]) + …`,
/// each product and each sum rounded to f32. A single column of more than [`PLAIN_SUM`] terms is summed [in
/// lanes](in_lanes).
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
            out[i * n + j] = sum(in_lanes(k, n), (0..k).map(|p| lhs[i * k + p] * rhs[p * n + j]));
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
/// (rows, outputs): the sum of products in ascending order of the inputs from +0 however many there are, and the bias
/// added last.
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
            let sum = sum(false, (0..inputs).map(|p| x[i * inputs + p] * weight[j * inputs + p]));
            out[i * outputs + j] = bias.map_or(sum, |bias| sum + bias[j]);
        }
    }
}
