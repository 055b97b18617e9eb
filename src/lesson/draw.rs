//! Small pieces of a drawing in SVG. Colours are classes: `f-` fills, `l-` lines, `t-` texts, with a hue behind.

use crate::plot::marks::{self, Anchor};
use crate::screen::Node;

pub use crate::plot::marks::{group, path, px};

/// A rounded box.
pub fn rect(x: f64, y: f64, width: f64, height: f64, radius: f64, class: impl Into<String>) -> Node {
    marks::rect((x, y, width, height), radius, class.into())
}

/// A text on its middle; `start` and `end` in the class say otherwise.
pub fn text(x: f64, y: f64, size: f64, class: impl Into<String>, said: impl Into<String>) -> Node {
    let class: String = class.into();
    let is = |word: &str| class.split(' ').any(|own| own == word);
    let anchor = if is("start") {
        Anchor::Start
    } else if is("end") {
        Anchor::End
    } else {
        Anchor::Middle
    };
    // Other parts of the page have classes of these names.
    let own = |word: &str| match word {
        "start" | "end" => String::new(),
        "side" => "edge".to_owned(),
        "code" => "mono".to_owned(),
        _ => word.to_owned(),
    };
    let class = class.split(' ').map(own).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    marks::text((x, y), size, anchor, class, said.into())
}

/// Things that move together, and glide where a step moves them.
pub fn moved(x: f64, y: f64, class: impl Into<String>, inside: Vec<Node>) -> Node {
    Node::holding("g", class.into(), inside).style("transform", format!("translate({}px, {}px)", px(x), px(y)))
}
