//! Name, lessons, language, theme, presenting, link.

use super::lessons_menu;
use super::settings;
use super::state::{State, entry};
use crate::lesson::ALL;
use crate::shell::{Shell, Theme};
use crate::ui::icon::{Icon, icon};
use crate::ui::{flag, text};
use crate::words::{self, Locale};
use crate::{platform, say};
use leptos::prelude::*;

/// The bar at the top.
pub fn header(state: State) -> impl IntoView {
    let shell = state.shell;
    // Hidden rather than built anew on the start page: a view that comes and goes costs more bytes than these few links.
    let away = flag(move || state.wanted.get().is_none());
    let theme_label = text(move || {
        let locale = shell.locale.get();
        if shell.theme.get() == Theme::Dark { say!(locale, app.to_light) } else { say!(locale, app.to_dark) }
    });
    let language_label = shell.word(|locale| say!(locale, app.language));
    view! {
        <header class="header">
            <a class="brand" href="#/" aria-label=text(move || format!("Matwalk, {}", say!(shell.locale.get(), app.start)))>
                <i>"Mat"</i><b>"walk"</b>
            </a>
            <div class="header__lessons" hidden=away>
                <nav class="tabs" aria-label=shell.word(|locale| say!(locale, app.lessons))>
                    {(0..ALL.len()).map(|index| tab(state, index)).collect_view()}
                </nav>
                {lessons_menu::lessons_menu(state)}
            </div>
            <div class="header__tools">
                <button
                    type="button" class="tool tool--language" data-action="language"
                    on:click=move |_| choose_language(shell, other(shell.locale.get_untracked()))
                    // The visible word is in the other language, and so is its name.
                    lang=text(move || words::code(other(shell.locale.get())).to_owned())
                    title=language_label
                >
                    {text(move || match shell.locale.get() { Locale::ko => "EN", Locale::en => "한국어" }.to_owned())}
                    <span class="sr-only">": "{language_label}</span>
                </button>
                <button
                    type="button" class="tool tool--theme" data-action="theme" aria-label=theme_label title=theme_label
                    on:click=move |_| choose_theme(shell, shell.theme.get_untracked().other())
                >
                    {move || icon(if shell.theme.get() == Theme::Dark { Icon::Sun } else { Icon::Moon })}
                </button>
                    <button
                        type="button" class="tool tool--present" data-action="present" hidden=away
                        on:click=move |_| {
                            shell.present.set(true);
                            platform::focus("[data-part=stage]");
                        }
                    >
                        {shell.word(|locale| say!(locale, app.present))}
                    </button>
                    <button
                        type="button" class="tool tool--share" data-action="copy-link" hidden=away
                        on:click=move |_| shell.copy_link.get_value().run(())
                    >
                        {icon(Icon::Link)}
                        <span class="tool__text">{shell.word(|locale| say!(locale, app.share))}</span>
                    </button>
                {settings::settings(state)}
            </div>
        </header>
    }
}

/// A tab leads to the lesson's last address of this visit, so a look elsewhere costs no numbers.
fn tab(state: State, index: usize) -> impl IntoView {
    let shell = state.shell;
    let entry = entry(index);
    let own = move || state.wanted.get() == Some(index);
    view! {
        <a
            href=format!("#/{}", entry.slug) data-tab=entry.slug
            aria-current=move || own().then_some("page")
            on:pointerenter=move |_| (entry.part.preload)()
            on:focus=move |_| (entry.part.preload)()
            on:click=move |event| state.follow(&event, index)
        >
            {shell.word(entry.name)}
        </a>
    }
}

/// While presenting there is no header, only this quiet way back.
pub fn end_presenting(state: State) -> impl IntoView {
    let shell = state.shell;
    let label = shell.word(|locale| say!(locale, app.exit_present));
    view! {
        <button
            type="button" class="end-presenting" data-action="end-presenting" aria-label=label title=label
            on:click=move |_| {
                shell.present.set(false);
                platform::focus("[data-part=stage]");
            }
        >
            {icon(Icon::Close)}
        </button>
    }
}

fn other(locale: Locale) -> Locale {
    match locale {
        Locale::ko => Locale::en,
        Locale::en => Locale::ko,
    }
}

/// A choice of language is stored and drops the key from the address, or stands there if it can't be stored.
pub fn choose_language(shell: Shell, locale: Locale) {
    let stored = platform::store("lang", words::code(locale));
    shell.locale.set(locale);
    shell.chosen.update(|chosen| chosen.lang = !stored);
}

/// A choice of theme, as one of language.
pub fn choose_theme(shell: Shell, theme: Theme) {
    let stored = platform::store("theme", theme.key());
    shell.theme.set(theme);
    shell.chosen.update(|chosen| chosen.theme = !stored);
}
