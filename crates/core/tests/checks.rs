//! The lists of checks end where PyTorch stops: over every row of the fixtures, and with the column that the error names.

mod shapes_common;

use matwalk_core::rule::check::{self, Check, Checks};
use matwalk_core::rule::{self, Clash, Kind, Operand, Verdict};
use matwalk_core::shape::MAX_EXTENT;
use matwalk_core::{MAX_RANK, Shape};
use proptest::prelude::*;
use shapes_common::{maybe_shape, rows, shape};

fn s(dims: &[usize]) -> Shape {
    Shape::new(dims).unwrap()
}

/// Holds the checks against the rule: the result, or the kind of the mistake and the two dimensions at odds.
fn hold(what: &str, checks: &Checks, rule: Result<Shape, (Kind, Option<Clash>)>) {
    let last = *checks.list.last().unwrap();
    let (passed, failed) =
        if checks.passes { (&checks.list[..], None) } else { (&checks.list[..checks.list.len() - 1], Some(last)) };
    for check in passed {
        if let Check::Column(i) = check {
            assert_ne!(checks.alignment.columns()[*i].verdict, Verdict::Clash, "{what}");
        }
        if let Check::Bias(i) = check {
            assert_ne!(checks.bias.columns()[*i].verdict, Verdict::Clash, "{what}");
        }
    }
    let results = checks.list.iter().filter(|check| matches!(check, Check::Result(_))).count();
    assert_eq!(results, usize::from(checks.passes), "{what}");
    let (kind, clash) = match rule {
        Ok(out) => return assert_eq!(last, Check::Result(out), "{what}"),
        Err(error) => error,
    };
    let agrees = match failed.unwrap_or_else(|| panic!("{what}: {checks:?}")) {
        Check::Ranks => matches!(kind, Kind::Scalar | Kind::Rank),
        Check::Turn | Check::WeightRank => kind == Kind::Rank,
        Check::Column(i) => {
            assert_eq!(checks.alignment.columns()[i].clash(), clash, "{what}");
            matches!(kind, Kind::Inner | Kind::Batch | Kind::Broadcast)
        }
        Check::Batched => {
            let columns = checks.alignment.columns();
            assert!(columns.iter().any(|column| column.clash() == clash), "{what}");
            matches!(kind, Kind::Inner | Kind::Batch)
        }
        Check::BiasRank | Check::Bias(_) | Check::BiasKeepsShape => kind == Kind::Bias,
        Check::Range => kind == Kind::Range,
        Check::Extent => kind == Kind::TooLarge,
        other => panic!("{what}: {other:?} never fails"),
    };
    assert!(agrees, "{what}: {kind:?}, {checks:?}");
}

fn matmul(lhs: Shape, rhs: Shape) {
    let rule = rule::matmul(lhs, rhs).map(|plan| plan.out).map_err(|e| (e.kind(), e.clash()));
    hold(&format!("{lhs} @ {rhs}"), &check::matmul(lhs, rhs), rule);
}

fn bmm(lhs: Shape, rhs: Shape) {
    let rule = rule::bmm(lhs, rhs).map(|plan| plan.out).map_err(|e| (e.kind(), e.clash()));
    hold(&format!("bmm {lhs} {rhs}"), &check::bmm(lhs, rhs), rule);
}

fn add(lhs: Shape, rhs: Shape) {
    let rule = rule::add(lhs, rhs).map(|plan| plan.out).map_err(|e| (e.kind(), e.clash()));
    hold(&format!("{lhs} + {rhs}"), &check::add(lhs, rhs), rule);
}

fn linear(x: Shape, weight: Shape, bias: Option<Shape>) {
    let rule = rule::linear(x, weight, bias).map(|plan| plan.out).map_err(|e| (e.kind(), e.clash()));
    hold(&format!("linear {x} {weight} {bias:?}"), &check::linear(x, weight, bias), rule);
}

fn softmax(x: Shape, dim: i64) {
    let rule = rule::softmax(x, dim).map(|plan| plan.out).map_err(|e| (e.kind(), None));
    hold(&format!("softmax {x} {dim}"), &check::softmax(x, dim), rule);
}

#[test]
fn every_row_of_the_fixtures() {
    for (file, check) in
        [("matmul_shapes.json", matmul as fn(Shape, Shape)), ("bmm_shapes.json", bmm), ("add_shapes.json", add)]
    {
        for (input, _) in rows(file) {
            check(shape(&input[0]), shape(&input[1]));
        }
    }
    for (input, _) in rows("flinear_shapes.json") {
        linear(shape(&input[0]), shape(&input[1]), maybe_shape(&input[2]));
    }
    for (input, _) in rows("softmax_dim.json") {
        softmax(shape(&input[0]), input[1].as_i64().unwrap());
    }
}

/// A bias would make the result larger than anything that is counted here, though it has no elements.
#[test]
fn a_bias_beyond_all_bounds() {
    linear(s(&[2, 1, 1, 2]), s(&[2]), Some(s(&[MAX_EXTENT, 0])));
}

#[test]
fn the_order_is_pytorchs() {
    use Check::{Batched, Column, Fold, Lend, Ranks, Turn, WeightRank};
    let list = |checks: Checks| checks.list;
    // Batch dimensions from the right, then the inner one; the row and column are not compared.
    let product = check::matmul(s(&[2, 1, 3, 4]), s(&[5, 4, 6]));
    assert_eq!(product.list, [Ranks, Column(1), Column(0), Column(3), Check::Result(s(&[2, 5, 3, 6]))]);
    // The batch clashes: the inner dimensions are not looked at, though they differ.
    assert_eq!(list(check::matmul(s(&[2, 3, 4]), s(&[5, 6, 7]))), [Ranks, Column(0)]);
    let lend = |operand| Lend(operand);
    assert_eq!(
        list(check::matmul(s(&[3]), s(&[3, 2]))),
        [Ranks, lend(Operand::Lhs), Column(1), Check::Result(s(&[2]))]
    );
    assert_eq!(list(check::bmm(s(&[1, 3, 4]), s(&[2, 4, 5]))), [Ranks, Batched]);
    let fold = Fold { operand: Operand::Lhs, rows: 10 };
    assert_eq!(list(check::linear(s(&[2, 5, 3]), s(&[4, 6]), None)), [Ranks, Turn, fold, Column(2)]);
    assert_eq!(
        list(check::linear(s(&[2, 5, 3]), s(&[4, 3]), Some(s(&[4])))),
        [
            Ranks,
            Turn,
            fold,
            WeightRank,
            Column(2),
            Check::BiasRank,
            Check::Bias(1),
            Check::Bias(0),
            Check::Result(s(&[2, 5, 4]))
        ]
    );
    assert_eq!(list(check::linear(s(&[2, 3]), s(&[3]), Some(s(&[1])))), [Ranks, Turn, WeightRank]);
    // A bias that would make the product larger.
    let grows = check::linear(s(&[2, 1, 3]), s(&[4, 3]), Some(s(&[2, 4])));
    assert_eq!(grows.list.last(), Some(&Check::BiasKeepsShape));
    assert_eq!(list(check::softmax(s(&[5]), 1)), [Check::Range]);
    assert_eq!(list(check::add(s(&[2, 3]), s(&[2]))), [Column(1)]);
}

#[test]
fn each_dimension_has_a_verdict() {
    use Verdict::{Clash, Equal, Inner, Kept, Lent, StretchLhs, StretchRhs, SumsToOne};
    let verdicts = |checks: Checks| -> Vec<Verdict> { checks.alignment.columns().iter().map(|c| c.verdict).collect() };
    assert_eq!(verdicts(check::matmul(s(&[3]), s(&[7, 3, 2]))), [StretchLhs, Lent, Inner, Kept]);
    assert_eq!(verdicts(check::matmul(s(&[2, 3]), s(&[3]))), [Kept, Inner, Lent]);
    assert_eq!(verdicts(check::matmul(s(&[3]), s(&[4]))), [Lent, Clash, Lent]);
    assert_eq!(verdicts(check::linear(s(&[3]), s(&[4, 3]), None)), [Lent, Inner, Kept]);
    assert_eq!(verdicts(check::linear(s(&[2, 3]), s(&[3]), None)), [Kept, Inner, Lent]);
    assert_eq!(verdicts(check::add(s(&[2, 1, 5]), s(&[2, 4, 1]))), [Equal, StretchLhs, StretchRhs]);
    assert_eq!(verdicts(check::softmax(s(&[2, 3, 4]), -2)), [Kept, SumsToOne, Kept]);
}

fn any_shape() -> impl Strategy<Value = Shape> {
    prop::collection::vec(prop_oneof![8 => 0usize..4, 1 => Just(1 << 16), 1 => Just(MAX_EXTENT)], 0..=MAX_RANK)
        .prop_filter_map("too large", |dims| Shape::new(&dims).ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_shapes(lhs in any_shape(), rhs in any_shape(), bias in prop::option::of(any_shape()), dim in -7i64..7) {
        matmul(lhs, rhs);
        bmm(lhs, rhs);
        add(lhs, rhs);
        linear(lhs, rhs, bias);
        softmax(lhs, dim);
    }
}
