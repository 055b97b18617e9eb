//! HTML escapes, as chat programs and web editors leave them: `1 &amp; 2`.

use crate::source::{Source, Span};

/// Names and what they stand for.
const NAMES: [(&str, &str); 12] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("#39", "'"),
    ("nbsp", "\u{a0}"),
    ("#160", "\u{a0}"),
    ("thinsp", "\u{2009}"),
    ("#8239", "\u{202f}"),
    ("minus", "-"),
    ("#x2212", "-"),
];

/// The text with its escapes undone, `&amp;amp;` too.
pub(crate) fn undone(source: &Source) -> Source {
    let mut edits: Vec<(Span, &str)> = vec![];
    let mut at = 0;
    while at < source.len() {
        if source.is(at, '&')
            && let Some((name, text)) = NAMES.iter().find(|(name, _)| is_escape(source, at, name))
        {
            let mut end = at + name.len() + 2;
            while *text == "&" && source.starts_with(end, "amp;") {
                end += 4;
            }
            edits.push(((at, end), text));
            at = end;
        } else {
            at += 1;
        }
    }
    if edits.is_empty() { source.clone() } else { source.edited(&edits) }
}

fn is_escape(source: &Source, at: usize, name: &str) -> bool {
    source.starts_with(at + 1, name) && source.is(at + 1 + name.len(), ';')
}
