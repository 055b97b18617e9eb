//! Input, weight and bias, and the verdict of the shape rule on them.

use crate::lesson::operand::{Lie, Operand};
use crate::screen::Slot;
use matwalk_core::Shape;
use matwalk_core::rule::{self, LinearError, LinearPlan};

/// The input.
pub const X: Slot = Slot("x");
/// The weight.
pub const W: Slot = Slot("w");
/// The bias.
pub const B: Slot = Slot("b");
/// The result.
pub const Y: Slot = Slot("y");

/// The most samples.
pub const MAX_SAMPLES: usize = 6;
/// The most inputs, and the most outputs.
pub const MAX_WIDTH: usize = 8;

/// What a person can undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The input: (in,) or (samples, in), one sample a row, however it is drawn.
    pub x: Operand,
    /// The weight as PyTorch stores it, (out, in), however it is drawn.
    pub weight: Operand,
    /// One value an output; `None` for a layer without.
    pub bias: Option<Operand>,
}

/// The sizes, whether or not they go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// How many samples.
    pub samples: usize,
    /// How many numbers each sample has.
    pub width: usize,
    /// How many numbers the layer takes.
    pub inputs: usize,
    /// How many outputs it gives.
    pub outputs: usize,
}

impl Inputs {
    /// The sizes.
    pub fn sizes(&self) -> Sizes {
        let (samples, width) = self.x.paper(Lie::Row);
        let (outputs, inputs) = self.weight.paper(Lie::Row);
        Sizes { samples, width, inputs, outputs }
    }

    /// The shape rule's verdict.
    ///
    /// # Errors
    /// Why the three make no layer.
    pub fn plan(&self) -> Result<LinearPlan, LinearError> {
        rule::linear(self.x.shape(), self.weight.shape(), self.bias.as_ref().map(Operand::shape))
    }

    /// The operand of a slot.
    pub fn get(&self, slot: Slot) -> Option<&Operand> {
        match slot {
            X => Some(&self.x),
            W => Some(&self.weight),
            B => self.bias.as_ref(),
            _ => None,
        }
    }

    /// The same with another operand there. A bias has as many values as the layer has outputs: it follows the weight.
    #[must_use]
    pub fn with(&self, slot: Slot, operand: Operand) -> Inputs {
        let mut next = self.clone();
        match slot {
            X => next.x = operand,
            W => next.weight = operand,
            B => next.bias = Some(operand),
            _ => {}
        }
        let outputs = next.sizes().outputs;
        next.bias = next.bias.map(|bias| bias.resized(Lie::Row, 1, outputs));
        next
    }

    /// Whether every cell can be read.
    pub fn is_sound(&self) -> bool {
        [X, W, B].into_iter().filter_map(|slot| self.get(slot)).all(Operand::is_sound)
    }

    /// A value by place; `None` where there is none or it can't be read.
    pub fn x_at(&self, sample: usize, input: usize) -> Option<f32> {
        let Sizes { samples, width, .. } = self.sizes();
        (sample < samples && input < width).then(|| self.x.value(sample * width + input).ok())?
    }

    /// See [`Inputs::x_at`].
    pub fn weight_at(&self, output: usize, input: usize) -> Option<f32> {
        let Sizes { inputs, outputs, .. } = self.sizes();
        (output < outputs && input < inputs).then(|| self.weight.value(output * inputs + input).ok())?
    }

    /// See [`Inputs::x_at`].
    pub fn bias_at(&self, output: usize) -> Option<f32> {
        self.bias.as_ref()?.value(output).ok()
    }

    /// With as many samples; one sample becomes a matrix only when there are more.
    #[must_use]
    pub fn with_samples(&self, samples: usize) -> Inputs {
        let x = match (self.x.is_vector(), samples) {
            (true, 1) => return self.clone(),
            (true, _) => self.x.as_matrix(Lie::Row).resized(Lie::Row, samples, self.sizes().width),
            (false, 1) => self.x.as_vector(Lie::Row),
            (false, _) => self.x.resized(Lie::Row, samples, self.sizes().width),
        };
        // A matrix of several rows is cut to its first, not read along its only column.
        let first = || self.x.resized(Lie::Row, 1, self.sizes().width).as_vector(Lie::Row);
        Inputs { x: if samples == 1 && !self.x.is_vector() { first() } else { x }, ..self.clone() }
    }

    /// With samples of another width.
    #[must_use]
    pub fn with_width(&self, width: usize) -> Inputs {
        let samples = self.sizes().samples;
        Inputs { x: self.x.resized(Lie::Row, samples, width), ..self.clone() }
    }

    /// With another number of inputs or outputs of the layer.
    #[must_use]
    pub fn with_layer(&self, inputs: usize, outputs: usize) -> Inputs {
        self.with(W, self.weight.resized(Lie::Row, outputs, inputs))
    }

    /// Zeros for a bias that is added anew.
    pub fn blank_bias(&self) -> Option<Operand> {
        let shape = Shape::vector(self.sizes().outputs).ok()?;
        Some(matwalk_core::Tensor::zeros(shape).ok()?.into())
    }
}
