//! What is shown of a pasted message: the words that were recognised, with the exception before them and the rest of
//! their line.

use std::ops::Range;

/// Bytes that are shown before, and as many behind, the words that were recognised.
const AROUND: usize = 160;

/// A message as it was pasted.
#[derive(Debug, PartialEq, Eq)]
pub struct Quote {
    /// `RuntimeError`; empty if there is none.
    pub exception: String,
    /// The message, without it.
    pub text: String,
    /// Where the message begins in the paste, in bytes.
    pub start: usize,
}

/// The message in a paste whose words are in this range.
pub fn quote(paste: &str, words: Range<usize>) -> Quote {
    let before = paste.get(..words.start).unwrap_or_default();
    let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    let (exception, lead) = exception(line).unwrap_or_default();
    let rest = rest(paste.get(words.end..).unwrap_or_default());
    let start = words.start - lead.len();
    let mut text = paste.get(start..words.end + rest.len()).unwrap_or_default();
    // What another program put around the message ends with its bracket.
    while [('(', ')'), ('[', ']')]
        .iter()
        .any(|(open, close)| text.ends_with(*close) && text.matches(*close).count() > text.matches(*open).count())
    {
        text = &text[..text.len() - 1];
    }
    Quote { exception: exception.to_owned(), text: text.to_owned(), start }
}

/// The last exception named in a line, and what stands behind it.
fn exception(line: &str) -> Option<(&str, &str)> {
    let ends = ["Error: ", "Exception: "].map(|end| line.rfind(end).map(|at| at + end.len()));
    let (before, lead) = line.split_at_checked(ends.into_iter().flatten().max()?)?;
    let name = before.trim_end_matches(": ").rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '_'));
    (lead.len() <= AROUND && is_plain(lead)).then_some((name.into_iter().next()?, lead))
}

/// What of the text behind a message belongs to it.
fn rest(after: &str) -> &str {
    let line = after.split('\n').next().unwrap_or_default();
    // The place in the library's source tells nobody anything.
    let line = [" at /", " at C:", " (at /"]
        .iter()
        .filter_map(|at| line.split_once(at))
        .fold(line, |line, (own, _)| if own.len() < line.len() { own } else { line });
    // A message is in English: what the person wrote behind it is not.
    let line = line.split(|c: char| !c.is_ascii() || c == '*').next().unwrap_or_default().trim_end();
    if line.len() <= AROUND && is_plain(line) { line } else { "" }
}

/// Whether it has no colours and no markup.
fn is_plain(text: &str) -> bool {
    !text.contains(|c: char| c.is_control() || matches!(c, '<' | '`' | '"' | '|'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(paste: &str, words: &str) -> (String, String) {
        let start = paste.find(words).expect("the words");
        let Quote { exception, text, start: begins } = quote(paste, start..start + words.len());
        assert!(paste[begins..].starts_with(&text), "{paste}");
        (exception, text)
    }

    #[test]
    fn a_message_is_shown_with_its_exception_and_to_its_end() {
        let shown = |exception: &str, text: &str| (exception.to_owned(), text.to_owned());
        assert_eq!(
            quoted(
                "a\nRuntimeError: bmm(): expected `x` f32[2,3], the 1st input tensor, to be 3D.\nb",
                "f32[2,3], the"
            ),
            shown("", "f32[2,3], the 1st input tensor, to be 3D."),
            "markup between the exception and the words"
        );
        assert_eq!(
            quoted("[rank0]: RuntimeError: shape '[2, 3]' is invalid for input of size 8", "is invalid for input"),
            shown("RuntimeError", "shape '[2, 3]' is invalid for input of size 8")
        );
        assert_eq!(
            quoted("x (a.b.MyError: sizes 2 and 3)) in f", "sizes 2"),
            shown("a.b.MyError", "sizes 2 and 3)) in f")
        );
        assert_eq!(quoted("[ValueError: sizes 2 and 3.]", "sizes 2"), shown("ValueError", "sizes 2 and 3."));
        assert_eq!(
            quoted("RuntimeError: size mismatch, m1: [6 x 1] at /pytorch/aten/x.cu:290", "size mismatch"),
            shown("RuntimeError", "size mismatch, m1: [6 x 1]")
        );
        assert_eq!(quoted("sizes 2 and 3 \u{1b}[0m", "sizes 2"), shown("", "sizes 2"), "a colour");
        assert_eq!(quoted("sizes 2 and 3 왜 안 되나요?", "sizes 2 and 3"), shown("", "sizes 2 and 3"));
        assert_eq!(quoted("ValueError: 크기 sizes 2", "sizes 2"), shown("ValueError", "크기 sizes 2"));
    }
}
