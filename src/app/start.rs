//! The page without a lesson: what this is, and a card with a living picture for each lesson there is.

use super::card_picture::card_picture;
use super::state::{State, entry};
use crate::lesson::ALL;
use crate::say;
use leptos::prelude::*;

/// The start page.
pub fn start_page(state: State) -> impl IntoView {
    let shell = state.shell;
    state.once_settled(|| super::open::fetch_when_idle(0));
    let first = format!("#/{}", entry(0).slug);
    let card = move |index: usize| {
        let entry = entry(index);
        view! {
            <a
                class="start__card" href=format!("#/{}", entry.slug) data-lesson-card=entry.slug
                on:pointerenter=move |_| (entry.part.preload)()
                on:focus=move |_| (entry.part.preload)()
                on:touchstart=move |_| (entry.part.preload)()
            >
                {card_picture(entry)}
                <span class="start__number">{index + 1}</span>
                <span class="start__words">
                    <b>{shell.word(entry.name)}</b>
                    <span>{shell.word(entry.question)}</span>
                </span>
            </a>
        }
    };
    view! {
        <div class="start" data-part="start">
            <div class="start__head">
                <div>
                    <h1 class="start__title">{shell.word(|locale| say!(locale, app.tagline))}</h1>
                    <p class="start__lead">{shell.word(|locale| say!(locale, app.start_lead))}</p>
                </div>
                <a class="button button--main start__go" href=first data-action="start">
                    {shell.word(|locale| say!(locale, app.start_with))}" →"
                </a>
            </div>
            <div class="start__cards">{(0..ALL.len()).map(card).collect_view()}</div>
        </div>
    }
}
