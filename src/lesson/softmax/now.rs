//! The step that finished last, as formula and sentence need it.

use super::model::{Softmax, View};
use super::solved::Group;
use crate::say;
use crate::screen::Cx;
use crate::words::Locale;
use matwalk_core::trace::softmax::{Phase, Step};

/// A step in its group.
pub struct Now<'a> {
    /// The language.
    pub locale: Locale,
    /// What indices on the screen count from.
    pub base: usize,
    /// The group.
    pub group: &'a Group,
    /// The phase.
    pub phase: Phase,
    /// The element; of a whole phase the one that is shown as an example: the highest.
    pub element: usize,
    /// Whether the step works on one element.
    pub one: bool,
    /// The element that is next in the same phase.
    pub next: Option<usize>,
    /// The right class.
    pub class: usize,
    /// Whether logarithms are what follows the sum.
    log: bool,
}

impl<'a> Now<'a> {
    /// What a step of the lesson does.
    pub fn of(lesson: &'a Softmax, cx: &Cx, step: &Step) -> Option<Now<'a>> {
        let group = lesson.solved().groups.get(step.row)?;
        let one = step.elements.len() == 1 && !step.phase.is_single();
        let highest = || {
            let e = &group.phases.exps;
            (0..e.len()).filter(|i| !e[*i].is_nan()).reduce(|best, i| if e[i] > e[best] { i } else { best })
        };
        let element = if one { step.elements.start } else { highest().unwrap_or(0) };
        let next = (one && step.elements.end < group.cells.len()).then_some(step.elements.end);
        let class = lesson.class.min(group.cells.len().saturating_sub(1));
        let log = lesson.view == View::Log;
        Some(Now { locale: cx.locale, base: cx.base, group, phase: step.phase, element, one, next, class, log })
    }

    /// The question that leads from the sum to what follows it.
    pub fn ask_of_sum(&self) -> String {
        if self.log { say!(self.locale, softmax.ask_ln) } else { say!(self.locale, softmax.ask_piece) }
    }
}
