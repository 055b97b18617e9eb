//! Lines drawn around and between cells: Markdown, ASCII boxes, box drawings, tall brackets.

use crate::Notation;
use crate::source::{Source, Span};

/// What lines were there.
pub(super) struct Bars {
    /// Whether bars stand between cells.
    pub(super) inner: bool,
    /// The notation they show.
    pub(super) notation: Option<Notation>,
}

/// The pieces of tall brackets, as SymPy draws them.
const BRACKETS: &str = "⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠⎧⎨⎩⎫⎬⎭⎪";

/// Bars between cells.
const UPRIGHT: &str = "|│┃║¦";

/// The text without rules, outer bars and tall brackets; inner bars become `|`.
pub(super) fn opened(source: &Source) -> (Source, Bars) {
    let has = |marks: &str| source.all().chars().any(|c| marks.contains(c));
    let mut bars = Bars { inner: false, notation: None };
    let mut edits: Vec<(Span, &str)> = vec![];
    if has(BRACKETS) {
        bars.notation = Some(Notation::SymPy);
    } else if has(UPRIGHT) || source.lines().iter().any(|line| is_rule(source, *line)) {
        bars.notation = Some(Notation::Bars);
    } else {
        return (source.clone(), bars);
    }
    for line in source.lines() {
        if is_rule(source, line) {
            edits.push((line, ""));
            continue;
        }
        let (start, end) = source.trimmed(line);
        for at in start..end {
            let Some(c) = source.at(at) else { continue };
            if BRACKETS.contains(c) {
                edits.push(((at, at + 1), " "));
            } else if UPRIGHT.contains(c) {
                let outer = at == start || at + 1 == end;
                bars.inner |= !outer;
                edits.push(((at, at + 1), if outer { " " } else { "|" }));
            }
        }
    }
    (source.edited(&edits), bars)
}

/// A line of dashes and corners.
fn is_rule(source: &Source, line: Span) -> bool {
    let line = source.trimmed(line);
    let text = source.slice(line);
    let drawn = |c: &char| matches!(c, '-' | '+' | '=' | '|' | ':' | ' ' | '\u{2500}'..='\u{257f}');
    let dashes = text.iter().filter(|c| matches!(c, '-' | '=' | '\u{2500}'..='\u{257f}')).count();
    text.len() > 2 && text.iter().all(drawn) && dashes > 1
}
