//! The test of linearity as a table: what is put in on the left, what three functions make of it beside that.

mod row;
mod verdicts;

use super::inputs::Sizes;
use super::model::{Form, Linear};
use super::names::Names;
use super::probe::{FUNCTIONS, Function, Table, Test, Verdict};
use crate::figure;
use crate::lesson::draw::{ems, path, px, text};
use crate::say;
use crate::screen::{Cx, Figure, Main, Moment, Node, Room, words};

/// Everything the step decides.
pub fn moment(linear: &Linear, cx: &Cx) -> Moment {
    let names = Names::new(linear, cx);
    let (t, len) = linear.steps();
    let table = Table::of(linear.inputs(), linear.test);
    let figure = table.as_ref().map(|table| draw(linear, &names, table, &cx.room, t)).unwrap_or_default();
    Moment {
        figure: Figure::Own(figure.into()),
        formula: formula(linear.test),
        spoken: String::new(),
        sentence: words(&sentence(linear, &names, table.as_ref(), t)),
        special: String::new(),
        main: if t == len { Main::FromStart } else { Main::Next },
    }
}

/// `f(x + x′) = f(x) + f(x′) ?`
fn formula(test: Test) -> Vec<Node> {
    let text = match test {
        Test::Sum => "f(x + x′)  ≟  f(x) + f(x′)",
        Test::Triple => "f(3·x)  ≟  3·f(x)",
        Test::Negative => "f(−x)  ≟  −f(x)",
    };
    vec![Node::holding("math", "formula", vec![Node::leaf("mtext", "", text)])]
}

fn sentence(linear: &Linear, names: &Names, table: Option<&Table>, t: usize) -> String {
    let (locale, test) = (names.locale, linear.test);
    let Some(table) = table else { return say!(locale, linear.probe_blocked) };
    let last = t == test.steps();
    match (test, t) {
        (_, 0) => say!(locale, linear.probe_start),
        (_, 1) => say!(locale, linear.probe_first),
        (Test::Sum, 2) => say!(locale, linear.probe_second),
        (Test::Sum, 3) => say!(locale, linear.probe_sum),
        _ if !last => say!(locale, linear.probe_times, factor = figure::short(test.factor())),
        _ if table.verdicts.iter().all(|verdict| !matches!(verdict, Verdict::Off(_))) => {
            say!(locale, linear.probe_all)
        }
        _ => say!(locale, linear.probe_end),
    }
}

/// The heading of a function's block.
fn heading(names: &Names, function: Function) -> String {
    let made = if names.form == Form::Math { "Wᵀx" } else { "xWᵀ" };
    match function {
        Function::Products => made.to_owned(),
        Function::Biased => format!("{made} + b"),
        Function::Cut => format!("ReLU({made})"),
    }
}

/// The least width of a cell.
const LEAST: f64 = 22.0;

/// Measures of the table.
struct Plan {
    cell: f64,
    high: f64,
    left: f64,
    gap: f64,
    top: f64,
    row: f64,
    /// Whether what is put in has cells of its own; else it stands as text.
    inputs: usize,
    outputs: usize,
    stacked: bool,
    /// What is left above and below.
    air: f64,
}

impl Plan {
    fn new(room: &Room, sizes: &Sizes, rows: usize) -> Plan {
        let (left, gap) = (104.0, 26.0);
        let wide = (room.width - left - 3.0 * gap - 16.0) / (sizes.width + 3 * sizes.outputs).max(1) as f64;
        // Upright, or where cells would be too narrow, what is put in stands as text above its row.
        let stacked = room.width <= 640.0 && room.height > room.width || wide < LEAST;
        let (left, gap) = if stacked { (6.0, 8.0) } else { (left, gap) };
        let (inputs, outputs) = (if stacked { 0 } else { sizes.width }, sizes.outputs);
        let cells = (inputs + 3 * outputs).max(1) as f64;
        let cell = ((room.width - left - 3.0 * gap - 16.0) / cells).clamp(LEAST, 84.0);
        let (top, verdict) = (46.0, if stacked { 76.0 } else { 66.0 });
        let row = ((room.height - top - verdict) / rows as f64).clamp(if stacked { 44.0 } else { 20.0 }, 92.0);
        let high = (if stacked { row - 24.0 } else { row * 0.88 - 2.0 }).min(64.0);
        let spare = room.height - top - verdict - row * rows as f64;
        Plan { cell, high, left, gap, top, row, inputs, outputs, stacked, air: (spare / 2.0).max(0.0) }
    }

    fn block(&self, block: usize) -> f64 {
        let wide = |cells: usize| cells as f64 * self.cell;
        let first = if self.inputs > 0 { wide(self.inputs) + self.gap } else { 0.0 };
        self.left + first + block as f64 * (wide(self.outputs) + self.gap)
    }

    fn width(&self) -> f64 {
        self.block(3) - self.gap
    }
}

fn draw(linear: &Linear, names: &Names, table: &Table, room: &Room, t: usize) -> Vec<Node> {
    let rows = table.rows.len();
    let plan = Plan::new(room, &linear.solved.sizes, rows);
    let mut inside = Vec::new();
    if plan.inputs > 0 {
        let middle = plan.left + plan.inputs as f64 * plan.cell / 2.0;
        inside.push(text(middle, 32.0, 15.0, "t-quiet", say!(names.locale, linear.probe_input)));
    }
    let about = |function: Function| match function {
        Function::Products => say!(names.locale, linear.probe_products),
        Function::Biased => say!(names.locale, linear.probe_biased),
        Function::Cut => say!(names.locale, linear.probe_cut),
    };
    // All of one size, or none; on the right of the last one the box ends.
    let own = plan.outputs as f64 * plan.cell + plan.gap.min(14.0) - 2.0;
    let small = FUNCTIONS.iter().map(|function| own / ems(&about(*function))).fold(12.5, f64::min);
    for (block, function) in FUNCTIONS.into_iter().enumerate() {
        let middle = plan.block(block) + plan.outputs as f64 * plan.cell / 2.0;
        let size = if plan.stacked { 13.0 } else { 16.0 };
        inside.push(text(middle, 18.0, size, "t-ink strong", heading(names, function)));
        if small >= 11.0 {
            inside.push(text(middle, 36.0, small, "t-quiet", about(function)));
        }
    }
    let rule = plan.top + plan.row * (rows - 2) as f64 - 1.0;
    inside.push(path(format!("M4 {}H{}", px(rule), px(plan.width())), "l-quiet fine f-none"));
    for (index, row) in table.rows.iter().enumerate() {
        inside.extend(row::draw(linear, names, &plan, table, row, index, t));
    }
    if t == rows {
        for (block, verdict) in table.verdicts.iter().enumerate() {
            let middle = plan.block(block) + plan.outputs as f64 * plan.cell / 2.0;
            let top = plan.top + plan.row * rows as f64 + 16.0;
            let room = plan.outputs as f64 * plan.cell + plan.gap;
            inside.extend(verdicts::said(linear, names, table, block, verdict, (middle, top, room)));
        }
    }
    let left = ((room.width - plan.width() - 8.0) / 2.0).max(0.0);
    let all =
        Node::holding("g", "", inside).attr("transform", format!("translate({} {})", px(left), px(4.0 + plan.air)));
    // The whole box, or as much more of it as the table needs; then the box scrolls.
    let (width, height) = (room.width.max(plan.width() + 8.0).round(), room.height.round());
    let svg = Node::holding("svg", "probe", vec![all])
        .attr("viewBox", format!("0 0 {} {}", px(width), px(height)))
        .attr("width", px(width))
        .attr("height", px(height))
        .attr("role", "group")
        .style("width", format!("{}cqw", px(100.0 * width / room.width.max(1.0).round())));
    vec![svg.attr("aria-label", say!(names.locale, linear.probe))]
}
