//! Code fences and quotes around a whole text.

use crate::source::{Source, Span};

/// The text without the lines of code fences, and without quotes or backticks around all of it.
pub(super) fn taken_off(source: &Source) -> Source {
    let is_fence = |line: &Span| {
        let (start, _) = source.trimmed(*line);
        source.starts_with(start, "```") || source.starts_with(start, "~~~")
    };
    let fences: Vec<Span> = source.lines().into_iter().filter(is_fence).collect();
    let mut unwrapped = source.without(&fences);
    while let Some(cuts) = quotes(&unwrapped) {
        unwrapped = unwrapped.without(&cuts);
    }
    unwrapped
}

/// The marks around the whole text, if the same mark stands at both ends and nowhere between.
fn quotes(source: &Source) -> Option<[Span; 2]> {
    let (start, end) = source.trimmed((0, source.len()));
    let last = end.checked_sub(1).filter(|last| *last > start)?;
    let open = source.at(start)?;
    let close = match open {
        '"' | '\'' | '`' => open,
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        _ => return None,
    };
    let inside = source.slice((start + 1, last));
    (source.is(last, close) && !inside.contains(&open) && !inside.contains(&close))
        .then_some([(start, start + 1), (last, end)])
}
