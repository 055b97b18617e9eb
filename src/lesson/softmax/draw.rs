//! The parts of the drawing.

pub mod chips;
pub mod curve;
pub mod dots;
pub mod grid;
pub mod lanes;
pub mod ledger;
pub mod margins;
pub mod matrix;
pub mod pile;
pub mod ruler;
pub mod score;
pub mod walls;

use super::figure::Scene;
use crate::plot::marks::{Anchor, circle, group, rect, rich, text};
use crate::screen::Node;
use matwalk_core::number::{Number, shortest64};
use matwalk_core::softmax::Precision;

/// Pieces of a text: said, class, raised.
pub type Pieces = Vec<(String, &'static str, bool)>;

/// A piece of text.
pub fn piece(said: impl Into<String>, class: &'static str) -> (String, &'static str, bool) {
    (said.into(), class, false)
}

/// e to a power.
pub fn power(exponent: impl Into<String>, class: &'static str) -> [(String, &'static str, bool); 2] {
    [("e".to_owned(), class, false), (exponent.into(), class, true)]
}

/// About how wide a text is.
pub fn width_of(pieces: &[(String, &'static str, bool)], size: f64) -> f64 {
    let wide = |c: char| if matches!(c, '가'..='힣') { 1.0 } else { 0.58 };
    pieces.iter().map(|(said, _, up)| said.chars().map(wide).sum::<f64>() * if *up { size * 0.76 } else { size }).sum()
}

/// The whole value. The shortest text that f16 reads as 59872 is 59870, less than a cell shows: of f16 all digits.
pub fn whole(value: f64, precision: Precision) -> String {
    if precision == Precision::F16 { shortest64(value) } else { Number::new(value, precision).shortest() }
}

/// A text on a ground of its own, where lines would run through it.
pub fn note(at: (f64, f64), size: f64, anchor: Anchor, class: &'static str, said: String) -> Node {
    let width = width_of(&[piece(said.clone(), "")], size) + 6.0;
    let left = match anchor {
        Anchor::Start => at.0 - 3.0,
        Anchor::Middle => at.0 - width / 2.0,
        Anchor::End => at.0 + 3.0 - width,
    };
    let ground = rect((left, at.1 - size, width, size * 1.3), 3.0, "f-page");
    group("note", vec![ground, text(at, size, anchor, class, said)])
}

/// The size at which a text is no wider than that.
pub fn fitting(said: &str, size: f64, width: f64) -> f64 {
    size.min(width / width_of(&[piece(said, "")], 1.0).max(0.1)).max(8.0)
}

/// The sign at the corner of the first number that is not what it should be.
pub fn badge(corner: (f64, f64), harm: bool) -> Node {
    let inside = vec![
        circle(corner, 8.0, if harm { "s-bad" } else { "s-quiet" }),
        text((corner.0, corner.1 + 4.5), 12.0, Anchor::Middle, "t-page strong", if harm { "!" } else { "≈" }),
    ];
    group("note", inside)
}

/// Of a matrix a number of the whole group, named by the group: `sum-0`. Of a vector it has a cell elsewhere.
pub fn of_group(scene: &Scene, label: Node, name: &str, value: f64) -> Node {
    if !scene.lesson.inputs().z.is_matrix() {
        return label;
    }
    let precision = scene.group.phases.options.precision;
    label.attr("data-cell", format!("{name}-{}", scene.row)).attr("data-value", whole(value, precision))
}

/// A number in a box.
pub struct Boxed {
    /// Left, top, width, height.
    pub at: (f64, f64, f64, f64),
    /// Size of the text.
    pub size: f64,
    /// Ground and line.
    pub class: String,
    /// The text.
    pub text: Pieces,
    /// Its name in `data-cell`.
    pub cell: String,
    /// What it is doing.
    pub role: &'static str,
    /// The whole value; empty while there is none.
    pub value: String,
    /// What a press does; empty for nothing.
    pub act: String,
    /// Its name for those who can't see it, without the number.
    pub name: String,
    /// Its column and row among the numbers that the arrows go through; all of them are one Tab stop, the first.
    pub place: (usize, usize),
}

impl Boxed {
    /// The box with its number.
    pub fn node(self) -> Node {
        let (x, y, width, height) = self.at;
        let middle = (x + width / 2.0, y + height / 2.0 + self.size * 0.36);
        let said: String = self.text.iter().map(|(said, _, _)| said.as_str()).collect();
        let label = match said.as_str() {
            "" => format!("{} = ?", self.name),
            _ if said.starts_with(&self.name) => said,
            _ => format!("{} = {said}", self.name),
        };
        let inside = vec![
            rect(self.at, (height / 2.0).min(8.0), self.class),
            rich(middle, self.size, Anchor::Middle, "number", &self.text),
            Node::leaf("title", "", self.value.clone()),
        ];
        Node::holding("g", "cell-box", inside)
            .attr("data-cell", self.cell)
            .attr("data-role", self.role)
            .attr("data-value", self.value)
            .attr("data-act", self.act)
            .attr("role", "button")
            .attr("aria-label", label)
            .attr("tabindex", if self.place == (0, 0) { "0" } else { "-1" })
            .attr("data-place", format!("{}-{}", self.place.0, self.place.1))
    }
}
