//! The lesson's state: two stacks, how far loop and batch have come, and which pair is in front.

use super::address::Linked;
use super::example::EXAMPLES;
use super::inputs::{A, B, Inputs, Op, own_sheet, sheet, sizes};
use super::measured::{CURSOR, EDGES, Measured, PAIRS};
use super::progress::Lane;
use super::solved::{Answer, Solved};
use crate::lesson::edits::Edits;
use crate::lesson::operand::Operand;
use crate::screen::{Change, Slot};
use matwalk_core::trace::Grain;
use std::sync::Arc;

/// What is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// Loop and batch, tick by tick.
    #[default]
    Steps,
    /// Their times on this device.
    Measure,
}

/// The state from which everything on the screen follows.
pub struct Batch {
    pub(super) edits: Edits<Inputs>,
    /// What Reset goes back to, and its example.
    opened: (Inputs, Option<usize>),
    /// How much a tick does: a cell of each pair at work, or a whole pair.
    pub grain: Grain,
    /// What is read.
    pub reading: Reading,
    /// The size that is measured, as its place in the list.
    pub edge: usize,
    /// The place of N that is looked at.
    pub cursor: usize,
    /// What was measured.
    pub measured: Measured,
    /// Finished ticks of the loop.
    pub t: usize,
    /// The pair that was brought to the front; without one, the loop's.
    pub picked: Option<usize>,
    /// Whether the batch has one worker, as this page has; else one for each pair.
    pub alone: bool,
    pub(super) solved: Arc<Solved>,
    /// The matrices in front.
    pub(super) front: [Operand; 2],
}

impl Default for Batch {
    fn default() -> Batch {
        let inputs = EXAMPLES[0].inputs();
        Batch {
            solved: Arc::new(Solved::of(&inputs)),
            front: [sheet(&inputs.a, 0), sheet(&inputs.b, 0)],
            edits: Edits::new(inputs.clone()),
            opened: (inputs, Some(0)),
            grain: Grain::Fine,
            reading: Reading::Steps,
            edge: 0,
            cursor: CURSOR,
            measured: Measured::default(),
            t: 0,
            picked: None,
            alone: false,
        }
    }
}

impl Batch {
    /// The operands.
    pub fn inputs(&self) -> &Inputs {
        self.edits.now()
    }

    /// The products, where there are some.
    pub fn answer(&self) -> Option<&Answer> {
        self.solved.answer.as_ref().ok()
    }

    /// Where the matrix in front begins in its stack.
    pub(super) fn offset(&self, slot: Slot) -> usize {
        let Some(operand) = self.inputs().get(slot) else { return 0 };
        let [_, rows, cols] = sizes(operand);
        own_sheet(operand, self.front_pair()) * rows * cols
    }

    pub(super) fn go(&mut self, t: usize) {
        self.t = t.min(self.ticks(Lane::Loop).1);
        self.bring();
    }

    /// Takes the matrices in front out of their stacks.
    fn bring(&mut self) {
        let pair = self.front_pair();
        let front = [A, B].map(|slot| self.inputs().get(slot).map(|operand| sheet(operand, pair)));
        if let [Some(a), Some(b)] = front {
            self.front = [a, b];
        }
    }

    pub(super) fn solve(&mut self) {
        self.solved = Arc::new(Solved::of(self.edits.now()));
        let pairs = self.inputs().pairs();
        self.picked = self.picked.filter(|pair| *pair < pairs);
        self.go(self.t);
    }

    pub(super) fn change(&mut self, next: Inputs) -> Change {
        if self.edits.change(next) {
            self.solve();
        }
        Change::All
    }

    pub(super) fn open(&mut self, inputs: Inputs, example: Option<usize>) -> Change {
        self.opened = (inputs.clone(), example);
        (self.t, self.picked, self.reading, self.measured.running) = (0, None, Reading::Steps, None);
        self.edits.change(inputs);
        self.solve();
        Change::All
    }

    pub(super) fn reset(&mut self) -> Change {
        let (inputs, example) = self.opened.clone();
        self.open(inputs, example)
    }

    /// The example that is open and unchanged.
    pub(super) fn example(&self) -> Option<usize> {
        self.opened.1.filter(|_| *self.edits.now() == self.opened.0)
    }

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
            ("view", 0) => (self.reading, self.measured.running) = (Reading::Steps, None),
            ("view", 1) => self.reading = Reading::Measure,
            ("edge", _) if choice < EDGES.len() => (self.edge, self.measured.running) = (choice, None),
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
        self.go(trace.finished_at(pair, row.min(trace.plan.m - 1), col.min(trace.plan.n - 1)));
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
