//! Cuts brackets, words and separators out of a text. A word is everything else that stands together.

use super::source::Source;
use super::{PasteError, PasteErrorKind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `[`, `(` or `{`.
    Open(char),
    /// `]`, `)` or `}`.
    Close(char),
    Comma,
    Semicolon,
    Newline,
    Equals,
    Star,
    /// `...` or `…`
    Dots,
    /// `'cuda:0'`
    Quoted,
    /// `<MmBackward0>`
    Angle,
    /// A number or a name.
    Word,
}

/// A kind and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The bracket that closes `open`.
pub(super) fn closing(open: char) -> char {
    match open {
        '[' => ']',
        '{' => '}',
        _ => ')',
    }
}

/// The tokens from a place to the end. Comments (`#` and `%`, to the end of the line) are left out.
pub(super) fn tokens(source: &Source, start: usize) -> Result<Vec<Token>, PasteError> {
    let mut tokens = vec![];
    let mut at = start;
    while let Some(c) = source.at(at) {
        let begin = at;
        let single = |kind| Some((kind, begin + 1));
        let found = match c {
            ' ' => None,
            '\n' => single(Kind::Newline),
            '[' | '(' | '{' => single(Kind::Open(c)),
            ']' | ')' | '}' => single(Kind::Close(c)),
            ',' => single(Kind::Comma),
            ';' => single(Kind::Semicolon),
            '=' => single(Kind::Equals),
            '*' => single(Kind::Star),
            '#' | '%' => {
                at = (at..source.len()).find(|&i| source.at(i) == Some('\n')).unwrap_or(source.len());
                continue;
            }
            '\'' | '"' => Some((Kind::Quoted, quoted_end(source, at, c)?)),
            '<' => Some((Kind::Angle, quoted_end(source, at, '>')?)),
            _ => match dots_end(source, at) {
                Some(end) => Some((Kind::Dots, end)),
                None => Some((Kind::Word, word_end(source, at))),
            },
        };
        at = match found {
            Some((kind, end)) => {
                tokens.push(Token { kind, start: begin, end });
                end
            }
            None => at + 1,
        };
    }
    Ok(tokens)
}

/// Behind the mark that ends what starts at a place, on the same line.
fn quoted_end(source: &Source, start: usize, mark: char) -> Result<usize, PasteError> {
    let mut rest = start + 1..source.len();
    match rest.find(|&i| matches!(source.at(i), Some(c) if c == mark || c == '\n')) {
        Some(end) if source.at(end) == Some(mark) => Ok(end + 1),
        _ => Err(source.error(start, PasteErrorKind::Unclosed)),
    }
}

/// Behind the marks of a shortened print-out, if a place has them.
pub(super) fn dots_end(source: &Source, at: usize) -> Option<usize> {
    match source.at(at)? {
        '…' | '⋯' | '⋮' | '⋱' => Some(at + 1),
        '.' if source.starts_with(at, "...") => Some(at + 3),
        _ => None,
    }
}

fn word_end(source: &Source, start: usize) -> usize {
    let ends = |i: usize| {
        let mark = matches!(
            source.at(i),
            Some(' ' | '\n' | '[' | ']' | '(' | ')' | '{' | '}' | ',' | ';' | '=' | '*' | '\'' | '"' | '<' | '#' | '%')
        );
        mark || dots_end(source, i).is_some()
    };
    (start + 1..source.len()).find(|&i| ends(i)).unwrap_or(source.len())
}
