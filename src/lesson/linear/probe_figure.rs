//! The test of linearity as a table: what is put in on the left, what three functions make of it beside that.

use super::inputs::Sizes;
use super::model::{Form, Linear};
use super::names::Names;
use super::probe::{FUNCTIONS, Function, Row, Table, Test, Verdict};
use crate::figure;
use crate::lesson::draw::{path, px, rect, text};
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
}

impl Plan {
    fn new(room: &Room, sizes: &Sizes, rows: usize) -> Plan {
        let stacked = room.width <= 640.0;
        let left = if stacked { 6.0 } else { 104.0 };
        let (inputs, outputs) = (if stacked { 0 } else { sizes.width }, sizes.outputs);
        let gap = if stacked { 8.0 } else { 26.0 };
        let cells = (inputs + 3 * outputs).max(1) as f64;
        let cell = ((room.width - left - 3.0 * gap - 16.0) / cells).clamp(22.0, 72.0);
        let top = 46.0;
        let row = ((room.height - top - 56.0) / rows as f64).clamp(if stacked { 44.0 } else { 30.0 }, 70.0);
        let high = (if stacked { row - 20.0 } else { row - 6.0 }).min(52.0);
        Plan { cell, high, left, gap, top, row, inputs, outputs, stacked }
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
    for (block, function) in FUNCTIONS.into_iter().enumerate() {
        let middle = plan.block(block) + plan.outputs as f64 * plan.cell / 2.0;
        let about = match function {
            Function::Products => say!(names.locale, linear.probe_products),
            Function::Biased => say!(names.locale, linear.probe_biased),
            Function::Cut => say!(names.locale, linear.probe_cut),
        };
        let size = if plan.stacked { 13.0 } else { 16.0 };
        inside.push(text(middle, 18.0, size, "t-ink strong", heading(names, function)));
        inside.push(text(middle, 36.0, 12.5, "t-quiet", about));
    }
    let rule = plan.top + plan.row * (rows - 2) as f64 - 1.0;
    inside.push(path(format!("M4 {}H{}", px(rule), px(plan.width())), "l-quiet fine f-none"));
    for (index, row) in table.rows.iter().enumerate() {
        inside.extend(draw_row(linear, names, &plan, table, row, index, t));
    }
    if t == rows {
        for (block, verdict) in table.verdicts.iter().enumerate() {
            inside.extend(said(linear, names, &plan, block, verdict, rows));
        }
    }
    let left = ((room.width - plan.width() - 8.0) / 2.0).max(0.0);
    let all = Node::holding("g", "", inside).attr("transform", format!("translate({} 4)", px(left)));
    let (width, height) = (px(room.width.round()), px(room.height.round()));
    let svg = Node::holding("svg", "probe", vec![all])
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("width", width)
        .attr("height", height)
        .attr("role", "group");
    vec![svg.attr("aria-label", say!(names.locale, linear.probe))]
}

fn draw_row(
    linear: &Linear,
    _names: &Names,
    plan: &Plan,
    table: &Table,
    row: &Row,
    index: usize,
    t: usize,
) -> Vec<Node> {
    let y = plan.top + plan.row * index as f64 + if plan.stacked { 18.0 } else { 3.0 };
    let (name, small) = row_name(linear.test, index);
    let middle = y + plan.high / 2.0;
    let mut nodes = Vec::new();
    if plan.stacked {
        let put = row.input.as_ref().map(|x| x.iter().map(|v| figure::short(*v)).collect::<Vec<_>>().join(", "));
        let put = put.map_or_else(|| small.to_owned(), |put| format!("{small},  {name} = ({put})"));
        nodes.push(text(plan.left, y - 4.0, 12.0, "t-quiet start", put));
    } else {
        let line = if name.is_empty() { middle + 5.0 } else { middle - 2.0 };
        let shown = if name.is_empty() { small } else { name };
        nodes.push(text(plan.left - 12.0, line, 15.0, "t-ink strong end", shown));
        if !name.is_empty() {
            nodes.push(text(plan.left - 12.0, middle + 14.0, 12.0, "t-quiet end", small));
        }
    }
    let cell = |x: f64, place: usize, class: String, shown: String, id: String| {
        let left = x + place as f64 * plan.cell;
        let room = plan.cell - 10.0;
        let size = (room / (shown.chars().count().max(1) as f64 * 0.6)).min(plan.high * 0.46).clamp(9.0, 19.0);
        let inside = vec![
            rect(left + 1.5, y, plan.cell - 3.0, plan.high, 8.0, class),
            text(left + plan.cell / 2.0, middle + size * 0.36, size, "t-ink number", shown),
        ];
        Node::holding("g", "", inside).attr("data-cell", id)
    };
    if let Some(input) = row.input.as_ref().filter(|_| plan.inputs > 0) {
        for (place, value) in input.iter().enumerate() {
            let made = cell(plan.left, place, "f-a".into(), figure::short(*value), format!("in-{index}-{place}"));
            nodes.push(made);
        }
    }
    let last = index + 1 == table.rows.len();
    for (block, values) in row.out.iter().enumerate() {
        for (place, value) in values.iter().enumerate() {
            let off = matches!(&table.verdicts[block], Verdict::Off(by) if by[place] != 0.0);
            let class = match (index < t, last && off, last) {
                (false, ..) => "f-none l-line dashed",
                (_, true, _) => "f-bad l-bad",
                (_, _, true) => "f-out l-out",
                _ => "f-out",
            };
            let shown = if index < t { figure::short(*value) } else { "?".to_owned() };
            let id = format!("f{block}-{index}-{place}");
            nodes.push(cell(plan.block(block), place, class.to_owned(), shown, id));
        }
    }
    nodes
}

/// The verdict under a block, in one or two short lines.
fn said(linear: &Linear, names: &Names, plan: &Plan, block: usize, verdict: &Verdict, rows: usize) -> Vec<Node> {
    let locale = names.locale;
    let middle = plan.block(block) + plan.outputs as f64 * plan.cell / 2.0;
    let y = plan.top + plan.row * rows as f64 + 16.0;
    let list = |by: &[f32]| by.iter().map(|value| figure::short(*value)).collect::<Vec<_>>().join(", ");
    let (class, first, second) = match (verdict, FUNCTIONS[block]) {
        (Verdict::Equal, Function::Cut) => {
            ("t-quiet strong", format!("= {}", say!(locale, linear.probe_equal_here)), String::new())
        }
        (Verdict::Equal, _) => ("t-out strong", format!("✓ {}", say!(locale, linear.probe_equal)), String::new()),
        (Verdict::Rounded, _) => ("t-out strong", format!("≈ {}", say!(locale, linear.probe_rounded)), String::new()),
        (Verdict::Off(by), Function::Biased) if linear.inputs().bias.is_some() => {
            let name = match linear.test {
                Test::Sum => say!(locale, linear.probe_by_b),
                Test::Triple => say!(locale, linear.probe_by_2b),
                Test::Negative => say!(locale, linear.probe_by_minus),
            };
            ("t-bad strong", format!("✗ {name}"), format!("({})", list(by)))
        }
        (Verdict::Off(by), _) => {
            ("t-bad strong", format!("✗ {}", say!(locale, linear.probe_negative)), format!("({})", list(by)))
        }
    };
    vec![text(middle, y, 14.0, class, first), text(middle, y + 18.0, 13.0, class, second)]
}
