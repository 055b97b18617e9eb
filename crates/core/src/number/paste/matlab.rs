//! Flat brackets with rows: `[1 2; 3 4]`.

use super::numbers::Numbers;
use super::source::Source;
use super::token::{Kind, Token};
use super::{PasteError, PasteErrorKind, PasteForm, Pasted};

/// NumPy wraps a vector where the next entry and the bracket would go beyond 75 characters.
const NUMPY_WIDTH: usize = 75;

/// Reads rows, if that is what the brackets hold; `None` leaves them to be read as lists.
pub(super) fn read(source: &Source, tokens: &[Token]) -> Result<Option<Pasted>, PasteError> {
    let Some((open, rest)) = tokens.split_first().filter(|(open, _)| open.kind == Kind::Open('[')) else {
        return Ok(None);
    };
    // To the first bracket; if another one opens there, the brackets are nested.
    let Some(end) = rest.iter().position(|token| matches!(token.kind, Kind::Open(_) | Kind::Close(_))) else {
        return Ok(None);
    };
    let (inside, after) = rest.split_at(end);
    let is_flat = after.first().is_some_and(|token| token.kind == Kind::Close(']'));
    let semicolons = inside.iter().any(|token| token.kind == Kind::Semicolon);
    if !is_flat || !semicolons && !has_rows(inside, open) {
        return Ok(None);
    }
    let after: Vec<Token> = after.iter().skip(1).filter(|token| token.kind != Kind::Newline).copied().collect();
    if let Some(token) = after.iter().enumerate().find(|(i, token)| *i > 0 || token.kind != Kind::Semicolon) {
        return Err(source.unexpected(token.1.start, token.1.end));
    }
    rows(source, inside, open.start).map(Some)
}

/// Whether lines are rows rather than one wrapped list.
fn has_rows(inside: &[Token], open: &Token) -> bool {
    let lines: Vec<&[Token]> =
        inside.split(|token| token.kind == Kind::Newline).filter(|line| !line.is_empty()).collect();
    let Some((_, all_but_last)) = lines.split_last().filter(|(_, others)| !others.is_empty()) else { return false };
    let goes_on = |line: &[Token]| line.last().is_some_and(|token| token.kind == Kind::Comma);
    if all_but_last.iter().all(|line| goes_on(line)) {
        return false;
    }
    if inside.iter().any(|token| token.kind == Kind::Comma) {
        return true;
    }
    // Dots without a comma or semicolon anywhere: NumPy shortened a vector.
    let elided = inside.iter().any(|token| token.kind == Kind::Dots);
    !elided && !is_wrapped(all_but_last, open)
}

/// Whether no line has room for one more entry. NumPy gives every entry the same width, with a blank or the bracket
/// before it.
fn is_wrapped(lines: &[&[Token]], open: &Token) -> bool {
    let width = |(i, line): (usize, &&[Token])| {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { return 0 };
        let start = if i == 0 { open.start } else { first.start };
        (last.end - start).div_ceil(line.len())
    };
    let width = lines.iter().enumerate().map(width).max().unwrap_or(0);
    lines.iter().all(|line| (line.len() + 1) * width >= NUMPY_WIDTH)
}

fn rows(source: &Source, inside: &[Token], start: usize) -> Result<Pasted, PasteError> {
    let mut numbers = Numbers::default();
    let (mut rows, mut cols) = (0, None);
    let mut row: Option<(usize, usize)> = None;
    // The last separator, to find a second one without a number between.
    let mut before = Kind::Semicolon;
    let mut inside = inside.iter().peekable();
    while let Some(token) = inside.next() {
        match token.kind {
            Kind::Word => {
                numbers.push(source, token.start, token.end)?;
                row = Some(row.map_or((token.start, 1), |(place, count)| (place, count + 1)));
            }
            Kind::Dots if inside.next_if(|next| next.kind == Kind::Newline).is_some() && before != Kind::Comma => {
                // MATLAB goes on with the next line.
                continue;
            }
            Kind::Dots => return Err(source.error(token.start, PasteErrorKind::Elided)),
            Kind::Comma if before == Kind::Word => {}
            Kind::Newline => finish_row(source, &mut row, &mut rows, &mut cols)?,
            Kind::Semicolon if row.is_some() || before == Kind::Newline && rows > 0 => {
                finish_row(source, &mut row, &mut rows, &mut cols)?;
            }
            _ => return Err(source.unexpected(token.start, token.end)),
        }
        before = token.kind;
    }
    finish_row(source, &mut row, &mut rows, &mut cols)?;
    numbers.into_pasted(source, start, &[rows, cols.unwrap_or(0)], PasteForm::Matlab)
}

fn finish_row(
    source: &Source,
    row: &mut Option<(usize, usize)>,
    rows: &mut usize,
    cols: &mut Option<usize>,
) -> Result<(), PasteError> {
    if let Some((place, got)) = row.take() {
        let expected = *cols.get_or_insert(got);
        if expected != got {
            return Err(source.error(place, PasteErrorKind::Ragged { expected, got }));
        }
        *rows += 1;
    }
    Ok(())
}
