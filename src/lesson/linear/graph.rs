//! The layer as a graph: inputs left, outputs right, an edge for each weight. Only the edges of one output, or of one
//! input, are in front and carry their numbers: their labels stand at one height of the wires and never over each other.

mod edges;
mod marks;

pub use edges::number_name;

use super::model::Linear;
use super::names::Names;
use super::room::Beside;
use super::spot::Spot;
use super::still::{Fan, Graph, Ground, State, Under, Widest};
use crate::figure;
use crate::lesson::draw::{ems, path, px, text};
use crate::say;
use crate::screen::Node;

/// Widths of a node, at least and at most, and of a bias beside its output; the height of a line of words.
const NODE: f64 = 72.0;
const WIDEST: f64 = 98.0;
const BIAS: f64 = 76.0;
const CAPTION: f64 = 26.0;
const KEY: f64 = 18.0;
const KEY_WIDE: f64 = 146.0;
/// Heights of a number on an edge.
const PILL: f64 = 24.0;
const LEAST_PILL: f64 = 17.0;
/// Pixels from edge to edge that are few.
const CLOSE: f64 = 21.0;
/// How much larger it is drawn while presenting: its smallest words, 13 pixels, become 16.
const PRESENTED: f64 = 1.24;

/// The measures of the drawing.
struct Plan {
    width: f64,
    top: f64,
    height: f64,
    node: f64,
    /// Whether the nodes have room for their names.
    named: bool,
    bias: f64,
    inner: usize,
    outputs: usize,
}

impl Plan {
    fn y(&self, place: usize, of: usize) -> f64 {
        self.top + (place as f64 + 0.5) * self.height / of.max(1) as f64
    }

    /// Where the wires end.
    fn ends(&self) -> (f64, f64) {
        (self.node, self.width - self.bias - self.node)
    }

    /// A point of an edge, from 0 at its input to 1 at its output.
    fn along(&self, output: usize, input: usize, part: f64) -> (f64, f64) {
        let (left, right) = self.ends();
        let (from, to) = (self.y(input, self.inner), self.y(output, self.outputs));
        (left + (right - left) * part, from + (to - from) * part)
    }

    /// Where on their edges the numbers stand, from 0 at the input to 1 at the output, and how high they are: further
    /// from the point where the edges meet, and lower, where the edges are close.
    fn pills(&self, fans: bool) -> (f64, f64) {
        let row = self.height / if fans { self.outputs } else { self.inner }.max(1) as f64;
        let part = if self.inner > 5 { 0.26 } else { 0.33 };
        let part = if row * (1.0 - part) < CLOSE { 0.2 } else { part };
        (if fans { 1.0 - part } else { part }, (row * (1.0 - part) - 2.0).clamp(LEAST_PILL, PILL))
    }

    fn node_height(&self) -> f64 {
        (self.height / self.inner.max(self.outputs).max(1) as f64 * 0.72).clamp(18.0, 46.0)
    }
}

/// The graph with its caption.
pub fn graph(linear: &Linear, names: &Names, spot: Option<&Spot>, beside: &Beside) -> Node {
    let sizes = linear.solved.sizes;
    let apart = linear.inputs().bias.is_some() && !linear.appends();
    let room = beside.graph(super::stored::height(linear, beside.presents));
    let scale = if beside.presents { PRESENTED } else { 1.0 };
    let (width, all) = (room.0 / scale, room.1 / scale);
    // The signs of the edges stand beside the caption, or under it.
    let under = Under::of(linear, names, beside, spot);
    let said = linear.still.caption.get(under.clone(), || caption(linear, names, spot, width));
    let beside_it = wide(&said) + KEY_WIDE < width;
    let top = match beside.caption {
        true => CAPTION + if beside_it { 0.0 } else { KEY },
        false => 0.0,
    };
    let narrow = width < 330.0;
    let digits = 8.0 * widest(linear, names).node as f64 + 10.0;
    let named = if narrow { digits <= 34.0 } else { digits <= WIDEST - 20.0 };
    let node = if narrow { 54.0 } else { NODE }.max((digits + if named { 20.0 } else { 0.0 }).min(WIDEST));
    let bias = if narrow { 42.0 } else { BIAS };
    let plan = Plan {
        width,
        top,
        height: all - top,
        node,
        named,
        bias: if apart { bias } else { 0.0 },
        inner: sizes.inputs.max(sizes.width) + usize::from(linear.appends()),
        outputs: sizes.outputs,
    };
    let ground = linear.still.ground.get(under, || {
        let mut words = Vec::new();
        if beside.caption {
            words.push(text(4.0, 16.0, 13.0, "t-quiet start", said.clone()));
            words.extend(if beside_it { key(width - KEY_WIDE + 8.0, 0.0) } else { key(4.0, KEY) });
        }
        let wires = edges::wires(linear, &plan);
        Ground {
            caption: Node::holding("g", "", words),
            hits: Node::holding("g", "edges", edges::hits(linear, names, &wires)),
            inputs: Node::holding("g", "nodes", marks::inputs(linear, names, spot, &plan)),
            wires: wires.into(),
        }
    });
    let fan = Fan::of(linear, names, beside, spot);
    let still = linear.still.graph.get(fan.clone(), || {
        let (pills, places) = marks::pills(linear, names, spot, &plan);
        Graph {
            edges: Node::holding("g", "edges", edges::edges(linear, spot, &plan, &ground.wires)),
            pills: Node::holding("g", "pills", pills),
            places: places.into(),
        }
    });
    let inside = vec![
        ground.caption,
        still.edges,
        edges::hot(spot, &ground.wires),
        ground.hits,
        ground.inputs,
        marks::input_ring(linear, spot, &plan),
        Node::holding("g", "nodes", marks::outputs(linear, names, spot, (&plan, &fan))),
        still.pills,
        marks::pill_ring(spot, &still.places),
    ];
    let dense = plan.inner * plan.outputs > 24;
    Node::holding("svg", if dense { "graph graph--dense" } else { "graph" }, inside)
        .attr("viewBox", format!("0 0 {} {}", px(width), px(all)))
        .attr("width", px(room.0))
        .attr("height", px(room.1))
        .attr("role", "group")
        .attr("aria-label", say!(names.locale, linear.graph_label))
}

/// Pixels of the caption's text, about.
fn wide(said: &str) -> f64 {
    ems(said) * 13.0
}

/// `4×3 = 12 edges + 3 biases → 15 parameters`: the count is what one sees. Of several samples also which one is shown,
/// and the count in short where there is less room.
fn caption(linear: &Linear, names: &Names, spot: Option<&Spot>, width: f64) -> String {
    let (locale, samples) = (names.locale, linear.solved.sizes.samples);
    let count = counted(linear, names);
    if samples < 2 || linear.solved.answer.is_err() {
        return count;
    }
    let sample = spot.map_or(0, |spot| spot.sample) + 1;
    let long = say!(locale, linear.caption_sample, n = sample, samples = samples, count = count);
    let all = linear.solved.answer.as_ref().map_or(0, |answer| answer.plan.parameters());
    if wide(&long) <= width {
        long
    } else {
        say!(locale, linear.caption_samples, n = sample, samples = samples, all = all)
    }
}

fn counted(linear: &Linear, names: &Names) -> String {
    let (locale, sizes) = (names.locale, linear.solved.sizes);
    let wide = sizes.inputs + usize::from(linear.appends());
    let edges = wide * sizes.outputs;
    let biases = if linear.inputs().bias.is_some() && !linear.appends() { sizes.outputs } else { 0 };
    let all = edges + biases;
    if linear.solved.answer.is_err() {
        return format!("nn.Linear({}, {})", sizes.inputs, sizes.outputs);
    }
    match biases {
        1 => say!(locale, linear.caption_one, inputs = wide, outputs = sizes.outputs, edges = edges, all = all),
        0 => say!(locale, linear.caption_plain, inputs = wide, outputs = sizes.outputs, all = all),
        _ => {
            say!(
                locale,
                linear.caption,
                inputs = wide,
                outputs = sizes.outputs,
                edges = edges,
                biases = biases,
                all = all
            )
        }
    }
}

/// Widths of numbers, which no step changes.
pub fn widest(linear: &Linear, names: &Names) -> Widest {
    let state = State::of(linear, names);
    let code = || super::stored::widest(linear.inputs(), linear.form);
    linear.still.widest.get(state, || Widest { node: chars(linear), code: code() })
}

/// Characters of the widest number on a node, at any step.
fn chars(linear: &Linear) -> usize {
    let values = linear.inputs().x.tensor().data().iter();
    values.map(|value| figure::short(*value).chars().count()).fold(linear.solved.chars, usize::max)
}

/// What the lines mean.
fn key(left: f64, down: f64) -> Vec<Node> {
    let samples = [("+", "edge edge--more", 3.5), ("−", "edge edge--less", 3.0), ("0", "edge edge--none", 2.0)];
    let each = |(place, (sign, class, thick)): (usize, (&'static str, &'static str, f64))| {
        let x = left + place as f64 * 48.0;
        let line = path(format!("M{} {}h20", px(x), px(down + 12.0)), class).style("stroke-width", px(thick));
        [line, text(x + 26.0, down + 16.0, 13.0, "t-quiet start", sign)]
    };
    samples.into_iter().enumerate().flat_map(each).collect()
}
