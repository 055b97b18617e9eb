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

/// All edges, those in front last, over them once more the one that is hot, and a wide line for each to point at. What is
/// hot moves in every step, so it is one line that moves: colouring one edge and another back would cost twice as much.
pub fn edges(linear: &Linear, names: &Names, spot: Option<&Spot>, plan: &Plan) -> Vec<Node> {
    let sizes = linear.solved.sizes;
    let inner = sizes.inputs.min(sizes.width);
    let inputs = linear.inputs();
    let appended = usize::from(linear.appends());
    let value = |output: usize, input: usize| match input == inner && appended == 1 {
        true => inputs.bias_at(output),
        false => inputs.weight_at(output, input),
    };
    let places = || (0..inner + appended).flat_map(|input| (0..sizes.outputs).map(move |output| (output, input)));
    let finite = |value: f32| if value.is_finite() { value.abs() } else { 0.0 };
    let top = places().filter_map(|(output, input)| value(output, input)).map(finite).fold(0.0, f32::max);
    let dense = (inner + appended) * sizes.outputs > 24;
    let near = |output: usize, input: usize| spot.is_some_and(|spot| spot.is_near(output, input));
    // Those in front are drawn last; what is pressed keeps its place, because it must be the same when the press ends.
    let (mut drawn, mut front, mut hits) = (Vec::new(), Vec::new(), Vec::new());
    let mut over = path("", "edge edge--hot").style("stroke-width", "0");
    for (output, input) in places() {
        let number = value(output, input);
        let part = match number {
            Some(number) if number.is_infinite() => 1.0,
            Some(number) if top > 0.0 => f64::from(finite(number) / top),
            _ => 0.0,
        };
        let zero = number == Some(0.0);
        let thick = if zero { 2.0 } else { 1.4 + if dense { 3.6 } else { 5.6 } * part };
        let kind = match number {
            None => "edge--bad",
            Some(number) if number.is_nan() => "edge--bad",
            _ if zero => "edge--none",
            Some(number) if number < 0.0 => "edge--less",
            Some(_) => "edge--more",
        };
        let twin = edge_twin(linear, output, input);
        let (layer, quiet) = if near(output, input) { (&mut front, "") } else { (&mut drawn, " edge--quiet") };
        let (from, to) = (plan.along(output, input, 0.0), plan.along(output, input, 1.0));
        let d = format!("M{} {}L{} {}", px(from.0), px(from.1), px(to.0), px(to.1));
        let name = twin.name(inputs.x.is_vector());
        if spot.and_then(|spot| spot.hot) == Some(twin) {
            over = path(d.clone(), format!("edge {kind} edge--hot")).style("stroke-width", px(thick));
        }
        let edge = path(d.clone(), format!("edge {kind}{quiet}"));
        layer.push(edge.attr("data-twin", name.clone()).style("stroke-width", px(thick)));
        let label = label(linear, names, output, input, number);
        let hit = path(d, "edge-hit").attr("data-twin", name).attr("data-for", number_name(linear, twin));
        hits.push(hit.attr("role", "img").attr("aria-label", label));
    }
    // Inputs that x does not have: their weights have nothing to multiply.
    for (output, input) in (inner..sizes.inputs).flat_map(|input| (0..sizes.outputs).map(move |output| (output, input)))
    {
        let (from, to) = (plan.along(output, input, 0.0), plan.along(output, input, 1.0));
        let d = format!("M{} {}L{} {}", px(from.0), px(from.1), px(to.0), px(to.1));
        drawn.push(path(d, "edge edge--none edge--quiet").style("stroke-width", "2"));
    }
    drawn.into_iter().chain(front).chain([over]).chain(hits).collect()
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
