//! Small pieces of a drawing in SVG. Colours are classes: `f-` fills, `l-` lines, `t-` texts, with a hue behind.

use crate::screen::Node;

/// A number of pixels as SVG writes it.
pub fn px(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    rounded.to_string()
}

/// A rounded box.
pub fn rect(x: f64, y: f64, width: f64, height: f64, radius: f64, class: impl Into<String>) -> Node {
    Node::leaf("rect", class.into(), "")
        .attr("x", px(x))
        .attr("y", px(y))
        .attr("width", px(width.max(0.0)))
        .attr("height", px(height.max(0.0)))
        .attr("rx", px(radius))
}

/// A line of any form.
pub fn path(d: String, class: impl Into<String>) -> Node {
    Node::leaf("path", class.into(), "").attr("d", d)
}

/// A text on its middle; `start` and `end` in the class say otherwise.
pub fn text(x: f64, y: f64, size: f64, class: impl Into<String>, said: impl Into<String>) -> Node {
    let class: String = class.into();
    let is = |word: &str| class.split(' ').any(|own| own == word);
    let anchor = if is("start") {
        "start"
    } else if is("end") {
        "end"
    } else {
        "middle"
    };
    // Other parts of the page have classes of these names.
    let own = |word: &str| match word {
        "start" | "end" => String::new(),
        "side" => "edge".to_owned(),
        "code" => "mono".to_owned(),
        _ => word.to_owned(),
    };
    let class = class.split(' ').map(own).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    Node::leaf("text", class, said.into())
        .attr("x", px(x))
        .attr("y", px(y))
        .attr("font-size", px(size))
        .attr("text-anchor", anchor)
}

/// Things that move together, and glide where a step moves them.
pub fn moved(x: f64, y: f64, class: impl Into<String>, inside: Vec<Node>) -> Node {
    Node::holding("g", class.into(), inside).style("transform", format!("translate({}px, {}px)", px(x), px(y)))
}

/// Things that belong together.
pub fn group(class: &'static str, inside: Vec<Node>) -> Node {
    Node::holding("g", class, inside)
}
