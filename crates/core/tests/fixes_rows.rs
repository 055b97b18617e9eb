//! Every failing row of the PyTorch fixtures has at least one fix, and every fix that is offered runs by the rule itself.

mod shapes_common;

use matwalk_core::fix::{self, Fix};
use matwalk_core::{Shape, rule};
use shapes_common::{maybe_shape, rows, shape};

fn s(dims: &[usize]) -> Shape {
    Shape::new(dims).unwrap()
}

/// Checks the fixes of one row; whether it fails without one.
fn check(what: &str, runs: bool, fixes: &[Fix], accepts: impl Fn(&Fix) -> bool) -> usize {
    assert_eq!(fixes.is_empty(), runs, "{what}");
    for (i, fix) in fixes.iter().enumerate() {
        assert!(accepts(fix), "{what}: {fix:?}");
        assert!(!fixes[..i].contains(fix), "{what}: {fix:?} twice");
    }
    usize::from(!runs)
}

type Rule = fn(Shape, Shape) -> bool;

fn pairs(file: &str, fixes: fn(Shape, Shape) -> Vec<Fix>, runs: Rule) -> usize {
    let check_row = |lhs, rhs| {
        let accepts = |fix: &Fix| {
            let (lhs, rhs) = fix.apply_shapes(lhs, rhs);
            runs(lhs, rhs)
        };
        check(&format!("{file} {lhs} {rhs}"), runs(lhs, rhs), &fixes(lhs, rhs), accepts)
    };
    rows(file).into_iter().map(|(input, _)| check_row(shape(&input[0]), shape(&input[1]))).sum()
}

fn layer(x: Shape, weight: Shape, bias: Option<Shape>) -> usize {
    let accepts = |fix: &Fix| {
        let (x, weight) = fix.apply_shapes(x, weight);
        rule::linear(x, weight, bias.map(|bias| fix.apply_bias_shape(bias))).is_ok()
    };
    let what = format!("linear {x} {weight} {bias:?}");
    check(&what, rule::linear(x, weight, bias).is_ok(), &fix::linear(x, weight, bias), accepts)
}

#[test]
fn matmul() {
    assert!(pairs("matmul_shapes.json", fix::matmul, |a, b| rule::matmul(a, b).is_ok()) > 5000);
}

#[test]
fn bmm() {
    assert!(pairs("bmm_shapes.json", fix::bmm, |a, b| rule::bmm(a, b).is_ok()) > 6000);
}

#[test]
fn add() {
    assert_eq!(pairs("add_shapes.json", fix::add, |a, b| rule::add(a, b).is_ok()), 1295);
}

#[test]
fn linear() {
    let failing = rows("flinear_shapes.json")
        .into_iter()
        .map(|(input, _)| layer(shape(&input[0]), shape(&input[1]), maybe_shape(&input[2])));
    assert_eq!(failing.sum::<usize>(), 6000 - 592 - 84);
    let failing = rows("linear_shapes.json").into_iter().map(|(input, _)| {
        let size = |i: usize| input[i].as_u64().unwrap() as usize;
        let bias = input[2].as_bool().unwrap().then(|| s(&[size(1)]));
        layer(shape(&input[3]), s(&[size(1), size(0)]), bias)
    });
    assert!(failing.sum::<usize>() > 900);
}

#[test]
fn softmax() {
    let failing = rows("softmax_dim.json").into_iter().filter(|(input, _)| {
        let (x, dim) = (shape(&input[0]), input[1].as_i64().unwrap());
        let (runs, fixes) = (rule::softmax(x, dim).is_ok(), fix::softmax(x, dim));
        assert_eq!(fixes.is_empty(), runs, "{x} {dim}");
        for fix in fixes {
            let (x, dim) = fix.apply(x, dim);
            assert!(rule::softmax(x, dim).is_ok(), "{fix:?}");
        }
        !runs
    });
    assert_eq!(failing.count(), 222);
}

#[test]
fn the_fix_that_keeps_every_number_comes_first() {
    use matwalk_core::fix::Change::{Expand, Reshape, Transpose};
    use matwalk_core::rule::Operand::{Bias, Lhs, Rhs};
    let linear = |x: &[usize], weight: &[usize], bias: &[usize]| fix::linear(s(x), s(weight), Some(s(bias)))[0];
    // x.flatten(1); x.reshape(-1, 784); weight.T; bias.flatten().
    assert_eq!(linear(&[64, 1, 28, 28], &[256, 784], &[256]), Fix::new(Lhs, Reshape(s(&[64, 784]))));
    assert_eq!(linear(&[25088], &[10, 784], &[10]), Fix::new(Lhs, Reshape(s(&[32, 784]))));
    assert_eq!(linear(&[32, 784], &[784, 10], &[10]), Fix::new(Rhs, Transpose));
    assert_eq!(linear(&[2, 3], &[4, 3], &[4, 1]), Fix::new(Bias, Reshape(s(&[4]))));
    let matmul = |lhs: &[usize], rhs: &[usize]| fix::matmul(s(lhs), s(rhs))[0];
    assert_eq!(matmul(&[10, 5, 20], &[10, 20]), Fix::new(Rhs, Reshape(s(&[10, 20, 1]))));
    assert_eq!(matmul(&[64, 1, 28, 28], &[784, 256]), Fix::new(Lhs, Reshape(s(&[64, 784]))));
    assert_eq!(matmul(&[2, 8, 64, 32], &[2, 8, 64, 32]), Fix::new(Lhs, Transpose));
    assert_eq!(fix::bmm(s(&[1, 3, 4]), s(&[2, 4, 5]))[0], Fix::new(Lhs, Expand(s(&[2, 3, 4]))));
    let add = |lhs: &[usize], rhs: &[usize]| fix::add(s(lhs), s(rhs))[0];
    assert_eq!(add(&[8, 3, 32], &[8, 3]), Fix::new(Rhs, Reshape(s(&[8, 3, 1]))));
    assert_eq!(add(&[8, 3], &[3, 8]), Fix::new(Lhs, Transpose));
    assert_eq!(add(&[2, 3, 1], &[2, 3]), Fix::new(Rhs, Reshape(s(&[2, 3, 1]))));
}
