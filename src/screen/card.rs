//! A lesson's own cards, single numbers to type or slide, and named stretches of the walk.

use super::hue::Hue;
use super::node::Node;
use super::scene::Slot;

/// A single number beside the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// What it is, in acts and in `data-scalar`.
    pub slot: Slot,
    /// Which one.
    pub index: usize,
    /// Its name.
    pub label: String,
    /// Its colour.
    pub hue: Hue,
    /// Its text, as typed; one that can't be read stays.
    pub text: String,
    /// Whether the text can't be read or used.
    pub wrong: bool,
    /// What it is dragged on; `None` for a number that is only typed.
    pub slider: Option<Slider>,
}

/// A slider.
#[derive(Clone, Debug, PartialEq)]
pub struct Slider {
    /// The value it stands at.
    pub value: f64,
    /// Its lowest value.
    pub lo: f64,
    /// Its highest value.
    pub hi: f64,
    /// Whether equal distances are equal ratios; then `lo` is above 0.
    pub log: bool,
    /// A value that it catches on.
    pub snap: Option<f64>,
    /// Words at its ends; may be empty.
    pub ends: (String, String),
}

/// A cell of a [`Facts`] table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// The text.
    pub text: String,
    /// A second line, and its colour.
    pub note: (String, Hue),
    /// What pressing it does, as [`super::Act::Press`]; empty for a cell that is only read.
    pub press: String,
    /// Whether it is how things are now.
    pub chosen: bool,
}

/// A table of names and values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What its rows are, and the values of each.
    pub rows: Vec<(String, Vec<Fact>)>,
}

/// A part of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum CardPart {
    /// A number.
    Scalar(Scalar),
    /// A table.
    Facts(Facts),
    /// Markup of the lesson's own; what carries `data-act` is pressed.
    Own(Vec<Node>),
}

/// A card of the lesson's own, between the readings and the examples.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its name in `data-part`, by which a link can hide it.
    pub part: &'static str,
    /// Its heading.
    pub title: String,
    /// What it holds.
    pub parts: Vec<CardPart>,
}

/// Named stretches of the walk, shown as a row of words under the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phases {
    /// The words: name in `data-action`, label.
    pub words: Vec<(&'static str, String)>,
    /// For each group of steps (a row, say) the steps of each word, in the words' order: how many are finished before it
    /// and at its end.
    pub groups: Vec<Vec<(usize, usize)>>,
}

impl Phases {
    /// The stretches of the group that a walk with `t` finished steps is in.
    pub fn group(&self, t: usize) -> &[(usize, usize)] {
        let begun = |group: &&Vec<(usize, usize)>| group.first().is_some_and(|first| first.0 < t);
        self.groups.iter().rfind(begun).or(self.groups.first()).map_or(&[], Vec::as_slice)
    }
}
