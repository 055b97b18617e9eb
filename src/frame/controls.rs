//! All controls around the picture, as pure functions from data to markup: bar, cards, fixes. A control's `data-action`
//! says what a press means (`frame::press`). As views with a closure for every label and flag they were twice as many
//! bytes as the rest of the frame.

pub mod bar;
pub mod cards;
pub mod examples;
pub mod fixes;
pub mod numbers;
pub mod phases;
pub mod reader;
pub mod readings;
pub mod save;
pub mod scalar;
pub mod side;

use crate::lesson::entry::Language;
use crate::playback::Speed;
use crate::screen::{Board, Example, Node, Tool};
use crate::ui::markup::{button, icon_button, icon_node, radios, truth};
use crate::words::Locale;

/// What the controls show besides the board: what a person has unfolded, chosen or mistyped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unfolded {
    /// Whether all examples are in sight.
    pub all_examples: bool,
    /// Whether all fixes are in sight where there is little room.
    pub all_fixes: bool,
    /// A size that can't be read: the control's action and its text, as typed.
    pub wrong_size: Option<(String, String)>,
    /// Whether the code is in sight.
    pub code: bool,
    /// The language of the code.
    pub language: Language,
    /// How fast the walk plays.
    pub speed: Speed,
    /// The card that is open as a sheet on a narrow screen.
    pub sheet: Option<&'static str>,
    /// Names of parts that a link hides.
    pub hidden: Vec<String>,
}

/// What all controls are made from.
pub struct Facts<'a> {
    /// The language.
    pub locale: Locale,
    /// What the lesson says.
    pub board: &'a Board,
    /// The lesson's examples.
    pub examples: &'a [Example],
    /// The code, if it is in sight.
    pub code: Option<String>,
    /// What a person has unfolded.
    pub unfolded: &'a Unfolded,
}

/// Small tools, pressed by name.
fn chips(tools: &[Tool]) -> Node {
    let chip = |tool: &Tool| {
        let label = Node::leaf(if tool.is_code { "code" } else { "span" }, "", tool.label.clone());
        let chip = Node::holding("button", "chip", vec![label]).attr("type", "button").attr("data-action", tool.key);
        chip.attr("title", tool.hint.clone())
    };
    Node::holding("div", "chips", tools.iter().map(chip).collect())
}

/// A card of the side: a box with a heading. `part` is its name in `data-part`, by which a link can hide it, and the
/// name of its sheet.
fn card(facts: &Facts, part: &'static str, title: String, mut inside: Vec<Node>) -> Node {
    inside.insert(0, Node::leaf("h2", "", title));
    hide(facts, part, Node::holding("section", "card side__card", inside).attr("data-part", part))
}

/// Hidden if a link says so. An attribute that is there or not would build the element anew.
fn hide(facts: &Facts, part: &str, node: Node) -> Node {
    let hidden = facts.unfolded.hidden.iter().any(|name| name == part);
    if hidden { node.attr("hidden", "") } else { node }
}
