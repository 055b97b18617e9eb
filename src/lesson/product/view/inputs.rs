//! Sizes, kinds, transpose, paste, random, reset, undo.

use super::Lesson;
use super::paste::PasteDialog;
use crate::lesson::operand::Side;
use crate::lesson::product::model::{MAX_SIZE, Model, Msg};
use crate::lesson::product::sentence;
use crate::ui::card::Card;
use crate::ui::icon::{Icon, icon};
use crate::ui::stepper::Stepper;
use crate::ui::{flag, text};
use crate::{platform, say};
use leptos::prelude::*;

/// What a person can do to the operands besides typing into them.
#[component]
pub fn InputsCard(lesson: Lesson) -> impl IntoView {
    let shell = lesson.shell;
    let pasting = RwSignal::new(None::<Side>);
    let tool =
        move |action: &'static str, picture: Icon, label: Signal<String>, enabled: Signal<bool>, msg: fn() -> Msg| {
            view! {
                <button
                    type="button" class="button" data-action=action title=label
                    disabled=flag(move || !enabled.get())
                    on:click=move |_| lesson.send(msg())
                >
                    {icon(picture)}<span>{label}</span>
                </button>
            }
        };
    let always = Signal::stored(true);
    view! {
        <Card title=text(move || say!(shell.locale.get(), input.title)) part="inputs">
            <p class="quiet">{text(move || if lesson.is_large() {
                say!(shell.locale.get(), input.hint_large)
            } else {
                say!(shell.locale.get(), input.hint)
            })}</p>
            <div class="operands">
                {Side::ALL.into_iter().map(|side| view! { <OperandRow lesson side pasting/> }).collect_view()}
            </div>
            <div class="tools">
                {tool("undo", Icon::Undo, text(move || say!(shell.locale.get(), input.undo)),
                    Signal::derive(move || lesson.model.with(Model::can_undo)), || Msg::Undo)}
                {tool("redo", Icon::Redo, text(move || say!(shell.locale.get(), input.redo)),
                    Signal::derive(move || lesson.model.with(Model::can_redo)), || Msg::Redo)}
                {tool("random", Icon::Random, text(move || say!(shell.locale.get(), input.random)),
                    always, || Msg::Random(platform::random_seed()))}
                {tool("swap", Icon::Swap, text(move || say!(shell.locale.get(), input.swap)),
                    always, || Msg::Swap)}
                {tool("reset", Icon::Reset, text(move || say!(shell.locale.get(), input.reset)),
                    always, || Msg::Reset)}
            </div>
            {move || pasting.get().map(|side| view! { <PasteDialog lesson side pasting/> })}
        </Card>
    }
}

/// One operand's kind and sizes.
#[component]
fn OperandRow(lesson: Lesson, side: Side, pasting: RwSignal<Option<Side>>) -> impl IntoView {
    let shell = lesson.shell;
    let key = side.key();
    let is_vector = Memo::new(move |_| lesson.inputs.with(|inputs| inputs.get(side).is_vector()));
    let paper = Memo::new(move |_| lesson.inputs.with(|inputs| inputs.get(side).paper(side)));
    let name = move || sentence::name(side, is_vector.get());
    let resize = move |rows: Option<usize>, cols: Option<usize>| {
        let (old_rows, old_cols) = paper.get_untracked();
        lesson.send(Msg::Resize(side, rows.unwrap_or(old_rows), cols.unwrap_or(old_cols)));
    };
    let stepper = move |along_rows: bool| {
        let what = move || {
            let locale = shell.locale.get();
            match (is_vector.get(), along_rows) {
                (true, _) => say!(locale, input.entries),
                (false, true) => say!(locale, input.rows),
                (false, false) => say!(locale, input.cols),
            }
        };
        view! {
            <div class="operand__size">
                <span>{what}</span>
                <Stepper
                    name=format!("{}-{key}", if along_rows { "rows" } else { "cols" })
                    label=text(move || say!(shell.locale.get(), input.size, name = name(), what = what()))
                    fewer=text(move || say!(shell.locale.get(), input.fewer, name = name(), what = what()))
                    more=text(move || say!(shell.locale.get(), input.more, name = name(), what = what()))
                    value=Signal::derive(move || if along_rows { paper.get().0 } else { paper.get().1 })
                    max=MAX_SIZE
                    on_change=move |size| if along_rows { resize(Some(size), None) } else { resize(None, Some(size)) }
                />
            </div>
        }
    };
    // A vector has one size: along its own direction on paper.
    let lying = side == Side::Lhs;
    let tool =
        move |action: &'static str, picture: Icon, label: Signal<String>, run: Callback<()>, hidden: Signal<bool>| {
            view! {
                <button
                    type="button" class="icon-button" data-action=format!("{action}-{key}")
                    aria-label=label title=label hidden=hidden
                    on:click=move |_| run.run(())
                >
                    {icon(picture)}
                </button>
            }
        };
    view! {
        <div class=format!("operand operand--{key}") role="group" aria-label=name>
            <span class="operand__name">{name}</span>
            <div class="kind" role="radiogroup" aria-label=text(move || say!(shell.locale.get(), input.kind, name = name()))>
                {[(true, "vector"), (false, "matrix")].into_iter().map(|(vector, kind)| view! {
                    <label class="kind__choice" class:on=flag(move || is_vector.get() == vector)>
                        <input
                            type="radio" name=format!("kind-{key}") data-action=format!("{kind}-{key}")
                            prop:checked=flag(move || is_vector.get() == vector)
                            on:change=move |_| lesson.send(Msg::SetVector(side, vector))
                        />
                        {text(move || if vector {
                            say!(shell.locale.get(), input.vector)
                        } else {
                            say!(shell.locale.get(), input.matrix)
                        })}
                    </label>
                }).collect_view()}
            </div>
            <div class="operand__tools">
                {tool("transpose", Icon::Transpose,
                    text(move || say!(shell.locale.get(), input.transpose, name = name())),
                    Callback::new(move |()| lesson.send(Msg::Transpose(side))), is_vector.into())}
                {tool("paste", Icon::Paste,
                    text(move || say!(shell.locale.get(), input.paste, name = name())),
                    Callback::new(move |()| pasting.set(Some(side))), Signal::stored(false))}
            </div>
            <div class="operand__sizes">
                <Show when=move || !is_vector.get() || !lying>{stepper(true)}</Show>
                <Show when=move || !is_vector.get() || lying>{stepper(false)}</Show>
            </div>
        </div>
    }
}
