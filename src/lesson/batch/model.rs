//! The lesson's state: two stacks, how far loop and batch have come, and which pair is in front.

use super::example::EXAMPLES;
use super::inputs::{A, B, Inputs, own_sheet, sheet, sizes};
use super::measured::{CURSOR, Measured};
use super::progress::Lane;
use super::solved::{Answer, Solved};
use super::{front, tile, timetable};
use crate::lesson::edits::Edits;
use crate::lesson::operand::Operand;
use crate::plot::{Kept, Very};
use crate::screen::{Change, Node, Slot};
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
    pub(super) opened: (Inputs, Option<usize>),
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
    /// The stacks that they were taken from, and which pair they are.
    pub(super) brought: Option<(Very<Solved>, usize)>,
    /// The stacks as they were drawn last.
    pub(super) stacks: Kept<front::State, front::Stacks>,
    /// The results as they were drawn last.
    pub(super) tiles: Kept<tile::State, Node>,
    /// The boxes of the timetable, as they were drawn last.
    pub(super) boxes: Kept<timetable::Plan, Node>,
}

impl Default for Batch {
    fn default() -> Batch {
        let inputs = EXAMPLES[0].inputs();
        Batch {
            solved: Arc::new(Solved::of(&inputs)),
            front: [sheet(&inputs.a, 0), sheet(&inputs.b, 0)],
            brought: None,
            stacks: Kept::default(),
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
            tiles: Kept::default(),
            boxes: Kept::default(),
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

    /// Takes the matrices in front out of their stacks, if others are to be there than now.
    pub(super) fn bring(&mut self) {
        let pair = self.front_pair();
        let wanted = Some((Very(self.solved.clone()), pair));
        if self.brought == wanted {
            return;
        }
        self.brought = wanted;
        let front = [A, B].map(|slot| self.inputs().get(slot).map(|operand| sheet(operand, pair)));
        if let [Some(a), Some(b)] = front {
            self.front = [a, b];
        }
    }

    pub(super) fn solve(&mut self) {
        self.solved = Arc::new(Solved::of(self.edits.now()));
        let pairs = self.inputs().pairs();
        self.picked = self.picked.filter(|pair| *pair < pairs);
        // Where there is no walk its place is kept, for when a change is taken back.
        if self.answer().is_some() {
            self.t = self.t.min(self.ticks(Lane::Loop).1);
        }
        self.bring();
    }

    pub(super) fn change(&mut self, next: Inputs) -> Change {
        if self.edits.change(next) {
            self.solve();
        }
        Change::All
    }

    pub(super) fn open(&mut self, inputs: Inputs, example: Option<usize>) -> Change {
        self.opened = (inputs.clone(), example);
        (self.t, self.picked, self.reading) = (0, None, Reading::Steps);
        self.measured.stop();
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
}
