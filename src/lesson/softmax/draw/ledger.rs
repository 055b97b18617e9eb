//! The ledger: a row a class, a column for each phase that gives numbers, sums below.

use super::score::subscript;
use super::{Boxed, Pieces, piece, power, whole};
use crate::figure::digits;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::formula::has_x;
use crate::lesson::softmax::layout::Layout;
use crate::lesson::softmax::model::{Softmax, View};
use crate::lesson::softmax::solved::{Kind, value_after};
use crate::plot::marks::{Anchor, group, line, rich, text};
use crate::screen::{Cx, Node};
use matwalk_core::softmax::Mode;
use matwalk_core::trace::softmax::Phase;

/// A column of the ledger.
pub struct Column {
    /// The phase that gives its numbers.
    pub phase: Phase,
    /// Its heading.
    pub head: Pieces,
    /// The name of its cells in `data-cell`.
    pub cell: &'static str,
    /// Ground and text.
    pub hue: (&'static str, &'static str),
}

impl Column {
    /// Its name as text.
    fn name(&self) -> String {
        self.head.iter().map(|(said, _, raised)| if *raised { format!("^{said}") } else { said.clone() }).collect()
    }
}

/// The columns; with little width the two around the current phase.
pub fn columns(lesson: &Softmax, cx: &Cx, now: Option<Phase>) -> Vec<Column> {
    let narrow = cx.room.width < 640.0;
    let temperature = lesson.solved().options.temperature;
    let stable = lesson.inputs().mode == Mode::Stable;
    let mut columns = Vec::new();
    let ink = ("f-well", "t-ink");
    if temperature != 1.0 {
        let head = vec![piece(format!("z ÷ {}", digits(temperature, 3)), "t-ink")];
        columns.push(Column { phase: Phase::Scale, head, cell: "s", hue: ink });
    }
    if stable {
        let over = if temperature == 1.0 { String::new() } else { " ÷ T".to_owned() };
        let said = if narrow { "x".to_owned() } else { format!("x = z{over} − m") };
        columns.push(Column { phase: Phase::Shift, head: vec![piece(said, "t-ink")], cell: "x", hue: ink });
    }
    let letter = if has_x(lesson) { "x" } else { "z" };
    columns.push(Column { phase: Phase::Exp, head: power(letter, "t-b").to_vec(), cell: "e", hue: ("f-b", "t-b") });
    let last = match lesson.view {
        View::Log => ("log p", Phase::Subtract, "lp"),
        _ => ("p", Phase::Divide, "p"),
    };
    columns.push(Column { phase: last.1, head: vec![piece(last.0, "t-out")], cell: last.2, hue: ("f-out", "t-out") });
    if narrow && columns.len() > 2 {
        let first = match now {
            Some(Phase::Scale) => 0,
            Some(Phase::Max | Phase::Shift) | None if lesson.view != View::Ratio => columns.len() - 3,
            _ => columns.len() - 2,
        };
        columns = columns.into_iter().skip(first).take(2).collect();
    }
    columns
}

/// Headings, cells, sums.
pub fn draw(scene: &Scene, columns: &[Column]) -> Node {
    let mut parts = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        parts.push(head(scene, place, column));
        let cells = (0..scene.n).map(|i| group("place", cell(scene, place, column, i))).collect();
        parts.push(group("column", cells));
    }
    let foot = super::score::foot(scene).into_iter().chain(sums(scene, columns));
    parts.push(group("sums", foot.collect()));
    group("ledger", parts)
}

fn left(scene: &Scene, place: usize) -> f64 {
    let (first, width) = scene.layout.columns;
    first + place as f64 * width
}

fn head(scene: &Scene, place: usize, column: &Column) -> Node {
    let width = scene.layout.columns.1;
    let middle = (left(scene, place) + width / 2.0, scene.layout.lanes - 6.0);
    let on = scene.phase() == Some(column.phase) || column.phase == Phase::Exp && scene.phase() == Some(Phase::Sum);
    let size = if scene.layout.narrow { 13.0 } else { 14.0 };
    let under = line(
        (middle.0 - 16.0, middle.1 + 4.0),
        (middle.0 + 16.0, middle.1 + 4.0),
        if on { "l-now thick" } else { "l-none" },
    );
    group("head", vec![rich(middle, size, Anchor::Middle, "strong", &column.head), under])
}

/// Whether the first wrong number stands in this cell, and whether it does harm.
fn flag(scene: &Scene, phase: Phase, element: usize) -> Option<bool> {
    let trouble = scene.group.trouble.filter(|trouble| trouble.element == element)?;
    let good = scene.group.is_good();
    let harmless = good && matches!(trouble.kind, Kind::Vanished | Kind::Lost);
    let here = match trouble.kind {
        Kind::Undefined if scene.is_stable() => phase == Phase::Shift,
        Kind::Undefined | Kind::Overflow | Kind::Vanished => phase == Phase::Exp,
        Kind::SumOverflow | Kind::Lost => phase == Phase::Exp && scene.seen(Phase::Sum, element),
        Kind::Merged | Kind::Given | Kind::Outside => false,
    };
    here.then_some(!harmless)
}

fn cell(scene: &Scene, place: usize, column: &Column, element: usize) -> Vec<Node> {
    let layout = &scene.layout;
    let gap = (layout.row * 0.06).min(2.0);
    let at = (
        left(scene, place) + 2.0,
        layout.lanes + element as f64 * layout.row + gap,
        layout.columns.1 - 5.0,
        layout.row - 2.0 * gap,
    );
    let group_ = scene.group;
    let value = value_after(group_, column.phase, element).filter(|_| scene.seen(column.phase, element));
    let compared = scene.lesson.view == View::Ratio
        && column.phase == Phase::Divide
        && scene.lesson.compared().is_some_and(|(a, b)| a == element || b == element);
    let now = scene.is_now(&[column.phase], element)
        || column.phase == Phase::Exp && scene.is_now(&[Phase::Sum], element)
        || compared;
    let flagged = value.and_then(|_| flag(scene, column.phase, element));
    // A masked score is −inf by intention: so are its x and its log p.
    let masked = group_.stored[element] == f64::NEG_INFINITY && !group_.phases.sum.is_nan();
    let bad = value.is_some_and(|value| !(value.is_finite() || masked && value == f64::NEG_INFINITY))
        || flagged == Some(true);
    // Of a sum that is inf or 0 no share is right.
    let unfounded = matches!(column.phase, Phase::Divide | Phase::Subtract) && value.is_some() && !group_.is_good();
    let bad = bad || unfounded;
    let top = column.phase == Phase::Divide && value.is_some() && group_.top() == Some(element);
    let class = match value {
        None => "f-none l-line dashed".to_owned(),
        Some(_) if bad => "f-bad l-bad".to_owned(),
        Some(_) if now => "f-now l-now thick".to_owned(),
        Some(_) if top => format!("{} l-out thick", column.hue.0),
        Some(_) => column.hue.0.to_owned(),
    };
    let size = if layout.narrow { layout.text.min(13.5) } else { layout.text };
    // A column of a phone holds 2.06e−9 with fewer digits.
    let most: &[usize] = if layout.narrow { &[3, 2] } else { &[4] };
    let room = at.2 - 6.0;
    let said = match value {
        Some(value) => {
            let fits = |said: &String| super::fitting(said, 12.0, room) == 12.0;
            let mut forms = most.iter().map(|most| digits(value, *most));
            forms.find(fits).unwrap_or_else(|| digits(value, most[most.len() - 1]))
        }
        None if group_.blocked || scene.is_next(column.phase, element) => "?".to_owned(),
        None => String::new(),
    };
    let word = match value {
        None => "t-quiet",
        Some(_) if bad => "t-bad",
        Some(_) if now => "t-now",
        Some(_) if column.hue.1 == "t-ink" => "t-ink",
        Some(_) => "t-ink",
    };
    let size = super::fitting(&said, size, room);
    let boxed = Boxed {
        at,
        size,
        class,
        text: vec![piece(said, word)],
        cell: format!("{}-{element}", column.cell),
        role: match value {
            None => "pending",
            Some(_) if now => "active",
            Some(_) => "done",
        },
        value: value.map_or_else(String::new, |value| whole(value, group_.phases.options.precision)),
        act: format!("go-{}-{element}", column.cell),
        name: format!("{}{}", column.name(), subscript(element + scene.cx.base)),
        place: (place, element),
    };
    let mut nodes = vec![boxed.node()];
    let corner = (at.0 + at.2 - 1.0, at.1 + 1.0);
    if let Some(harm) = flagged {
        nodes.push(super::badge(corner, harm));
    }
    let gone = column.phase == Phase::Subtract && group_.phases.quotients[element] == 0.0;
    if gone && value.is_some_and(f64::is_finite) {
        // In the lane, right of where the curve reaches 1: the cell has no room.
        let end = (scene.plot.area.right() - 2.0, at.1 + at.3 / 2.0 + 4.5);
        nodes.push(super::note(end, 12.0, Anchor::End, "t-bad strong", "ln p = −inf".into()));
    }
    nodes
}

/// S and the sum of the probabilities.
fn sums(scene: &Scene, columns: &[Column]) -> Vec<Node> {
    let y = scene.layout.lanes + scene.n as f64 * scene.layout.row;
    let precision = scene.group.phases.options.precision;
    let narrow = scene.layout.narrow;
    let mut nodes = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        let boxed = |said: String, hue: &'static str, cell: &'static str, role: &'static str, value: f64| {
            let act = if cell == "sum" { "sum" } else { "p" };
            Boxed {
                at: (left(scene, place), y, scene.layout.columns.1, 22.0),
                size: super::fitting(&said, if narrow { 12.0 } else { 13.0 }, scene.layout.columns.1),
                class: "f-none".into(),
                text: vec![piece(said, hue)],
                cell: cell.into(),
                role,
                value: whole(value, precision),
                act: format!("go-{act}-{}", scene.n - 1),
                name: if cell == "sum" { "S".into() } else { "Σ".into() },
                place: (place, scene.n),
            }
            .node()
        };
        let sum = scene.trace.gathered(&scene.group.phases, scene.t, scene.row, Phase::Sum);
        match (column.phase, sum.filter(|_| !scene.group.blocked)) {
            (Phase::Exp, Some(sum)) => {
                let role = if scene.all(Phase::Sum) { "done" } else { "active" };
                let said = format!("S {}", digits(sum, if narrow { 3 } else { 4 }));
                nodes.push(boxed(said, "t-b strong", "sum", role, sum));
            }
            (Phase::Divide, Some(_)) if scene.all(Phase::Divide) => {
                let total = scene.group.total();
                let said = if narrow { format!("Σ {}", digits(total, 3)) } else { format!("Σ {}", digits(total, 7)) };
                let hue = if scene.group.adds_up() { "t-out strong" } else { "t-bad strong" };
                nodes.push(boxed(said, hue, "psum", "done", total));
            }
            _ => {}
        }
    }
    nodes
}

/// There are no scores.
pub fn nothing(layout: &Layout, said: String) -> Node {
    let middle = (layout.width / 2.0, layout.height / 2.0);
    text(middle, 20.0, Anchor::Middle, "t-quiet strong", said).attr("data-cell", "z")
}
