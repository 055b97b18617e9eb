//! The same shapes as boxes: b stands above the result, a left of it, and an arc turns a's width onto b's height.

use super::figure::Area;
use super::inputs::Op;
use super::message::ROWS;
use super::model::Shapes;
use super::names::Names;
use super::sizes::Size;
use super::state::{Column, after, before};
use super::step::Step;
use super::{added, arc, element, stack};
use crate::lesson::draw::{group, path, px, text};
use crate::say;
use crate::screen::Node;
use arc::{Frame, arcs};
use matwalk_core::rule::{Operand, Role, Verdict};
use stack::{Stack, shift};

/// A side with its number.
#[derive(Clone, Copy)]
struct Side {
    size: Size,
    /// Whether it is a 1 that is lent.
    lent: bool,
}

impl Side {
    fn label(self) -> String {
        if self.lent { "(1)".to_owned() } else { self.size.text() }
    }
}

/// The boxes, for the operations that have them.
pub fn draw(shapes: &Shapes, names: &Names, columns: &[Column], area: Area) -> Node {
    let inside = match shapes.inputs().op {
        _ if area.height < 60.0 || area.width < 90.0 => Vec::new(),
        Op::Softmax => element::softmax(shapes, names, area),
        Op::Add => added::draw(shapes, names, columns, area),
        _ => product(shapes, names, columns, area),
    };
    group("boxes", inside)
}

fn last(columns: &[Column], role: Role) -> Option<&Column> {
    columns.iter().rev().find(|column| column.role == role)
}

fn product(shapes: &Shapes, names: &Names, columns: &[Column], area: Area) -> Vec<Node> {
    let (inputs, solved, locale) = (shapes.inputs(), shapes.solved(), names.locale);
    let inner = last(columns, Role::Inner);
    let (Some(ka), Some(kb)) = (inner.and_then(|inner| inner.a), inner.and_then(|inner| inner.b)) else {
        return element::number(area, say!(locale, shapes.number));
    };
    let over = shapes.is_over();
    let done = over && solved.checks.passes;
    let side = |column: Option<&Column>, own: fn(&Column) -> Option<(usize, Size)>| match column.and_then(own) {
        Some((_, size)) => Side { size, lent: false },
        None => Side { size: Size::Known(1), lent: true },
    };
    let folded = after(shapes, |step| matches!(step, Step::Fold(Operand::Lhs, _))) && !done;
    let mut rows = side(last(columns, Role::Row), |column| column.a);
    if let (true, Some((_, count))) = (folded, solved.fold()) {
        let whole = inputs.a.iter().rev().skip(1).all(|size| size.known().is_some());
        rows.size = if whole { Size::Known(count) } else { Size::Unknown };
    }
    let mut cols = side(last(columns, Role::Col), |column| column.b);
    let (ka, mut kb) = (ka.1, kb.1);
    // Before it is turned the weight stands as it is stored.
    if before(shapes, |step| *step == Step::Turn) {
        std::mem::swap(&mut cols.size, &mut kb);
    }
    // The leading dimensions of x, and batches.
    let row = columns.iter().rposition(|column| column.role == Role::Row);
    let lead =
        |index: usize, column: &Column| column.role == Role::Batch || column.role == Role::Row && Some(index) != row;
    let batch: Vec<&Column> =
        columns.iter().enumerate().filter(|(index, column)| lead(*index, column)).map(|(_, column)| column).collect();
    let stack_of = |own: fn(&Column) -> Option<(usize, Size)>, grows: Verdict, end: bool| {
        let sizes: Vec<Size> = batch.iter().filter_map(|column| own(column).map(|(_, size)| size)).collect();
        let grown = batch.iter().any(|column| column.verdict == grows && (column.seen || end));
        let all = if grown {
            batch.iter().filter_map(|column| column.out.map(|(_, size)| size)).collect()
        } else {
            sizes.clone()
        };
        Stack::of(&all, &sizes)
    };
    let none = Stack::of(&[], &[]);
    let of_a = |column: &Column| column.a;
    let of_b = |column: &Column| column.b;
    let stack_a = if folded { none.clone() } else { stack_of(of_a, Verdict::StretchLhs, false) };
    let stack_b = stack_of(of_b, Verdict::StretchRhs, false);
    let stack_out = if done {
        let sizes: Vec<Size> = batch.iter().filter_map(|column| column.out.map(|(_, size)| size)).collect();
        Stack::of(&sizes, &sizes)
    } else {
        none
    };
    // Room for stacks is that of the last step, so that stretching moves nothing.
    let (za, zb) =
        (shift(&stack_of(of_a, Verdict::StretchLhs, true)), shift(&stack_of(of_b, Verdict::StretchRhs, true)));
    let frame = Frame::new(area, [ka, kb, rows.size, cols.size], [za, zb], rows.label().chars().count());
    let known = inner.is_some_and(|inner| inner.seen && !inner.unsure);
    let clash = inner.is_some_and(|inner| inner.clash);
    let mut nodes = arcs(&frame, known, clash, ka);
    let at_a = (frame.ox - frame.wa, frame.ya, frame.wa, frame.hn);
    nodes.extend(stack_a.draw(at_a, "a", (rows.size, ka), true, names));
    nodes.extend(stack_b.draw((frame.xb, frame.oy - frame.hb, frame.wp, frame.hb), "b", (kb, cols.size), true, names));
    for part in 1..4 {
        if folded {
            let y = frame.ya + frame.hn * f64::from(part) / 4.0;
            nodes.push(path(format!("M{} {}h{}", px(at_a.0 + 4.0), px(y), px(frame.wa - 8.0)), "l-a dotted"));
        }
    }
    let middle = (frame.xb + frame.wp / 2.0, frame.ya + frame.hn / 2.0);
    if over && !done {
        nodes.push(text(middle.0, middle.1 + 8.0, 22.0, "strong t-bad", "✕"));
    } else {
        nodes.extend(stack_out.draw(
            (frame.xb, frame.ya, frame.wp, frame.hn),
            "out",
            (rows.size, cols.size),
            done,
            names,
        ));
        if !done || ka == Size::Known(0) {
            let (said, class) =
                if done { (say!(locale, shapes.all_zero), "strong t-out") } else { ("?".to_owned(), "strong t-quiet") };
            nodes.push(text(middle.0, middle.1 + 5.0, 15.0, class, said));
        }
    }
    let hue = if clash { "bad" } else { "now" };
    nodes.push(number(frame.ox - frame.wa / 2.0, frame.ya + frame.hn + 19.0, hue, "", &ka.text(), twin(columns, true)));
    let right = frame.xb + frame.wp + 8.0 + zb;
    nodes.push(number(right, frame.oy - frame.hb / 2.0 + 5.0, hue, "start", &kb.text(), twin(columns, false)));
    let own = if folded { Some(ROWS.to_owned()) } else { row_twin(columns) };
    nodes.push(number(frame.ox - frame.wa - 9.0, frame.ya + frame.hn / 2.0 + 5.0, "a", "end", &rows.label(), own));
    nodes.push(number(
        frame.xb + frame.wp / 2.0,
        frame.oy - frame.hb - 8.0 - shift(&stack_b),
        "b",
        "",
        &cols.label(),
        last(columns, Role::Col).and_then(|column| column.b).map(|(index, _)| format!("b-{index}")),
    ));
    let low = frame.wa.min(frame.hb);
    if low > 84.0 && ka.known().is_some() && kb.known().is_some() {
        let sign = if !known {
            "?"
        } else if clash {
            "≠"
        } else {
            "="
        };
        let class = if known { format!("strong halo t-{hue}") } else { "strong halo t-quiet".to_owned() };
        let at = (frame.ox - low * 0.42, frame.oy - low * 0.34);
        nodes.push(text(at.0, at.1, 15.0, class, format!("{} {sign} {}", ka.text(), kb.text())));
    }
    if stack_a.repeats() || stack_b.repeats() {
        let at = (area.x + area.width - 2.0, area.y + area.height - 4.0);
        nodes.push(text(at.0, at.1, 12.0, "end t-quiet", say!(locale, shapes.used_again)));
    }
    nodes
}

/// The name of the inner size of an operand.
fn twin(columns: &[Column], left: bool) -> Option<String> {
    let inner = last(columns, Role::Inner)?;
    if left { inner.a.map(|(index, _)| format!("a-{index}")) } else { inner.b.map(|(index, _)| format!("b-{index}")) }
}

/// The name of the rows of a.
fn row_twin(columns: &[Column]) -> Option<String> {
    last(columns, Role::Row).and_then(|column| column.a).map(|(index, _)| format!("a-{index}"))
}

fn number(x: f64, y: f64, hue: &str, anchor: &str, said: &str, twin: Option<String>) -> Node {
    let node = text(x, y, 15.0, format!("strong halo side {anchor} t-{hue}"), said.to_owned());
    match twin {
        Some(twin) => node.attr("data-twin", twin),
        None => node,
    }
}
