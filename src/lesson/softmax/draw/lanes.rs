//! The lanes: each score as a bar with a point that can be dragged, and what subtracting does to it as an arrow.

use super::score::score;
use crate::figure::digits;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::inputs::Z;
use crate::lesson::softmax::model::View;
use crate::lesson::softmax::solved::highest;
use crate::lesson::softmax::unreadable::score_name;
use crate::plot::marks::{Anchor, circle, group, line, path, px, rect, text};
use crate::plot::{Direction, Handle};
use crate::screen::Node;
use matwalk_core::trace::softmax::Phase;

/// The lanes, and the scores as numbers on the left.
pub fn draw(scene: &Scene) -> Node {
    let parts = vec![
        group("bars", (0..scene.n).map(|i| group("lane", lane(scene, i))).collect()),
        group("scores", (0..scene.n).map(|i| score(scene, i)).collect()),
    ];
    group("lanes", parts)
}

/// The middle of a lane.
pub fn middle(scene: &Scene, element: usize) -> f64 {
    scene.layout.lanes + (element as f64 + 0.5) * scene.layout.row
}

/// The score that the bars begin at: 0 if it is in sight.
fn origin(scene: &Scene) -> Option<f64> {
    (scene.plot.x.lo() < 0.0 && scene.plot.x.hi() > 0.0).then(|| scene.plot.px(0.0))
}

/// The largest so far.
pub fn largest(scene: &Scene) -> Option<f64> {
    let done = scene.trace.elements_done(scene.t, scene.row, Phase::Max);
    (done > 0 && !scene.group.blocked).then(|| highest(&scene.group.phases.logits[..done]))
}

/// Where the curve reaches the top, once that is known.
pub fn reach(scene: &Scene) -> Option<f64> {
    let known = scene.lesson.view == View::Log && scene.all(Phase::Log) && scene.group.is_good();
    known.then(|| scene.px(scene.z_of(scene.group.log_sum)))
}

/// Lines from the rulers through the lanes. They stand behind the numbers of the rulers.
pub fn guides(scene: &Scene) -> Vec<Node> {
    let bottom = scene.layout.lanes + scene.n as f64 * scene.layout.row;
    let middle_of_rulers = scene.layout.lanes - crate::lesson::softmax::layout::RULERS / 2.0;
    let mut nodes = Vec::new();
    if let Some(x) = origin(scene) {
        nodes.push(line((x, scene.layout.lanes), (x, bottom), "l-line"));
    }
    for i in (0..scene.n).filter(|i| scene.group.stored[*i].is_finite() && !is_unreadable(scene, *i)) {
        let x = scene.px(scene.group.stored[i]);
        nodes.push(line((x, scene.layout.rulers), (x, middle(scene, i)), "l-a dotted"));
    }
    if let Some(max) = largest(scene).filter(|max| max.is_finite()) {
        let x = scene.px(max * scene.temperature());
        nodes.push(line((x, middle_of_rulers), (x, bottom), "l-now dashed thick"));
    }
    if let Some(x) = reach(scene) {
        nodes.push(line((x, scene.layout.rulers), (x, bottom), "l-out dashed thick"));
    }
    nodes
}

fn is_unreadable(scene: &Scene, element: usize) -> bool {
    scene.lesson.inputs().z.value(scene.group.cells[element]).is_none()
}

fn lane(scene: &Scene, element: usize) -> Vec<Node> {
    let z = scene.group.stored[element];
    let y = middle(scene, element);
    let area = scene.plot.area;
    let plain = |x: f64, anchor: Anchor, class: &'static str, said: &'static str| {
        vec![text((x, y + 5.0), scene.layout.text, anchor, class, said)]
    };
    if is_unreadable(scene, element) {
        return plain(area.x + area.width / 2.0, Anchor::Middle, "t-bad strong", "?");
    }
    if z.is_nan() {
        return plain(area.x + 6.0, Anchor::Start, "t-bad strong", "NaN");
    }
    if z.is_infinite() {
        return match z > 0.0 {
            true => plain(area.right() - 6.0, Anchor::End, "t-bad strong", "inf ▸"),
            false => plain(area.x + 6.0, Anchor::Start, "t-a strong", "◂ −inf"),
        };
    }
    let x = scene.px(z);
    let from = origin(scene).unwrap_or(area.x);
    let height = scene.layout.row * 0.46;
    let (left, right) = (from.min(x), from.max(x));
    // Where 0 is out of sight the bar comes from outside: its near end is open.
    let open = origin(scene).is_none();
    let outline = format!("M{} {}H{}v{}H{}", px(left), px(y - height / 2.0), px(right), px(height), px(left));
    let mut nodes = vec![
        match open {
            true => path(outline, "f-a l-a bar"),
            false => rect((left, y - height / 2.0, right - left, height), 4.0, "f-a l-a bar"),
        }
        .attr("data-act", format!("go-{}-{element}", if scene.is_stable() { "x" } else { "e" })),
    ];
    nodes.extend(arrow(scene, element, x, y));
    nodes.push(grip(scene, element, x, y));
    nodes
}

/// The point that is dragged.
fn grip(scene: &Scene, element: usize, x: f64, y: f64) -> Node {
    let now = scene.now.as_ref().is_some_and(|step| step.elements.len() == 1 && step.elements.contains(&element));
    let index = scene.group.cells[element];
    let value = scene.lesson.inputs().z.value(index);
    let handle = Handle {
        slot: Z,
        index,
        name: score_name(scene.lesson, scene.cx, index),
        value,
        said: value.map_or_else(|| "?".to_owned(), |value| digits(value, 9)),
        ends: (scene.plot.x.lo(), scene.plot.x.hi()),
        direction: Direction::X,
        jumps: false,
    };
    let radius = (scene.layout.row * 0.3).clamp(5.0, 8.0);
    // As large as a finger, though no larger than the lane leaves room for.
    let touch = (scene.layout.row / 2.0 + 6.0).min(20.0);
    let parts = vec![
        circle((x, y), touch, "touch").attr("fill-opacity", "0"),
        circle((x, y), radius, if now { "f-page l-now grip" } else { "f-page l-a grip" }),
    ];
    handle.on(Node::holding("g", "point", parts), &scene.plot)
}

/// From the line back to the point: what was subtracted, or how far it is to where the curve reaches 1.
fn arrow(scene: &Scene, element: usize, x: f64, y: f64) -> Vec<Node> {
    let group_ = scene.group;
    let narrow = scene.layout.narrow;
    let (from, said, class) = if let Some(reach) = reach(scene) {
        if !scene.seen(Phase::Subtract, element) || reach <= x {
            return Vec::new();
        }
        match element == scene.lesson.class && narrow {
            _ if element != scene.lesson.class => (reach, digits(group_.logs[element], 4), "ink"),
            true => (reach, digits(-group_.logs[element], 4), "out"),
            false => (reach, format!("−log p = {}", digits(-group_.logs[element], 4)), "out"),
        }
    } else if scene.lesson.view == View::Ratio {
        let Some((high, low)) = scene.lesson.ranked() else { return Vec::new() };
        let difference = group_.stored[high] - group_.stored[low];
        if element != low || difference == 0.0 || !difference.is_finite() {
            return Vec::new();
        }
        (scene.px(group_.stored[high]), digits(difference, 4), "now")
    } else {
        if !scene.seen(Phase::Shift, element) || scene.now_subtracts_otherwise() {
            return Vec::new();
        }
        let from = scene.px(scene.max() * scene.temperature());
        let now = scene.is_now(&[Phase::Shift], element);
        (from, digits(group_.phases.shifted[element], 4), if now { "now" } else { "ink" })
    };
    // While a chip stands on the arrow it says the same.
    let chip = scene.is_now(&[Phase::Shift], element) && scene.one().is_some();
    back(scene, (x, y), from, (if chip { String::new() } else { said }, class))
}

/// An arrow from a place on the lane back to the point, with what it says.
pub fn back(scene: &Scene, (x, y): (f64, f64), from: f64, (said, class): (String, &'static str)) -> Vec<Node> {
    let start = x + 9.0;
    if from - start < 6.0 {
        return Vec::new();
    }
    let shaft = line((start + 6.0, y), (from, y), hue_of(class).0);
    let head = path(format!("M{} {}l8 -5v10z", px(start), px(y)), hue_of(class).1);
    let hue = hue_of(class);
    let mut nodes = vec![shaft, head];
    let size = (scene.layout.text * 0.86).max(12.0);
    let width = said.chars().count() as f64 * size * 0.58 + 10.0;
    if said.is_empty() {
        return nodes;
    }
    if from - start > width + 8.0 {
        // The shaft would run through it like a minus sign.
        nodes.push(super::note(((start + 6.0 + from) / 2.0, y + size * 0.36), size, Anchor::Middle, hue.2, said));
    } else if from + width < scene.plot.area.right() {
        nodes.push(text((from + 8.0, y + size * 0.36), size, Anchor::Start, hue.2, said));
    }
    nodes
}

impl Scene<'_> {
    /// Whether the arrows of log p stand where those of x stood.
    fn now_subtracts_otherwise(&self) -> bool {
        self.lesson.view == View::Log && self.all(Phase::Log)
    }
}

/// The classes of an arrow: its shaft, its head, its text.
fn hue_of(name: &str) -> (&'static str, &'static str, &'static str) {
    match name {
        "out" => ("l-out", "t-out", "t-out strong"),
        "now" => ("l-now", "t-now", "t-now strong"),
        _ => ("l-ink", "t-quiet", "t-ink strong"),
    }
}
