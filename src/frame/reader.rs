//! The card that takes a pasted text and says what was read. The reader itself is a part, fetched at the first text.

use super::numbers::chips;
use super::side;
use super::state::Frame;
use crate::screen::hue::words;
use crate::screen::{Act, Node, ReaderCard};
use crate::ui::patch::patch_children;
use crate::ui::text;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

/// Reads the text that waits for it.
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
                Err(_) => {
                    frame.unread.try_set(true);
                }
            }
        });
    });
}

/// The card; nothing for a lesson without a reader.
pub fn card(frame: Frame) -> impl IntoView + use<> {
    let has = frame.session.entry.reader.is_some();
    has.then(|| {
        let title = text(move || of(frame, |card| card.title.clone()));
        side::card(frame, "paste", title, inside(frame).into_any())
    })
}

fn of<T: Default>(frame: Frame, read: impl Fn(&ReaderCard) -> T) -> T {
    frame.board.with(|board| board.reader.as_ref().map(read).unwrap_or_default())
}

fn inside(frame: Frame) -> impl IntoView {
    let shown = Memo::new(move |_| of(frame, |card| card.text.clone()));
    let area = NodeRef::<leptos::html::Textarea>::new();
    Effect::new(move |_| {
        let text = shown.get();
        if let Some(area) = area.get() {
            area.set_value(&text);
        }
    });
    let tell = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        if !text.trim().is_empty() && text != shown.get_untracked() {
            frame.unread.set(false);
            frame.act(Act::Tell(text));
        }
    };
    let tools = Memo::new(move |_| of(frame, |card| card.tools.clone()));
    view! {
        <textarea
            class="reader__text" rows="3" spellcheck="false" autocomplete="off" autocapitalize="off" node_ref=area
            data-action="error-text"
            aria-label=text(move || of(frame, |card| card.title.clone()))
            placeholder=text(move || of(frame, |card| card.placeholder.clone()))
            on:change=tell
            on:paste=move |event: web_sys::ClipboardEvent| {
                // A whole message replaces the text and is read at once.
                let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
                if !text.trim().is_empty() {
                    event.prevent_default();
                    frame.unread.set(false);
                    frame.act(Act::Tell(text));
                }
            }
        ></textarea>
        {panel(frame)}
        {move || chips(frame, tools.get())}
    }
}

/// What was read, with its attributes for scripts.
fn panel(frame: Frame) -> impl IntoView {
    let panel = NodeRef::<Div>::new();
    let nodes = Memo::new(move |_| {
        let waiting = of(frame, |card| card.pending.is_some().then(|| card.waiting.clone()));
        if let Some([reading, failed]) = waiting {
            let said = if frame.unread.get() { failed } else { reading };
            return vec![Node::leaf("p", "reader__read", said).attr("role", "status")];
        }
        let (read, attributes) = of(frame, |card| (card.read.clone(), card.attributes.clone()));
        if attributes.is_empty() {
            return Vec::new();
        }
        let sentence = |(index, sentence): (usize, &String)| {
            let spans = words(sentence).into_iter().map(|word| Node::leaf("span", word.hue.class(), word.text));
            Node::node("p", if index == 0 { "reader__first" } else { "" }, spans.collect())
        };
        let panel = Node::node("div", "reader__read", read.iter().enumerate().map(sentence).collect());
        let panel = panel.attr("data-part", "reading").attr("role", "status");
        vec![attributes.into_iter().fold(panel, |panel, (name, value)| panel.attr(name, value))]
    });
    Effect::new(move |shown: Option<Vec<Node>>| {
        let Some(panel) = panel.get() else { return Vec::new() };
        let nodes = nodes.get();
        patch_children(&panel, &shown.unwrap_or_default(), &nodes);
        nodes
    });
    view! { <div class="reader" node_ref=panel></div> }
}
