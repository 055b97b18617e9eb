//! The lesson against the table of its design and against rows of PyTorch.

use super::fixes;
use super::inputs::{Inputs, Op, plain_bias};
use super::model::Shapes;
use super::names::Names;
use super::reader;
use super::sizes::{dims, text};
use super::solved::Solved;
use crate::lesson::entry::Lesson;
use crate::playback::Jump;
use crate::route::Address;
use crate::screen::hue::plain;
use crate::screen::{Act, Board, Cx, Figure, Main, Node, Room};
use crate::words::Locale;
use matwalk_core::Shape;
use matwalk_core::rule::Wording;
use serde_json::Value;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

fn cx(locale: Locale) -> Cx {
    Cx { locale, base: 1, room: Room::default() }
}

/// Opens an address, and reads the pasted text in it.
fn open(hash: &str) -> Shapes {
    let mut shapes = Shapes::default();
    let bad = shapes.read(&Address::parse(hash));
    assert!(bad.is_empty(), "{hash}: {bad:?}");
    read_pending(&mut shapes);
    shapes
}

fn read_pending(shapes: &mut Shapes) {
    let Some((text, _)) = shapes.pending.clone() else { return };
    let mut loading = (reader::PART.load)();
    let Poll::Ready(Ok(read)) = loading.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("a part")
    };
    shapes.act(Act::Read(Arc::new(read(&text))));
}

fn board(shapes: &Shapes) -> Board {
    shapes.board(&cx(Locale::en))
}

fn message(shapes: &Shapes) -> String {
    board(shapes).problem.and_then(|problem| problem.message).unwrap_or_default()
}

fn out(shapes: &Shapes) -> String {
    shapes.solved().out.as_deref().map(text).unwrap_or_default()
}

/// Presses the fix whose code is this.
fn press(shapes: &mut Shapes, code: &str) {
    let offers = shapes.offers(Locale::en);
    let place = offers.iter().position(|offer| offer.code == code);
    let codes: Vec<&str> = offers.iter().map(|offer| offer.code.as_str()).collect();
    shapes.act(Act::Fix(place.unwrap_or_else(|| panic!("{code} of {codes:?}"))));
}

fn sentence(shapes: &Shapes) -> String {
    plain(&shapes.moment(&cx(Locale::en)).sentence)
}

fn cell<'a>(nodes: &'a [Node], name: &str) -> Option<&'a Node> {
    nodes.iter().find_map(|node| {
        let own = node.attrs.iter().any(|(key, value)| *key == "data-cell" && value == name);
        if own { Some(node) } else { cell(&node.children, name) }
    })
}

fn value(shapes: &Shapes, name: &str) -> Option<String> {
    let Figure::Own(nodes) = shapes.moment(&cx(Locale::en)).figure else { panic!("a drawing") };
    let bead = cell(&nodes, name)?;
    bead.attrs.iter().find(|(key, _)| *key == "data-value").map(|(_, value)| value.to_string())
}

#[test]
fn the_image_that_was_not_flattened() {
    let mut shapes = open("#/shapes?op=linear&a=64x1x28x28&b=256x784&bias=256");
    assert_eq!(
        message(&shapes),
        "RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)"
    );
    assert_eq!(shapes.walk().t, shapes.walk().len, "without t it opens at the end");
    press(&mut shapes, "x.flatten(1)");
    assert_eq!(out(&shapes), "(64, 256)");
    let formula = crate::screen::node::read(&shapes.moment(&cx(Locale::en)).formula);
    assert!(formula.contains("16,384"), "{formula}");
    shapes.act(Act::Undo);
    assert_eq!(text(&shapes.inputs().a), "(64, 1, 28, 28)");
}

#[test]
fn both_wordings() {
    let old = open("#/shapes?op=linear&a=64x1x28x28&b=256x784&text=old");
    assert_eq!(message(&old), "RuntimeError: mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)");
    let without = open("#/shapes?op=linear&a=32x784&b=10x128&bias=none");
    assert_eq!(message(&without), "RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (32x784 and 128x10)");
}

#[test]
fn products_of_batches() {
    let runs = open("#/shapes?op=matmul&a=2x1x3x4&b=5x4x6");
    assert_eq!(out(&runs), "(2, 5, 3, 6)");
    let steps = &runs.solved().steps;
    assert_eq!(format!("{:?}", &steps[..3]), "[Column(1), Column(0), Column(3)]");
    assert!(crate::screen::node::read(&runs.moment(&cx(Locale::en)).formula).contains("180"));
    let batch = open("#/shapes?op=matmul&a=2x3x4&b=5x4x6");
    assert_eq!(
        message(&batch),
        "RuntimeError: The size of tensor a (2) must match the size of tensor b (5) at non-singleton dimension 0"
    );
    let mut vectors = open("#/shapes?op=matmul&a=10x5x20&b=10x20");
    assert_eq!(message(&vectors), "RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (50x20 and 10x20)");
    press(&mut vectors, "b.unsqueeze(-1)");
    assert_eq!(out(&vectors), "(10, 5, 1)");
    let mut keys = open("#/shapes?op=matmul&a=2x8x64x32&b=2x8x64x32");
    assert!(message(&keys).ends_with("to be: [16, 32] but got: [16, 64]."), "{}", message(&keys));
    press(&mut keys, "b.mT");
    assert_eq!(out(&keys), "(2, 8, 64, 64)");
}

#[test]
fn bmm_does_not_stretch() {
    let mut shapes = open("#/shapes?op=bmm&a=1x3x4&b=2x4x5");
    let expected =
        "RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [1, 4] but got: [2, 4].";
    assert_eq!(message(&shapes), expected);
    press(&mut shapes, "a @ b");
    assert_eq!((out(&shapes), shapes.inputs().op), ("(2, 3, 5)".into(), Op::Matmul));
}

#[test]
fn a_flattened_batch() {
    let mut shapes = open("#/shapes?op=linear&a=25088&b=10x784");
    assert!(message(&shapes).starts_with("RuntimeError: addmm: "), "{}", message(&shapes));
    assert!(message(&shapes).ends_with("(1x25088 and 784x10)"));
    press(&mut shapes, "x.reshape(-1, 784)");
    assert_eq!(out(&shapes), "(32, 10)");
}

#[test]
fn vectors() {
    for (a, b, expected) in [("3", "3x2", "(2,)"), ("3", "3", "()"), ("2x0", "0x3", "(2, 3)")] {
        assert_eq!(out(&open(&format!("#/shapes?op=matmul&a={a}&b={b}"))), expected);
    }
    let row = open("#/shapes?op=matmul&a=3&b=2x3");
    assert!(message(&row).ends_with("mm: mat1 and mat2 shapes cannot be multiplied (1x3 and 2x3)"));
    let dot = open("#/shapes?op=matmul&a=3&b=4");
    assert!(message(&dot).starts_with("RuntimeError: inconsistent tensor size, expected tensor [3] and src [4]"));
    assert!(sentence(&open("#/shapes?op=matmul&a=2x0&b=0x3")).contains("every entry is 0"));
}

#[test]
fn softmax_and_its_dims() {
    let range = open("#/shapes?op=softmax&a=5&dim=1");
    let expected = "IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)";
    assert_eq!(message(&range), expected);
    let mut batch = open("#/shapes?op=softmax&a=32x10&dim=0");
    assert!(sentence(&batch).contains("32 samples"));
    assert_eq!(board(&batch).offers.iter().map(|fix| fix.chosen).collect::<Vec<_>>(), [true, false]);
    batch.act(Act::Press("dim-1".into()));
    assert_eq!(batch.inputs().dim, 1);
    assert_eq!(text(&open("#/shapes?op=softmax&a=2x3&dim=-1").inputs().a), "(2, 3)");
}

#[test]
fn the_main_button_and_the_question() {
    let mut shapes = open("#/shapes?op=linear&a=32x784&b=10x128&t=0");
    assert_eq!(shapes.walk().t, 0);
    assert!(board(&shapes).problem.is_none(), "what is wrong is not told before it is reached");
    assert_eq!(shapes.moment(&cx(Locale::en)).main, Main::Next);
    shapes.act(Act::Jump(Jump::Last));
    assert!(board(&shapes).problem.is_some());
}

#[test]
fn sizes_are_cells_as_given() {
    let shapes = open("#/shapes?op=linear&a=64x1x28x28&b=256x784");
    let cells = ["a-0", "a-3", "b-0", "b-1", "bias-0"].map(|name| value(&shapes, name).unwrap_or_default());
    assert_eq!(cells, ["64", "28", "256", "784", "256"]);
    let shapes = open("#/shapes?op=matmul&a=2x1x3x4&b=5x4x6");
    let cells = ["out-0", "out-1", "out-2", "out-3"].map(|name| value(&shapes, name).unwrap_or_default());
    assert_eq!(cells, ["2", "5", "3", "6"]);
}

#[test]
fn typing_into_beads_and_fields() {
    let mut shapes = open("#/shapes?op=linear&a=32x784&b=10x128");
    let b = crate::screen::Slot("b");
    shapes.act(Act::Edit(b, 1, "784".into()));
    assert_eq!(out(&shapes), "(32, 10)");
    shapes.act(Act::Edit(b, 1, "7x".into()));
    assert_eq!(board(&shapes).unreadable.len(), 1);
    assert_eq!(out(&shapes), "(32, 10)", "a wrong text changes nothing");
    shapes.act(Act::Write(b, "nn.Linear(784, 256)".into()));
    assert_eq!((out(&shapes), text(&shapes.inputs().b)), ("(32, 256)".into(), "(256, 784)".into()));
    assert_eq!(shapes.inputs().bias, Some(dims(&[256])));
    shapes.act(Act::Undo);
    assert_eq!(out(&shapes), "(32, 10)");
    shapes.act(Act::Write(crate::screen::Slot("a"), "(2, -3)".into()));
    assert!(board(&shapes).unreadable[0].contains("negative"));
    let mut shapes = open("#/shapes?op=matmul&a=2x1x3&b=3x4");
    shapes.act(Act::Edit(crate::screen::Slot("a"), 1, String::new()));
    assert_eq!(text(&shapes.inputs().a), "(2, 3)");
    shapes.act(Act::Nudge(crate::screen::Slot("a"), 0, 1));
    assert_eq!(text(&shapes.inputs().a), "(3, 3)");
}

#[test]
fn the_same_product_by_another_operation() {
    let mut shapes = open("#/shapes?op=linear&a=32x784&b=10x784");
    shapes.act(Act::Choose("op", 0));
    assert_eq!((text(&shapes.inputs().b), out(&shapes)), ("(784, 10)".into(), "(32, 10)".into()));
    shapes.act(Act::Choose("op", 2));
    assert_eq!(text(&shapes.inputs().b), "(10, 784)");
}

#[test]
fn pasted_messages() {
    let mut shapes = Shapes::default();
    let paste = "Traceback (most recent call last):\n  File \"a.py\", line 3, in forward\n    return F.linear(input, self.weight, self.bias)\nRuntimeError: mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)\n";
    shapes.act(Act::Tell(paste.into()));
    read_pending(&mut shapes);
    assert_eq!(
        (shapes.inputs().op, text(&shapes.inputs().a), text(&shapes.inputs().b)),
        (Op::Linear, "(1792, 28)".into(), "(256, 784)".into())
    );
    assert!(message(&shapes).ends_with("mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)"));
    assert_eq!(shapes.offers(Locale::en)[0].code, "x.flatten(1)");
    let card = board(&shapes).reader.expect("a card");
    let attribute = |name: &str| card.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
    assert_eq!((attribute("data-op"), attribute("data-clash")), (Some("linear"), Some("28,784")));
    assert!(card.read.len() > 1);
    let pairs = shapes.write().expect("a link");
    assert_eq!(pairs[0].0, "error");
    assert!(!pairs[0].1.contains("Traceback"), "{}", pairs[0].1);
    let marked = board(&shapes).problem.expect("a problem").marked;
    let twins: Vec<&str> = marked
        .iter()
        .flat_map(|node| node.attrs.iter().filter(|(key, _)| *key == "data-twin").map(|(_, value)| value.as_ref()))
        .collect();
    assert_eq!(twins, ["a-0", "a-1", "b-1", "b-0"]);
}

#[test]
fn what_is_not_told_stays_unknown() {
    let told = "The size of tensor a (2) must match the size of tensor b (5) at non-singleton dimension 1";
    let shapes = open(&format!("#/shapes?error={}", told.replace(' ', "%20")));
    assert_eq!((shapes.inputs().op, text(&shapes.inputs().a)), (Op::Add, "(⋯, 2, ⋯)".into()));
    assert_eq!(message(&shapes), told);
    assert!(shapes.offers(Locale::en).iter().all(|offer| offer.code == "a @ b"));
    let bmm = "Expected size for first two dimensions of batch2 tensor to be: [10, 360] but got: [10, 264].";
    let shapes = open(&format!("#/shapes?error={}", bmm.replace(' ', "%20")));
    assert_eq!((text(&shapes.inputs().a), text(&shapes.inputs().b)), ("(10, ?, 360)".into(), "(10, 264, ?)".into()));
    assert!(shapes.offers(Locale::en).is_empty());
    assert_eq!(value(&shapes, "a-1"), None);
    let link = open("#/shapes?op=bmm&a=10x_x360&b=10x264x_");
    assert_eq!(text(&link.inputs().a), "(10, ?, 360)");
    for text in ["RuntimeError: CUDA out of memory.", "hello there", "mat1 dim 1 must match mat2 dim 0"] {
        let mut shapes = Shapes::default();
        shapes.act(Act::Tell(text.into()));
        read_pending(&mut shapes);
        let card = board(&shapes).reader.expect("a card");
        assert!(!card.read.is_empty(), "{text}");
    }
}

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
