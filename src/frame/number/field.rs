//! The field in which a number of a drawing is typed, over its place.

use super::{Number, refocus, text_of};
use crate::frame::state::Frame;
use crate::screen::Act;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The field over a number.
pub fn field(frame: Frame, number: Number) -> impl IntoView {
    let Number { at, name, label, text, typed, place } = number;
    let (slot, index) = at;
    let own = name.clone();
    let field = NodeRef::<leptos::html::Input>::new();
    let first = text.clone();
    field.on_load(move |field| {
        let select = typed.is_none();
        field.set_value(&typed.unwrap_or(first));
        drop(field.focus());
        if select {
            field.select();
        }
    });
    // Leaving the field as it is changes nothing.
    let take = move || {
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        if frame.number.with_untracked(|number| number.as_ref().is_some_and(|number| number.text != text)) {
            frame.act(Act::Edit(slot, index, text));
        }
    };
    let nudge = move |by: i64| {
        take();
        frame.act(Act::Nudge(slot, index, by));
        if let Some((text, field)) = text_of(frame, at).zip(field.get_untracked()) {
            field.set_value(&text);
            field.select();
            frame.number.update_untracked(|number| number.iter_mut().for_each(|number| number.text.clone_from(&text)));
        }
    };
    // Once: closing takes the field away, and that leaves it.
    let close = move |keep: bool| {
        if frame.number.with_untracked(|now| now.as_ref().is_none_or(|now| now.name != own)) {
            return;
        }
        if keep {
            take();
            frame.number.set(None);
            frame.act(Act::EndEdit);
        } else {
            frame.number.set(None);
            frame.act(Act::CancelEdit);
        }
    };
    let (by_key, by_blur) = (close.clone(), close);
    let px = |number: f64| format!("{number}px");
    view! {
        <input
            class="number-field" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" node_ref=field
            aria-label=label
            style:left=px(place[0]) style:top=px(place[1]) style:width=px(place[2]) style:height=px(place[3])
            on:keydown=move |event: KeyboardEvent| {
                event.stop_propagation();
                if event.is_composing() || event.key() == "Process" {
                    return;
                }
                match event.key().as_str() {
                    "Enter" => by_key(true),
                    "Escape" => by_key(false),
                    "ArrowUp" | "ArrowDown" => {
                        event.prevent_default();
                        let step = if event.shift_key() { 10 } else { 1 };
                        return nudge(if event.key() == "ArrowUp" { step } else { -step });
                    }
                    _ => return,
                }
                event.prevent_default();
                refocus(&name);
            }
            on:click=|event| event.stop_propagation()
            on:blur=move |_| by_blur(true)
        />
    }
}
