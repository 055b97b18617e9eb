//! What one step decides: picture, formula, sentence, and the walk's place.

use super::hue::Word;
use super::node::Node;
use super::scene::Scene;
use std::sync::Arc;

/// How long the walk is and where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// How many steps are finished; never past `len`.
    pub t: usize,
    /// How many steps there are. 0 says that there is nothing to walk.
    pub len: usize,
}

/// The word on the main button, and what pressing it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Main {
    /// One step forward.
    #[default]
    Next,
    /// At the end: from the start again. By press only; keys stop at the end.
    FromStart,
}

/// The picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Panels of numbers on shared tracks, drawn by the frame.
    Scene(Box<Scene>),
    /// A drawing of the lesson's own, in markup whose numbers carry `data-cell`.
    Own(Arc<[Node]>),
}

/// Everything that changes from step to step.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The picture.
    pub figure: Figure,
    /// One line: pieces of MathML, or the coloured text of a message.
    pub formula: Vec<Node>,
    /// Where the step happened, for those who can't see the formula beside the sentence; may be empty.
    pub spoken: String,
    /// What this step did, in words.
    pub sentence: Vec<Word>,
    /// What an unusual number of this step means (NaN, ∞, −0); empty for most steps.
    pub special: String,
    /// The main button.
    pub main: Main,
}
