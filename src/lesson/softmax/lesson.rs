//! The lesson as the frame sees it.

use super::inputs::{Inputs, RULER, Score, Scores, TEMP, Z, rounded};
use super::model::{Opened, Softmax, View};
use super::{address, board, code, example, fixes, layout, moment};
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::link::Unlinkable;
use crate::lesson::operand::Operand;
use crate::playback::Jump;
use crate::route::{Address, BadKey};
use crate::screen::{Act, Board, Change, Cx, Example, Moment, Slot, Walk};
use crate::words::Locale;
use matwalk_core::number::{parse64, shortest64};
use matwalk_core::trace::Grain;

impl Default for Softmax {
    fn default() -> Softmax {
        Softmax::new(example::first())
    }
}

impl Softmax {
    pub(super) fn with_z(&self, z: Scores) -> Inputs {
        Inputs { z, ..self.inputs().clone() }
    }

    fn jump(&mut self, jump: Jump) -> Change {
        let len = self.trace().len();
        if self.view != View::Ratio {
            self.t = jump.from(self.t, len);
            return Change::Step;
        }
        // Two probabilities are compared when both are there: at the end. Away from it they are made.
        let t = jump.from(len, len);
        if t == len {
            return Change::Nothing;
        }
        (self.view, self.t) = (View::Prob, t);
        Change::All
    }

    fn choose(&mut self, setting: &str, choice: usize) -> Change {
        match setting {
            "view" => match View::ALL.get(choice) {
                Some(view) => {
                    let stays = *view == View::Ratio || self.view == View::Ratio;
                    let t = self.t;
                    let view = *view;
                    self.keeping_place(|lesson| lesson.view = view);
                    if stays && view != View::Log {
                        self.t = t.min(self.trace().len());
                    }
                    Change::All
                }
                None => Change::Nothing,
            },
            "grain" if choice < 2 => {
                let grain = if choice == 0 { Grain::Fine } else { Grain::Coarse };
                self.keeping_place(|lesson| lesson.grain = Some(grain))
            }
            "dim" if choice < self.inputs().z.dims.len() => self.turn(choice as i64),
            _ => Change::Nothing,
        }
    }

    fn turn(&mut self, dim: i64) -> Change {
        self.change(Inputs { dim, ..self.inputs().clone() })
    }

    /// A number of the picture dragged to about this value.
    fn slide(&mut self, slot: Slot, index: usize, value: f64, fine: bool) -> Change {
        let parts = if fine { 100.0 } else { 10.0 };
        match slot {
            Z if index < self.inputs().z.cells.len() => {
                let window = layout::window(self);
                self.drag.window.get_or_insert(window);
                let next = self.inputs().z.with(index, Score::of(rounded(value, parts)));
                self.type_into(self.with_z(next))
            }
            RULER => {
                let now = self.inputs().z.clone();
                let base = self.drag.base.get_or_insert(now);
                let next = base.shifted(rounded(value, parts));
                self.type_into(self.with_z(next))
            }
            TEMP => {
                let digits = parse64(&format!("{value:.1e}")).unwrap_or(value);
                self.type_into(Inputs { temp: shortest64(digits), ..self.inputs().clone() })
            }
            _ => Change::Nothing,
        }
    }

    /// A number moved by notches: scores by a tenth, the temperature by a tenth of itself.
    fn nudge(&mut self, slot: Slot, index: usize, by: i64) -> Change {
        let by = by as f64;
        match slot {
            Z => match self.inputs().z.value(index) {
                Some(value) if value.is_finite() => {
                    let next = self.inputs().z.with(index, Score::of(rounded(value + by / 10.0, 100.0)));
                    self.type_into(self.with_z(next))
                }
                _ => Change::Nothing,
            },
            RULER => self.type_into(self.with_z(self.inputs().z.shifted(by / 10.0))),
            TEMP => {
                let Ok(now) = self.inputs().temperature() else { return Change::Nothing };
                let next = (now * 1.1f64.powf(by)).clamp(board::TEMPERATURES.0, board::TEMPERATURES.1);
                let next = parse64(&format!("{next:.2e}")).unwrap_or(next);
                self.type_into(Inputs { temp: shortest64(next), ..self.inputs().clone() })
            }
            _ => Change::Nothing,
        }
    }

    fn edit(&mut self, slot: Slot, index: usize, text: &str) -> Change {
        match slot {
            Z if index < self.inputs().z.cells.len() => {
                self.type_into(self.with_z(self.inputs().z.with(index, Score::typed(text))))
            }
            TEMP => self.type_into(Inputs { temp: text.trim().to_owned(), ..self.inputs().clone() }),
            _ => Change::Nothing,
        }
    }
}

impl Lesson for Softmax {
    fn read(&mut self, address: &Address) -> Vec<BadKey> {
        let (opened, bad) = address::read(address);
        self.open(opened);
        bad
    }

    fn write(&self) -> Result<Vec<(&'static str, String)>, Unlinkable> {
        address::write(self)
    }

    fn act(&mut self, act: Act) -> Change {
        match act {
            Act::Jump(jump) => self.jump(jump),
            Act::Edit(slot, index, text) => self.edit(slot, index, &text),
            Act::EndEdit => self.end(),
            Act::CancelEdit => {
                self.keeping_place(|lesson| lesson.edits.cancel());
                self.end()
            }
            Act::Slide { slot, index, value, fine } => self.slide(slot, index, value, fine),
            Act::Nudge(slot, index, by) => self.nudge(slot, index, by),
            Act::Press(name) => self.press(&name),
            Act::Choose(setting, choice) => self.choose(setting, choice),
            Act::Example(index) => match example::EXAMPLES.get(index) {
                Some(example) => self.open(example.opened()),
                None => Change::Nothing,
            },
            Act::Random(seed) => {
                let dims = self.inputs().z.dims.clone();
                self.change(self.with_z(Scores::seeded(&dims, seed)))
            }
            Act::Reset => {
                let opened: Opened = self.opened.clone();
                self.open(opened)
            }
            Act::Resize(Z, axis, size) => self.resize(axis, size),
            Act::SetVector(Z, vector) => self.set_vector(vector),
            Act::Transpose(Z) => self.transpose(),
            Act::Paste(Z, operand) => self.paste(&operand),
            Act::PasteAll(operands) => operands.first().map_or(Change::Nothing, |operand| self.paste(operand)),
            Act::Fix(index) => match fixes::dims(self).get(index) {
                Some(dim) => self.turn(*dim),
                None => Change::Nothing,
            },
            Act::Undo => self.keeping_place(|lesson| {
                lesson.edits.undo();
            }),
            Act::Redo => self.keeping_place(|lesson| {
                lesson.edits.redo();
            }),
            _ => Change::Nothing,
        }
    }

    fn walk(&self) -> Walk {
        Walk { t: self.finished(), len: self.trace().len() }
    }

    fn board(&self, cx: &Cx) -> Board {
        board::board(self, cx)
    }

    fn moment(&self, cx: &Cx) -> Moment {
        moment::moment(self, cx)
    }

    fn examples(&self, locale: Locale) -> Vec<Example> {
        example::EXAMPLES.iter().map(|example| Example { key: example.key, label: (example.label)(locale) }).collect()
    }

    fn code(&self, language: Language) -> String {
        code::code(self, language)
    }

    fn operand(&self, _: Slot) -> Option<&Operand> {
        None
    }
}
