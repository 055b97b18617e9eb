//! Pasting: a dialog that says at once what it reads or where it stops, and pastes into cells. The parsers are a part of
//! their own, fetched at the first paste.

mod reader;

use super::picture::focus_cell;
use super::state::Frame;
use crate::say;
use crate::screen::{Act, Slot};
use crate::shell::Notice;
use crate::ui::dialog::Dialog;
use crate::ui::text;
use leptos::prelude::*;
use matwalk_core::number;
use reader::{Offer, Reading};

/// What is pasted, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paste {
    /// The operand.
    pub slot: Slot,
    /// The text to begin with; empty where it is still to be pasted.
    pub text: String,
}

/// The dialog while an operand is pasted into.
pub fn dialog(frame: Frame) -> impl IntoView + use<> {
    move || frame.pasting.get().map(|paste| view! { <PasteDialog frame paste/> })
}

#[component]
fn PasteDialog(frame: Frame, paste: Paste) -> impl IntoView {
    let shell = frame.shell;
    let slot = paste.slot;
    let name = move || {
        let operands = |board: &crate::screen::Board| {
            board.operands.iter().find(|operand| operand.slot == slot).map(|operand| operand.name.clone())
        };
        frame.board.with(operands).unwrap_or_default()
    };
    let typed = RwSignal::new(paste.text);
    let reading = RwSignal::new(Reading::default());
    let read = move || {
        leptos::task::spawn_local(async move {
            let found = (reader::PART.load)().await;
            let (locale, limit) = (shell.locale.get_untracked(), reader::limit(frame));
            let found = match found {
                // What was typed while the parsers were on their way counts.
                Ok(read) => typed.try_with_untracked(|text| read(locale, text, &limit)),
                Err(_) => Some(Reading { verdict: say!(locale, paste.not_there), ..Reading::default() }),
            };
            if let Some(found) = found {
                reading.try_set(found);
            }
        });
    };
    read();
    let area = NodeRef::<leptos::html::Textarea>::new();
    area.on_load(move |area| {
        area.set_value(&typed.get_untracked());
        drop(area.focus());
    });
    let offer = move |offer: Offer| {
        let label = offer.label.clone();
        view! {
            <button
                type="button" class="button button--main" data-action=format!("paste-{}", offer.key)
                on:click=move |_| {
                    frame.pasting.set(None);
                    put(frame, slot, &offer);
                }
            >
                {label}
            </button>
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
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    read();
                }
            ></textarea>
            <p
                class="paste__verdict" role="status" data-part="paste-verdict"
                class:bad=move || reading.with(|reading| reading.is_wrong)
            >
                {text(move || reading.with(|reading| reading.verdict.clone()))}
            </p>
            <div class="tools">
                {move || reading.with(|reading| reading.offers.clone()).into_iter().map(offer).collect_view()}
            </div>
        </Dialog>
    }
}

/// Takes an offer: one tensor into the slot, several into the operands in their order. One undo takes it back.
fn put(frame: Frame, slot: Slot, offer: &Offer) {
    let act = match &offer.operands[..] {
        [one] => Act::Paste(slot, Box::new(one.clone())),
        all => Act::PasteAll(all.to_vec()),
    };
    frame.act_and_tell(act, Notice::Pasted(offer.told.clone()));
    frame.focus_stage();
}

/// Whether a text pasted into a cell is more than the text of that cell: it has rows, columns or brackets.
fn is_block(text: &str) -> bool {
    let text = text.trim();
    let blank_inside = text.split_whitespace().nth(1).is_some();
    number::parse(text).is_err() && (blank_inside || text.contains(['[', '{', '(', ',', ';', '&', '|', '\\']))
}

/// Takes a block pasted into a cell as the whole operand; says whether it does. A single number, or a text that is none,
/// is the cell's own.
pub fn take_block(frame: Frame, slot: Slot, index: usize, pasted: &str) -> bool {
    if !is_block(pasted) {
        return false;
    }
    let pasted = pasted.to_owned();
    frame.edit.set(None);
    // The cell's own text comes back first: the block replaces the operand, not what was typed on the way.
    frame.act(Act::CancelEdit);
    leptos::task::spawn_local(async move {
        let (locale, limit) = (frame.shell.locale.get_untracked(), reader::limit(frame));
        let reading = match (reader::PART.load)().await {
            Ok(read) => read(locale, &pasted, &limit),
            Err(_) => Reading::default(),
        };
        match &reading.offers[..] {
            // One number with something around it goes into the cell as it was pasted, to be read or marked there.
            [offer] if offer.is_one_number() => {
                frame.act(Act::Edit(slot, index, pasted.trim().to_owned()));
                frame.act(Act::EndEdit);
            }
            [offer] if !reading.is_wrong => put(frame, slot, offer),
            // In doubt or wrong: the dialog says why, and offers what it may mean.
            _ => frame.pasting.set(Some(Paste { slot, text: pasted })),
        }
        focus_cell(slot, index);
    });
    true
}

/// What is pasted where nothing takes text: on a cell into it, elsewhere into the dialog.
pub fn on_paste(frame: Frame, event: &web_sys::ClipboardEvent) {
    let Some(target) = event.target() else { return };
    if event.default_prevented() || crate::platform::is_text_field(&target) {
        return;
    }
    let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
    if text.trim().is_empty() {
        return;
    }
    event.prevent_default();
    match super::picture::editable_cell(frame, event) {
        Some((slot, index)) if !take_block(frame, slot, index, &text) => {
            frame.act(Act::Edit(slot, index, text.trim().to_owned()));
            frame.act(Act::EndEdit);
        }
        Some(_) => {}
        None if frame.board.with_untracked(|board| board.reader.is_some()) => {
            frame.act(Act::Tell(text));
        }
        None => {
            if let Some(slot) = frame.board.with_untracked(|board| board.operands.first().map(|operand| operand.slot)) {
                frame.pasting.set(Some(Paste { slot, text }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_block;

    #[test]
    fn a_number_or_a_word_is_the_cells_own() {
        for text in ["5", " -1/3 ", "½", "2x", "nan", "1e5\n"] {
            assert!(!is_block(text), "{text}");
        }
        for text in ["1 2", "1\t2", "[[1, 2]]", "1\n2", "1,5", "\\frac{1}{2}"] {
            assert!(is_block(text), "{text}");
        }
    }
}
