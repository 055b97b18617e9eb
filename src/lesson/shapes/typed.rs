//! Shapes as a person types or pastes them: `(64, 1, 28, 28)`, `2x3`, `torch.Size([2, 3])`, `nn.Linear(784, 256)`, one or
//! two of them.

use super::sizes::{Dims, Size, Wrong, check, typed_size};

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A shape.
    Shape(Dims),
    /// A layer's weight, (out, in).
    Layer(Dims),
}

impl Typed {
    /// The sizes.
    pub fn dims(&self) -> &Dims {
        match self {
            Typed::Shape(dims) | Typed::Layer(dims) => dims,
        }
    }
}

/// Words that may stand around the sizes.
const WORDS: [&str; 16] = [
    "torch",
    "size",
    "shape",
    "nn",
    "linear",
    "in_features",
    "out_features",
    "bias",
    "true",
    "false",
    "and",
    "matmul",
    "bmm",
    "np",
    "tensor",
    "f",
];

/// Whether the text is too much of a sentence to be shapes alone.
pub fn is_message(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic() && c != '_').filter(|word| word.chars().count() > 1);
    words.any(|word| !WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

/// The shapes of a text, in their order.
///
/// # Errors
/// Why there is none.
pub fn shapes(text: &str) -> Result<Vec<Typed>, Wrong> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while let Some((start, opener)) = rest.char_indices().find(|(_, c)| matches!(c, '(' | '[')) {
        let before = &rest[..start];
        loose(before, &mut found)?;
        let inside = &rest[start + opener.len_utf8()..];
        // The innermost bracket: torch.Size([2, 3]).
        let end = inside.find([')', ']', '(', '[']).unwrap_or(inside.len());
        let closes = inside[end..].starts_with([')', ']']) || end == inside.len();
        if closes {
            let layer = before.trim_end().to_ascii_lowercase().ends_with("linear");
            found.push(group(&inside[..end], layer)?);
            rest = inside[end..].trim_start_matches([')', ']']);
        } else {
            rest = &inside[end..];
        }
    }
    loose(rest, &mut found)?;
    if found.is_empty() { Err(Wrong::NoShape) } else { Ok(found) }
}

/// Sizes without brackets: `2x3`, `2, 3`.
fn loose(text: &str, found: &mut Vec<Typed>) -> Result<(), Wrong> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Ok(());
    }
    if text.contains(['x', '×']) {
        for piece in text.split(|c: char| c.is_whitespace() || matches!(c, '@' | ',' | ';')) {
            if piece.contains(|c: char| c.is_ascii_digit()) {
                found.push(group(&piece.replace(['x', '×'], ","), false)?);
            }
        }
        return Ok(());
    }
    for piece in text.split(['@', ';', '\n']) {
        if piece.contains(|c: char| c.is_ascii_digit()) {
            found.push(group(piece, false)?);
        }
    }
    Ok(())
}

/// The sizes between two brackets.
fn group(text: &str, layer: bool) -> Result<Typed, Wrong> {
    let mut dims = Vec::new();
    for piece in text.split(|c: char| c == ',' || c.is_whitespace()) {
        // in_features=784
        let (name, value) = piece.rsplit_once('=').map_or(("", piece), |(name, value)| (name.trim(), value.trim()));
        if value.is_empty() || name == "bias" || matches!(value, "True" | "False") {
            continue;
        }
        dims.push(match value {
            "⋯" | "..." | "…" => Size::Any,
            _ => typed_size(value)?,
        });
    }
    check(&dims)?;
    match (layer, &dims[..]) {
        (true, [inputs, outputs]) => Ok(Typed::Layer(vec![*outputs, *inputs])),
        _ => Ok(Typed::Shape(dims)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sizes::dims;
    use super::*;

    #[test]
    fn shapes_are_read_in_many_spellings() {
        let one = |text: &str| shapes(text).map(|found| found.iter().map(|typed| typed.dims().clone()).collect());
        for (text, expected) in [
            ("(64, 1, 28, 28)", vec![dims(&[64, 1, 28, 28])]),
            ("(3,)", vec![dims(&[3])]),
            ("()", vec![dims(&[])]),
            ("2x3", vec![dims(&[2, 3])]),
            ("32, 784", vec![dims(&[32, 784])]),
            ("5", vec![dims(&[5])]),
            ("torch.Size([2, 3])", vec![dims(&[2, 3])]),
            ("nn.Linear(784, 256)", vec![dims(&[256, 784])]),
            ("Linear(in_features=784, out_features=10, bias=True)", vec![dims(&[10, 784])]),
            ("(2, 3) @ (3, 4)", vec![dims(&[2, 3]), dims(&[3, 4])]),
            ("2x3 3x4", vec![dims(&[2, 3]), dims(&[3, 4])]),
            ("torch.Size([2, 3]) torch.Size([3])", vec![dims(&[2, 3]), dims(&[3])]),
        ] {
            assert_eq!(one(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_shape_says_why() {
        for (text, wrong) in [
            ("", Wrong::NoShape),
            ("hello", Wrong::NoShape),
            ("(2, -3)", Wrong::Negative),
            ("(1, 1, 1, 1, 1, 1, 1)", Wrong::TooManyDims),
            ("(99999999, 99999999)", Wrong::TooLarge),
            ("(2, a)", Wrong::NoShape),
        ] {
            assert_eq!(shapes(text), Err(wrong), "{text}");
        }
        assert!(is_message("mat1 and mat2 shapes cannot be multiplied (32x784 and 128x10)"));
        for text in ["(2, 3) @ (3, 4)", "torch.Size([2, 3])", "nn.Linear(784, 10, bias=True)", "2x3"] {
            assert!(!is_message(text), "{text}");
        }
    }
}
