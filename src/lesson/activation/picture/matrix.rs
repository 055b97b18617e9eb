//! The function on each cell of a tensor: Z, the cell of now on its way through f, H, and what became of the mean.

use super::means::Means;
use super::table::{Input, brackets, named, shown, type_size};
use crate::lesson::activation::digits::{brief, short};
use crate::lesson::activation::draw::{Anchor, Area, rect, text, text_width, tip};
use crate::lesson::activation::functions::name;
use crate::lesson::activation::inputs::A;
use crate::lesson::activation::model::Activation;
use crate::lesson::operand::Lie;
use crate::say;
use crate::screen::{Cx, Ids, Node, Slot};

/// The least size of a cell.
const LEAST: (f64, f64) = (34.0, 24.0);

/// Where both tensors stand.
struct Layout {
    cell: (f64, f64),
    rows: usize,
    cols: usize,
    z: (f64, f64),
    h: (f64, f64),
    chip: Option<Area>,
    means: f64,
}

/// What a way to stand gives a cell: what the room leaves for its width and height.
fn fits((width, height): (f64, f64)) -> f64 {
    (height * 1.3).min(width)
}

impl Layout {
    fn of(area: Area, rows: usize, cols: usize, now: Option<usize>, below: f64) -> Layout {
        let (r, c) = (rows.max(1) as f64, cols.max(1) as f64);
        let room = area.height - below;
        let stacked = (area.width / c - 5.0 - 14.0 / c, (room - 56.0) / (2.0 * r + 0.7) - 5.0);
        let beside = ((area.width - 28.0) / (2.0 * c + 1.0) - 5.0, (room - 24.0) / r - 5.0);
        let flat = fits(beside) > fits(stacked);
        let (width, height) = if flat { beside } else { stacked };
        let height = height.min(width / 0.75).clamp(LEAST.1, 92.0);
        let width = width.clamp(LEAST.0, (height * 1.5).max(60.0));
        let (dx, dy) = (width + 5.0, height + 5.0);
        let across = if flat { dx * (2.0 * c + 1.0) + 14.0 } else { dx * c };
        let middle = (height * 0.6).clamp(24.0, 42.0);
        let down = if flat { 24.0 + dy * r } else { 24.0 + dy * r + middle + 30.0 + dy * r };
        let left = area.x + ((area.width - across) / 2.0).max(8.0);
        let top = area.y + ((area.height - down - below) / 2.0).max(0.0) + 24.0;
        let z = (left, top);
        let h = if flat { (left + dx * (c + 1.0) + 14.0, top) } else { (left, top + dy * r + middle + 30.0) };
        let chip = now.map(|index| {
            let (row, col) = (index / cols.max(1), index % cols.max(1));
            match flat {
                true => Area { x: left + dx * c + 7.0, y: top + dy * row as f64, width, height },
                false => Area { x: left + dx * col as f64, y: top + dy * r + 3.0, width, height: middle },
            }
        });
        Layout { cell: (width, height), rows, cols, z, h, chip, means: top + down - 24.0 + 20.0 }
    }

    fn at(&self, from: (f64, f64), index: usize) -> Area {
        let (row, col) = (index / self.cols.max(1), index % self.cols.max(1));
        let (width, height) = self.cell;
        Area { x: from.0 + (width + 5.0) * col as f64, y: from.1 + (height + 5.0) * row as f64, width, height }
    }

    fn whole(&self, from: (f64, f64)) -> Area {
        let (width, height) = self.cell;
        let (rows, cols) = (self.rows.max(1) as f64, self.cols.max(1) as f64);
        Area { x: from.0, y: from.1, width: (width + 5.0) * cols - 5.0, height: (height + 5.0) * rows - 5.0 }
    }
}

/// Both tensors, and where they end: cells are never smaller than can be read and pressed, so a large tensor may need
/// more than the room.
pub fn draw(lesson: &Activation, cx: &Cx, area: Area) -> (Vec<Node>, (f64, f64)) {
    let operand = &lesson.inputs().a;
    let (rows, cols) = operand.paper(Lie::Row);
    let (t, len) = (lesson.t(), lesson.len());
    if len == 0 {
        let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
        let said = say!(cx.locale, activation.none);
        let nodes = vec![text(middle.0, middle.1, 16.0, Anchor::Middle, "strong t-quiet", said)];
        return (nodes, (0.0, 0.0));
    }
    let means = Means::of(lesson, cx, area);
    let layout = Layout::of(area, rows, cols, t.checked_sub(1), if means.in_one_line { 30.0 } else { 50.0 });
    let sizes = super::table::shape_text(operand.shape().dims());
    let head = |at: (f64, f64), hue: &str, said: String| {
        text(at.0, at.1 - 15.0, 13.0, Anchor::Start, format!("word strong t-{hue}"), said)
    };
    let mut nodes = vec![
        head(layout.z, "a", format!("Z {sizes}")),
        head(layout.h, "out", format!("H = {}(Z)", name(lesson.main()))),
        brackets(layout.whole(layout.z), "a"),
        brackets(layout.whole(layout.h), "out"),
    ];
    for index in 0..len {
        nodes.push(input(lesson, cx, &layout, index));
        nodes.push(result(lesson, &layout, index));
    }
    if let (Some(chip), Some(index)) = (layout.chip, t.checked_sub(1)) {
        let z = lesson.z(index).map_or_else(|| "?".to_owned(), short);
        let said = if chip.width < 58.0 { "f".to_owned() } else { format!("f({z})") };
        let size = type_size(Area { height: chip.height * 1.3, ..chip }, &said, 17.0);
        nodes.push(rect(chip, 8.0, "f-now l-now thick"));
        let middle = (chip.x + chip.width / 2.0, chip.y + chip.height / 2.0);
        nodes.push(text(middle.0, middle.1, size, Anchor::Middle, "strong t-now", said));
    }
    nodes.extend(means.draw(area, layout.means));
    (nodes, (layout.whole(layout.h).right() + 12.0, layout.means + if means.in_one_line { 12.0 } else { 32.0 }))
}

/// A number with as many digits as can be read in that width.
fn roomy(value: f64, width: f64) -> String {
    let said = short(value);
    if text_width(&said, 12.0) > width - 4.0 { brief(value) } else { said }
}

/// How `data-cell` counts.
fn ids(lesson: &Activation) -> Ids {
    match lesson.inputs().a.shape().rank() {
        0 => Ids::Scalar,
        1 => Ids::Vector,
        _ => Ids::Matrix(Vec::new()),
    }
}

fn cell_name(lesson: &Activation, slot: Slot, index: usize) -> String {
    let cols = lesson.inputs().sizes(A).1.max(1);
    ids(lesson).name(slot, index / cols, index % cols)
}

fn input(lesson: &Activation, cx: &Cx, layout: &Layout, index: usize) -> Node {
    let area = layout.at(layout.z, index);
    let z = lesson.z(index);
    let said = shown(lesson, A, index);
    let now = index + 1 == lesson.t();
    let (class, tint) = match (z.is_some(), now) {
        (false, _) => ("f-page l-bad", "bad"),
        (true, true) => ("f-a l-a thick", "a"),
        (true, false) => ("f-well l-none", "ink"),
    };
    let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
    let size = type_size(area, &said, 24.0);
    let number = text(middle.0, middle.1, size, Anchor::Middle, format!("number strong t-{tint}"), said.clone());
    let role = if now { "active" } else { "idle" };
    let number = named(number, cell_name(lesson, A, index), z, role);
    let cols = layout.cols.max(1);
    let label = say!(cx.locale, number.cell, name = "Z", row = index / cols + cx.base, col = index % cols + cx.base);
    let input =
        Input { number: format!("{}-{index}", A.0), cols, first: index == 0, label, said: &said, wrong: z.is_none() };
    input.on(vec![rect(area, 8.0, class), number])
}

fn result(lesson: &Activation, layout: &Layout, index: usize) -> Node {
    let area = layout.at(layout.h, index);
    let t = lesson.t();
    let z = lesson.z(index);
    // The core's own f32, as the code that is taken away gives it.
    let h = z.map(|z| f64::from(lesson.main().value(z as f32)));
    let (done, now, next) = (index < t, index + 1 == t, index == t);
    let class = match (done, now) {
        (true, true) => "f-out l-out thick",
        (true, false) => "f-out l-none",
        (false, _) => "f-page l-quiet dashed thin",
    };
    let said = match (done, next) {
        (true, _) => h.map_or_else(|| "?".to_owned(), |h| roomy(h, area.width)),
        (false, true) => "?".to_owned(),
        (false, false) => String::new(),
    };
    let tint = if now {
        "out"
    } else if done {
        "ink"
    } else {
        "quiet"
    };
    let role = if now {
        "active"
    } else if done {
        "done"
    } else {
        "pending"
    };
    let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
    let size = type_size(area, &said, 24.0);
    let number = text(middle.0, middle.1, size, Anchor::Middle, format!("strong t-{tint}"), said);
    let out = cell_name(lesson, crate::lesson::activation::inputs::OUT, index);
    // Before anything is written in it, the box is what stands for the number.
    let (mut boxed, mut number) = (rect(area, 8.0, class), number);
    let own = if done || next { &mut number } else { &mut boxed };
    *own = named(std::mem::take(own), out, h.filter(|_| done), role);
    let inside = vec![boxed, number, tip(h.filter(|_| done))];
    Node::holding("g", "press", inside).attr("data-act", format!("step-{}", index + 1))
}
