//! Displays of R and MATLAB: labels of rows and columns, and wide matrices in several blocks.

use crate::Notation;
use crate::source::{Source, Span};

/// Lines that belong together, without labels.
pub(crate) struct Display {
    /// Blocks of columns, each with all rows.
    pub(crate) blocks: Vec<Vec<Span>>,
    /// The notation that the labels show.
    pub(crate) notation: Option<Notation>,
    /// Whether all lines are one vector.
    pub(crate) vector: bool,
}

/// Whether the text has the labels of R: `[1,]`, `[,1]`, `[1] 2 3`.
pub(crate) fn is_r(source: &Source) -> bool {
    let lines = source.lines();
    let Some(first) = lines.iter().map(|line| source.trimmed(*line)).find(|(start, end)| start < end) else {
        return false;
    };
    let vector = index(source, first, "[", "]").filter(|(number, _)| *number == 1);
    // `[1] 2 3`: numbers follow, on the same line and outside brackets.
    let follows = |at: usize| source.is(at, ' ') && at < first.1 && !source.slice((at, first.1)).contains(&'[');
    vector.is_some_and(|(_, end)| follows(end))
        || index(source, first, "[,", "]").is_some()
        || index(source, first, "[", ",]").is_some()
}

/// The lines of a text, in blocks where labels say so.
pub(crate) fn of(source: &Source, lines: &[Span]) -> Display {
    let mut display = Display { blocks: vec![], notation: None, vector: false };
    let is_r = is_r(source);
    let mut block: Vec<Span> = vec![];
    for line in lines {
        let (start, end) = source.trimmed(*line);
        let header = column_header(source, (start, end)) || is_r && index(source, (start, end), "[,", "]").is_some();
        if header {
            display.notation = Some(if is_r { Notation::R } else { Notation::Matlab });
            if !block.is_empty() {
                display.blocks.push(std::mem::take(&mut block));
            }
            continue;
        }
        let label = if is_r {
            let row = index(source, (start, end), "[", ",]");
            let entry = index(source, (start, end), "[", "]");
            display.vector |= entry.is_some();
            display.notation = Some(Notation::R);
            row.or(entry).map(|(_, behind)| source.trimmed((behind, end)))
        } else {
            None
        };
        block.push(label.unwrap_or(*line));
    }
    display.blocks.push(block);
    display
}

/// `Columns 1 through 3`, `Columns 4 and 5:`, `Column 6`.
fn column_header(source: &Source, (start, end): Span) -> bool {
    let text = source.text((start, end));
    let rest = text.strip_prefix("Columns ").or_else(|| text.strip_prefix("Column "));
    let is_word = |word: &str| {
        let word = word.trim_end_matches(':');
        ["through", "and", "to"].contains(&word) || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    rest.is_some_and(|rest| rest.split(' ').filter(|word| !word.is_empty() && *word != ":").all(is_word))
}

/// The number between two marks at the start of a span, and where the second mark ends.
fn index(source: &Source, (start, end): Span, open: &str, close: &str) -> Option<(usize, usize)> {
    let digits = start + open.len();
    let stop = source.find(digits, |c| !c.is_ascii_digit()).min(end);
    let fits = source.starts_with(start, open) && stop > digits && source.starts_with(stop, close);
    let number = fits.then(|| source.text((digits, stop)).parse().ok()).flatten()?;
    Some((number, stop + close.len()))
}
