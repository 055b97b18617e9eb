//! Lines and the cells in them.

use crate::source::{Source, Span};

/// What stands between two cells of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    Tab,
    Bar,
    Semicolon,
    Comma,
    Blank,
    /// Semicolons end rows, as in MATLAB; cells stand between blanks.
    Rows,
}

/// A row and where it starts.
pub(super) struct Row {
    pub(super) at: usize,
    pub(super) cells: Vec<Span>,
}

/// The lines with something in them.
pub(super) fn lines(source: &Source) -> Vec<Span> {
    let visible = |line: &Span| {
        // Blanks at both ends go, tabs stay: they stand beside empty cells.
        let blank = |i: &usize| source.is(*i, ' ') && !source.is_tab(*i);
        let first = (line.0..line.1).find(|i| !blank(i)).unwrap_or(line.1);
        let last = (first..line.1).rfind(|i| !blank(i)).map_or(first, |last| last + 1);
        (first..last).any(|i| !source.is(i, ' ')).then_some((first, last))
    };
    source.lines().iter().filter_map(visible).collect()
}

/// What stands between the cells of some lines.
pub(super) fn between(source: &Source, lines: &[Span], bars: bool) -> Between {
    let any = |wanted: &dyn Fn(usize) -> bool| lines.iter().any(|(start, end)| (*start..*end).any(wanted));
    if any(&|i| source.is_tab(i)) {
        return Between::Tab;
    }
    if bars {
        return Between::Bar;
    }
    if any(&|i| source.is(i, ';')) {
        let several = |line: &Span| {
            let parts = pieces(source, *line, |i| source.is(i, ';'));
            parts.iter().any(|(start, end)| (*start..*end).any(|i| source.is(i, ' ') && !source.is(i - 1, '-')))
        };
        return if lines.iter().any(several) { Between::Rows } else { Between::Semicolon };
    }
    if any(&|i| source.is(i, ',')) { Between::Comma } else { Between::Blank }
}

/// The rows of some lines. A separator at the end of every line stands before nothing.
pub(super) fn rows(source: &Source, lines: &[Span], between: Between) -> Vec<Row> {
    let mut lines = lines.to_vec();
    if between == Between::Rows {
        lines = lines.iter().flat_map(|line| pieces(source, *line, |i| source.is(i, ';'))).collect();
        lines.retain(|(start, end)| start < end);
    }
    let row = |line: &Span| Row { at: line.0, cells: cells(source, *line, between) };
    let mut rows: Vec<Row> = lines.iter().map(row).collect();
    let empty = |cell: Option<&Span>| cell.is_some_and(|(start, end)| start >= end);
    while !rows.is_empty() && rows.iter().all(|row| row.cells.len() > 1 && empty(row.cells.last())) {
        rows.iter_mut().for_each(|row| {
            row.cells.pop();
        });
    }
    // A block that is indented with a tab.
    while between == Between::Tab
        && !rows.is_empty()
        && rows.iter().all(|row| row.cells.len() > 1 && empty(row.cells.first()))
    {
        rows.iter_mut().for_each(|row| {
            row.cells.remove(0);
        });
    }
    rows
}

/// What stands between the indices that `cuts` picks, without blanks around.
fn pieces(source: &Source, (start, end): Span, cuts: impl Fn(usize) -> bool) -> Vec<Span> {
    let mut pieces = vec![];
    let mut from = start;
    for at in start..=end {
        if at == end || cuts(at) {
            let first = (from..at).find(|&i| !source.is(i, ' ')).unwrap_or(from);
            let last = (first..at).rfind(|&i| !source.is(i, ' ')).map_or(first, |last| last + 1);
            pieces.push((first, last));
            from = at + 1;
        }
    }
    pieces
}

fn cells(source: &Source, line: Span, between: Between) -> Vec<Span> {
    let is = |i: usize, c: char| source.is(i, c);
    match between {
        Between::Tab => pieces(source, line, |i| source.is_tab(i)),
        Between::Bar => pieces(source, line, |i| is(i, '|')),
        Between::Semicolon => pieces(source, line, |i| is(i, ';')),
        Between::Comma => pieces(source, line, |i| is(i, ',')),
        Between::Blank | Between::Rows => {
            // A comma before a blank belongs to the blank.
            let cut = |i: usize| is(i, ' ') || between == Between::Rows && is(i, ',') && is(i + 1, ' ');
            pieces(source, line, cut).into_iter().filter(|(start, end)| start < end).collect()
        }
    }
}
