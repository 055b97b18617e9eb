//! The field in which a cell is edited: it lies exactly over the cell, and moves on with Enter and Tab.

use super::picture::{cell_words, focus_cell, place};
use super::state::{Edit, Frame};
use crate::say;
use crate::screen::Act;
use crate::ui::text;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The field over the cell being edited.
pub fn field(frame: Frame, now: Edit) -> impl IntoView {
    let Edit { slot, index, typed } = now;
    let old = frame.session.with(|lesson| lesson.operand(slot).map(|operand| operand.text(index))).unwrap_or_default();
    let first = match typed {
        Some('\0') => String::new(),
        Some(typed) => typed.to_string(),
        None => old,
    };
    let draft = RwSignal::new(first.clone());
    let field = NodeRef::<leptos::html::Input>::new();
    let send = move |text: String| {
        frame.act(Act::Edit(slot, index, text));
    };
    field.on_load(move |field| {
        // The text is not in the field yet, and what is not there can't be selected.
        field.set_value(&draft.get_untracked());
        drop(field.focus());
        if typed.is_none() {
            field.select();
        } else {
            send(first);
        }
    });
    let close = move || {
        frame.edit.set(None);
        frame.act(Act::EndEdit);
    };
    let go = move |target: usize, edit: bool| {
        close();
        focus_cell(slot, target);
        if edit {
            frame.edit.set(Some(Edit { slot, index: target, typed: None }));
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        event.stop_propagation();
        // Enter that ends a Korean syllable is not Enter.
        if event.is_composing() || event.key() == "Process" {
            return;
        }
        let (rows, cols) = size(frame, now);
        let last = (rows * cols).saturating_sub(1);
        match (event.key().as_str(), event.shift_key()) {
            ("Escape", _) => {
                frame.edit.set(None);
                frame.act(Act::CancelEdit);
                focus_cell(slot, index);
            }
            ("Enter" | "ArrowDown", false) => go(if index + cols <= last { index + cols } else { index }, false),
            ("Enter" | "ArrowUp", _) => go(index.checked_sub(cols).unwrap_or(index), false),
            ("Tab", false) if index < last => go(index + 1, true),
            ("Tab", true) if index > 0 => go(index - 1, true),
            // From the first or last cell Tab leaves the grid, from the cell's own place in the page.
            ("Tab", _) => {
                go(index, false);
                return;
            }
            _ => return,
        }
        event.prevent_default();
    };
    let label = text(move || {
        let locale = frame.shell.locale.get();
        say!(locale, number.edit, cell = cell_words(frame, slot, index))
    });
    view! {
        <input
            class="cell-field" type="text" inputmode="text" autocomplete="off" autocapitalize="off" spellcheck="false"
            enterkeyhint="next" node_ref=field
            data-edit=index.to_string()
            aria-label=label
            style:grid-area=place(frame, slot, index)
            prop:value=text(move || draft.get())
            on:input=move |event| {
                let text = event_target_value(&event);
                draft.set(text.clone());
                send(text);
            }
            on:keydown=on_keydown
            on:paste=move |event: web_sys::ClipboardEvent| {
                let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
                if super::paste::take_block(frame, slot, index, &text) {
                    event.prevent_default();
                }
            }
            on:click=|event| event.stop_propagation()
            on:blur=move |_| {
                if frame.edit.get_untracked() == Some(now) {
                    close();
                }
            }
        />
    }
}

fn size(frame: Frame, now: Edit) -> (usize, usize) {
    let size = untrack(|| frame.with_scene(|scene| scene.panel(now.slot).map(|panel| panel.size)));
    size.flatten().unwrap_or((1, 1))
}
