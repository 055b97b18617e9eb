//! Keeps the address and the state together: writes the one when the other changes, reads it on Back and Forward.

use super::state::{State, entry};
use crate::lesson::link::{self, Unlinkable};
use crate::route::Address;
use crate::shell::Notice;
use crate::ui::effect;
use crate::{address_bar, platform, words};
use leptos::prelude::*;

/// Sets up both directions, and the copying of links.
pub fn keep(state: State) {
    address_bar::know(platform::hash());
    let shell = state.shell;
    // Two levels, as in the frame: a step must not write thousands of values anew.
    let pairs = Memo::new(move |_| own_pairs(state));
    effect(move || {
        let t = step(state);
        let settings = shell_pairs(state);
        // A lesson still on its way keeps the address it came with.
        let Some(pairs) = pairs.get() else { return };
        let Ok(pairs) = pairs else { return };
        address_bar::write(move || whole(pairs, t, settings).to_string());
    });
    effect(move || {
        if shell.embed.get() {
            let (t, pairs) = (step(state), pairs.get().and_then(Result::ok));
            let address = pairs.map(|pairs| whole(pairs, t, Vec::new()).to_string()).unwrap_or_default();
            platform::set_href("[data-action=open-in]", &platform::url_with_hash(&address));
        }
    });
    shell.copy_link.set_value(Callback::new(move |()| copy_link(state)));
    shell.undo.set_value(Callback::new(move |()| {
        if let Some(session) = untrack(|| state.present_session()) {
            session.act(crate::screen::Act::Undo);
        }
    }));
    let read = move || {
        let hash = platform::hash();
        // Our own writing fires no event, but a hand that types the same address does.
        if !address_bar::is_known(&hash) {
            address_bar::know(hash.clone());
            state.go(&Address::parse(&hash));
        }
    };
    let popped = window_event_listener(leptos::ev::popstate, move |_| read());
    let changed = window_event_listener(leptos::ev::hashchange, move |_| read());
    on_cleanup(move || {
        popped.remove();
        changed.remove();
    });
}

type Pairs = Vec<(&'static str, String)>;

/// The lesson's name and its own keys; empty for the start page, `None` for a lesson that is not there yet.
fn own_pairs(state: State) -> Option<Result<(String, Pairs), Unlinkable>> {
    let Some(index) = state.wanted.get() else { return Some(Ok((String::new(), Vec::new()))) };
    let session = state.present_session()?;
    session.changed.track();
    let pairs = session.with(|lesson| lesson.write());
    Some(pairs.map(|pairs| (entry(index).slug.to_owned(), pairs)))
}

/// How many steps of the present lesson are finished.
fn step(state: State) -> Option<usize> {
    let session = state.present_session()?;
    session.changed.track();
    session.stepped.track();
    Some(session.with(|lesson| lesson.walk().t))
}

/// The shell's own keys: only what a person chose or a link carried.
fn shell_pairs(state: State) -> Pairs {
    let shell = state.shell;
    let chosen = shell.chosen.get();
    let hidden = shell.hidden.get();
    let one = |value: bool, key: &'static str, text: &str| value.then(|| (key, text.to_owned()));
    let pairs = [
        one(chosen.lang, "lang", words::code(shell.locale.get())),
        one(chosen.theme, "theme", shell.theme.get().key()),
        one(shell.base.get() == 0, "index", "0"),
        one(shell.embed.get(), "embed", "1"),
        one(shell.present.get(), "present", "1"),
        one(!hidden.is_empty(), "hide", &hidden.join(",")),
    ];
    pairs.into_iter().flatten().collect()
}

fn whole((slug, mut pairs): (String, Pairs), t: Option<usize>, settings: Pairs) -> Address {
    pairs.extend(t.map(|t| ("t", t.to_string())));
    pairs.extend(settings);
    link::address(&slug, pairs)
}

/// Copies the link to what is shown, or says why there is none.
fn copy_link(state: State) {
    let shell = state.shell;
    let (pairs, t, settings) = untrack(|| (own_pairs(state), step(state), shell_pairs(state)));
    match pairs {
        Some(Ok(pairs)) => {
            let hash = whole(pairs, t, settings).to_string();
            shell.copy(platform::url_with_hash(&hash), Notice::LinkCopied);
        }
        Some(Err(Unlinkable::Unreadable)) => shell.tell(Notice::LinkUnreadable),
        Some(Err(Unlinkable::TooMany)) => shell.tell(Notice::LinkTooMany),
        None => {}
    }
}
