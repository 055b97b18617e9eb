//! Name, lessons, language, theme, link.

use super::parts::Parts;
use super::state::State;
use crate::lesson::LessonId;
use crate::lesson::product::address;
use crate::shell::{Shell, Theme};
use crate::ui::icon::{Icon, icon};
use crate::ui::text;
use crate::words::{self, Locale};
use crate::{platform, say};
use leptos::prelude::*;

/// The bar at the top.
#[component]
pub fn Header() -> impl IntoView {
    let state = expect_context::<State>();
    let shell = state.shell;
    let parts = expect_context::<Parts>();
    // A tab leads to the lesson as it was left, not to its first example.
    let product_href = text(move || {
        let address = state.product.with(address::write).map(|address| address.to_string());
        address.unwrap_or_else(|_| "#/product".to_owned())
    });
    let theme_name = move || {
        let locale = shell.locale.get();
        match shell.theme.get() {
            Theme::Light => say!(locale, app.theme_light),
            Theme::Dark => say!(locale, app.theme_dark),
            Theme::Projector => say!(locale, app.theme_projector),
        }
    };
    let theme_label = text(move || say!(shell.locale.get(), app.theme, name = theme_name()));
    view! {
        <header class="header">
            <a class="brand" href="#/" aria-label=text(move || format!("Matwalk, {}", say!(shell.locale.get(), app.start)))>
                <i>"Mat"</i><b>"walk"</b>
            </a>
            <nav class="header__lessons" aria-label=text(move || say!(shell.locale.get(), app.lessons))>
                <a
                    href=product_href
                    data-lesson="product"
                    aria-current=move || (state.lesson.get() == Some(LessonId::Product)).then_some("page")
                    on:pointerover=move |_| parts.preload(LessonId::Product)
                    on:focus=move |_| parts.preload(LessonId::Product)
                    on:touchstart=move |_| parts.preload(LessonId::Product)
                >
                    {text(move || say!(shell.locale.get(), lesson.product))}
                </a>
            </nav>
            <div class="header__tools">
                <button
                    type="button" class="tool" data-action="language"
                    lang=text(move || words::code(other(shell.locale.get())).to_owned())
                    aria-label=text(move || say!(shell.locale.get(), app.language))
                    title=text(move || say!(shell.locale.get(), app.language))
                    on:click=move |_| switch_language(shell)
                >
                    {text(move || match shell.locale.get() { Locale::ko => "EN", Locale::en => "한국어" }.to_owned())}
                </button>
                <button
                    type="button" class="tool" data-action="theme"
                    aria-label=theme_label title=theme_label
                    on:click=move |_| switch_theme(shell)
                >
                    {move || icon(match shell.theme.get() {
                        Theme::Light => Icon::Sun,
                        Theme::Dark => Icon::Moon,
                        Theme::Projector => Icon::Projector,
                    })}
                </button>
                <button
                    type="button" class="tool" data-action="keys"
                    aria-label=text(move || say!(shell.locale.get(), app.keys))
                    title=text(move || say!(shell.locale.get(), app.keys))
                    on:click=move |_| shell.help.set(true)
                >
                    {icon(Icon::Keyboard)}
                </button>
                <Show when=move || state.lesson.get().is_some()>
                    <button
                        type="button" class="tool" data-action="present"
                        aria-pressed=text(move || shell.present.get().to_string())
                        on:click=move |_| shell.present.update(|present| *present = !*present)
                    >
                        {icon(Icon::Present)}
                        <span class="tool__text">{move || if shell.present.get() {
                            say!(shell.locale.get(), app.present_end)
                        } else {
                            say!(shell.locale.get(), app.present)
                        }}</span>
                    </button>
                </Show>
                <button type="button" class="tool tool--main" data-action="copy-link" on:click=move |_| shell.copy_link.get_value().run(())>
                    {icon(Icon::Link)}
                    <span class="tool__text">{text(move || say!(shell.locale.get(), app.share))}</span>
                </button>
            </div>
        </header>
    }
}

fn other(locale: Locale) -> Locale {
    match locale {
        Locale::ko => Locale::en,
        Locale::en => Locale::ko,
    }
}

fn switch_language(shell: Shell) {
    let next = other(shell.locale.get_untracked());
    platform::store("lang", words::code(next));
    shell.locale.set(next);
    shell.chosen.update(|chosen| chosen.lang = true);
}

fn switch_theme(shell: Shell) {
    let next = shell.theme.get_untracked().next();
    platform::store("theme", next.key());
    shell.theme.set(next);
    shell.chosen.update(|chosen| chosen.theme = true);
}
