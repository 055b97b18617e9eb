//! Pasted messages.

use super::{board, cx, message, open, read_pending, value};
use crate::lesson::entry::Lesson;
use crate::lesson::shapes::inputs::Op;
use crate::lesson::shapes::model::Shapes;
use crate::lesson::shapes::sizes::{Size, text};
use crate::screen::hue::plain;
use crate::screen::{Act, Figure};
use crate::words::Locale;

fn pasted(text: &str) -> Shapes {
    let mut shapes = Shapes::default();
    shapes.act(Act::Tell(text.into()));
    read_pending(&mut shapes);
    shapes
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
    assert_eq!(
        message(&shapes),
        "RuntimeError: mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)",
        "with the exception, without the traceback"
    );
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

/// A rank that is not told is not said, and a dim only as the text counts it.
#[test]
fn no_rank_and_no_dim_is_made_up() {
    let shapes = open(
        "#/shapes?error=The%20size%20of%20tensor%20a%20(2)%20must%20match%20the%20size%20of%20tensor%20b%20(5)%20at%20non-singleton%20dimension%203",
    );
    assert_eq!(board(&shapes).shape.tie, "dim 3: 2 ≠ 5");
    let Figure::Own(nodes) = shapes.moment(&cx(Locale::en)).figure else { panic!("a drawing") };
    let drawn = crate::screen::node::read(&nodes);
    assert!(drawn.contains("dim 3") && !drawn.contains("3-D") && !drawn.contains("dim 1"), "{drawn}");
    let mut shapes = shapes;
    super::press(&mut shapes, "a @ b");
    assert_eq!(text(&shapes.inputs().a), "(⋯, 2, ⋯, ?, ?)");
}

#[test]
fn another_message_of_the_paste_is_read_in_its_place() {
    let paste = "one: mat1 and mat2 shapes cannot be multiplied (2800x28 and 784x10)\n두 번째: mat1 and mat2 shapes cannot be multiplied (7680x12 and 9216x128)";
    let mut shapes = Shapes::default();
    shapes.act(Act::Tell(paste.into()));
    read_pending(&mut shapes);
    let first = shapes.inputs().a.clone();
    let marked = |shapes: &Shapes| {
        let card = board(shapes).reader.expect("a card");
        assert_eq!(card.text, paste);
        let units: Vec<u16> = paste.encode_utf16().collect();
        String::from_utf16(&units[card.mark.expect("a place")]).expect("a text")
    };
    let read = marked(&shapes);
    assert!(read.starts_with("mat1 and mat2") && paste.contains(&read), "{read}");
    shapes.act(Act::Press("other-0".into()));
    read_pending(&mut shapes);
    assert_ne!(shapes.inputs().a, first);
    assert_ne!(marked(&shapes), read);
    shapes.act(Act::Press("other-0".into()));
    read_pending(&mut shapes);
    assert_eq!((shapes.inputs().a.clone(), marked(&shapes)), (first, read));
}

#[test]
fn what_was_written_around_a_message_is_offered() {
    let mut shapes = Shapes::default();
    shapes
        .act(Act::Tell("Error using *\nInner matrix dimensions must agree.\n\nA is 3 x 4 and B is 5 x 6. Why?".into()));
    read_pending(&mut shapes);
    shapes.act(Act::Press("wrote".into()));
    assert_eq!((text(&shapes.inputs().a), text(&shapes.inputs().b)), ("(3, 4)".into(), "(5, 6)".into()));
}

/// Every text of the field file can be shown: what is drawn of it has no number that was not told, and the page says
/// why, also where PyTorch would run it.
#[test]
fn all_texts_of_the_field_file() {
    let path = xtask::env::root().join("crates/errors/tests/fixtures/errors.json");
    let file: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("a fixture")).expect("JSON");
    for case in file["cases"].as_array().expect("cases") {
        let input = case["input"].as_str().expect("a text");
        let mut shapes = Shapes::default();
        shapes.act(Act::Tell(input.into()));
        read_pending(&mut shapes);
        for locale in [Locale::ko, Locale::en] {
            let board = shapes.board(&cx(locale));
            let (told, problem) = (&shapes.inputs().told, &board.problem);
            let Some(told) = told else { continue };
            assert!(!board.reader.expect("a card").read.is_empty(), "{}", case["id"]);
            if told.reading.shape_error && !told.reading.warning {
                let reason = plain(&problem.as_ref().expect("a problem").reason);
                assert!(!reason.is_empty(), "{}", case["id"]);
            }
            let known = |dims: &[Size]| dims.iter().filter_map(|size| size.known()).collect::<Vec<_>>();
            let digits: String = input.chars().filter(char::is_ascii_digit).collect();
            for size in known(&shapes.inputs().a).into_iter().chain(known(&shapes.inputs().b)) {
                assert!(size <= 1 || digits.contains(&size.to_string()), "{}: {size}", case["id"]);
            }
        }
    }
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

#[test]
fn a_batch_that_was_flattened_too() {
    let shapes = pasted("mat1 and mat2 shapes cannot be multiplied (1x25088 and 784x10)");
    let fixes = board(&shapes).problem.expect("a problem").fixes;
    assert_eq!((fixes[0].code.as_str(), fixes[0].result.as_str()), ("x.reshape(-1, 784)", "→ (32, 10)"));
}

#[test]
fn shapes_without_a_message() {
    let shapes = pasted("x: torch.Size([32, 784]), self.fc = nn.Linear(128, 10)");
    assert_eq!((text(&shapes.inputs().a), text(&shapes.inputs().b)), ("(32, 784)".into(), "(10, 128)".into()));
    let other = pasted("CUDA out of memory. Tried to allocate torch.Size([2, 3]) and torch.Size([3, 4])");
    assert!(board(&other).problem.expect("a problem").fixes.is_empty(), "not walked");
}

/// The wording of the message comes with a paste, and goes with it.
#[test]
fn undoing_a_paste_takes_its_wording_back() {
    let older = "RuntimeError: mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)";
    let mut shapes = pasted(older);
    assert!(shapes.old);
    shapes.act(Act::Undo);
    assert!(!shapes.old);
    shapes.act(Act::Redo);
    assert!(shapes.old);
    // A wording that was chosen stays.
    let mut shapes = Shapes::default();
    shapes.act(Act::Choose("text", 1));
    shapes.act(Act::Random(7));
    shapes.act(Act::Undo);
    assert!(shapes.old);
}
