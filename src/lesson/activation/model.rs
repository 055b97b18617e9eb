//! The lesson's state: the functions, what is read of them, and how far each walk has come.

use super::functions::{self, Function};
use super::inputs::{Inputs, MAX_DEPTH, WARD, value64};
use crate::lesson::edits::Edits;
use crate::plot::Kept;
use crate::screen::{Change, Node};
use matwalk_core::activation::by_id;
use matwalk_core::activation::chain::{Chain, Feed};
use matwalk_core::activation::ladder::Rungs;

/// What is done with the point on the curve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// f(x) and f'(x), one operation a step.
    #[default]
    Curve,
    /// A gradient on its way back through layers.
    Chain,
    /// Neurons that no gradient gets through.
    Ward,
    /// The function on each cell of a tensor.
    Matrix,
}

impl View {
    /// All, in the order of their keys.
    pub const ALL: [View; 4] = [View::Curve, View::Chain, View::Ward, View::Matrix];

    /// Its name in the address.
    pub fn key(self) -> &'static str {
        match self {
            View::Curve => "curve",
            View::Chain => "chain",
            View::Ward => "ward",
            View::Matrix => "matrix",
        }
    }
}

/// All that an example or a link sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// What is read.
    pub view: View,
    /// The functions; the first one is explained.
    pub functions: Vec<Function>,
    /// Where z of a layer comes from.
    pub feed: Feed,
    /// Everything that is typed.
    pub inputs: Inputs,
    /// How many steps are finished; past the end is the end.
    pub t: usize,
}

impl Default for Setup {
    fn default() -> Setup {
        let functions = functions::of(&functions::DEFAULT);
        Setup { view: View::Curve, functions, feed: Feed::Same, inputs: Inputs::default(), t: 0 }
    }
}

/// What the picture's still part depends on, and that part.
pub type KeptPicture = Kept<(Vec<&'static str>, [u64; 6], bool), Vec<Node>>;

/// The values of f and of f' that are shown, by functions and domain.
pub type KeptHeights = Kept<(Vec<&'static str>, [u64; 2]), [(f64, f64); 2]>;

/// The state from which everything on the screen follows.
#[derive(Default)]
pub struct Activation {
    pub(super) edits: Edits<Inputs>,
    pub(super) view: View,
    pub(super) chosen: Vec<Function>,
    pub(super) feed: Feed,
    /// Finished steps of each reading.
    pub(super) steps: [usize; 4],
    pub(super) opened: Setup,
    pub(super) opened_example: Option<usize>,
    pub(super) kept: KeptPicture,
    pub(super) heights: KeptHeights,
    /// The largest slope of the explained function.
    pub(super) steepest: Kept<&'static str, f64>,
}

impl Activation {
    /// The lesson as an example or link sets it.
    pub fn new(setup: Setup) -> Activation {
        let mut lesson = Activation { edits: Edits::new(setup.inputs.clone()), ..Activation::default() };
        lesson.show(&setup);
        lesson.opened = setup;
        lesson
    }

    /// Takes up all but the inputs.
    pub(super) fn show(&mut self, setup: &Setup) {
        self.view = setup.view;
        self.chosen.clone_from(&setup.functions);
        self.feed = setup.feed;
        self.steps = [0; 4];
        self.go(setup.t);
    }

    /// The same as what it was made from.
    pub fn setup(&self) -> Setup {
        let t = self.t();
        Setup { view: self.view, functions: self.chosen.clone(), feed: self.feed, inputs: self.inputs().clone(), t }
    }

    /// What is typed.
    pub fn inputs(&self) -> &Inputs {
        self.edits.now()
    }

    /// The function that is explained.
    pub fn main(&self) -> Function {
        let first = self.chosen.first().copied();
        let gate = self.chosen.iter().copied().find(|function| functions::gates(function));
        let own = if self.view == View::Ward { gate.or(first) } else { first };
        own.or_else(|| by_id("sigmoid")).unwrap_or(matwalk_core::activation::ALL[0])
    }

    /// The functions that are drawn: the explained one first; alone where neurons are judged.
    pub fn shown(&self) -> Vec<Function> {
        let main = self.main();
        let others = self.chosen.iter().copied().filter(|function| *function != main && self.view != View::Ward);
        std::iter::once(main).chain(others).collect()
    }

    /// The domain: as it was chosen, else that of the one function, else -6 to 6.
    pub fn domain(&self) -> (f64, f64) {
        self.inputs().domain().unwrap_or_else(|| self.own_domain())
    }

    /// The domain if none is chosen.
    pub fn own_domain(&self) -> (f64, f64) {
        match &self.chosen[..] {
            [one] => (f64::from(one.domain.0), f64::from(one.domain.1)),
            _ => (-6.0, 6.0),
        }
    }

    /// The walk to f(x) and f'(x); of nothing if x can't be read.
    pub fn rungs(&self) -> Rungs {
        self.main().rungs(self.inputs().x().unwrap_or(f64::NAN))
    }

    /// How many layers there are; while the typed text is no number of layers, as many as at first.
    pub fn depth(&self) -> usize {
        self.inputs().depth().unwrap_or(10).min(MAX_DEPTH)
    }

    /// The chain of a function; `None` while x or the weight can't be read.
    pub fn chain(&self, function: Function) -> Option<Chain> {
        Some(function.chain(self.inputs().x()?, self.inputs().w()?, self.depth(), self.feed))
    }

    /// How many steps a reading has.
    pub fn len_of(&self, view: View) -> usize {
        match view {
            View::Curve => self.main().ladder.value.len() + self.main().ladder.derivative.len(),
            View::Chain => self.depth(),
            View::Ward => match self.inputs().sizes(WARD) {
                (0, _) => 0,
                (_, cols) => cols,
            },
            View::Matrix => self.inputs().a.shape().numel(),
        }
    }

    /// How many steps there are.
    pub(super) fn len(&self) -> usize {
        self.len_of(self.view)
    }

    /// How many of them are finished.
    pub fn t(&self) -> usize {
        self.steps[self.view as usize].min(self.len())
    }

    pub(super) fn go(&mut self, t: usize) {
        self.steps[self.view as usize] = t.min(self.len());
    }

    /// Takes up changed inputs; says what that changed.
    pub(super) fn change(&mut self, next: Inputs) -> Change {
        self.edits.change(next);
        self.go(self.t());
        Change::All
    }

    /// Another reading: x becomes the number that was looked at, so that its ladder comes next.
    pub(super) fn choose_view(&mut self, view: View) -> Change {
        let looked_at = match self.view {
            View::Ward | View::Matrix if self.t() > 0 => self.point().x,
            _ => None,
        };
        if let Some(x) = looked_at.filter(|_| view != self.view) {
            let inputs = self.inputs();
            let next = Inputs { x: x.into(), ..inputs.clone() };
            if inputs.x() != Some(x) {
                self.edits.change(next);
            }
        }
        self.view = view;
        self.go(self.t());
        Change::All
    }

    /// Other functions. A walk that is at its end stays there: others have more or fewer steps.
    pub(super) fn choose(&mut self, mut chosen: Vec<Function>) -> Change {
        let ended = View::ALL.map(|view| self.steps[view as usize] >= self.len_of(view));
        chosen.truncate(functions::MOST);
        self.chosen = chosen;
        for view in View::ALL.into_iter().filter(|view| ended[*view as usize]) {
            self.steps[view as usize] = self.len_of(view);
        }
        Change::All
    }

    /// Makes a function the explained one; the last gives way to a fourth.
    pub(super) fn put_first(&mut self, function: Function) -> Change {
        let mut chosen = self.chosen.clone();
        chosen.retain(|own| *own != function);
        chosen.insert(0, function);
        self.choose(chosen)
    }

    /// Adds a function, or takes one away; the last one stays.
    pub(super) fn toggle(&mut self, function: Function) -> Change {
        let mut chosen = self.chosen.clone();
        if !chosen.contains(&function) {
            chosen.truncate(functions::MOST - 1);
            chosen.push(function);
        } else if chosen.len() > 1 {
            chosen.retain(|own| *own != function);
        }
        self.choose(chosen)
    }

    /// The cell of the matrix that the step finished, from 0.
    pub(super) fn cell(&self) -> usize {
        self.t().saturating_sub(1)
    }

    /// z of a cell of the matrix; `None` if it can't be read.
    pub(super) fn z(&self, index: usize) -> Option<f64> {
        value64(&self.inputs().a, index)
    }
}
