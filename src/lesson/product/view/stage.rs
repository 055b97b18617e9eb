//! The stage: shape line, matrices, formula, sentence.

use super::grids::{OperandGrid, OutGrid, cell_words};
use super::heat::{OperandHeat, OutHeat};
use super::mismatch::Mismatch;
use super::{Lesson, Shown};
use crate::lesson::operand::Side;
use crate::lesson::product::formula::{Names, formula_math};
use crate::lesson::product::model::Layout;
use crate::lesson::product::sentence;
use crate::lesson::product::stage::{Figure, Formula, TermState};
use crate::say;
use crate::ui::formula::FormulaBox;
use crate::ui::shape_line::{ShapeFacts, ShapeLine, Size};
use crate::ui::{flag, text};
use leptos::prelude::*;
use matwalk_core::number;
use matwalk_core::trace::matmul::Reading;

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

/// The formula of the last step.
#[component]
fn FormulaLine(lesson: Lesson, formula: Memo<Option<Formula>>) -> impl IntoView {
    let pieces = Signal::derive(move || {
        let out_rank = lesson.outcome.with(|outcome| outcome.0.product().map_or(2, |product| product.plan.out.rank()));
        let (lhs_vector, rhs_vector) = lesson.inputs.with(|inputs| (inputs.lhs.is_vector(), inputs.rhs.is_vector()));
        let names = Names { lhs_vector, rhs_vector, out_rank, base: lesson.shell.base.get() };
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
                    match error {
                        number::NumberError::Empty => say!(locale, number.bad_empty, cell = cell),
                        _ => say!(locale, number.bad, cell = cell, text = operand.text(index), why = why),
                    }
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

/// What NaN, infinity and −0 mean, where the last step made one.
#[component]
fn Special(lesson: Lesson, formula: Memo<Option<Formula>>) -> impl IntoView {
    let meaning = Memo::new(move |_| {
        let locale = lesson.locale();
        formula.with(|formula| {
            let has = |text: &str| formula.iter().flat_map(|f| &f.partial).any(|f: &Figure| f.text.contains(text));
            let term =
                formula.iter().flat_map(|f| f.terms.iter().flatten()).filter(|term| term.state == TermState::Current);
            let minus_zero = term.filter_map(|term| term.product.as_ref()).any(|product| product.text == "−0");
            match (has("NaN"), has("∞")) {
                (true, _) => say!(locale, special.nan),
                (_, true) => say!(locale, special.inf),
                _ if minus_zero => say!(locale, special.minus_zero),
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
