//! A softmax on paper, for tests of its walk.

use matwalk_core::softmax::Options;
use matwalk_core::trace::softmax::Phase;

/// What a learner with pencil and paper has after each step, going by the steps' descriptions only: the arithmetic of
/// the precision, but none of the softmax code.
pub struct Paper {
    pub options: Options,
    pub input: Vec<f64>,
    /// The current number of each element: logit, shifted, power, result.
    pub current: Vec<f64>,
    pub logits: Vec<f64>,
    pub shifted: Vec<f64>,
    pub max: Option<f64>,
    pub sums: Vec<f64>,
    /// The total, or its logarithm.
    pub total: Option<f64>,
    pub done: Vec<(Phase, usize, f64)>,
}

impl Paper {
    pub fn new(input: &[f64], options: Options, sums: usize) -> Paper {
        let start: Vec<f64> = input.iter().map(|&z| options.precision.round(z)).collect();
        Paper {
            options,
            input: start.clone(),
            current: start.clone(),
            logits: start.clone(),
            shifted: start,
            max: None,
            sums: vec![0.0; sums],
            total: None,
            done: Vec::new(),
        }
    }

    pub fn perform(&mut self, phase: Phase, element: usize, sum_of: usize) {
        let precision = self.options.precision;
        let x = self.current[element];
        let result = match phase {
            Phase::Scale => {
                self.current[element] =
                    precision.round(self.input[element] / precision.round(self.options.temperature));
                self.logits[element] = self.current[element];
                self.shifted[element] = self.current[element];
                self.current[element]
            }
            Phase::Max => {
                let max = self.max.unwrap_or(f64::NEG_INFINITY);
                // NaN is no candidate, and no zero is negative.
                self.max = Some(if x > max { x } else { max } + 0.0);
                self.max.unwrap()
            }
            Phase::Shift => {
                self.current[element] = precision.round(x - self.max.unwrap());
                self.shifted[element] = self.current[element];
                self.current[element]
            }
            Phase::Exp => {
                self.current[element] = precision.exp(x);
                self.current[element]
            }
            Phase::Sum => {
                self.sums[sum_of] = precision.round(self.sums[sum_of] + x);
                self.sums[sum_of]
            }
            Phase::Divide => {
                self.current[element] = match self.total {
                    // A long row's powers are multiplied by the inverse of the sum.
                    Some(total) => precision.round(x * precision.round(1.0 / total)),
                    None => precision.round(x / self.sums[0]),
                };
                self.current[element]
            }
            Phase::Subtract => precision.round(self.shifted[element] - self.total.unwrap()),
            Phase::Combine | Phase::Log => unreachable!("a single step"),
        };
        self.done.push((phase, element, result));
    }

    /// All partial sums, in the documented order.
    pub fn combine(&mut self) {
        let add = |a: f64, b: f64| self.options.precision.round(a + b);
        let totals: Vec<f64> = self.sums.chunks(4).map(|p| add(add(p[0], p[2]), add(p[1], p[3]))).collect();
        self.total = Some(tree(&totals, &add));
    }
}

/// Neighbours make pairs, pairs make pairs of pairs, and what is left at the end is added from the last to the first:
/// the largest power of two of blocks, plus the rest by the same rule.
fn tree(totals: &[f64], add: &impl Fn(f64, f64) -> f64) -> f64 {
    match totals {
        [] => 0.0,
        [one] => *one,
        _ => {
            let half = totals.len().next_power_of_two() / 2;
            add(tree(&totals[..half], add), tree(&totals[half..], add))
        }
    }
}
