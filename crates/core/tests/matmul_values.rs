//! Products of tensors against what PyTorch computed, within the rounding of another order of summation.
//!
//! Two sums of the same k rounded products, added in any two orders, each differ from the exact sum by at most
//! gamma_k * sum |a||b|, gamma_k = k u / (1 - k u), u = 2^-24 (Higham, Accuracy and Stability of Numerical Algorithms,
//! section 3.1; with or without fused multiply-add). So ours and PyTorch's differ by at most twice that.

use matwalk_core::op::{self, OpError};
use matwalk_core::{Shape, Tensor};
use serde_json::Value;

/// The number in a fixture's cell, where what JSON cannot write is text.
fn number(value: &Value) -> f32 {
    match value.as_str() {
        Some("nan") => f32::NAN,
        Some("inf") => f32::INFINITY,
        Some("-inf") => f32::NEG_INFINITY,
        _ => value.as_f64().expect("a number") as f32,
    }
}

fn shape(value: &Value) -> Shape {
    let sizes: Vec<usize> = value.as_array().unwrap().iter().map(|d| d.as_u64().unwrap() as usize).collect();
    Shape::new(&sizes).unwrap()
}

fn tensor(value: &Value) -> Tensor {
    Tensor::new(shape(&value["shape"]), value["data"].as_array().unwrap().iter().map(number).collect()).unwrap()
}

/// The cases of one operation: inputs and PyTorch's result.
fn cases(op: &str) -> Vec<(Vec<Tensor>, Tensor)> {
    let file: Value = serde_json::from_str(include_str!("fixtures/values.json")).unwrap();
    file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| case["op"] == op)
        .map(|case| (case["inputs"].as_array().unwrap().iter().map(tensor).collect(), tensor(&case["out"])))
        .collect()
}

/// The size of an operand's batch dimension that stands `from_right` places from the innermost; 1 where it has none.
fn batch_size(batch: &[usize], from_right: usize) -> usize {
    batch.len().checked_sub(from_right).map_or(1, |i| batch[i])
}

/// |lhs| @ |rhs| in f64, element by element from the definition of broadcasting.
fn absolute_sums(lhs: &Tensor, rhs: &Tensor) -> Vec<f64> {
    let (l, r) = (lhs.shape(), rhs.shape());
    let mut l = l.dims().to_vec();
    let mut r = r.dims().to_vec();
    if l.len() == 1 {
        l.insert(0, 1);
    }
    if r.len() == 1 {
        r.push(1);
    }
    let (m, k, n) = (l[l.len() - 2], l[l.len() - 1], r[r.len() - 1]);
    let (l, r) = (&l[..l.len() - 2], &r[..r.len() - 2]);
    let rank = l.len().max(r.len());
    let broadcast = |d| if batch_size(l, d) == 1 { batch_size(r, d) } else { batch_size(l, d) };
    let sizes: Vec<usize> = (1..=rank).rev().map(broadcast).collect();
    let mut sums = Vec::new();
    for matrix in 0..sizes.iter().product() {
        // The flat index of the matrix, taken apart from the innermost dimension outwards.
        let (mut rest, mut l_at, mut r_at, mut l_step, mut r_step) = (matrix, 0, 0, 1, 1);
        for d in 1..=rank {
            let (size, x, y) = (sizes[rank - d], batch_size(l, d), batch_size(r, d));
            let at = rest % size;
            rest /= size;
            l_at += if x == 1 { 0 } else { at * l_step };
            r_at += if y == 1 { 0 } else { at * r_step };
            l_step *= x;
            r_step *= y;
        }
        for i in 0..m {
            for j in 0..n {
                let product = |p| {
                    f64::from(lhs.data()[(l_at * m + i) * k + p]).abs()
                        * f64::from(rhs.data()[(r_at * k + p) * n + j]).abs()
                };
                sums.push((0..k).map(product).sum());
            }
        }
    }
    sums
}

/// Asserts that two results of `k` products (and `extra` further additions) are within rounding of each other.
#[track_caller]
fn check(ours: &Tensor, torch: &Tensor, absolute: &[f64], terms: usize, what: &str) {
    assert_eq!(ours.shape(), torch.shape(), "{what}");
    assert_eq!(absolute.len(), torch.data().len(), "{what}: the test's own broadcasting");
    let unit = 0.5 * f64::from(f32::EPSILON);
    let gamma = terms as f64 * unit / (1.0 - terms as f64 * unit);
    for (i, ((&x, &y), &sum)) in ours.data().iter().zip(torch.data()).zip(absolute).enumerate() {
        if !sum.is_finite() {
            assert!(x == y || (x.is_nan() && y.is_nan()), "{what}: element {i} is {x}, not {y}");
            continue;
        }
        let distance = (f64::from(x) - f64::from(y)).abs();
        assert!(distance <= 2.0 * gamma * sum, "{what}: element {i} is {x}, not {y}, which is {distance:e} away");
    }
}

#[test]
fn matmul_agrees_with_torch() {
    let cases = cases("matmul");
    assert_eq!(cases.len(), 34);
    for (inputs, out) in cases {
        let [lhs, rhs] = &inputs[..] else { panic!("two operands") };
        let k = *lhs.shape().dims().last().unwrap();
        let what = format!("matmul of {} and {}", lhs.shape(), rhs.shape());
        check(&op::matmul(lhs, rhs).unwrap(), &out, &absolute_sums(lhs, rhs), k, &what);
    }
}

#[test]
fn bmm_agrees_with_torch() {
    let cases = cases("bmm");
    assert_eq!(cases.len(), 4);
    for (inputs, out) in cases {
        let [lhs, rhs] = &inputs[..] else { panic!("two operands") };
        let what = format!("bmm of {} and {}", lhs.shape(), rhs.shape());
        check(&op::bmm(lhs, rhs).unwrap(), &out, &absolute_sums(lhs, rhs), lhs.shape().dims()[2], &what);
    }
}

#[test]
fn linear_agrees_with_torch() {
    let cases = cases("linear");
    assert_eq!(cases.len(), 12);
    for (inputs, out) in cases {
        let (x, weight, bias) = (&inputs[0], &inputs[1], inputs.get(2));
        let [outputs, features] = *weight.shape().dims() else { panic!("a weight of rank 2") };
        // The transpose, and the bias as one more input that is always 1.
        let transposed = Tensor::from_fn(Shape::matrix(features, outputs).unwrap(), |i| {
            weight.data()[i % outputs * features + i / outputs]
        });
        let mut absolute = absolute_sums(x, &transposed.unwrap());
        for (i, sum) in absolute.iter_mut().enumerate() {
            *sum += bias.map_or(0.0, |bias| f64::from(bias.data()[i % outputs]).abs());
        }
        let what = format!("linear of {} by {}, bias: {}", x.shape(), weight.shape(), bias.is_some());
        let ours = op::linear(x, weight, bias).unwrap();
        check(&ours, &out, &absolute, features + 1, &what);
    }
}

/// Numbers of its own, so that a matrix used in another's place shows.
fn counting(sizes: &[usize]) -> Tensor {
    Tensor::from_fn(Shape::new(sizes).unwrap(), |i| (i % 23) as f32 - 11.0).unwrap()
}

#[test]
fn batches_broadcast_at_every_rank() {
    // Small whole numbers: sums are exact, so f64 gives the expected values in any order.
    for (lhs, rhs) in [
        (&[3][..], &[3][..]),
        (&[3], &[2, 3, 4]),
        (&[2, 4, 3], &[3]),
        (&[2, 4, 3], &[3, 5]),
        (&[4, 3], &[2, 3, 5]),
        (&[2, 1, 4, 3], &[5, 3, 2]),
        (&[1, 2, 4, 3], &[2, 1, 3, 2]),
        (&[2, 2, 4, 3], &[2, 2, 3, 2]),
        (&[2, 1, 2, 1, 2, 3], &[1, 3, 1, 2, 3, 4]),
        (&[0, 4, 3], &[1, 3, 2]),
        (&[2, 0, 3], &[2, 3, 2]),
        (&[2, 4, 0], &[2, 0, 3]),
    ] {
        let (lhs, rhs) = (counting(lhs), counting(rhs));
        let out = op::matmul(&lhs, &rhs).unwrap();
        let signed = exact(&lhs, &rhs);
        assert_eq!(out.data(), signed, "{} @ {}", lhs.shape(), rhs.shape());
    }
}

/// lhs @ rhs from sums of absolute values: (a + 11)(b + 11) are products of values that are not negative, and
/// a b = (a + 11)(b + 11) - 11 (a + 11) - 11 (b + 11) + 121.
fn exact(lhs: &Tensor, rhs: &Tensor) -> Vec<f32> {
    let shift = |t: &Tensor| Tensor::from_fn(t.shape(), |i| t.data()[i] + 11.0).unwrap();
    let ones = |t: &Tensor| Tensor::from_fn(t.shape(), |_| 11.0).unwrap();
    let (l, r) = (shift(lhs), shift(rhs));
    let products = absolute_sums(&l, &r);
    let rows = absolute_sums(&l, &ones(rhs));
    let cols = absolute_sums(&ones(lhs), &r);
    let last = absolute_sums(&ones(lhs), &ones(rhs));
    (0..products.len()).map(|i| (products[i] - rows[i] - cols[i] + last[i]) as f32).collect()
}

#[test]
fn huge_results_are_refused_before_allocation() {
    let column = Tensor::zeros(Shape::new(&[1 << 14, 1]).unwrap()).unwrap();
    let row = Tensor::zeros(Shape::new(&[1, 1 << 13]).unwrap()).unwrap();
    let refused = Err(OpError::TooLarge { numel: 1 << 27 });
    assert_eq!(op::matmul(&column, &row), refused);
    let tall = Tensor::zeros(Shape::new(&[1 << 13, 1]).unwrap()).unwrap();
    assert_eq!(op::linear(&column, &tall, None), refused);
    let batch = |sizes| Tensor::zeros(Shape::new(sizes).unwrap()).unwrap();
    assert_eq!(op::bmm(&batch(&[2, 1 << 13, 1]), &batch(&[2, 1, 1 << 13])), refused);
}

#[test]
fn shapes_without_a_product_are_errors() {
    let (lhs, rhs) = (counting(&[2, 3]), counting(&[2, 3]));
    assert!(matches!(op::matmul(&lhs, &rhs), Err(OpError::Matmul(_))));
    let scalar = Tensor::zeros(Shape::SCALAR).unwrap();
    assert!(matches!(op::matmul(&scalar, &rhs), Err(OpError::Matmul(_))));
    assert!(matches!(op::bmm(&lhs, &rhs), Err(OpError::Bmm(_))));
    assert!(matches!(op::linear(&scalar, &rhs, None), Err(OpError::Linear(_))));
}
