//! Cells of the two readings with a tensor: numbers that can be typed, and results.

use crate::lesson::activation::digits::short;
use crate::lesson::activation::draw::{Area, px, text_width};
use crate::lesson::activation::inputs::{WARD, value64};
use crate::lesson::activation::model::Activation;
use crate::screen::{Node, Slot};
use matwalk_core::number::shortest;

/// The longest text that is shown as it was typed.
const MAX_TYPED: usize = 6;

/// What an editable cell shows: a short text as typed, else its number.
pub fn shown(lesson: &Activation, slot: Slot, index: usize) -> String {
    let inputs = lesson.inputs();
    let Some(operand) = inputs.operand(slot) else { return String::new() };
    let own = value64(operand, index);
    let (_, cols) = inputs.sizes(slot);
    let value = match slot {
        WARD => inputs.column(index % cols.max(1)).get(index / cols.max(1)).copied().flatten(),
        _ => own,
    };
    // The text is the cell's own while nothing is added to it.
    let is_plain = slot != WARD || inputs.bias.read() == Ok(0.0) && !inputs.centre;
    match operand.typed_text(index) {
        Some(text) if own.is_none() => text.to_owned(),
        Some(text) if is_plain && text.chars().count() <= MAX_TYPED => text.to_owned(),
        _ => value.map_or_else(|| "?".to_owned(), short),
    }
}

/// The size of type for a text in a cell.
pub fn type_size(area: Area, said: &str, most: f64) -> f64 {
    let by_width = (area.width - 4.0) / text_width(said, 1.0).max(0.6);
    let by_height = (area.height * 0.42).max((area.height * 0.7).min(12.0));
    by_width.max(10.0).min(by_height).min(most)
}

/// What a tensor's number has of its own: its name, its value as f32, its role.
pub fn named(node: Node, name: String, value: Option<f64>, role: &'static str) -> Node {
    let node = node.attr("data-cell", name).attr("data-role", role);
    match value {
        Some(value) => node.attr("data-value", shortest(value as f32)),
        None => node,
    }
}

/// A cell that is typed into.
pub struct Input<'a> {
    /// Slot and index, `a-3`.
    pub number: String,
    /// How many columns its grid has.
    pub cols: usize,
    /// Whether Tab comes to it.
    pub first: bool,
    /// Its name for those who can't see it.
    pub label: String,
    /// Its text.
    pub said: &'a str,
    /// Whether that can't be read.
    pub wrong: bool,
}

impl Input<'_> {
    /// The cell around what it shows.
    pub fn on(&self, inside: Vec<Node>) -> Node {
        Node::holding("g", "cell-input", inside)
            .attr("data-number", self.number.clone())
            .attr("data-cols", self.cols.to_string())
            .attr("tabindex", if self.first { "0" } else { "-1" })
            .attr("role", "button")
            .attr("aria-label", format!("{}: {}", self.label, self.said))
            .attr("aria-invalid", if self.wrong { "true" } else { "false" })
    }
}

/// Brackets around an area.
pub fn brackets(area: Area, hue: &str) -> Node {
    let (left, right) = (area.x - 7.0, area.right() + 7.0);
    let (top, bottom) = (area.y - 5.0, area.bottom() + 5.0);
    let d = format!(
        "M{l} {t}H{x}V{b}H{l}M{r} {t}H{y}V{b}H{r}",
        l = px(left + 7.0),
        x = px(left),
        r = px(right - 7.0),
        y = px(right),
        t = px(top),
        b = px(bottom)
    );
    Node::leaf("path", format!("f-none l-{hue} bracket-line"), "").attr("d", d)
}

/// A shape as PyTorch writes it.
pub fn shape_text(dims: &[usize]) -> String {
    match dims {
        [size] => format!("({size},)"),
        _ => format!("({})", dims.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")),
    }
}
