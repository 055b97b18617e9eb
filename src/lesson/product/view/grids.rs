//! Operands and result as grids of numbers.

use super::{Lesson, Shown};
use crate::figure;
use crate::lesson::operand::Side;
use crate::lesson::product::model::{self, Msg};
use crate::lesson::product::sentence::{self, shape_text};
use crate::say;
use crate::shell::Notice;
use crate::ui::Role;
use crate::ui::cell_field::Editor;
use crate::ui::matrix_grid::{Face, MatrixGrid};
use crate::ui::text;
use leptos::prelude::*;
use matwalk_core::number;
use std::sync::Arc;

/// Where a cell is, in words.
pub(super) fn cell_words(lesson: Lesson, name: &str, rank: usize, row: usize, col: usize) -> String {
    let (locale, base) = (lesson.locale(), lesson.shell.base.get());
    match rank {
        0 => say!(locale, stage.scalar, name = name.to_owned()),
        1 => say!(locale, stage.entry, name = name.to_owned(), index = row.max(col) + base),
        _ => say!(locale, stage.cell, name = name.to_owned(), row = row + base, col = col + base),
    }
}

/// An operand: a grid to type into.
#[component]
pub fn OperandGrid(lesson: Lesson, side: Side) -> impl IntoView {
    let shell = lesson.shell;
    let operand = Memo::new(move |_| lesson.inputs.with(|inputs| inputs.get(side).clone()));
    let name = move || sentence::name(side, operand.with(|operand| operand.is_vector()));
    let size = Memo::new(move |_| {
        operand.with(|operand| {
            let (rows, cols) = operand.paper(side);
            (rows, cols, operand.shape().rank())
        })
    });
    let faces = Memo::new(move |_| {
        operand.with(|operand| {
            let faces = operand.tensor().data().iter().enumerate().map(|(index, value)| {
                match (operand.typed_text(index), operand.value(index)) {
                    (Some(text), Err(_)) => Face { text: text.to_owned(), value: None, bad: true },
                    (Some(text), Ok(value)) if text.chars().count() <= 6 => {
                        Face { text: text.to_owned(), value: Some(number::shortest(value)), bad: false }
                    }
                    _ => face_of(*value),
                }
            });
            Arc::new(faces.collect::<Vec<_>>())
        })
    });
    let roles = Memo::new(move |_| {
        let count = operand.with(|operand| operand.shape().numel());
        Arc::new(lesson.scene.with(|scene| match scene {
            Some(scene) => scene.operand_roles(side),
            None => vec![Role::Idle; count],
        }))
    });
    let place = move |index: usize| {
        let (_, cols, rank) = size.get_untracked();
        (rank, index / cols.max(1), index % cols.max(1))
    };
    let editor = Editor {
        text: Callback::new(move |index| operand.with_untracked(|operand| operand.text(index))),
        on_input: Callback::new(move |(index, text)| lesson.send(Msg::EditCell(side, index, text))),
        on_end: Callback::new(move |()| lesson.send(Msg::EndEdit)),
        on_cancel: Callback::new(move |()| lesson.send(Msg::CancelEdit)),
        on_paste: Callback::new(move |text: String| paste_block(lesson, side, &text)),
        label: Callback::new(move |index| {
            let (rank, row, col) = place(index);
            untrack(|| say!(shell.locale.get(), number.edit, cell = cell_words(lesson, name(), rank, row, col)))
        }),
    };
    let label = Signal::derive(move || match side {
        Side::Lhs => say!(shell.locale.get(), stage.lhs),
        Side::Rhs => say!(shell.locale.get(), stage.rhs),
    });
    let title = Signal::derive(move || operand.with(|operand| format!("{} {}", name(), shape_text(operand.shape()))));
    let empty = text(move || say!(shell.locale.get(), stage.empty));
    let chars = Memo::new(move |_| faces.with(|faces| widest(faces)));
    view! { <MatrixGrid key=side.key() label title size faces chars roles empty editor/> }
}

/// The result: a grid to pick from.
#[component]
pub fn OutGrid(lesson: Lesson) -> impl IntoView {
    let shell = lesson.shell;
    let size = Memo::new(move |_| {
        lesson.outcome.with(|outcome| {
            outcome.0.product().map_or((0, 0, 2), |product| (product.plan.m, product.plan.n, product.plan.out.rank()))
        })
    });
    let faces = Memo::new(move |_| {
        let faces = lesson.scene.with(|scene| {
            let (Some(scene), Shown(product)) = (scene, lesson.product()) else { return Vec::new() };
            let Some(product) = product else { return Vec::new() };
            lesson.inputs.with(|inputs| {
                let sound = inputs.lhs.is_sound() && inputs.rhs.is_sound();
                let (lhs, rhs) = (inputs.lhs.tensor().data(), inputs.rhs.tensor().data());
                let trace = scene.trace;
                let each = |row: usize, col: usize| match trace.terms_done(scene.t, row, col) {
                    _ if !sound && inputs.blocks(&product.plan, row, col) => {
                        Face { text: "?".into(), value: None, bad: true }
                    }
                    0 if trace.k > 0 => Face::default(),
                    done if done == trace.k => face_of(product.out.data()[row * trace.n + col]),
                    _ => face_of(trace.partial(lhs, rhs, scene.t, row, col)),
                };
                (0..trace.m).flat_map(|row| (0..trace.n).map(move |col| (row, col))).map(|(r, c)| each(r, c)).collect()
            })
        });
        Arc::new(faces)
    });
    let roles = Memo::new(move |_| {
        Arc::new(lesson.scene.with(|scene| {
            let Some(scene) = scene else { return Vec::new() };
            let (m, n) = (scene.trace.m, scene.trace.n);
            (0..m)
                .flat_map(|row| (0..n).map(move |col| (row, col)))
                .map(|(r, c)| scene.out_role(r, c))
                .collect::<Vec<_>>()
        }))
    });
    // As wide as the finished result from the start: columns that grew on the way would move everything.
    let finished = Memo::new(move |_| {
        let Shown(product) = lesson.product();
        product.map_or(0, |product| widest(&product.out.data().iter().copied().map(face_of).collect::<Vec<_>>()))
    });
    let chars = Memo::new(move |_| faces.with(|faces| widest(faces)).max(finished.get()));
    let label = text(move || say!(shell.locale.get(), stage.out));
    let title = Signal::derive(move || {
        let Shown(product) = lesson.product();
        product.map_or(String::new(), |product| {
            let letter = if product.plan.out.rank() == 2 { "C" } else { "c" };
            format!("{letter} {}", shape_text(product.plan.out))
        })
    });
    let empty = text(move || say!(shell.locale.get(), stage.empty));
    view! {
        <MatrixGrid
            key="out" label title size faces chars roles empty
            on_pick=move |index| {
                lesson.playing.set(false);
                lesson.send(Msg::JumpToCell(index));
            }
        />
    }
}

/// Characters of the longest text.
fn widest(faces: &[Face]) -> usize {
    faces.iter().map(|face| face.text.chars().count()).max().unwrap_or(0)
}

fn face_of(value: f32) -> Face {
    Face { text: figure::short(value), value: Some(number::shortest(value)), bad: false }
}

/// Takes a block pasted into a cell as the whole operand. A single number is not a block: it goes into the cell.
fn paste_block(lesson: Lesson, side: Side, text: &str) -> bool {
    if number::parse(text).is_ok() {
        return false;
    }
    let Ok(pasted) = matwalk_paste::read(text).map(|read| read.tensors) else { return false };
    let [pasted] = &pasted[..] else { return false };
    let shape = shape_text(pasted.shape);
    if pasted.values.len() < 2 || model::from_pasted(pasted.clone()).is_none() {
        return false;
    }
    lesson.send(Msg::CancelEdit);
    lesson.send(Msg::Paste(side, pasted.clone()));
    lesson.shell.tell(Notice::Pasted(shape));
    true
}
