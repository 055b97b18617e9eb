//! LaTeX tokens. Comments are left out.

use crate::source::{Source, Span};
use crate::tree::dots_end;
use crate::{PasteError, PasteErrorKind};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tok {
    /// `\name`, or a backslash and one character.
    Command(String),
    /// `\begin{name}`
    Begin(String),
    /// `\end{name}`
    End(String),
    /// `{`
    Open,
    /// `}`
    Close,
    /// `&`
    Cell,
    /// `\\`, `\cr`, `\newline`
    Row,
    /// `^`
    Sup,
    /// `_`
    Sub,
    /// Blanks, line ends and `~`
    Blank,
    /// `…`
    Dots,
    Char(char),
}

/// A token and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) tok: Tok,
    pub(super) span: Span,
}

/// All tokens of a text.
pub(super) fn tokens(source: &Source) -> Result<Vec<Token>, PasteError> {
    let mut tokens = vec![];
    let mut at = 0;
    while let Some(c) = source.at(at) {
        let one = |tok| (tok, at + 1);
        let (tok, end) = match c {
            '%' => {
                at = source.find(at, |c| c == '\n');
                continue;
            }
            ' ' | '\n' | '~' => (Tok::Blank, source.find(at, |c| !matches!(c, ' ' | '\n' | '~'))),
            '$' => {
                at += 1;
                continue;
            }
            '{' => one(Tok::Open),
            '}' => one(Tok::Close),
            '&' => one(Tok::Cell),
            '^' => one(Tok::Sup),
            '_' => one(Tok::Sub),
            '\\' => command(source, at)?,
            c => match dots_end(source, at) {
                Some(end) => (Tok::Dots, end),
                None => one(Tok::Char(c)),
            },
        };
        tokens.push(Token { tok, span: (at, end) });
        at = end;
    }
    Ok(tokens)
}

/// The command at a backslash, and where it ends.
fn command(source: &Source, at: usize) -> Result<(Tok, usize), PasteError> {
    let letters = source.find(at + 1, |c| !c.is_ascii_alphabetic());
    let end = if letters > at + 1 { letters } else { (at + 2).min(source.len()) };
    let name = source.text((at + 1, end));
    match name.as_str() {
        "\\" | "cr" | "newline" | "tabularnewline" => Ok((Tok::Row, row_end(source, end))),
        "begin" | "end" => {
            let open = source.find(end, |c| c != ' ');
            let close = source.find(open, |c| matches!(c, '}' | '\n'));
            if !source.is(open, '{') || !source.is(close, '}') {
                return Err(source.error(at, PasteErrorKind::Unclosed { text: source.shown((at, end)) }));
            }
            let inside = source.text((open + 1, close)).trim().to_owned();
            Ok((if name == "begin" { Tok::Begin(inside) } else { Tok::End(inside) }, close + 1))
        }
        _ => Ok((Tok::Command(name), end)),
    }
}

/// Behind the star and the gap of `\\*[2pt]`.
fn row_end(source: &Source, end: usize) -> usize {
    let end = if source.is(end, '*') { end + 1 } else { end };
    let close = source.find(end, |c| matches!(c, ']' | '\n' | '&' | '\\'));
    let unit = source.slice((end, close)).iter().any(|c| c.is_ascii_alphabetic());
    if source.is(end, '[') && source.is(close, ']') && unit { close + 1 } else { end }
}

/// Behind the blanks at an index.
pub(super) fn skip_blanks(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|token| token.tok == Tok::Blank) {
        at += 1;
    }
    at
}

/// The tokens that braces at an index hold (or the one token there), and the index behind them. `None` without any.
pub(super) fn argument(tokens: &[Token], at: usize) -> Option<((usize, usize), usize)> {
    let at = skip_blanks(tokens, at);
    if tokens.get(at)?.tok != Tok::Open {
        return Some(((at, at + 1), at + 1));
    }
    let mut depth = 0usize;
    for (i, token) in tokens.iter().enumerate().skip(at) {
        match token.tok {
            Tok::Open => depth += 1,
            Tok::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(((at + 1, i), i + 1));
        }
    }
    None
}

/// Behind `[…]` at an index, if it stands there.
pub(super) fn option(tokens: &[Token], at: usize) -> usize {
    let open = skip_blanks(tokens, at);
    if !tokens.get(open).is_some_and(|token| token.tok == Tok::Char('[')) {
        return at;
    }
    let close = tokens.iter().skip(open).position(|token| matches!(token.tok, Tok::Char(']') | Tok::Cell | Tok::Row));
    match close {
        Some(close) if tokens[open + close].tok == Tok::Char(']') => open + close + 1,
        _ => at,
    }
}
