//! The lesson against the table of its design and against rows of PyTorch.

mod copied;
mod pasted;
mod rows;

use super::inputs::Op;
use super::model::Shapes;
use super::reader;
use super::sizes::{dims, text};
use crate::lesson::entry::Lesson;
use crate::playback::Jump;
use crate::route::Address;
use crate::screen::hue::plain;
use crate::screen::{Act, Board, Cx, Figure, Main, Node, Room};
use crate::words::Locale;
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
    let Some(text) = shapes.pending.clone().map(|pending| pending.text) else { return };
    let mut loading = (reader::PART.load)();
    let Poll::Ready(Ok(read)) = loading.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("a part")
    };
    let mut reading = read(text.to_string(), || Box::pin(std::future::ready(())));
    let Poll::Ready(told) = reading.as_mut().poll(&mut Context::from_waker(Waker::noop())) else { panic!("a reading") };
    shapes.act(Act::Read(Arc::new(told)));
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
fn the_bias_comes_and_goes() {
    let mut shapes = open("#/shapes?op=linear&a=32x784&b=10x128");
    shapes.act(Act::Press("without-bias".into()));
    assert!(message(&shapes).starts_with("RuntimeError: mm: mat1"), "{}", message(&shapes));
    shapes.act(Act::Press("with-bias".into()));
    assert_eq!(shapes.inputs().bias, Some(dims(&[10])));
    for (tool, expected) in [("turn-b", "(128, 10)"), ("unsqueeze-a", "(128, 10)")] {
        shapes.act(Act::Press(tool.into()));
        assert_eq!(text(&shapes.inputs().b), expected, "{tool}");
    }
    assert_eq!(text(&shapes.inputs().a), "(1, 32, 784)");
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
fn links_restore_every_example_at_every_step() {
    for index in 0..super::example::EXAMPLES.len() {
        let mut shapes = Shapes::default();
        shapes.act(Act::Example(index));
        for t in 0..=shapes.walk().len {
            shapes.act(Act::Jump(Jump::To(t)));
            let mut address = crate::lesson::link::address("shapes", shapes.write().expect("a link"));
            address.push("t", t.to_string());
            let other = open(&address.to_string());
            assert_eq!(other.moment(&cx(Locale::ko)), shapes.moment(&cx(Locale::ko)), "{address}");
            assert_eq!(other.board(&cx(Locale::ko)).problem, shapes.board(&cx(Locale::ko)).problem, "{address}");
        }
    }
}
