//! Nodes, and numbers on pills.

use super::super::model::Linear;
use super::super::names::Names;
use super::super::scene::sum;
use super::super::spot::{Spot, Twin};
use super::super::still::{Fan, Place};
use super::edges::{edge_twin, label, number_name};
use super::{PILL, Plan};
use crate::figure;
use crate::lesson::draw::{path, px, rect, text};
use crate::say;
use crate::screen::{Node, Shown};

/// A number on a pill that opens for typing.
fn pill(place: Place, kind: &str, name: String, twin: String, label: String, said: String) -> Node {
    let (left, top, wide, high) = place;
    let size = (high * 0.65).clamp(12.0, 15.0);
    let inside = vec![
        rect(left, top, wide, high, high / 2.0, "pill__box"),
        text(left + wide / 2.0, top + high / 2.0 + size / 3.0, size, "number", said),
    ];
    Node::holding("g", format!("pill {kind}"), inside)
        .attr("data-number", name)
        .attr("data-twin", twin)
        .attr("role", "spinbutton")
        .attr("tabindex", "0")
        .attr("aria-label", label)
}

fn wide(said: &str) -> f64 {
    said.chars().count() as f64 * 8.6 + 18.0
}

/// A ring around what is at work: one that moves, and a path because that is moved by one attribute.
fn ring(at: Option<Place>, radius: f64, class: &'static str) -> Node {
    let Some((x, y, wide, high)) = at else { return path("", class) };
    let (r, across, down) = (px(radius), px(wide - 2.0 * radius), px(high - 2.0 * radius));
    let (back, up) = (px(2.0 * radius - wide), px(2.0 * radius - high));
    let turn = |x: &str, y: &str| ["a", &r, " ", &r, " 0 0 1 ", x, " ", y].concat();
    let minus = px(-radius);
    let (right, below) = (turn(&r, &r), turn(&minus, &r));
    let (left, above) = (turn(&minus, &minus), turn(&r, &minus));
    let start = ["M", &px(x + radius), " ", &px(y)].concat();
    path([&start, "h", &across, &right, "v", &down, &below, "h", &back, &left, "v", &up, &above, "z"].concat(), class)
}

/// The ring around the number that is hot.
pub fn pill_ring(spot: Option<&Spot>, places: &[(Twin, Place)]) -> Node {
    let hot = spot.and_then(|spot| places.iter().find(|(twin, _)| spot.hot == Some(*twin)));
    let place = hot.map(|(_, place)| *place);
    ring(place, place.map_or(0.0, |(.., high)| high / 2.0), "ring ring--pill")
}

/// The ring around the input that is multiplied.
pub fn input_ring(linear: &Linear, spot: Option<&Spot>, plan: &Plan) -> Node {
    let (sizes, high) = (linear.solved.sizes, plan.node_height());
    let now = spot.and_then(|spot| spot.term.or(spot.fan)).filter(|input| *input < sizes.inputs.min(sizes.width));
    let place = |input: usize| (0.0, plan.y(input, plan.inner) - high / 2.0, plan.node, high);
    ring(now.map(place), 11.0_f64.min(high / 2.0), "ring ring--node")
}

/// The numbers of the edges in front, and the biases at their outputs; and where they stand.
pub fn pills(linear: &Linear, names: &Names, spot: Option<&Spot>, plan: &Plan) -> (Vec<Node>, Vec<(Twin, Place)>) {
    let sizes = linear.solved.sizes;
    let mut places = Vec::new();
    let vector = linear.inputs().x.is_vector();
    let mut mark = |twin: Twin, at: (f64, f64), said: &str, high: f64| {
        let wide = wide(said);
        let place = (at.0 - wide / 2.0, at.1 - high / 2.0, wide, high);
        places.push((twin, place));
        place
    };
    let (part, high) = plan.pills(spot.is_some_and(|spot| spot.fan.is_some()));
    let mut drawn = Vec::new();
    let inner = sizes.inputs + usize::from(linear.appends());
    for (output, input) in (0..sizes.outputs).flat_map(|output| (0..inner).map(move |input| (output, input))) {
        if !spot.is_some_and(|spot| spot.is_near(output, input)) {
            continue;
        }
        let twin = edge_twin(linear, output, input);
        let value = match twin {
            Twin::Bias(output) => linear.inputs().bias_at(output),
            _ => linear.inputs().weight_at(output, input),
        };
        let kind = match value {
            Some(0.0) => "pill--none",
            Some(value) if value < 0.0 => "pill--less",
            Some(value) if !value.is_nan() => "pill--more",
            _ => "pill--bad",
        };
        let at = plan.along(output, input, part);
        let said = value.map_or_else(|| "?".to_owned(), |value| format!("×{}", figure::short(value)));
        let label = label(linear, names, output, input, value);
        let name = number_name(linear, twin);
        let at = mark(twin, at, &said, high);
        drawn.push(pill(at, kind, name, twin.name(vector), label, said));
    }
    if plan.bias > 0.0 {
        for output in 0..sizes.outputs {
            let value = linear.inputs().bias_at(output);
            let twin = Twin::Bias(output);
            let front = spot.is_some_and(|spot| spot.fan.is_none() && spot.output == output);
            let quiet = if front { "" } else { " pill--quiet" };
            let said = value.map_or_else(|| "?".to_owned(), figure::signed);
            let named = format!("{} {said}", names.b(output));
            let shown = if wide(&named) <= plan.bias { named } else { said.clone() };
            let at = (plan.width - plan.bias / 2.0 + 4.0, plan.y(output, plan.outputs));
            let label = say!(names.locale, linear.bias_edge, to = names.y(output), value = said);
            let class = format!("pill--bias{quiet}");
            let at = mark(twin, at, &shown, PILL);
            drawn.push(pill(at, &class, number_name(linear, twin), twin.name(vector), label, shown));
        }
    }
    (drawn, places)
}

/// A box with a name and a number.
fn node(plan: &Plan, at: (f64, f64), class: &'static str, name: String, said: String) -> Node {
    let ((x, y), high) = (at, plan.node_height());
    let room = plan.node - if name.is_empty() { 8.0 } else { 28.0 };
    let size = (room / (said.chars().count().max(1) as f64 * 0.6)).min(17.0).min(high * 0.7).max(9.0);
    let left = if name.is_empty() { 0.0 } else { 20.0 };
    let mut inside = vec![rect(x, y - high / 2.0, plan.node, high, 11.0_f64.min(high / 2.0), "node__box")];
    if !name.is_empty() {
        inside.push(text(x + 8.0, y + 5.0, 13.0, "node__name start", name));
    }
    inside.push(text(x + (plan.node + left) / 2.0, y + size * 0.36, size, "number", said));
    Node::holding("g", class, inside)
}

/// Inputs on the left.
pub fn inputs(linear: &Linear, names: &Names, spot: Option<&Spot>, plan: &Plan) -> Vec<Node> {
    let sizes = linear.solved.sizes;
    let vector = linear.inputs().x.is_vector();
    let sample = spot.map_or(0, |spot| spot.sample);
    let mut drawn = Vec::new();
    let inner = sizes.inputs.max(sizes.width);
    for input in 0..inner {
        let value = linear.inputs().x_at(sample, input);
        let missing = input >= sizes.inputs.min(sizes.width);
        let twin = Twin::X(sample, input);
        let class = match spot {
            _ if missing => "node node--a node--gone",
            Some(spot) if spot.fan.is_some_and(|fan| fan != input) => "node node--a node--off",
            _ => "node node--a",
        };
        let said = match value {
            None if sizes.samples == 0 => String::new(),
            value => value.map_or_else(|| "?".to_owned(), figure::short),
        };
        let name = if plan.named { names.x(input) } else { String::new() };
        let label = format!("{} {said}", names.x(input));
        let mut made = node(plan, (0.0, plan.y(input, plan.inner)), class, name, said);
        if input < sizes.width {
            made = made.attr("data-twin", twin.name(vector));
            made = made.attr("data-number", number_name(linear, twin));
        }
        drawn.push(made.attr("role", "img").attr("aria-label", label));
    }
    if linear.appends() {
        let at = (0.0, plan.y(inner, plan.inner));
        drawn.push(node(plan, at, "node node--a node--one", String::new(), "1".into()));
    }
    drawn
}

/// Outputs with what they have come to on the right.
pub fn outputs(linear: &Linear, names: &Names, spot: Option<&Spot>, (plan, fan): (&Plan, &Fan)) -> Vec<Node> {
    let vector = linear.inputs().x.is_vector();
    let sample = spot.map_or(0, |spot| spot.sample);
    let (_, right) = plan.ends();
    let one = |output: usize, (shown, done): &(Shown, Option<bool>), (here, stop): (bool, bool)| {
        let class = match (shown, done, here) {
            (Shown::Blocked, ..) => "node node--out node--gone",
            (_, _, true) => "node node--out node--now",
            (_, Some(true), _) => "node node--out",
            (_, Some(false), _) => "node node--out node--off",
            (_, None, _) => "node node--out node--todo",
        };
        let said = match shown {
            Shown::Pending if linear.solved.sizes.samples == 0 => String::new(),
            Shown::Pending => "?".to_owned(),
            shown => figure::shown(shown),
        };
        let twin = Twin::Y(sample, output).name(vector);
        let name = if plan.named { names.y(output) } else { String::new() };
        // As it is written in the picture, for those who speak to it.
        let label = format!("{}{said}", names.y(output));
        node(plan, (right, plan.y(output, plan.outputs)), class, name, said)
            .attr("data-twin", twin.clone())
            .attr("data-act", twin)
            // One stop for keys, that of the output in front: behind it come the numbers of its edges.
            .attr("data-place", format!("y-{output}"))
            .attr("role", "button")
            .attr("tabindex", if stop { "0" } else { "-1" })
            .attr("aria-label", label)
    };
    let stop = spot.filter(|spot| spot.fan.is_none()).map_or(0, |spot| spot.output);
    let kept = |output: usize| {
        let here = spot.is_some_and(|spot| spot.fan.is_none() && spot.output == output);
        let (sum, looks) = (sum(linear, sample, output), (here, output == stop));
        linear.still.outputs.get_at(output, (fan.clone(), sum.clone(), looks), || one(output, &sum, looks))
    };
    (0..linear.solved.sizes.outputs).map(kept).collect()
}
