//! What is chosen once: theme, counting, keys. Behind ⋯; on a phone also what the header has no room for.

use super::header::{choose_language, choose_theme};
use super::state::State;
use crate::shell::Theme;
use crate::ui::icon::{Icon, icon};
use crate::ui::{flag, text};
use crate::words::Locale;
use crate::{platform, say};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A radio button: its name in `data-action`, its label, whether it is chosen, and what choosing it does.
type Choice = (&'static str, Signal<String>, Signal<bool>, Callback<()>);

/// The button and the panel.
pub fn settings(state: State) -> impl IntoView {
    let shell = state.shell;
    let open = RwSignal::new(false);
    let label = shell.word(|locale| say!(locale, app.more));
    let group = move |name: &'static str, title: Signal<String>, choices: Vec<Choice>| {
        let radio = move |(key, label, chosen, choose): Choice| {
            view! {
                <label class="segment" class:on=chosen>
                    <input
                        type="radio" name=name data-action=format!("{name}-{key}")
                        prop:checked=chosen on:change=move |_| choose.run(())
                    />
                    <span>{label}</span>
                </label>
            }
        };
        view! {
            <div class="settings__group">
                <span id=format!("settings-{name}")>{title}</span>
                <div class="segments" role="radiogroup" aria-labelledby=format!("settings-{name}")>
                    {choices.into_iter().map(radio).collect_view()}
                </div>
            </div>
        }
    };
    let word = move |word: fn(Locale) -> String| text(move || word(shell.locale.get()));
    let theme = move |theme: Theme, name: fn(Locale) -> String| {
        let chosen = flag(move || shell.theme.get() == theme);
        (theme.key(), word(name), chosen, Callback::new(move |()| choose_theme(shell, theme)))
    };
    let language = move |locale: Locale, key: &'static str, name: &'static str| {
        let chosen = flag(move || shell.locale.get() == locale);
        (key, Signal::stored(name.to_owned()), chosen, Callback::new(move |()| choose_language(shell, locale)))
    };
    let base = move |base: usize, key: &'static str, name: fn(Locale) -> String| {
        let chosen = flag(move || shell.base.get() == base);
        (key, word(name), chosen, Callback::new(move |()| shell.base.set(base)))
    };
    view! {
        <div
            class="settings" data-menu="settings"
            on:keydown=move |event| if event.key() == "Escape" && open.get_untracked() {
                event.stop_propagation();
                open.set(false);
                platform::focus("[data-action=settings]");
            }
            on:focusout=move |event| close_when_left(&event, open)
        >
            <button
                type="button" class="tool" data-action="settings" aria-label=label title=label
                aria-expanded=text(move || open.get().to_string())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icon(Icon::More)}
            </button>
            <div class="settings__panel" role="group" aria-label=label hidden=flag(move || !open.get())>
                {group("lang", word(|locale| say!(locale, settings.language)), vec![
                    language(Locale::ko, "ko", "한국어"), language(Locale::en, "en", "English"),
                ])}
                {group("set-theme", word(|locale| say!(locale, settings.theme)), vec![
                    theme(Theme::Light, |locale| say!(locale, app.theme_light)),
                    theme(Theme::Dark, |locale| say!(locale, app.theme_dark)),
                    theme(Theme::Projector, |locale| say!(locale, app.theme_projector)),
                ])}
                {group("index", word(|locale| say!(locale, settings.index)), vec![
                    base(1, "one", |locale| say!(locale, settings.index_one)),
                    base(0, "zero", |locale| say!(locale, settings.index_zero)),
                ])}
                <button
                    type="button" class="settings__row" data-action="keys"
                    on:click=move |_| {
                        open.set(false);
                        shell.help.set(true);
                    }
                >
                    {icon(Icon::Keyboard)}<span>{word(|locale| say!(locale, help.title))}</span><kbd>"?"</kbd>
                </button>
                <button
                    type="button" class="settings__row settings__row--present" data-action="present-menu"
                    hidden=flag(move || state.wanted.get().is_none())
                    on:click=move |_| {
                        open.set(false);
                        shell.present.set(true);
                        platform::focus("[data-part=stage]");
                    }
                >
                    {icon(Icon::Present)}<span>{word(|locale| say!(locale, app.present))}</span>
                </button>
            </div>
        </div>
    }
}

/// Closes a panel when the focus goes elsewhere: a press outside, or Tab past the end.
pub fn close_when_left(event: &web_sys::FocusEvent, open: RwSignal<bool>) {
    let inside = event.current_target().and_then(|panel| panel.dyn_into::<web_sys::Node>().ok());
    let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    if let (Some(panel), Some(to)) = (inside, to)
        && !panel.contains(Some(&to))
    {
        open.set(false);
    }
}
