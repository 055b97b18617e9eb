//! The rows and cells of a matrix.

use super::cell;
use super::lex::{Tok, Token, argument, option, skip_blanks};
use super::names;
use crate::numbers::Numbers;
use crate::source::{Source, Span};
use crate::{PasteError, PasteErrorKind, Tensor};

/// The index of the `\end` that belongs to a `\begin` before an index.
pub(super) fn matrix_end(tokens: &[Token], at: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (i, token) in tokens.iter().enumerate().skip(at) {
        match &token.tok {
            Tok::Begin(_) => depth += 1,
            Tok::End(_) if depth == 0 => return Some(i),
            Tok::End(_) => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Reads the rows between `\begin` and `\end`.
pub(super) fn read(source: &Source, tokens: &[Token], begin: Span) -> Result<Tensor, PasteError> {
    let mut numbers = Numbers::default();
    let (mut rows, mut cols) = (0, None);
    for row in split(tokens, |tok| *tok == Tok::Row) {
        let cells = split(row, |tok| *tok == Tok::Cell);
        let (place, _) = span_of(row, row.first().map_or(begin, |token| token.span));
        if let [cell] = &cells[..]
            && is_empty(source, cell)?
        {
            // What stands behind the last `\\`, or around lines that are drawn between rows.
            let last = row.last().or(cell.last()).map(|token| token.span.1);
            let drawn = row.iter().any(|token| matches!(&token.tok, Tok::Command(name) if names::is_rule(name)));
            let ends = tokens.last().map(|token| token.span.1);
            if drawn || last.is_none() && row.as_ptr_range().end == tokens.as_ptr_range().end || last == ends {
                continue;
            }
            return Err(source.unexpected((place, place + 2)));
        }
        for cell in &cells {
            let span = span_of(cell, (place, place));
            let text = cell::text(source, cell)?;
            numbers.push_text(source, span, text)?;
        }
        let expected = *cols.get_or_insert(cells.len());
        if expected != cells.len() {
            return Err(source.error(place, PasteErrorKind::Ragged { expected, got: cells.len() }));
        }
        rows += 1;
    }
    numbers.into_tensor(source, begin.0, &[rows, cols.unwrap_or(0)])
}

/// Rows without anything around them, `1 & 2 \\ 3 & 4`, or a single number.
pub(super) fn bare(source: &Source, tokens: &[Token]) -> Result<Tensor, PasteError> {
    let wraps = |token: &&Token| match &token.tok {
        Tok::Begin(_) | Tok::End(_) => false,
        Tok::Command(name) => !matches!(name.as_str(), "[" | "]" | "(" | ")"),
        _ => true,
    };
    let mut tokens: Vec<Token> = tokens.iter().filter(wraps).cloned().collect();
    if let Some(equals) = tokens.iter().rposition(|token| token.tok == Tok::Char('=')) {
        tokens.drain(..=equals);
    }
    let first = tokens.iter().find(|token| token.tok != Tok::Blank);
    let place = first.map_or((source.len(), source.len()), |token| token.span);
    if first.is_none() {
        return Err(source.error(place.0, PasteErrorKind::Empty));
    }
    if tokens.iter().any(|token| matches!(token.tok, Tok::Cell | Tok::Row)) {
        return read(source, &tokens, place);
    }
    let mut numbers = Numbers::default();
    let span = span_of(&tokens, place);
    numbers.push_text(source, span, cell::text(source, &tokens)?)?;
    numbers.into_tensor(source, place.0, &[])
}

/// The tokens between those that cut, outside braces.
fn split(tokens: &[Token], cuts: impl Fn(&Tok) -> bool) -> Vec<&[Token]> {
    let (mut parts, mut from, mut depth) = (vec![], 0, 0usize);
    for (i, token) in tokens.iter().enumerate() {
        match &token.tok {
            Tok::Open => depth += 1,
            Tok::Close => depth = depth.saturating_sub(1),
            tok if depth == 0 && cuts(tok) => {
                parts.push(&tokens[from..i]);
                from = i + 1;
            }
            _ => {}
        }
    }
    parts.push(&tokens[from..]);
    parts
}

/// From the first visible token to the last.
fn span_of(tokens: &[Token], otherwise: Span) -> Span {
    let visible = |token: &&Token| token.tok != Tok::Blank;
    match (tokens.iter().find(visible), tokens.iter().rfind(visible)) {
        (Some(first), Some(last)) => (first.span.0, last.span.1),
        _ => otherwise,
    }
}

/// Whether a cell has nothing but blanks, lines and gaps.
fn is_empty(source: &Source, cell: &[Token]) -> Result<bool, PasteError> {
    Ok(visible(source, cell)?.is_empty())
}

/// The tokens of a cell that say something about its number.
pub(super) fn visible<'a>(source: &Source, cell: &'a [Token]) -> Result<Vec<&'a Token>, PasteError> {
    let mut kept = vec![];
    let mut at = 0;
    while let Some(token) = cell.get(at) {
        at += 1;
        match &token.tok {
            Tok::Command(name) if ["multicolumn", "multirow", "Block"].contains(&name.as_str()) => {
                return Err(source.error(token.span.0, PasteErrorKind::MergedCells));
            }
            Tok::Command(name) if names::skipped(name).is_some() => {
                if name == "cmidrule" {
                    at = parenthesised(cell, option(cell, at));
                }
                for _ in 0..names::skipped(name).unwrap_or(0) {
                    at = argument(cell, at).map_or(at, |(_, behind)| behind);
                }
            }
            Tok::Command(name) if names::is_style(name) || names::is_rule(name) || names::is_delimiter(name) => {}
            Tok::Command(name) if names::is_silent(name) && !is_gap(name) => {}
            _ => kept.push(token),
        }
    }
    let is_gap = |token: &&Token| match &token.tok {
        Tok::Blank => true,
        Tok::Command(name) => is_gap(name),
        _ => false,
    };
    let start = kept.iter().position(|token| !is_gap(token)).unwrap_or(kept.len());
    let end = kept.iter().rposition(|token| !is_gap(token)).map_or(start, |last| last + 1);
    Ok(kept[start..end].to_vec())
}

/// Behind the `(lr)` of `\cmidrule(lr){1-2}`.
fn parenthesised(cell: &[Token], at: usize) -> usize {
    let open = skip_blanks(cell, at);
    let close = cell.iter().skip(open).position(|token| token.tok == Tok::Char(')'));
    match close {
        Some(close) if cell[open].tok == Tok::Char('(') => open + close + 1,
        _ => at,
    }
}

/// A command that makes a gap between digits.
pub(super) fn is_gap(name: &str) -> bool {
    [",", ";", ":", "!", " ", "\n", ">", "quad", "qquad", "thinspace", "enspace", "medspace"].contains(&name)
}
