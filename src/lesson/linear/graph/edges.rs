//! The edges: width by size, hue and dash by sign.

use super::super::inputs::{B, W, X};
use super::super::model::{Form, Linear};
use super::super::names::Names;
use super::super::spot::{Spot, Twin};
use super::super::still::Wire;
use super::Plan;
use crate::figure;
use crate::lesson::draw::{path, px};
use crate::say;
use crate::screen::Node;

/// What all edges are drawn by: the largest magnitude, and whether they are many.
struct Pen<'a> {
    linear: &'a Linear,
    plan: &'a Plan,
    top: f32,
    dense: bool,
}

fn finite(value: f32) -> f32 {
    if value.is_finite() { value.abs() } else { 0.0 }
}

impl<'a> Pen<'a> {
    fn new(linear: &'a Linear, plan: &'a Plan) -> Pen<'a> {
        let (inputs, sizes) = (linear.inputs(), linear.solved.sizes);
        let inner = sizes.inputs.min(sizes.width);
        let weights = (0..sizes.outputs).flat_map(|output| (0..inner).map(move |input| (output, input)));
        let weights = weights.filter_map(|(output, input)| inputs.weight_at(output, input));
        let biases = if linear.appends() { 0..sizes.outputs } else { 0..0 };
        let all = weights.chain(biases.filter_map(|output| inputs.bias_at(output)));
        let dense = (inner + usize::from(linear.appends())) * sizes.outputs > 24;
        Pen { linear, plan, top: all.map(finite).fold(0.0, f32::max), dense }
    }

    fn wire(&self, output: usize, input: usize) -> Wire {
        let number = number(self.linear, output, input);
        let part = match number {
            Some(number) if number.is_infinite() => 1.0,
            Some(number) if self.top > 0.0 => f64::from(finite(number) / self.top),
            _ => 0.0,
        };
        let zero = number == Some(0.0);
        let kind = match number {
            None => "edge--bad",
            Some(number) if number.is_nan() => "edge--bad",
            _ if zero => "edge--none",
            Some(number) if number < 0.0 => "edge--less",
            Some(_) => "edge--more",
        };
        let thick = if zero { 2.0 } else { 1.4 + if self.dense { 3.6 } else { 5.6 } * part };
        Wire { kind, thick: px(thick), d: self.way(output, input) }
    }

    fn way(&self, output: usize, input: usize) -> String {
        let (from, to) = (self.plan.along(output, input, 0.0), self.plan.along(output, input, 1.0));
        ["M", &px(from.0), " ", &px(from.1), "L", &px(to.0), " ", &px(to.1)].concat()
    }
}

fn number(linear: &Linear, output: usize, input: usize) -> Option<f32> {
    match edge_twin(linear, output, input) {
        Twin::Bias(output) => linear.inputs().bias_at(output),
        _ => linear.inputs().weight_at(output, input),
    }
}

/// The edges as they are drawn, input by input.
pub fn wires(linear: &Linear, plan: &Plan) -> Vec<(Twin, Wire)> {
    let sizes = linear.solved.sizes;
    let pen = Pen::new(linear, plan);
    let wide = sizes.inputs.min(sizes.width) + usize::from(linear.appends());
    let places = (0..wide).flat_map(|input| (0..sizes.outputs).map(move |output| (output, input)));
    places.map(|(output, input)| (edge_twin(linear, output, input), pen.wire(output, input))).collect()
}

/// All edges. Those in front are drawn last.
pub fn edges(linear: &Linear, spot: Option<&Spot>, plan: &Plan, wires: &[(Twin, Wire)]) -> Vec<Node> {
    let sizes = linear.solved.sizes;
    let inner = sizes.inputs.min(sizes.width);
    let (mut drawn, mut front) = (Vec::new(), Vec::new());
    for (place, (twin, Wire { kind, thick, d })) in wires.iter().enumerate() {
        let (output, input) = (place % sizes.outputs, place / sizes.outputs);
        let near = spot.is_some_and(|spot| spot.is_near(output, input));
        let (layer, quiet) = if near { (&mut front, "") } else { (&mut drawn, " edge--quiet") };
        let edge = path(d.clone(), format!("edge {kind}{quiet}"));
        let edge = edge.attr("data-twin", twin.name(linear.inputs().x.is_vector()));
        layer.push(edge.style("stroke-width", thick.clone()));
    }
    // Inputs that x does not have: their weights have nothing to multiply.
    let pen = Pen::new(linear, plan);
    for (output, input) in (inner..sizes.inputs).flat_map(|input| (0..sizes.outputs).map(move |output| (output, input)))
    {
        drawn.push(path(pen.way(output, input), "edge edge--none edge--quiet").style("stroke-width", "2"));
    }
    drawn.append(&mut front);
    drawn
}

/// A wide line for each edge to point at. It keeps its place, because what is pressed must be the same when the press
/// ends.
pub fn hits(linear: &Linear, names: &Names, wires: &[(Twin, Wire)]) -> Vec<Node> {
    let outputs = linear.solved.sizes.outputs;
    let hit = |(place, (twin, wire)): (usize, &(Twin, Wire))| {
        let (output, input) = (place % outputs, place / outputs);
        let label = label(linear, names, output, input, number(linear, output, input));
        let hit = path(wire.d.clone(), "edge-hit").attr("data-twin", twin.name(linear.inputs().x.is_vector()));
        hit.attr("data-for", number_name(linear, *twin)).attr("role", "img").attr("aria-label", label)
    };
    wires.iter().enumerate().map(hit).collect()
}

/// The edge that is hot once more, over all others. It moves in every step, so it is one line that moves: colouring one
/// edge and another back would cost twice as much.
pub fn hot(spot: Option<&Spot>, wires: &[(Twin, Wire)]) -> Node {
    let hot = spot.and_then(|spot| wires.iter().find(|(twin, _)| spot.hot == Some(*twin)));
    match hot {
        Some((_, Wire { kind, thick, d })) => {
            path(d.clone(), format!("edge {kind} edge--hot")).style("stroke-width", thick.clone())
        }
        None => path("", "edge edge--hot").style("stroke-width", "0"),
    }
}

/// The number that an edge shows: a weight, or the bias where a 1 is appended.
pub fn edge_twin(linear: &Linear, output: usize, input: usize) -> Twin {
    let sizes = linear.solved.sizes;
    if input == sizes.inputs.min(sizes.width) && linear.appends() {
        Twin::Bias(output)
    } else {
        Twin::Weight(output, input)
    }
}

/// An edge in words.
pub fn label(linear: &Linear, names: &Names, output: usize, input: usize, value: Option<f32>) -> String {
    let value = value.map_or_else(|| "?".to_owned(), figure::short);
    match edge_twin(linear, output, input) {
        Twin::Bias(_) => say!(names.locale, linear.bias_edge, to = names.y(output), value = value),
        _ => say!(names.locale, linear.edge, from = names.x(input), to = names.y(output), value = value),
    }
}

/// The name of a number's place in its drawn operand, for the field that opens over it.
pub fn number_name(linear: &Linear, twin: Twin) -> String {
    let sizes = linear.solved.sizes;
    let math = linear.form == Form::Math;
    match twin {
        Twin::Weight(output, input) => {
            format!("{}-{}", W.0, if math { output * sizes.inputs + input } else { input * sizes.outputs + output })
        }
        Twin::X(sample, input) => {
            format!("{}-{}", X.0, if math { input * sizes.samples + sample } else { sample * sizes.width + input })
        }
        Twin::Bias(output) | Twin::Y(_, output) => format!("{}-{output}", B.0),
    }
}
