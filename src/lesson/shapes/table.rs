//! The table: a column is one comparison, a tuple is one string of beads.

use super::bead::Bead;
use super::figure::Area;
use super::grid::{Grid, Row, grid};
use super::inputs::Op;
use super::message::ROWS;
use super::model::Shapes;
use super::names::Names;
use super::sizes::Size;
use super::state::{Column, after, before, step};
use super::step::Step;
use super::{formula, verdict};
use crate::lesson::draw::{group, path, px, rect, text};
use crate::say;
use crate::screen::Node;
use matwalk_core::rule::{Operand, Role};

/// The whole table.
pub fn draw(shapes: &Shapes, names: &Names, columns: &[Column], area: Area) -> Vec<Node> {
    let grid = grid(shapes, columns.len(), area);
    vec![
        group("lanes", lanes(shapes, columns, &grid)),
        group("heads", heads(shapes, names, columns, &grid)),
        group("threads", threads(columns, &grid)),
        group("verdicts", verdict::marks(shapes, names, columns, &grid)),
        group("beads", beads(shapes, names, columns, &grid, Row::A)),
        group("beads", beads(shapes, names, columns, &grid, Row::B)),
        group("beads", verdict::bias(shapes, names, columns, &grid)),
        group("beads", verdict::result(shapes, names, columns, &grid)),
    ]
}

/// Behind the columns that this step is about.
fn lanes(shapes: &Shapes, columns: &[Column], grid: &Grid) -> Vec<Node> {
    let single = match step(shapes) {
        Some(Step::Turn | Step::Lend(Operand::Rhs) | Step::Fold(Operand::Rhs, _)) => Some(Row::B),
        Some(Step::Lend(_) | Step::Fold(..)) => Some(Row::A),
        Some(Step::Bias | Step::BiasFails(_)) => Some(Row::Bias),
        _ => None,
    };
    let two = !shapes.inputs().has_b();
    let mut lanes = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let sum = matches!(column.role, Role::Inner) || column.role == Role::Along && column.seen;
        if !sum && !column.now {
            continue;
        }
        let row = single.filter(|_| column.now);
        let from = row.unwrap_or(Row::A);
        let to = match row {
            Some(Row::A) => Row::Verdict,
            Some(Row::B) => Row::Bias,
            Some(_) => Row::Out,
            None if two => Row::B,
            None => Row::Bias,
        };
        let class = match (column.now, column.clash) {
            (_, true) => "l-bad thick f-none",
            (true, _) => "f-now l-now thick",
            _ => "f-now",
        };
        let height = grid.y(to) - grid.y(from);
        lanes.push(rect(grid.x(index) - 1.0, grid.y(from) - 1.0, grid.cell + 2.0, height + 2.0, 16.0, class));
    }
    lanes
}

/// What each column is for; a bracket where several dimensions count as one.
fn heads(shapes: &Shapes, names: &Names, columns: &[Column], grid: &Grid) -> Vec<Node> {
    let (inputs, solved, locale) = (shapes.inputs(), shapes.solved(), names.locale);
    let (y, size) = (grid.y(Row::A) - 8.0, grid.word.min(16.0));
    let mut nodes = Vec::new();
    let mut covered = 0..0;
    let folded = after(shapes, |step| matches!(step, Step::Fold(Operand::Lhs, _)));
    let leading = columns.iter().take_while(|column| column.role != Role::Inner).count();
    let batches = columns.iter().take_while(|column| column.role == Role::Batch).count();
    if let (true, Some((_, rows)), [front @ .., _]) = (folded, solved.fold(), &inputs.a[..]) {
        covered = 0..leading;
        let rows = if front.iter().all(|size| size.known().is_some()) { rows.to_string() } else { "?".into() };
        nodes.extend(bracket(grid, &covered, format!("{} = {rows}", formula::leading(front)), "a", Some(ROWS)));
    } else if inputs.op == Op::Matmul
        && batches > 1
        && shapes.is_over()
        && columns.iter().any(|c| c.role == Role::Inner && c.clash)
    {
        covered = 0..batches;
        let sizes: Vec<Size> =
            columns[..batches].iter().filter_map(|column| column.out.map(|(_, size)| size)).collect();
        let all: Option<usize> = sizes.iter().map(|size| size.known()).product();
        let all = all.map_or("?".to_owned(), |all| all.to_string());
        nodes.extend(bracket(grid, &covered, format!("{} = {all}", formula::leading(&sizes)), "ink", None));
    }
    for (index, column) in columns.iter().enumerate().filter(|(index, _)| !covered.contains(index)) {
        let (x, tight) = (grid.x(index) + grid.cell / 2.0, grid.cell < 58.0);
        let said = match column.role {
            _ if column.a.or(column.b).is_some_and(|(_, size)| size == Size::Any) => String::new(),
            Role::Batch | Role::Element => format!("dim {}", solved.dim_name(inputs, index)),
            Role::Row if inputs.op == Op::Linear && leading > 1 => format!("dim {index}"),
            Role::Along | Role::Group if tight => index.to_string(),
            Role::Along | Role::Group => format!("dim {index} · −{}", columns.len() - index),
            Role::Row => say!(locale, shapes.rows),
            Role::Inner => say!(locale, shapes.inner_word),
            Role::Col => say!(locale, shapes.columns),
        };
        let said = match (column.order, tight) {
            (Some(order), false) => format!("{} {said}", circled(order)),
            _ => said,
        };
        nodes.push(text(x, y, size, "t-quiet", said));
    }
    nodes
}

fn circled(order: usize) -> char {
    u32::try_from(order).ok().and_then(|order| char::from_u32(0x245F + order)).unwrap_or('·')
}

fn bracket(
    grid: &Grid,
    over: &std::ops::Range<usize>,
    said: String,
    hue: &str,
    twin: Option<&'static str>,
) -> Vec<Node> {
    let (left, right) = (grid.x(over.start) + 4.0, grid.x(over.end) - 4.0);
    let (top, bottom) = (grid.y(Row::Head) + 1.0, grid.y(Row::A) - 1.0);
    let d = format!(
        "M{} {}V{}Q{} {} {} {}H{}Q{} {} {} {}V{}",
        px(left),
        px(bottom),
        px(top + 7.0),
        px(left),
        px(top),
        px(left + 7.0),
        px(top),
        px(right - 7.0),
        px(right),
        px(top),
        px(right),
        px(top + 7.0),
        px(bottom)
    );
    let size = 14.0_f64.min((right - left - 8.0) / (said.chars().count() as f64 * 0.62)).max(9.5);
    let said = text((left + right) / 2.0, bottom - 7.0, size, format!("code side t-{hue}"), said);
    let said = if let Some(twin) = twin { said.attr("data-twin", twin) } else { said };
    vec![path(d, format!("l-{hue} thick f-none")), said]
}

/// A tuple is one string, also across a gap.
fn threads(columns: &[Column], grid: &Grid) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (row, hue) in [(Row::A, "a"), (Row::B, "b")] {
        let own = |column: &Column| if row == Row::A { column.a.is_some() } else { column.b.is_some() };
        let on: Vec<usize> =
            columns.iter().enumerate().filter(|(_, column)| own(column)).map(|(index, _)| index).collect();
        if let [first, .., last] = &on[..] {
            let y = grid.y(row) + grid.bead / 2.0;
            let (from, to) = (grid.x(*first) + grid.cell / 2.0, grid.x(*last) + grid.cell / 2.0);
            nodes.push(path(format!("M{} {}H{}", px(from), px(y), px(to)), format!("l-{hue} thread")));
        }
    }
    nodes
}

/// The beads of an operand, in the order of its own dimensions, then what is lent; in front its name.
fn beads(shapes: &Shapes, names: &Names, columns: &[Column], grid: &Grid, row: Row) -> Vec<Node> {
    let (inputs, locale) = (shapes.inputs(), names.locale);
    let is_a = row == Row::A;
    if !is_a && !inputs.has_b() {
        return Vec::new();
    }
    let (slot, hue, dims) = if is_a { ("a", "a", &inputs.a) } else { ("b", "b", &inputs.b) };
    // Before the weight is turned its two beads stand as it is stored.
    let stored = !is_a && before(shapes, |step| *step == Step::Turn);
    let turned = !is_a && inputs.op == Op::Linear && !stored && dims.len() == 2;
    let own = |column: &Column| if is_a { column.a } else { column.b };
    let at = |place: usize| (grid.x(place), grid.y(row), grid.cell, grid.bead);
    let name = if is_a { names.a() } else { names.b() };
    let code = shapes.origins.as_ref().and_then(|origins| origins.codes[usize::from(!is_a)].clone());
    let said = code.unwrap_or_else(|| format!("{name}{}", if turned { "ᵀ" } else { "" }));
    let mut nodes = vec![label(names, grid, row, said, hue, (!dims.contains(&Size::Any)).then_some(dims.len()))];
    for (index, size) in dims.iter().enumerate() {
        let own_place = columns.iter().position(|column| own(column).is_some_and(|(own, _)| own == index));
        let Some(mut place) = own_place else { continue };
        if stored && dims.len() == 2 {
            place = columns.len() - 2 + index;
        }
        let column = &columns[place];
        let wrong = shapes.wrong.as_ref().filter(|wrong| (wrong.slot.0, wrong.index) == (slot, Some(index)));
        let layer = !is_a && inputs.op == Op::Linear && dims.len() == 2;
        let origins = shapes.origins.as_ref();
        let made = origins.map(|origins| origins.note(locale, slot, index)).unwrap_or_default();
        let note = match size {
            _ if !made.is_empty() => made,
            Size::Unknown => say!(locale, shapes.unknown),
            Size::Any => say!(locale, shapes.any),
            Size::Known(_) if layer => ["out", "in"][index].to_owned(),
            Size::Known(_) => String::new(),
        };
        nodes.push(
            Bead {
                at: at(place),
                hue,
                shown: wrong.map_or_else(|| size.text(), |wrong| wrong.text.clone()),
                note,
                word: grid.word.min(13.0),
                dashed: size.known().is_none(),
                cell: Some((slot, index, *size)),
                label: say!(locale, shapes.size_name, name = name, dim = index),
                wrong: wrong.is_some(),
                role: if column.now {
                    "active"
                } else if column.seen {
                    "contributing"
                } else {
                    "idle"
                },
                from: origins.map_or_else(|| format!("{slot}-{index}"), |origins| origins.name(slot, index)),
                act: (inputs.op == Op::Softmax).then(|| format!("dim-{index}")),
            }
            .node(),
        );
    }
    for (place, column) in columns.iter().enumerate() {
        let lent = if is_a { column.lent.0 } else { column.lent.1 };
        let shown_at = match column.role {
            Role::Row => !before(shapes, |step| *step == Step::Lend(Operand::Lhs)),
            Role::Col => !before(shapes, |step| *step == Step::Lend(Operand::Rhs)),
            _ => column.seen,
        };
        if lent && shown_at {
            nodes.push(verdict::still(grid, place, row, hue, "1".to_owned(), say!(locale, shapes.lent)));
        }
    }
    nodes
}

/// A row's name.
pub fn label(names: &Names, grid: &Grid, row: Row, name: String, hue: &str, rank: Option<usize>) -> Node {
    let (x, middle) = (grid.x(0) - 10.0, grid.y(row) + grid.bead / 2.0);
    let mut inside = vec![text(x, middle + 1.0, grid.name, format!("end code t-{hue}"), name)];
    // Of a shape with any further dimensions the rank is not told.
    if let Some(rank) = rank.filter(|_| grid.bead > 40.0 && grid.cell > 50.0) {
        inside.push(text(x, middle + 16.0, 12.0, "end t-quiet", say!(names.locale, shapes.rank_of, n = rank)));
    }
    group("label", inside)
}
