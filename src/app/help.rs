//! The list of keys: `?` opens it. The list itself comes with the tools that are fetched when one is first wanted.

use super::state::State;
use crate::frame::tools::{self, Tools};
use crate::platform;
use crate::shell::Notice;
use crate::ui::effect;
use leptos::prelude::*;

/// The place of the dialog, and the key that opens it.
pub fn help(state: State) -> impl IntoView {
    let shell = state.shell;
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let typing = event.target().is_some_and(|target| platform::is_text_field(&target));
        if event.key() == "?" && !typing && !event.is_composing() && shell.letters.get_untracked() {
            event.prevent_default();
            shell.help.update(|open| *open = !*open);
        }
    });
    on_cleanup(move || listener.remove());
    let opened = RwSignal::new(None::<Tools>);
    let fetch = move || {
        leptos::task::spawn_local(async move {
            match (tools::PART.load)().await {
                Ok(tools) => drop(opened.try_set(Some(tools))),
                Err(_) => {
                    shell.help.set(false);
                    shell.tell(Notice::NotThere);
                }
            }
        });
    };
    effect(move || {
        if shell.help.get() && opened.with_untracked(Option::is_none) {
            fetch();
        }
    });
    move || {
        let tools = opened.get().filter(|_| shell.help.get())?;
        Some((tools.keys)(shell, untrack(|| state.present_session())))
    }
}
