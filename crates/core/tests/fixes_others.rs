//! Every offered fix of bmm, linear and softmax works.

use matwalk_core::fix::{self, Change, Fix, Source};
use matwalk_core::rule::{self, Operand};
use matwalk_core::shape::MAX_EXTENT;
use matwalk_core::{MAX_RANK, Shape, Tensor};
use proptest::prelude::*;

fn s(dims: &[usize]) -> Shape {
    Shape::new(dims).unwrap()
}

fn left(change: Change) -> Fix {
    Fix::new(Operand::Lhs, change)
}

fn right(change: Change) -> Fix {
    Fix::new(Operand::Rhs, change)
}

fn bias_to(shape: Shape) -> Fix {
    Fix::new(Operand::Bias, Change::Resize(shape))
}

/// All shapes of these ranks with sizes up to `max`.
fn shapes(ranks: std::ops::RangeInclusive<usize>, max: usize) -> Vec<Shape> {
    ranks
        .flat_map(|rank| {
            (0..(max + 1).pow(rank as u32))
                .map(move |code| s(&(0..rank).map(|i| code / (max + 1).pow(i as u32) % (max + 1)).collect::<Vec<_>>()))
        })
        .collect()
}

#[test]
fn every_failing_bmm_of_ranks_two_and_three_can_be_repaired() {
    let shapes = shapes(2..=3, 3);
    for &lhs in &shapes {
        for &rhs in &shapes {
            let fixes = fix::bmm(lhs, rhs);
            assert_eq!(fixes.is_empty(), rule::bmm(lhs, rhs).is_ok(), "bmm {lhs} {rhs}");
            for fix in fixes {
                let (lhs, rhs) = fix.apply_shapes(lhs, rhs);
                assert!(rule::bmm(lhs, rhs).is_ok(), "{fix:?} gives {lhs} {rhs}");
            }
        }
    }
}

#[test]
fn every_failing_linear_layer_can_be_repaired() {
    let biases: Vec<Option<Shape>> = [None].into_iter().chain((0..4).map(|len| Some(s(&[len])))).collect();
    for x in shapes(0..=3, 3) {
        for weight in shapes(2..=2, 3) {
            for &bias in &biases {
                let fixes = fix::linear(x, weight, bias);
                assert_eq!(fixes.is_empty(), rule::linear(x, weight, bias).is_ok(), "{x} {weight} {bias:?}");
                for fix in fixes {
                    let (x, weight) = fix.apply_shapes(x, weight);
                    let bias = bias.map(|b| fix.apply_bias_shape(b));
                    assert!(rule::linear(x, weight, bias).is_ok(), "{fix:?} gives {x} {weight} {bias:?}");
                }
            }
        }
    }
}

#[test]
fn a_teacher_would_say_it_in_this_order() {
    use Change::{Expand, Reshape, Resize, Transpose};
    let bmm = |lhs: &[usize], rhs: &[usize]| fix::bmm(s(lhs), s(rhs));
    assert_eq!(
        bmm(&[2, 3, 4], &[2, 5, 4]),
        [right(Transpose), left(Resize(s(&[2, 3, 5]))), right(Resize(s(&[2, 4, 4])))]
    );
    assert_eq!(
        bmm(&[1, 3, 4], &[2, 4, 5]),
        [left(Expand(s(&[2, 3, 4]))), left(Resize(s(&[2, 3, 4]))), right(Resize(s(&[1, 4, 5])))]
    );
    assert_eq!(bmm(&[3, 4], &[1, 4, 5])[0], left(Reshape(s(&[1, 3, 4]))));
    assert_eq!(bmm(&[3, 4], &[2, 4, 5])[0], left(Expand(s(&[2, 3, 4]))));
    assert_eq!(bmm(&[3, 4], &[4, 5])[0], left(Reshape(s(&[1, 3, 4]))).and(Operand::Rhs, Reshape(s(&[1, 4, 5]))));
    assert_eq!(bmm(&[2, 3, 4], &[4])[0], right(Resize(s(&[2, 4, 4]))));
    let linear = |x: &[usize], weight: &[usize], bias: &[usize]| fix::linear(s(x), s(weight), Some(s(bias)));
    assert_eq!(linear(&[4], &[4, 3], &[3]), [right(Transpose), right(Resize(s(&[3, 4])))]);
    assert_eq!(linear(&[4], &[3, 4], &[2]), [bias_to(s(&[3])), right(Resize(s(&[2, 4])))]);
    assert_eq!(linear(&[5, 2], &[3, 4], &[3]), [left(Resize(s(&[5, 4]))), right(Resize(s(&[3, 2])))]);
    assert_eq!(linear(&[4, 5], &[3, 4], &[3])[0], left(Transpose));
}

#[test]
fn softmax_offers_legal_dims_only() {
    for x in shapes(0..=3, 2) {
        for dim in (-9..9).chain([i64::MIN, i64::MAX]) {
            let fixes = fix::softmax(x, dim);
            assert_eq!(fixes.is_empty(), rule::softmax(x, dim).is_ok());
            for (i, fix) in fixes.iter().enumerate() {
                let (x, dim) = fix.apply(x, dim);
                assert!(rule::softmax(x, dim).is_ok());
                assert!(!fixes[..i].contains(fix));
            }
        }
    }
}

#[test]
fn an_expanded_operand_repeats_and_a_resized_bias_keeps() {
    let lhs = |index| Some(Source { operand: Operand::Lhs, index });
    let (a, b) = (s(&[1, 1, 2]), s(&[2, 2, 1]));
    assert_eq!(left(Change::Expand(s(&[2, 1, 2]))).source_lhs(a, b), [0, 1, 0, 1].map(lhs));
    assert_eq!(left(Change::Expand(s(&[2, 1, 2]))).source_lhs(s(&[1, 2]), b), [0, 1, 0, 1].map(lhs));
    let bias = Tensor::new(s(&[2]), vec![7.0, 8.0]).unwrap();
    let longer = bias_to(s(&[3]));
    assert_eq!(longer.apply_bias(&bias).unwrap().data(), [7.0, 8.0, 0.0]);
    assert_eq!(bias_to(s(&[1])).apply_bias(&bias).unwrap().data(), [7.0]);
    assert_eq!(bias_to(s(&[1])).source_bias(s(&[0, 1]), 0), None);
    assert_eq!(right(Change::Transpose).apply_bias(&bias).unwrap(), bias);
}

fn any_shape() -> impl Strategy<Value = Shape> {
    prop::collection::vec(prop_oneof![4 => 0usize..4, 1 => Just(1 << 13), 1 => Just(MAX_EXTENT)], 0..=MAX_RANK)
        .prop_filter_map("too large", |dims| Shape::new(&dims).ok())
}

/// The sources say nothing about an element that does not exist, and fill the new shape.
fn sources_are_sound(fix: Fix, lhs: Shape, rhs: Shape) -> Result<(), TestCaseError> {
    let (new_lhs, new_rhs) = fix.apply_shapes(lhs, rhs);
    for (new, operand) in [(new_lhs, Operand::Lhs), (new_rhs, Operand::Rhs)] {
        for index in (0..new.numel()).take(500).chain(new.numel().checked_sub(1)) {
            if let Some(source) = fix.source(operand, lhs, rhs, index) {
                let old = if source.operand == Operand::Lhs { lhs } else { rhs };
                prop_assert!(source.index < old.numel(), "{:?} {} {}", fix, lhs, rhs);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_offer_repairs(lhs in any_shape(), rhs in any_shape(), bias in prop::option::of(any_shape())) {
        let fixes = fix::bmm(lhs, rhs);
        for (i, fix) in fixes.iter().enumerate() {
            let (new_lhs, new_rhs) = fix.apply_shapes(lhs, rhs);
            prop_assert!(rule::bmm(new_lhs, new_rhs).is_ok(), "{:?}", fix);
            prop_assert!(!fixes[..i].contains(fix));
            sources_are_sound(*fix, lhs, rhs)?;
        }
        let fixes = fix::linear(lhs, rhs, bias);
        for (i, fix) in fixes.iter().enumerate() {
            let (x, weight) = fix.apply_shapes(lhs, rhs);
            let bias = bias.map(|b| fix.apply_bias_shape(b));
            prop_assert!(rule::linear(x, weight, bias).is_ok(), "{:?}", fix);
            prop_assert!(!fixes[..i].contains(fix));
            sources_are_sound(*fix, lhs, rhs)?;
        }
    }
}
