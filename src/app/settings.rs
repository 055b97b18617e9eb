//! What is chosen once: theme, counting, keys. Behind ⋯; on a phone also what the header has no room for.

use super::header::{Facts, Menu};
use crate::say;
use crate::screen::board::{Choice, Place};
use crate::screen::icon::Icon;
use crate::screen::{Node, Setting};
use crate::shell::Theme;
use crate::ui::markup::{group, hide_if, icon_button, icon_node, radios, truth};
use crate::words::Locale;

/// The button and the panel.
pub fn settings(facts: &Facts) -> Node {
    let locale = facts.locale;
    let open = facts.menu == Some(Menu::Settings);
    let label = say!(locale, app.more);
    let button = icon_button("tool", "settings", Icon::More, label.clone()).attr("aria-expanded", truth(open));
    let rows = vec![
        choices(
            "lang",
            say!(locale, settings.language),
            vec![("ko", "한국어".to_owned()), ("en", "English".to_owned())],
            usize::from(locale == Locale::en),
        ),
        choices(
            "set-theme",
            say!(locale, settings.theme),
            vec![
                (Theme::Light.key(), say!(locale, app.theme_light)),
                (Theme::Dark.key(), say!(locale, app.theme_dark)),
                (Theme::Projector.key(), say!(locale, app.theme_projector)),
            ],
            Theme::ALL.iter().position(|theme| *theme == facts.theme).unwrap_or(0),
        ),
        choices(
            "index",
            say!(locale, settings.index),
            vec![("one", say!(locale, settings.index_one)), ("zero", say!(locale, settings.index_zero))],
            usize::from(facts.base == 0),
        ),
        row("settings__row", "keys", Icon::Keyboard, say!(locale, help.title), Some("?")),
        hide_if(
            facts.wanted.is_none(),
            row("settings__row settings__row--present", "present", Icon::Present, say!(locale, app.present), None),
        ),
    ];
    let panel = group("settings__panel", rows).attr("role", "group").attr("aria-label", label);
    group("settings", vec![button, hide_if(!open, panel)]).attr("data-menu", "settings")
}

fn choices(key: &'static str, title: String, choices: Vec<(&'static str, String)>, chosen: usize) -> Node {
    let choice = |(key, label)| Choice { key, label, hint: String::new(), picture: "", shortcut: None };
    let setting = Setting {
        key,
        label: title.clone(),
        choices: choices.into_iter().map(choice).collect(),
        chosen,
        place: Place::More,
        shortcut: None,
    };
    group("settings__group", vec![Node::leaf("span", "", title), radios("segments", &setting)])
}

fn row(class: &'static str, action: &'static str, icon: Icon, name: String, key: Option<&'static str>) -> Node {
    let mut inside = vec![icon_node(icon), Node::leaf("span", "", name)];
    inside.extend(key.map(|key| Node::leaf("kbd", "", key)));
    Node::holding("button", class, inside).attr("type", "button").attr("data-action", action)
}
