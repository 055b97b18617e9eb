//! The dialog to paste into: says at once what it reads, or where it stops.

use super::picture::focus_cell;
use super::state::Frame;
use crate::lesson::operand::Operand;
use crate::lesson::reasons;
use crate::say;
use crate::screen::{Act, Slot};
use crate::shell::Notice;
use crate::ui::dialog::Dialog;
use crate::ui::{flag, text};
use crate::words::Locale;
use leptos::prelude::*;
use matwalk_core::Tensor;
use matwalk_core::number::{self, PasteError, PasteErrorKind, Pasted};

/// The dialog while an operand is pasted into.
pub fn dialog(frame: Frame) -> impl IntoView + use<> {
    move || frame.pasting.get().map(|slot| view! { <PasteDialog frame into=slot/> })
}

#[component]
fn PasteDialog(frame: Frame, into: Slot) -> impl IntoView {
    let slot = into;
    let shell = frame.shell;
    let card = move || frame.board.with(|board| board.operands.iter().find(|operand| operand.slot == slot).cloned());
    let name = move || card().map(|card| card.name).unwrap_or_default();
    let max = move || card().map_or(0, |card| card.max);
    let typed = RwSignal::new(String::new());
    let read = Memo::new(move |_| typed.with(|text| number::paste(text)));
    // `None` while there is nothing to read or the lesson can't take it.
    let usable = Memo::new(move |_| read.with(|read| read.as_ref().is_ok_and(|pasted| fits(pasted, max()))));
    let area = NodeRef::<leptos::html::Textarea>::new();
    area.on_load(|area| drop(area.focus()));
    let verdict = move || {
        let locale = shell.locale.get();
        read.with(|read| match read {
            Ok(pasted) if usable.get() => say!(locale, paste.preview, shape = pasted.shape.to_string()),
            Ok(pasted) => say!(locale, notice.paste_size, shape = pasted.shape.to_string()),
            Err(_) if typed.with(|text| text.trim().is_empty()) => say!(locale, paste.empty),
            Err(error) => explain(locale, error),
        })
    };
    let take = move || {
        if let Ok(pasted) = read.get_untracked()
            && usable.get_untracked()
        {
            frame.pasting.set(None);
            put(frame, slot, &pasted);
        }
    };
    view! {
        <Dialog
            title=text(move || say!(shell.locale.get(), paste.title, name = name()))
            on_close=move |()| frame.pasting.set(None)
        >
            <p class="quiet">{text(move || say!(shell.locale.get(), paste.hint))}</p>
            <textarea
                class="paste__text" rows="7" spellcheck="false" autocomplete="off" node_ref=area data-action="paste-text"
                aria-label=text(move || say!(shell.locale.get(), paste.text))
                placeholder="[[1, 2], [3, 4]]"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            ></textarea>
            <p
                class="paste__verdict" role="status" data-part="paste-verdict"
                class:bad=flag(move || !usable.get() && typed.with(|text| !text.trim().is_empty()))
            >
                {text(verdict)}
            </p>
            <button
                type="button" class="button button--main" data-action="paste-use"
                disabled=flag(move || !usable.get())
                on:click=move |_| take()
            >
                {text(move || say!(shell.locale.get(), paste.take))}
            </button>
        </Dialog>
    }
}

/// Whether the lesson can take what was read.
fn fits(pasted: &Pasted, max: usize) -> bool {
    pasted.shape.rank() <= 2 && pasted.shape.dims().iter().all(|&size| size <= max)
}

fn put(frame: Frame, slot: Slot, pasted: &Pasted) {
    let Ok(tensor) = Tensor::new(pasted.shape, pasted.values.clone()) else { return };
    let operand = Operand::written(tensor, &pasted.texts);
    frame.act_and_tell(Act::Paste(slot, Box::new(operand)), Notice::Pasted(pasted.shape.to_string()));
}

/// Takes a block pasted into a cell as the whole operand. A single number is not a block: it goes into the cell.
pub fn take_block(frame: Frame, slot: Slot, text: &str) -> bool {
    if number::parse(text).is_ok() {
        return false;
    }
    let Ok(pasted) = number::paste(text) else { return false };
    let max = frame.board.with_untracked(|board| {
        board.operands.iter().find(|operand| operand.slot == slot).map_or(0, |operand| operand.max)
    });
    if pasted.values.len() < 2 || !fits(&pasted, max) {
        return false;
    }
    // The cell's own text comes back first: the block replaces the operand, not what was typed on the way.
    frame.edit.set(None);
    frame.act(Act::CancelEdit);
    put(frame, slot, &pasted);
    focus_cell(slot, 0);
    true
}

fn explain(locale: Locale, error: &PasteError) -> String {
    let why = match &error.kind {
        PasteErrorKind::Empty => return say!(locale, paste.empty),
        PasteErrorKind::Number { text, error } => {
            format!("{} {}", say!(locale, paste.number, text = shorten(text)), reasons::unreadable(locale, *error))
        }
        PasteErrorKind::Unexpected { text } => say!(locale, paste.unexpected, text = shorten(text)),
        PasteErrorKind::Elided => say!(locale, paste.elided),
        PasteErrorKind::Ragged { expected, got } => say!(locale, paste.ragged, expected = *expected, got = *got),
        PasteErrorKind::Unclosed => say!(locale, paste.unclosed),
        PasteErrorKind::TooDeep => say!(locale, paste.too_deep),
        PasteErrorKind::TooManyValues => say!(locale, paste.too_many),
    };
    say!(locale, paste.at, line = error.line, column = error.column, why = why)
}

fn shorten(text: &str) -> String {
    let mut shown: String = text.chars().take(24).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
