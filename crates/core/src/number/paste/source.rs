//! The pasted text, character by character, and places in it.

use super::{PasteError, PasteErrorKind};
use crate::number::fold::fold;

/// Texts in errors are for a message: longer ones are cut.
const SHOWN: usize = 40;

/// A text as it is and folded, one character for one. Places are indices of characters.
pub(super) struct Source {
    original: Vec<char>,
    folded: Vec<char>,
}

impl Source {
    pub(super) fn new(text: &str) -> Source {
        let original: Vec<char> = text.chars().collect();
        let mut folded: Vec<char> = original.iter().copied().map(fold).collect();
        for (i, &c) in original.iter().enumerate() {
            // Carriage returns that end a line by themselves.
            if c == '\r' && original.get(i + 1) != Some(&'\n') {
                folded[i] = '\n';
            }
        }
        Source { original, folded }
    }

    pub(super) fn len(&self) -> usize {
        self.folded.len()
    }

    /// The folded character at a place.
    pub(super) fn at(&self, at: usize) -> Option<char> {
        self.folded.get(at).copied()
    }

    /// The folded characters between two places.
    pub(super) fn slice(&self, start: usize, end: usize) -> &[char] {
        self.folded.get(start..end).unwrap_or_default()
    }

    /// The folded text between two places.
    pub(super) fn folded(&self, start: usize, end: usize) -> String {
        self.slice(start, end).iter().collect()
    }

    /// The text as it was written between two places.
    pub(super) fn original(&self, start: usize, end: usize) -> String {
        self.original.get(start..end).unwrap_or_default().iter().collect()
    }

    pub(super) fn is_tab(&self, at: usize) -> bool {
        self.original.get(at) == Some(&'\t')
    }

    /// Whether the folded text goes on with `text` at a place.
    pub(super) fn starts_with(&self, at: usize, text: &str) -> bool {
        text.chars().enumerate().all(|(i, c)| self.at(at + i) == Some(c))
    }

    /// The first place from `at` on that is neither blank nor the end of a line.
    pub(super) fn next_visible(&self, at: usize) -> Option<usize> {
        (at..self.len()).find(|&i| !matches!(self.folded[i], ' ' | '\n'))
    }

    /// `end` without the blanks before it, not below `start`.
    pub(super) fn trimmed_end(&self, start: usize, end: usize) -> usize {
        (start..end).rfind(|&i| !matches!(self.folded[i], ' ' | '\n')).map_or(start, |last| last + 1)
    }

    /// The first place from `at` on that is not a blank within its line.
    pub(super) fn skip_blanks(&self, at: usize) -> usize {
        (at..self.len()).find(|&i| self.folded[i] != ' ').unwrap_or(self.len())
    }

    /// The end of the name (`torch.tensor`) that starts at a place, or that place.
    pub(super) fn name_end(&self, at: usize) -> usize {
        if !self.at(at).is_some_and(|c| c.is_alphabetic() || c == '_') {
            return at;
        }
        let part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        (at..self.len()).find(|&i| !part(self.folded[i])).unwrap_or(self.len())
    }

    /// Behind what may stand before the numbers: a prompt, `Parameter containing:`, `name =`.
    pub(super) fn after_preamble(&self, start: usize) -> usize {
        let mut at = start;
        if self.starts_with(at, ">>>") {
            at = self.skip_blanks(at + 3);
        } else if self.starts_with(at, "Out[") || self.starts_with(at, "In [") {
            let digits = (at + 4..self.len()).find(|&i| !self.folded[i].is_ascii_digit()).unwrap_or(self.len());
            if self.starts_with(digits, "]:") {
                at = self.next_visible(digits + 2).unwrap_or(self.len());
            }
        }
        let containing = "Parameter containing:";
        if self.starts_with(at, containing) {
            at = self.next_visible(at + containing.len()).unwrap_or(self.len());
        }
        let equals = self.skip_blanks(self.name_end(at));
        if equals > at && self.at(equals) == Some('=') && self.at(equals + 1) != Some('=') {
            at = self.next_visible(equals + 1).unwrap_or(self.len());
        }
        at
    }

    /// An error at a place.
    pub(super) fn error(&self, at: usize, kind: PasteErrorKind) -> PasteError {
        let before = self.slice(0, at.min(self.len()));
        let line_start = before.iter().rposition(|&c| c == '\n').map_or(0, |feed| feed + 1);
        let line = 1 + before.iter().filter(|&&c| c == '\n').count();
        PasteError { line, column: before.len() - line_start + 1, kind }
    }

    /// Something that has no place here.
    pub(super) fn unexpected(&self, start: usize, end: usize) -> PasteError {
        self.error(start, PasteErrorKind::Unexpected { text: self.shown(start, end) })
    }

    /// The text between two places for a message.
    pub(super) fn shown(&self, start: usize, end: usize) -> String {
        self.original(start, end.min(start + SHOWN))
    }
}
