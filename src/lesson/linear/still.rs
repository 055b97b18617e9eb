//! What of the picture a step leaves as it was.

use super::model::{Form, Linear};
use super::names::Names;
use super::room::Beside;
use super::solved::Solved;
use super::spot::{Spot, Twin};
use crate::plot::Kept;
use crate::screen::{Node, Slot};
use crate::words::Locale;
use std::sync::Arc;

/// What all of the picture depends on, apart from the step.
#[derive(Clone)]
pub struct State {
    solved: Arc<Solved>,
    form: Form,
    appends: bool,
    locale: Locale,
    base: usize,
}

impl State {
    /// The present one.
    pub fn of(linear: &Linear, names: &Names) -> State {
        State {
            solved: linear.solved.clone(),
            form: linear.form,
            appends: linear.appends(),
            locale: names.locale,
            base: names.base,
        }
    }
}

impl PartialEq for State {
    /// Inputs are solved anew with every change, so they are the same if what follows from them is the very same.
    fn eq(&self, other: &State) -> bool {
        let rest = |state: &State| (state.form, state.appends, state.locale, state.base);
        Arc::ptr_eq(&self.solved, &other.solved) && rest(self) == rest(other)
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

/// A box in the graph: left, top, width, height.
pub type Place = (f64, f64, f64, f64);

/// The parts of the graph that stay while its terms are added.
#[derive(Clone)]
pub struct Graph {
    /// The line of words.
    pub caption: Node,
    /// The edges.
    pub edges: Node,
    /// What of them can be pointed at.
    pub hits: Node,
    /// The inputs.
    pub inputs: Node,
    /// The numbers.
    pub pills: Node,
    /// Where each of them stands.
    pub places: Arc<[(Twin, Place)]>,
}

/// Names in the corners of the cells of each tensor.
pub type Corners = Arc<[(Slot, Vec<String>)]>;

/// All that is kept.
#[derive(Default)]
pub struct Still {
    /// The graph.
    pub graph: Kept<Fan, Graph>,
    /// A line of the code, by what its numbers are doing.
    pub lines: Kept<(State, Vec<&'static str>), Node>,
    /// The names in the corners.
    pub corners: Kept<State, Corners>,
}
