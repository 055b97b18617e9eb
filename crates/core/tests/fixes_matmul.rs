//! Every offered fix of a product works, and keeps what it can.

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

#[test]
fn every_failing_pair_of_vectors_and_matrices_can_be_repaired() {
    // Two sizes each way would be enough for the rule; 16 is what the page's grids hold.
    let mut shapes: Vec<Shape> = (0..=16).map(|k| s(&[k])).collect();
    for rows in 0..=16 {
        shapes.extend((0..=16).map(|cols| s(&[rows, cols])));
    }
    let mut failing = 0;
    for &lhs in &shapes {
        for &rhs in &shapes {
            let fixes = fix::matmul(lhs, rhs);
            assert_eq!(fixes.is_empty(), rule::matmul(lhs, rhs).is_ok(), "{lhs} @ {rhs}: {fixes:?}");
            failing += usize::from(!fixes.is_empty());
            for fix in fixes {
                let (lhs, rhs) = fix.apply_shapes(lhs, rhs);
                assert!(rule::matmul(lhs, rhs).is_ok(), "{fix:?} gives {lhs} @ {rhs}");
                // No repair grows past what the page's grids hold.
                assert!(lhs.dims().iter().chain(rhs.dims()).all(|&size| size <= 16), "{fix:?}");
            }
        }
    }
    // Inner sizes agree in one case of 17; there are 17 + 17 * 17 shapes on either side.
    assert_eq!(failing, 306 * 306 / 17 * 16);
}

#[test]
fn a_teacher_would_say_it_in_this_order() {
    use Change::{Reshape, Resize, Transpose};
    use Fix::Swap;
    let cases: [(&[usize], &[usize], &[Fix]); 9] = [
        (&[2, 3], &[2, 3], &[left(Transpose), right(Transpose), right(Resize(s(&[3, 3]))), left(Resize(s(&[2, 2])))]),
        (&[2, 3], &[4, 2], &[Swap, left(Resize(s(&[2, 4]))), right(Resize(s(&[3, 2])))]),
        (&[2, 3], &[4, 5], &[left(Resize(s(&[2, 4]))), right(Resize(s(&[3, 5])))]),
        (&[3], &[4], &[left(Resize(s(&[4]))), right(Resize(s(&[3])))]),
        (&[3], &[2, 3], &[right(Transpose), Swap, right(Resize(s(&[3, 3]))), left(Resize(s(&[2])))]),
        (&[3], &[1, 4], &[left(Reshape(s(&[3, 1]))), right(Resize(s(&[3, 4]))), left(Resize(s(&[1])))]),
        (&[3, 1], &[4], &[right(Reshape(s(&[1, 4]))), left(Resize(s(&[3, 4]))), right(Resize(s(&[1])))]),
        (&[], &[3, 2], &[left(Resize(s(&[3])))]),
        (
            &[2, 3, 4],
            &[5, 4, 6],
            &[
                left(Resize(s(&[5, 3, 4]))),
                left(Resize(s(&[1, 3, 4]))),
                right(Resize(s(&[2, 4, 6]))),
                right(Resize(s(&[1, 4, 6]))),
            ],
        ),
    ];
    for (lhs, rhs, expected) in cases {
        assert_eq!(fix::matmul(s(lhs), s(rhs)), expected, "{lhs:?} @ {rhs:?}");
    }
}

#[test]
fn sources_tell_where_each_element_came_from() {
    let lhs = |index| Some(Source { operand: Operand::Lhs, index });
    let (a, b) = (s(&[2, 3]), s(&[2, 2]));
    assert_eq!(left(Change::Transpose).source_lhs(a, b), [0, 3, 1, 4, 2, 5].map(lhs));
    assert_eq!(left(Change::Resize(s(&[2, 2]))).source_lhs(a, b), [0, 1, 3, 4].map(lhs));
    let wider = left(Change::Resize(s(&[1, 2, 4]))).source_lhs(a, b);
    assert_eq!(wider, [lhs(0), lhs(1), lhs(2), None, lhs(3), lhs(4), lhs(5), None]);
    assert_eq!(Fix::Swap.source_rhs(a, b), [0, 1, 2, 3, 4, 5].map(lhs));
    // A dimension that goes away is cut at its first index.
    assert_eq!(left(Change::Resize(s(&[3]))).source_lhs(a, b), [0, 1, 2].map(lhs));
    // Nothing can come out of an empty tensor.
    assert_eq!(left(Change::Resize(s(&[1, 1]))).source_lhs(s(&[0, 1]), b), [None]);
    assert_eq!(left(Change::Resize(s(&[1]))).source_lhs(s(&[0, 1]), b), [None]);
}

fn any_shape() -> impl Strategy<Value = Shape> {
    prop::collection::vec(prop_oneof![3 => 1usize..4, 1 => Just(0)], 0..=MAX_RANK).prop_map(|dims| s(&dims))
}

/// The multi-index of row-major `index`.
fn position(shape: Shape, mut index: usize) -> Vec<usize> {
    let mut at: Vec<usize> = shape
        .dims()
        .iter()
        .rev()
        .map(|&size| {
            let i = index % size;
            index /= size;
            i
        })
        .collect();
    at.reverse();
    at
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_offer_repairs_and_no_two_are_the_same(lhs in any_shape(), rhs in any_shape()) {
        let fixes = fix::matmul(lhs, rhs);
        prop_assert_eq!(fixes.is_empty(), rule::matmul(lhs, rhs).is_ok(), "{} @ {}", lhs, rhs);
        let mut seen = Vec::new();
        for fix in fixes {
            let (new_lhs, new_rhs) = fix.apply_shapes(lhs, rhs);
            prop_assert!(rule::matmul(new_lhs, new_rhs).is_ok(), "{:?}: {} @ {}", fix, new_lhs, new_rhs);
            let result = (new_lhs, new_rhs, fix.source_lhs(lhs, rhs), fix.source_rhs(lhs, rhs));
            prop_assert!(!seen.contains(&result), "{:?} does what another one did", fix);
            seen.push(result);
        }
    }

    #[test]
    fn values_that_have_a_place_keep_it(lhs in any_shape(), rhs in any_shape()) {
        // Distinct values, none of them zero: the left positive, the right negative.
        let a = Tensor::from_fn(lhs, |i| i as f32 + 1.0).unwrap();
        let b = Tensor::from_fn(rhs, |i| -(i as f32) - 1.0).unwrap();
        for fix in fix::matmul(lhs, rhs) {
            let (x, y) = fix.apply(&a, &b).unwrap();
            prop_assert_eq!((x.shape(), y.shape()), fix.apply_shapes(lhs, rhs));
            for (new, old, operand) in [(&x, &a, Operand::Lhs), (&y, &b, Operand::Rhs)] {
                let expected: Vec<f32> = (0..new.shape().numel()).map(|i| match (fix, operand) {
                    (Fix::Swap, Operand::Lhs) => b.data()[i],
                    (Fix::Swap, Operand::Rhs) => a.data()[i],
                    _ => old_value(fix, operand, old, position(new.shape(), i), i),
                }).collect();
                prop_assert_eq!(new.data(), &expected, "{:?}", fix);
            }
        }
    }

    #[test]
    fn huge_shapes_are_repaired_without_overflow(
        lhs in prop::collection::vec(prop_oneof![0usize..3, Just(1 << 13), Just(1 << 20), Just(MAX_EXTENT)], 0..=4),
        rhs in prop::collection::vec(prop_oneof![0usize..3, Just(1 << 13), Just(1 << 20), Just(MAX_EXTENT)], 0..=4),
    ) {
        let (Ok(lhs), Ok(rhs)) = (Shape::new(&lhs), Shape::new(&rhs)) else { return Ok(()) };
        for fix in fix::matmul(lhs, rhs) {
            let (new_lhs, new_rhs) = fix.apply_shapes(lhs, rhs);
            prop_assert!(rule::matmul(new_lhs, new_rhs).is_ok());
            if Tensor::check(lhs).is_ok() && Tensor::check(rhs).is_ok() {
                prop_assert!(Tensor::check(new_lhs).is_ok() && Tensor::check(new_rhs).is_ok());
            }
        }
    }
}

/// What stands at multi-index `at` (row-major `index`) afterwards, by the meaning of the fix.
fn old_value(fix: Fix, operand: Operand, old: &Tensor, mut at: Vec<usize>, index: usize) -> f32 {
    let Fix::Edit(edits) = fix else { panic!("{fix:?}") };
    match edits.of(operand) {
        Some(Change::Transpose) => {
            let n = at.len();
            if n >= 2 {
                at.swap(n - 1, n - 2);
            }
        }
        Some(Change::Resize(_)) => {}
        _ => return old.data()[index],
    }
    while at.len() > old.shape().rank() {
        if at.remove(0) > 0 {
            return 0.0;
        }
    }
    while at.len() < old.shape().rank() {
        at.insert(0, 0);
    }
    if at.iter().zip(old.shape().dims()).any(|(i, size)| i >= size) {
        return 0.0;
    }
    old.data()[at.iter().zip(old.shape().dims()).fold(0, |offset, (i, size)| offset * size + i)]
}
