//! What the inputs and settings decide: title, shape line, controls, fixes. A step changes none of it.

use super::card::{Card, Phases, Scalar};
use super::hue::{Hue, Word};
use super::node::Node;
use super::scene::Slot;
use super::shape_line::ShapeLine;
use std::ops::Range;
use std::sync::Arc;

/// Where a setting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first card: the readings.
    Readings,
    /// Below the readings, as a row of words.
    Words,
    /// Among the folded choices.
    More,
    /// In the bar: how much one step does.
    Grain,
    /// In the shape line, where a [`super::ShapePart::Switch`] names it.
    Shape,
}

/// One of a few choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name in the address, for scripts and tests.
    pub key: &'static str,
    /// Its label.
    pub label: String,
    /// A few words more, on hover; may be empty.
    pub hint: String,
    /// Its picture, as SVG markup in a box of 44 x 34; empty if it has none.
    pub picture: &'static str,
    /// The key that chooses it, by `KeyboardEvent.code`, and the words for the list of keys.
    pub shortcut: Option<&'static str>,
}

/// A choice of one of a few, all in sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the address and in `data-action`.
    pub key: &'static str,
    /// What it is about.
    pub label: String,
    /// The choices.
    pub choices: Vec<Choice>,
    /// The place of the one chosen.
    pub chosen: usize,
    /// Where it stands.
    pub place: Place,
    /// The key that goes to the next choice, by `KeyboardEvent.code`.
    pub shortcut: Option<&'static str>,
}

/// An example by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// A stable name for tests and scripts.
    pub key: &'static str,
    /// Its name.
    pub label: String,
}

/// One of an operand's sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its name in `data-action`: `rows`, `cols`.
    pub key: &'static str,
    /// What is counted.
    pub what: String,
    /// How many there are.
    pub value: usize,
    /// How many there can be, where that is less than the operand's `max`.
    pub max: Option<usize>,
}

/// An operand's row in the numbers card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// Which one.
    pub slot: Slot,
    /// Its name: A, b, W.
    pub name: String,
    /// Its colour.
    pub hue: Hue,
    /// Its sizes, outermost first.
    pub sizes: Vec<Size>,
    /// The largest size.
    pub max: usize,
    /// Whether it is a vector; `None` if that can't be chosen.
    pub vector: Option<bool>,
    /// Whether it can be transposed.
    pub transposes: bool,
}

impl Operand {
    /// The size that a control's `data-action` names, and its place.
    pub fn size(&self, name: &str) -> Option<(usize, &Size)> {
        let own = |(_, size): &(usize, &Size)| format!("{}-{}", size.key, self.slot.0) == name;
        self.sizes.iter().enumerate().find(own)
    }
}

/// A one-press fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// A stable name for tests and scripts.
    pub key: String,
    /// What it does.
    pub label: String,
    /// What comes of it.
    pub result: String,
    /// The same as code; may be empty.
    pub code: String,
    /// Whether it is how things are now: a choice rather than a fix.
    pub chosen: bool,
}

/// Shapes that don't go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The exception and its text, as PyTorch prints it; `None` where PyTorch has no rule against it.
    pub message: Option<String>,
    /// The message with its numbers linked to the picture; empty where none is.
    pub marked: Vec<Node>,
    /// Why, in plain words.
    pub reason: Vec<Word>,
    /// What can be done about it.
    pub fixes: Vec<Fix>,
}

/// Another lesson that the numbers can go on to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// What is done with them there.
    pub label: String,
    /// The address with the numbers, all digits of them; or why that lesson does not take them.
    pub to: Result<String, String>,
}

/// A small tool of the numbers card, pressed by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tool {
    /// Its name in `data-action` and in [`super::Act::Press`].
    pub key: &'static str,
    /// Its label.
    pub label: String,
    /// A few words more, on hover.
    pub hint: String,
    /// Whether the label is code.
    pub is_code: bool,
}

/// The card of a lesson that reads pasted texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderCard {
    /// Its heading.
    pub title: String,
    /// What may be pasted, as an example.
    pub placeholder: String,
    /// The text it shows.
    pub text: String,
    /// The part of the text that was read, in UTF-16 units: the field scrolls there.
    pub mark: Option<Range<usize>>,
    /// The text that has yet to be read.
    pub pending: Option<Arc<str>>,
    /// What was read, for scripts and tests: names of attributes and their values.
    pub attributes: Vec<(&'static str, String)>,
    /// What was read, in sentences; the first says it in short.
    pub read: Vec<String>,
    /// What can be done with it.
    pub tools: Vec<Tool>,
}

/// Work for a worker of its own: a script of the site, which tells its results one by one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Job {
    /// The script's name.
    pub script: &'static str,
    /// What it is told.
    pub about: f64,
    /// Which one it is: another number is another job.
    pub number: u32,
}

/// Everything that does not change from step to step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// The heading.
    pub title: String,
    /// The lesson's one sentence, as it is read now.
    pub aim: String,
    /// The shapes.
    pub shape: ShapeLine,
    /// What is wrong with them, if they don't go together.
    pub problem: Option<Problem>,
    /// Choices in the row of fixes while nothing is wrong.
    pub offers: Vec<Fix>,
    /// Lessons that the result can go on to, linked after the last step's sentence.
    pub hand_over: Vec<HandOver>,
    /// Whether the row of fixes comes at the end of the walk: its room is kept, so that nothing moves then.
    pub keeps_room: bool,
    /// Small tools of the numbers card.
    pub tools: Vec<Tool>,
    /// The card that reads pasted texts, if the lesson has one.
    pub reader: Option<ReaderCard>,
    /// The word that opens the first sheet; empty for the frame's own.
    pub first_sheet: String,
    /// The heading of the numbers card; empty for the frame's own.
    pub numbers: String,
    /// Cells that can't be read, each with the reason.
    pub unreadable: Vec<String>,
    /// Cards of the lesson's own.
    pub cards: Vec<Card>,
    /// Single numbers of the numbers card.
    pub scalars: Vec<Scalar>,
    /// What the numbers of the lesson's own drawing belong to.
    pub slots: Vec<Slot>,
    /// Whether the picture is drawn larger while presenting, rather than laid out in more room.
    pub magnifies: bool,
    /// Named stretches of the walk.
    pub phases: Phases,
    /// The word on the main button, other words that it may have and that have to have room in it, and the name it
    /// presses; where it does not walk.
    pub main: Option<(Vec<String>, &'static str)>,
    /// What stands beside the scrubber at each step; empty for the count of steps.
    pub stops: Vec<String>,
    /// Work under way.
    pub job: Option<Job>,
    /// All choices.
    pub settings: Vec<Setting>,
    /// The place of the example that is open, if it is one.
    pub example: Option<usize>,
    /// The operands.
    pub operands: Vec<Operand>,
    /// The name of the control that exchanges the operands; `None` if the lesson has none.
    pub swap: Option<String>,
    /// Whether there is something to undo, and to redo.
    pub undo: (bool, bool),
    /// A line under the picture that says how to use it; empty for most.
    pub hint: String,
    /// How many values the code would hold, and whether all of them can be read.
    pub code: (usize, bool),
}
