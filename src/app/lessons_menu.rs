//! Where the tabs have no room: a button with the open lesson's name that discloses a list of links.

use super::card_picture::card_picture;
use super::state::{State, entry};
use crate::lesson::ALL;
use crate::ui::icon::{Icon, icon};
use crate::ui::{flag, text};
use crate::{platform, say};
use leptos::prelude::*;

/// The button and the list.
pub fn lessons_menu(state: State) -> impl IntoView {
    let shell = state.shell;
    let open = RwSignal::new(false);
    let name =
        text(move || state.wanted.get().map(|index| (entry(index).name)(shell.locale.get())).unwrap_or_default());
    let close = move || {
        open.set(false);
        platform::focus("[data-action=lessons]");
    };
    let link = move |index: usize| {
        let entry = entry(index);
        view! {
            <a
                class="menu__lesson" href=format!("#/{}", entry.slug)
                aria-current=move || (state.wanted.get() == Some(index)).then_some("page")
                on:pointerenter=move |_| (entry.part.preload)()
                on:focus=move |_| (entry.part.preload)()
                on:click=move |event| {
                    open.set(false);
                    state.follow(&event, index);
                }
            >
                <span class="menu__number">{index + 1}</span>
                {card_picture(entry)}
                <span class="menu__words">
                    <b>{shell.word(entry.name)}</b>
                    <span>{shell.word(entry.question)}</span>
                </span>
            </a>
        }
    };
    view! {
        <div
            class="menu" data-menu="lessons"
            on:keydown=move |event| if event.key() == "Escape" && open.get_untracked() {
                event.stop_propagation();
                close();
            }
            on:focusout=move |event| super::settings::close_when_left(&event, open)
        >
            <button
                type="button" class="menu__button" data-action="lessons"
                aria-expanded=text(move || open.get().to_string())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span>{name}</span>{icon(Icon::Menu)}
            </button>
            <nav class="menu__list" aria-label=shell.word(|locale| say!(locale, app.lessons)) hidden=flag(move || !open.get())>
                {(0..ALL.len()).map(link).collect_view()}
                <a class="menu__start" href="#/" on:click=move |_| open.set(false)>
                    {shell.word(|locale| say!(locale, app.start))}
                </a>
            </nav>
        </div>
    }
}
