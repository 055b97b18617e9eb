//! A matrix: the scores and what becomes of them as two grids, the group that is one softmax framed in both, sums in the
//! margins: those along `dim` are 1, those across are not.

use super::grid::Grid;
use super::score::{is_chosen, subscript};
use super::{Boxed, dots, margins, piece, whole};
use crate::figure::digits;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::layout::Layout;
use crate::lesson::softmax::model::{Softmax, View};
use crate::lesson::softmax::solved::value_after;
use crate::lesson::softmax::unreadable::score_name;
use crate::plot::marks::{Anchor, group, rect, text};
use crate::screen::{Cx, Node};
use matwalk_core::trace::softmax::Phase;

/// Height of a row of cells.
fn row_height(lesson: &Softmax, height: f64) -> f64 {
    let rows = lesson.inputs().z.paper().0 as f64;
    ((height - 120.0) * 0.42 / (rows + 1.0)).clamp(20.0, 44.0)
}

/// The height that the two grids take, with what stands over them.
pub fn height(lesson: &Softmax, height: f64) -> f64 {
    let rows = lesson.inputs().z.paper().0 as f64;
    (row_height(lesson, height) + 4.0) * (rows + 1.0) + 2.0 + over(height)
}

/// The height over the grids: their names, above them a lane for the group's scores; in a low box the lane alone.
fn over(height: f64) -> f64 {
    if height < LOW { 24.0 } else { 42.0 }
}

/// A picture less high than this leaves things out.
const LOW: f64 = 260.0;

/// Two grids side by side, with room for the margins.
fn grids(layout: &Layout, lesson: &Softmax, top: f64, margin: f64) -> (Grid, Grid) {
    let (rows, cols) = lesson.inputs().z.paper();
    let height = row_height(lesson, layout.height);
    let between = if layout.narrow { 34.0 } else { 90.0 };
    let sides = if layout.narrow { 32.0 } else { 2.0 * layout.left + 44.0 };
    let room = layout.width - sides - between - margin;
    let width = (room / (2.0 * cols.max(1) as f64) - 4.0).clamp(22.0, 74.0);
    let grid = Grid { left: 0.0, top, cell: (width, height), rows, cols };
    let whole = 2.0 * grid.size().0 + between + margin;
    let left = ((layout.width - whole) / 2.0).max(14.0);
    (Grid { left, ..grid }, Grid { left: left + grid.size().0 + between, ..grid })
}

/// The two grids.
pub fn draw(scene: &Scene) -> Node {
    let lesson = scene.lesson;
    let along_rows = !matches!(lesson.solved().plan, Ok(plan) if plan.dim == 0);
    let low = scene.layout.height < LOW;
    let top = scene.layout.lanes + over(scene.layout.height);
    let (z, p) = grids(&scene.layout, lesson, top, if scene.layout.narrow { 44.0 } else { 70.0 });
    let size = (z.cell.1 * 0.42).clamp(12.0, 17.0);
    let size = if z.cell.0 < 34.0 { 12.0 } else { size };
    let name = |grid: &Grid, class: &'static str, said: String| {
        let said = if low { String::new() } else { said };
        text((grid.left - 9.0, grid.top - 11.0), 13.0, Anchor::Start, class, said)
    };
    let mut parts = vec![
        name(&z, "t-a strong", format!("z ({}, {})", z.rows, z.cols)),
        name(&p, "t-out strong", format!("softmax(z, dim={})", lesson.inputs().dim)),
        z.brackets("l-a f-none"),
        p.brackets("l-out f-none"),
        scores(lesson, scene.cx, &z, size),
        group("results", results(scene, &p, along_rows, size)),
        group("margins", margins::draw(scene, &p, along_rows, size)),
        group("dots", dots::draw(scene)),
        group("picks", dots::picks(scene, &z, along_rows)),
    ];
    let shown = scene.t > 0;
    let frames = [(z, "f-none l-a thick"), (p, "f-none l-out thick")];
    let frames = frames.iter().filter(|_| shown).map(|(grid, class)| grid.frame(along_rows, scene.row, class));
    parts.push(group("frames", frames.collect()));
    if !scene.layout.narrow {
        let middle = (p.left - 45.0, z.top + z.size().1 / 2.0 + 7.0);
        parts.push(text(middle, 22.0, Anchor::Middle, "t-quiet", "→"));
    }
    group("matrix", parts)
}

/// The scores, which can be typed.
fn scores(lesson: &Softmax, cx: &Cx, grid: &Grid, size: f64) -> Node {
    let z = &lesson.inputs().z;
    let cell = |index: usize| {
        let score = &z.cells[index];
        let at = grid.at(index / grid.cols, index % grid.cols);
        let (said, class) = match score.value {
            Ok(value) => (digits(value, 9), "f-a"),
            Err(_) => (score.text.clone(), "f-bad l-bad"),
        };
        let size = if fits(&said, size, grid) { size } else { 12.0 };
        let value = score.value.map_or_else(|_| String::new(), matwalk_core::number::shortest64);
        let inside = vec![
            rect(at, 8.0, class),
            text(
                (at.0 + at.2 / 2.0, at.1 + at.3 / 2.0 + size * 0.36),
                size,
                Anchor::Middle,
                "number t-ink",
                said.clone(),
            ),
        ];
        Node::holding("g", "score", inside)
            .attr("tabindex", "0")
            .attr("role", "spinbutton")
            .attr("aria-label", score_name(lesson, cx, index))
            .attr("aria-valuenow", value.clone())
            .attr("aria-valuetext", said)
            .attr("aria-invalid", if score.value.is_err() { "true" } else { "false" })
            .attr("data-number", format!("z-{index}"))
            .attr("data-cell", lesson.cell_name(index))
            .attr("data-role", "idle")
            .attr("data-value", value)
    };
    group("scores", (0..z.cells.len()).map(cell).collect())
}

/// Whether a text of that size has room in a cell.
fn fits(said: &str, size: f64, grid: &Grid) -> bool {
    let width = |c: char| if c == '.' { 0.3 } else { 0.58 };
    said.chars().map(width).sum::<f64>() * size <= grid.cell.0
}

/// Which group and which of its elements a cell is.
pub fn place_of(along_rows: bool, row: usize, col: usize) -> (usize, usize) {
    if along_rows { (row, col) } else { (col, row) }
}

/// What has become of each score so far: x, then e^x, then p.
fn results(scene: &Scene, grid: &Grid, along_rows: bool, size: f64) -> Vec<Node> {
    let solved = scene.lesson.solved();
    let last = if scene.lesson.view == View::Log { Phase::Subtract } else { Phase::Divide };
    let last_name = if last == Phase::Subtract { "lp" } else { "p" };
    let stages = [
        (last, last_name, "f-out"),
        (Phase::Exp, "e", "f-b"),
        (Phase::Shift, "x", "f-well"),
        (Phase::Scale, "s", "f-well"),
    ];
    let cell = |row: usize, col: usize| {
        let (own, element) = place_of(along_rows, row, col);
        let group_ = &solved.groups[own];
        let seen = |phase: Phase| !group_.blocked && scene.trace.elements_done(scene.t, own, phase) > element;
        let stage = stages.iter().find(|(phase, _, _)| seen(*phase));
        let step = scene.now.as_ref().is_some_and(|step| step.elements.contains(&element));
        let compared = scene.lesson.view == View::Ratio && is_chosen(scene, element);
        let now = own == scene.row && (step || compared);
        let value = stage.and_then(|(phase, _, _)| value_after(group_, *phase, element));
        let (name, ground) = stage.map_or((last_name, "f-none l-line dashed"), |(_, name, ground)| (*name, *ground));
        let bad = value.is_some_and(|value| value.is_nan() || value == f64::INFINITY);
        let class = match value {
            Some(_) if bad => "f-bad l-bad".to_owned(),
            Some(_) if now => "f-now l-now thick".to_owned(),
            _ => ground.to_owned(),
        };
        let next = scene.next.as_ref().is_some_and(|step| step.row == own && step.elements.contains(&element));
        let said = match value {
            Some(value) => [3, 2]
                .map(|most| digits(value, most))
                .into_iter()
                .find(|said| fits(said, 12.0, grid))
                .unwrap_or_else(|| digits(value, 1)),
            None if group_.blocked || next => "?".to_owned(),
            None => String::new(),
        };
        let word = match value {
            Some(_) if bad => "t-bad",
            Some(_) if now => "t-now",
            Some(_) => "t-ink",
            None => "t-quiet",
        };
        let act = if last == Phase::Subtract { "lp" } else { "p" };
        Boxed {
            at: grid.at(row, col),
            size: if fits(&said, size, grid) { size } else { 12.0 },
            class,
            text: vec![piece(said, word)],
            cell: format!("{name}-{row}-{col}"),
            role: match value {
                None => "pending",
                Some(_) if now => "active",
                Some(_) => "done",
            },
            value: value.map_or_else(String::new, |value| whole(value, group_.phases.options.precision)),
            act: format!("go-{act}-{own}-{element}"),
            name: format!("{name}{}{}", subscript(row + scene.cx.base), subscript(col + scene.cx.base)),
            place: (col, row),
        }
        .node()
    };
    (0..grid.rows).flat_map(|row| (0..grid.cols).map(move |col| (row, col))).map(|(row, col)| cell(row, col)).collect()
}

/// The scores with both directions, while `dim` is neither.
pub fn directions(lesson: &Softmax, cx: &Cx, layout: &Layout) -> Vec<Node> {
    let (rows, cols) = lesson.inputs().z.paper();
    let height = ((layout.height - 90.0) / rows.max(1) as f64 - 4.0).clamp(20.0, 56.0);
    let width = ((layout.width - 200.0) / cols.max(1) as f64 - 4.0).clamp(24.0, 90.0);
    let mut grid = Grid { left: 0.0, top: 0.0, cell: (width, height), rows, cols };
    let size = grid.size();
    grid.left = (layout.width - size.0) / 2.0;
    grid.top = (layout.height - size.1) / 2.0;
    let mut nodes = vec![grid.brackets("l-a f-none"), scores(lesson, cx, &grid, 17.0)];
    let right = (grid.left + size.0 + 24.0, grid.top + size.1 / 2.0 + 5.0);
    let along = if lesson.inputs().z.is_matrix() { "dim 1 →" } else { "dim 0 →" };
    nodes.push(text(right, 16.0, Anchor::Start, "t-now strong", along));
    if lesson.inputs().z.is_matrix() {
        let below = (grid.left + size.0 / 2.0, grid.top + size.1 + 30.0);
        nodes.push(text(below, 16.0, Anchor::Middle, "t-now strong", "dim 0 ↓"));
    }
    nodes
}
