//! `rule::bmm`, `rule::linear` and `rule::softmax` against every row that PyTorch printed.

mod shapes_common;

use matwalk_core::rule::{self, BmmError, LinearError, Role, Verdict, Wording};
use matwalk_core::shape::MAX_EXTENT;
use matwalk_core::{MAX_RANK, Shape};
use proptest::prelude::*;
use shapes_common::{agree, both, rows, shape};

fn s(dims: &[usize]) -> Shape {
    Shape::new(dims).unwrap()
}

#[test]
fn every_row_of_bmm_agrees_with_pytorch() {
    let rows = rows("bmm_shapes.json");
    assert_eq!(rows.len(), 6656);
    let failed = rows.into_iter().filter_map(|(input, said)| {
        let (lhs, rhs) = (shape(&input[0]), shape(&input[1]));
        let ours = rule::bmm(lhs, rhs).map(|plan| plan.out).map_err(|e| (e.exception(), both(|w| e.torch_text(w))));
        agree(&format!("bmm {lhs} {rhs}"), ours, said).then_some(())
    });
    let failed = failed.count();
    assert!((1..6656).contains(&failed), "the file holds both: {failed}");
}

#[test]
fn every_row_of_linear_agrees_with_pytorch() {
    let rows = rows("linear_shapes.json");
    assert_eq!(rows.len(), 1602);
    let failed = rows.into_iter().filter_map(|(input, said)| {
        let size = |i: usize| input[i].as_u64().unwrap() as usize;
        let (weight, bias) = (s(&[size(1), size(0)]), input[2].as_bool().unwrap().then(|| s(&[size(1)])));
        let x = shape(&input[3]);
        let ours =
            rule::linear(x, weight, bias).map(|plan| plan.out).map_err(|e| (e.exception(), both(|w| e.torch_text(w))));
        agree(&format!("linear {weight} {bias:?} of {x}"), ours, said).then_some(())
    });
    let failed = failed.count();
    assert!((1..1602).contains(&failed), "the file holds both: {failed}");
}

#[test]
fn every_row_of_softmax_agrees_with_pytorch() {
    let rows = rows("softmax_dim.json");
    assert_eq!(rows.len(), 680);
    let failed = rows.into_iter().filter_map(|(input, said)| {
        let (x, dim) = (shape(&input[0]), input[1].as_i64().unwrap());
        let ours = rule::softmax(x, dim).map(|plan| plan.out).map_err(|e| (e.exception(), both(|w| e.torch_text(w))));
        agree(&format!("softmax {x} {dim}"), ours, said).then_some(())
    });
    let failed = failed.count();
    assert!((1..680).contains(&failed), "the file holds both: {failed}");
}

#[test]
fn results_past_the_limit_are_refused() {
    let half = 1 << 16;
    assert_eq!(rule::bmm(s(&[1, half, 1]), s(&[1, 1, half])), Err(BmmError::TooLarge));
    assert_eq!(rule::bmm(s(&[0, half, 1]), s(&[0, 1, half])), Err(BmmError::TooLarge));
    assert_eq!(rule::linear(s(&[half, 0]), s(&[half, 0]), None), Err(LinearError::TooLarge));
    assert_eq!(rule::linear(s(&[MAX_EXTENT, 1]), s(&[1, 1]), None).unwrap().rows, MAX_EXTENT);
}

#[test]
fn softmax_dims_at_the_ends_of_i64() {
    for dim in [i64::MIN, i64::MAX] {
        let text = rule::softmax(s(&[2, 3]), dim).unwrap_err().torch_text(Wording::New).unwrap();
        assert_eq!(text, format!("Dimension out of range (expected to be in range of [-2, 1], but got {dim})"));
    }
}

#[test]
fn bmm_clashes_wherever_it_would_have_to_broadcast() {
    let verdicts = |lhs: &[usize], rhs: &[usize]| -> Vec<Verdict> {
        rule::align_bmm(s(lhs), s(rhs)).columns().iter().map(|c| c.verdict).collect()
    };
    use Verdict::{Clash, Equal, Inner, Kept};
    assert_eq!(verdicts(&[2, 3, 4], &[2, 4, 5]), [Equal, Kept, Inner, Kept]);
    assert_eq!(verdicts(&[1, 3, 4], &[2, 4, 5]), [Clash, Kept, Inner, Kept]);
    assert_eq!(verdicts(&[3, 4], &[2, 4, 5]), [Clash, Kept, Inner, Kept]);
    // One batch dimension too many on both sides, though they are equal.
    assert_eq!(verdicts(&[2, 2, 3, 4], &[2, 2, 4, 5]), [Clash, Equal, Kept, Inner, Kept]);
}

#[test]
fn a_linear_layer_keeps_all_but_the_last_dimension() {
    let alignment = rule::align_linear(s(&[5, 2, 4]), s(&[3, 4]));
    let out: Vec<_> = alignment.columns().iter().map(|c| c.out.map(|d| (d.index, d.size))).collect();
    assert_eq!(out, [Some((0, 5)), Some((1, 2)), None, Some((2, 3))]);
    let roles: Vec<_> = alignment.columns().iter().map(|c| c.role).collect();
    assert_eq!(roles, [Role::Row, Role::Row, Role::Inner, Role::Col]);
}

fn any_shape() -> impl Strategy<Value = Shape> {
    prop::collection::vec(0usize..4, 0..=MAX_RANK).prop_map(|dims| s(&dims))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn alignments_clash_exactly_where_the_rule_refuses(lhs in any_shape(), rhs in any_shape()) {
        let alignment = rule::align_bmm(lhs, rhs);
        match rule::bmm(lhs, rhs) {
            Ok(plan) => {
                prop_assert!(!alignment.clashes());
                prop_assert_eq!(rule::MatmulPlan::from(plan), rule::matmul(lhs, rhs).unwrap());
                let out: Vec<_> = alignment.columns().iter().filter_map(|c| c.out.map(|d| d.size)).collect();
                prop_assert_eq!(out, plan.out.dims());
            }
            Err(error) => if let Some(clash) = error.clash() {
                prop_assert!(alignment.columns().iter().any(|c| c.clash() == Some(clash)));
            }
        }
        let alignment = rule::align_linear(lhs, rhs);
        prop_assert_eq!(alignment.columns().iter().filter(|c| c.lhs.is_some()).count(), lhs.rank());
        prop_assert_eq!(alignment.columns().iter().filter(|c| c.rhs.is_some()).count(), rhs.rank());
        match rule::linear(lhs, rhs, None) {
            Ok(plan) => {
                prop_assert!(!alignment.clashes());
                let out: Vec<_> = alignment.columns().iter().filter_map(|c| c.out.map(|d| d.size)).collect();
                prop_assert_eq!(out, plan.out.dims());
            }
            Err(error) if error.clash().is_some() => {
                let clash = error.clash().unwrap();
                let column = alignment.columns().iter().find(|c| c.verdict == Verdict::Clash).unwrap();
                prop_assert_eq!((column.role, column.clash()), (Role::Inner, Some(clash)));
            }
            Err(error) => prop_assert_eq!(error.clash(), None),
        }
    }

    #[test]
    fn a_softmax_plan_covers_every_element_once(x in any_shape(), dim in -6i64..6) {
        let Ok(plan) = rule::softmax(x, dim) else { return Ok(()) };
        prop_assert_eq!(plan.outer * plan.len * plan.inner, x.numel());
        if x.rank() > 0 {
            prop_assert_eq!(plan.len, x.dims()[(dim + x.rank() as i64) as usize % x.rank()]);
        }
    }
}
