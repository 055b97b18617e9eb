//! What the shell knows of a lesson before it is loaded, and the trait that every lesson fulfils after that.

use super::link::Unlinkable;
use super::told::Told;
use crate::part::Part;
use crate::route::{Address, BadKey};
use crate::screen::{Act, Board, Change, Cx, Example, Moment, Node, Walk};
use crate::words::Locale;
use std::pin::Pin;

/// A lesson of the app, as a line in [`super::ALL`].
pub struct Entry {
    /// The name in the address: `#/product`.
    pub slug: &'static str,
    /// Its name in the header.
    pub name: fn(Locale) -> String,
    /// The learner's question on its card.
    pub question: fn(Locale) -> String,
    /// The picture on its card, as SVG markup without the `svg` element around it.
    pub picture: &'static str,
    /// Its code, a part of the site.
    pub part: Part<Open>,
    /// What reads the texts that are pasted into it, a part too; `None` for a lesson that takes numbers alone.
    pub reader: Option<Part<Reader>>,
}

/// Reads a pasted text, a long one in slices with a pause between them.
pub type Reader = fn(String, Pause) -> Pin<Box<dyn Future<Output = Told>>>;

/// Lets the page draw its next frame and take what was typed.
pub type Pause = fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// A loaded lesson: a new one in its first state, and the view of the frame around it. Both are function pointers, so
/// that the shell holds no lesson and no frame.
#[derive(Clone, Copy)]
pub struct Open {
    /// The lesson in its first state.
    pub lesson: fn() -> Box<dyn Lesson>,
    /// The frame around it, the same for every lesson.
    pub frame: fn(crate::shell::Session) -> leptos::prelude::AnyView,
}

/// A lesson: a state machine that says what stands on the screen. It is pure, so all of it can be tested on values.
pub trait Lesson: Send + Sync + 'static {
    /// Takes up an address, and says which keys could not be used. A key that is absent has its default. What can be
    /// undone stays if the inputs stay.
    fn read(&mut self, address: &Address) -> Vec<BadKey>;

    /// The keys of what is shown now, all but `t`.
    ///
    /// # Errors
    /// Why the inputs can't be in a link.
    fn write(&self) -> Result<Vec<(&'static str, String)>, Unlinkable>;

    /// Does what a person did.
    fn act(&mut self, act: Act) -> Change;

    /// How long the walk is and where it stands.
    fn walk(&self) -> Walk;

    /// What inputs and settings decide.
    fn board(&self, cx: &Cx) -> Board;

    /// What the step decides.
    fn moment(&self, cx: &Cx) -> Moment;

    /// While a number of the lesson's own drawing is dragged: its nodes that follow every move, in their order, each made
    /// by [`Node::moving`]; the rest follows at pauses. `None` if all of the picture follows every move.
    fn moving(&self, _cx: &Cx) -> Option<Vec<Node>> {
        None
    }

    /// The examples, in the order shown; the same at all times.
    fn examples(&self, locale: Locale) -> Vec<Example>;

    /// The lesson as code that gives the shown result when it is run. While the shapes don't go together it is the code
    /// that fails, with the same message.
    fn code(&self, language: Language) -> String;

    /// Pointer or focus is on the number of that name in `data-cell`, or on none. Says whether the picture or the lines
    /// below it change with that; neither the walk nor any size may.
    fn light(&mut self, _name: Option<&str>) -> bool {
        false
    }

    /// The operand in that slot, for its cells' texts.
    fn operand(&self, slot: crate::screen::Slot) -> Option<&super::operand::Operand>;
}

/// Keys of an address that belong to the page; no lesson may use them for something of its own. Some are kept for what
/// is to come.
pub const PAGE_KEYS: [&str; 14] = [
    "lang", "theme", "index", "embed", "present", "hide", "t", "predict", "set", "seed", "range", "size", "show",
    "print",
];

/// Keys of the keyboard, by `KeyboardEvent.code`, that belong to the frame. `KeyQ` is kept for what is to come.
pub const FRAME_CODES: [&str; 3] = ["KeyB", "KeyP", "KeyQ"];

/// A language to copy code in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// PyTorch.
    #[default]
    PyTorch,
    /// NumPy.
    NumPy,
    /// LaTeX, the result included.
    Latex,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 3] = [Language::PyTorch, Language::NumPy, Language::Latex];

    /// Its name in `data-action`.
    pub fn key(self) -> &'static str {
        match self {
            Language::PyTorch => "pytorch",
            Language::NumPy => "numpy",
            Language::Latex => "latex",
        }
    }
}
