//! The layer as code: the array stands as it is stored, so a lit row of the drawing is a lit column here on paper's
//! form. One piece of text for each number, with the number's name.

mod last;

use super::inputs::Inputs;
use super::model::{Form, Linear};
use super::names::Names;
use super::spot::{Spot, Twin};
use crate::lesson::terms::shape_text;
use crate::say;
use crate::screen::Node;
use matwalk_core::number;

/// Pixels of a line, and of the line of words above them.
const LINE: f64 = 19.0;
const HEAD: f64 = 34.0;

/// How high the code stands: the same at every step.
pub fn height(linear: &Linear) -> f64 {
    HEAD + LINE * lines(linear) as f64
}

fn lines(linear: &Linear) -> usize {
    let sizes = linear.solved.sizes;
    let (rows, x) = match linear.form {
        Form::Math => (sizes.inputs, sizes.width),
        Form::Torch => (sizes.outputs, sizes.samples),
    };
    let x = if linear.inputs().x.is_vector() { 1 } else { x + 1 };
    let bias = usize::from(linear.inputs().bias.is_some());
    let layer = usize::from(linear.form == Form::Torch);
    let appended = match (linear.appends(), linear.form) {
        (false, _) => 0,
        (true, Form::Math) => 1,
        (true, Form::Torch) => 2,
    };
    x + layer + 1 + rows + bias + appended + 2
}

type Line = Vec<Node>;

fn plain(text: impl Into<String>) -> Node {
    Node::leaf("span", "", text.into())
}

fn remark(text: impl Into<String>) -> Node {
    Node::leaf("i", "", text.into())
}

/// The code with the line of words above it.
pub fn stored(linear: &Linear, names: &Names, spot: Option<&Spot>) -> Node {
    let sizes = linear.solved.sizes;
    let (shape, order) = match linear.form {
        Form::Math => (vec![sizes.inputs, sizes.outputs], "(in, out)"),
        Form::Torch => (vec![sizes.outputs, sizes.inputs], "(out, in)"),
    };
    let mut head = vec![
        plain(format!("{} ", say!(names.locale, linear.stored))),
        Node::leaf("b", "", shape_text(&shape)),
        plain(format!(" = {order}")),
    ];
    let plate = spot.map(|spot| plate(names, spot)).unwrap_or_default();
    head.push(Node::leaf("span", if plate.is_empty() { "" } else { "plate" }, plate));
    let lines: Vec<Node> = all(linear, spot).into_iter().map(|line| Node::holding("span", "line", line)).collect();
    let count = lines.len().to_string();
    let code = Node::holding("pre", "", lines).attr("translate", "no").style("--lines", count);
    Node::holding("div", "stored", vec![Node::holding("p", "stored__head", head), code]).attr("data-part", "stored")
}

/// The name plate of the number that is current or lit: `W₃₂ = weight[1, 2]`.
fn plate(names: &Names, spot: &Spot) -> String {
    let word = names.bias_word();
    let math = names.form == Form::Math;
    match spot.hot {
        Some(Twin::Weight(output, input)) => {
            format!("{} = {}", names.weight(output, input), names.weight_code(output, input))
        }
        Some(Twin::Bias(output)) => format!("{} = {word}[{output}]", names.b(output)),
        Some(Twin::X(_, input)) if math => format!("W[{input}]"),
        Some(Twin::X(_, input)) => format!("weight[:, {input}]"),
        Some(Twin::Y(_, output)) if math => format!("W[:, {output}]"),
        Some(Twin::Y(_, output)) => format!("weight[{output}]"),
        None => String::new(),
    }
}

struct Pen<'a> {
    linear: &'a Linear,
    spot: Option<&'a Spot>,
}

impl Pen<'_> {
    /// A number of the code, in the colour of what it is doing.
    fn number(&self, twin: Twin, value: Option<f32>, wide: usize) -> Node {
        let text = value.map_or_else(|| "?".to_owned(), |value| written(value, self.linear.form));
        let class = match self.spot {
            Some(spot) if spot.hot == Some(twin) => "token token--hot",
            Some(spot) => match twin {
                Twin::Weight(output, input) if spot.is_near(output, input) => "token token--b",
                Twin::Bias(output) if spot.fan.is_none() && output == spot.output => "token token--b",
                Twin::X(sample, input)
                    if sample == spot.sample && (spot.term == Some(input) || spot.fan == Some(input)) =>
                {
                    "token token--a"
                }
                _ => "token",
            },
            None => "token",
        };
        let blank = " ".repeat(wide.saturating_sub(text.chars().count()));
        let vector = self.linear.inputs().x.is_vector();
        let token = Node::leaf("span", class, text).attr("data-twin", twin.name(vector));
        Node::holding("span", "", vec![Node::leaf("span", "", blank), token])
    }

    fn list(&self, numbers: Vec<Node>) -> Line {
        let mut line = vec![plain("[")];
        for (place, number) in numbers.into_iter().enumerate() {
            if place > 0 {
                line.push(plain(", "));
            }
            line.push(number);
        }
        line.push(plain("]"));
        line
    }

    /// An array, its rows of numbers one a line; without rows, by its shape.
    fn rows(&self, name: &str, rows: Vec<Vec<Node>>, columns: usize) -> Vec<Line> {
        let math = self.linear.form == Form::Math;
        let count = rows.len();
        if count == 0 {
            let zeros = if math { format!("np.zeros((0, {columns}))") } else { format!("torch.zeros(0, {columns})") };
            return vec![vec![plain(format!("{name} = {zeros}"))]];
        }
        let each = |(place, row): (usize, Vec<Node>)| {
            let mut line = vec![plain("  ")];
            line.extend(self.list(row));
            line.push(plain(if place + 1 == count { "])" } else { "," }));
            line
        };
        let open = if math { "np.array([" } else { "Tensor([" };
        let mut lines = vec![vec![plain(format!("{name} = {open}"))]];
        lines.extend(rows.into_iter().enumerate().map(each));
        lines
    }
}

/// A number as the library reads it.
fn written(value: f32, form: Form) -> String {
    let library = if form == Form::Math { "np" } else { "torch" };
    match value {
        _ if value.is_nan() => format!("{library}.nan"),
        f32::INFINITY => format!("{library}.inf"),
        f32::NEG_INFINITY => format!("-{library}.inf"),
        _ => number::shortest(value),
    }
}

fn widest(inputs: &Inputs, form: Form) -> usize {
    let length = |value: &f32| written(*value, form).chars().count();
    inputs.weight.tensor().data().iter().map(length).max().unwrap_or(1)
}

fn all(linear: &Linear, spot: Option<&Spot>) -> Vec<Line> {
    let (inputs, sizes) = (linear.inputs(), linear.solved.sizes);
    let pen = Pen { linear, spot };
    let math = linear.form == Form::Math;
    let open = if math { "np.array(" } else { "Tensor(" };
    let x = |sample: usize, input: usize| pen.number(Twin::X(sample, input), inputs.x_at(sample, input), 1);
    let mut lines: Vec<Line> = Vec::new();
    if inputs.x.is_vector() {
        let mut line = vec![plain(format!("x = {open}"))];
        line.extend(pen.list((0..sizes.width).map(|input| x(0, input)).collect()));
        line.push(plain(")"));
        lines.push(line);
    } else {
        let rows = match math {
            true => (0..sizes.width).map(|input| (0..sizes.samples).map(|sample| x(sample, input)).collect()).collect(),
            false => (0..sizes.samples).map(|sample| (0..sizes.width).map(|at| x(sample, at)).collect()).collect(),
        };
        lines.extend(pen.rows("x", rows, if math { sizes.samples } else { sizes.width }));
    }
    let wide = widest(inputs, linear.form);
    let w =
        |output: usize, input: usize| pen.number(Twin::Weight(output, input), inputs.weight_at(output, input), wide);
    let has_bias = inputs.bias.is_some();
    if math {
        let rows = (0..sizes.inputs).map(|input| (0..sizes.outputs).map(|output| w(output, input)).collect());
        lines.extend(pen.rows("W", rows.collect(), sizes.outputs));
    } else {
        let without = if has_bias { "" } else { ", bias=False" };
        lines.push(vec![plain(format!("fc = nn.Linear({}, {}{without})", sizes.inputs, sizes.outputs))]);
        let rows = (0..sizes.outputs).map(|output| (0..sizes.inputs).map(|input| w(output, input)).collect());
        lines.extend(pen.rows("fc.weight.data", rows.collect(), sizes.inputs));
    }
    if has_bias {
        let name = if math { "b" } else { "fc.bias.data" };
        let mut line = vec![plain(format!("{name} = {open}"))];
        let values = (0..sizes.outputs).map(|output| pen.number(Twin::Bias(output), inputs.bias_at(output), 1));
        line.extend(pen.list(values.collect()));
        line.push(plain(")"));
        lines.push(line);
    }
    lines.extend(last::lines(linear, math, has_bias));
    lines.push(last::result(linear, spot, math));
    lines
}
