//! Code, picture and link to take away, folded until wanted.

use super::export;
use super::state::Frame;
use crate::lesson::entry::Language;
use crate::say;
use crate::shell::Notice;
use crate::ui::icon::{Icon, icon};
use crate::ui::{flag, text};
use leptos::prelude::*;

/// The most values for which the code is shown and not only copied.
const MAX_SHOWN: usize = 256;

/// The card.
pub fn save(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let open = RwSignal::new(false);
    let language = RwSignal::new(Language::PyTorch);
    let code = Memo::new(move |_| frame.board.with(|board| board.code));
    let sound = move || code.get().1;
    let written = move || frame.session.with(|lesson| lesson.code(language.get_untracked()));
    let shown = move || {
        frame.session.changed.track();
        let (locale, language) = (shell.locale.get(), language.get());
        match code.get() {
            _ if !open.get() && frame.sheet.get().is_none() => ().into_any(),
            (_, false) => view! { <p class="quiet">{say!(locale, take.unreadable)}</p> }.into_any(),
            (values, _) if values > MAX_SHOWN => view! { <p class="quiet">{say!(locale, take.large)}</p> }.into_any(),
            _ => {
                let code = frame.session.with(|lesson| lesson.code(language));
                view! { <pre class="code" tabindex="0" translate="no" data-part="code">{code}</pre> }.into_any()
            }
        }
    };
    let choice = move |own: Language| {
        let chosen = flag(move || language.get() == own);
        let label = text(move || match own {
            Language::PyTorch => say!(shell.locale.get(), take.pytorch),
            Language::NumPy => say!(shell.locale.get(), take.numpy),
            Language::Latex => say!(shell.locale.get(), take.latex),
        });
        view! {
            <label class="segment" class:on=chosen>
                <input
                    type="radio" name="code" value=own.key() data-action=format!("code-{}", own.key())
                    prop:checked=chosen on:change=move |_| language.set(own)
                />
                <span>{label}</span>
            </label>
        }
    };
    let file = move |png: bool, name: &'static str, label: Signal<String>| {
        view! {
            <button
                type="button" class="button" data-action=name
                title=shell.word(|locale| say!(locale, take.picture))
                on:click=move |_| export::save(frame, png)
            >
                {label}
            </button>
        }
    };
    let title = shell.word(|locale| say!(locale, card.save));
    view! {
        <section class="card side__card" data-part="take-away" hidden=flag(move || !shell.shows("take-away"))>
            <details class="fold" on:toggle=move |_| open.update(|open| *open = !*open)>
                <summary data-action="take-away">{title}</summary>
                <div class="fold__inside">
                    <div class="segments" role="radiogroup" aria-label=title>
                        {Language::ALL.into_iter().map(choice).collect_view()}
                    </div>
                    {shown}
                    <div class="tools">
                        <button
                            type="button" class="button" data-action="copy-code"
                            aria-disabled=text(move || (!sound()).to_string())
                            on:click=move |_| if untrack(sound) {
                                shell.copy(written(), Notice::Copied);
                            }
                        >
                            {icon(Icon::Copy)}<span>{shell.word(|locale| say!(locale, take.copy))}</span>
                        </button>
                        {file(false, "save-svg", shell.word(|locale| say!(locale, take.svg)))}
                        {file(true, "save-png", shell.word(|locale| say!(locale, take.png)))}
                    </div>
                </div>
            </details>
        </section>
    }
}
