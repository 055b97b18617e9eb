//! Controls as markup: buttons, icons, groups of radio buttons. A control's `data-action` says what a press means.

use crate::screen::icon::Icon;
use crate::screen::node::Text;
use crate::screen::{Node, Setting, board};

/// A button with a text.
pub fn button(class: &'static str, action: impl Into<Text>, text: impl Into<Text>) -> Node {
    Node::leaf("button", class, text).attr("type", "button").attr("data-action", action)
}

/// A button with a picture alone; its name is for readers and on hover.
pub fn icon_button(class: &'static str, action: impl Into<Text>, icon: Icon, name: String) -> Node {
    let name: Text = name.into();
    Node::holding("button", class, vec![icon_node(icon)])
        .attr("type", "button")
        .attr("data-action", action)
        .attr("aria-label", name.clone())
        .attr("title", name)
}

/// An icon, 20 x 20.
pub fn icon_node(icon: Icon) -> Node {
    let path = Node::leaf("path", "", "").attr("d", icon.path());
    Node::holding("svg", "icon", vec![path])
        .attr("viewBox", "0 0 20 20")
        .attr("width", "20")
        .attr("height", "20")
        .attr("aria-hidden", "true")
}

/// `true` or `false`, for an attribute.
pub fn truth(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// A group of radio buttons drawn as a row of segments.
pub fn radios(class: &'static str, setting: &Setting) -> Node {
    let segment = |(place, choice): (usize, &board::Choice)| {
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

/// The element, hidden if `hidden`. An attribute that comes or goes builds the element anew: only for what has no focus.
pub fn hide_if(hidden: bool, node: Node) -> Node {
    if hidden { node.attr("hidden", "") } else { node }
}

/// A plain box around others.
pub fn group(class: &'static str, children: Vec<Node>) -> Node {
    Node::holding("div", class, children)
}
