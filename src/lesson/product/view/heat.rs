//! The stage with large matrices: heat maps, with the same stepping and a read-out.

use super::grids::cell_words;
use super::{Lesson, Shown};
use crate::figure;
use crate::lesson::operand::Side;
use crate::lesson::product::model::{Inputs, Msg};
use crate::lesson::product::sentence::{self, shape_text};
use crate::say;
use crate::ui::Role;
use crate::ui::heat_map::{HeatMap, Mark};
use leptos::prelude::*;
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::{Reading, Step, Trace};
use std::ops::Range;
use std::sync::Arc;

/// The largest finite magnitude, which colours are scaled to.
fn scale_of(values: &[f32]) -> f32 {
    values.iter().filter(|value| value.is_finite()).fold(0.0, |most, value| most.max(value.abs()))
}

/// An operand as a heat map.
#[component]
pub fn OperandHeat(lesson: Lesson, side: Side) -> impl IntoView {
    let shell = lesson.shell;
    let operand = Memo::new(move |_| lesson.inputs.with(|inputs| inputs.get(side).clone()));
    let name = move || sentence::name(side, operand.with(|operand| operand.is_vector()));
    let size = Memo::new(move |_| operand.with(|operand| operand.paper(side)));
    let values = Memo::new(move |_| {
        operand
            .with(|operand| Arc::new((0..operand.shape().numel()).map(|i| operand.value(i).ok()).collect::<Vec<_>>()))
    });
    let scale = Memo::new(move |_| operand.with(|operand| scale_of(operand.tensor().data())));
    let marks = Memo::new(move |_| {
        lesson.scene.with(|scene| {
            let Some(scene) = scene else { return Vec::new() };
            let span = |step: &Step| match side {
                Side::Lhs => (step.rows.clone(), step.inner.clone()),
                Side::Rhs => (step.inner.clone(), step.cols.clone()),
            };
            let mut marks = Vec::new();
            if let Some(block) = &scene.block {
                let (rows, cols) = span(block);
                marks.push(Mark { rows, cols, role: Role::Contributing });
            }
            if let Some((rows, cols)) =
                scene.step.as_ref().map(span).filter(|(rows, cols)| rows.len() * cols.len() == 1)
            {
                marks.push(Mark { rows, cols, role: Role::Active });
            }
            marks
        })
    });
    let read = move |(row, col): (usize, usize)| {
        let (rank, cols) = operand.with_untracked(|operand| (operand.shape().rank(), operand.paper(side).1));
        let value = operand.with_untracked(|operand| operand.value(row * cols + col));
        say_cell(lesson, name(), rank, (row, col), value.ok())
    };
    let title = Signal::derive(move || operand.with(|operand| format!("{} {}", name(), shape_text(operand.shape()))));
    let label = Signal::derive(move || {
        let (rows, cols) = size.get();
        say!(shell.locale.get(), stage.heat, name = name(), rows = rows, cols = cols)
    });
    view! { <HeatMap key=side.key() label title size values scale marks theme=shell.theme read/> }
}

fn say_cell(lesson: Lesson, name: &str, rank: usize, (row, col): (usize, usize), value: Option<f32>) -> String {
    let value = value.map_or_else(|| "…".to_owned(), figure::whole);
    let cell = cell_words(lesson, name, rank, row, col);
    say!(lesson.locale(), stage.heat_read, name = cell, value = value)
}

/// What the result's cells hold after `t` steps. Going on from an earlier moment costs only the steps between.
struct Progress {
    /// Which inputs it belongs to.
    version: usize,
    trace: Trace,
    t: usize,
    sums: Vec<f32>,
    /// The sums that have begun and can be known.
    shown: Arc<Vec<Option<f32>>>,
}

impl Progress {
    fn start(version: usize, trace: Trace) -> Progress {
        let cells = trace.m * trace.n;
        // A sum of nothing is there from the start.
        let first = (trace.k == 0).then_some(0.0);
        Progress { version, trace, t: 0, sums: vec![0.0; cells], shown: Arc::new(vec![first; cells]) }
    }

    fn go_on(&mut self, t: usize, inputs: &Inputs) {
        let Ok(plan) = inputs.plan() else { return };
        let trace = self.trace;
        let steps = self.t..t;
        trace.run(inputs.lhs.tensor().data(), inputs.rhs.tensor().data(), steps.clone(), &mut self.sums);
        self.t = t;
        let sound = inputs.lhs.is_sound() && inputs.rhs.is_sound();
        let shown = Arc::make_mut(&mut self.shown);
        let mut show = |row: usize, col: usize| {
            let index = row * trace.n + col;
            shown[index] = (sound || !inputs.blocks(&plan, row, col)).then_some(self.sums[index]);
        };
        let cells =
            |rows: Range<usize>, cols: Range<usize>| rows.flat_map(move |row| cols.clone().map(move |col| (row, col)));
        if steps.len() > self.sums.len() {
            cells(0..trace.m, 0..trace.n)
                .filter(|&(row, col)| trace.terms_done(t, row, col) > 0)
                .for_each(|(row, col)| show(row, col));
        } else {
            for step in steps.filter_map(|index| trace.step(index)) {
                cells(step.rows, step.cols).for_each(|(row, col)| show(row, col));
            }
        }
    }
}

/// The result as a heat map.
#[component]
pub fn OutHeat(lesson: Lesson) -> impl IntoView {
    let shell = lesson.shell;
    let size = Memo::new(move |_| {
        lesson.outcome.with(|outcome| outcome.0.product().map_or((0, 0), |product| (product.plan.m, product.plan.n)))
    });
    // Which inputs `progress` belongs to: another version starts it anew.
    let version = Memo::new(move |before: Option<&usize>| {
        lesson.inputs.track();
        before.map_or(0, |before| before + 1)
    });
    let progress = Memo::new_owning(move |before: Option<Progress>| {
        let version = version.get();
        let (trace, t) = lesson.scene.with(|scene| {
            scene
                .as_ref()
                .map_or_else(|| (Trace::new(0, 0, 0, Reading::Dot, Grain::Fine), 0), |scene| (scene.trace, scene.t))
        });
        let mut now = before
            .filter(|before| before.version == version && before.trace == trace && before.t <= t)
            .unwrap_or_else(|| Progress::start(version, trace));
        lesson.inputs.with_untracked(|inputs| now.go_on(t, inputs));
        (now, true)
    });
    let values = Signal::derive(move || progress.with(|progress| progress.shown.clone()));
    let scale = Memo::new(move |_| {
        lesson.outcome.with(|outcome| outcome.0.product().map_or(0.0, |product| scale_of(product.out.data())))
    });
    let marks = Memo::new(move |_| {
        lesson.scene.with(|scene| {
            let step = scene.as_ref().and_then(|scene| scene.step.clone());
            let mark = |step: Step| Mark { rows: step.rows, cols: step.cols, role: Role::Active };
            step.map(mark).into_iter().collect::<Vec<_>>()
        })
    });
    let name = move || {
        let Shown(product) = lesson.product();
        product.map_or("C", |product| if product.plan.out.rank() == 2 { "C" } else { "c" })
    };
    let read = move |(row, col): (usize, usize)| {
        let rank =
            lesson.outcome.with_untracked(|outcome| outcome.0.product().map_or(2, |product| product.plan.out.rank()));
        let cols = size.get_untracked().1;
        let value = values.with(|values| values.get(row * cols + col).copied().flatten());
        say_cell(lesson, name(), rank, (row, col), value)
    };
    let title = Signal::derive(move || {
        let Shown(product) = lesson.product();
        product.map_or(String::new(), |product| format!("{} {}", name(), shape_text(product.plan.out)))
    });
    let label = Signal::derive(move || {
        let (rows, cols) = size.get();
        say!(shell.locale.get(), stage.heat, name = name(), rows = rows, cols = cols)
    });
    let on_pick = move |index| {
        lesson.playing.set(false);
        lesson.send(Msg::JumpToCell(index));
    };
    view! { <HeatMap key="out" label title size values scale marks theme=shell.theme read on_pick/> }
}
