//! Small pieces of a drawing in SVG. Colours are classes: `f-` fills, `l-` lines, `t-` texts, with a hue behind.

use crate::plot::marks::{self, Anchor};
use crate::screen::Node;
use crate::screen::node::Text;

pub use crate::plot::marks::{group, path, px};

/// A rounded box.
pub fn rect(x: f64, y: f64, width: f64, height: f64, radius: f64, class: impl Into<Text>) -> Node {
    marks::rect((x, y, width, height), radius, class.into())
}

/// A text on its middle; `start` and `end` in the class say otherwise.
pub fn text(x: f64, y: f64, size: f64, class: impl Into<Text>, said: impl Into<Text>) -> Node {
    let (anchor, class) = anchored(class.into());
    marks::text((x, y), size, anchor, class, said.into())
}

/// About how wide a text of quiet words is, in its own size: a letter of Hangul is as wide as two others.
pub fn ems(said: &str) -> f64 {
    said.chars().map(|letter| if ('가'..='힣').contains(&letter) { 0.93 } else { 0.5 }).sum()
}

/// Takes the anchor out of a class.
fn anchored(class: Text) -> (Anchor, Text) {
    let mut anchor = Anchor::Middle;
    let mut own = String::new();
    let mut is_other = false;
    for word in class.split(' ') {
        let (place, kept) = match word {
            "start" => (Some(Anchor::Start), ""),
            "end" => (Some(Anchor::End), ""),
            // Other parts of the page have classes of these names.
            "side" => (None, "edge"),
            "code" => (None, "mono"),
            _ => (None, word),
        };
        anchor = place.unwrap_or(anchor);
        is_other |= kept != word;
        if !own.is_empty() && !kept.is_empty() {
            own.push(' ');
        }
        own.push_str(kept);
    }
    (anchor, if is_other { own.into() } else { class })
}

/// Things that move together, and glide where a step moves them.
pub fn moved(x: f64, y: f64, class: impl Into<String>, inside: Vec<Node>) -> Node {
    Node::holding("g", class.into(), inside).style("transform", format!("translate({}px, {}px)", px(x), px(y)))
}
