//! The layer as code: the array stands as it is stored, so a lit row of the drawing is a lit column here on paper's
//! form. One piece of text for each number, with the number's name.

mod last;

use super::inputs::Inputs;
use super::model::{Form, Linear};
use super::names::Names;
use super::spot::{Spot, Twin};
use super::still::State;
use crate::lesson::terms::shape_text;
use crate::say;
use crate::screen::Node;
use matwalk_core::number;

/// More numbers than a line has.
const MOST: usize = 16;
/// Pixels of a line, and of the line of words above them.
const LINE: f64 = 19.0;
const HEAD: f64 = 34.0;
/// The same while presenting.
const LARGE: f64 = 22.0;
const LARGE_HEAD: f64 = 40.0;

/// How high the code stands: the same at every step.
pub fn height(linear: &Linear, presents: bool) -> f64 {
    let (head, line) = if presents { (LARGE_HEAD, LARGE) } else { (HEAD, LINE) };
    head + line * lines(linear) as f64
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

/// A line of the code, as inputs and form decide it.
pub enum Line {
    /// One without numbers.
    Plain(Node),
    /// Numbers in brackets.
    List {
        /// What stands before the bracket.
        open: String,
        /// The numbers.
        tokens: Vec<(Twin, Option<f32>)>,
        /// What stands behind it.
        close: &'static str,
    },
}

fn line(pieces: Vec<Node>) -> Node {
    Node::holding("span", "line", pieces)
}

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
    let pen = Pen { linear, spot, state: State::of(linear, names), widest: super::graph::widest(linear, names).code };
    let script = linear.still.script.get(pen.state.clone(), || pen.all().into());
    let mut lines: Vec<Node> = script.iter().enumerate().map(|(place, line)| pen.line(place, line)).collect();
    lines.push(last::result(linear, spot, names.form == Form::Math));
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
    state: State,
    widest: usize,
}

impl Pen<'_> {
    /// A line in the page. One of numbers is kept while they do the same.
    fn line(&self, place: usize, own: &Line) -> Node {
        let (open, tokens, close) = match own {
            Line::Plain(node) => return node.clone(),
            Line::List { open, tokens, close } => (open, tokens, close),
        };
        let still = &self.linear.still;
        let classes: Vec<&str> = tokens.iter().map(|(twin, _)| self.class(*twin)).collect();
        still.lines.get_at(place, (self.state.clone(), classes.clone()), || {
            let mut pieces = vec![plain(open.clone()), plain("[")];
            for (col, ((twin, value), class)) in tokens.iter().zip(classes).enumerate() {
                if col > 0 {
                    pieces.push(plain(", "));
                }
                let number = || self.number(*twin, *value, class);
                pieces.push(still.tokens.get_at(place * MOST + col, (self.state.clone(), class), number));
            }
            pieces.extend([plain("]"), plain(*close)]);
            line(pieces)
        })
    }

    fn number(&self, twin: Twin, value: Option<f32>, class: &'static str) -> Node {
        let text = value.map_or_else(|| "?".to_owned(), |value| written(value, self.linear.form));
        let wide = if matches!(twin, Twin::Weight(..)) { self.widest } else { 1 };
        let blank = " ".repeat(wide.saturating_sub(text.chars().count()));
        let vector = self.linear.inputs().x.is_vector();
        let node = Node::leaf("span", class, text).attr("data-twin", twin.name(vector));
        Node::holding("span", "", vec![Node::leaf("span", "", blank), node])
    }

    /// The colour of a number, by what it is doing.
    fn class(&self, twin: Twin) -> &'static str {
        let Some(spot) = self.spot else { return "token" };
        match twin {
            _ if spot.hot == Some(twin) => "token token--hot",
            Twin::Weight(output, input) if spot.is_near(output, input) => "token token--b",
            Twin::Bias(output) if spot.fan.is_none() && output == spot.output => "token token--b",
            Twin::X(sample, input)
                if sample == spot.sample && (spot.term == Some(input) || spot.fan == Some(input)) =>
            {
                "token token--a"
            }
            _ => "token",
        }
    }

    fn token(&self, twin: Twin) -> (Twin, Option<f32>) {
        let inputs = self.linear.inputs();
        let value = match twin {
            Twin::X(sample, input) => inputs.x_at(sample, input),
            Twin::Weight(output, input) => inputs.weight_at(output, input),
            Twin::Bias(output) | Twin::Y(_, output) => inputs.bias_at(output),
        };
        (twin, value)
    }

    /// An array, its rows of numbers one a line; without rows, by its shape.
    fn rows(&self, name: &str, (count, columns): (usize, usize), twin: impl Fn(usize, usize) -> Twin) -> Vec<Line> {
        let math = self.linear.form == Form::Math;
        if count == 0 {
            let zeros = if math { format!("np.zeros((0, {columns}))") } else { format!("torch.zeros(0, {columns})") };
            return vec![Line::Plain(line(vec![plain(format!("{name} = {zeros}"))]))];
        }
        let open = if math { "np.array([" } else { "Tensor([" };
        let mut lines = vec![Line::Plain(line(vec![plain(format!("{name} = {open}"))]))];
        lines.extend((0..count).map(|row| Line::List {
            open: "  ".to_owned(),
            tokens: (0..columns).map(|col| self.token(twin(row, col))).collect(),
            close: if row + 1 == count { "])" } else { "," },
        }));
        lines
    }

    fn all(&self) -> Vec<Line> {
        let linear = self.linear;
        let (inputs, sizes) = (linear.inputs(), linear.solved.sizes);
        let math = linear.form == Form::Math;
        let open = if math { "np.array(" } else { "Tensor(" };
        let list = |name: &str, twins: Vec<Twin>| Line::List {
            open: format!("{name} = {open}"),
            tokens: twins.into_iter().map(|twin| self.token(twin)).collect(),
            close: ")",
        };
        let mut lines: Vec<Line> = Vec::new();
        if inputs.x.is_vector() {
            lines.push(list("x", (0..sizes.width).map(|input| Twin::X(0, input)).collect()));
        } else if math {
            lines.extend(self.rows("x", (sizes.width, sizes.samples), |input, sample| Twin::X(sample, input)));
        } else {
            lines.extend(self.rows("x", (sizes.samples, sizes.width), Twin::X));
        }
        let has_bias = inputs.bias.is_some();
        if math {
            lines.extend(self.rows("W", (sizes.inputs, sizes.outputs), |input, output| Twin::Weight(output, input)));
        } else {
            let without = if has_bias { "" } else { ", bias=False" };
            let layer = format!("fc = nn.Linear({}, {}{without})", sizes.inputs, sizes.outputs);
            lines.push(Line::Plain(line(vec![plain(layer)])));
            lines.extend(self.rows("fc.weight.data", (sizes.outputs, sizes.inputs), Twin::Weight));
        }
        if has_bias {
            let name = if math { "b" } else { "fc.bias.data" };
            lines.push(list(name, (0..sizes.outputs).map(Twin::Bias).collect()));
        }
        lines.extend(last::lines(linear, math, has_bias));
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

/// Characters of the widest weight.
pub fn widest(inputs: &Inputs, form: Form) -> usize {
    let length = |value: &f32| written(*value, form).chars().count();
    inputs.weight.tensor().data().iter().map(length).max().unwrap_or(1)
}
