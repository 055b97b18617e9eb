//! Cuts brackets, words and separators out of a text. A word is everything else that stands together.

use crate::source::{Source, Span};
use crate::{PasteError, PasteErrorKind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `[`, `(`, `{` or `<`.
    Open(char),
    /// `]`, `)`, `}` or `>`.
    Close(char),
    Comma,
    Semicolon,
    /// Between the columns of Maple's `<<1, 2> | <3, 4>>`.
    Bar,
    Newline,
    /// `=`, `:=`, `<-`.
    Equals,
    Star,
    /// `...` or `…`
    Dots,
    /// `'cuda:0'`
    Quoted,
    /// `'` or `.'` behind a matrix.
    Tick,
    /// A number or a name.
    Word,
}

/// A kind and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    /// Whether it touches the token before it.
    pub(crate) glued: bool,
}

/// The bracket that closes `open`.
pub(crate) fn closing(open: char) -> char {
    match open {
        '[' => ']',
        '{' => '}',
        '<' => '>',
        _ => ')',
    }
}

/// The tokens of a text. Comments (`#`, `%` and `//`, to the end of the line) and continuation marks are left out.
pub(crate) fn tokens(source: &Source) -> Result<Vec<Token>, PasteError> {
    let mut tokens: Vec<Token> = vec![];
    let mut at = 0;
    while let Some(c) = source.at(at) {
        if comment(source, at) {
            at = source.find(at, |c| c == '\n');
            continue;
        }
        if let Some(end) = continuation(source, at, &tokens) {
            at = end;
            continue;
        }
        let single = |kind| Some((kind, at + 1));
        let glued = tokens.last().is_some_and(|last| last.span.1 == at);
        let after_value =
            glued && tokens.last().is_some_and(|last| matches!(last.kind, Kind::Close(_) | Kind::Word | Kind::Tick));
        let found = match c {
            ' ' => None,
            '\n' => single(Kind::Newline),
            '<' if source.starts_with(at, "<- ") => Some((Kind::Equals, at + 2)),
            ':' if source.is(at + 1, '=') => Some((Kind::Equals, at + 2)),
            '[' | '(' | '{' | '<' => single(Kind::Open(c)),
            ']' | ')' | '}' | '>' => single(Kind::Close(c)),
            ',' => single(Kind::Comma),
            ';' => single(Kind::Semicolon),
            '|' => single(Kind::Bar),
            '=' => single(Kind::Equals),
            '*' => single(Kind::Star),
            '\'' if after_value => single(Kind::Tick),
            '.' if after_value && source.is(at + 1, '\'') => Some((Kind::Tick, at + 2)),
            '\'' | '"' => Some((Kind::Quoted, quoted_end(source, at, c)?)),
            _ => match dots_end(source, at) {
                Some(end) => Some((Kind::Dots, end)),
                None => Some((Kind::Word, word_end(source, at))),
            },
        };
        at = match found {
            Some((kind, end)) => {
                tokens.push(Token { kind, span: (at, end), glued });
                end
            }
            None => at + 1,
        };
    }
    Ok(tokens)
}

/// Whether a remark starts here.
fn comment(source: &Source, at: usize) -> bool {
    let after = |c: char| at.checked_sub(1).is_some_and(|before| source.is(before, c));
    let free =
        at == 0 || after(' ') || after('\n') || after(';') || after(',') || after(')') || after(']') || after('}');
    match source.at(at) {
        Some('#') => free && !source.starts_with(at, "#m["),
        Some('%') => free,
        Some('/') => {
            free && source.is(at + 1, '/')
                && !source.starts_with(at, "// MatrixForm")
                && !source.starts_with(at, "//MatrixForm")
        }
        _ => false,
    }
}

/// Behind the mark with which MATLAB goes on with the next line: dots (and a remark) at the end of a line that is not
/// the only one between two commas, where they would stand for numbers left out. Also a backslash at the end of a line.
fn continuation(source: &Source, at: usize, before: &[Token]) -> Option<usize> {
    if source.is(at, '\\') && source.is(at + 1, '\n') {
        return Some(at + 2);
    }
    if !source.starts_with(at, "...") {
        return None;
    }
    let next = source.find(at + 3, |c| c != ' ');
    // What follows the dots on their line is a remark.
    let remark = source.at(next).is_some_and(|c| c == '%' || c.is_alphabetic());
    let feed = if remark { source.find(next, |c| c == '\n') } else { next };
    // NumPy's `[[0 1]\n ...\n [8 9]]` has the dots on a line of their own, and the dots of a vector, with three numbers
    // before them, may end a line. It writes no other separators.
    let goes_on = source.is(feed, '\n') && before.last().is_some_and(|token| token.kind != Kind::Newline);
    let numpy = || {
        let open = before.iter().rposition(|token| token.kind != Kind::Word);
        let words = before.len() - open.map_or(0, |open| open + 1);
        words == 3 && !source.slice((0, source.len())).iter().any(|c| matches!(c, ',' | ';' | '=' | '%'))
    };
    (goes_on && !numpy()).then_some(feed + 1)
}

/// Behind the mark that ends what starts at an index, on the same line.
fn quoted_end(source: &Source, start: usize, mark: char) -> Result<usize, PasteError> {
    let end = source.find(start + 1, |c| c == mark || c == '\n');
    if source.is(end, mark) {
        return Ok(end + 1);
    }
    Err(source.error(start, PasteErrorKind::Unclosed { text: mark.to_string() }))
}

/// Behind the marks of a shortened print-out, if an index has them.
pub(crate) fn dots_end(source: &Source, at: usize) -> Option<usize> {
    match source.at(at)? {
        '…' | '⋯' | '⋮' | '⋱' => Some(at + 1),
        '.' if source.starts_with(at, "...") => Some(source.find(at, |c| c != '.')),
        _ => None,
    }
}

fn word_end(source: &Source, start: usize) -> usize {
    let ends = |i: usize| match source.at(i) {
        // `1.5*^-9`
        Some('*') => !source.is(i + 1, '^'),
        // `1'234`
        Some('\'') => !(source.is_digit(i - 1) && source.is_digit(i + 1)),
        Some(':') => source.is(i + 1, '='),
        Some(c) => {
            matches!(c, ' ' | '\n' | '[' | ']' | '(' | ')' | '{' | '}' | ',' | ';' | '=' | '"' | '<' | '>' | '|')
                || dots_end(source, i).is_some()
                || c == '.' && source.is(i + 1, '\'')
        }
        None => true,
    };
    let from = if source.starts_with(start, "#m") { start + 1 } else { start };
    (from + 1..=source.len()).find(|&i| ends(i)).unwrap_or(source.len())
}
