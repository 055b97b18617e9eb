//! The lesson's state: a layer and its input, how they are written and read, and how far the walk has come.

use super::address::Linked;
use super::example::EXAMPLES;
use super::inputs::Inputs;
use super::probe::Test;
use super::solved::Solved;
use super::spot::{Place, Spot, Twin, seek};
use super::still::Still;
use crate::lesson::edits::Edits;
use crate::lesson::operand::Operand;
use crate::screen::Change;
use matwalk_core::trace::Grain;
use matwalk_core::trace::linear::{Part, Trace};
use std::sync::Arc;

/// How the layer is written: which of the two arrays is stored, and which way x lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// y = Wᵀx + b with W stored as (in, out).
    #[default]
    Math,
    /// y = x weightᵀ + bias with weight stored as (out, in).
    Torch,
}

impl Form {
    /// Both.
    pub const ALL: [Form; 2] = [Form::Math, Form::Torch];

    /// Its name in the address.
    pub fn key(self) -> &'static str {
        match self {
            Form::Math => "math",
            Form::Torch => "torch",
        }
    }

    /// The axis in PyTorch's order of one as this form stores it, 0 or 1; on paper a sample is a column and W is (in, out).
    pub fn axis(self, axis: usize) -> usize {
        match self {
            Form::Math => 1_usize.saturating_sub(axis),
            Form::Torch => axis,
        }
    }

    /// The array that this form stores, from the one that PyTorch stores, or the other way round.
    pub fn stored(self, weight: &Operand) -> Operand {
        match self {
            Form::Math => weight.transposed(),
            Form::Torch => weight.clone(),
        }
    }
}

/// What is read of the layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// How y comes about.
    #[default]
    Walk,
    /// Whether the layer is linear.
    Probe,
}

/// What Reset goes back to.
#[derive(Clone, PartialEq)]
pub struct Opened {
    inputs: Inputs,
    form: Form,
    reading: Reading,
    example: Option<usize>,
}

/// The state from which everything on the screen follows.
pub struct Linear {
    pub(super) edits: Edits<Inputs>,
    pub(super) opened: Opened,
    /// How the layer is written.
    pub form: Form,
    /// What is read of it.
    pub reading: Reading,
    /// Whether the bias is one more weight, of an input that is always 1.
    pub augmented: bool,
    /// The test of linearity.
    pub test: Test,
    /// How much a step does.
    pub grain: Grain,
    /// Finished steps of the walk, and of the test.
    pub t: usize,
    pub(super) probe_t: usize,
    pub(super) place: Place,
    pub(super) lit: Option<Twin>,
    /// The bias that was there before it was taken away.
    pub(super) kept_bias: Option<Operand>,
    pub(super) solved: Arc<Solved>,
    pub(super) still: Still,
}

impl Default for Linear {
    fn default() -> Linear {
        let inputs = EXAMPLES[0].inputs();
        Linear {
            solved: Arc::new(Solved::of(&inputs, Form::Math)),
            edits: Edits::new(inputs.clone()),
            opened: Opened { inputs, form: Form::Math, reading: Reading::Walk, example: Some(0) },
            form: Form::Math,
            reading: Reading::Walk,
            augmented: false,
            test: Test::default(),
            grain: Grain::Fine,
            t: 0,
            probe_t: 0,
            place: Place::default(),
            lit: None,
            kept_bias: None,
            still: Still::default(),
        }
    }
}

impl Linear {
    /// Input, weight and bias.
    pub fn inputs(&self) -> &Inputs {
        self.edits.now()
    }

    /// What follows from them.
    pub fn solved(&self) -> &Solved {
        &self.solved
    }

    /// Whether a 1 is appended to the input: it takes a bias to multiply it with.
    pub fn appends(&self) -> bool {
        self.augmented && self.inputs().bias.is_some()
    }

    /// The walk; `None` while the shapes make no layer.
    pub fn trace(&self) -> Option<Trace> {
        let plan = self.solved.answer.as_ref().ok()?.plan;
        let has_bias = plan.bias.is_some();
        Some(Trace::new(plan.rows, plan.in_features, plan.out_features, has_bias, self.grain))
    }

    /// What is looked at; `None` while the shapes make no layer, or a result without entries.
    pub fn spot(&self) -> Option<Spot> {
        let trace = self.trace().filter(|trace| trace.rows > 0 && trace.outputs > 0)?;
        let walk = Spot::of_walk(&trace, self.t);
        Some(self.lit.map_or(walk, |twin| walk.of_light(twin, trace.inputs)))
    }

    /// The number of finished steps, and of all.
    pub fn steps(&self) -> (usize, usize) {
        match self.reading {
            Reading::Walk => self.trace().map_or((0, 0), |trace| (self.t, trace.len())),
            Reading::Probe if self.solved.answer.is_ok() => (self.probe_t, self.test.steps()),
            Reading::Probe => (0, 0),
        }
    }

    /// Stands after `t` steps.
    pub(super) fn go(&mut self, t: usize) {
        self.lit = None;
        if self.reading == Reading::Probe {
            self.probe_t = t.min(self.test.steps());
            return;
        }
        let Some(trace) = self.trace() else {
            self.t = 0;
            return;
        };
        self.t = t.min(trace.len());
        if let Some(step) = self.t.checked_sub(1).and_then(|last| trace.step(last)) {
            let term = match step.part {
                Part::Products(inputs) => inputs.end.saturating_sub(1),
                Part::Bias => trace.inputs,
            };
            self.place = Place { sample: step.row, output: step.output, term };
        }
    }

    /// Solves anew after a change of inputs or form; the walk stays at its place.
    pub(super) fn solve(&mut self) {
        self.solved = Arc::new(Solved::of(self.edits.now(), self.form));
        self.lit = None;
        // Where there is no walk its place is kept, for when a change is taken back.
        if let Some(trace) = self.trace() {
            self.t = self.t.min(trace.len());
        }
    }

    pub(super) fn change(&mut self, next: Inputs) -> Change {
        let place = (self.t > 0).then_some(self.place);
        if self.edits.change(next) {
            self.solve();
            self.back_to(place);
        }
        Change::All
    }

    /// Stands at a place again, where the walk has one.
    pub(super) fn back_to(&mut self, place: Option<Place>) {
        if let Some((place, trace)) = place.zip(self.trace()) {
            self.t = seek(&trace, place);
            self.place = place;
        }
    }

    /// Opens a layer at its start.
    pub(super) fn open(&mut self, opened: Opened) -> Change {
        (self.form, self.reading, self.augmented, self.test) = (opened.form, opened.reading, false, Test::default());
        (self.t, self.probe_t, self.place) = (0, 0, Place::default());
        self.edits.change(opened.inputs.clone());
        self.opened = opened;
        self.solve();
        Change::All
    }

    pub(super) fn open_example(&mut self, index: usize) -> Change {
        let Some(example) = EXAMPLES.get(index) else { return Change::Nothing };
        let (form, reading) = (example.form, example.reading);
        self.open(Opened { inputs: example.inputs(), form, reading, example: Some(index) })
    }

    /// Takes up a link.
    pub(super) fn link(&mut self, linked: Linked) {
        let Linked { inputs, form, reading, augmented, test, grain, t } = linked;
        if inputs != *self.edits.now() {
            self.edits = Edits::new(inputs.clone());
        }
        if inputs != self.opened.inputs {
            let example = EXAMPLES.iter().position(|example| example.inputs() == inputs && example.form == form);
            self.opened = Opened { inputs, form, reading, example };
        }
        (self.form, self.reading, self.augmented, self.test, self.grain) = (form, reading, augmented, test, grain);
        (self.t, self.probe_t, self.place) = (0, 0, Place::default());
        self.solve();
        self.go(t);
    }

    /// The example that is open and unchanged.
    pub(super) fn example(&self) -> Option<usize> {
        self.opened.example.filter(|_| *self.edits.now() == self.opened.inputs)
    }
}
