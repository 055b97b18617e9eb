//! What a press means on what belongs to no lesson: from a control's `data-action` to the shell. One listener of a kind for
//! all controls.

use super::header::Menu;
use super::state::{State, entry};
use crate::platform;
use crate::shell::{Shell, Theme};
use crate::words::{self, Locale};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, KeyboardEvent, MouseEvent};

/// The nearest element around where an event happened that fits the selector, and an attribute of it.
fn near(event: &Event, attribute: &str) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// A press on a button or a link.
pub fn on_click(state: State, event: &MouseEvent) {
    let shell = state.shell;
    if let Some(index) = near(event, "data-opens").and_then(|index| index.parse().ok()) {
        state.menu.set(None);
        state.follow(event, index);
        return;
    }
    match near(event, "data-action").as_deref() {
        Some("language") => choose_language(shell, other(shell.locale.get_untracked())),
        Some("theme") => choose_theme(shell, shell.theme.get_untracked().other()),
        Some("present") => present(state, true),
        Some("end-presenting") => present(state, false),
        Some("copy-link") => shell.copy_link.get_value().run(()),
        Some("lessons") => toggle(state, Menu::Lessons),
        Some("settings") => toggle(state, Menu::Settings),
        Some("keys") => {
            state.menu.set(None);
            shell.help.set(true);
        }
        // A link out of the list.
        None if state.menu.get_untracked() == Some(Menu::Lessons) => state.menu.set(None),
        _ => {}
    }
}

/// A choice in the settings.
pub fn on_change(state: State, event: &Event) {
    let shell = state.shell;
    let Some(action) = near(event, "data-action") else { return };
    match action.as_str() {
        "lang-ko" => choose_language(shell, Locale::ko),
        "lang-en" => choose_language(shell, Locale::en),
        "index-one" => shell.base.set(1),
        "index-zero" => shell.base.set(0),
        _ => {
            if let Some(theme) = action.strip_prefix("set-theme-").and_then(Theme::from_key) {
                choose_theme(shell, theme);
            }
        }
    }
}

/// Escape closes the open list.
pub fn on_keydown(state: State, event: &KeyboardEvent) {
    if let Some(menu) = state.menu.get_untracked()
        && event.key() == "Escape"
    {
        event.stop_propagation();
        state.menu.set(None);
        platform::focus(match menu {
            Menu::Lessons => "[data-action=lessons]",
            Menu::Settings => "[data-action=settings]",
        });
    }
}

/// Closes a list when the focus goes elsewhere: a press outside, or Tab past the end.
pub fn on_focusout(state: State, event: &FocusEvent) {
    let Some(menu) = state.menu.get_untracked() else { return };
    let own = match menu {
        Menu::Lessons => "[data-menu=lessons]",
        Menu::Settings => "[data-menu=settings]",
    };
    let to = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
    if to.is_some_and(|to| !matches!(to.closest(own), Ok(Some(_)))) {
        state.menu.set(None);
    }
}

/// Begins to fetch the part of a lesson whose link is under the pointer, a finger or the focus.
pub fn preload(event: &Event) {
    if let Some(index) = near(event, "data-opens").and_then(|index| index.parse().ok()) {
        (entry(index).part.preload)();
    }
}

fn toggle(state: State, menu: Menu) {
    state.menu.update(|open| *open = if *open == Some(menu) { None } else { Some(menu) });
}

fn present(state: State, on: bool) {
    state.menu.set(None);
    state.shell.present.set(on);
    platform::focus("[data-part=stage]");
}

/// The language that is not this one.
pub fn other(locale: Locale) -> Locale {
    match locale {
        Locale::ko => Locale::en,
        Locale::en => Locale::ko,
    }
}

/// A choice of language is stored and drops the key from the address, or stands there if it can't be stored.
fn choose_language(shell: Shell, locale: Locale) {
    let stored = platform::store("lang", words::code(locale));
    shell.locale.set(locale);
    shell.chosen.update(|chosen| chosen.lang = !stored);
}

/// A choice of theme, as one of language.
fn choose_theme(shell: Shell, theme: Theme) {
    let stored = platform::store("theme", theme.key());
    shell.theme.set(theme);
    shell.chosen.update(|chosen| chosen.theme = !stored);
}
