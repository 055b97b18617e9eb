//! A row's softmax, phase by phase.

use super::options::{Mode, Options};
use super::sum;

/// What a softmax of one row computes, phase by phase. All numbers are values of the chosen precision, carried in f64.
#[derive(Clone, Debug, PartialEq)]
pub struct Phases {
    /// How they were computed.
    pub options: Options,
    /// The logits, rounded to the precision and divided by the temperature.
    pub logits: Vec<f64>,
    /// The largest logit, NaN apart; none in naive mode and for an empty row. Where all are NaN, minus infinity.
    pub max: Option<f64>,
    /// Logits minus the largest; in naive mode the logits.
    pub shifted: Vec<f64>,
    /// e to the power of each.
    pub exps: Vec<f64>,
    /// For each exponential, its partial sum after it was added: the running sum up to [`sum::PLAIN`] terms, and one of
    /// the four partial sums of its block above that.
    pub partial_sums: Vec<f64>,
    /// The sum of the exponentials, in the order of [`sum`].
    pub sum: f64,
    /// The softmax: each exponential divided by the sum; with more than [`sum::PLAIN`] of them, times 1 over the sum,
    /// rounded.
    pub quotients: Vec<f64>,
}

impl Phases {
    pub(super) fn new(row: &[f64], options: Options) -> Phases {
        let Options { precision, mode, temperature } = options;
        let temperature = precision.round(temperature);
        let logits: Vec<f64> = row.iter().map(|&z| precision.round(precision.round(z) / temperature)).collect();
        let max = match mode {
            Mode::Stable if !logits.is_empty() => Some(largest(&logits)),
            _ => None,
        };
        let shifted: Vec<f64> = match max {
            Some(max) => logits.iter().map(|&z| precision.round(z - max)).collect(),
            None => logits.clone(),
        };
        let exps: Vec<f64> = shifted.iter().map(|&z| precision.exp(z)).collect();
        let (partial_sums, total) = sum::ordered(&exps, |a, b| precision.round(a + b));
        let quotients = if exps.len() <= sum::PLAIN {
            exps.iter().map(|&e| precision.round(e / total)).collect()
        } else {
            let inverse = precision.round(1.0 / total);
            exps.iter().map(|&e| precision.round(e * inverse)).collect()
        };
        Phases { options, logits, max, shifted, exps, partial_sums, sum: total, quotients }
    }

    /// The logarithm that log-softmax subtracts: ln(sum). In stable mode as ln(1 + rest), where the rest is the sum
    /// without the first term that is e^0 = 1, so that no digit of a small rest is lost.
    pub fn log_sum(&self) -> f64 {
        let precision = self.options.precision;
        match self.max {
            // Infinity minus infinity: every entry of the row is NaN.
            Some(max) if !max.is_finite() => f64::NAN,
            Some(max) => {
                let mut exps = self.exps.clone();
                if let Some(first) = self.logits.iter().position(|&z| z == max) {
                    exps[first] = 0.0;
                }
                precision.ln_1p(sum::ordered(&exps, |a, b| precision.round(a + b)).1)
            }
            None => precision.ln(self.sum),
        }
    }

    /// The log-softmax: each shifted logit minus [`Phases::log_sum`].
    pub fn log_softmax(&self) -> Vec<f64> {
        let log_sum = self.log_sum();
        self.shifted.iter().map(|&z| self.options.precision.round(z - log_sum)).collect()
    }
}

/// The largest number, NaN apart; minus infinity if there is none, and +0 for a zero of either sign.
fn largest(row: &[f64]) -> f64 {
    row.iter().fold(f64::NEG_INFINITY, |max, &z| if max < z { z } else { max }) + 0.0
}
