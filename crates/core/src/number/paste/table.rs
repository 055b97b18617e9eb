//! Lines of numbers: from a spreadsheet, a CSV file, a terminal.

use super::numbers::Numbers;
use super::source::Source;
use super::token::dots_end;
use super::{PasteError, PasteErrorKind, PasteForm, Pasted};
use crate::number::scalar::NumberError;

/// Two places: where something starts and where it has ended.
type Span = (usize, usize);

/// What stands between two cells of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Tab,
    Semicolon,
    Comma,
    Blank,
    /// Semicolons end rows, as in MATLAB; cells stand between blanks.
    Rows,
}

/// Reads lines from a place to the end.
pub(super) fn read(source: &Source, start: usize) -> Result<Pasted, PasteError> {
    let mut numbers = Numbers::default();
    let mut lines = lines(source, start);
    if let Some(factor) = lines.first().and_then(|line| factor(source, *line)) {
        numbers.set_factor(source, factor.0, factor.1)?;
        lines.remove(0);
    }
    let between = between(source, &lines);
    if between == Between::Rows {
        lines = lines.iter().flat_map(|line| pieces(source, *line, |i| source.at(i) == Some(';'))).collect();
        lines.retain(|(start, end)| start < end);
    }
    let mut rows: Vec<(usize, Vec<Span>)> = lines.iter().map(|line| (line.0, cells(source, *line, between))).collect();
    drop_last_separators(&mut rows);
    let mut cols = None;
    for (place, row) in &rows {
        for (i, cell) in row.iter().enumerate() {
            let before = i.checked_sub(1).and_then(|before| row.get(before));
            push(source, &mut numbers, *cell, before.copied(), between)?;
        }
        let (expected, got) = (*cols.get_or_insert(row.len()), row.len());
        if expected != got {
            return Err(source.error(*place, PasteErrorKind::Ragged { expected, got }));
        }
    }
    let cols = cols.ok_or_else(|| source.error(start, PasteErrorKind::Empty))?;
    let form = match between {
        _ if rows.len() * cols == 1 => PasteForm::Number,
        Between::Tab => PasteForm::Tabs,
        Between::Semicolon | Between::Comma => PasteForm::Csv,
        Between::Blank => PasteForm::Blanks,
        Between::Rows => PasteForm::Matlab,
    };
    match (rows.len(), cols) {
        (1, 1) => numbers.into_pasted(source, start, &[], form),
        (1, _) if between != Between::Rows => numbers.into_pasted(source, start, &[cols], form),
        (rows, _) => numbers.into_pasted(source, start, &[rows, cols], form),
    }
}

/// The lines with something in them. The line that old PyTorch puts below a tensor is left out.
fn lines(source: &Source, start: usize) -> Vec<Span> {
    let mut lines = vec![];
    let mut from = start;
    for at in start..=source.len() {
        if matches!(source.at(at), Some('\n') | None) {
            // Blanks at both ends go, tabs stay: they stand beside empty cells.
            let blank = |i: usize| source.at(i) == Some(' ') && !source.is_tab(i);
            let first = (from..at).find(|&i| !blank(i)).unwrap_or(at);
            let last = (first..at).rfind(|&i| !blank(i)).map_or(first, |last| last + 1);
            let visible = (first..last).any(|i| source.at(i) != Some(' '));
            if visible && !source.starts_with(first, "[torch.") {
                lines.push((first, last));
            }
            from = at + 1;
        }
    }
    lines
}

/// The number of a line such as `1.0e+03 *`.
fn factor(source: &Source, (start, end): Span) -> Option<Span> {
    let star = end.checked_sub(1).filter(|&last| source.at(last) == Some('*'))?;
    let end = source.trimmed_end(start, star);
    (start < end).then_some((start, end))
}

fn between(source: &Source, lines: &[Span]) -> Between {
    let any = |wanted: &dyn Fn(usize) -> bool| lines.iter().any(|(start, end)| (*start..*end).any(wanted));
    if any(&|i| source.is_tab(i)) {
        return Between::Tab;
    }
    if any(&|i| source.at(i) == Some(';')) {
        let several = |line: &Span| {
            let parts = pieces(source, *line, |i| source.at(i) == Some(';'));
            parts.iter().any(|(start, end)| (*start..*end).any(|i| source.at(i) == Some(' ')))
        };
        return if lines.iter().any(several) { Between::Rows } else { Between::Semicolon };
    }
    if any(&|i| source.at(i) == Some(',')) { Between::Comma } else { Between::Blank }
}

/// What stands between the places that `cuts` picks, without blanks around.
fn pieces(source: &Source, (start, end): Span, cuts: impl Fn(usize) -> bool) -> Vec<Span> {
    let mut pieces = vec![];
    let mut from = start;
    for at in start..=end {
        if at == end || cuts(at) {
            let first = (from..at).find(|&i| source.at(i) != Some(' ')).unwrap_or(from);
            pieces.push((first, source.trimmed_end(first, at)));
            from = at + 1;
        }
    }
    pieces
}

fn cells(source: &Source, line: Span, between: Between) -> Vec<Span> {
    let is = |i: usize, c: char| source.at(i) == Some(c);
    let is_blank = |i: usize| is(i, ' ');
    match between {
        Between::Tab => pieces(source, line, |i| source.is_tab(i)),
        Between::Semicolon => pieces(source, line, |i| is(i, ';')),
        Between::Comma => pieces(source, line, |i| is(i, ',')),
        Between::Blank | Between::Rows => {
            // A comma before a blank belongs to the blank.
            let cut = |i: usize| is_blank(i) || between == Between::Rows && is(i, ',') && is_blank(i + 1);
            pieces(source, line, cut).into_iter().filter(|(start, end)| start < end).collect()
        }
    }
}

/// A separator at the end of every line stands before nothing.
fn drop_last_separators(rows: &mut [(usize, Vec<Span>)]) {
    let ends_empty =
        |(_, row): &(usize, Vec<Span>)| row.len() > 1 && row.last().is_some_and(|(start, end)| start >= end);
    while rows.iter().all(ends_empty) && !rows.is_empty() {
        for (_, row) in rows.iter_mut() {
            row.pop();
        }
    }
}

fn push(
    source: &Source,
    numbers: &mut Numbers,
    (start, end): Span,
    before: Option<Span>,
    between: Between,
) -> Result<(), PasteError> {
    if let Some(dots) = (start..end).find(|&i| dots_end(source, i).is_some()) {
        return Err(source.error(dots, PasteErrorKind::Elided));
    }
    // `1,000` and `12 000`: no number starts with a zero too many, so this is one number with a separator in it.
    let in_doubt = matches!(between, Between::Comma | Between::Blank) && is_group(source, (start, end));
    if let Some(before) = before.filter(|before| in_doubt && before.1 + 1 == start) {
        let text = source.shown(before.0, end);
        let error = NumberError::ThousandsSeparator { at: before.1 - before.0 };
        return Err(source.error(before.0, PasteErrorKind::Number { text, error }));
    }
    let quoted = end > start + 1 && source.at(start) == Some('"') && source.at(end - 1) == Some('"');
    let (start, end) = if quoted { (source.skip_blanks(start + 1), end - 1) } else { (start, end) };
    numbers.push(source, start, source.trimmed_end(start, end))
}

/// Three digits, the first of them a zero.
fn is_group(source: &Source, (start, end): Span) -> bool {
    end - start == 3 && source.at(start) == Some('0') && source.slice(start, end).iter().all(char::is_ascii_digit)
}
