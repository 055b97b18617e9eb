//! The sum of one output as a line: `y₂ = 0·2 + (−1)·1 + 2·3 + 1·1 + (−2) → 5`, weight first on paper, x first in
//! PyTorch's form.

use super::model::{Form, Linear};
use super::names::Names;
use super::spot::{Spot, Twin};
use super::still::State;
use crate::lesson::terms::{factor, total};
use crate::screen::{Hue, Node};

/// The line; nothing before the first step. Of an input that is lit, its weights instead of a sum.
pub fn formula(linear: &Linear, names: &Names, spot: &Spot) -> Vec<Node> {
    if linear.t == 0 && spot.walks {
        return whole(linear);
    }
    if let Some(input) = spot.fan {
        return fan(linear, names, spot, input);
    }
    let Some(trace) = linear.trace() else { return Vec::new() };
    let (sample, output) = (spot.sample, spot.output);
    let done = trace.terms_done(linear.t, sample, output);
    let mut line = vec![names.y_math(output)];
    for term in 0..trace.terms() {
        line.push(Node::op(if term == 0 { "=" } else { "+" }));
        let class = match spot.term {
            Some(current) if current == term => "term term--now",
            _ if term < done || !spot.walks => "term",
            _ => "term term--todo",
        };
        let key = (State::of(linear, names), sample, output);
        let children = linear.still.terms.get_at(term, key, || parts(linear, names.form, sample, output, term).into());
        line.push(Node { tag: "mrow", class: class.into(), children, ..Node::default() });
    }
    let blocked = linear.solved.answer.as_ref().is_ok_and(|answer| answer.blocks(sample, output));
    let shown = (!blocked).then(|| linear.partial(sample, output));
    if trace.terms() == 0 {
        line.push(Node::op("="));
        line.push(Node::leaf("mn", "out", "0"));
    } else if done > 0 || blocked {
        line.extend(total(shown, done == trace.terms()));
    } else {
        line.extend([Node::op("→"), Node::leaf("mn", "out", "?")]);
    }
    vec![Node::holding("math", "formula", line)]
}

/// A product, or the bias.
fn parts(linear: &Linear, form: Form, sample: usize, output: usize, term: usize) -> Vec<Node> {
    let inputs = linear.inputs();
    if term == linear.solved.sizes.inputs {
        let bias = factor(Hue::B, inputs.bias_at(output)).attr("data-twin", Twin::Bias(output).to_string());
        return vec![bias];
    }
    let vector = inputs.x.is_vector();
    let x = factor(Hue::A, inputs.x_at(sample, term)).attr("data-twin", Twin::X(sample, term).name(vector));
    let twin = Twin::Weight(output, term).to_string();
    let weight = factor(Hue::B, inputs.weight_at(output, term)).attr("data-twin", twin);
    match form {
        Form::Math => vec![weight, Node::op("·"), x],
        Form::Torch => vec![x, Node::op("·"), weight],
    }
}

/// Before the first step: the layer as a whole.
fn whole(linear: &Linear) -> Vec<Node> {
    let has_bias = linear.inputs().bias.is_some();
    let turned =
        |name: &'static str| Node::holding("msup", "b", vec![Node::leaf("mi", "", name), Node::leaf("mo", "", "⊤")]);
    let (x, y) = (Node::leaf("mi", "a", "x"), Node::leaf("mi", "out", "y"));
    let mut line = vec![y, Node::op("=")];
    let bias = match linear.form {
        Form::Math => {
            line.extend([turned("W"), x]);
            "b"
        }
        Form::Torch => {
            line.extend([x, turned("weight")]);
            "bias"
        }
    };
    if has_bias {
        line.extend([Node::op("+"), Node::leaf("mi", "b", bias)]);
    }
    vec![Node::holding("math", "formula", line)]
}

/// `x₃ = 3 → ×(−1), ×2, ×0`.
fn fan(linear: &Linear, names: &Names, spot: &Spot, input: usize) -> Vec<Node> {
    let inputs = linear.inputs();
    let mut line = vec![
        Node::leaf("mi", "a", names.x(input)),
        Node::op("="),
        factor(Hue::A, inputs.x_at(spot.sample, input)),
        Node::op("→"),
    ];
    for output in 0..linear.solved.sizes.outputs {
        if output > 0 {
            line.push(Node::op(","));
        }
        let weight = factor(Hue::B, inputs.weight_at(output, input));
        line.push(Node::holding("mrow", "term", vec![Node::op("×"), weight]));
    }
    vec![Node::holding("math", "formula", line)]
}
