//! The card that takes a pasted text and says what was read.

use super::chips;
use crate::screen::hue::words;
use crate::screen::{Node, ReaderCard};

/// The name of the field in `data-action`.
pub const FIELD: &str = "error-text";

/// Field, what was read, what can be done with it.
pub fn inside(card: &ReaderCard) -> Vec<Node> {
    let field = Node::leaf("textarea", "reader__text", "")
        .attr("rows", "3")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("data-action", FIELD)
        .attr("aria-label", card.title.clone())
        .attr("placeholder", card.placeholder.clone())
        .attr("value", card.text.clone());
    let mut nodes = vec![field, panel(card)];
    if !card.tools.is_empty() {
        nodes.push(chips(&card.tools));
    }
    nodes
}

/// What was read, with its attributes for scripts.
fn panel(card: &ReaderCard) -> Node {
    let sentence = |(index, sentence): (usize, &String)| {
        let spans = words(sentence).into_iter().map(|word| Node::leaf("span", word.hue.class(), word.text));
        Node::holding("p", if index == 0 { "reader__first" } else { "" }, spans.collect())
    };
    let panel = Node::holding("div", "reader__read", card.read.iter().enumerate().map(sentence).collect());
    let panel = panel.attr("role", "status");
    if card.attributes.is_empty() {
        return panel;
    }
    let panel = panel.attr("data-part", "reading");
    card.attributes.iter().fold(panel, |panel, (name, value)| panel.attr(name, value.clone()))
}
