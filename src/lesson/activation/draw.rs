//! Small pieces of the drawing. Colours are classes: `f-` fills, `l-` lines, `t-` texts, with a hue behind.

use super::digits;
use crate::plot::marks;
use crate::screen::Node;

pub use crate::plot::Area;
pub use crate::plot::marks::{Anchor, group, path, px};

/// A box.
pub fn rect(area: Area, radius: f64, class: impl Into<String>) -> Node {
    marks::rect((area.x, area.y, area.width, area.height), radius, class.into())
}

/// A straight line.
pub fn line(from: (f64, f64), to: (f64, f64), class: impl Into<String>) -> Node {
    path(format!("M{} {}L{} {}", px(from.0), px(from.1), px(to.0), px(to.1)), class.into())
}

/// The same, as far to the right and down. Moving a group costs less than laying out the texts in it anew.
pub fn moved(node: Node, x: f64, y: f64) -> Node {
    node.attr("transform", format!("translate({} {})", px(x), px(y)))
}

/// A dot.
pub fn dot(x: f64, y: f64, radius: f64, class: impl Into<String>) -> Node {
    marks::circle((x, y), radius, class.into())
}

fn placed(node: Node, x: f64, y: f64, size: f64, anchor: Anchor) -> Node {
    // `dominant-baseline` is not what every program that opens an exported picture knows.
    node.attr("x", px(x)).attr("y", px(y + size * 0.35)).attr("font-size", px(size)).attr("text-anchor", anchor.key())
}

/// A text whose middle is at y.
pub fn text(x: f64, y: f64, size: f64, anchor: Anchor, class: impl Into<String>, said: impl Into<String>) -> Node {
    placed(Node::leaf("text", class.into(), said.into()), x, y, size, anchor)
}

/// A text of several pieces whose middle is at y.
pub fn spans(x: f64, y: f64, size: f64, anchor: Anchor, class: impl Into<String>, said: Vec<Node>) -> Node {
    placed(Node::holding("text", class.into(), said), x, y, size, anchor)
}

/// A number that a test or a script finds by its name: its whole value while it is known, and its role.
pub fn cell(node: Node, name: impl Into<String>, value: Option<f64>, role: &'static str) -> Node {
    let node = node.attr("data-cell", name.into()).attr("data-role", role);
    match value {
        Some(value) => node.attr("data-value", digits::whole(value)),
        None => node,
    }
}

/// The whole value, shown on hover; nothing while it is to come.
pub fn tip(value: Option<f64>) -> Node {
    Node::leaf("title", "", value.map(digits::whole).unwrap_or_default().replace('-', "−"))
}

/// The dash of the functions after the first.
pub fn dash(place: usize) -> &'static str {
    match place {
        0 => "curve--first",
        1 => "curve--second dashed",
        _ => "curve--third dotted",
    }
}

/// Hatching over an area: what is off.
pub fn hatching(area: Area, apart: f64) -> Node {
    let inner = Area { x: area.x + 1.5, y: area.y + 1.5, width: area.width - 3.0, height: area.height - 3.0 };
    path(crate::plot::hatch(inner, apart), "f-none l-line hatch")
}

/// How wide a text of that size is, roughly: there is nothing to measure it with.
pub fn text_width(said: &str, size: f64) -> f64 {
    let of = |c: char| match c {
        ' ' | '.' | ',' | ':' | '|' | 'l' | 'i' | '(' | ')' | '′' => 0.32,
        '0'..='9' => 0.6,
        '가'..='힣' => 0.94,
        _ if c.is_uppercase() => 0.66,
        _ => 0.58,
    };
    said.chars().map(of).sum::<f64>() * size
}
