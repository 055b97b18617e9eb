//! The operands' sizes, random numbers, undo.

use super::paste::Paste;
use super::readings::settings;
use super::side::card;
use super::state::Frame;
use crate::screen::board::{Place, Size};
use crate::screen::{Act, Hue, OperandCard, Slot, Tool};
use crate::shell::Notice;
use crate::ui::icon::{Icon, icon};
use crate::ui::stepper::{Labels, Stepper};
use crate::ui::text;
use crate::{platform, say};
use leptos::prelude::*;

/// The numbers card.
pub fn numbers(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    // Rows are built anew when a tensor gets other sizes to choose, not when a size changes.
    let rows = Memo::new(move |_| {
        let key = |operand: &OperandCard| (operand.slot, operand.sizes.iter().map(|size| size.key).collect::<Vec<_>>());
        frame.board.with(|board| board.operands.iter().map(key).collect::<Vec<_>>())
    });
    let wrong = RwSignal::new(String::new());
    let tool = move |action: &'static str,
                     picture: Icon,
                     label: Signal<String>,
                     possible: Signal<bool>,
                     act: fn() -> (Act, Option<Notice>)| {
        view! {
            <button
                type="button" class="icon-button" data-action=action aria-label=label title=label
                aria-disabled=text(move || (!possible.get()).to_string())
                on:click=move |_| match act() {
                    _ if !possible.get_untracked() => {}
                    (act, Some(notice)) => frame.act_and_tell(act, notice),
                    (act, None) => { frame.act(act); }
                }
            >
                {icon(picture)}
            </button>
        }
    };
    let always = Signal::stored(true);
    let tools = Memo::new(move |_| frame.board.with(|board| board.tools.clone()));
    let swaps = Signal::derive(move || frame.board.with(|board| board.swap.is_some()));
    let swap = text(move || frame.board.with(|board| board.swap.clone()).unwrap_or_default());
    let inside = view! {
        <div class="operands">
            {move || rows.get().into_iter().map(|(slot, keys)| operand(frame, slot, keys, wrong)).collect_view()}
        </div>
        <p class="bad wrong-size" role="status" data-part="size-error" hidden=move || wrong.with(String::is_empty)>
            {text(move || {
                let max = frame.board.with(|board| board.operands.first().map_or(0, |operand| operand.max));
                say!(shell.locale.get(), input.bad_size, text = wrong.get(), max = max)
            })}
        </p>
        {move || chips(frame, tools.get())}
        <div class="tools">
            {tool("undo", Icon::Undo, text(move || say!(shell.locale.get(), input.undo)),
                Signal::derive(move || frame.board.with(|board| board.undo.0)), || (Act::Undo, None))}
            {tool("redo", Icon::Redo, text(move || say!(shell.locale.get(), input.redo)),
                Signal::derive(move || frame.board.with(|board| board.undo.1)), || (Act::Redo, None))}
            {tool("random", Icon::Random, text(move || say!(shell.locale.get(), input.random)), always,
                || (Act::Random(platform::random_seed()), Some(Notice::Random)))}
            {tool("swap", Icon::Swap, swap, swaps, || (Act::Swap, None))}
            {tool("reset", Icon::Reset, text(move || say!(shell.locale.get(), input.reset)), always,
                || (Act::Reset, Some(Notice::Reset)))}
        </div>
        <details class="more">
            <summary data-action="more-choices">{text(move || say!(shell.locale.get(), card.other))}</summary>
            <div class="more__inside">
                {move || rows.get().into_iter().map(|(slot, _)| kind(frame, slot)).collect_view()}
                {settings(frame, Place::More, "segments")}
            </div>
        </details>
    };
    let title = text(move || {
        let locale = shell.locale.get();
        let large = frame.board.with(|board| !board.hint.is_empty());
        if large { say!(locale, card.numbers_large) } else { say!(locale, card.numbers) }
    });
    card(frame, "inputs", title, inside.into_any())
}

/// Small tools, pressed by name.
pub fn chips(frame: Frame, tools: Vec<Tool>) -> impl IntoView {
    let chip = move |tool: Tool| {
        let key = tool.key;
        let label = if tool.is_code { view! { <code>{tool.label}</code> }.into_any() } else { tool.label.into_any() };
        view! {
            <button
                type="button" class="chip" data-action=key title=(!tool.hint.is_empty()).then_some(tool.hint)
                on:click=move |_| { frame.act(Act::Press(key.to_owned())); }
            >
                {label}
            </button>
        }
    };
    (!tools.is_empty()).then(|| view! { <div class="chips">{tools.into_iter().map(chip).collect_view()}</div> })
}

/// What the board says of an operand.
fn of<T: Send + Sync + 'static>(
    frame: Frame,
    slot: Slot,
    read: fn(&OperandCard) -> T,
) -> impl Fn() -> Option<T> + Copy + Send + Sync {
    move || frame.board.with(|board| board.operands.iter().find(|operand| operand.slot == slot).map(read))
}

fn name_of(frame: Frame, slot: Slot) -> Signal<String> {
    let name = of(frame, slot, |operand| operand.name.clone());
    text(move || name().unwrap_or_default())
}

/// One operand's sizes and tools, in one line.
fn operand(frame: Frame, slot: Slot, keys: Vec<&'static str>, wrong: RwSignal<String>) -> impl IntoView {
    let shell = frame.shell;
    let name = name_of(frame, slot);
    let hue = of(frame, slot, |operand| operand.hue)().unwrap_or(Hue::Ink);
    let max = untrack(|| of(frame, slot, |operand| operand.max)()).unwrap_or(0);
    let count = keys.len();
    let stepper = move |(axis, key): (usize, &'static str)| {
        let size = Memo::new(move |_| {
            let found = frame
                .board
                .with(|board| board.operands.iter().find(|operand| operand.slot == slot)?.sizes.get(axis).cloned());
            found.unwrap_or(Size { key, what: String::new(), value: 0 })
        });
        let what = move || size.with(|size| size.what.clone());
        let labels = Labels {
            label: text(move || say!(shell.locale.get(), input.size, name = name.get(), what = what())),
            fewer: text(move || say!(shell.locale.get(), input.fewer, name = name.get(), what = what())),
            more: text(move || say!(shell.locale.get(), input.more, name = name.get(), what = what())),
        };
        view! {
            {(axis > 0).then(|| view! { <span aria-hidden="true">"×"</span> })}
            <Stepper
                name=format!("{key}-{}", slot.0) labels max wrong
                value=Signal::derive(move || size.with(|size| size.value))
                on_change=move |size| { frame.act(Act::Resize(slot, axis, size)); }
            />
        }
    };
    let transposes = of(frame, slot, |operand| operand.transposes);
    let tool =
        move |action: &'static str, picture: Icon, label: Signal<String>, run: Callback<()>, hidden: Signal<bool>| {
            view! {
                <button
                    type="button" class="icon-button" data-action=format!("{action}-{}", slot.0)
                    aria-label=label title=label hidden=hidden
                    on:click=move |_| run.run(())
                >
                    {icon(picture)}
                </button>
            }
        };
    view! {
        <div class=format!("operand {}", hue.class()) role="group" aria-label=name>
            <b>{name}</b>
            {keys.into_iter().enumerate().map(stepper).collect_view()}
            <span class="operand__tools" data-sizes=count>
                {tool("transpose", Icon::Transpose,
                    text(move || say!(shell.locale.get(), input.transpose, name = name.get())),
                    Callback::new(move |()| { frame.act(Act::Transpose(slot)); }),
                    Signal::derive(move || transposes() != Some(true)))}
                {tool("paste", Icon::Paste,
                    text(move || say!(shell.locale.get(), input.paste, name = name.get())),
                    Callback::new(move |()| frame.pasting.set(Some(Paste { slot, text: String::new() }))), Signal::stored(false))}
            </span>
        </div>
    }
}

/// Vector or matrix, where that can be chosen.
fn kind(frame: Frame, slot: Slot) -> impl IntoView {
    let shell = frame.shell;
    let name = name_of(frame, slot);
    let vector = of(frame, slot, |operand| operand.vector);
    let choice = move |(own, key): (bool, &'static str)| {
        let chosen = Signal::derive(move || vector().flatten() == Some(own));
        view! {
            <label class="segment" class:on=chosen>
                <input
                    type="radio" name=format!("kind-{}", slot.0) data-action=format!("{key}-{}", slot.0)
                    prop:checked=chosen
                    on:change=move |_| { frame.act(Act::SetVector(slot, own)); }
                />
                <span>{text(move || if own {
                    say!(shell.locale.get(), input.vector)
                } else {
                    say!(shell.locale.get(), input.matrix)
                })}</span>
            </label>
        }
    };
    let possible = vector().flatten().is_some();
    possible.then(|| view! {
        <div class="kind">
            <b>{name}</b>
            <div class="segments" role="radiogroup" aria-label=text(move || say!(shell.locale.get(), input.kind, name = name.get()))>
                {[(true, "vector"), (false, "matrix")].into_iter().map(choice).collect_view()}
            </div>
        </div>
    })
}
