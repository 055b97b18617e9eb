//! What of the picture a step leaves as it was.

use super::model::{Form, Linear};
use super::names::Names;
use super::room::Beside;
use super::solved::Solved;
use super::spot::{Spot, Twin};
use super::stored::Line;
use crate::plot::{Kept, Very};
use crate::screen::node::Kids;
use crate::screen::{Node, Shown, Slot};
use crate::words::Locale;
use std::sync::Arc;

/// What all of the picture depends on, apart from the step.
#[derive(Clone, PartialEq)]
pub struct State {
    /// Inputs are solved anew with every change.
    solved: Very<Solved>,
    form: Form,
    appends: bool,
    locale: Locale,
    base: usize,
}

impl State {
    /// The present one.
    pub fn of(linear: &Linear, names: &Names) -> State {
        State {
            solved: Very(linear.solved.clone()),
            form: linear.form,
            appends: linear.appends(),
            locale: names.locale,
            base: names.base,
        }
    }
}

/// What the graph depends on, apart from the sums and from what is hot.
#[derive(Clone, PartialEq)]
pub struct Fan {
    state: State,
    beside: Beside,
    /// Whether there is anything to look at, the sample, and the output or input whose edges are in front.
    spot: Option<(usize, Option<usize>, Option<usize>)>,
}

impl Fan {
    /// The present one.
    pub fn of(linear: &Linear, names: &Names, beside: &Beside, spot: Option<&Spot>) -> Fan {
        let front = |spot: &Spot| (spot.sample, spot.fan, spot.fan.is_none().then_some(spot.output));
        Fan { state: State::of(linear, names), beside: *beside, spot: spot.map(front) }
    }
}

/// What the layer of the graph under its outputs depends on; the walk goes from output to output above it.
#[derive(Clone, PartialEq)]
pub struct Under {
    state: State,
    beside: Beside,
    /// The sample, and the input whose edges are in front.
    spot: Option<(usize, Option<usize>)>,
}

impl Under {
    /// The present one.
    pub fn of(linear: &Linear, names: &Names, beside: &Beside, spot: Option<&Spot>) -> Under {
        let spot = spot.map(|spot| (spot.sample, spot.fan));
        Under { state: State::of(linear, names), beside: *beside, spot }
    }
}

/// The layer of the graph under its outputs.
#[derive(Clone)]
pub struct Ground {
    /// The line of words.
    pub caption: Node,
    /// What of the edges can be pointed at.
    pub hits: Node,
    /// The inputs.
    pub inputs: Node,
    /// How each edge is drawn.
    pub wires: Arc<[(Twin, Wire)]>,
}

/// A box in the graph: left, top, width, height.
pub type Place = (f64, f64, f64, f64);

/// The parts of the graph that stay while its terms are added.
#[derive(Clone)]
pub struct Graph {
    /// The edges.
    pub edges: Node,
    /// The numbers.
    pub pills: Node,
    /// Where each of them stands.
    pub places: Arc<[(Twin, Place)]>,
}

/// How an edge is drawn.
#[derive(Clone)]
pub struct Wire {
    /// The class of its sign.
    pub kind: &'static str,
    /// Its width.
    pub thick: String,
    /// Its path.
    pub d: String,
}

/// Characters of the widest number.
#[derive(Clone, Copy)]
pub struct Widest {
    /// Of a node of the graph, at any step.
    pub node: usize,
    /// Of the weight in the code.
    pub code: usize,
}

/// What an output of the graph depends on: the graph, what it has come to and whether that is all, whether it is looked
/// at, and whether keys stop there.
pub type Output = (Fan, (Shown, Option<bool>), (bool, bool));

/// Names in the corners of the cells of each tensor.
pub type Corners = Arc<[(Slot, Vec<String>)]>;

/// All that is kept.
#[derive(Default)]
pub struct Still {
    /// The words over the graph.
    pub caption: Kept<Under, String>,
    /// The graph, apart from outputs and from what is hot.
    pub ground: Kept<Under, Ground>,
    /// What of it changes from output to output.
    pub graph: Kept<Fan, Graph>,
    /// An output of the graph.
    pub outputs: Kept<Output, Node>,
    /// A term of the formula, by sample and output.
    pub terms: Kept<(State, usize, usize), Kids>,
    /// Widths of numbers.
    pub widest: Kept<State, Widest>,
    /// The lines of the code, but for the last.
    pub script: Kept<State, Arc<[Line]>>,
    /// A number of the code, by what it is doing.
    pub tokens: Kept<(State, &'static str), Node>,
    /// A line of the code, by what its numbers are doing.
    pub lines: Kept<(State, Vec<&'static str>), Node>,
    /// The names in the corners.
    pub corners: Kept<State, Corners>,
}
