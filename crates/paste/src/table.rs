//! Lines of numbers: from a spreadsheet, a CSV file, a terminal, between bars.

mod bars;
mod cells;
mod headers;

use crate::display;
use crate::numbers::Numbers;
use crate::source::{Source, Span};
use crate::tree::dots_end;
use crate::{Notation, Note, PasteError, PasteErrorKind, Pasted, doubt};
use cells::{Between, Row};
use matwalk_core::number::NumberError;

/// Reads all lines of a text.
pub(crate) fn read(source: &Source) -> Result<Pasted, PasteError> {
    let (name, start) = label(source);
    let source = &source.without(&[(0, start)]);
    let (source, bars) = &bars::opened(source);
    let mut numbers = Numbers::default();
    let mut lines = cells::lines(source);
    if let Some(factor) = lines.first().and_then(|line| factor(source, *line)) {
        numbers.set_factor(source, factor)?;
        lines.remove(0);
    }
    let display = display::of(source, &lines);
    let all: Vec<Span> = display.blocks.concat();
    let between = cells::between(source, &all, bars.inner);
    if let Some(dots) = all.iter().find_map(|(start, end)| (*start..*end).find(|&i| dots_end(source, i).is_some())) {
        return Err(source.error(dots, PasteErrorKind::Elided));
    }
    if let Some(unit) = all.iter().find_map(|(start, end)| (*start..*end).find(|&i| is_unit(source, i))) {
        return Err(source.error(unit, PasteErrorKind::Word { text: source.shown((unit, unit + 1)) }));
    }
    check_commas(source, &all, between)?;
    let mut blocks = display.blocks.iter().map(|lines| cells::rows(source, lines, between));
    let mut rows = blocks.next().unwrap_or_default();
    for block in blocks {
        if block.len() != rows.len() {
            let at = block.first().map_or(source.len(), |row| row.at);
            return Err(source.error(at, PasteErrorKind::Ragged { expected: rows.len(), got: block.len() }));
        }
        rows.iter_mut().zip(block).for_each(|(row, more)| row.cells.extend(more.cells));
    }
    if between == Between::Blank {
        mixed_numbers(source, &rows)?;
    }
    let from_one = rows.get(1).and_then(|row| row.cells.first()).is_some_and(|cell| source.text(*cell) == "1");
    let mut notes = headers::left_out(source, &mut rows);
    for row in &rows {
        for cell in &row.cells {
            push(source, &mut numbers, *cell, between, &mut notes)?;
        }
    }
    let notation = display.notation.or(bars.notation).unwrap_or(match between {
        _ if notes.contains(&Note::IndexLeftOut) && from_one => Notation::R,
        _ if notes.contains(&Note::IndexLeftOut) => Notation::Pandas,
        _ if numbers.values.len() == 1 => Notation::Number,
        Between::Tab => Notation::Spreadsheet,
        Between::Semicolon | Between::Comma => Notation::Csv,
        Between::Bar => Notation::Bars,
        Between::Blank => Notation::Blanks,
        Between::Rows => Notation::Matlab,
    });
    let cut = !notes.is_empty() && notes.iter().any(|note| matches!(note, Note::HeaderLeftOut | Note::IndexLeftOut));
    let stays = display.notation == Some(Notation::R) || cut || between == Between::Rows || bars.notation.is_some();
    let sizes = shape(source, &rows, display.vector, stays)?;
    notes.extend(numbers.notes());
    let mut tensor = numbers.into_tensor(source, 0, &sizes)?;
    tensor.name = name;
    Ok(Pasted { tensors: vec![tensor], notation, notes })
}

/// Refuses `1 1/2` where it may be a mixed number: where all rows stay equally long if such pairs are one number each.
fn mixed_numbers(source: &Source, rows: &[Row]) -> Result<(), PasteError> {
    let whole = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let is_mixed = |left: Span, right: Span| {
        let fraction = source.text(right);
        let parts = fraction.split_once('/').and_then(|(above, below)| whole(above).zip(whole(below)));
        let proper = parts.is_some_and(|(above, below)| 0 < above && above < below);
        let first = source.text(left);
        proper && left.1 + 1 == right.0 && whole(first.trim_start_matches('-')).is_some_and(|number| number > 0)
    };
    let pairs = |row: &Row| row.cells.windows(2).filter(|pair| is_mixed(pair[0], pair[1])).count();
    let lengths: Vec<usize> = rows.iter().map(|row| row.cells.len() - pairs(row)).collect();
    let even = lengths.windows(2).all(|pair| pair[0] == pair[1]);
    let first = rows.iter().flat_map(|row| row.cells.windows(2)).find(|pair| is_mixed(pair[0], pair[1]));
    match first {
        Some(pair) if even => {
            let text = source.shown((pair[0].0, pair[1].1));
            Err(source.error(pair[0].0, PasteErrorKind::Grouping { text }))
        }
        _ => Ok(()),
    }
}

/// A sign of a currency, or a percent sign behind a number.
fn is_unit(source: &Source, at: usize) -> bool {
    let percent = source.is(at, '%') && at > 0 && (source.is_digit(at - 1) || source.is(at - 1, ' '));
    percent || matches!(source.at(at), Some('$' | '€' | '£' | '¥' | '₩' | '￦' | '‰'))
}

/// The sizes of rows that are equally long; a single line is a vector unless it `stays` a row.
fn shape(source: &Source, rows: &[Row], vector: bool, stays: bool) -> Result<Vec<usize>, PasteError> {
    let Some(first) = rows.first() else { return Err(source.error(source.len(), PasteErrorKind::Empty)) };
    let expected = first.cells.len();
    if vector {
        return Ok(vec![rows.iter().map(|row| row.cells.len()).sum()]);
    }
    if let Some(row) = rows.iter().find(|row| row.cells.len() != expected) {
        return Err(source.error(row.at, PasteErrorKind::Ragged { expected, got: row.cells.len() }));
    }
    Ok(match (rows.len(), expected) {
        (1, 1) if !stays => vec![],
        (1, cols) if !stays => vec![cols],
        (rows, cols) => vec![rows, cols],
    })
}

/// The name of `x = 1 2 3`, and where the numbers start.
fn label(source: &Source) -> (Option<String>, usize) {
    let Some(first) = source.next_visible(0) else { return (None, 0) };
    let end = source.find(first, |c| matches!(c, '=' | ':' | '\n' | '\t'));
    let name = source.text((first, end));
    let name = name.trim();
    let is_name =
        name.starts_with(char::is_alphabetic) && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ' '));
    let marked = source.is(end, '=') && !source.is(end + 1, '=') || source.is(end, ':');
    match source.next_visible(end + 1) {
        Some(start) if is_name && marked => (Some(name.to_owned()).filter(|name| !name.contains(' ')), start),
        _ => (None, 0),
    }
}

/// The number of a line such as `1.0e+03 *`.
fn factor(source: &Source, (start, end): Span) -> Option<Span> {
    let star = end.checked_sub(1).filter(|&last| source.is(last, '*'))?;
    let (start, end) = source.trimmed((start, star));
    (start < end).then_some((start, end))
}

/// Refuses commas between digits that may be decimal or grouping commas.
fn check_commas(source: &Source, lines: &[Span], between: Between) -> Result<(), PasteError> {
    let others = match between {
        Between::Tab | Between::Semicolon | Between::Bar | Between::Blank => true,
        Between::Rows => false,
        Between::Comma => lines.iter().any(|line| blank_between_numbers(source, *line)),
    };
    doubt::commas(source, lines, others)
}

/// Whether a blank without a comma beside it stands between two numbers.
fn blank_between_numbers(source: &Source, (start, end): Span) -> bool {
    let mut last = None;
    for i in start..end {
        if source.is(i, ' ') {
            continue;
        }
        let number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
        if let Some(last) = last
            && last + 1 < i
            && number(source.at(last))
            && number(source.at(i))
            && !source.is(last, '-')
        {
            return true;
        }
        last = Some(i);
    }
    false
}

/// Reads a cell, in quotes or not.
fn push(
    source: &Source,
    numbers: &mut Numbers,
    span: Span,
    between: Between,
    notes: &mut Vec<Note>,
) -> Result<(), PasteError> {
    let (start, end) = span;
    let within = |open: char, close: char| end > start + 1 && source.is(start, open) && source.is(end - 1, close);
    if within('(', ')') {
        let inside = source.trimmed((start + 1, end - 1));
        if between != Between::Tab {
            return Err(source.error(start, PasteErrorKind::Accounting { text: source.shown(span) }));
        }
        if !notes.contains(&Note::AccountingNegative) {
            notes.push(Note::AccountingNegative);
        }
        return numbers.push_text(source, span, format!("-{}", source.text(inside)));
    }
    let inside = if within('"', '"') || within('\'', '\'') { source.trimmed((start + 1, end - 1)) } else { span };
    if inside.0 >= inside.1 {
        let kind = PasteErrorKind::Number { text: String::new(), error: NumberError::Empty };
        return Err(source.error(start, kind));
    }
    numbers.push(source, inside)
}
