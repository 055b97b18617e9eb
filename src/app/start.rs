//! The page without a lesson: what this is, and a card with a living picture for each lesson there is.

use super::card_picture::card_picture;
use super::press;
use super::state::{State, entry};
use crate::lesson::ALL;
use crate::say;
use crate::screen::Node;
use crate::ui::follow::follow;
use crate::ui::markup::group;
use crate::words::Locale;
use leptos::html::Div;
use leptos::prelude::*;

/// The start page.
pub fn start_page(state: State) -> impl IntoView {
    let locale = state.shell.locale;
    state.once_settled(|| super::open::fetch_when_idle(0));
    let place = NodeRef::<Div>::new();
    follow(place, Box::new(move || nodes(locale.get())));
    view! {
        <div
            class="start" data-part="start" node_ref=place
            on:pointerover=move |event| press::preload(&event)
            on:focusin=move |event| press::preload(&event)
            on:touchstart=move |event| press::preload(&event)
        ></div>
    }
}

fn nodes(locale: Locale) -> Vec<Node> {
    let words = group(
        "",
        vec![
            Node::leaf("h1", "start__title", say!(locale, app.tagline)),
            Node::leaf("p", "start__lead", say!(locale, app.start_lead)),
        ],
    );
    let first = Node::leaf("a", "button button--main start__go", format!("{} →", say!(locale, app.start_with)))
        .attr("href", format!("#/{}", entry(0).slug))
        .attr("data-action", "start");
    let cards = (0..ALL.len()).map(|index| card(locale, index)).collect();
    vec![group("start__head", vec![words, first]), group("start__cards", cards)]
}

fn card(locale: Locale, index: usize) -> Node {
    let entry = entry(index);
    let words = vec![Node::leaf("b", "", (entry.name)(locale)), Node::leaf("span", "", (entry.question)(locale))];
    let inside = vec![
        card_picture(entry),
        Node::leaf("span", "start__number", (index + 1).to_string()),
        Node::holding("span", "start__words", words),
    ];
    Node::holding("a", "start__card", inside)
        .attr("href", format!("#/{}", entry.slug))
        .attr("data-lesson-card", entry.slug)
        .attr("data-opens", index.to_string())
}
