//! What a person changes: form, bias, grain, sizes, whole operands.

use super::inputs::{B, Inputs, MAX_SAMPLES, MAX_WIDTH, Sizes, W, X};
use super::model::{Form, Linear, Reading};
use super::probe::Test;
use crate::lesson::operand::{Lie, Operand};
use crate::screen::{Change, Slot};
use matwalk_core::trace::Grain;

/// Where the bias is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BiasState {
    /// Added by itself.
    Apart,
    /// The weight of a 1 that is appended to the input.
    Appended,
    /// Nowhere.
    None,
}

impl BiasState {
    /// Those that can be chosen: the test of linearity asks what the bias does, however it is written.
    pub fn of_reading(reading: Reading) -> &'static [BiasState] {
        match reading {
            Reading::Walk => &[BiasState::Apart, BiasState::Appended, BiasState::None],
            Reading::Probe => &[BiasState::Apart, BiasState::None],
        }
    }
}

impl Linear {
    /// Where the bias is now.
    pub fn bias_state(&self) -> BiasState {
        match self.reading {
            _ if self.inputs().bias.is_none() => BiasState::None,
            Reading::Walk if self.augmented => BiasState::Appended,
            Reading::Walk | Reading::Probe => BiasState::Apart,
        }
    }

    /// Chooses how the layer is written or read.
    pub(super) fn choose(&mut self, setting: &str, choice: usize) -> Change {
        self.lit = None;
        match (setting, choice) {
            ("form", 0 | 1) => {
                (self.form, self.reading) = (Form::ALL[choice], Reading::Walk);
                self.solve();
            }
            ("form", 2) => self.reading = Reading::Probe,
            ("test", _) => {
                let Some(&test) = Test::ALL.get(choice) else { return Change::Nothing };
                self.test = test;
                self.probe_t = self.probe_t.min(test.steps());
            }
            ("bias", _) => {
                let Some(&state) = BiasState::of_reading(self.reading).get(choice) else { return Change::Nothing };
                self.augmented = state == BiasState::Appended;
                return self.set_bias(state != BiasState::None);
            }
            ("grain", 0 | 1) => {
                let place = (self.t > 0).then_some(self.place);
                self.grain = Grain::ALL[choice];
                self.back_to(place);
            }
            _ => return Change::Nothing,
        }
        Change::All
    }

    fn set_bias(&mut self, is_there: bool) -> Change {
        let inputs = self.edits.now().clone();
        let bias = match (is_there, inputs.bias.clone()) {
            (true, Some(bias)) => Some(bias),
            (true, None) => {
                let outputs = inputs.sizes().outputs;
                let kept = self.kept_bias.clone().filter(|kept| kept.shape().numel() == outputs);
                kept.or_else(|| inputs.blank_bias())
            }
            (false, bias) => {
                self.kept_bias = bias.or(self.kept_bias.take());
                None
            }
        };
        self.change(Inputs { bias, ..inputs })
    }

    /// Gives a size another value; the axes are counted as the form stores them.
    pub(super) fn resize(&mut self, slot: Slot, axis: usize, size: usize) -> Change {
        let inputs = self.edits.now();
        let (sizes, size) = (inputs.sizes(), size.min(MAX_WIDTH));
        let next = match (slot, self.form.axis(axis)) {
            (X, 0) => inputs.with_samples(size.min(MAX_SAMPLES)),
            (X, 1) => inputs.with_width(size),
            (W, 0) => inputs.with_layer(sizes.inputs, size),
            (W, 1) => inputs.with_layer(size, sizes.outputs),
            _ => return Change::Nothing,
        };
        self.change(next)
    }

    /// A cell's place in its operand, from that in the picture.
    pub(super) fn index(&self, slot: Slot, drawn: usize) -> Option<usize> {
        let Sizes { samples, width, inputs, outputs } = self.solved.sizes;
        let turned = |rows: usize, cols: usize| (drawn < rows * cols).then(|| drawn % rows * cols + drawn / rows);
        match (slot, self.form) {
            (X, Form::Math) => turned(samples, width),
            (W, Form::Torch) => turned(outputs, inputs),
            _ => Some(drawn),
        }
    }

    /// Turns the stored array round without turning the layer: the usual mistake, made on purpose.
    pub(super) fn turn(&mut self) -> Change {
        let inputs = self.edits.now();
        let next = inputs.with(W, inputs.weight.transposed());
        self.change_layer(next)
    }

    /// Takes a layer that may have another number of outputs. Its bias is cut or filled up with zeros; when the weight is
    /// turned back the bias is what it was, unless it has been changed meanwhile.
    pub(super) fn change_layer(&mut self, mut next: Inputs) -> Change {
        let old = self.inputs().bias.clone();
        if let (Some(old), Some(bias)) = (old, &next.bias)
            && old.shape() != bias.shape()
        {
            let agrees = |kept: &Operand| {
                let [kept_len, old_len] = [kept, &old].map(|bias| bias.shape().numel());
                kept.shape() == bias.shape() && (0..kept_len.min(old_len)).all(|at| kept.text(at) == old.text(at))
            };
            if let Some(kept) = self.kept_bias.take().filter(agrees) {
                next.bias = Some(kept);
            }
            self.kept_bias = Some(old);
        }
        self.change(next)
    }

    /// Replaces an operand by one as this form stores it.
    pub(super) fn put(&self, inputs: &Inputs, slot: Slot, operand: Operand) -> Option<Inputs> {
        let dims = operand.shape().dims().to_vec();
        let fits = dims.iter().all(|&size| size <= MAX_WIDTH);
        let next = match (slot, &dims[..]) {
            (X, [_]) => inputs.with(X, operand),
            // A column on paper is one sample.
            (X, [_, 1]) if self.form == Form::Math => inputs.with(X, operand.as_vector(Lie::Column)),
            (X, [samples, _]) if *samples <= MAX_SAMPLES => inputs.with(X, operand),
            (W, [_, _]) => inputs.with(W, self.form.stored(&operand)),
            (W, [_]) => inputs.with(W, operand.as_matrix(Lie::Row)),
            // A bias is one number an output, however it was written.
            (B, [size] | [1, size] | [size, 1]) if *size == inputs.sizes().outputs => {
                inputs.with(B, operand.as_vector(Lie::Row))
            }
            _ => return None,
        };
        fits.then_some(next)
    }
}
