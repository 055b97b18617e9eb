//! What a lesson was told by a pasted text.

use matwalk_errors::Reading;
use std::ops::Range;

/// A pasted text, what it tells, and what is to be said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The text: only the lines that were used.
    pub text: String,
    /// What it tells; places are those of `text`.
    pub reading: Reading,
    /// Sentences about it, in Korean and in English.
    pub notes: [Vec<String>; 2],
    /// All that was pasted, and where in it the message stands, in UTF-16 units as a text field counts.
    pub paste: String,
    /// See `paste`.
    pub at: Range<usize>,
    /// Its operation and shapes in short.
    pub label: String,
    /// Other messages of the same paste.
    pub others: Vec<Part>,
}

/// A message of a paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its text, to be read.
    pub text: String,
    /// Where it stands in the paste, in UTF-16 units.
    pub at: Range<usize>,
    /// Its operation and shapes in short.
    pub label: String,
}

impl Told {
    /// The same message as a part of its paste.
    pub fn part(&self) -> Part {
        Part { text: self.text.clone(), at: self.at.clone(), label: self.label.clone() }
    }
}
