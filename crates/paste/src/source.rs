//! The pasted text, character by character, and places in it.

use crate::{PasteError, PasteErrorKind};
use matwalk_core::number::fold;
use std::rc::Rc;

/// Texts in errors are for a message: longer ones are cut.
const SHOWN: usize = 40;

/// Where something starts and where it has ended.
pub(crate) type Span = (usize, usize);

/// A text as it is and folded, one character for one. Indices count its characters; each remembers its place in the
/// whole text, so that what is cut out or replaced does not move the places of errors.
#[derive(Clone)]
pub(crate) struct Source {
    whole: Rc<[char]>,
    original: Vec<char>,
    folded: Vec<char>,
    places: Vec<usize>,
}

impl Source {
    pub(crate) fn new(text: &str) -> Source {
        let whole: Rc<[char]> = text.chars().collect();
        // Carriage returns that end a line by themselves are line feeds.
        let lone = |i: usize| whole[i] == '\r' && whole.get(i + 1) != Some(&'\n');
        let folded = (0..whole.len()).map(|i| if lone(i) { '\n' } else { folded(whole[i]) }).collect();
        Source { original: whole.to_vec(), folded, places: (0..whole.len()).collect(), whole }
    }

    /// The text with some pieces replaced; `edits` are in order and don't overlap.
    pub(crate) fn edited(&self, edits: &[(Span, &str)]) -> Source {
        let (mut original, mut look, mut places) = (vec![], vec![], vec![]);
        let mut from = 0;
        let keep = edits.iter().map(|((start, end), text)| (*start, *end, *text));
        for (start, end, text) in keep.chain([(self.len(), self.len(), "")]) {
            let start = start.max(from);
            original.extend_from_slice(&self.original[from..start]);
            look.extend_from_slice(&self.folded[from..start]);
            places.extend_from_slice(&self.places[from..start]);
            for c in text.chars() {
                original.push(c);
                look.push(folded(c));
                places.push(self.place(start));
            }
            from = end.max(start);
        }
        Source { whole: Rc::clone(&self.whole), original, folded: look, places }
    }

    /// The text without some pieces.
    pub(crate) fn without(&self, cuts: &[Span]) -> Source {
        let edits: Vec<(Span, &str)> = cuts.iter().map(|cut| (*cut, "")).collect();
        self.edited(&edits)
    }

    fn place(&self, at: usize) -> usize {
        self.places.get(at).copied().unwrap_or(self.whole.len())
    }

    pub(crate) fn len(&self) -> usize {
        self.folded.len()
    }

    /// The folded character at an index.
    pub(crate) fn at(&self, at: usize) -> Option<char> {
        self.folded.get(at).copied()
    }

    /// The character as it was written.
    pub(crate) fn written(&self, at: usize) -> Option<char> {
        self.original.get(at).copied()
    }

    pub(crate) fn is(&self, at: usize, c: char) -> bool {
        self.at(at) == Some(c)
    }

    pub(crate) fn is_digit(&self, at: usize) -> bool {
        self.at(at).is_some_and(|c| c.is_ascii_digit())
    }

    pub(crate) fn is_tab(&self, at: usize) -> bool {
        self.written(at) == Some('\t')
    }

    /// The folded characters between two indices.
    pub(crate) fn slice(&self, (start, end): Span) -> &[char] {
        self.folded.get(start..end).unwrap_or_default()
    }

    /// The folded text between two indices.
    pub(crate) fn text(&self, span: Span) -> String {
        self.slice(span).iter().collect()
    }

    /// The text as it was written between two indices.
    pub(crate) fn original(&self, (start, end): Span) -> String {
        self.original.get(start..end).unwrap_or_default().iter().collect()
    }

    /// The whole folded text.
    pub(crate) fn all(&self) -> String {
        self.folded.iter().collect()
    }

    /// Whether the folded text goes on with `text` at an index.
    pub(crate) fn starts_with(&self, at: usize, text: &str) -> bool {
        text.chars().enumerate().all(|(i, c)| self.is(at + i, c))
    }

    /// The first index from `at` on that `wanted` picks, or the end.
    pub(crate) fn find(&self, at: usize, wanted: impl Fn(char) -> bool) -> usize {
        (at..self.len()).find(|&i| wanted(self.folded[i])).unwrap_or(self.len())
    }

    /// The first index from `at` on that is neither blank nor the end of a line.
    pub(crate) fn next_visible(&self, at: usize) -> Option<usize> {
        (at..self.len()).find(|&i| !matches!(self.folded[i], ' ' | '\n'))
    }

    /// A span without blanks and line ends at both ends.
    pub(crate) fn trimmed(&self, (start, end): Span) -> Span {
        let visible = |i: &usize| !matches!(self.folded[*i], ' ' | '\n');
        let first = (start..end).find(visible).unwrap_or(end);
        (first, (first..end).rfind(visible).map_or(first, |last| last + 1))
    }

    /// The lines, without their ends. The last one may be empty.
    pub(crate) fn lines(&self) -> Vec<Span> {
        let mut lines = vec![];
        let mut start = 0;
        for at in 0..=self.len() {
            if matches!(self.at(at), Some('\n') | None) {
                lines.push((start, at));
                start = at + 1;
            }
        }
        lines
    }

    /// An error at an index.
    pub(crate) fn error(&self, at: usize, kind: PasteErrorKind) -> PasteError {
        let place = self.place(at);
        let is_end = |i: usize| self.whole[i] == '\n' || self.whole[i] == '\r' && self.whole.get(i + 1) != Some(&'\n');
        let line_start = (0..place).rev().find(|&i| is_end(i)).map_or(0, |feed| feed + 1);
        let line = 1 + (0..place).filter(|&i| is_end(i)).count();
        PasteError { line, column: place - line_start + 1, kind, choices: vec![] }
    }

    /// Something that has no place here.
    pub(crate) fn unexpected(&self, span: Span) -> PasteError {
        self.error(span.0, PasteErrorKind::Unexpected { text: self.shown(span) })
    }

    /// The text between two indices for a message.
    pub(crate) fn shown(&self, (start, end): Span) -> String {
        self.original((start, end.min(start + SHOWN)))
    }
}

/// What the core folds, and the brackets and commas of East Asian keyboards.
fn folded(c: char) -> char {
    match c {
        '、' => ',',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        _ => fold(c),
    }
}
