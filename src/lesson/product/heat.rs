//! What heat maps show. A step of a large product adds to a few of tens of thousands of cells, so the sums are carried
//! from moment to moment instead of being computed anew.

use super::inputs::{B, Inputs};
use super::solved::Answer;
use crate::lesson::operand::Operand;
use crate::screen::Slot;
use crate::screen::scene::Heat;
use matwalk_core::trace::matmul::Trace;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// What has been computed for the present inputs and order of steps. It is only a cache: made anew, it shows the same.
#[derive(Default)]
pub struct Progress {
    lhs: Mutex<Option<Heat>>,
    rhs: Mutex<Option<Heat>>,
    sums: Mutex<Option<Sums>>,
}

impl Progress {
    /// An operand's values.
    pub fn operand(&self, slot: Slot, operand: &Operand) -> Heat {
        let mut kept = if slot == B { &self.rhs } else { &self.lhs }.lock().unwrap_or_else(PoisonError::into_inner);
        let heat = || Heat {
            values: Arc::new((0..operand.shape().numel()).map(|index| operand.value(index).ok()).collect()),
            scale: scale_of(operand.tensor().data()),
        };
        kept.get_or_insert_with(heat).clone()
    }

    /// The result's sums after `t` steps.
    pub fn result(&self, inputs: &Inputs, trace: &Trace, answer: &Answer, t: usize) -> Heat {
        let mut kept = self.sums.lock().unwrap_or_else(PoisonError::into_inner);
        let sums = kept.get_or_insert_with(|| Sums::start(trace, scale_of(answer.out.data())));
        if sums.t > t {
            sums.go_back(inputs, trace, answer, t);
        } else {
            sums.go_on(inputs, trace, answer, t);
        }
        Heat { values: sums.shown.clone(), scale: sums.scale }
    }
}

struct Sums {
    t: usize,
    sums: Vec<f32>,
    /// The sums that have begun and can be known.
    shown: Arc<Vec<Option<f32>>>,
    scale: f32,
}

impl Sums {
    fn start(trace: &Trace, scale: f32) -> Sums {
        let cells = trace.m * trace.n;
        // A sum of nothing is there from the start.
        let first = (trace.k == 0).then_some(0.0);
        Sums { t: 0, sums: vec![0.0; cells], shown: Arc::new(vec![first; cells]), scale }
    }

    /// A sum can't be undone: what differs is computed anew, cell by cell, unless it is finished or not begun.
    fn go_back(&mut self, inputs: &Inputs, trace: &Trace, answer: &Answer, t: usize) {
        let (lhs, rhs) = (inputs.lhs.tensor().data(), inputs.rhs.tensor().data());
        let before = std::mem::replace(&mut self.t, t);
        let shown = Arc::make_mut(&mut self.shown);
        for (index, (sum, shown)) in self.sums.iter_mut().zip(shown).enumerate() {
            let (row, col) = (index / trace.n, index % trace.n);
            let done = trace.terms_done(t, row, col);
            if done == trace.terms_done(before, row, col) {
                continue;
            }
            *sum = trace.partial(lhs, rhs, t, row, col);
            *shown = (done > 0 && !answer.blocks(row, col)).then_some(*sum);
        }
    }

    fn go_on(&mut self, inputs: &Inputs, trace: &Trace, answer: &Answer, t: usize) {
        if self.t == t {
            return;
        }
        let steps = self.t..t;
        trace.run(inputs.lhs.tensor().data(), inputs.rhs.tensor().data(), steps.clone(), &mut self.sums);
        self.t = t;
        let shown = Arc::make_mut(&mut self.shown);
        let mut show = |row: usize, col: usize| {
            let index = row * trace.n + col;
            shown[index] = (!answer.blocks(row, col)).then_some(self.sums[index]);
        };
        let cells =
            |rows: Range<usize>, cols: Range<usize>| rows.flat_map(move |row| cols.clone().map(move |col| (row, col)));
        if steps.len() > self.sums.len() {
            cells(0..trace.m, 0..trace.n)
                .filter(|&(row, col)| trace.terms_done(t, row, col) > 0)
                .for_each(|(row, col)| show(row, col));
        } else {
            for step in steps.filter_map(|index| trace.step(index)) {
                cells(step.rows, step.cols).for_each(|(row, col)| show(row, col));
            }
        }
    }
}

/// The largest finite magnitude, which colours are scaled to.
fn scale_of(values: &[f32]) -> f32 {
    values.iter().filter(|value| value.is_finite()).fold(0.0, |most, value| most.max(value.abs()))
}
