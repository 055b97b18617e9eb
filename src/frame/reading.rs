//! Pasted texts that wait for the lesson's reader: a part, fetched at the first of them.

use super::state::Frame;
use crate::screen::Act;
use crate::shell::Notice;
use leptos::prelude::*;
use std::sync::Arc;

/// Reads the text that waits.
pub fn read_pending(frame: Frame) {
    let pending = Memo::new(move |_| frame.board.with(|board| board.reader.as_ref()?.pending.clone()));
    Effect::new(move |_| {
        let Some((text, part)) = pending.get().zip(frame.session.entry.reader) else { return };
        leptos::task::spawn_local(async move {
            match (part.load)().await {
                // Another text may have come while the reader was on its way.
                Ok(read) if pending.try_get_untracked().flatten().as_ref() == Some(&text) => {
                    frame.act(Act::Read(Arc::new(read(&text))));
                }
                Ok(_) => {}
                Err(_) => frame.shell.tell(Notice::NotThere),
            }
        });
    });
}
