//! What a person changes: links, choices, jumps, the pair in front.

use super::address::Linked;
use super::example::EXAMPLES;
use super::inputs::{Inputs, Op};
use super::measured::{CURSOR, EDGES, PAIRS};
use super::model::{Batch, Reading};
use super::progress::Lane;
use crate::lesson::edits::Edits;
use crate::screen::Change;
use matwalk_core::trace::Grain;

impl Batch {
    pub(super) fn link(&mut self, linked: Linked) {
        let Linked { inputs, grain, front, alone, reading, edge, t } = linked;
        if inputs != *self.edits.now() {
            self.edits = Edits::new(inputs.clone());
        }
        if inputs != self.opened.0 {
            let same = |example: &super::example::Example| example.inputs() == inputs;
            self.opened = (inputs.clone(), EXAMPLES.iter().position(same));
        }
        (self.grain, self.picked, self.alone, self.t) = (grain, front, alone, 0);
        (self.reading, self.edge) = (reading, edge);
        self.solve();
        match reading {
            Reading::Steps => self.go(t.unwrap_or(0)),
            Reading::Measure => self.cursor = t.unwrap_or(CURSOR).min(PAIRS.len() - 1),
        }
    }

    pub(super) fn choose(&mut self, setting: &str, choice: usize) -> Change {
        match (setting, choice) {
            ("op", 0 | 1) => {
                let next = Inputs { op: Op::ALL[choice], ..self.inputs().clone() };
                return self.change(next);
            }
            ("workers", 0 | 1) => self.alone = choice == 0,
            ("view", 0) => {
                self.reading = Reading::Steps;
                self.measured.stop();
            }
            ("view", 1) => self.reading = Reading::Measure,
            ("edge", _) if choice < EDGES.len() => {
                self.edge = choice;
                self.measured.stop();
            }
            ("grain", 0 | 1) => {
                let old = self.trace(Lane::Loop).map_or(1, |trace| trace.pair_len().max(1));
                let pair = self.t.saturating_sub(1) / old;
                self.grain = Grain::ALL[choice];
                let unit = self.trace(Lane::Loop).map_or(1, |trace| trace.pair_len().max(1));
                // The same pair; of its cells as many as one tick of the new grain has at least.
                let within = self.t - pair * old;
                let t = if self.t == 0 { 0 } else { pair * unit + (within * unit).div_ceil(old) };
                self.go(t);
            }
            _ => return Change::Nothing,
        }
        Change::All
    }

    /// The tick that finishes a cell in a lane.
    pub(super) fn jump_to(&mut self, lane: Lane, pair: usize, row: usize, col: usize) -> Change {
        let Some(trace) = self.trace(lane).filter(|trace| !trace.is_empty() && pair < trace.pairs()) else {
            return Change::Nothing;
        };
        let tick = trace.finished_at(pair, row.min(trace.plan.m - 1), col.min(trace.plan.n - 1));
        // Its pair comes to the front, where the sum is read. The loop's is there by itself.
        self.picked = None;
        self.go(tick);
        if self.front_pair() != pair {
            self.picked = Some(pair);
            self.bring();
        }
        Change::Step
    }

    /// Brings a pair to the front; the one that is there already lets the loop's come again.
    pub(super) fn pick(&mut self, pair: usize) -> Change {
        if pair >= self.inputs().pairs() {
            return Change::Nothing;
        }
        self.picked = if self.picked == Some(pair) { None } else { Some(pair) };
        self.bring();
        Change::Step
    }
}
