//! The parts of the drawing.

pub mod chips;
pub mod curve;
pub mod grid;
pub mod lanes;
pub mod ledger;
pub mod matrix;
pub mod pile;
pub mod ruler;
pub mod score;

use super::figure::Scene;
use crate::plot::marks::{Anchor, rect, rich};
use crate::screen::Node;
use matwalk_core::number::Number;
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

/// The whole value, as it is in its type.
pub fn whole(value: f64, precision: Precision) -> String {
    Number::new(value, precision).shortest()
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
}

impl Boxed {
    /// The box with its number.
    pub fn node(self) -> Node {
        let (x, y, width, height) = self.at;
        let middle = (x + width / 2.0, y + height / 2.0 + self.size * 0.36);
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
    }
}
