//! The list of keys: `?` opens it. The list itself is a part of its own, fetched when it is first wanted.

mod list;

use super::state::State;
use crate::platform;
use crate::shell::Notice;
use leptos::prelude::*;

crate::part!(PART: fn(State) -> AnyView = list::list, help, fetch_help, prefetch_help);

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
    let opened = RwSignal::new(None::<fn(State) -> AnyView>);
    let fetch = move || {
        leptos::task::spawn_local(async move {
            match (PART.load)().await {
                Ok(list) => drop(opened.try_set(Some(list))),
                Err(_) => {
                    shell.help.set(false);
                    shell.tell(Notice::NotThere);
                }
            }
        });
    };
    Effect::new(move |_| {
        if shell.help.get() && opened.with_untracked(Option::is_none) {
            fetch();
        }
    });
    move || opened.get().filter(|_| shell.help.get()).map(|list| list(state))
}
