//! Cards of the lesson's own.

use super::scalar::scalar;
use super::{Facts, card, truth};
use crate::screen::Node;
use crate::screen::card::{Card, CardPart, Fact, Facts as Table};

/// The card, in the first sheet of a narrow screen.
pub fn own(facts: &Facts, own: &Card) -> Node {
    let inside = own.parts.iter().flat_map(|part| match part {
        CardPart::Scalar(number) => vec![scalar(facts.locale, number)],
        CardPart::Facts(table) => vec![rows(table)],
        CardPart::Own(nodes) => nodes.clone(),
    });
    card(facts, own.part, own.title.clone(), inside.collect()).attr("data-sheet", "views")
}

/// A table of names and values.
pub fn rows(table: &Table) -> Node {
    let row = |(name, values): &(String, Vec<Fact>)| {
        // The corner of a table heads nothing.
        let name = match name.is_empty() {
            true => Node::leaf("td", "", ""),
            false => Node::leaf("th", "", name.clone()).attr("scope", "row"),
        };
        Node::holding("tr", "", std::iter::once(name).chain(values.iter().map(fact)).collect())
    };
    let body = Node::holding("tbody", "", table.rows.iter().map(row).collect());
    Node::holding("table", "facts", vec![body])
}

fn fact(fact: &Fact) -> Node {
    let (note, hue) = &fact.note;
    let lines = vec![Node::leaf("span", "", fact.text.clone()), Node::leaf("small", hue.class(), note.clone())];
    if fact.press.is_empty() {
        return Node::holding("td", if fact.chosen { "facts__other" } else { "" }, lines);
    }
    let class = if fact.chosen { "facts__press facts__press--on" } else { "facts__press" };
    let button = Node::holding("button", class, lines)
        .attr("type", "button")
        .attr("data-action", fact.press.clone())
        .attr("data-act", fact.press.clone())
        .attr("aria-pressed", truth(fact.chosen));
    Node::holding("td", "", vec![button])
}
