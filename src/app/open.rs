//! A lesson in the page: its part is fetched if it is not there, and a part that can't be fetched is told kindly.

use super::card_picture::card_picture;
use super::state::{State, entry};
use crate::lesson::ALL;
use crate::lesson::entry::Entry;
use crate::part::NotLoaded;
use crate::platform;
use crate::say;
use crate::screen::Node;
use crate::shell::Session;
use crate::ui::follow::follow;
use crate::ui::markup::{button, group, hide_if, truth};
use crate::words::Locale;
use leptos::html::Div;
use leptos::prelude::*;
use std::time::Duration;

/// After this long a fetch is slow enough to say so.
const SLOW: Duration = Duration::from_secs(6);

/// How far a lesson's part has come.
#[derive(Clone, Copy, PartialEq)]
enum Progress {
    Waiting,
    Slow,
    Failed,
}

/// The lesson at this place of the registry.
pub fn lesson(state: State, index: usize) -> AnyView {
    if let Some((session, open)) = state.session(index) {
        return (open.frame)(session);
    }
    let progress = RwSignal::new(Progress::Waiting);
    let ready = RwSignal::new(None::<Session>);
    fetch(state, index, progress, ready);
    view! {
        {move || match ready.get().and_then(|_| state.session(index)) {
            Some((session, open)) => (open.frame)(session),
            None => waiting(state, index, progress, ready).into_any(),
        }}
    }
    .into_any()
}

/// Fetches the lessons from this place of the registry on, one after the other, whenever the browser has nothing to do,
/// so that a visitor who stays has everything.
pub fn fetch_when_idle(next: usize) {
    let Some(entry) = ALL.get(next) else { return };
    platform::when_idle(move || {
        leptos::task::spawn_local(async move {
            // Offline now says nothing about later, when the lesson is opened.
            if (entry.part.load)().await.is_ok() {
                fetch_when_idle(next + 1);
            }
        });
    });
}

/// Fetches the part. The lesson may have been left by the time it comes: then nothing is shown, but it is there.
fn fetch(state: State, index: usize, progress: RwSignal<Progress>, ready: RwSignal<Option<Session>>) {
    progress.set(Progress::Waiting);
    let slow = move || {
        progress.try_update(|progress| {
            if *progress == Progress::Waiting {
                *progress = Progress::Slow;
            }
        });
    };
    set_timeout(slow, SLOW);
    leptos::task::spawn_local(async move {
        match (entry(index).part.load)().await {
            Ok(open) => {
                let session = state.arrive(index, open);
                ready.try_set(Some(session));
                state.once_settled(|| fetch_when_idle(0));
            }
            Err(NotLoaded) => {
                progress.try_set(Progress::Failed);
            }
        }
    });
}

/// What stands in the lesson's place until it is there.
fn waiting(
    state: State,
    index: usize,
    progress: RwSignal<Progress>,
    ready: RwSignal<Option<Session>>,
) -> impl IntoView {
    let shell = state.shell;
    let tries = StoredValue::new(0);
    let press = move |event: leptos::ev::MouseEvent| {
        if !platform::is_inside(&event, "[data-action=retry]") {
            return;
        }
        tries.update_value(|tries| *tries += 1);
        // The file may be gone since a new release: then only a new page knows the new name.
        if tries.get_value() > 1 && platform::reload_once() {
            return;
        }
        fetch(state, index, progress, ready);
    };
    let place = NodeRef::<Div>::new();
    follow(place, Box::new(move || told(shell.locale.get(), entry(index), progress.get())));
    view! { <div class="lesson lesson--waiting" data-lesson=entry(index).slug node_ref=place on:click=press></div> }
}

fn told(locale: Locale, entry: &'static Entry, progress: Progress) -> Vec<Node> {
    let aim = vec![Node::leaf("h1", "", (entry.name)(locale)), Node::leaf("p", "", (entry.question)(locale))];
    let inside = match progress {
        Progress::Failed => failed(locale),
        on_its_way => {
            let slow = Node::leaf("p", "", say!(locale, part.slow));
            let words = Node::leaf("p", "", say!(locale, part.loading));
            let lines = vec![card_picture(entry), words, hide_if(on_its_way != Progress::Slow, slow)];
            group("part-waiting", lines).attr("role", "status")
        }
    };
    let box_of = |class| group(class, Vec::new());
    let stage = Node::holding("section", "card stage", vec![box_of(""), inside, box_of("why"), box_of("bar")])
        .attr("aria-busy", truth(progress != Progress::Failed));
    vec![group("aim", aim), stage, box_of("side side--waiting"), box_of("sheets")]
}

fn failed(locale: Locale) -> Node {
    let start = Node::leaf("a", "button", say!(locale, part.start)).attr("href", "#/");
    let tools = vec![button("button button--main", "retry", say!(locale, part.retry)), start];
    let lines = vec![
        Node::leaf("h2", "", say!(locale, part.failed)),
        Node::leaf("p", "", say!(locale, part.why)),
        Node::holding("p", "tools", tools),
    ];
    group("part-error", lines).attr("role", "alert").attr("data-part", "part-error")
}
