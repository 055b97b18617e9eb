//! Every operation on tensors of arbitrary shapes: the bits of the textbook, or a refusal before anything is allocated.

use super::shapes::Bytes;
use matwalk_core::op::{self, OpError};
use matwalk_core::softmax::{self, Options};
use matwalk_core::tensor::MAX_NUMEL;
use matwalk_core::{Shape, Tensor, rule};

/// Larger operands tell nothing new, but a product of two such may be larger than any tensor.
const MAX_OPERAND: usize = 1 << 14;
/// The largest result that is computed at all: one past [`MAX_NUMEL`] must be refused, those between only cost time.
const MAX_RESULT: usize = 1 << 12;

/// One input of the fuzzer.
pub fn check(data: &[u8]) {
    let mut bytes = Bytes(data);
    let (Some(lhs), Some(rhs)) = (tensor(&mut bytes), tensor(&mut bytes)) else { return };
    let dim = i64::from(bytes.byte()) % 16 - 8;
    let bias = if bytes.byte() % 2 == 0 { None } else { tensor(&mut bytes) };
    matmul(&lhs, &rhs);
    bmm(&lhs, &rhs);
    linear(&lhs, &rhs, bias.as_ref());
    along(&lhs, dim);
}

/// A tensor of whatever bits come, NaN and infinities among them, or of small integers.
fn tensor(bytes: &mut Bytes) -> Option<Tensor> {
    let shape = bytes.shape().filter(|shape| shape.numel() <= MAX_OPERAND)?;
    let seed = bytes.word();
    let value = |i| {
        let mixed = (seed ^ i as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        if seed.is_multiple_of(4) { f32::from_bits((mixed >> 32) as u32) } else { (mixed >> 58) as f32 - 32.0 }
    };
    Tensor::from_fn(shape, value).ok()
}

fn matmul(lhs: &Tensor, rhs: &Tensor) {
    let plan = rule::matmul(lhs.shape(), rhs.shape()).map_err(OpError::Matmul);
    judge(plan.map(|plan| plan.out), || op::matmul(lhs, rhs), || products(lhs, rhs));
}

fn bmm(lhs: &Tensor, rhs: &Tensor) {
    let plan = rule::bmm(lhs.shape(), rhs.shape()).map_err(OpError::Bmm);
    judge(plan.map(|plan| plan.out), || op::bmm(lhs, rhs), || products(lhs, rhs));
}

fn linear(x: &Tensor, weight: &Tensor, bias: Option<&Tensor>) {
    let plan = rule::linear(x.shape(), weight.shape(), bias.map(Tensor::shape)).map_err(OpError::Linear);
    let inputs = plan.map_or(0, |plan| plan.in_features);
    let outputs = plan.map_or(0, |plan| plan.out_features);
    let textbook = || {
        let y = |i: usize| {
            let (x, weight) = (&x.data()[i / outputs * inputs..], &weight.data()[i % outputs * inputs..]);
            let sum = x.iter().zip(weight).take(inputs).fold(0.0, |sum, (x, w)| sum + x * w);
            let target = plan.map_or(Shape::SCALAR, |plan| plan.bias_target);
            bias.map_or(sum, |bias| sum + bias.data()[under(target, i, bias.shape())])
        };
        (0..plan.map_or(0, |plan| plan.out.numel())).map(y).collect()
    };
    judge(plan.map(|plan| plan.out), || op::linear(x, weight, bias), textbook);
}

/// The row-major index in `own`, laid over `target` from the right, of what stands at row-major `index` there.
fn under(target: Shape, mut index: usize, own: Shape) -> usize {
    let (mut at, mut stride) = (0, 1);
    for (&size, &have) in target.dims().iter().rev().zip(own.dims().iter().rev()) {
        at += (index % size).min(have - 1) * stride;
        (index, stride) = (index / size, stride * have);
    }
    at
}

fn along(x: &Tensor, dim: i64) {
    let wide: Vec<f64> = x.data().iter().copied().map(f64::from).collect();
    match rule::softmax(x.shape(), dim) {
        Ok(_) => {
            let y = softmax::softmax(x, dim).unwrap();
            assert_eq!(y.shape(), x.shape());
            let phases = softmax::softmax_with(&wide, x.shape(), dim, Options::default()).unwrap();
            assert_eq!(y.data().len(), phases.len());
            assert!(y.data().iter().zip(&phases).all(|(&y, &p)| same(y, p as f32)));
            softmax::log_softmax(x, dim).unwrap();
        }
        Err(expected) => assert_eq!(softmax::softmax(x, dim), Err(expected)),
    }
}

/// Holds an operation against the rule's result shape and the textbook's values.
fn judge(rule: Result<Shape, OpError>, run: impl Fn() -> Result<Tensor, OpError>, textbook: impl Fn() -> Vec<f32>) {
    match rule {
        Err(error) => assert_eq!(run(), Err(error)),
        Ok(out) if out.numel() > MAX_NUMEL => assert_eq!(run(), Err(OpError::TooLarge { numel: out.numel() })),
        Ok(out) if out.numel() > MAX_RESULT => {}
        Ok(out) => {
            let (ours, textbook) = (run().unwrap(), textbook());
            assert_eq!((ours.shape(), ours.data().len()), (out, textbook.len()));
            assert!(ours.data().iter().zip(&textbook).all(|(&a, &b)| same(a, b)));
        }
    }
}

fn same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

/// Each element of the product by its own loop in ascending k from +0.
fn products(lhs: &Tensor, rhs: &Tensor) -> Vec<f32> {
    let plan = rule::matmul(lhs.shape(), rhs.shape()).unwrap();
    let (m, k, n) = (plan.m, plan.k, plan.n);
    let mut values = Vec::with_capacity(plan.out.numel());
    // A batch of empty matrices may be long.
    for (l, r, _) in plan.batch_offsets().take(plan.out.numel()) {
        for (i, j) in (0..m).flat_map(|i| (0..n).map(move |j| (i, j))) {
            let term = |p| lhs.data()[(l * m + i) * k + p] * rhs.data()[(r * k + p) * n + j];
            values.push((0..k).fold(0.0f32, |sum, p| sum + term(p)));
        }
    }
    values
}
