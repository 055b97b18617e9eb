//! The side: cards beside the stage; on a narrow screen a row of four words, each of which opens some of the cards as a
//! sheet over the lower part of the stage.

use super::state::Frame;
use super::{examples, numbers, reader, readings, save};
use crate::say;
use crate::ui::icon::{Icon, icon};
use crate::ui::text;
use crate::words::Locale;
use leptos::prelude::*;

/// The sheets: their name in `data-sheet`, and the word that opens them.
const SHEETS: [(&str, fn(Locale) -> String); 4] = [
    ("views", |locale| say!(locale, card.sheet_readings)),
    ("examples", |locale| say!(locale, card.sheet_examples)),
    ("inputs", |locale| say!(locale, card.sheet_numbers)),
    ("take-away", |locale| say!(locale, card.sheet_save)),
];

/// Cards, and the row of words.
pub fn side(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let word = move |(key, name): (&'static str, fn(Locale) -> String)| {
        let open = move || frame.sheet.get() == Some(key);
        view! {
            <button
                type="button" class="sheets__word" data-action=format!("sheet-{key}")
                aria-expanded=text(move || open().to_string())
                on:click=move |_| frame.sheet.update(|sheet| *sheet = if *sheet == Some(key) { None } else { Some(key) })
            >
                {text(move || {
                    let own = frame.board.with(|board| board.first_sheet.clone());
                    if key == "views" && !own.is_empty() { own } else { name(shell.locale.get()) }
                })}
            </button>
        }
    };
    view! {
        <aside
            class="side" data-part="side" data-sheet=move || frame.sheet.get()
            aria-label=text(move || say!(shell.locale.get(), card.sheets))
            hidden=move || !shell.shows("side")
        >
            <button
                type="button" class="icon-button side__close" data-action="sheet-close"
                aria-label=text(move || say!(shell.locale.get(), app.close))
                on:click=move |_| { close(frame); }
            >
                {icon(Icon::Close)}
            </button>
            {reader::card(frame)}
            {readings::readings(frame)}
            {examples::examples(frame)}
            {numbers::numbers(frame)}
            {save::save(frame)}
        </aside>
        <div class="sheets" role="group" aria-label=text(move || say!(shell.locale.get(), card.sheets))>
            {SHEETS.into_iter().map(word).collect_view()}
        </div>
    }
}

/// Closes the sheet that is open; the focus goes back to its word. Says whether one was open.
pub fn close(frame: Frame) -> bool {
    let Some(open) = frame.sheet.get_untracked() else { return false };
    frame.sheet.set(None);
    crate::platform::focus(&format!("[data-action=sheet-{open}]"));
    true
}

/// A card: a box with a heading. `part` is its name in `data-part`, by which a link can hide it, and its sheet.
pub fn card(frame: Frame, part: &'static str, title: Signal<String>, inside: AnyView) -> impl IntoView {
    let shell = frame.shell;
    view! {
        <section class="card side__card" data-part=part hidden=move || !shell.shows(part)>
            <h2>{title}</h2>
            {inside}
        </section>
    }
}
