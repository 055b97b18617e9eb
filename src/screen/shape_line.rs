//! `(2, 3) @ (3, 2) → (2, 2)` and what may be said about it.

use super::hue::Hue;
use super::scene::Slot;

/// A part of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShapePart {
    /// An operation or an arrow between shapes.
    Sign(String),
    /// A tensor's sizes as PyTorch writes them.
    Shape {
        /// Whose sizes.
        hue: Hue,
        /// The sizes; those with `true` are tied to each other.
        sizes: Vec<(usize, bool)>,
        /// On paper: `a ∈ ℝ³`, and one line on what it means.
        paper: (String, String),
    },
    /// A tensor's sizes in a field, to be typed.
    Field {
        /// Which one.
        slot: Slot,
        /// Whose sizes.
        hue: Hue,
        /// Its name, for those who can't see it.
        label: String,
        /// The text.
        text: String,
        /// Whether the text can't be read.
        wrong: bool,
    },
    /// A setting whose [`super::board::Place`] is `Shape`, as a switch.
    Switch(&'static str),
    /// There is no result.
    None,
}

/// The whole line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShapeLine {
    /// Shapes and signs, in order.
    pub parts: Vec<ShapePart>,
    /// A short sentence on the tied sizes; empty if there is none.
    pub tie: String,
    /// The same for a narrow screen: `3 = 3`.
    pub short_tie: String,
    /// Whether the shapes go together.
    pub fits: bool,
}
