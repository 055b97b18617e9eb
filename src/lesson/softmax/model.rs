//! The lesson's state: what is computed, how it is read, and how far the walk is.

use super::inputs::{Inputs, Scores, Z};
use super::place::same_place;
use super::solved::Solved;
use crate::lesson::edits::Edits;
use crate::lesson::order::in_order;
use crate::plot::Kept;
use crate::screen::Change;
use matwalk_core::trace::Grain;
use matwalk_core::trace::softmax::{Output, Step, Trace};
use std::sync::Arc;

/// The readings, in the order of their keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Probabilities: the heights, piled up and read as 1.
    #[default]
    Prob,
    /// How many times one probability is another.
    Ratio,
    /// Logarithms of probabilities; one of them is the loss.
    Log,
}

impl View {
    /// All of them.
    pub const ALL: [View; 3] = [View::Prob, View::Ratio, View::Log];

    /// Its name in the address.
    pub fn key(self) -> &'static str {
        match self {
            View::Prob => "prob",
            View::Ratio => "ratio",
            View::Log => "log",
        }
    }
}

/// What the picture is drawn from besides the inputs: changes with a drag.
#[derive(Clone, Debug, Default)]
pub struct Drag {
    /// The scores when the ruler was taken hold of.
    pub base: Option<Scores>,
    /// The window of scores when a point was taken hold of: it stays until the point is let go.
    pub window: Option<(f64, f64)>,
}

/// The lesson's state.
#[derive(Debug)]
pub struct Softmax {
    pub(super) edits: Edits<Inputs>,
    pub(super) opened: Opened,
    pub(super) view: View,
    /// How much one step does; `None` for what suits the shape.
    pub(super) grain: Option<Grain>,
    /// The right class, from 0.
    pub(super) class: usize,
    /// The two classes that are compared, from 0; `None` for the largest and the third.
    pub(super) pair: Option<(usize, usize)>,
    pub(super) t: usize,
    pub(super) solved: Arc<Solved>,
    pub(super) drag: Drag,
    /// The curve's path, while nothing that it depends on changes.
    pub(super) curve: Kept<[u64; 10], String>,
}

/// What Reset goes back to.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The inputs.
    pub inputs: Inputs,
    /// The reading.
    pub view: View,
    /// How much one step does.
    pub grain: Option<Grain>,
    /// The right class.
    pub class: usize,
    /// The two that are compared.
    pub pair: Option<(usize, usize)>,
    /// How many steps are finished.
    pub t: usize,
}

impl Opened {
    /// Inputs at the start of the walk, in the first reading.
    pub fn new(inputs: Inputs) -> Opened {
        Opened { inputs, view: View::Prob, grain: None, class: 0, pair: None, t: 0 }
    }
}

impl Softmax {
    /// The lesson in that state.
    pub fn new(opened: Opened) -> Softmax {
        let solved = Arc::new(Solved::of(&opened.inputs));
        let mut lesson = Softmax {
            edits: Edits::new(opened.inputs.clone()),
            view: opened.view,
            grain: opened.grain,
            class: opened.class,
            pair: opened.pair,
            t: opened.t,
            opened,
            solved,
            drag: Drag::default(),
            curve: Kept::default(),
        };
        lesson.t = lesson.t.min(lesson.trace().len());
        lesson
    }

    /// What is computed.
    pub fn inputs(&self) -> &Inputs {
        self.edits.now()
    }

    /// What follows from it.
    pub fn solved(&self) -> &Solved {
        &self.solved
    }

    /// How much one step does.
    pub fn grain(&self) -> Grain {
        let by_shape = if self.inputs().z.is_matrix() { Grain::Coarse } else { Grain::Fine };
        self.grain.unwrap_or(by_shape)
    }

    /// The walk of this reading. The ratio stands at the end of the probabilities'.
    pub fn trace(&self) -> Trace {
        let output = if self.view == View::Log { Output::LogSoftmax } else { Output::Softmax };
        let solved = &self.solved;
        Trace::new(solved.groups.len(), solved.len(), solved.options, output, self.grain())
    }

    /// How many steps are finished: all of them while two are compared.
    pub fn finished(&self) -> usize {
        if self.view == View::Ratio { self.trace().len() } else { self.t }
    }

    /// The step that finished last; none before the first and while two are compared.
    pub fn step(&self) -> Option<Step> {
        if self.view == View::Ratio {
            return None;
        }
        self.t.checked_sub(1).and_then(|index| self.trace().step(index))
    }

    /// The group that the walk is in.
    pub fn group_index(&self) -> usize {
        let rows = self.solved.groups.len();
        match self.step() {
            Some(step) => step.row,
            None if self.view == View::Ratio => rows.saturating_sub(1),
            None => 0,
        }
    }

    /// The two elements that are compared: the chosen ones, or the largest and the third.
    pub fn compared(&self) -> Option<(usize, usize)> {
        let n = self.solved.len();
        if let Some((a, b)) = self.pair.filter(|(a, b)| *a < n && *b < n && a != b) {
            return Some((a, b));
        }
        let group = self.solved.groups.get(self.group_index())?;
        let mut order: Vec<usize> = (0..n).collect();
        in_order(&mut order, |i, j| group.phases.logits[*i].total_cmp(&group.phases.logits[*j]).is_gt());
        let other = order.get(2).or(order.get(1))?;
        Some((order[0], *other))
    }

    /// Changes how things are read or computed by `change` and keeps the place: the same phase of the same element.
    pub(super) fn keeping_place(&mut self, change: impl FnOnce(&mut Softmax)) -> Change {
        let before = self.trace();
        let at_end = self.finished() == before.len();
        let step = self.step();
        change(self);
        self.solve();
        let trace = self.trace();
        self.t = match step {
            Some(step) if !at_end => same_place(&trace, &step),
            None if !at_end => 0,
            _ => trace.len(),
        };
        Change::All
    }

    pub(super) fn solve(&mut self) {
        self.solved = Arc::new(Solved::of(self.edits.now()));
        self.t = self.t.min(self.trace().len());
    }

    /// Replaces the inputs and keeps the place.
    pub(super) fn change(&mut self, next: Inputs) -> Change {
        if *self.inputs() == next {
            return Change::Nothing;
        }
        self.drag = Drag::default();
        self.keeping_place(|lesson| {
            lesson.edits.change(next);
        })
    }

    /// Replaces the inputs while they are typed or dragged.
    pub(super) fn type_into(&mut self, next: Inputs) -> Change {
        if *self.inputs() == next {
            return Change::Nothing;
        }
        self.keeping_place(|lesson| lesson.edits.type_into(next))
    }

    /// Ends typing or dragging.
    pub(super) fn end(&mut self) -> Change {
        self.edits.end();
        self.drag = Drag::default();
        Change::All
    }

    /// Opens an example, a link, or what was opened last.
    pub(super) fn open(&mut self, opened: Opened) -> Change {
        self.drag = Drag::default();
        self.edits.change(opened.inputs.clone());
        self.show(&opened);
        self.opened = opened;
        Change::All
    }

    fn show(&mut self, opened: &Opened) {
        (self.view, self.grain, self.class, self.pair, self.t) =
            (opened.view, opened.grain, opened.class, opened.pair, opened.t);
        self.solve();
    }

    /// Whether what is shown is that state but for the step.
    pub(super) fn is(&self, opened: &Opened) -> bool {
        let same = (self.view, self.class) == (opened.view, opened.class);
        same && *self.inputs() == opened.inputs
    }

    /// What the drawing calls a cell of the scores.
    pub(super) fn cell_name(&self, index: usize) -> String {
        match self.inputs().z.dims[..] {
            [_, cols] if cols > 0 => format!("{}-{}-{}", Z.0, index / cols, index % cols),
            _ => format!("{}-{index}", Z.0),
        }
    }
}
