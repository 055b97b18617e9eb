//! A row of the table: its name, what is put in, what three functions make of it.

use super::super::graph::number_name;
use super::super::model::Linear;
use super::super::names::Names;
use super::super::probe::{Row, Table, Test, Verdict};
use super::super::spot::Twin;
use super::Plan;
use crate::figure;
use crate::lesson::draw::{rect, text};
use crate::screen::Node;
use matwalk_core::number;

/// Pixels of a row at least whose name has two lines.
const TWO_LINES: f64 = 32.0;

fn row_name(test: Test, row: usize) -> (&'static str, &'static str) {
    match (test, row) {
        (_, 0) => ("x", "f(x)"),
        (Test::Sum, 1) => ("x′", "f(x′)"),
        (Test::Sum, 2) => ("", "f(x) + f(x′)"),
        (Test::Sum, _) => ("x + x′", "f(x + x′)"),
        (Test::Triple, 1) => ("", "3·f(x)"),
        (Test::Triple, _) => ("3·x", "f(3·x)"),
        (Test::Negative, 1) => ("", "−f(x)"),
        (Test::Negative, _) => ("−x", "f(−x)"),
    }
}

/// The row with so many steps finished.
pub fn draw(
    linear: &Linear,
    names: &Names,
    plan: &Plan,
    table: &Table,
    row: &Row,
    index: usize,
    t: usize,
) -> Vec<Node> {
    let y = plan.top + plan.row * index as f64 + if plan.stacked { 22.0 } else { (plan.row - plan.high) / 2.0 };
    let (name, small) = row_name(linear.test, index);
    let middle = y + plan.high / 2.0;
    let mut nodes = Vec::new();
    if plan.stacked {
        let put = row.input.as_ref().map(|x| x.iter().map(|v| figure::short(*v)).collect::<Vec<_>>().join(", "));
        let put = put.map_or_else(|| small.to_owned(), |put| format!("{small},  {name} = ({put})"));
        nodes.push(text(plan.left, y - 6.0, 12.0, "t-quiet start", put));
    } else {
        // Two lines where the row has room for them.
        let two = !name.is_empty() && plan.row >= TWO_LINES;
        let line = if two { middle - 2.0 } else { middle + 5.0 };
        let shown = if two { name } else { small };
        nodes.push(text(plan.left - 12.0, line, 15.0, "t-ink strong end", shown));
        if two {
            nodes.push(text(plan.left - 12.0, middle + 14.0, 12.0, "t-quiet end", small));
        }
    }
    let cell = |x: f64, place: usize, class: &'static str, shown: String, chars: usize| {
        let left = x + place as f64 * plan.cell;
        let room = plan.cell - 6.0;
        let size = (room / (chars.max(1) as f64 * 0.6)).min(plan.high * 0.62).clamp(9.0, 24.0);
        let inside = vec![
            rect(left + 1.5, y, plan.cell - 3.0, plan.high, 8.0, class),
            text(left + plan.cell / 2.0, middle + size * 0.36, size, "t-ink number", shown),
        ];
        Node::holding("g", "", inside)
    };
    if let Some(input) = row.input.as_ref().filter(|_| plan.inputs > 0) {
        let chars = widest(table.rows.iter().filter_map(|row| row.input.as_ref()));
        for (place, value) in input.iter().enumerate() {
            let made = cell(plan.left, place, "f-a", figure::short(*value), chars);
            let made = made.attr("data-cell", format!("in-{index}-{place}")).attr("data-role", "idle");
            let made = made.attr("data-value", number::shortest(*value));
            nodes.push(match typed(linear, index) {
                Some(sample) => editable(linear, names, made, sample, place, *value),
                None => made,
            });
        }
    }
    let last = index + 1 == table.rows.len();
    for (block, values) in row.out.iter().enumerate() {
        let chars = widest(table.rows.iter().map(|row| &row.out[block]));
        for (place, value) in values.iter().enumerate() {
            let off = matches!(&table.verdicts[block], Verdict::Off(by) if by[place] != 0.0);
            let class = match (index < t, last && off, last) {
                (false, ..) => "f-none l-line dashed",
                (_, true, _) => "f-bad l-bad",
                (_, _, true) => "f-out l-out",
                _ => "f-out",
            };
            let shown = if index < t { figure::short(*value) } else { "?".to_owned() };
            let made = cell(plan.block(block), place, class, shown, chars);
            let made = made.attr("data-cell", format!("f{block}-{index}-{place}"));
            nodes.push(match index < t {
                true => made.attr("data-role", "done").attr("data-value", number::shortest(*value)),
                false => made.attr("data-role", "pending"),
            });
        }
    }
    nodes
}

/// Characters of the widest number.
fn widest<'rows>(rows: impl Iterator<Item = &'rows Vec<f32>>) -> usize {
    rows.flatten().map(|value| figure::short(*value).chars().count()).max().unwrap_or(1)
}

/// The sample of x that stands in a row as it was typed; other rows are made of it.
fn typed(linear: &Linear, row: usize) -> Option<usize> {
    let samples = if linear.test == Test::Sum { linear.solved.sizes.samples } else { 1 };
    (row < samples.min(2)).then_some(row)
}

fn editable(linear: &Linear, names: &Names, cell: Node, sample: usize, input: usize, value: f32) -> Node {
    let name = names.x(input) + if sample > 0 { "′" } else { "" };
    cell.attr("data-number", number_name(linear, Twin::X(sample, input)))
        .attr("role", "spinbutton")
        .attr("tabindex", "0")
        .attr("aria-label", format!("{name} {}", figure::short(value)))
}
