//! The edges: width by size, hue and dash by sign.

use super::super::inputs::{B, W, X};
use super::super::model::{Form, Linear};
use super::super::names::Names;
use super::super::spot::{Spot, Twin};
use super::Plan;
use crate::figure;
use crate::lesson::draw::{path, px};
use crate::say;
use crate::screen::Node;

/// How an edge is drawn.
struct Line {
    kind: &'static str,
    thick: f64,
    d: String,
}

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

    fn number(&self, output: usize, input: usize) -> Option<f32> {
        match edge_twin(self.linear, output, input) {
            Twin::Bias(output) => self.linear.inputs().bias_at(output),
            _ => self.linear.inputs().weight_at(output, input),
        }
    }

    fn line(&self, output: usize, input: usize) -> Line {
        let number = self.number(output, input);
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
        Line { kind, thick, d: self.way(output, input) }
    }

    fn way(&self, output: usize, input: usize) -> String {
        let (from, to) = (self.plan.along(output, input, 0.0), self.plan.along(output, input, 1.0));
        ["M", &px(from.0), " ", &px(from.1), "L", &px(to.0), " ", &px(to.1)].concat()
    }
}

/// All edges, those in front last, and a wide line for each to point at.
pub fn edges(linear: &Linear, names: &Names, spot: Option<&Spot>, plan: &Plan) -> [Vec<Node>; 2] {
    let sizes = linear.solved.sizes;
    let inner = sizes.inputs.min(sizes.width);
    let pen = Pen::new(linear, plan);
    let wide = inner + usize::from(linear.appends());
    // Those in front are drawn last; what is pressed keeps its place, because it must be the same when the press ends.
    let (mut drawn, mut front, mut hits) = (Vec::new(), Vec::new(), Vec::new());
    for (output, input) in (0..wide).flat_map(|input| (0..sizes.outputs).map(move |output| (output, input))) {
        let twin = edge_twin(linear, output, input);
        let near = spot.is_some_and(|spot| spot.is_near(output, input));
        let (layer, quiet) = if near { (&mut front, "") } else { (&mut drawn, " edge--quiet") };
        let Line { kind, thick, d } = pen.line(output, input);
        let name = twin.name(linear.inputs().x.is_vector());
        let edge = path(d.clone(), format!("edge {kind}{quiet}"));
        layer.push(edge.attr("data-twin", name.clone()).style("stroke-width", px(thick)));
        let label = label(linear, names, output, input, pen.number(output, input));
        let hit = path(d, "edge-hit").attr("data-twin", name).attr("data-for", number_name(linear, twin));
        hits.push(hit.attr("role", "img").attr("aria-label", label));
    }
    // Inputs that x does not have: their weights have nothing to multiply.
    for (output, input) in (inner..sizes.inputs).flat_map(|input| (0..sizes.outputs).map(move |output| (output, input)))
    {
        drawn.push(path(pen.way(output, input), "edge edge--none edge--quiet").style("stroke-width", "2"));
    }
    drawn.append(&mut front);
    [drawn, hits]
}

/// The edge that is hot once more, over all others. It moves in every step, so it is one line that moves: colouring one
/// edge and another back would cost twice as much.
pub fn hot(linear: &Linear, spot: Option<&Spot>, plan: &Plan) -> Node {
    let sizes = linear.solved.sizes;
    let place = match spot.and_then(|spot| spot.hot) {
        Some(Twin::Weight(output, input)) => Some((output, input)),
        Some(Twin::Bias(output)) if linear.appends() => Some((output, sizes.inputs.min(sizes.width))),
        _ => None,
    };
    let Some((output, input)) = place else { return path("", "edge edge--hot").style("stroke-width", "0") };
    let Line { kind, thick, d } = Pen::new(linear, plan).line(output, input);
    path(d, format!("edge {kind} edge--hot")).style("stroke-width", px(thick))
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
