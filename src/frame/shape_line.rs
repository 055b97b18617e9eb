//! The shape line as markup: sizes as PyTorch writes them, the tied ones marked, and on paper on hover, focus and tap.

use crate::screen::{Hue, Node, Setting, ShapeLine, ShapePart, Slot};
use crate::ui::markup::radios;

/// The line; `settings` are those that a switch may name.
pub fn nodes(line: &ShapeLine, settings: &[Setting]) -> Vec<Node> {
    let clash = if line.fits { "" } else { " clash" };
    let parts = line.parts.iter().map(|part| match part {
        // What stands behind a shape without a blank.
        ShapePart::Sign(sign) if sign.starts_with(['ᵀ', ',']) => Node::leaf("span", "op op--behind", sign.clone()),
        ShapePart::Sign(sign) => Node::leaf("span", "op", sign.clone()),
        ShapePart::Field { slot, hue, label, text, wrong } => field(*slot, *hue, label, text, *wrong),
        ShapePart::Switch(key) => match settings.iter().find(|setting| setting.key == *key) {
            Some(setting) => radios("segments shape-switch", setting),
            None => Node::leaf("span", "", ""),
        },
        ShapePart::None => Node::leaf("span", "none", "✗").attr("aria-hidden", "true"),
        ShapePart::Shape { hue, sizes, paper } => shape(*hue, sizes, paper),
    });
    let shapes =
        Node::holding("span", format!("shape-line__shapes{clash}"), parts.collect()).attr("data-part", "shape-line");
    let tie = [("shape-line__tie-long", &line.tie), ("shape-line__tie-short", &line.short_tie)];
    let tie = tie.into_iter().map(|(class, text)| Node::leaf("span", class, text.clone())).collect();
    let tie = Node::holding("span", format!("shape-line__tie{clash}"), tie).attr("data-part", "shape-tie");
    if line.tie.is_empty() { vec![shapes] } else { vec![shapes, tie] }
}

/// A field as wide as its text.
fn field(slot: Slot, hue: Hue, label: &str, text: &str, wrong: bool) -> Node {
    // Signs that no fixed-width font has are up to two letters wide.
    let room = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>().max(4);
    Node::leaf("input", format!("shape-field {}", hue.class()), "")
        .attr("type", "text")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("data-field", slot.0)
        .attr("aria-label", label.to_owned())
        .attr("aria-invalid", wrong.to_string())
        .attr("value", text.to_owned())
        .style("--chars", room.to_string())
}

fn shape(hue: Hue, sizes: &[(usize, bool)], (paper, meaning): &(String, String)) -> Node {
    let mut inside = vec![Node::leaf("span", "", "(")];
    for (i, (size, tied)) in sizes.iter().enumerate() {
        let comma = match (i + 1 < sizes.len(), sizes.len()) {
            (true, _) => ", ",
            (false, 1) => ",",
            _ => "",
        };
        inside.push(Node::leaf(if *tied { "em" } else { "span" }, "", size.to_string()));
        inside.push(Node::leaf("span", "", comma));
    }
    inside.push(Node::leaf("span", "", ")"));
    if paper.is_empty() {
        return Node::holding("span", format!("shape {}", hue.class()), inside);
    }
    let tip = vec![
        Node::holding("span", format!("tip__paper {}", hue.class()), raised(paper)),
        Node::leaf("span", "tip__meaning", format!(": {meaning}")),
    ];
    inside.push(Node::holding("span", "tip", tip));
    Node::holding("button", format!("shape {}", hue.class()), inside).attr("type", "button")
}

/// `A ∈ ℝ^2×3, …` with what stands behind a `^` raised, up to a comma or the end.
fn raised(text: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (i, part) in text.split('^').enumerate() {
        let (up, rest) = match i {
            0 => ("", part),
            _ => part.split_at(part.find(',').unwrap_or(part.len())),
        };
        if !up.is_empty() {
            nodes.push(Node::leaf("sup", "", up.to_owned()));
        }
        nodes.push(Node::leaf("span", "", rest.to_owned()));
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::node::read;

    #[test]
    fn one_size_keeps_its_comma_and_exponents_are_raised() {
        let part = |sizes: &[(usize, bool)]| ShapePart::Shape {
            hue: Hue::A,
            sizes: sizes.to_vec(),
            paper: (String::new(), String::new()),
        };
        let line = ShapeLine {
            parts: vec![part(&[(3, true)]), ShapePart::Sign("@".into()), part(&[(3, true), (2, false)]), part(&[])],
            tie: String::new(),
            short_tie: String::new(),
            fits: true,
        };
        assert_eq!(read(&nodes(&line, &[])), "(3,)@(3, 2)()");
        let up = raised("a ∈ ℝ^3, aᵀ ∈ ℝ^1×3");
        assert_eq!(up.iter().filter(|node| node.tag == "sup").map(Node::read).collect::<Vec<_>>(), ["3", "1×3"]);
    }
}
