//! `rule::matmul` against every row that PyTorch printed.

mod shapes_common;

use matwalk_core::rule::{self, Kind, MatmulError, Role, Verdict, Wording};
use matwalk_core::{MAX_RANK, Shape, shape::MAX_EXTENT};
use proptest::prelude::*;
use shapes_common::{agree, both, rows, shape};

#[test]
fn every_row_agrees_with_pytorch() {
    let rows = rows("matmul_shapes.json");
    assert_eq!(rows.len(), 7270);
    let mut failed = 0;
    for (input, said) in rows {
        let (lhs, rhs) = (shape(&input[0]), shape(&input[1]));
        let ours = rule::matmul(lhs, rhs).map(|plan| plan.out);
        let ours = ours.map_err(|e| (e.exception(), both(|w| e.torch_text(w))));
        failed += usize::from(agree(&format!("{lhs} @ {rhs}"), ours, said));
    }
    assert!(failed > 1000, "the file holds failures too: {failed}");
}

fn any_shape(max_rank: usize) -> impl Strategy<Value = Shape> {
    let size = prop_oneof![4 => 0usize..4, 1 => Just(1)];
    prop::collection::vec(size, 0..=max_rank).prop_map(|dims| Shape::new(&dims).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn alignment_and_verdict_tell_the_same_story(lhs in any_shape(MAX_RANK), rhs in any_shape(MAX_RANK)) {
        let alignment = rule::align(lhs, rhs);
        for column in alignment.columns() {
            for (dim, shape) in [(column.lhs, lhs), (column.rhs, rhs)] {
                if let Some(dim) = dim {
                    prop_assert_eq!(shape.dims()[dim.index], dim.size);
                }
            }
        }
        // Every dimension of either operand stands in exactly one column.
        prop_assert_eq!(alignment.columns().iter().filter(|c| c.lhs.is_some()).count(), lhs.rank());
        prop_assert_eq!(alignment.columns().iter().filter(|c| c.rhs.is_some()).count(), rhs.rank());
        match rule::matmul(lhs, rhs) {
            Ok(plan) => {
                prop_assert!(!alignment.clashes());
                prop_assert_eq!(plan.dims(), alignment);
                let out: Vec<_> = alignment.columns().iter().filter_map(|c| c.out).collect();
                prop_assert!(out.iter().enumerate().all(|(i, dim)| dim.index == i));
                prop_assert_eq!(out.iter().map(|d| d.size).collect::<Vec<_>>(), plan.out.dims());
            }
            Err(MatmulError::ScalarOperand { .. }) => prop_assert!(lhs.rank() == 0 || rhs.rank() == 0),
            Err(error) => {
                let clash = error.clash().unwrap();
                prop_assert!(alignment.columns().iter().any(|c| c.clash() == Some(clash)));
                prop_assert_ne!(clash.lhs.size, clash.rhs.size);
                let role = if error.kind() == Kind::Batch { Role::Batch } else { Role::Inner };
                prop_assert!(alignment.columns().iter().any(|c| c.clash() == Some(clash) && c.role == role));
            }
        }
    }

    #[test]
    fn batch_offsets_are_numpys_broadcasting(lhs in any_shape(MAX_RANK), rhs in any_shape(MAX_RANK)) {
        let Ok(plan) = rule::matmul(lhs, rhs) else { return Ok(()) };
        let offsets: Vec<_> = plan.batch_offsets().collect();
        prop_assert_eq!(offsets.len(), plan.batch.numel());
        prop_assert_eq!(plan.batch_offsets().len(), offsets.len());
        prop_assert_eq!(plan.batch_offset(offsets.len()), None);
        for (i, &(l, r, o)) in offsets.iter().enumerate() {
            prop_assert_eq!(o, i);
            prop_assert_eq!(plan.batch_offset(i), Some((l, r, o)));
            prop_assert_eq!(l, index_under(plan.batch.dims(), i, batch_of(&lhs)));
            prop_assert_eq!(r, index_under(plan.batch.dims(), i, batch_of(&rhs)));
        }
    }

    #[test]
    fn no_sizes_overflow(
        lhs in prop::collection::vec(huge(), 0..=MAX_RANK),
        rhs in prop::collection::vec(huge(), 0..=MAX_RANK),
    ) {
        let (Ok(lhs), Ok(rhs)) = (Shape::new(&lhs), Shape::new(&rhs)) else { return Ok(()) };
        rule::align(lhs, rhs);
        match rule::matmul(lhs, rhs) {
            Ok(plan) => prop_assert_eq!(plan.batch_offsets().len(), plan.batch.numel()),
            Err(error) => prop_assert_eq!(error.torch_text(Wording::New).is_none(), error == MatmulError::TooLarge),
        }
    }
}

fn huge() -> impl Strategy<Value = usize> {
    prop_oneof![0usize..3, Just(1), Just(1 << 10), Just(1 << 20), Just(MAX_EXTENT), any::<usize>()]
}

fn batch_of(shape: &Shape) -> &[usize] {
    &shape.dims()[..shape.rank().saturating_sub(2)]
}

/// The row-major index in `dims` of what stands at row-major `index` of the broadcast `batch`, by way of the
/// multi-index.
fn index_under(batch: &[usize], mut index: usize, dims: &[usize]) -> usize {
    let mut at = Vec::new();
    for &size in batch.iter().rev() {
        at.push(index % size);
        index /= size;
    }
    let mut stride = 1;
    let mut offset = 0;
    for (&i, &size) in at.iter().zip(dims.iter().rev()) {
        offset += if size == 1 { 0 } else { i * stride };
        stride *= size;
    }
    offset
}

#[test]
fn a_result_past_the_limit_is_refused() {
    let (tall, wide) = (Shape::new(&[MAX_EXTENT, 1]).unwrap(), Shape::new(&[1, 2]).unwrap());
    assert_eq!(rule::matmul(tall, wide), Err(MatmulError::TooLarge));
    // Also where a zero makes it empty: its strides would overflow.
    let (tall, wide) = (Shape::new(&[0, MAX_EXTENT, 1]).unwrap(), Shape::new(&[1, 2]).unwrap());
    assert_eq!(rule::matmul(tall, wide), Err(MatmulError::TooLarge));
    let fits = rule::matmul(Shape::new(&[MAX_EXTENT, 1]).unwrap(), Shape::new(&[1, 1]).unwrap()).unwrap();
    assert_eq!(fits.out.dims(), [MAX_EXTENT, 1]);
}

#[test]
fn a_batch_too_large_to_count_in_32_bits_is_still_named() {
    let lhs = Shape::new(&[1 << 20, 1, 1, 2]).unwrap();
    let rhs = Shape::new(&[1 << 20, 3, 1]).unwrap();
    let text = rule::matmul(lhs, rhs).unwrap_err().torch_text(Wording::New).unwrap();
    assert!(text.contains("to be: [1099511627776, 2] but got: [1099511627776, 3]"), "{text}");
}

#[test]
fn a_missing_batch_dimension_is_told_apart_from_a_size_of_one() {
    let columns = rule::align(Shape::new(&[2, 3, 4]).unwrap(), Shape::new(&[4, 5]).unwrap());
    let first = columns.columns()[0];
    assert_eq!((first.verdict, first.rhs), (Verdict::StretchRhs, None));
    let columns = rule::align(Shape::new(&[2, 3, 4]).unwrap(), Shape::new(&[1, 4, 5]).unwrap());
    assert_eq!(columns.columns()[0].rhs, Some(rule::Dim { index: 0, size: 1 }));
}

#[test]
fn of_several_mistakes_pytorch_names_the_innermost_batch_dimension() {
    let text = |lhs: &[usize], rhs: &[usize]| {
        rule::matmul(Shape::new(lhs).unwrap(), Shape::new(rhs).unwrap()).unwrap_err().torch_text(Wording::New).unwrap()
    };
    // Both batch dimensions and the inner one clash.
    assert_eq!(
        text(&[2, 3, 1, 4], &[5, 6, 7, 1]),
        "The size of tensor a (3) must match the size of tensor b (6) at non-singleton dimension 1"
    );
    // The dimension is counted in the longer shape.
    assert_eq!(
        text(&[9, 2, 3, 1, 4], &[5, 3, 4, 1]),
        "The size of tensor a (2) must match the size of tensor b (5) at non-singleton dimension 1"
    );
}
