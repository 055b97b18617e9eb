//! The lesson's state: two operands, how to read their product, and how far the walk has come.

use super::example::EXAMPLES;
use super::inputs::{A, B, Inputs, MAX_SIZE, OUT, lie};
use super::place::{Now, Place, seek};
use super::solved::Solved;
use super::{address, board, code, fixes, heat, scene};
use crate::lesson::edits::Edits;
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::link::Unlinkable;
use crate::lesson::operand::Operand;
use crate::route::{Address, BadKey};
use crate::screen::{Act, Board, Cx, Change, Example, Moment, Slot, Walk};
use crate::words::Locale;
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
    opened: Inputs,
    /// The example that has those inputs.
    opened_example: Option<usize>,
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

    fn len(&self) -> usize {
        self.trace().map_or(0, |trace| trace.len())
    }

    /// Takes up inputs that a change has put into `edits`.
    fn solve(&mut self) {
        self.solved = Arc::new(Solved::of(self.edits.now()));
        self.heat = heat::Progress::default();
        self.go(self.t);
    }

    fn go(&mut self, t: usize) {
        self.t = t.min(self.len());
        if let Some(now) = self.now() {
            self.place = now.place;
        }
    }

    fn change(&mut self, next: Inputs) -> Change {
        if self.edits.change(next) {
            self.solve();
        }
        Change::All
    }

    fn change_operand(&mut self, slot: Slot, next: impl FnOnce(&Operand) -> Operand) -> Change {
        let inputs = self.edits.now();
        let Some(operand) = inputs.get(slot) else { return Change::Nothing };
        self.change(inputs.with(slot, next(operand)))
    }

    fn open(&mut self, inputs: Inputs, example: Option<usize>) -> Change {
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

    fn choose(&mut self, setting: &str, choice: usize) -> Change {
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

    fn resize(&mut self, slot: Slot, axis: usize, size: usize) -> Change {
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

fn example_of(inputs: &Inputs) -> Option<usize> {
    EXAMPLES.iter().position(|example| example.inputs() == *inputs)
}

/// The grain in which a reading is told apart from the others at a glance.
pub fn default_grain(reading: Reading) -> Grain {
    if reading == Reading::Dot { Grain::Fine } else { Grain::Coarse }
}

impl Lesson for Product {
    fn read(&mut self, address: &Address) -> Vec<BadKey> {
        let (linked, bad) = address::read(address);
        if linked.inputs != *self.edits.now() {
            self.edits = Edits::new(linked.inputs.clone());
            self.solved = Arc::new(Solved::of(&linked.inputs));
        }
        if linked.inputs != self.opened {
            self.opened_example = example_of(&linked.inputs);
        }
        self.opened = linked.inputs;
        (self.reading, self.grain, self.layout) = (linked.reading, linked.grain, linked.layout);
        self.heat = heat::Progress::default();
        self.place = Place::default();
        self.go(linked.t);
        bad
    }

    fn write(&self) -> Result<Vec<(&'static str, String)>, Unlinkable> {
        address::write(self)
    }

    fn act(&mut self, act: Act) -> Change {
        if !matches!(act, Act::Edit(..) | Act::CancelEdit) {
            self.edits.end();
        }
        match act {
            Act::Jump(jump) => self.go(jump.from(self.t, self.len())),
            Act::Pick(OUT, index) => {
                let Some(trace) = self.trace().filter(|trace| !trace.is_empty()) else { return Change::Nothing };
                let (row, col) = (index / trace.n, index % trace.n);
                self.go(trace.finished_at(row, col));
                self.place = Place { row, col, ..self.place };
            }
            Act::Edit(slot, index, text) => {
                let inputs = self.edits.now();
                let Some(operand) = inputs.get(slot) else { return Change::Nothing };
                let next = inputs.with(slot, operand.with_text(index, &text));
                self.edits.type_into(next);
                self.solve();
                return Change::All;
            }
            Act::EndEdit => return Change::All,
            Act::CancelEdit => {
                self.edits.cancel();
                self.solve();
                return Change::All;
            }
            Act::Choose(setting, choice) => return self.choose(setting, choice),
            Act::Example(index) => {
                let Some(example) = EXAMPLES.get(index) else { return Change::Nothing };
                return self.open(example.inputs(), Some(index));
            }
            Act::Random(seed) => {
                let drawn = |operand: &Operand, seed| Operand::seeded(operand.shape(), seed);
                let Inputs { lhs, rhs } = self.edits.now();
                return self.change(Inputs { lhs: drawn(lhs, seed), rhs: drawn(rhs, seed.wrapping_add(1)) });
            }
            Act::Reset => return self.open(self.opened.clone(), self.opened_example),
            Act::Swap => return self.change(self.edits.now().swapped()),
            Act::Transpose(slot) => return self.change_operand(slot, Operand::transposed),
            Act::Resize(slot, axis, size) => return self.resize(slot, axis, size),
            Act::SetVector(slot, vector) => {
                return self.change_operand(slot, |operand| {
                    if vector { operand.as_vector(lie(slot)) } else { operand.as_matrix(lie(slot)) }
                });
            }
            Act::Paste(slot, operand) => {
                if operand.shape().rank() > 2 || operand.shape().dims().iter().any(|&size| size > MAX_SIZE) {
                    return Change::Nothing;
                }
                // A pasted number alone is a matrix of one cell.
                return self.change_operand(slot, |_| {
                    if operand.shape().rank() == 0 { operand.as_matrix(lie(slot)) } else { *operand }
                });
            }
            Act::Fix(index) => {
                let inputs = self.edits.now();
                let Some(fix) = fixes::offered(inputs).into_iter().nth(index) else { return Change::Nothing };
                return self.change(fixes::apply(inputs, fix));
            }
            Act::Undo if self.edits.undo() => {
                self.solve();
                return Change::All;
            }
            Act::Redo if self.edits.redo() => {
                self.solve();
                return Change::All;
            }
            Act::Pick(..) | Act::Undo | Act::Redo => return Change::Nothing,
        }
        Change::Step
    }

    fn walk(&self) -> Walk {
        Walk { t: self.t, len: self.len() }
    }

    fn board(&self, cx: &Cx) -> Board {
        board::board(self, cx)
    }

    fn moment(&self, cx: &Cx) -> Moment {
        scene::moment(self, cx)
    }

    fn examples(&self, locale: Locale) -> Vec<Example> {
        EXAMPLES.iter().map(|example| Example { key: example.key, label: (example.label)(locale) }).collect()
    }

    fn code(&self, language: Language) -> String {
        code::code(self.inputs(), &self.solved, language)
    }

    fn operand(&self, slot: Slot) -> Option<&Operand> {
        self.inputs().get(slot)
    }
}

/// The slots of the operands.
pub const OPERANDS: [Slot; 2] = [A, B];

#[cfg(test)]
mod tests;
