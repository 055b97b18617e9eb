//! What a lesson was told by a pasted text.

use matwalk_errors::Reading;

/// A pasted text, what it tells, and what is to be said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The text: only the lines that were used.
    pub text: String,
    /// What it tells; places are those of `text`.
    pub reading: Reading,
    /// Sentences about it, in Korean and in English.
    pub notes: [Vec<String>; 2],
}
