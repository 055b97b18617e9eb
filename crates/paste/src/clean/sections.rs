//! Labels on lines of their own: `A =`, `x is:`, `2×2 Matrix{Float64}:`. Each starts a section.

use super::lines::sizes;
use crate::Notation;
use crate::clean::Stated;
use crate::source::{Source, Span};

/// A label is no longer than this.
const LONGEST: usize = 80;

/// A part of the text with what its label says.
pub(crate) struct Section {
    /// The name before `=`.
    pub(crate) name: Option<String>,
    /// Whether the label ends with an equals sign, as MATLAB prints it.
    pub(crate) equals: bool,
    /// The shape and notation in the label.
    pub(crate) stated: Stated,
    /// The text below the label.
    pub(crate) body: Source,
}

/// The sections of a text that have something below their label; one without a label if there is none.
pub(crate) fn sections(source: &Source) -> Vec<Section> {
    let mut marks: Vec<(Span, Option<String>, Stated)> = vec![];
    for line in source.lines() {
        let span = source.trimmed(line);
        if let Some((name, stated)) = label(source, span) {
            marks.push((line, name, stated));
        }
    }
    let mut sections = vec![];
    let first = marks.first().map_or(source.len(), |mark| mark.0.0);
    let part = |start: usize, end: usize| source.without(&[(0, start), (end, source.len())]);
    if has_text(source, 0, first) || marks.is_empty() {
        sections.push(Section { name: None, equals: false, stated: Stated::default(), body: part(0, first) });
    }
    // `A =` and then a header of its own: both say something about the same numbers.
    let mut above: Option<(Option<String>, Stated)> = None;
    for (i, (line, name, stated)) in marks.iter().enumerate() {
        let end = marks.get(i + 1).map_or(source.len(), |next| next.0.0);
        let (mut name, mut stated) = (name.clone(), stated.clone());
        if let Some((outer_name, outer)) = above.take() {
            name = name.or(outer_name);
            stated.shape = stated.shape.or(outer.shape);
            stated.notation = stated.notation.or(outer.notation);
        }
        if has_text(source, line.1, end) {
            let equals = source.is(source.trimmed(*line).1 - 1, '=');
            sections.push(Section { name, equals, stated, body: part(line.1, end) });
        } else {
            above = Some((name, stated));
        }
    }
    sections
}

fn has_text(source: &Source, start: usize, end: usize) -> bool {
    source.next_visible(start).is_some_and(|at| at < end)
}

/// The name and the facts of a line that is a label.
fn label(source: &Source, span: Span) -> Option<(Option<String>, Stated)> {
    if span.1 - span.0 > LONGEST || span.0 >= span.1 {
        return None;
    }
    let text = source.text(span);
    let (head, tail) = match text.split_once('=') {
        Some((head, tail)) => (head.trim(), tail.trim()),
        None => ("", text.as_str()),
    };
    // `A = 2×2`, `A = 2×2 single matrix`: MATLAB in a live script.
    if !head.is_empty() && !tail.is_empty() {
        let mut words = tail.split(' ');
        let shape = words.next().filter(|word| word.contains(['x', '×'])).and_then(sizes)?;
        let rest_is_words = words.all(|word| word.chars().all(char::is_alphabetic));
        let stated = Stated { shape: Some((span.0, shape)), notation: Some(Notation::Matlab) };
        return (rest_is_words && is_name(head)).then(|| (Some(head.to_owned()), stated));
    }
    let is_label = text.ends_with([':', '=']) && text.contains(char::is_alphabetic);
    let brackets = text.contains(['(', '[', '{', '<', '\\', '|', '"']);
    let size = text.split(' ').next().unwrap_or_default();
    let sized = size.ends_with("-element") || size.contains(['x', '×']) && sizes(size).is_some();
    if sized && text.ends_with(':') {
        // Julia: `2×2 Matrix{Float64}:`, `3-element Vector{Int64}:`.
        let shape = match size.strip_suffix("-element") {
            Some(len) => len.parse().ok().map(|len| vec![len]),
            None => sizes(size),
        };
        let stated = Stated { shape: shape.map(|shape| (span.0, shape)), notation: Some(Notation::Julia) };
        return Some((None, stated));
    }
    if !is_label || brackets || text.starts_with("Column") {
        return None;
    }
    let name = text.trim_end_matches([':', '=']).trim();
    Some((is_name(name).then(|| name.to_owned()), Stated::default()))
}

fn is_name(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}
