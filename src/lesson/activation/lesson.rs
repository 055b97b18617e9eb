//! What the frame asks of the lesson, answered.

use super::example::EXAMPLES;
use super::functions;
use super::inputs::{A, Inputs, MAX_MATRIX, MAX_WARD, OUT, Scalar, WARD, X};
use super::model::{Activation, Setup, View};
use super::{address, board, code, moment, picture, press};
use crate::lesson::edits::Edits;
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::link::Unlinkable;
use crate::lesson::operand::{Lie, Operand};
use crate::playback::Jump;
use crate::route::{Address, BadKey};
use crate::screen::{Act, Board, Change, Cx, Example, Moment, Node, Slot, Walk};
use crate::words::Locale;
use matwalk_core::number::seeded;

impl Activation {
    fn open(&mut self, setup: Setup, example: Option<usize>) -> Change {
        self.edits.change(setup.inputs.clone());
        self.show(&setup);
        self.opened = setup;
        self.opened_example = example;
        Change::All
    }

    /// The example that is open and unchanged: the one whose link is that of what is shown.
    pub(super) fn example(&self) -> Option<usize> {
        let index = self.opened_example?;
        let own = Activation::new(EXAMPLES.get(index)?.setup());
        (address::write(self) == address::write(&own)).then_some(index)
    }

    fn find_example(&self) -> Option<usize> {
        let written = address::write(self).ok()?;
        EXAMPLES.iter().position(|example| address::write(&Activation::new(example.setup())) == Ok(written.clone()))
    }

    fn jump(&mut self, jump: Jump) -> Change {
        let before = self.t();
        self.go(jump.from(before, self.len()));
        // How many neurons are dead is said when all have been judged.
        let judged = |t: usize| self.view == View::Ward && t == self.len();
        if judged(before) == judged(self.t()) { Change::Step } else { Change::All }
    }

    fn pick(&mut self, slot: Slot, index: usize) -> Change {
        let (_, cols) = self.inputs().sizes(WARD);
        match (slot, self.view) {
            (OUT, View::Matrix) if index < self.len() => self.jump(Jump::To(index + 1)),
            (WARD, View::Ward) if cols > 0 => self.jump(Jump::To(index % cols + 1)),
            _ => Change::Nothing,
        }
    }

    fn random(&mut self, seed: u64) -> Change {
        let inputs = self.inputs().clone();
        // Small halves, as a person would write them.
        let drawn = |operand: &Operand| {
            let values = seeded(operand.shape(), seed);
            (0..operand.shape().numel()).fold(operand.clone(), |next, index| {
                let value = values.data().get(index).copied().unwrap_or(0.0);
                next.with_text(index, &matwalk_core::number::shortest((value / 2.0 * 4.0).round() / 4.0))
            })
        };
        let first = || {
            let shape = matwalk_core::Shape::vector(1).ok();
            shape.and_then(|shape| seeded(shape, seed).data().first().copied()).map_or(0.0, f64::from)
        };
        let next = match self.view {
            View::Ward => Inputs { ward: drawn(&inputs.ward), bias: 0.0.into(), ..inputs },
            View::Matrix => Inputs { a: drawn(&inputs.a), ..inputs },
            View::Curve | View::Chain => Inputs { x: ((first() * 2.0).round() / 4.0 + 0.0).into(), ..inputs },
        };
        let change = self.change(next);
        self.moved(X);
        change
    }

    fn paste(&mut self, slot: Slot, operand: Operand) -> Change {
        let accept = if slot == WARD { address::ACCEPT_WARD } else { address::ACCEPT_A };
        let shape = operand.shape();
        let operand = if slot == WARD && shape.rank() < 2 { operand.as_matrix(Lie::Row) } else { operand };
        let shape = operand.shape();
        let fits = accept.ranks.contains(&shape.rank()) && shape.dims().iter().all(|&size| size <= accept.max);
        if !fits || self.inputs().operand(slot).is_none() {
            return Change::Nothing;
        }
        let next = self.inputs().with(slot, operand);
        let next = if slot == WARD { Inputs { bias: 0.0.into(), centre: false, ..next } } else { next };
        self.change(next)
    }

    fn resize(&mut self, slot: Slot, axis: usize, size: usize) -> Change {
        let Some(operand) = self.inputs().operand(slot) else { return Change::Nothing };
        let max = if slot == WARD { MAX_WARD } else { MAX_MATRIX };
        let (rows, cols) = operand.paper(Lie::Row);
        let size = size.min(max);
        let (rows, cols) = match (axis, operand.shape().rank()) {
            (0, 2) => (size, cols),
            (_, 0) => return Change::Nothing,
            _ => (rows, size),
        };
        let next = self.inputs().with(slot, operand.resized(Lie::Row, rows, cols));
        self.change(next)
    }
}

impl Lesson for Activation {
    fn read(&mut self, address: &Address) -> Vec<BadKey> {
        let (setup, bad) = address::read(address);
        if setup.inputs != *self.edits.now() {
            self.edits = Edits::new(setup.inputs.clone());
        }
        self.show(&setup);
        self.opened = setup;
        self.opened_example = self.find_example();
        bad
    }

    fn write(&self) -> Result<Vec<(&'static str, String)>, Unlinkable> {
        address::write(self)
    }

    fn act(&mut self, act: Act) -> Change {
        if !matches!(act, Act::Edit(..) | Act::CancelEdit | Act::Slide { .. } | Act::Nudge(..)) {
            self.edits.end();
        }
        match act {
            Act::Jump(jump) => self.jump(jump),
            Act::Pick(slot, index) => self.pick(slot, index),
            Act::Edit(slot @ (A | WARD), index, text) => self.type_cell(slot, index, &text),
            Act::Edit(slot, _, text) | Act::Write(slot, text) if self.is_scalar(slot) => {
                self.type_scalar(slot, Scalar::typed(&text))
            }
            Act::Slide { slot, index, value, fine } => self.slide(slot, index, value, fine),
            Act::Nudge(slot, index, by) => self.nudge(slot, index, by),
            Act::EndEdit => Change::All,
            Act::CancelEdit => {
                self.edits.cancel();
                self.go(self.t());
                Change::All
            }
            Act::Press(name) => press::press(self, &name),
            Act::Choose("view", choice) => match View::ALL.get(choice) {
                Some(view) => self.choose_view(*view),
                None => Change::Nothing,
            },
            Act::Example(index) => match EXAMPLES.get(index) {
                Some(example) => self.open(example.setup(), Some(index)),
                None => Change::Nothing,
            },
            Act::Fix(0) if board::offers_relu(self) => press::press(self, "unit-relu"),
            Act::Random(seed) => self.random(seed),
            Act::Reset => self.open(self.opened.clone(), self.opened_example),
            Act::Transpose(A) => {
                let next = self.inputs().with(A, self.inputs().a.transposed());
                self.change(next)
            }
            Act::Resize(slot, axis, size) => self.resize(slot, axis, size),
            Act::SetVector(A, vector) => {
                let a = &self.inputs().a;
                let next = if vector { a.as_vector(Lie::Row) } else { a.as_matrix(Lie::Row) };
                let next = self.inputs().with(A, next);
                self.change(next)
            }
            Act::Paste(slot, operand) => self.paste(slot, *operand),
            Act::PasteAll(operands) => match operands.into_iter().next() {
                Some(operand) => self.paste(if self.view == View::Ward { WARD } else { A }, operand),
                None => Change::Nothing,
            },
            Act::Undo | Act::Redo => {
                let moved = if act == Act::Undo { self.edits.undo() } else { self.edits.redo() };
                self.go(self.t());
                if moved { Change::All } else { Change::Nothing }
            }
            _ => Change::Nothing,
        }
    }

    fn walk(&self) -> Walk {
        Walk { t: self.t(), len: self.len() }
    }

    fn board(&self, cx: &Cx) -> Board {
        board::board(self, cx)
    }

    fn moment(&self, cx: &Cx) -> Moment {
        moment::moment(self, cx)
    }

    fn moving(&self, cx: &Cx) -> Option<Vec<Node>> {
        // The bias moves every neuron, and stands on a slider of its own.
        let alone = self.view != View::Ward;
        alone.then(|| picture::moving(self, cx))
    }

    fn examples(&self, locale: Locale) -> Vec<Example> {
        EXAMPLES.iter().map(|example| Example { key: example.key, label: (example.label)(locale) }).collect()
    }

    fn code(&self, language: Language) -> String {
        code::code(self, language)
    }

    fn operand(&self, slot: Slot) -> Option<&Operand> {
        self.inputs().operand(slot)
    }
}

/// The functions in the order of a list.
pub fn all_functions() -> impl Iterator<Item = functions::Function> {
    matwalk_core::activation::ALL.iter().copied()
}
