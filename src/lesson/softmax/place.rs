//! Presses that lead to a place: a number of the picture, a class, one of the six ways to compute.

use super::address::{mode_key, precision_key};
use super::inputs::Inputs;
use super::model::{Softmax, View};
use super::solved::{MODES, PRECISIONS};
use crate::screen::Change;
use matwalk_core::trace::softmax::{Phase, Step, Trace};

impl Softmax {
    /// Does what something in the picture or a card is named for: `go-x-3`, `group-1`, `class-2`, `case-naive-f16`.
    pub(super) fn press(&mut self, name: &str) -> Change {
        let words: Vec<&str> = name.split('-').collect();
        let number = |text: &str| text.parse::<usize>().ok();
        match words[..] {
            ["go", what, element] => number(element).map_or(Change::Nothing, |element| {
                let group = self.group_index();
                self.go(what, group, element)
            }),
            ["go", what, group, element] => match (number(group), number(element)) {
                (Some(group), Some(element)) => self.go(what, group, element),
                _ => Change::Nothing,
            },
            ["class", element] => number(element).map_or(Change::Nothing, |element| self.choose_class(element)),
            ["case", mode, precision] => {
                let mode = MODES.into_iter().find(|own| mode_key(*own) == mode);
                let precision = PRECISIONS.into_iter().find(|own| precision_key(*own) == precision);
                match (mode, precision) {
                    (Some(mode), Some(precision)) => self.change(Inputs { mode, precision, ..self.inputs().clone() }),
                    _ => Change::Nothing,
                }
            }
            _ => Change::Nothing,
        }
    }

    /// To the step that finishes a number.
    fn go(&mut self, what: &str, group: usize, element: usize) -> Change {
        let phase = match what {
            "s" => Phase::Scale,
            "m" => Phase::Max,
            "x" => Phase::Shift,
            "e" => Phase::Exp,
            "sum" => Phase::Sum,
            "p" => Phase::Divide,
            "ln" => Phase::Log,
            "lp" => Phase::Subtract,
            _ => return Change::Nothing,
        };
        if element >= self.solved.len() {
            return Change::Nothing;
        }
        let was = self.view;
        if self.view == View::Ratio {
            self.view = View::Prob;
        }
        match self.trace().finished_at(group, phase, element) {
            Some(t) => {
                self.t = t;
                if was == self.view { Change::Step } else { Change::All }
            }
            None => {
                self.view = was;
                Change::Nothing
            }
        }
    }

    /// The two that are compared, the higher score first.
    pub fn ranked(&self) -> Option<(usize, usize)> {
        let (a, b) = self.compared()?;
        let z = &self.solved.groups.get(self.group_index())?.stored;
        Some(if z[a] < z[b] { (b, a) } else { (a, b) })
    }

    fn choose_class(&mut self, element: usize) -> Change {
        if element >= self.solved.len() {
            return Change::Nothing;
        }
        match (self.view, self.compared()) {
            (View::Log, _) => self.class = element,
            (View::Ratio, Some((_, second))) if second != element => self.pair = Some((second, element)),
            _ => return Change::Nothing,
        }
        Change::All
    }
}

/// The same phase of the same element in another walk; where it has no such phase, the end of the phase before.
pub fn same_place(trace: &Trace, step: &Step) -> usize {
    use Phase::{Combine, Divide, Exp, Log, Max, Scale, Shift, Subtract, Sum};
    const ORDER: [Phase; 9] = [Scale, Max, Shift, Exp, Sum, Combine, Log, Divide, Subtract];
    let row = step.row.min(trace.rows.saturating_sub(1));
    let last = trace.size.saturating_sub(1);
    let element = step.elements.end.saturating_sub(1).min(last);
    let whole = step.elements.len() > 1;
    // What divides in one reading subtracts in the other.
    let twin = match step.phase {
        Divide => Subtract,
        Subtract => Divide,
        other => other,
    };
    for phase in [step.phase, twin] {
        if let Some(t) = trace.finished_at(row, phase, if whole { 0 } else { element }) {
            return t;
        }
    }
    let place = ORDER.iter().position(|phase| *phase == step.phase).unwrap_or(0);
    let before = ORDER[..place].iter().rev().find_map(|phase| trace.finished_at(row, *phase, last));
    before.unwrap_or(row.saturating_mul(trace.row_len()))
}
