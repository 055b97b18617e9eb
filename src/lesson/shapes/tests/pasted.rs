//! Pasted messages.

use super::{board, message, open, read_pending, value};
use crate::lesson::entry::Lesson;
use crate::lesson::shapes::inputs::Op;
use crate::lesson::shapes::model::Shapes;
use crate::lesson::shapes::sizes::text;
use crate::screen::Act;
use crate::words::Locale;

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
