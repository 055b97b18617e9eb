//! Small pieces of a drawing. Colours are classes: `f-` grounds, `l-` lines, `t-` texts, with a hue behind.

use crate::screen::Node;
use crate::screen::node::Text;

/// A number of pixels as SVG writes it, with one decimal.
pub fn px(pixels: f64) -> String {
    let tenths = (pixels.clamp(-1e6, 1e6) * 10.0).round() as i64;
    // By hand: a picture has hundreds of these, and `format!` costs more than all else in one.
    let mut text = (tenths / 10).to_string();
    if tenths < 0 && tenths > -10 {
        text.insert(0, '-');
    }
    if tenths % 10 != 0 {
        text.push('.');
        text.push(char::from(b'0' + (tenths % 10).unsigned_abs() as u8));
    }
    text
}

/// A box with round corners.
pub fn rect(at: (f64, f64, f64, f64), radius: f64, class: impl Into<Text>) -> Node {
    let (x, y, width, height) = at;
    Node::leaf("rect", class, "")
        .attr("x", px(x))
        .attr("y", px(y))
        .attr("width", px(width.max(0.0)))
        .attr("height", px(height.max(0.0)))
        .attr("rx", px(radius))
}

/// A straight line.
pub fn line(from: (f64, f64), to: (f64, f64), class: impl Into<Text>) -> Node {
    Node::leaf("line", class, "")
        .attr("x1", px(from.0))
        .attr("y1", px(from.1))
        .attr("x2", px(to.0))
        .attr("y2", px(to.1))
}

/// A line of any form.
pub fn path(data: impl Into<Text>, class: impl Into<Text>) -> Node {
    Node::leaf("path", class, "").attr("d", data)
}

/// A circle.
pub fn circle(at: (f64, f64), radius: f64, class: impl Into<Text>) -> Node {
    Node::leaf("circle", class, "").attr("cx", px(at.0)).attr("cy", px(at.1)).attr("r", px(radius))
}

/// Which point of a text stands where it is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// As `text-anchor` names it.
    pub fn key(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// A text on its base line.
pub fn text(at: (f64, f64), size: f64, anchor: Anchor, class: impl Into<Text>, said: impl Into<Text>) -> Node {
    Node::leaf("text", class, said)
        .attr("x", px(at.0))
        .attr("y", px(at.1))
        .attr("font-size", px(size))
        .attr("text-anchor", anchor.key())
}

/// A text of coloured pieces: text, class, whether it is raised.
pub fn rich(
    at: (f64, f64),
    size: f64,
    anchor: Anchor,
    class: impl Into<Text>,
    pieces: &[(String, &'static str, bool)],
) -> Node {
    let mut raised = false;
    let mut spans = Vec::new();
    for (said, class, up) in pieces {
        let shift = match (raised, up) {
            (false, true) => -size * 0.4,
            (true, false) => size * 0.4,
            _ => 0.0,
        };
        raised = *up;
        let small = if *up { size * 0.74 } else { size };
        spans.push(Node::leaf("tspan", *class, said.clone()).attr("dy", px(shift)).attr("font-size", px(small)));
    }
    Node::holding("text", class, spans)
        .attr("x", px(at.0))
        .attr("y", px(at.1))
        .attr("font-size", px(size))
        .attr("text-anchor", anchor.key())
}

/// Things that belong together.
pub fn group(class: impl Into<Text>, inside: Vec<Node>) -> Node {
    Node::holding("g", class, inside)
}
