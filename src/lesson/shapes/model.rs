//! The lesson's state: what is compared, and how far the walk is.

use super::example::EXAMPLES;
use super::fixes::{self, Offer};
use super::inputs::{A, B, Inputs, Op};
use super::names::Names;
use super::origin::Origins;
use super::sizes::{Size, Wrong, check, typed_size};
use super::solved::Solved;
use super::typed::{Typed, is_message, shapes};
use crate::lesson::edits::Edits;
use crate::lesson::told::Told;
use crate::screen::{Change, Slot};
use crate::words::Locale;
use std::sync::Arc;

/// A text that is no size or shape; it stays where it was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct WrongText {
    /// Where.
    pub slot: Slot,
    /// The dimension; `None` for a whole shape.
    pub index: Option<usize>,
    /// The text.
    pub text: String,
    /// Why it is none.
    pub why: Wrong,
}

/// A pasted text that has yet to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// Whether it came with a link, and so belongs into the next one; a paste is in a link by the lines that were used.
    pub linked: bool,
    /// The text, which may be long.
    pub text: Arc<str>,
    /// The step that the walk stands at then; `None` for the end.
    pub t: Option<usize>,
    /// The message it was pasted with, and its place among the others of that paste.
    pub of: Option<(Arc<Told>, usize)>,
}

/// The lesson's state.
#[derive(Clone, Debug)]
pub struct Shapes {
    pub(super) edits: Edits<Inputs>,
    pub(super) opened: Inputs,
    /// The wording of versions before 2.15.
    pub(super) old: bool,
    pub(super) t: usize,
    pub(super) solved: Arc<Solved>,
    pub(super) wrong: Option<WrongText>,
    /// Where the sizes come from that a fix has just moved.
    pub(super) origins: Option<Origins>,
    /// A pasted text that has yet to be read.
    pub(super) pending: Option<Pending>,
    /// What was read last, if it told no shape.
    pub(super) heard: Option<Arc<Told>>,
}

impl Default for Shapes {
    fn default() -> Shapes {
        Shapes::new(EXAMPLES[0].inputs())
    }
}

impl Shapes {
    /// The lesson at the end of the walk through these inputs.
    pub fn new(inputs: Inputs) -> Shapes {
        let solved = Arc::new(Solved::of(&inputs));
        Shapes {
            t: solved.steps.len(),
            solved,
            edits: Edits::new(inputs.clone()),
            opened: inputs,
            old: false,
            wrong: None,
            pending: None,
            origins: None,
            heard: None,
        }
    }

    /// The operation and the shapes.
    pub fn inputs(&self) -> &Inputs {
        self.edits.now()
    }

    /// What follows from them.
    pub fn solved(&self) -> &Solved {
        &self.solved
    }

    /// Whether the walk is at its end.
    pub fn is_over(&self) -> bool {
        self.t == self.solved.steps.len()
    }

    /// The fixes and choices, in a language.
    pub(super) fn offers(&self, locale: Locale) -> Vec<Offer> {
        fixes::offers(&Names { locale, op: self.inputs().op }, self.inputs(), &self.solved)
    }

    /// The example that is open and unchanged.
    pub(super) fn example(&self) -> Option<usize> {
        EXAMPLES.iter().position(|example| {
            let inputs = example.inputs();
            let now = self.inputs();
            let same_b = !now.has_b() || inputs.b == now.b;
            let same_bias = now.op != Op::Linear || inputs.bias == now.bias;
            (inputs.op, &inputs.a, inputs.dim) == (now.op, &now.a, now.dim) && same_b && same_bias
        })
    }

    /// Replaces the inputs and stands at the end of their walk.
    pub(super) fn change(&mut self, next: Inputs) -> Change {
        self.edits.change(next);
        self.wrong = None;
        self.heard = None;
        self.pending = None;
        self.origins = None;
        self.solve();
        Change::All
    }

    pub(super) fn solve(&mut self) {
        self.solved = Arc::new(Solved::of(self.edits.now()));
        self.t = self.solved.steps.len();
    }

    pub(super) fn open(&mut self, inputs: Inputs) -> Change {
        self.opened = inputs.clone();
        self.change(inputs)
    }

    /// Takes a whole shape as typed, or a text with shapes in it, or a message that the reader has to read.
    pub(super) fn write(&mut self, slot: Slot, text: &str) -> Change {
        // A sentence in a shape's field is a message in the wrong place; a word or two are a shape that can't be read.
        if is_message(text) && text.split_whitespace().count() > 3 {
            return self.tell(text);
        }
        let inputs = self.inputs();
        let next = match shapes(text).as_deref() {
            Ok([Typed::Layer(weight)]) if slot == B && inputs.op != Op::Linear => {
                inputs.by(Op::Linear).with(B, weight.clone())
            }
            Ok([one]) if slot == B && inputs.op == Op::Linear || slot != B => inputs.with(slot, one.dims().clone()),
            Ok([one]) => inputs.with(slot, one.dims().clone()),
            Ok([a, b]) => self.both(a, b),
            Ok(_) => return self.refuse(slot, None, text, Wrong::NoShape),
            Err(wrong) => return self.refuse(slot, None, text, *wrong),
        };
        self.change(next)
    }

    pub(super) fn both(&self, a: &Typed, b: &Typed) -> Inputs {
        let inputs = self.inputs();
        let op = match (b, inputs.op) {
            (Typed::Layer(_), _) => Op::Linear,
            (_, Op::Softmax) => Op::Matmul,
            (_, op) => op,
        };
        let by = |op| inputs.by(op).with(A, a.dims().clone()).with(B, b.dims().clone());
        let runs = |next: &Inputs| Solved::of(next).raised.is_none();
        // Two shapes without a word: where the present operation refuses them, a product that takes them was meant.
        let is_layer = matches!(b, Typed::Layer(_));
        let (next, product) = (by(op), by(Op::Matmul));
        if !is_layer && !runs(&next) && runs(&product) { product } else { next }
    }

    pub(super) fn refuse(&mut self, slot: Slot, index: Option<usize>, text: &str, why: Wrong) -> Change {
        self.wrong = Some(WrongText { slot, index, text: text.to_owned(), why });
        Change::All
    }

    /// Takes a pasted text: shapes at once, a message when its reader is there.
    pub(super) fn tell(&mut self, text: &str) -> Change {
        if !is_message(text)
            && let Ok(found) = shapes(text)
        {
            let next = match &found[..] {
                [Typed::Layer(weight)] => self.inputs().by(Op::Linear).with(B, weight.clone()),
                [one] => self.inputs().with(A, one.dims().clone()),
                [a, b, ..] => self.both(a, b),
                [] => return Change::Nothing,
            };
            return self.change(next);
        }
        self.pending = Some(Pending { text: text.into(), t: None, of: None, linked: false });
        self.wrong = None;
        Change::All
    }

    /// Changes one size as typed; nothing takes a dimension of size 1 away.
    pub(super) fn resize(&mut self, slot: Slot, index: usize, text: &str) -> Change {
        let Some(dims) = self.inputs().get(slot) else { return Change::Nothing };
        let Some(old) = dims.get(index).copied() else { return Change::Nothing };
        let mut next = dims.clone();
        if text.trim().is_empty() && old == Size::Known(1) {
            next.remove(index);
            return self.change(self.inputs().with(slot, next));
        }
        match typed_size(text) {
            Ok(size) => {
                next[index] = size;
                match check(&next) {
                    Ok(()) if size == old => {
                        self.wrong = None;
                        Change::All
                    }
                    Ok(()) => self.change(self.inputs().with(slot, next)),
                    Err(why) => self.refuse(slot, Some(index), text, why),
                }
            }
            Err(why) => self.refuse(slot, Some(index), text, why),
        }
    }

    /// Changes one size by as much.
    pub(super) fn nudge(&mut self, slot: Slot, index: usize, by: i64) -> Change {
        let old = self.inputs().get(slot).and_then(|dims| dims.get(index).copied());
        let Some(old) = old else { return Change::Nothing };
        let from = old.known().unwrap_or(0) as i64;
        let size = from.saturating_add(by).max(0).to_string();
        self.resize(slot, index, &size)
    }
}
