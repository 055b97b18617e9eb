//! What the frame asks of the lesson, answered.

use super::example::EXAMPLES;
use super::inputs::{A, B, Inputs, MAX_PAIRS, MAX_SIZE, resized, sizes, stacked};
use super::measured::PAIRS;
use super::model::{Batch, Reading};
use super::progress::Lane;
use super::{address, board, code, fixes, measure, scene};
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::link::Unlinkable;
use crate::lesson::operand::Operand;
use crate::route::{Address, BadKey};
use crate::screen::{Act, Board, Change, Cx, Example, Moment, Slot, Walk};
use crate::words::Locale;

impl Batch {
    fn edit(&mut self, slot: Slot, drawn: usize, text: &str) -> Change {
        let inputs = self.edits.now();
        let Some(operand) = inputs.get(slot) else { return Change::Nothing };
        let [_, rows, cols] = sizes(operand);
        let index = self.offset(slot).saturating_add(drawn);
        if drawn >= rows * cols || index >= operand.shape().numel() {
            return Change::Nothing;
        }
        let next = inputs.with(slot, operand.with_text(index, text));
        self.edits.type_into(next);
        self.solve();
        Change::All
    }

    /// A pair's number, or a cell of a result: `front-1`, `out-1-0-1`, `loop-1-0-1`.
    fn press(&mut self, name: &str) -> Change {
        let mut parts = name.split('-');
        let kind = parts.next();
        let numbers: Option<Vec<usize>> = parts.map(|part| part.parse().ok()).collect();
        match (kind, numbers.as_deref()) {
            (Some("measure"), _) => {
                self.measured.begin(self.edge);
                Change::All
            }
            (Some("cancel"), _) => {
                self.measured.stop();
                Change::All
            }
            (Some("front"), Some(&[pair])) => self.pick(pair),
            (Some("out"), Some(&[pair, row, col])) => self.jump_to(Lane::Batch, pair, row, col),
            (Some("loop"), Some(&[pair, row, col])) => self.jump_to(Lane::Loop, pair, row, col),
            _ => Change::Nothing,
        }
    }

    fn resize(&mut self, slot: Slot, axis: usize, size: usize) -> Change {
        let inputs = self.edits.now();
        let Some(operand) = inputs.get(slot) else { return Change::Nothing };
        let mut to = sizes(operand);
        let Some(own) = to.get_mut(axis) else { return Change::Nothing };
        *own = size.min(if axis == 0 { MAX_PAIRS } else { MAX_SIZE });
        let next = inputs.with(slot, resized(operand, to));
        self.change(next)
    }

    /// A pasted stack replaces the operand; a matrix as large as the one in front replaces that.
    fn put(&self, inputs: &Inputs, slot: Slot, pasted: &Operand) -> Option<Inputs> {
        let old = inputs.get(slot)?;
        let [_, rows, cols] = sizes(old);
        if pasted.shape().dims() == [rows, cols] && rows * cols > 0 {
            let (from, all) = (self.offset(slot), rows * cols);
            let inside = |index: usize| (from..from + all).contains(&index);
            let mut next = old.clone();
            for index in (0..old.shape().numel()).filter(|index| inside(*index)) {
                next = next.with_text(index, &pasted.text(index - from));
            }
            return Some(inputs.with(slot, next));
        }
        let stack = stacked(pasted)?;
        let [batch, rows, cols] = sizes(&stack);
        (batch <= MAX_PAIRS && rows <= MAX_SIZE && cols <= MAX_SIZE).then(|| inputs.with(slot, stack))
    }
}

impl Lesson for Batch {
    fn read(&mut self, address: &Address) -> Vec<BadKey> {
        let (linked, bad) = address::read(address);
        self.link(linked);
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
            Act::Jump(jump) if self.reading == Reading::Measure => {
                self.cursor = jump.from(self.cursor, PAIRS.len() - 1);
                Change::Step
            }
            Act::Report(report) => {
                self.measured.take(&report);
                Change::All
            }
            Act::Jump(jump) => {
                self.go(jump.from(self.t, self.ticks(Lane::Loop).1));
                Change::Step
            }
            Act::Press(name) => self.press(&name),
            Act::Edit(slot, drawn, text) => self.edit(slot, drawn, &text),
            Act::EndEdit => Change::All,
            Act::CancelEdit => {
                self.edits.cancel();
                self.solve();
                Change::All
            }
            Act::Choose(setting, choice) => self.choose(setting, choice),
            Act::Example(index) => match EXAMPLES.get(index) {
                Some(example) => self.open(example.inputs(), Some(index)),
                None => Change::Nothing,
            },
            Act::Random(seed) => {
                let Inputs { a, b, op } = self.edits.now();
                let drawn = |operand: &Operand, seed| Operand::seeded(operand.shape(), seed);
                let next = Inputs { a: drawn(a, seed), b: drawn(b, seed.wrapping_add(1)), op: *op };
                self.change(next)
            }
            Act::Reset => self.reset(),
            Act::Transpose(slot @ (A | B)) => {
                let inputs = self.edits.now();
                let Some(operand) = inputs.get(slot) else { return Change::Nothing };
                let next = inputs.with(slot, operand.transposed());
                self.change(next)
            }
            Act::Resize(slot, axis, size) => self.resize(slot, axis, size),
            Act::Paste(slot, operand) => match self.put(self.edits.now(), slot, &operand) {
                Some(next) => self.change(next),
                None => Change::Nothing,
            },
            Act::PasteAll(operands) => {
                let mut next = self.edits.now().clone();
                for (slot, operand) in [A, B].into_iter().zip(&operands) {
                    let Some(put) = self.put(&next, slot, operand) else { return Change::Nothing };
                    next = put;
                }
                self.change(next)
            }
            Act::Fix(index) => match fixes::offered(self.inputs()).into_iter().nth(index) {
                Some(offer) => self.change(offer.inputs),
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
        if self.reading == Reading::Measure {
            return Walk { t: self.cursor, len: PAIRS.len() - 1 };
        }
        let (t, len) = self.ticks(Lane::Loop);
        Walk { t, len }
    }

    fn board(&self, cx: &Cx) -> Board {
        board::board(self, cx)
    }

    fn moment(&self, cx: &Cx) -> Moment {
        match self.reading {
            Reading::Steps => scene::moment(self, cx),
            Reading::Measure => measure::moment(self, cx),
        }
    }

    fn examples(&self, locale: Locale) -> Vec<Example> {
        EXAMPLES.iter().map(|example| Example { key: example.key, label: (example.label)(locale) }).collect()
    }

    fn code(&self, language: Language) -> String {
        code::code(self, language)
    }

    fn operand(&self, slot: Slot) -> Option<&Operand> {
        match slot {
            A => Some(&self.front[0]),
            B => Some(&self.front[1]),
            _ => None,
        }
    }
}
