//! `rule::add` against every row that PyTorch and NumPy printed.

mod shapes_common;

use matwalk_core::rule::{self, AddError, Role, Verdict};
use matwalk_core::shape::MAX_EXTENT;
use matwalk_core::{MAX_RANK, Shape};
use proptest::prelude::*;
use shapes_common::{Said, agree, both, rows, shape, what};

fn s(dims: &[usize]) -> Shape {
    Shape::new(dims).unwrap()
}

#[test]
fn every_row_agrees_with_pytorch_and_numpy() {
    let rows = rows("add_shapes.json");
    assert_eq!(rows.len(), 3000);
    let mut failed = 0;
    for (input, numpy) in rows {
        let (lhs, rhs) = (shape(&input[0]), shape(&input[1]));
        let text = rule::numpy_add_text(lhs, rhs);
        match numpy {
            Said::Shape(out) => assert_eq!((rule::add(lhs, rhs).unwrap().out, text), (out, None)),
            Said::Raised(exception, said) => assert_eq!((exception.as_str(), text), ("ValueError", Some(said))),
        }
        let ours = rule::add(lhs, rhs).map(|plan| plan.out).map_err(|e| (e.exception(), both(|w| e.torch_text(w))));
        failed += usize::from(agree(&format!("{lhs} + {rhs}"), ours, what(&input[2])));
    }
    assert_eq!(failed, 1295);
}

#[test]
fn results_past_the_limit_are_refused() {
    let half = 1 << 16;
    assert_eq!(rule::add(s(&[half, 1]), s(&[half])), Err(AddError::TooLarge));
    assert_eq!(rule::add(s(&[MAX_EXTENT, 1]), s(&[1])).unwrap().out, s(&[MAX_EXTENT, 1]));
    assert_eq!(rule::numpy_add_text(s(&[half, 1]), s(&[half])), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_alignment_says_the_same(
        lhs in prop::collection::vec(0usize..4, 0..=MAX_RANK), rhs in prop::collection::vec(0usize..4, 0..=MAX_RANK)
    ) {
        let (lhs, rhs) = (s(&lhs), s(&rhs));
        let alignment = rule::align_add(lhs, rhs);
        prop_assert!(alignment.columns().iter().all(|c| c.role == Role::Element));
        prop_assert_eq!(alignment.columns().len(), lhs.rank().max(rhs.rank()));
        match rule::add(lhs, rhs) {
            Ok(plan) => {
                prop_assert_eq!(plan.dims(), alignment);
                let out: Vec<usize> = alignment.columns().iter().map(|c| c.out.unwrap().size).collect();
                prop_assert_eq!(out, plan.out.dims());
                for index in 0..plan.out.numel() {
                    // By the multi-index.
                    let place = |own: Shape| {
                        let (mut rest, mut at, mut stride) = (index, 0, 1);
                        for from_right in 1..=own.rank() {
                            let size = plan.out.dims()[plan.out.rank() - from_right];
                            let have = own.dims()[own.rank() - from_right];
                            at += (rest % size).min(have - 1) * stride;
                            (rest, stride) = (rest / size, stride * have);
                        }
                        at
                    };
                    prop_assert_eq!(plan.sources(index), Some((place(lhs), place(rhs))));
                }
                prop_assert_eq!(plan.sources(plan.out.numel()), None);
            }
            Err(error) => {
                // The last of the columns that clash.
                let last = alignment.columns().iter().rposition(|c| c.verdict == Verdict::Clash).unwrap();
                prop_assert_eq!(error.clash(), alignment.columns()[last].clash());
                let AddError::Size { dim, .. } = error else { panic!("{error:?}") };
                prop_assert_eq!(dim, last);
            }
        }
    }
}
