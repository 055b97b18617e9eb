//! How each column comes out: marks between the operands, the bias, the result.

use super::bead::Bead;
use super::grid::{Grid, Row};
use super::inputs::Op;
use super::model::Shapes;
use super::names::Names;
use super::sizes::Size;
use super::state::{Column, after, step};
use super::step::Step;
use super::table::label;
use crate::lesson::draw::text;
use crate::say;
use crate::screen::Node;
use matwalk_core::rule::{Role, Verdict};

/// The marks.
pub fn marks(shapes: &Shapes, names: &Names, columns: &[Column], grid: &Grid) -> Vec<Node> {
    let locale = names.locale;
    let stops = shapes.is_over() && !shapes.solved().checks.passes;
    let y = grid.y(Row::Verdict);
    let (large, small) = ((grid.bead * 0.34).clamp(14.0, 26.0), grid.word.min(14.0));
    let mut nodes = Vec::new();
    if step(shapes) == Some(Step::Turn) {
        let x = grid.x(columns.len().saturating_sub(1));
        nodes.push(text(x, y + grid.bead * 0.6, large * 1.2, "t-now", "⇄"));
        return nodes;
    }
    for (index, column) in columns.iter().enumerate() {
        let pair = column.a.is_some() && column.b.is_some();
        let (sign, word, class) = match (column.seen, column.verdict) {
            (false, _) if !pair => continue,
            (false, _) if stops => ("?".to_owned(), say!(locale, shapes.not_yet), "quiet"),
            (false, _) => ("?".to_owned(), String::new(), "quiet"),
            _ if column.clash => ("≠".to_owned(), say!(locale, shapes.differ), "bad"),
            _ if column.unsure && pair => ("?".to_owned(), say!(locale, shapes.not_decided), "quiet"),
            (_, Verdict::Equal) => ("=".to_owned(), say!(locale, shapes.equal), "ink"),
            (_, Verdict::Inner) => ("=".to_owned(), say!(locale, shapes.equal), "now"),
            (_, Verdict::StretchLhs | Verdict::StretchRhs) => {
                let to = column.out.map(|(_, size)| size.text()).unwrap_or_default();
                (format!("1→{to}"), say!(locale, shapes.stretched), "ink")
            }
            (_, Verdict::SumsToOne) => ("Σ = 1".to_owned(), say!(locale, shapes.summed), "now"),
            (_, Verdict::Kept) if column.role == Role::Group => ("↓".to_owned(), say!(locale, shapes.per_group), "ink"),
            (_, Verdict::Kept | Verdict::Lent) => ("↓".to_owned(), say!(locale, shapes.kept), "ink"),
            (_, Verdict::Clash) => ("≠".to_owned(), say!(locale, shapes.differ), "bad"),
        };
        let x = grid.x(index) + grid.cell / 2.0;
        let fits = |size: f64, said: &str| size.min((grid.cell + 8.0) / (said.chars().count().max(1) as f64 * 0.62));
        nodes.push(text(x, y + grid.bead * 0.43, fits(large, &sign), format!("strong t-{class}"), sign));
        if !word.is_empty() {
            let size = fits(small, &word).max(9.5);
            nodes.push(text(x, y + grid.bead * 0.43 + size + 3.0, size, format!("t-{class}"), word));
        }
    }
    nodes
}

/// A bead that nobody types into: what is lent, what is not yet known.
pub fn still(grid: &Grid, place: usize, row: Row, hue: &'static str, shown: String, note: String) -> Node {
    Bead {
        at: (grid.x(place), grid.y(row), grid.cell, grid.bead),
        hue,
        shown,
        note,
        word: grid.word.min(13.0),
        dashed: true,
        cell: None,
        label: String::new(),
        wrong: false,
        role: "idle",
        from: String::new(),
        act: None,
    }
    .node()
}

/// The bias, aligned from the right with what it is added to.
pub fn bias(shapes: &Shapes, names: &Names, columns: &[Column], grid: &Grid) -> Vec<Node> {
    let Some(dims) = shapes.inputs().added() else { return Vec::new() };
    let added = after(shapes, |step| matches!(step, Step::Bias | Step::BiasFails(_)));
    let height = grid.bead * 0.62;
    let kept: Vec<usize> =
        columns.iter().enumerate().filter(|(_, column)| column.out.is_some()).map(|(at, _)| at).collect();
    let (x, middle) = (grid.x(0) - 10.0, grid.y(Row::Bias) + grid.bead * 0.35);
    let mut nodes = vec![text(x, middle + 5.0, grid.name.min(14.0), "end code t-b", "+ bias")];
    for (from_right, (index, size)) in dims.iter().enumerate().rev().enumerate() {
        // More dimensions than the result has stand out on the left.
        let place = kept.len().checked_sub(from_right + 1).and_then(|place| kept.get(place)).copied();
        let Some(place) = place else { continue };
        let wrong = shapes.wrong.as_ref().filter(|wrong| (wrong.slot.0, wrong.index) == ("bias", Some(index)));
        nodes.push(
            Bead {
                at: (grid.x(place), grid.y(Row::Bias) + grid.bead * 0.04, grid.cell, height),
                hue: "b",
                shown: wrong.map_or_else(|| size.text(), |wrong| wrong.text.clone()),
                note: String::new(),
                word: 12.0,
                dashed: !added,
                cell: Some(("bias", index, *size)),
                label: say!(names.locale, shapes.size_name, name = "bias", dim = index),
                wrong: wrong.is_some(),
                role: if added { "contributing" } else { "idle" },
                from: format!("bias-{index}"),
                act: None,
            }
            .node(),
        );
    }
    nodes
}

/// The result, or that there is none.
pub fn result(shapes: &Shapes, names: &Names, columns: &[Column], grid: &Grid) -> Vec<Node> {
    let (locale, solved) = (names.locale, shapes.solved());
    let over = shapes.is_over();
    if over && !solved.checks.passes {
        let middle = (grid.x(0) + grid.x(columns.len().max(1))) / 2.0;
        let y = grid.y(Row::Out) + grid.bead * 0.55;
        return vec![text(middle, y, 15.0, "strong t-bad", say!(locale, shapes.no_result))];
    }
    let rank = solved.out.as_ref().filter(|out| !out.contains(&Size::Any)).map(Vec::len);
    let mut nodes = Vec::new();
    if over {
        nodes.push(label(names, grid, Row::Out, say!(locale, shapes.result_word), "out", rank));
    }
    for (place, column) in columns.iter().enumerate() {
        let (x, y) = (grid.x(place) + grid.cell / 2.0, grid.y(Row::Out) + grid.bead * 0.55);
        let quiet = |said: String, class: &'static str| {
            let size = grid.word.min((grid.cell + 4.0) / (said.chars().count().max(1) as f64 * 0.62)).max(9.5);
            text(x, y, size, class, said)
        };
        match column.out {
            None if column.role == Role::Inner && column.seen => {
                nodes.push(quiet(say!(locale, shapes.gone), "t-now"));
            }
            None if column.role == Role::Inner => {}
            None if over => nodes.push(quiet(say!(locale, shapes.dropped), "t-now")),
            Some((index, size)) if column.done => nodes.push(
                Bead {
                    at: (grid.x(place), grid.y(Row::Out), grid.cell, grid.bead),
                    hue: "out",
                    shown: size.text(),
                    note: if size == Size::Unknown { say!(locale, shapes.unknown) } else { String::new() },
                    word: grid.word.min(13.0),
                    dashed: size.known().is_none(),
                    cell: Some(("out", index, size)),
                    label: say!(
                        locale,
                        shapes.size_of,
                        name = say!(locale, shapes.result_word),
                        dim = index,
                        size = size.text()
                    ),
                    wrong: false,
                    role: "done",
                    from: format!("out-{index}"),
                    act: None,
                }
                .node(),
            ),
            _ if shapes.inputs().op == Op::Softmax || !over => {
                nodes.push(still(grid, place, Row::Out, "quiet", "?".to_owned(), String::new()));
            }
            _ => {}
        }
    }
    nodes
}
