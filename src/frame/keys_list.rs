//! What the open lesson's keys do, in four groups, and the switch for single letters.

use crate::screen::Setting;
use crate::screen::board::Place;
use crate::shell::{Session, Shell};
use crate::ui::dialog::Dialog;
use crate::ui::{flag, text};
use crate::{platform, say};
use leptos::prelude::*;

/// A heading and its keys with what they do.
type Group = (String, Vec<(String, String)>);

/// The dialog.
pub fn keys_list(shell: Shell, session: Option<Session>) -> AnyView {
    let title = shell.word(|locale| say!(locale, help.title));
    view! {
            <Dialog title on_close=move |()| shell.help.set(false)>
                {move || groups(shell, session).into_iter().map(|(title, rows)| view! {
                    <h3>{title}</h3>
                    <dl class="keys">
                        {rows.into_iter().map(|(keys, what)| view! {
                            <div class="keys__row">
                                <dt>{keys.split(' ').map(|key| view! { <kbd>{key.to_owned()}</kbd> }).collect_view()}</dt>
                                <dd>{what}</dd>
                            </div>
                        }).collect_view()}
                    </dl>
                }).collect_view()}
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
                    {shell.word(|locale| say!(locale, help.letters))}
                </label>
                <p class="quiet">{text(move || say!(shell.locale.get(), app.backend, name = matwalk_core::BACKEND))}</p>
            </Dialog>
    }
    .into_any()
}

fn groups(shell: Shell, session: Option<Session>) -> Vec<Group> {
    let locale = shell.locale.get();
    let row = |keys: &str, what: String| (keys.to_owned(), what);
    let anywhere = vec![
        row("Ctrl+Z Ctrl+Y", say!(locale, help.undo)),
        row("P", say!(locale, app.present)),
        row("?", say!(locale, help.help)),
    ];
    let anywhere = (say!(locale, help.anywhere), anywhere);
    let Some(session) = session else { return vec![anywhere] };
    let walking = vec![
        row("← →", say!(locale, help.step)),
        row("Home End", say!(locale, help.ends)),
        row(&say!(locale, help.space), say!(locale, help.play)),
        row("PageUp PageDown", say!(locale, help.pages)),
        row("B .", say!(locale, help.blank)),
    ];
    let cells = vec![
        row("↑ ↓ ← →", say!(locale, help.walk)),
        row("Enter", say!(locale, help.edit)),
        row("0–9", say!(locale, help.digits)),
        row("Esc", say!(locale, help.escape)),
    ];
    let cx = super::cx::of_page(shell);
    let settings = session.with(|lesson| lesson.board(&cx).settings);
    let mut groups = vec![(say!(locale, help.walking), walking), (say!(locale, help.cells), cells)];
    let own = settings.iter().flat_map(keys_of).collect::<Vec<_>>();
    if !own.is_empty() {
        groups.push((say!(locale, help.lesson), own));
    }
    groups.push(anywhere);
    groups
}

/// The keys of a setting: one for each choice, or one that goes to the next.
fn keys_of(setting: &Setting) -> Vec<(String, String)> {
    let letter = |code: &str| code.trim_start_matches("Key").trim_start_matches("Digit").to_owned();
    let choices = setting.choices.iter().enumerate().filter_map(|(place, choice)| {
        let own = choice.shortcut.map(letter);
        let digit = (setting.place == Place::Readings).then(|| (place + 1).to_string());
        let keys: Vec<String> = own.into_iter().chain(digit).collect();
        (!keys.is_empty()).then(|| (keys.join(" "), choice.label.clone()))
    });
    let all = setting.choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>().join(", ");
    choices.chain(setting.shortcut.map(|code| (letter(code), all))).collect()
}
