//! Shape rules and repairs of any two shapes: no panic, no overflow, and what they say holds together.

use super::shapes::Bytes;
use matwalk_core::fix::{self, Fix};
use matwalk_core::rule::{self, Exception, Kind, Wording};
use matwalk_core::{Shape, Tensor};

/// One input of the fuzzer.
pub fn check(data: &[u8]) {
    let mut bytes = Bytes(data);
    let (Some(lhs), Some(rhs)) = (bytes.shape(), bytes.shape()) else { return };
    let bias = if bytes.byte() % 2 == 0 { None } else { bytes.shape() };
    let dim = if bytes.byte() % 2 == 0 { i64::from(bytes.byte()) - 128 } else { bytes.word() as i64 };
    matmul(lhs, rhs);
    bmm(lhs, rhs);
    linear(lhs, rhs, bias);
    softmax(lhs, dim);
    add(lhs, rhs);
}

fn add(lhs: Shape, rhs: Shape) {
    let alignment = rule::align_add(lhs, rhs);
    match rule::add(lhs, rhs) {
        Ok(plan) => {
            assert!(!alignment.clashes());
            if let Some(last) = plan.out.numel().checked_sub(1) {
                assert_eq!(plan.sources(last), Some((lhs.numel() - 1, rhs.numel() - 1)));
            }
        }
        Err(error) => {
            text(error.kind(), error.exception(), [Wording::New, Wording::Old].map(|w| error.torch_text(w)));
            fixes(lhs, rhs, &fix::add(lhs, rhs), |lhs, rhs| rule::add(lhs, rhs).is_ok());
        }
    }
}

fn matmul(lhs: Shape, rhs: Shape) {
    let alignment = rule::align(lhs, rhs);
    match rule::matmul(lhs, rhs) {
        Ok(plan) => {
            assert!(!alignment.clashes());
            let (lhs_matrices, rhs_matrices) = (matrices(lhs), matrices(rhs));
            assert_eq!(plan.batch_offsets().len(), plan.batch.numel());
            for (l, r, _) in plan.batch_offsets().take(100) {
                assert!(l < lhs_matrices && r < rhs_matrices);
            }
            if let Some(last) = plan.batch.numel().checked_sub(1) {
                let (l, r, _) = plan.batch_offset(last).unwrap();
                assert_eq!((l + 1, r + 1), (lhs_matrices, rhs_matrices));
            }
            assert!(fix::matmul(lhs, rhs).is_empty());
        }
        Err(error) => {
            text(error.kind(), error.exception(), [Wording::New, Wording::Old].map(|w| error.torch_text(w)));
            assert_eq!(error.clash().is_some(), matches!(error.kind(), Kind::Inner | Kind::Batch));
            fixes(lhs, rhs, &fix::matmul(lhs, rhs), |lhs, rhs| rule::matmul(lhs, rhs).is_ok());
        }
    }
}

fn bmm(lhs: Shape, rhs: Shape) {
    let alignment = rule::align_bmm(lhs, rhs);
    match rule::bmm(lhs, rhs) {
        Ok(plan) => {
            assert!(!alignment.clashes());
            assert_eq!(rule::matmul(lhs, rhs).unwrap(), plan.into());
        }
        Err(error) => {
            text(error.kind(), error.exception(), [Wording::New, Wording::Old].map(|w| error.torch_text(w)));
            fixes(lhs, rhs, &fix::bmm(lhs, rhs), |lhs, rhs| rule::bmm(lhs, rhs).is_ok());
        }
    }
}

fn linear(x: Shape, weight: Shape, bias: Option<Shape>) {
    rule::align_linear(x, weight);
    match rule::linear(x, weight, bias) {
        Ok(plan) => {
            let turned = match weight.rank() {
                1 => weight,
                _ => Shape::matrix(plan.in_features, plan.out_features).unwrap(),
            };
            assert_eq!(rule::matmul(x, turned).unwrap().out, plan.out);
            assert_eq!(plan.bias_target.numel(), plan.out.numel());
            plan.parameters();
        }
        Err(error) => {
            text(error.kind(), error.exception(), [Wording::New, Wording::Old].map(|w| error.torch_text(w)));
            for fix in fix::linear(x, weight, bias) {
                let (x, weight) = fix.apply_shapes(x, weight);
                assert!(rule::linear(x, weight, bias.map(|b| fix.apply_bias_shape(b))).is_ok());
            }
        }
    }
}

fn softmax(x: Shape, dim: i64) {
    match rule::softmax(x, dim) {
        Ok(plan) => assert_eq!(plan.outer * plan.len * plan.inner, x.numel()),
        Err(error) => {
            text(error.kind(), error.exception(), [Wording::New, Wording::Old].map(|w| error.torch_text(w)));
            for fix in fix::softmax(x, dim) {
                let (x, dim) = fix.apply(x, dim);
                assert!(rule::softmax(x, dim).is_ok());
            }
        }
    }
}

fn matrices(shape: Shape) -> usize {
    shape.dims().iter().rev().skip(2).product()
}

/// PyTorch has a text for every mistake but a result past this crate's own limit.
fn text(kind: Kind, exception: Option<Exception>, [new, old]: [Option<String>; 2]) {
    assert_eq!((new.is_none(), exception.is_none()), (kind == Kind::TooLarge, kind == Kind::TooLarge));
    assert!(new.unwrap_or_default().ends_with(&old.unwrap_or_default()));
}

fn fixes(lhs: Shape, rhs: Shape, fixes: &[Fix], accepts: impl Fn(Shape, Shape) -> bool) {
    for fix in fixes {
        let (new_lhs, new_rhs) = fix.apply_shapes(lhs, rhs);
        assert!(accepts(new_lhs, new_rhs), "{fix:?}");
        if [lhs, rhs, new_lhs, new_rhs].iter().all(|shape| shape.numel() < 1000) {
            let zeros = |shape| Tensor::zeros(shape).unwrap();
            let (a, b) = fix.apply(&zeros(lhs), &zeros(rhs)).unwrap();
            assert_eq!((a.shape(), b.shape()), (new_lhs, new_rhs));
        }
    }
}
