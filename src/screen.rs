//! What stands on the screen, as plain data: the contract between a lesson, which computes it, and the frame, which
//! draws it. Nothing here knows a browser, so every lesson can be tested on values.

pub mod act;
pub mod board;
pub mod card;
pub mod hue;
pub mod icon;
pub mod moment;
pub mod node;
pub mod panel;
pub mod scene;
pub mod shape_line;

pub use act::{Act, Change};
pub use board::{Board, Example, Operand as OperandCard, Problem, Setting, Size};
pub use board::{Fix, HandOver, ReaderCard, Tool};
pub use card::{Card, CardPart, Fact, Facts, Phases, Scalar, Slider};
pub use hue::{Hue, Word, hued, words};
pub use moment::{Figure, Main, Moment, Walk};
pub use node::Node;
pub use scene::{Chip, ChipState, Ids, Link, Mark, Panel, Role, Scene, Shown, Slot, Split, Track};
pub use shape_line::{ShapeLine, ShapePart};

use crate::words::Locale;

/// What a lesson needs to know about the page to say what stands on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cx {
    /// The language of all sentences.
    pub locale: Locale,
    /// What indices on the screen count from: 1 as on paper, 0 as in code.
    pub base: usize,
    /// The picture's box.
    pub room: Room,
}

/// The size of the box that the picture stands in, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The height under which the picture prefers another layout to smaller cells.
    pub least_cell: f64,
    /// Whether it is read from afar: no word of the picture is smaller than 16 pixels then.
    pub presents: bool,
}

impl Default for Room {
    /// The box at 1440 x 900, before the real one has been measured.
    fn default() -> Room {
        Room { width: 1040.0, height: 560.0, least_cell: 24.0, presents: false }
    }
}
