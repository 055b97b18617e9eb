//! What the frame asks of the lesson, answered.

use super::example::EXAMPLES;
use super::inputs::{Inputs, MAX_SIZE, OUT, lie};
use super::model::{OPERANDS, Product, example_of};
use super::place::Place;
use super::solved::Solved;
use super::{address, board, code, fixes, heat, scene};
use crate::lesson::edits::Edits;
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::link::Unlinkable;
use crate::lesson::operand::Operand;
use crate::route::{Address, BadKey};
use crate::screen::{Act, Board, Change, Cx, Example, Moment, Slot, Walk};
use crate::words::Locale;
use std::sync::Arc;

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
                let Some(operand) = accepted(slot, *operand) else { return Change::Nothing };
                return self.change_operand(slot, |_| operand);
            }
            Act::PasteAll(operands) => {
                let mut inputs = self.edits.now().clone();
                for (slot, operand) in OPERANDS.into_iter().zip(operands) {
                    let Some(operand) = accepted(slot, operand) else { return Change::Nothing };
                    inputs = inputs.with(slot, operand);
                }
                return self.change(inputs);
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
            Act::Write(..)
            | Act::Nudge(..)
            | Act::Slide { .. }
            | Act::Press(_)
            | Act::Tell(_)
            | Act::Report(_)
            | Act::Read(_) => {
                return Change::Nothing;
            }
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

/// A pasted operand as the lesson takes it: a number alone is a matrix of one cell.
fn accepted(slot: Slot, operand: Operand) -> Option<Operand> {
    let shape = operand.shape();
    let fits = shape.rank() <= 2 && shape.dims().iter().all(|&size| size <= MAX_SIZE);
    fits.then(|| if shape.rank() == 0 { operand.as_matrix(lie(slot)) } else { operand })
}
