//! The steps of a linear layer y = x Wᵀ + b, output by output: its products in ascending order of the inputs, from +0,
//! and then its bias as a step of its own.
//!
//! The result has the bits of [`crate::reference::linear`]. The augmented product [x 1] [W b]ᵀ, whose last product is the
//! bias times 1, has the same bits.

use super::Grain;
use core::ops::Range;

/// What a step adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// `x[row, i] * weight[output, i]` for each i of these inputs, in ascending order.
    Products(Range<usize>),
    /// `bias[output]`.
    Bias,
}

/// One step: it adds to one cell of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The row of x and of the result: which input vector.
    pub row: usize,
    /// The column of the result, row of the weight and element of the bias: which output.
    pub output: usize,
    /// What is added.
    pub part: Part,
}

impl Step {
    /// Whether this step adds to `y[row, output]`.
    pub fn touches(&self, row: usize, output: usize) -> bool {
        (self.row, self.output) == (row, output)
    }

    /// Whether this step reads `x[row, input]`.
    pub fn reads_x(&self, row: usize, input: usize) -> bool {
        self.row == row && self.multiplies(input)
    }

    /// Whether this step reads `weight[output, input]`.
    pub fn reads_weight(&self, output: usize, input: usize) -> bool {
        self.output == output && self.multiplies(input)
    }

    /// Whether this step reads `bias[output]`.
    pub fn reads_bias(&self, output: usize) -> bool {
        self.output == output && self.part == Part::Bias
    }

    fn multiplies(&self, input: usize) -> bool {
        matches!(&self.part, Part::Products(inputs) if inputs.contains(&input))
    }
}

/// The walk through a linear layer.
///
/// ```
/// use matwalk_core::trace::{Grain, linear::{Part, Trace}};
/// let (x, weight, bias) = ([1., 2.], [3., 4., 5., 6.], [10., 20.]);
/// let trace = Trace::new(1, 2, 2, true, Grain::Fine);
/// assert_eq!(trace.len(), 6);
/// assert_eq!(trace.step(2).unwrap().part, Part::Bias);
/// let y0 = |t| trace.partial(&x, &weight, Some(&bias), t, 0, 0);
/// assert_eq!([0, 1, 2, 3].map(y0), [0., 3., 11., 21.]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// How many input vectors there are.
    pub rows: usize,
    /// How many numbers each has.
    pub inputs: usize,
    /// How many outputs each gives.
    pub outputs: usize,
    /// Whether a bias is added.
    pub has_bias: bool,
    /// How much one step does: one product, or all the products of an output. The bias is a step of its own in both.
    pub grain: Grain,
}

impl Trace {
    /// The walk through (rows, inputs) times (outputs, inputs) transposed, with or without a bias (outputs). Sizes of
    /// zero are legal; a layer without inputs still adds its bias.
    pub fn new(rows: usize, inputs: usize, outputs: usize, has_bias: bool, grain: Grain) -> Trace {
        Trace { rows, inputs, outputs, has_bias, grain }
    }

    /// How many steps of products an output takes, before its bias.
    pub(super) fn product_steps(&self) -> usize {
        match self.grain {
            Grain::Fine => self.inputs,
            Grain::Coarse => self.inputs.min(1),
        }
    }

    /// How many steps one output takes.
    pub fn output_len(&self) -> usize {
        self.product_steps() + usize::from(self.has_bias)
    }

    /// How many terms one output is the sum of: its products, and its bias if there is one.
    pub fn terms(&self) -> usize {
        self.inputs + usize::from(self.has_bias)
    }

    /// The row-major index of an output; `usize::MAX` if it is larger.
    fn cell(&self, row: usize, output: usize) -> usize {
        row.saturating_mul(self.outputs).saturating_add(output)
    }

    /// How many steps there are; `usize::MAX` if there are more.
    pub fn len(&self) -> usize {
        self.rows.saturating_mul(self.outputs).saturating_mul(self.output_len())
    }

    /// Whether there are no steps: no outputs, or nothing to add to them.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What step `index` does, counted from 0; `None` at or past [`Trace::len`].
    pub fn step(&self, index: usize) -> Option<Step> {
        if index >= self.len() {
            return None;
        }
        let (cell, within) = (index / self.output_len(), index % self.output_len());
        let part = match self.grain {
            _ if within == self.product_steps() => Part::Bias,
            Grain::Fine => Part::Products(within..within + 1),
            Grain::Coarse => Part::Products(0..self.inputs),
        };
        Some(Step { row: cell / self.outputs, output: cell % self.outputs, part })
    }

    /// How many of its [`terms`](Trace::terms) `y[row, output]` holds after `t` finished steps. The bias is the last
    /// one.
    pub fn terms_done(&self, t: usize, row: usize, output: usize) -> usize {
        let steps = t.saturating_sub(self.cell(row, output).saturating_mul(self.output_len()));
        let products = match self.grain {
            Grain::Fine => steps.min(self.inputs),
            Grain::Coarse if steps > 0 => self.inputs,
            Grain::Coarse => 0,
        };
        products + usize::from(self.has_bias && steps > self.product_steps())
    }

    /// The smallest number of finished steps after which `y[row, output]` holds all its terms.
    pub fn finished_at(&self, row: usize, output: usize) -> usize {
        match self.output_len() {
            0 => 0,
            steps => self.cell(row, output).saturating_add(1).saturating_mul(steps),
        }
    }

    /// What `y[row, output]` holds after `t` finished steps, from the row-major values of x, weight and bias. The bias
    /// is not looked at unless the walk has one.
    pub fn partial(&self, x: &[f32], weight: &[f32], bias: Option<&[f32]>, t: usize, row: usize, output: usize) -> f32 {
        let done = self.terms_done(t, row, output);
        let (x, weight) = (&x[row * self.inputs..], &weight[output * self.inputs..]);
        let sum = x.iter().zip(weight).take(done.min(self.inputs)).fold(0.0, |sum, (x, w)| sum + x * w);
        match bias {
            Some(bias) if done > self.inputs => sum + bias[output],
            _ => sum,
        }
    }

    /// Performs the steps `range` on `out` (rows, outputs), row-major: from `+0` and step 0 this is every partial result
    /// there is; from the partial result after `range.start` steps it goes on where that left off, with the same bits.
    pub fn run(&self, x: &[f32], weight: &[f32], bias: Option<&[f32]>, range: Range<usize>, out: &mut [f32]) {
        for index in range.start..range.end.min(self.len()) {
            let Some(Step { row, output, part }) = self.step(index) else { return };
            let y = &mut out[row * self.outputs + output];
            match part {
                Part::Products(inputs) => {
                    for i in inputs {
                        *y += x[row * self.inputs + i] * weight[output * self.inputs + i];
                    }
                }
                Part::Bias => *y += bias.map_or(0.0, |bias| bias[output]),
            }
        }
    }
}
