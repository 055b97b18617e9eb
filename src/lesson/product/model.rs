//! The lesson's state: two operands, how to read their product, and how far the walk has come.

use super::example::EXAMPLES;
use super::inputs::{A, B, Inputs, MAX_SIZE, lie};
use super::place::{Now, Place, seek};
use super::solved::Solved;
use super::{heat, scene};
use crate::lesson::edits::Edits;
use crate::lesson::operand::Operand;
use crate::screen::{Change, Slot};
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::{Reading, Trace};
use std::sync::Arc;

/// How the three matrices stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// B above the result, A left of it: a row and a column meet at the cell they make.
    #[default]
    Crossed,
    /// A x B = C on one line.
    Inline,
}

/// The state from which everything on the screen follows.
pub struct Product {
    pub(super) edits: Edits<Inputs>,
    /// What Reset goes back to: the example or link that was opened last.
    pub(super) opened: Inputs,
    /// The example that has those inputs.
    pub(super) opened_example: Option<usize>,
    /// How the product is read.
    pub reading: Reading,
    /// How much a step does.
    pub grain: Grain,
    /// How the matrices stand.
    pub layout: Layout,
    pub(super) t: usize,
    pub(super) place: Place,
    pub(super) solved: Arc<Solved>,
    pub(super) heat: heat::Progress,
}

impl Default for Product {
    fn default() -> Product {
        Product::new(EXAMPLES[super::example::DEFAULT].inputs())
    }
}

impl Product {
    /// The lesson at its start with these inputs.
    pub fn new(inputs: Inputs) -> Product {
        Product {
            solved: Arc::new(Solved::of(&inputs)),
            edits: Edits::new(inputs.clone()),
            opened_example: example_of(&inputs),
            opened: inputs,
            reading: Reading::default(),
            grain: default_grain(Reading::default()),
            layout: Layout::default(),
            t: 0,
            place: Place::default(),
            heat: heat::Progress::default(),
        }
    }

    /// The example that is open and unchanged.
    pub(super) fn example(&self) -> Option<usize> {
        self.opened_example.filter(|_| *self.edits.now() == self.opened)
    }

    /// The operands.
    pub fn inputs(&self) -> &Inputs {
        self.edits.now()
    }

    /// What follows from the operands.
    pub fn solved(&self) -> &Solved {
        &self.solved
    }

    /// The walk through the product; `None` while the shapes don't go together.
    pub fn trace(&self) -> Option<Trace> {
        let plan = self.solved.answer.as_ref().ok()?.plan;
        Some(Trace::new(plan.m, plan.k, plan.n, self.reading, self.grain))
    }

    /// The step that finished last, if there is one.
    pub(super) fn now(&self) -> Option<Now> {
        Now::of(&self.trace()?, self.t, self.place)
    }

    pub(super) fn len(&self) -> usize {
        self.trace().map_or(0, |trace| trace.len())
    }

    /// Takes up inputs that a change has put into `edits`.
    pub(super) fn solve(&mut self) {
        self.solved = Arc::new(Solved::of(self.edits.now()));
        self.heat = heat::Progress::default();
        self.go(self.t);
    }

    pub(super) fn go(&mut self, t: usize) {
        self.t = t.min(self.len());
        if let Some(now) = self.now() {
            self.place = now.place;
        }
    }

    pub(super) fn change(&mut self, next: Inputs) -> Change {
        if self.edits.change(next) {
            self.solve();
        }
        Change::All
    }

    pub(super) fn change_operand(&mut self, slot: Slot, next: impl FnOnce(&Operand) -> Operand) -> Change {
        let inputs = self.edits.now();
        let Some(operand) = inputs.get(slot) else { return Change::Nothing };
        self.change(inputs.with(slot, next(operand)))
    }

    pub(super) fn open(&mut self, inputs: Inputs, example: Option<usize>) -> Change {
        (self.opened, self.opened_example) = (inputs.clone(), example);
        self.place = Place::default();
        self.t = 0;
        self.change(inputs)
    }

    /// Changes how the product is walked, and stands at the same cell and the same product as before.
    pub(super) fn walk_by(&mut self, reading: Reading, grain: Grain) {
        let at_start = self.t == 0;
        (self.reading, self.grain) = (reading, grain);
        self.heat = heat::Progress::default();
        if let Some(trace) = self.trace()
            && !at_start
        {
            let place = self.place;
            self.go(seek(&trace, place));
            // What the new steps do at once must not move the place.
            self.place = place;
        }
    }

    pub(super) fn choose(&mut self, setting: &str, choice: usize) -> Change {
        match setting {
            "view" => {
                let Some(&reading) = Reading::ALL.get(choice) else { return Change::Nothing };
                self.walk_by(reading, default_grain(reading));
            }
            "grain" => self.walk_by(self.reading, if choice == 0 { Grain::Fine } else { Grain::Coarse }),
            "layout" => self.layout = if choice == 0 { Layout::Crossed } else { Layout::Inline },
            _ => return Change::Nothing,
        }
        Change::All
    }

    pub(super) fn resize(&mut self, slot: Slot, axis: usize, size: usize) -> Change {
        let size = size.min(MAX_SIZE);
        self.change_operand(slot, |operand| {
            let (rows, cols) = operand.paper(lie(slot));
            // A vector has one size: along its own direction on paper.
            let rows_change = if operand.is_vector() { slot == B } else { axis == 0 };
            if rows_change { operand.resized(lie(slot), size, cols) } else { operand.resized(lie(slot), rows, size) }
        })
    }

    /// Whether a matrix is too large to be a grid of numbers.
    pub(super) fn is_large(&self) -> bool {
        self.inputs().paper().iter().any(|&(rows, cols)| rows.max(cols) > scene::MAX_GRID)
    }
}

pub(super) fn example_of(inputs: &Inputs) -> Option<usize> {
    EXAMPLES.iter().position(|example| example.inputs() == *inputs)
}

/// The grain in which a reading is told apart from the others at a glance.
pub fn default_grain(reading: Reading) -> Grain {
    if reading == Reading::Dot { Grain::Fine } else { Grain::Coarse }
}

/// The slots of the operands.
pub const OPERANDS: [Slot; 2] = [A, B];

#[cfg(test)]
mod tests;
