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
use crate::screen::icon::Icon;
use crate::screen::node::Text;
use crate::screen::{Board, Example, Node, Setting, Tool};
use crate::words::Locale;

/// What the controls show besides the board: what a person has unfolded, chosen or mistyped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unfolded {
    /// Whether all examples are in sight.
    pub all_examples: bool,
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

/// A button with a text.
fn button(class: &'static str, action: impl Into<Text>, text: impl Into<Text>) -> Node {
    Node::leaf("button", class, text).attr("type", "button").attr("data-action", action)
}

/// A button with a picture alone; its name is for readers and on hover.
fn icon_button(class: &'static str, action: impl Into<Text>, icon: Icon, name: String) -> Node {
    let name: Text = name.into();
    Node::holding("button", class, vec![icon_node(icon)])
        .attr("type", "button")
        .attr("data-action", action)
        .attr("aria-label", name.clone())
        .attr("title", name)
}

/// An icon, 20 x 20.
fn icon_node(icon: Icon) -> Node {
    let path = Node::leaf("path", "", "").attr("d", icon.path());
    Node::holding("svg", "icon", vec![path])
        .attr("viewBox", "0 0 20 20")
        .attr("width", "20")
        .attr("height", "20")
        .attr("aria-hidden", "true")
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

/// `true` or `false`, for an attribute.
fn truth(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// A group of radio buttons drawn as a row of segments.
pub fn radios(class: &'static str, setting: &Setting) -> Node {
    let segment = |(place, choice): (usize, &crate::screen::board::Choice)| {
        let chosen = place == setting.chosen;
        let input = Node::leaf("input", "", "")
            .attr("type", "radio")
            .attr("name", setting.key)
            .attr("data-action", format!("{}-{}", setting.key, choice.key))
            .attr("checked", truth(chosen));
        let mut inside = vec![input, Node::leaf("span", "", choice.label.clone())];
        if !choice.picture.is_empty() {
            let picture = Node::leaf("svg", "choice-picture", "");
            inside.insert(
                1,
                picture.attr("viewBox", "0 0 44 34").attr("aria-hidden", "true").attr("inner", choice.picture),
            );
        }
        let class = if chosen { "segment on" } else { "segment" };
        Node::holding("label", class, inside).attr("title", choice.hint.clone())
    };
    let segments = setting.choices.iter().enumerate().map(segment).collect();
    Node::holding("div", class, segments)
        .attr("role", "radiogroup")
        .attr("data-setting", setting.key)
        .attr("aria-label", setting.label.clone())
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
