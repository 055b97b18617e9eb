//! Word's linear format of a matrix: `[■(1&2@3&4)]`, `(■8(1&2@3&4))`.

use crate::numbers::Numbers;
use crate::source::{Source, Span};
use crate::{Notation, PasteError, PasteErrorKind, Pasted};

/// The sign that starts a matrix.
const MATRIX: char = '■';

/// Whether the text has the sign.
pub(crate) fn looks_like(source: &Source) -> bool {
    source.find(0, |c| c == MATRIX) < source.len()
}

/// Reads the matrix; nothing but brackets may stand around it.
pub(crate) fn read(source: &Source) -> Result<Pasted, PasteError> {
    let sign = source.find(0, |c| c == MATRIX);
    let open = source.find(sign, |c| c == '(');
    let close = source.find(open, |c| c == ')');
    if close >= source.len() {
        return Err(source.error(sign, PasteErrorKind::Unclosed { text: "(".to_owned() }));
    }
    let around = |(start, end): Span| (start..end).find(|&i| !source.at(i).is_some_and(|c| " \n[](){}|█".contains(c)));
    let number = |i: &usize| source.is_digit(*i);
    if let Some(at) =
        around((0, sign)).or_else(|| around((close, source.len()))).or_else(|| (sign + 1..open).find(|i| !number(i)))
    {
        return Err(source.unexpected((at, at + 1)));
    }
    let mut numbers = Numbers::default();
    let (mut rows, mut cols) = (0, None);
    for row in cut((open + 1, close), source, '@') {
        let cells = cut(row, source, '&');
        for cell in &cells {
            numbers.push(source, source.trimmed(*cell))?;
        }
        let expected = *cols.get_or_insert(cells.len());
        if expected != cells.len() {
            return Err(source.error(row.0, PasteErrorKind::Ragged { expected, got: cells.len() }));
        }
        rows += 1;
    }
    let tensor = numbers.into_tensor(source, open, &[rows, cols.unwrap_or(0)])?;
    Ok(Pasted { tensors: vec![tensor], notation: Notation::UnicodeMath, notes: vec![] })
}

fn cut((start, end): Span, source: &Source, mark: char) -> Vec<Span> {
    let mut parts = vec![];
    let mut from = start;
    for at in start..=end {
        if at == end || source.is(at, mark) {
            parts.push((from, at));
            from = at + 1;
        }
    }
    parts
}
