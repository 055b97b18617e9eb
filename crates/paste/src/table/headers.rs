//! A line of column names, and a column that counts the rows.

use super::cells::Row;
use crate::source::{Source, Span};
use crate::{Note, literal};
use matwalk_core::number::parse;

/// Takes names and counters off the rows, and says which.
pub(super) fn left_out(source: &Source, rows: &mut Vec<Row>) -> Vec<Note> {
    let mut notes = vec![];
    let Some((first, rest)) = rows.split_first().filter(|(_, rest)| !rest.is_empty()) else { return notes };
    let empty = |cell: &Span| cell.0 >= cell.1;
    let corner = first.cells.first().is_some_and(empty);
    let names = first.cells.iter().filter(|cell| !empty(cell));
    let named = names.clone().all(|cell| is_name(source, *cell)) && names.clone().count() > 0;
    let counted = names.clone().enumerate().all(|(i, cell)| source.text(*cell) == i.to_string());
    let wide = rest.iter().all(|row| row.cells.len() == first.cells.len() + 1);
    let even = rest.iter().all(|row| row.cells.len() == first.cells.len());
    let from = |start: usize| {
        rest.iter()
            .enumerate()
            .all(|(i, row)| row.cells.first().is_some_and(|cell| source.text(*cell) == (i + start).to_string()))
    };
    let indexed = (wide && !corner || even && corner) && (from(0) || named && from(1));
    if indexed && (named || counted) {
        rows.remove(0);
        rows.iter_mut().for_each(|row| {
            row.cells.remove(0);
        });
        notes.extend([Note::HeaderLeftOut, Note::IndexLeftOut]);
    } else if named && even && !corner {
        rows.remove(0);
        notes.push(Note::HeaderLeftOut);
    }
    notes
}

/// A word with letters that is no number.
fn is_name(source: &Source, (start, end): Span) -> bool {
    let text = source.text((start, end));
    let text = text.trim_matches('"');
    let plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ' ' | '.' | '-'));
    let missing = ["NA", "N/A", "None", "null", "NULL", "nil", "NaT", "missing"].contains(&text);
    plain && !missing && text.starts_with(char::is_alphabetic) && parse(text).is_err() && literal::plain(text).is_none()
}
