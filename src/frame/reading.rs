//! Pasted texts that wait for the lesson's reader: a part, fetched at the first of them.

use super::controls::reader::FIELD;
use super::state::Frame;
use crate::platform;
use crate::screen::Act;
use crate::shell::Notice;
use leptos::prelude::*;
use std::sync::Arc;

/// Scrolls the field of pasted texts to the message that was read.
pub fn follow_mark(frame: Frame) {
    let mark = Memo::new(move |_| frame.board.with(|board| board.reader.as_ref().and_then(|card| card.mark.clone())));
    Effect::new(move |_| {
        if let Some(mark) = mark.get() {
            request_animation_frame(move || platform::scroll_text(&format!("[data-action={FIELD}]"), mark.start));
        }
    });
}

/// Reads the text that waits.
pub fn read_pending(frame: Frame) {
    let pending = Memo::new(move |_| frame.board.with(|board| board.reader.as_ref()?.pending.clone()));
    Effect::new(move |_| {
        let Some((text, part)) = pending.get().zip(frame.session.entry.reader) else { return };
        leptos::task::spawn_local(async move {
            let Ok(read) = (part.load)().await else { return frame.shell.tell(Notice::NotThere) };
            let told = read(text.clone(), || Box::pin(platform::pause())).await;
            // Another text may have come meanwhile.
            if pending.try_get_untracked().flatten() == Some(text) {
                frame.act(Act::Read(Arc::new(told)));
            }
        });
    });
}
