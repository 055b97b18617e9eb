//! What the frame asks of the lesson, answered.

use super::example::EXAMPLES;
use super::inputs::{B, Inputs, W, X, Y};
use super::model::{Form, Linear, Reading};
use super::spot::Twin;
use super::{address, board, code, fixes, probe_figure, scene};
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::link::Unlinkable;
use crate::lesson::operand::Operand;
use crate::route::{Address, BadKey};
use crate::screen::{Act, Board, Change, Cx, Example, Moment, Slot, Walk};
use crate::words::Locale;
use matwalk_core::number;

impl Linear {
    fn edit(&mut self, slot: Slot, drawn: usize, text: &str) -> Change {
        let Some(index) = self.index(slot, drawn) else { return Change::Nothing };
        let inputs = self.edits.now();
        let Some(operand) = inputs.get(slot).filter(|operand| index < operand.shape().numel()) else {
            return Change::Nothing;
        };
        let next = inputs.with(slot, operand.with_text(index, text));
        self.edits.type_into(next);
        self.solve();
        Change::All
    }

    /// One more or less, for the arrow keys on a pill.
    fn nudge(&mut self, slot: Slot, drawn: usize, by: i64) -> Change {
        let value = self
            .index(slot, drawn)
            .zip(self.inputs().get(slot))
            .and_then(|(index, operand)| (index < operand.shape().numel()).then(|| operand.value(index).ok())?);
        let Some(value) = value else { return Change::Nothing };
        self.edit(slot, drawn, &number::shortest(value + by as f32))
    }

    /// The step at which an output is complete.
    fn pick(&mut self, sample: usize, output: usize) -> Change {
        let Some(trace) = self.trace().filter(|trace| !trace.is_empty()) else { return Change::Nothing };
        self.go(trace.finished_at(sample.min(trace.rows - 1), output.min(trace.outputs - 1)));
        Change::Step
    }

    fn random(&self, seed: u64) -> Inputs {
        let Inputs { x, weight, bias } = self.inputs();
        let drawn = |operand: &Operand, by: u64| Operand::seeded(operand.shape(), seed.wrapping_add(by));
        let bias = bias.as_ref().map(|bias| drawn(bias, 2));
        Inputs { x: drawn(x, 0), weight: drawn(weight, 1), bias }
    }
}

impl Lesson for Linear {
    fn read(&mut self, address: &Address) -> Vec<BadKey> {
        let (linked, bad) = address::read(address);
        self.link(linked);
        bad
    }

    fn write(&self) -> Result<Vec<(&'static str, String)>, Unlinkable> {
        address::write(self)
    }

    fn act(&mut self, act: Act) -> Change {
        if !matches!(act, Act::Edit(..) | Act::Nudge(..) | Act::CancelEdit) {
            self.edits.end();
        }
        match act {
            Act::Jump(jump) => {
                let (t, len) = self.steps();
                self.go(jump.from(t, len));
                Change::Step
            }
            Act::Pick(Y, drawn) => {
                let (samples, outputs) = (self.solved.sizes.samples.max(1), self.solved.sizes.outputs.max(1));
                match self.form {
                    Form::Math => self.pick(drawn % samples, drawn / samples),
                    Form::Torch => self.pick(drawn / outputs, drawn % outputs),
                }
            }
            Act::Press(name) => match Twin::read(&name, &self.solved.sizes) {
                Some(Twin::Y(sample, output)) => self.pick(sample, output),
                _ => Change::Nothing,
            },
            Act::Edit(slot, drawn, text) => self.edit(slot, drawn, &text),
            Act::Nudge(slot, drawn, by) => self.nudge(slot, drawn, by),
            Act::EndEdit => Change::All,
            Act::CancelEdit => {
                self.edits.cancel();
                self.solve();
                Change::All
            }
            Act::Choose(setting, choice) => self.choose(setting, choice),
            Act::Example(index) => self.open_example(index),
            Act::Random(seed) => self.change(self.random(seed)),
            Act::Reset => self.open(self.opened.clone()),
            Act::Transpose(W) => self.turn(),
            Act::Resize(slot, axis, size) => self.resize(slot, axis, size),
            Act::Paste(slot, operand) => match self.put(self.edits.now(), slot, *operand) {
                Some(next) => self.change(next),
                None => Change::Nothing,
            },
            Act::PasteAll(operands) => {
                let mut next = self.edits.now().clone();
                for (slot, operand) in [X, W, B].into_iter().zip(operands) {
                    let Some(put) = self.put(&next, slot, operand) else { return Change::Nothing };
                    next = put;
                }
                self.change(next)
            }
            Act::Fix(index) => match fixes::offered(self.inputs()).into_iter().nth(index) {
                Some(fix) => self.change_layer(fixes::apply(self.inputs(), &fix)),
                None => Change::Nothing,
            },
            Act::Undo | Act::Redo => {
                let moved = if act == Act::Undo { self.edits.undo() } else { self.edits.redo() };
                if moved {
                    self.solve();
                }
                Change::All
            }
            _ => Change::Nothing,
        }
    }

    fn walk(&self) -> Walk {
        let (t, len) = self.steps();
        Walk { t, len }
    }

    fn board(&self, cx: &Cx) -> Board {
        board::board(self, cx)
    }

    fn moment(&self, cx: &Cx) -> Moment {
        match self.reading {
            Reading::Probe if self.solved.answer.is_ok() => probe_figure::moment(self, cx),
            _ => scene::moment(self, cx),
        }
    }

    fn light(&mut self, name: Option<&str>) -> bool {
        let twin = name.and_then(|name| Twin::read(name, &self.solved.sizes));
        let twin = twin.filter(|_| self.reading == Reading::Walk && self.solved.answer.is_ok());
        std::mem::replace(&mut self.lit, twin) != twin
    }

    fn examples(&self, locale: Locale) -> Vec<Example> {
        EXAMPLES.iter().map(|example| Example { key: example.key, label: (example.label)(locale) }).collect()
    }

    fn code(&self, language: Language) -> String {
        code::code(self, language)
    }

    fn operand(&self, slot: Slot) -> Option<&Operand> {
        match slot {
            X => Some(&self.solved.x),
            W => Some(&self.solved.weight),
            _ => self.inputs().get(slot),
        }
    }
}
