//! The steps of a softmax or log-softmax, row by row and, within a row, phase by phase.
//!
//! The trace gives the order of the steps. The numbers are those of [`softmax::phases`](crate::softmax::phases), which
//! have the bits of the operation itself in every precision. [`Trace::value`] is the number that a step has produced.

use super::Grain;
use crate::softmax::sum::{BLOCK, LANES, PLAIN};
use crate::softmax::{Mode, Options, Phases};
use core::ops::Range;

/// What a stretch of steps does to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Each logit is divided by the temperature; left out at a temperature of 1.
    Scale,
    /// The largest logit is found; left out in naive mode.
    Max,
    /// The largest logit is subtracted from each; left out in naive mode.
    Shift,
    /// e to the power of each.
    Exp,
    /// The powers are added up: to one running sum, or, if there are more than [`PLAIN`], to several partial sums.
    Sum,
    /// The partial sums are added up, in one step; left out unless there are several.
    Combine,
    /// Softmax: each power is divided by the sum; in a row of more than [`PLAIN`], multiplied by its inverse.
    Divide,
    /// Log-softmax: the logarithm of the sum is taken, in one step.
    Log,
    /// Log-softmax: that logarithm is subtracted from each (shifted) logit.
    Subtract,
}

impl Phase {
    /// Whether the phase takes one step, whatever the grain: it works on the row as a whole.
    pub fn is_single(self) -> bool {
        matches!(self, Phase::Combine | Phase::Log)
    }
}

/// Which operation is walked through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Output {
    /// Probabilities.
    #[default]
    Softmax,
    /// Their logarithms.
    LogSoftmax,
}

/// One step: one phase of some elements of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The row.
    pub row: usize,
    /// What is done.
    pub phase: Phase,
    /// To which of the row's elements, in ascending order.
    pub elements: Range<usize>,
}

impl Step {
    /// Whether this step works on the element.
    pub fn touches(&self, row: usize, element: usize) -> bool {
        self.row == row && self.elements.contains(&element)
    }
}

/// The walk through a softmax or log-softmax.
///
/// ```
/// use matwalk_core::softmax::{self, Options};
/// use matwalk_core::trace::{Grain, softmax::{Output, Phase, Trace}};
/// let (logits, options) = ([1.0, 2.0, 3.0], Options::default());
/// let trace = Trace::new(1, 3, options, Output::Softmax, Grain::Fine);
/// assert_eq!(trace.len(), 15);
/// assert_eq!(trace.step(3).unwrap().phase, Phase::Shift);
/// let phases = softmax::phases(&logits, options);
/// // After 4 steps the first logit is shifted, the second is not yet.
/// assert_eq!(trace.value(&phases, 4, 0, Phase::Shift, 0), Some(-2.0));
/// assert_eq!(trace.value(&phases, 4, 0, Phase::Shift, 1), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// How many rows there are: each is a softmax of its own.
    pub rows: usize,
    /// How many elements a row has.
    pub size: usize,
    /// Whether the logits are divided by a temperature other than 1.
    pub scales: bool,
    /// Whether the largest logit is subtracted.
    pub mode: Mode,
    /// Which operation it is.
    pub output: Output,
    /// How much one step does: one element, or a whole phase.
    pub grain: Grain,
}

impl Trace {
    /// The walk through `rows` rows of `size` elements each. Sizes of zero are legal and give a walk without steps.
    pub fn new(rows: usize, size: usize, options: Options, output: Output, grain: Grain) -> Trace {
        Trace { rows, size, scales: options.temperature != 1.0, mode: options.mode, output, grain }
    }

    /// The phases of each row, in their order.
    pub fn phases(&self) -> impl Iterator<Item = Phase> {
        use Phase::{Combine, Divide, Exp, Log, Max, Scale, Shift, Subtract, Sum};
        let trace = *self;
        [Scale, Max, Shift, Exp, Sum, Combine, Divide, Log, Subtract].into_iter().filter(move |phase| match phase {
            Scale => trace.scales,
            Max | Shift => trace.mode == Mode::Stable,
            Exp | Sum => true,
            Combine => trace.size > PLAIN,
            Divide => trace.output == Output::Softmax,
            Log | Subtract => trace.output == Output::LogSoftmax,
        })
    }

    /// How many steps the phase takes in each row.
    pub fn phase_len(&self, phase: Phase) -> usize {
        if phase.is_single() || self.grain == Grain::Coarse { self.size.min(1) } else { self.size }
    }

    /// How many steps one row takes.
    pub fn row_len(&self) -> usize {
        self.phases().map(|phase| self.phase_len(phase)).fold(0, usize::saturating_add)
    }

    /// How many steps there are; `usize::MAX` if there are more.
    pub fn len(&self) -> usize {
        self.rows.saturating_mul(self.row_len())
    }

    /// Whether there are no steps: no rows, or rows without elements.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What step `index` does, counted from 0; `None` at or past [`Trace::len`].
    pub fn step(&self, index: usize) -> Option<Step> {
        if index >= self.len() {
            return None;
        }
        let (row, mut at) = (index / self.row_len(), index % self.row_len());
        for phase in self.phases() {
            let steps = self.phase_len(phase);
            if at < steps {
                let elements = if steps == self.size { at..at + 1 } else { 0..self.size };
                return Some(Step { row, phase, elements });
            }
            at -= steps;
        }
        None
    }

    /// The step of the whole walk in which a row's phase begins; `None` if the walk has no such row or phase.
    fn begins(&self, row: usize, phase: Phase) -> Option<usize> {
        self.phases().find(|&p| p == phase && row < self.rows)?;
        let before: usize = self.phases().take_while(|&p| p != phase).map(|p| self.phase_len(p)).sum();
        Some(row.saturating_mul(self.row_len()).saturating_add(before))
    }

    /// How many elements of a row have been through a phase after `t` finished steps.
    pub fn elements_done(&self, t: usize, row: usize, phase: Phase) -> usize {
        let Some(begins) = self.begins(row, phase) else { return 0 };
        let steps = t.saturating_sub(begins);
        if steps >= self.phase_len(phase) { self.size } else { steps }
    }

    /// The smallest number of finished steps after which the element has been through the phase; `None` if the walk has
    /// no such row or phase.
    pub fn finished_at(&self, row: usize, phase: Phase, element: usize) -> Option<usize> {
        let steps = self.phase_len(phase);
        Some(self.begins(row, phase)?.saturating_add(if steps == self.size { element + 1 } else { steps }))
    }

    /// How many partial sums a row has: one up to [`PLAIN`] elements, none for an empty row.
    pub fn partial_sums(&self) -> usize {
        match self.size {
            0 => 0,
            1..=PLAIN => 1,
            size => (size - 1) / BLOCK * LANES + ((size - 1) % BLOCK + 1).min(LANES),
        }
    }

    /// To which partial sum the element is added: always 0 up to [`PLAIN`] elements, else one of [`LANES`] for each
    /// block of [`BLOCK`] elements.
    pub fn partial_sum_of(&self, element: usize) -> usize {
        if self.size <= PLAIN { 0 } else { element / BLOCK * LANES + element % BLOCK % LANES }
    }

    /// What the phase made of a row's element, if it has been through it after `t` finished steps; `phases` are that
    /// row's, computed with the options of this walk.
    ///
    /// For a phase that gathers, it is what had been gathered when the element came: in [`Phase::Max`] the largest
    /// logit so far, in [`Phase::Sum`] the element's partial sum. For a phase of a single step it is the row's one
    /// number: the sum, or its logarithm.
    pub fn value(&self, phases: &Phases, t: usize, row: usize, phase: Phase, element: usize) -> Option<f64> {
        if element >= self.elements_done(t, row, phase) {
            return None;
        }
        match phase {
            Phase::Scale => phases.logits.get(element).copied(),
            Phase::Max => phases.logits.get(..=element).map(largest),
            Phase::Shift => phases.shifted.get(element).copied(),
            Phase::Exp => phases.exps.get(element).copied(),
            Phase::Sum => phases.partial_sums.get(element).copied(),
            Phase::Combine => Some(phases.sum),
            Phase::Divide => phases.quotients.get(element).copied(),
            Phase::Log => Some(phases.log_sum()),
            Phase::Subtract => {
                phases.shifted.get(element).map(|z| phases.options.precision.round(z - phases.log_sum()))
            }
        }
    }

    /// What a gathering phase has come to in a row after `t` finished steps; `None` before its first one. For
    /// [`Phase::Max`] the largest logit so far, for [`Phase::Sum`] the partial sum that was added to last: up to
    /// [`PLAIN`] elements, the running sum.
    pub fn gathered(&self, phases: &Phases, t: usize, row: usize, phase: Phase) -> Option<f64> {
        let last = self.elements_done(t, row, phase).checked_sub(1)?;
        self.value(phases, t, row, phase, last)
    }
}

/// The largest number, NaN apart; as [`Phases::max`] has it, +0 for a zero of either sign.
fn largest(logits: &[f64]) -> f64 {
    logits.iter().fold(f64::NEG_INFINITY, |max, &z| if max < z { z } else { max }) + 0.0
}
