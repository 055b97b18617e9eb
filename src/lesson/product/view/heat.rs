//! The stage with large matrices: heat maps, with the same stepping and a read-out.

use super::stage::cell_words;
use super::{Lesson, Shown};
use crate::lesson::operand::Side;
use crate::lesson::product::model::Msg;
use crate::lesson::product::sentence::{self, shape_text};
use crate::say;
use crate::ui::Role;
use crate::ui::heat_map::{HeatMap, Mark};
use leptos::prelude::*;
use matwalk_core::number;
use matwalk_core::trace::matmul::{Step, Trace};
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
    let value = value.map_or_else(|| "…".to_owned(), |value| number::shortest(value).replace('-', "−"));
    let cell = cell_words(lesson, name, rank, row, col);
    say!(lesson.locale(), stage.heat_read, name = cell, value = value)
}

/// What the result's cells hold after some steps. Going on from an earlier moment costs only the steps between.
#[derive(Clone, PartialEq)]
struct Progress {
    trace: Trace,
    t: usize,
    held: Vec<f32>,
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
    let progress = Memo::new(move |before: Option<&(usize, Progress)>| {
        let version = version.get();
        lesson.inputs.with_untracked(|inputs| {
            let scene = lesson.scene.get();
            let Some(trace) = scene.as_ref().map(|scene| scene.trace) else {
                let trace = Trace::new(0, 0, 0, Default::default(), Default::default());
                return (version, Progress { trace, t: 0, held: Vec::new() });
            };
            let t = scene.map_or(0, |scene| scene.t);
            let reusable = before.filter(|(of, p)| *of == version && p.trace == trace && p.t <= t);
            let mut next = match reusable {
                Some((_, progress)) => progress.clone(),
                None => Progress { trace, t: 0, held: vec![0.0; trace.m * trace.n] },
            };
            trace.run(inputs.lhs.tensor().data(), inputs.rhs.tensor().data(), next.t..t, &mut next.held);
            next.t = t;
            (version, next)
        })
    });
    let values = Memo::new(move |_| {
        progress.with(|(_, Progress { trace, t, held })| {
            lesson.inputs.with(|inputs| {
                let plan = inputs.plan().ok();
                let sound = inputs.lhs.is_sound() && inputs.rhs.is_sound();
                let known = |index: usize| {
                    let (row, col) = (index / trace.n, index % trace.n);
                    let begun = trace.k == 0 || trace.terms_done(*t, row, col) > 0;
                    begun && (sound || plan.is_some_and(|plan| !inputs.blocks(&plan, row, col)))
                };
                Arc::new(held.iter().enumerate().map(|(i, value)| known(i).then_some(*value)).collect::<Vec<_>>())
            })
        })
    });
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
