//! The dialog to paste into: says at once what it reads, or where it stops.

use super::reader::{Offer, Reading, limit, read};
use super::{Paste, put};
use crate::frame::state::Frame;
use crate::say;
use crate::ui::dialog::Dialog;
use crate::ui::text;
use leptos::prelude::*;

/// The dialog.
pub fn dialog(frame: Frame, paste: Paste) -> AnyView {
    view! { <PasteDialog frame paste/> }.into_any()
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
    let reading = Memo::new(move |_| {
        let (locale, limit) = (shell.locale.get(), limit(frame, slot));
        typed.with(|text| read(locale, text, &limit))
    });
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
                    put(frame, slot, paste.cell, &offer);
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
            <p class="quiet">{shell.word(|locale| say!(locale, paste.hint))}</p>
            <textarea
                class="paste__text" rows="7" autofocus=true spellcheck="false" autocomplete="off" node_ref=area data-action="paste-text"
                aria-label=shell.word(|locale| say!(locale, paste.text))
                placeholder="[[1, 2], [3, 4]]"
                on:input=move |event| typed.set(event_target_value(&event))
            ></textarea>
            <p
                class="paste__verdict" role="status" data-part="paste-verdict"
                class:bad=move || reading.with(|reading| reading.is_wrong)
            >
                {text(move || reading.with(|reading| reading.verdict.clone()))}
            </p>
            <div class="tools">
                {move || reading.with(|reading: &Reading| reading.offers.clone()).into_iter().map(offer).collect_view()}
            </div>
        </Dialog>
    }
}
