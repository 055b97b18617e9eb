//! Pasted texts that wait for the lesson's reader: a part, fetched at the first of them.

use super::controls::reader::FIELD;
use super::state::Frame;
use crate::platform;
use crate::screen::Act;
use crate::shell::Notice;
use crate::ui::effect;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// Scrolls the field of pasted texts to the message that was read.
pub fn follow_mark(frame: Frame) {
    let mark = Memo::new(move |_| frame.board.with(|board| board.reader.as_ref().and_then(|card| card.mark.clone())));
    effect(move || {
        if let Some(mark) = mark.get() {
            request_animation_frame(move || scroll_to(mark.start));
        }
    });
}

/// Reads the text that waits.
pub fn read_pending(frame: Frame) {
    let pending = Memo::new(move |_| frame.board.with(|board| board.reader.as_ref()?.pending.clone()));
    effect(move || {
        let Some((text, part)) = pending.get().zip(frame.session.entry.reader) else { return };
        leptos::task::spawn_local(async move {
            let Ok(read) = (part.load)().await else { return frame.shell.tell(Notice::NotThere) };
            let told = read(text.to_string(), || Box::pin(platform::pause())).await;
            // Another text may have come meanwhile.
            if pending.try_get_untracked().flatten() == Some(text) {
                frame.act(Act::Read(Arc::new(told)));
            }
        });
    });
}

/// Scrolls the field so that a place in its text, in UTF-16 units, is in sight.
fn scroll_to(place: usize) {
    let Ok(Some(element)) = document().query_selector(&format!("[data-action={FIELD}]")) else { return };
    let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() else { return };
    let text = area.value();
    let before: Vec<u16> = text.encode_utf16().take(place).collect();
    // How high the text before it is, wrapped lines and all, only the area itself can tell.
    area.set_value(&String::from_utf16_lossy(&before));
    let height = area.scroll_height();
    area.set_value(&text);
    area.set_scroll_top(height - area.client_height() / 2);
}
