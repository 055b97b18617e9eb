//! The shell around the lessons: header, start page, notices, and the one place where the address is read and written.

mod address;
mod card_picture;
mod header;
mod help;
mod lessons_menu;
mod notices;
mod open;
mod press;
mod settings;
mod start;
pub mod state;

use crate::platform;
use crate::ui::effect;
use crate::ui::flag;
use crate::{say, words};
use leptos::either::Either;
use leptos::prelude::*;
use state::State;

/// Starts the app in the page's `main` element.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        platform::show_panic(&format!("Matwalk {}\n{info}\n{}", env!("CARGO_PKG_VERSION"), platform::hash()));
    }));
    platform::remove("boot");
    leptos::mount::mount_to_body(App);
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let state = State::from_browser();
    provide_context(state);
    provide_context(state.shell);
    let shell = state.shell;

    address::keep(state);
    effect(move || {
        platform::set_root_attribute("lang", words::code(shell.locale.get()));
        platform::set_root_attribute("data-theme", shell.theme.get().key());
        platform::set_root_attribute("data-present", if shell.present.get() { "1" } else { "0" });
        let page = if state.wanted.get().is_some() { "lesson" } else { "start" };
        platform::set_root_attribute("data-page", page);
        platform::set_root_attribute("data-embed", if shell.embed.get() { "1" } else { "0" });
    });
    effect(move || {
        let locale = shell.locale.get();
        platform::set_title(&match state.wanted.get() {
            Some(index) => format!("{} · Matwalk", (state::entry(index).name)(locale)),
            None => "Matwalk".to_owned(),
        });
    });

    let turn = StoredValue::new(false);
    view! {
        <a class="skip-link" href="#lesson" on:click=skip_to_lesson>
            {shell.word(|locale| say!(locale, app.skip))}
        </a>
        {header::header(state)}
        {notices::notices(state)}
        <main id="lesson" tabindex="-1">
            {move || page(state, turn)}
        </main>
        {help::help(state)}
        <div
            class="blank" hidden=flag(move || !shell.blank.get() || !shell.present.get())
            on:click=move |_| shell.blank.set(false)
        ></div>
    }
}

/// The lesson or the start page that is wanted. The sides take turns, so that each is built anew: a view of the same
/// kind would be patched in place, and what the frame patches itself would stay in it.
fn page(state: State, turn: StoredValue<bool>) -> Either<AnyView, AnyView> {
    let page = match state.wanted.get() {
        Some(index) => open::lesson(state, index).into_any(),
        None => start::start_page(state).into_any(),
    };
    turn.update_value(|turn| *turn = !*turn);
    if turn.get_value() { Either::Left(page) } else { Either::Right(page) }
}

/// A plain fragment link would replace the address that holds the lesson.
fn skip_to_lesson(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    platform::focus("#lesson");
}
