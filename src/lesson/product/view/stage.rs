//! The stage: shape line, matrices, formula, sentence.

use super::heat::{OperandHeat, OutHeat};
use super::mismatch::Mismatch;
use super::{Lesson, Shown};
use crate::figure;
use crate::lesson::operand::Side;
use crate::lesson::product::formula::{Names, formula_math};
use crate::lesson::product::model::{self, Layout, Msg, Product};
use crate::lesson::product::sentence::{self, shape_text};
use crate::lesson::product::stage::{Figure, Formula};
use crate::say;
use crate::shell::Notice;
use crate::ui::Role;
use crate::ui::formula::FormulaBox;
use crate::ui::matrix_grid::{Editor, Face, MatrixGrid};
use crate::ui::shape_line::{ShapeFacts, ShapeLine, Size};
use crate::ui::{flag, text};
use leptos::prelude::*;
use matwalk_core::number;
use matwalk_core::trace::matmul::Reading;
use std::sync::Arc;

/// The stage of the lesson.
#[component]
pub fn Stage(lesson: Lesson) -> impl IntoView {
    let shell = lesson.shell;
    let stage = NodeRef::<leptos::html::Div>::new();
    let layout = move || match lesson.model.with(|model| model.layout) {
        Layout::Crossed => "matrices matrices--crossed",
        Layout::Inline => "matrices matrices--inline",
    };
    // What the corner says is how a dot product is read.
    let is_dot = Memo::new(move |_| lesson.model.with(|model| model.reading == Reading::Dot));
    let fits = Memo::new(move |_| lesson.trace.get().is_some());
    let large = Memo::new(move |_| lesson.is_large());
    let operand = move |side: Side| {
        move || {
            if large.get() {
                view! { <OperandHeat lesson side/> }.into_any()
            } else {
                view! { <OperandGrid lesson side/> }.into_any()
            }
        }
    };
    let formula = Memo::new(move |_| {
        lesson.scene.with(|scene| {
            let (Some(scene), Shown(Some(product))) = (scene, lesson.product()) else { return None };
            lesson.inputs.with(|inputs| Formula::of(scene, inputs, &product))
        })
    });
    let sentence = Memo::new(move |_| lesson.sentence());
    keep_active_in_sight(lesson, stage);
    view! {
        <section
            class="card stage" tabindex="0" data-part="stage"
            aria-label=text(move || say!(shell.locale.get(), stage.label))
        >
            <div hidden=flag(move || !shell.shows("shape-line"))>
                <Shapes lesson/>
            </div>
            <div class="stage__scroll" node_ref=stage>
                <div class=layout class:large=flag(move || large.get()) class:dense=flag(move || lesson.is_dense())>
                    <p class="corner" aria-hidden="true" class:away=flag(move || !is_dot.get() || !fits.get())>{text(move || say!(shell.locale.get(), stage.corner))}</p>
                    {operand(Side::Lhs)}
                    <span class="sign sign--times" aria-hidden="true">"×"</span>
                    {operand(Side::Rhs)}
                    <span class="sign sign--equals" aria-hidden="true">"="</span>
                    <Show
                        when=move || fits.get()
                        fallback=move || view! {
                            <div class="matrix matrix--none">
                                <span>{text(move || say!(shell.locale.get(), stage.no_result))}</span>
                            </div>
                        }
                    >
                        {move || if large.get() {
                            view! { <OutHeat lesson/> }.into_any()
                        } else {
                            view! { <OutGrid lesson/> }.into_any()
                        }}
                    </Show>
                </div>
            </div>
            <Show when=move || large.get()>
                <p class="quiet">{text(move || say!(shell.locale.get(), stage.heat_hint))}</p>
            </Show>
            <Mismatch lesson/>
            <Unreadable lesson/>
            <Show when=move || fits.get()>
                <div class="stage__formula" data-part="formula" hidden=flag(move || !shell.shows("formula"))>
                    <FormulaLine lesson formula/>
                </div>
                <p class="step-sentence" data-part="step-sentence" hidden=flag(move || !shell.shows("step-sentence"))>
                    {sentence}
                </p>
                <Special lesson formula/>
            </Show>
            <p class="sr-only" aria-live="polite" data-part="live">
                // While it plays a sentence a step would never come to an end.
                {text(move || if lesson.playing.get() { String::new() } else { sentence.get() })}
            </p>
        </section>
    }
}

/// The shapes, as PyTorch counts them and on paper.
#[component]
fn Shapes(lesson: Lesson) -> impl IntoView {
    let shell = lesson.shell;
    let facts = Signal::derive(move || {
        lesson.inputs.with(|inputs| {
            let sizes = |side: Side| {
                let shape = inputs.get(side).shape();
                // Last of the left; of the right the one before the last, or a vector's only one.
                let inner = match side {
                    Side::Lhs => shape.rank().saturating_sub(1),
                    Side::Rhs => shape.rank().saturating_sub(2),
                };
                let size = |(i, &size): (usize, &usize)| Size { size, inner: i == inner };
                shape.dims().iter().enumerate().map(size).collect()
            };
            let out = inputs.plan().ok().map(|plan| plan.out.dims().to_vec());
            ShapeFacts { lhs: sizes(Side::Lhs), rhs: sizes(Side::Rhs), out }
        })
    });
    let inner =
        Memo::new(move |_| lesson.inputs.with(|inputs| (inputs.lhs.paper(Side::Lhs).1, inputs.rhs.paper(Side::Rhs).0)));
    let tie = Signal::derive(move || {
        let locale = shell.locale.get();
        match inner.get() {
            (0, 0) => say!(locale, shape.zero),
            (k, l) if k == l => say!(locale, shape.tie, k = k, l = l),
            (k, l) => say!(locale, shape.clash, k = k, l = l),
        }
    });
    let note = Signal::derive(move || {
        lesson.inputs.with(|inputs| {
            let ((m, k), (l, n)) = (inputs.lhs.paper(Side::Lhs), inputs.rhs.paper(Side::Rhs));
            if k != l || !(inputs.lhs.is_vector() || inputs.rhs.is_vector()) {
                return String::new();
            }
            say!(shell.locale.get(), shape.paper, m = m, k = k, l = l, n = n, r = m, c = n)
        })
    });
    let label = text(move || say!(shell.locale.get(), shape.label));
    view! { <ShapeLine facts tie note label/> }
}

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
fn OperandGrid(lesson: Lesson, side: Side) -> impl IntoView {
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
fn OutGrid(lesson: Lesson) -> impl IntoView {
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

impl Lesson {
    /// The product, if there is one.
    pub(super) fn product(&self) -> Shown<Option<Product>> {
        Shown(self.outcome.with(|outcome| outcome.0.product().cloned()))
    }
}

/// Characters of the longest text.
fn widest(faces: &[Face]) -> usize {
    faces.iter().map(|face| face.text.chars().count()).max().unwrap_or(0)
}

fn face_of(value: f32) -> Face {
    Face { text: figure::short(value), value: Some(number::shortest(value)), bad: false }
}

/// The formula of the last step.
#[component]
fn FormulaLine(lesson: Lesson, formula: Memo<Option<Formula>>) -> impl IntoView {
    let pieces = Signal::derive(move || {
        let out_rank = lesson.outcome.with(|outcome| outcome.0.product().map_or(2, |product| product.plan.out.rank()));
        let names = Names { out_rank, base: lesson.shell.base.get() };
        formula.with(|formula| formula.as_ref().map(|formula| formula_math(formula, names)).unwrap_or_default())
    });
    view! { <FormulaBox pieces/> }
}

/// The cells that can't be read, each with the reason.
#[component]
fn Unreadable(lesson: Lesson) -> impl IntoView {
    let sentences = Memo::new(move |_| {
        let locale = lesson.locale();
        lesson.inputs.with(|inputs| {
            let of = |side: Side| {
                let operand = inputs.get(side);
                let (_, cols) = operand.paper(side);
                let name = sentence::name(side, operand.is_vector());
                let say_one = move |(index, error): (usize, number::NumberError)| {
                    let (row, col) = (index / cols.max(1), index % cols.max(1));
                    let cell = cell_words(lesson, name, operand.shape().rank(), row, col);
                    let why = sentence::unreadable(locale, error);
                    say!(locale, number.bad, cell = cell, text = operand.text(index), why = why)
                };
                operand.unreadable().map(say_one).collect::<Vec<_>>()
            };
            Side::ALL.into_iter().flat_map(of).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="unreadable" role="status" data-part="cell-error">
            {move || sentences.get().into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
        </div>
    }
}

/// What NaN and infinity mean, where the last step made one.
#[component]
fn Special(lesson: Lesson, formula: Memo<Option<Formula>>) -> impl IntoView {
    let meaning = Memo::new(move |_| {
        let locale = lesson.locale();
        formula.with(|formula| {
            let has = |text: &str| formula.iter().flat_map(|f| &f.partial).any(|f: &Figure| f.text.contains(text));
            match (has("NaN"), has("∞")) {
                (true, _) => say!(locale, special.nan),
                (_, true) => say!(locale, special.inf),
                _ => String::new(),
            }
        })
    });
    view! { <p class="quiet special" data-part="special" hidden=flag(move || meaning.with(String::is_empty))>{meaning}</p> }
}

/// Scrolls the stage's own box, never the page, so that the cell just computed can be seen.
fn keep_active_in_sight(lesson: Lesson, stage: NodeRef<leptos::html::Div>) {
    let look = move || {
        let Some(stage) = stage.try_get_untracked().flatten() else { return };
        let Ok(Some(cell)) = stage.query_selector("[data-operand=out] [data-role=active]") else { return };
        let (view, cell) = (stage.get_bounding_client_rect(), cell.get_bounding_client_rect());
        let over = (cell.right() - view.right()).max(0.0) - (view.left() - cell.left()).max(0.0);
        if over != 0.0 {
            stage.set_scroll_left(stage.scroll_left() + over as i32);
        }
    };
    Effect::new(move |_| {
        lesson.t.track();
        // Asking where things are lays the page out: once, when all of the step is on it.
        request_animation_frame(look);
    });
}

/// Takes a block pasted into a cell as the whole operand. A single number is not a block: it goes into the cell.
fn paste_block(lesson: Lesson, side: Side, text: &str) -> bool {
    if number::parse(text).is_ok() {
        return false;
    }
    let Ok(pasted) = number::paste(text) else { return false };
    let shape = shape_text(pasted.shape);
    if pasted.values.len() < 2 || model::from_pasted(pasted.clone()).is_none() {
        return false;
    }
    lesson.send(Msg::CancelEdit);
    lesson.send(Msg::Paste(side, pasted));
    lesson.shell.tell(Notice::Pasted(shape));
    true
}
