//! The list of keys, and the switch for single letters.

use crate::shell::Shell;
use crate::ui::card::Dialog;
use crate::ui::{flag, text};
use crate::{platform, say};
use leptos::prelude::*;

/// The list of keys: `?` opens it.
#[component]
pub fn Help() -> impl IntoView {
    let shell = expect_context::<Shell>();
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let typing = event.target().is_some_and(|target| platform::is_text_field(&target));
        if event.key() == "?" && !typing && !event.is_composing() {
            event.prevent_default();
            shell.help.update(|open| *open = !*open);
        }
    });
    on_cleanup(move || listener.remove());
    let title = text(move || say!(shell.locale.get(), help.title));
    view! {
        <Show when=move || shell.help.get()>
            <Dialog title on_close=move || shell.help.set(false)>
                {move || {
                    let locale = shell.locale.get();
                    let rows = [
                        ("← →".to_owned(), say!(locale, help.step)),
                        ("Home End".to_owned(), say!(locale, help.ends)),
                        (say!(locale, help.space), say!(locale, help.play)),
                        ("↑ ↓ ← →".to_owned(), say!(locale, help.walk)),
                        ("Enter".to_owned(), say!(locale, help.edit)),
                        ("Esc".to_owned(), say!(locale, help.escape)),
                        ("0–9".to_owned(), say!(locale, help.digits)),
                        ("D C R O".to_owned(), say!(locale, help.readings)),
                        ("G".to_owned(), say!(locale, help.grain)),
                        ("L".to_owned(), say!(locale, help.layout)),
                        ("Ctrl+Z Ctrl+Y".to_owned(), say!(locale, help.undo)),
                        ("?".to_owned(), say!(locale, help.help)),
                    ];
                    view! {
                        <dl class="keys">
                            {rows.into_iter().map(|(keys, what)| view! {
                                <div class="keys__row">
                                    <dt>{keys.split(' ').map(|key| view! { <kbd>{key.to_owned()}</kbd> }).collect_view()}</dt>
                                    <dd>{what}</dd>
                                </div>
                            }).collect_view()}
                        </dl>
                        <label class="check">
                            <input
                                type="checkbox" data-action="letters"
                                prop:checked=flag(move || shell.letters.get())
                                on:change=move |event| {
                                    let on = event_target_checked(&event);
                                    platform::store("letters", if on { "on" } else { "off" });
                                    shell.letters.set(on);
                                }
                            />
                            {say!(locale, help.letters)}
                        </label>
                        <label class="check">
                            <input
                                type="checkbox" data-action="from-zero"
                                prop:checked=flag(move || shell.base.get() == 0)
                                on:change=move |event| shell.base.set(usize::from(!event_target_checked(&event)))
                            />
                            {say!(locale, help.from_zero)}
                        </label>
                        <p class="quiet">{say!(locale, app.backend, name = matwalk_core::BACKEND)}</p>
                    }
                }}
            </Dialog>
        </Show>
    }
}
