//! A lesson in the page: its part is fetched if it is not there, and a part that can't be fetched is told kindly.

use super::card_picture::card_picture;
use super::state::{State, entry};
use crate::lesson::ALL;
use crate::part::NotLoaded;
use crate::platform;
use crate::say;
use crate::shell::Session;
use crate::ui::text;
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

fn waiting(
    state: State,
    index: usize,
    progress: RwSignal<Progress>,
    ready: RwSignal<Option<Session>>,
) -> impl IntoView {
    let shell = state.shell;
    let tries = StoredValue::new(0);
    let retry = move |_| {
        tries.update_value(|tries| *tries += 1);
        // The file may be gone since a new release: then only a new page knows the new name.
        if tries.get_value() > 1 && platform::reload_once() {
            return;
        }
        fetch(state, index, progress, ready);
    };
    let entry = entry(index);
    view! {
        <div class="lesson lesson--waiting" data-lesson=entry.slug>
            <div class="aim">
                <h1>{shell.word(entry.name)}</h1>
                <p>{shell.word(entry.question)}</p>
            </div>
            <section class="card stage" aria-busy=text(move || (progress.get() != Progress::Failed).to_string())>
                <div></div>
                {move || match progress.get() {
                    Progress::Failed => view! {
                        <div class="part-error" role="alert" data-part="part-error">
                            <h2>{shell.word(|locale| say!(locale, part.failed))}</h2>
                            <p>{shell.word(|locale| say!(locale, part.why))}</p>
                            <p class="tools">
                                <button type="button" class="button button--main" data-action="retry" on:click=retry>
                                    {shell.word(|locale| say!(locale, part.retry))}
                                </button>
                                <a class="button" href="#/">{shell.word(|locale| say!(locale, part.start))}</a>
                            </p>
                        </div>
                    }.into_any(),
                    on_its_way => view! {
                        <div class="part-waiting" role="status">
                            {card_picture(entry)}
                            <p>{shell.word(|locale| say!(locale, part.loading))}</p>
                            <p hidden=on_its_way != Progress::Slow>{shell.word(|locale| say!(locale, part.slow))}</p>
                        </div>
                    }.into_any(),
                }}
                <div class="why"></div>
                <div class="bar"></div>
            </section>
            <div class="side side--waiting"></div>
            <div class="sheets"></div>
        </div>
    }
}
