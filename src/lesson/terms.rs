//! Numbers in formulas and on chips, and the names of shapes.

use crate::figure;
use crate::screen::{Hue, Node, Word};

/// A shape as PyTorch writes it: `(2, 3)`, `(3,)`, `()`.
pub fn shape_text(dims: &[usize]) -> String {
    match dims {
        [size] => format!("({size},)"),
        _ => format!("({})", dims.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// A piece of a chip.
pub fn word(text: impl Into<String>, hue: Hue) -> Word {
    Word { text: text.into(), hue }
}

/// A number on a chip; one that can't be read as a question mark.
pub fn number_word(value: Option<f32>, hue: Hue) -> Word {
    value.map_or_else(|| word("?", Hue::Bad), |value| word(figure::short(value), hue))
}

/// A factor on a chip: a negative one in brackets.
pub fn factor_word(value: Option<f32>, hue: Hue) -> Word {
    value.map_or_else(|| word("?", Hue::Bad), |value| word(figure::factor(value), hue))
}

/// A factor in a formula: a negative one in brackets, one that can't be read as a question mark.
pub fn factor(hue: Hue, value: Option<f32>) -> Node {
    match value {
        Some(value) => Node::leaf("mn", hue.class(), figure::factor(value)),
        None => Node::leaf("mn", "bad", "?"),
    }
}

/// What a sum has come to, with the sign before it: an arrow while it is under way, `=` when it is finished, `≈` when it
/// is rounded. `None` for one that can't be computed.
pub fn total(value: Option<f32>, complete: bool) -> [Node; 2] {
    let (text, rounded) = value.map_or_else(|| ("?".to_owned(), false), figure::rounded);
    let sign = Node::op(match (complete, rounded) {
        (false, _) => "→",
        (true, false) => "=",
        (true, true) => "≈",
    });
    let text = if rounded && !complete { format!("≈{text}") } else { text };
    [sign, Node::leaf("mn", if value.is_some() { "out" } else { "out bad" }, text)]
}
