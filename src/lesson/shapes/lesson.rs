//! The lesson as the frame sees it.

use super::address::{self, Linked};
use super::inputs::{A, B, BIAS, Inputs, Op};
use super::model::{Pending, Shapes};
use super::names::Names;
use super::sizes::dims;
use super::{board, code, example, figure, hear, moment};
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::link::Unlinkable;
use crate::lesson::operand::Operand;
use crate::lesson::told::Told;
use crate::playback::Jump;
use crate::route::{Address, BadKey};
use crate::screen::{Act, Board, Change, Cx, Example, Moment, Slot, Walk};
use crate::words::Locale;
use std::sync::Arc;

impl Shapes {
    /// The pasted text that is told of.
    pub(super) fn panel(&self) -> Option<&Arc<Told>> {
        self.inputs().told.as_ref().or(self.heard.as_ref())
    }

    fn jump(&mut self, jump: Jump) -> Change {
        let was_over = self.is_over();
        self.t = jump.from(self.t, self.solved.steps.len());
        // What is wrong, and its fixes, stand there at the end alone.
        if was_over == self.is_over() { Change::Step } else { Change::All }
    }

    fn choose(&mut self, setting: &str, choice: usize) -> Change {
        match setting {
            "op" => match Op::ALL.get(choice) {
                Some(op) if *op != self.inputs().op => self.change(self.inputs().by(*op)),
                _ => Change::Nothing,
            },
            "text" => {
                self.old = choice == 1;
                Change::All
            }
            _ => Change::Nothing,
        }
    }

    /// Small shapes that mostly go together.
    fn random(&self, seed: u64) -> Inputs {
        let mut state = seed;
        let mut draw = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            2 + (state >> 33) as usize % 7
        };
        let (batch, rows, inner, cols) = (draw(), draw(), draw(), draw());
        let other = if draw() < 4 { draw() } else { inner };
        let inputs = self.inputs();
        let (a, b) = match inputs.op {
            Op::Matmul => (dims(&[batch, 1, rows, inner]), dims(&[cols, other, rows])),
            Op::Bmm => (dims(&[batch, rows, inner]), dims(&[batch, other, cols])),
            Op::Linear => (dims(&[rows, inner]), dims(&[cols, other])),
            Op::Softmax => (dims(&[batch, rows, cols]), inputs.b.clone()),
            Op::Add => (dims(&[batch, rows, inner]), dims(&[rows, other])),
        };
        inputs.with(A, a).with(B, b)
    }
}

impl Lesson for Shapes {
    fn read(&mut self, address: &Address) -> Vec<BadKey> {
        let (Linked { inputs, old, error, t }, bad) = address::read(address);
        self.old = old;
        let waits = error.is_some();
        let told = self.panel().filter(|told| error.as_deref() == Some(&told.text)).cloned();
        match told {
            // Back to a text that was read before.
            Some(_) if self.pending.is_none() => {}
            _ => {
                let same = *self.inputs() == inputs && !waits;
                if !same {
                    self.open(inputs);
                }
                self.opened = self.inputs().clone();
                self.wrong = None;
                self.heard = None;
                self.pending = error.map(|text| Pending { text: text.into(), t, of: None, linked: true });
            }
        }
        let len = self.solved.steps.len();
        self.t = t.unwrap_or(len).min(len);
        bad
    }

    fn write(&self) -> Result<Vec<(&'static str, String)>, Unlinkable> {
        let pending = self.pending.as_ref().filter(|pending| pending.linked).map(|pending| &*pending.text);
        let told = pending.or_else(|| self.panel().map(|told| told.text.as_str()));
        Ok(address::write(self.inputs(), self.old, told))
    }

    fn act(&mut self, act: Act) -> Change {
        match act {
            Act::Jump(jump) => self.jump(jump),
            Act::Edit(slot, index, text) => self.resize(slot, index, &text),
            Act::Write(slot, text) => self.write(slot, &text),
            Act::Nudge(slot, index, by) => self.nudge(slot, index, by),
            Act::Press(name) => self.press(&name),
            Act::Tell(text) => self.tell(&text),
            Act::Read(told) => hear::hear(self, told),
            Act::CancelEdit => {
                self.wrong = None;
                Change::All
            }
            Act::Choose(setting, choice) => self.choose(setting, choice),
            Act::Example(index) => match example::EXAMPLES.get(index) {
                Some(example) => {
                    self.old = false;
                    self.open(example.inputs())
                }
                None => Change::Nothing,
            },
            Act::Random(seed) => self.change(self.random(seed)),
            Act::Reset => self.change(self.opened.clone()),
            Act::Swap => self.press("swap"),
            Act::Transpose(slot @ (A | B | BIAS)) => self.press(&format!("turn-{}", slot.0)),
            Act::Fix(index) => self.fix(index),
            Act::Undo | Act::Redo => {
                let wording = |shapes: &Shapes| hear::is_older(&shapes.inputs().told.as_ref()?.text);
                let before = wording(self);
                let moved = if act == Act::Undo { self.edits.undo() } else { self.edits.redo() };
                self.wrong = None;
                self.origins = None;
                if moved {
                    // The wording came with a pasted message, and goes with it.
                    self.old = wording(self).unwrap_or(self.old && before.is_none());
                    self.solve();
                }
                Change::All
            }
            _ => Change::Nothing,
        }
    }

    fn walk(&self) -> Walk {
        Walk { t: self.t, len: self.solved.steps.len() }
    }

    fn board(&self, cx: &Cx) -> Board {
        board::board(self, cx)
    }

    fn moment(&self, cx: &Cx) -> Moment {
        let names = Names { locale: cx.locale, op: self.inputs().op };
        moment::moment(self, &names, figure::draw(self, &names, cx))
    }

    fn examples(&self, locale: Locale) -> Vec<Example> {
        example::EXAMPLES.iter().map(|example| Example { key: example.key, label: (example.label)(locale) }).collect()
    }

    fn code(&self, language: Language) -> String {
        code::code(self.inputs(), &self.solved, language)
    }

    fn operand(&self, _: Slot) -> Option<&Operand> {
        None
    }
}
