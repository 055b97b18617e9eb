//! What a step of a linear layer reads and writes.

use super::{Progress, Region, Slot, Touch, Walk, of_terms};
use crate::trace::linear::{Part, Step, Trace};

impl Trace {
    fn one_output(&self, row: usize, output: usize, reads: Vec<Region>) -> Touch {
        Touch { reads, writes: vec![Region::new(Slot::Out, [row..row + 1, output..output + 1])] }
    }
}

/// The tensors are x (rows, inputs), the weight (outputs, inputs), the bias (outputs) if there is one, and the result
/// (rows, outputs).
impl Walk for Trace {
    fn len(&self) -> usize {
        Trace::len(self)
    }

    fn tensors(&self) -> Vec<Region> {
        let bias = self.has_bias.then(|| Region::of_vector(Slot::Bias, 0..self.outputs));
        let x = Region::new(Slot::Lhs, [0..self.rows, 0..self.inputs]);
        let weight = Region::new(Slot::Rhs, [0..self.outputs, 0..self.inputs]);
        let out = Region::new(Slot::Out, [0..self.rows, 0..self.outputs]);
        [x, weight].into_iter().chain(bias).chain([out]).collect()
    }

    fn touch(&self, t: usize) -> Option<Touch> {
        let Step { row, output, part } = self.step(t)?;
        let reads = match part {
            Part::Products(inputs) => vec![
                Region::new(Slot::Lhs, [row..row + 1, inputs.clone()]),
                Region::new(Slot::Rhs, [output..output + 1, inputs]),
            ],
            Part::Bias => vec![Region::of_vector(Slot::Bias, output..output + 1)],
        };
        Some(self.one_output(row, output, reads))
    }

    /// All that makes the output: its row of x, its row of the weight, and its bias if there is one.
    fn group(&self, t: usize) -> Option<Touch> {
        let Step { row, output, .. } = self.step(t)?;
        let mut reads = vec![
            Region::new(Slot::Lhs, [row..row + 1, 0..self.inputs]),
            Region::new(Slot::Rhs, [output..output + 1, 0..self.inputs]),
        ];
        reads.extend(self.has_bias.then(|| Region::of_vector(Slot::Bias, output..output + 1)));
        Some(self.one_output(row, output, reads))
    }

    fn progress(&self, t: usize, slot: Slot, index: &[usize]) -> Option<Progress> {
        let tensor = self.tensors().into_iter().find(|tensor| tensor.slot() == slot)?;
        match *index {
            _ if !tensor.contains(index) => None,
            [row, output] if slot == Slot::Out => Some(of_terms(self.terms_done(t, row, output), self.terms())),
            _ => Some(Progress::Done),
        }
    }
}
