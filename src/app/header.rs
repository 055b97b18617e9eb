//! Name, lessons, language, theme, presenting, link.

use super::press;
use super::state::{State, entry};
use super::{lessons_menu, settings};
use crate::lesson::ALL;
use crate::say;
use crate::screen::Node;
use crate::screen::icon::Icon;
use crate::shell::Theme;
use crate::ui::follow::follow;
use crate::ui::markup::{button, group, hide_if, icon_button, icon_node};
use crate::words::{self, Locale};
use leptos::html::Div;
use leptos::prelude::*;

/// A list that a button of the header discloses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// The lessons, where the tabs have no room.
    Lessons,
    /// What is chosen once.
    Settings,
}

/// What the header shows.
#[derive(Clone, Copy)]
pub struct Facts {
    /// The language.
    pub locale: Locale,
    /// The colours.
    pub theme: Theme,
    /// What indices count from.
    pub base: usize,
    /// The place of the open lesson in [`ALL`].
    pub wanted: Option<usize>,
    /// The open list.
    pub menu: Option<Menu>,
}

/// The bar at the top; while presenting only a quiet way back, and nothing in another page's frame.
pub fn header(state: State) -> impl IntoView {
    let shell = state.shell;
    let place = NodeRef::<Div>::new();
    let nodes = move || {
        let facts = Facts {
            locale: shell.locale.get(),
            theme: shell.theme.get(),
            base: shell.base.get(),
            wanted: state.wanted.get(),
            menu: state.menu.get(),
        };
        match (shell.embed.get(), shell.present.get()) {
            (true, _) => Vec::new(),
            (false, true) => vec![end_presenting(&facts)],
            (false, false) => vec![bar(&facts)],
        }
    };
    follow(place, Box::new(nodes));
    view! {
        <div
            class="top" node_ref=place
            on:click=move |event| press::on_click(state, &event)
            on:change=move |event| press::on_change(state, &event)
            on:keydown=move |event| press::on_keydown(state, &event)
            on:focusout=move |event| press::on_focusout(state, &event)
            on:focusin=move |event| press::preload(&event)
            on:pointerover=move |event| press::preload(&event)
        ></div>
    }
}

fn bar(facts: &Facts) -> Node {
    let locale = facts.locale;
    let away = facts.wanted.is_none();
    let brand = Node::holding("a", "brand", vec![Node::leaf("i", "", "Mat"), Node::leaf("b", "", "walk")])
        .attr("href", "#/")
        .attr("aria-label", format!("Matwalk, {}", say!(locale, app.start)));
    let tabs = Node::holding("nav", "tabs", (0..ALL.len()).map(|index| tab(facts, index)).collect())
        .attr("aria-label", say!(locale, app.lessons));
    let lessons = group("header__lessons", vec![tabs, lessons_menu::lessons_menu(facts)]);
    let share = vec![icon_node(Icon::Link), Node::leaf("span", "tool__text", say!(locale, app.share))];
    let share = Node::holding("button", "tool tool--share", share).attr("type", "button");
    let share = share.attr("title", say!(locale, app.share));
    let tools = vec![
        language(locale),
        theme(facts),
        hide_if(away, button("tool tool--present", "present", say!(locale, app.present))),
        hide_if(away, share.attr("data-action", "copy-link")),
        settings::settings(facts),
    ];
    Node::holding("header", "header", vec![brand, hide_if(away, lessons), group("header__tools", tools)])
}

/// A tab leads to the lesson's last address of this visit, so a look elsewhere costs no numbers.
fn tab(facts: &Facts, index: usize) -> Node {
    let entry = entry(index);
    link(facts, index, "", vec![Node::leaf("span", "", (entry.name)(facts.locale))]).attr("data-tab", entry.slug)
}

/// A link to a lesson, whose part is fetched when pointer or focus comes near.
pub fn link(facts: &Facts, index: usize, class: &'static str, inside: Vec<Node>) -> Node {
    let current = if facts.wanted == Some(index) { "page" } else { "false" };
    Node::holding("a", class, inside)
        .attr("href", format!("#/{}", entry(index).slug))
        .attr("data-opens", index.to_string())
        .attr("aria-current", current)
}

/// The visible word is in the other language, and so is its name.
fn language(locale: Locale) -> Node {
    let word = match locale {
        Locale::ko => "EN",
        Locale::en => "한국어",
    };
    let name = say!(locale, app.language);
    let inside = vec![Node::leaf("span", "", word), Node::leaf("span", "sr-only", format!(": {name}"))];
    Node::holding("button", "tool tool--language", inside)
        .attr("type", "button")
        .attr("data-action", "language")
        .attr("lang", words::code(press::other(locale)))
        .attr("title", name)
}

fn theme(facts: &Facts) -> Node {
    let (icon, label) = match facts.theme {
        Theme::Dark => (Icon::Sun, say!(facts.locale, app.to_light)),
        _ => (Icon::Moon, say!(facts.locale, app.to_dark)),
    };
    icon_button("tool tool--theme", "theme", icon, label)
}

fn end_presenting(facts: &Facts) -> Node {
    icon_button("end-presenting", "end-presenting", Icon::Close, say!(facts.locale, app.exit_present))
}
