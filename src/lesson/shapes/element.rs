//! The boxes of softmax, and a scalar.

use super::figure::Area;
use super::model::Shapes;
use super::names::Names;
use super::sentence::groups;
use super::sizes::Size;
use super::stack::{Stack, length, shift};
use super::state::after;
use super::step::Step;
use crate::lesson::draw::{path, px, rect, text};
use crate::say;
use crate::screen::Node;
use matwalk_core::rule::Role;

/// A scalar: a dot.
pub fn number(area: Area, said: String) -> Vec<Node> {
    let (x, y) = (area.x + area.width / 2.0, area.y + area.height / 2.0);
    vec![rect(x - 6.0, y - 6.0, 12.0, 12.0, 4.0, "f-a l-a"), text(x, y + 32.0, 13.0, "t-quiet", said)]
}

/// The last two dimensions, the others as a stack.
pub fn parts(dims: &[Size]) -> (Vec<Size>, Size, Size) {
    match dims {
        [batch @ .., rows, cols] => (batch.to_vec(), *rows, *cols),
        [cols] => (Vec::new(), Size::Known(1), *cols),
        [] => (Vec::new(), Size::Known(1), Size::Known(1)),
    }
}

/// The groups that sum to 1: the first one filled, two more dashed along the other direction.
pub fn softmax(shapes: &Shapes, names: &Names, area: Area) -> Vec<Node> {
    let (inputs, solved) = (shapes.inputs(), shapes.solved());
    if inputs.a.is_empty() {
        return number(area, say!(names.locale, shapes.number));
    }
    let (batch, rows, cols) = parts(&inputs.a);
    let stack = Stack::of(&batch, &batch);
    let back = shift(&stack) + if batch.is_empty() { 0.0 } else { 16.0 };
    let across = (area.width - 130.0) / length(cols);
    let unit = across.min((area.height - 92.0 - back) / length(rows)).clamp(2.0, 54.0);
    let (width, height) = (length(cols) * unit, length(rows) * unit);
    let x = area.x + (area.width - width) / 2.0;
    let y = area.y + (area.height - height) / 2.0 - 8.0 + back / 2.0;
    let mut nodes = stack.draw((x, y, width, height), "a", (rows, cols), true, names);
    if inputs.a.len() > 1 {
        nodes.push(text(x - 12.0, y + height / 2.0 + 5.0, 15.0, "strong end t-a", rows.text()));
    }
    nodes.push(text(x + width / 2.0, y + height + 20.0, 15.0, "strong t-a", cols.text()));
    let summed = after(shapes, |step| *step == Step::Sum);
    let Some(along) = solved.place(Role::Along).filter(|_| summed) else { return nodes };
    let from_right = inputs.a.len() - along;
    let count = |size: Size| size.known().unwrap_or(3).max(1);
    match from_right {
        1 | 2 => {
            let upright = from_right == 2;
            let (total, of) = if upright { (width, count(cols)) } else { (height, count(rows)) };
            let thick = (total / of as f64).clamp(6.0, 40.0);
            for group in (0..of.min(3)).rev() {
                let class = if group == 0 { "f-now l-now thick" } else { "f-none l-now dashed" };
                let from = group as f64 * thick;
                nodes.push(match upright {
                    true => rect(x + from, y, thick, height, 3.0, class),
                    false => rect(x, y + from, width, thick, 3.0, class),
                });
            }
            let at = if upright { (x + thick / 2.0, y - 9.0) } else { (x - 12.0, y + thick / 2.0 - 6.0) };
            nodes.push(text(at.0, at.1, 13.0, format!("strong t-now{}", if upright { "" } else { " end" }), "Σ = 1"));
        }
        _ => {
            let depth = shift(&stack).max(12.0) + 10.0;
            nodes.push(path(format!("M{} {}l{} {}", px(x + 10.0), px(y + 12.0), px(depth), px(-depth)), "l-now arc"));
            nodes.push(text(x + 4.0, y - back - 4.0, 13.0, "strong start t-now", "Σ = 1"));
        }
    }
    let (_, count) = groups(inputs, solved);
    let said = say!(names.locale, shapes.such_groups, n = count);
    nodes.push(text(area.x + area.width / 2.0, y + height + 43.0, 14.0, "strong t-now", said));
    nodes
}
