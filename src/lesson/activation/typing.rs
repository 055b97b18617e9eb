//! Numbers that are typed, dragged, or changed by keys.

use super::inputs::{A, BIAS, DEPTH, HI, LO, MAX_DEPTH, Scalar, W, WARD, X};
use super::model::{Activation, View};
use super::picture::table::shown;
use crate::screen::{Change, Slot};

/// A step of x, of a cell and of the bias by keys.
const NOTCH: f64 = 0.1;

impl Activation {
    /// Whether a slot holds a number of its own.
    pub(super) fn is_scalar(&self, slot: Slot) -> bool {
        matches!(slot, X | LO | HI | W | DEPTH | BIAS)
    }

    /// What is seen after x has moved: all of it.
    pub(super) fn moved(&mut self, slot: Slot) {
        if slot == X && self.view == View::Curve {
            self.go(self.len());
        } else {
            self.go(self.t());
        }
    }

    pub(super) fn type_scalar(&mut self, slot: Slot, scalar: Scalar) -> Change {
        let next = self.inputs().with_scalar(slot, scalar, self.own_domain());
        self.edits.type_into(next);
        self.moved(slot);
        Change::All
    }

    pub(super) fn type_cell(&mut self, slot: Slot, index: usize, text: &str) -> Change {
        // A field that was opened and left says what the cell shows, rounded.
        if text.trim() == shown(self, slot, index) {
            return Change::All;
        }
        let inputs = self.inputs();
        let base = if slot == WARD { inputs.settled() } else { inputs.clone() };
        let Some(operand) = base.operand(slot) else { return Change::Nothing };
        if index >= operand.shape().numel() {
            return Change::Nothing;
        }
        let next = base.with(slot, operand.with_text(index, text));
        self.edits.type_into(next);
        Change::All
    }

    /// The number in a slot that can be dragged or changed by keys.
    pub(super) fn number(&self, slot: Slot, index: usize) -> Option<f64> {
        let inputs = self.inputs();
        match slot {
            A => self.z(index),
            WARD => {
                let cols = inputs.sizes(WARD).1.max(1);
                let column = if index % cols < cols { inputs.column(index % cols) } else { Vec::new() };
                column.get(index / cols).copied().flatten()
            }
            LO => Some(self.domain().0),
            HI => Some(self.domain().1),
            _ => inputs.scalar(slot)?.read().ok(),
        }
    }

    /// Puts a number in a slot, rounded to a multiple of `unit` and kept within what the slot takes.
    pub(super) fn put(&mut self, slot: Slot, index: usize, value: f64, unit: f64) -> Change {
        let per = (1.0 / unit).round().max(1.0);
        let value = (value * per).round() / per + 0.0;
        if !value.is_finite() {
            return Change::Nothing;
        }
        match slot {
            A | WARD => self.type_cell(slot, index, &super::digits::whole(value)),
            BIAS => {
                let end = self.bias_end();
                self.type_scalar(slot, value.clamp(-end, end).into())
            }
            DEPTH => self.type_scalar(slot, value.clamp(1.0, MAX_DEPTH as f64).into()),
            X | W => self.type_scalar(slot, value.into()),
            LO if value < self.domain().1 => self.type_scalar(slot, value.into()),
            HI if value > self.domain().0 => self.type_scalar(slot, value.into()),
            _ => Change::Nothing,
        }
    }

    /// Changes a number by notches.
    pub(super) fn nudge(&mut self, slot: Slot, index: usize, by: i64) -> Change {
        let Some(value) = self.number(slot, index) else { return Change::Nothing };
        let (notch, unit) = match slot {
            DEPTH => (1.0, 1.0),
            W => (0.5, 0.01),
            LO | HI => (1.0, 0.01),
            _ => (NOTCH, 0.01),
        };
        self.put(slot, if slot == BIAS { 0 } else { index }, value + notch * by as f64, unit)
    }

    pub(super) fn slide(&mut self, slot: Slot, index: usize, value: f64, fine: bool) -> Change {
        let unit = if fine {
            0.01
        } else if slot == BIAS {
            0.1
        } else {
            0.05
        };
        // In the reading of dead neurons the largest z is dragged, and the bias follows.
        let value = if slot == BIAS && index == 1 {
            let (Some(z), Some(bias)) = (self.point().x, self.number(BIAS, 0)) else { return Change::Nothing };
            bias + value - z
        } else {
            value
        };
        self.put(slot, if slot == BIAS { 0 } else { index }, value, unit)
    }
}
