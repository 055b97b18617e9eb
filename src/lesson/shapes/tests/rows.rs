//! Rows of PyTorch.

use super::{message, open};
use crate::lesson::shapes::fixes;
use crate::lesson::shapes::inputs::{Inputs, Op, plain_bias};
use crate::lesson::shapes::names::Names;
use crate::lesson::shapes::sizes::dims;
use crate::lesson::shapes::solved::Solved;
use crate::words::Locale;
use matwalk_core::Shape;
use matwalk_core::rule::Wording;
use serde_json::Value;

fn fixture(name: &str) -> Vec<Value> {
    let path = xtask::env::root().join("crates/core/tests/fixtures").join(format!("{name}.json"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("a fixture")).expect("JSON");
    file["rows"].as_array().expect("rows").clone()
}

fn sizes(value: &Value) -> Vec<usize> {
    value
        .as_array()
        .map(|sizes| sizes.iter().filter_map(Value::as_u64).map(|size| size as usize).collect())
        .unwrap_or_default()
}

/// Every 7th row: the same result or the same exception and text; every failing one has fixes, and all of them run.
#[test]
fn rows_of_pytorch() {
    let names = Names { locale: Locale::en, op: Op::Matmul };
    for (name, op) in [
        ("matmul_shapes", Op::Matmul),
        ("bmm_shapes", Op::Bmm),
        ("flinear_shapes", Op::Linear),
        ("softmax_dim", Op::Softmax),
        ("add_shapes", Op::Add),
    ] {
        let mut failing = 0;
        for row in fixture(name).iter().step_by(7) {
            let (a, b) = (dims(&sizes(&row[0])), dims(&sizes(&row[1])));
            let inputs = match op {
                Op::Linear => {
                    Inputs { op, a, b, bias: row[2].as_array().map(|_| dims(&sizes(&row[2]))), ..Inputs::default() }
                }
                Op::Softmax => Inputs { op, a, dim: row[1].as_i64().expect("a dim"), ..Inputs::default() },
                _ => Inputs { op, a, b, ..Inputs::default() },
            };
            let solved = Solved::of(&inputs);
            let expected = if op == Op::Linear { &row[3] } else { &row[2] };
            match expected.get("ok") {
                Some(out) => assert_eq!(solved.out, Some(dims(&sizes(out))), "{row}"),
                None => {
                    failing += 1;
                    let raised = solved.raised.as_ref().expect("an error");
                    let exception = raised.exception.map(|exception| exception.name());
                    assert_eq!(
                        (exception, raised.text[0].as_str()),
                        (expected["err"].as_str(), expected["msg"].as_str().expect("a text")),
                        "{row}"
                    );
                    let offers = fixes::offers(&Names { op, ..names }, &inputs, &solved);
                    assert!(!offers.is_empty(), "{row}");
                    assert!(offers.iter().all(|offer| Solved::of(&offer.inputs).out.is_some()), "{row}");
                }
            }
            assert!(!solved.steps.is_empty(), "{row}");
        }
        assert!(failing > 5, "{name}: {failing}");
    }
}

/// The walk stops at the check that the rule's own error names.
#[test]
fn a_result_is_the_last_step() {
    let shape = Shape::new(&[2, 3]).expect("a shape");
    let error = matwalk_core::rule::matmul(shape, shape).expect_err("no product");
    let inputs = Inputs { op: Op::Matmul, a: dims(&[2, 3]), b: dims(&[2, 3]), ..Inputs::default() };
    assert_eq!(Solved::of(&inputs).raised.map(|raised| raised.text[1].clone()), error.torch_text(Wording::Old));
    assert_eq!(plain_bias(&dims(&[10, 784])), Some(dims(&[10])));
}

#[test]
fn both_wordings() {
    let old = open("#/shapes?op=linear&a=64x1x28x28&b=256x784&text=old");
    assert_eq!(message(&old), "RuntimeError: mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)");
    let without = open("#/shapes?op=linear&a=32x784&b=10x128&bias=none");
    assert_eq!(message(&without), "RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (32x784 and 128x10)");
}
