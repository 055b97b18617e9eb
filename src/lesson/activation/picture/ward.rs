//! Neurons over some inputs: z of each, what comes of it, and a verdict under each neuron.

use super::table::{Input, named, shown, type_size};
use crate::lesson::activation::digits::short;
use crate::lesson::activation::draw::{Anchor, Area, hatching, rect, text, text_width};
use crate::lesson::activation::inputs::WARD;
use crate::lesson::activation::model::Activation;
use crate::lesson::activation::verdict::Neuron;
use crate::say;
use crate::screen::{Cx, Node};

/// Where the cells stand.
struct Layout {
    left: f64,
    top: f64,
    cell: (f64, f64),
    rows: usize,
    roomy: bool,
    narrow: bool,
}

impl Layout {
    fn of(area: Area, rows: usize, cols: usize) -> Layout {
        let narrow = area.width < 420.0;
        let label = if narrow { 26.0 } else { 62.0 };
        let width = ((area.width - label) / cols.max(1) as f64 - 5.0).min(88.0);
        let height = ((area.height - 84.0) / rows.max(1) as f64 - 4.0).clamp(13.0, 66.0);
        let total = (label + (width + 5.0) * cols as f64, 84.0 + (height + 4.0) * rows as f64);
        Layout {
            left: area.x + (area.width - total.0) / 2.0 + label,
            top: area.y + ((area.height - total.1) / 2.0).max(0.0) + 24.0,
            cell: (width, height),
            rows,
            roomy: height >= 42.0 && !narrow,
            narrow,
        }
    }

    fn at(&self, row: usize, col: usize) -> Area {
        let (width, height) = self.cell;
        let (x, y) = (self.left + (width + 5.0) * col as f64, self.top + (height + 4.0) * row as f64);
        Area { x, y, width, height }
    }
}

/// The table.
pub fn draw(lesson: &Activation, cx: &Cx, area: Area) -> Vec<Node> {
    let (rows, cols) = lesson.inputs().sizes(WARD);
    let locale = cx.locale;
    if rows * cols == 0 {
        let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
        let said = say!(locale, activation.none);
        return vec![text(middle.0, middle.1, 16.0, Anchor::Middle, "strong t-quiet", said)];
    }
    let layout = Layout::of(area, rows, cols);
    let t = lesson.t();
    let mut nodes = Vec::new();
    for row in 0..rows {
        let said = if layout.narrow {
            (row + cx.base).to_string()
        } else {
            say!(locale, activation.sample, n = row + cx.base)
        };
        let at = layout.at(row, 0);
        nodes.push(text(at.x - 9.0, at.y + at.height / 2.0, 13.0, Anchor::End, "word t-quiet", said));
    }
    let below = layout.at(rows, 0).y;
    nodes.push(text(layout.left - 9.0, below + 12.0, 14.0, Anchor::End, "word strong t-now", "Σ f′"));
    for col in 0..cols {
        nodes.extend(column(lesson, cx, &layout, col));
    }
    if t > 0 {
        let (first, last) = (layout.at(0, t - 1), layout.at(rows, t - 1));
        let band = Area {
            x: first.x - 3.0,
            y: first.y - 24.0,
            width: first.width + 6.0,
            height: last.y + 58.0 - first.y + 24.0,
        };
        nodes.push(rect(band, 11.0, "f-none l-now thick band"));
    }
    nodes
}

fn column(lesson: &Activation, cx: &Cx, layout: &Layout, col: usize) -> Vec<Node> {
    let locale = cx.locale;
    let t = lesson.t();
    let (known, now) = (col < t, col + 1 == t);
    let neuron = lesson.neuron(col);
    let head = layout.at(0, col);
    let name = say!(locale, activation.neuron, n = col + cx.base);
    let said = if layout.narrow || layout.cell.0 < 62.0 { (col + cx.base).to_string() } else { name };
    let middle = head.x + head.width / 2.0;
    let press = |y: f64, mut inside: Vec<Node>| {
        let area = Area { y, height: 24.0, ..head };
        inside.insert(0, rect(area, 0.0, "ground f-none"));
        Node::holding("g", "press", inside).attr("data-act", format!("step-{}", col + 1))
    };
    let above = head.y - 24.0;
    let mut nodes = vec![press(above, vec![text(middle, above + 12.0, 13.0, Anchor::Middle, "word t-quiet", said)])];
    for row in 0..layout.rows {
        nodes.push(cell(lesson, cx, layout, (row, col), &neuron, known, now));
    }
    let below = layout.at(layout.rows, col).y;
    let sum = neuron.sum.filter(|_| known);
    let said = sum.map_or_else(|| "?".to_owned(), short);
    let role = if now {
        "active"
    } else if sum.is_some() {
        "done"
    } else {
        "pending"
    };
    let number = text(middle, below + 12.0, 14.0, Anchor::Middle, "word strong t-now", said);
    nodes.push(press(below, vec![named(number, format!("wardsum-{col}"), sum, role)]));
    nodes.push(press(below + 28.0, verdict(locale, layout, &neuron, sum, (middle, below + 40.0))));
    nodes
}

fn verdict(
    locale: crate::words::Locale,
    layout: &Layout,
    neuron: &Neuron,
    sum: Option<f64>,
    (x, y): (f64, f64),
) -> Vec<Node> {
    let Some(_) = sum else { return vec![text(x, y, 13.0, Anchor::Middle, "word t-quiet", "?")] };
    if !neuron.is_dead() {
        let (sign, word) = ("●".to_owned(), say!(locale, activation.alive));
        let said = [format!("● {word}"), word];
        let said = said.into_iter().find(|said| text_width(said, 13.0) < layout.cell.0 - 2.0).unwrap_or(sign);
        return vec![text(x, y, 13.0, Anchor::Middle, "word strong t-out", said)];
    }
    let width = layout.cell.0.min(76.0);
    let frame = Area { x: x - width / 2.0, y: y - 12.0, width, height: 24.0 };
    let said = match layout.cell.0 < 50.0 {
        true => say!(locale, activation.dead),
        false => format!("✕ {}", say!(locale, activation.dead)),
    };
    vec![rect(frame, 8.0, "f-bad l-bad thick"), text(x, y, 13.0, Anchor::Middle, "word strong t-bad", said)]
}

fn cell(
    lesson: &Activation,
    cx: &Cx,
    layout: &Layout,
    (row, col): (usize, usize),
    neuron: &Neuron,
    known: bool,
    now: bool,
) -> Node {
    let inputs = lesson.inputs();
    let cols = inputs.sizes(WARD).1;
    let index = row * cols + col;
    let area = layout.at(row, col);
    let z = neuron.z.get(row).copied().flatten();
    let slope = neuron.slopes.get(row).copied().flatten();
    let readable = inputs.ward.value(index).is_ok();
    let said = shown(lesson, WARD, index);
    let (class, off) = match slope.filter(|_| known) {
        None => ("f-well l-none", false),
        Some(slope) if slope.abs() > 0.1 => ("f-out l-none", false),
        Some(slope) if slope != 0.0 => ("f-out l-out thin", true),
        Some(_) => ("f-page l-quiet dashed", true),
    };
    let mut inside = vec![rect(area, 8.0, if readable { class } else { "f-page l-bad" })];
    if off {
        inside.push(hatching(area, 7.0));
    }
    let (middle, size) = (area.x + area.width / 2.0, type_size(area, &said, 18.0));
    let y = area.y + area.height / 2.0;
    let tint = if readable { "a" } else { "bad" };
    let both = known && layout.roomy && z.is_some();
    // Where three lines have room, the slope stands between z and h; else beside z, if that leaves it room.
    let tall = area.height >= 60.0;
    let (up, down) = if tall { (0.3, 0.27) } else { (0.2, 0.18) };
    let (z_y, z_size) = if both { (y - area.height * up, size.min(13.5)) } else { (y, size) };
    let number = text(middle, z_y, z_size, Anchor::Middle, format!("number strong halo t-{tint}"), said.clone());
    let role = if now {
        "active"
    } else if known {
        "done"
    } else {
        "idle"
    };
    inside.push(named(number, format!("ward-{row}-{col}"), z, role));
    if let Some(z) = z.filter(|_| both) {
        let h = short(lesson.main().value64(z));
        let size = type_size(area, &h, 18.0);
        inside.push(text(middle, y + area.height * down, size, Anchor::Middle, "strong halo t-ink", h));
    }
    if now
        && layout.roomy
        && let Some(slope) = slope
    {
        let by = format!("×{}", short(slope));
        let class = "word strong halo t-now";
        if tall {
            inside.push(text(middle, y - 1.0, 12.0, Anchor::Middle, class, by));
        } else if text_width(&by, 12.0) + 9.0 < (area.width - text_width(&said, z_size)) / 2.0 {
            inside.push(text(area.right() - 5.0, area.y + 9.0, 12.0, Anchor::End, class, by));
        }
    }
    let label = say!(cx.locale, number.cell, name = "z", row = row + cx.base, col = col + cx.base);
    let input =
        Input { number: format!("{}-{index}", WARD.0), cols, first: index == 0, label, said: &said, wrong: !readable };
    input.on(inside)
}
