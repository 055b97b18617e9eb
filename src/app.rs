//! The shell around the lessons: header, start page, notices, and the one place where the address is read and written.

mod header;
mod help;
mod notices;
pub mod parts;
mod start;
pub mod state;
mod waiting;

use crate::lesson::LessonId;
use crate::route::Address;
use crate::ui::text;
use crate::{address_bar, platform, say, words};
use leptos::prelude::*;
use parts::{Parts, Shown};
use state::State;

/// Starts the app in the page's `main` element.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        platform::show_panic(&format!("Matwalk {}\n{info}\n{}", env!("CARGO_PKG_VERSION"), platform::hash()));
    }));
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    leptos::mount::mount_to_body(App);
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let state = State::from_browser();
    provide_context(state);
    provide_context(state.shell);
    let shell = state.shell;

    let parts = Parts::new();
    provide_context(parts);
    let wanted = Memo::new(move |_| state.lesson.get());
    // An address that leads to the same lesson does not build it anew.
    let shown = Memo::new(move |_| parts.shown(wanted.get()));
    parts.keep_fetching(wanted);

    keep_address(state);
    Effect::new(move |_| {
        platform::set_root_attribute("lang", words::code(shell.locale.get()));
        platform::set_root_attribute("data-theme", shell.theme.get().key());
        platform::set_root_attribute("data-present", if shell.present.get() { "1" } else { "0" });
    });
    Effect::new(move |_| {
        let locale = shell.locale.get();
        platform::set_title(&match state.lesson.get() {
            Some(LessonId::Product) => format!("{} · Matwalk", say!(locale, lesson.product)),
            None => "Matwalk".to_owned(),
        });
    });

    view! {
        <a class="skip-link" href="#lesson" on:click=skip_to_lesson>
            {text(move || say!(shell.locale.get(), app.skip))}
        </a>
        <Show when=move || !shell.embed.get()>
            <header::Header/>
        </Show>
        <notices::Notices/>
        <main id="lesson" tabindex="-1">
            {move || match shown.get() {
                Shown::Start => view! { <start::StartPage/> }.into_any(),
                Shown::Waiting(lesson) => view! { <waiting::Waiting lesson/> }.into_any(),
                Shown::Failed(lesson) => view! { <waiting::PartError lesson/> }.into_any(),
                Shown::Lesson(lesson) => parts.open(lesson, state),
            }}
        </main>
        <help::Help/>
    }
}

/// A plain fragment link would replace the address that holds the lesson.
fn skip_to_lesson(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Some(main) = document().get_element_by_id("lesson") {
        use wasm_bindgen::JsCast;
        if let Some(main) = main.dyn_ref::<web_sys::HtmlElement>() {
            drop(main.focus());
        }
    }
}

/// Keeps the address and the state together: writes the one when the other changes, reads it on Back and Forward.
fn keep_address(state: State) {
    address_bar::know(platform::hash());
    Effect::new(move |_| {
        if let Ok(address) = state.address() {
            address_bar::write(address.to_string());
        }
    });
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
