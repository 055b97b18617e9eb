//! What the inputs decide once for all steps: the result, and the operands as they are drawn.

use super::inputs::{Inputs, Sizes};
use super::model::Form;
use crate::figure;
use crate::lesson::face::{Face, face};
use crate::lesson::operand::Operand;
use matwalk_core::rule::{LinearError, LinearPlan};
use matwalk_core::{Tensor, op};
use std::sync::Arc;

/// A layer that exists.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Sizes and shapes.
    pub plan: LinearPlan,
    /// The whole result, (samples, out) or (out,).
    pub out: Arc<Tensor>,
    blocked_samples: Vec<bool>,
    blocked_outputs: Vec<bool>,
}

impl Answer {
    /// Whether a cell that can't be read keeps an output from being computed.
    pub fn blocks(&self, sample: usize, output: usize) -> bool {
        self.blocked_samples.get(sample) == Some(&true) || self.blocked_outputs.get(output) == Some(&true)
    }
}

/// Everything that follows from inputs and form alone.
#[derive(Clone, Debug)]
pub struct Solved {
    /// The sizes.
    pub sizes: Sizes,
    /// The input as it is drawn: a sample is a column on paper, a row in PyTorch.
    pub x: Operand,
    /// The weight as it is drawn, and so multiplied: (out, in) on paper, (in, out) in PyTorch.
    pub weight: Operand,
    /// What the cells of x show.
    pub x_face: Face,
    /// What the cells of the weight show.
    pub weight_face: Face,
    /// What the cells of the bias show.
    pub bias_face: Option<Face>,
    /// The result, or why there is none.
    pub answer: Result<Answer, LinearError>,
    /// Characters of the widest number of the result, sums on the way included.
    pub chars: usize,
}

impl Solved {
    /// Solves the inputs.
    pub fn of(inputs: &Inputs, form: Form) -> Solved {
        let (x, weight) = match form {
            Form::Math => (inputs.x.transposed(), inputs.weight.clone()),
            Form::Torch => (inputs.x.clone(), inputs.weight.transposed()),
        };
        let answer = answer(inputs);
        Solved {
            sizes: inputs.sizes(),
            x_face: face(&x),
            weight_face: face(&weight),
            bias_face: inputs.bias.as_ref().map(face),
            chars: answer.as_ref().map_or(1, |answer| chars(inputs, answer)),
            x,
            weight,
            answer,
        }
    }
}

fn answer(inputs: &Inputs) -> Result<Answer, LinearError> {
    let plan = inputs.plan()?;
    let bias = inputs.bias.as_ref().map(|bias| bias.tensor().as_ref());
    let out = op::linear(inputs.x.tensor(), inputs.weight.tensor(), bias).map_err(|_| LinearError::TooLarge)?;
    let (mut samples, mut outputs) = (vec![false; plan.rows], vec![false; plan.out_features]);
    let inner = plan.in_features.max(1);
    inputs.x.unreadable().for_each(|(index, _)| samples[index / inner] = true);
    inputs.weight.unreadable().for_each(|(index, _)| outputs[index / inner] = true);
    inputs.bias.iter().flat_map(Operand::unreadable).for_each(|(index, _)| outputs[index] = true);
    Ok(Answer { plan, out: Arc::new(out), blocked_samples: samples, blocked_outputs: outputs })
}

/// The columns are as wide at every step as the widest sum on the way needs.
fn chars(inputs: &Inputs, answer: &Answer) -> usize {
    let (x, weight) = (inputs.x.tensor().data(), inputs.weight.tensor().data());
    let inner = answer.plan.in_features;
    let mut most = 1;
    for sample in 0..answer.plan.rows {
        for output in 0..answer.plan.out_features {
            let mut sum = 0.0;
            for input in 0..inner {
                sum += x[sample * inner + input] * weight[output * inner + input];
                most = most.max(figure::short(sum).chars().count());
            }
        }
    }
    answer.out.data().iter().fold(most, |most, value| most.max(figure::short(*value).chars().count()))
}
