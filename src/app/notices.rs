//! What the page has to say to the person: one notice at a time, over the aim line.

use super::state::State;
use crate::platform;
use crate::say;
use crate::shell::Notice;
use crate::ui::icon::{Icon, icon};
use crate::words::Locale;
use leptos::prelude::*;

/// The notice, spoken politely; others wait behind it.
pub fn notices(state: State) -> impl IntoView {
    let shell = state.shell;
    let dismiss = move || {
        shell.notices.update(|all| drop(all.drain(..all.len().min(1))));
        platform::focus("[data-part=stage]");
    };
    view! {
        <div class="notices" role="status" aria-live="polite">
            {move || {
                let locale = shell.locale.get();
                shell.notices.with(|all| all.first().cloned()).map(|notice| {
                    let words = sentence(locale, &notice);
                    let undo = notice.can_undo();
                    let by_hand = match notice {
                        Notice::CopyByHand(text) => Some(selected_text(text)),
                        _ => None,
                    };
                    view! {
                        <div class="notice" data-part="notice">
                            <p>{words}</p>
                            <button
                                type="button" class="button" data-action="notice-undo" hidden=!undo
                                on:click=move |_| {
                                    shell.undo.get_value().run(());
                                    dismiss();
                                }
                            >
                                {icon(Icon::Undo)}<span>{shell.word(|locale| say!(locale, notice.undo))}</span>
                            </button>
                            <button
                                type="button" class="icon-button" data-action="dismiss"
                                aria-label=say!(locale, app.dismiss)
                                on:click=move |_| dismiss()
                            >
                                {icon(Icon::Close)}
                            </button>
                            {by_hand}
                        </div>
                    }
                })
            }}
        </div>
    }
}

/// Text to be copied by hand, already selected.
fn selected_text(words: String) -> impl IntoView {
    let area = NodeRef::<leptos::html::Textarea>::new();
    area.on_load(move |area| {
        area.set_value(&words);
        drop(area.focus());
        area.select();
    });
    view! { <textarea class="notice__text" node_ref=area readonly rows="3"></textarea> }
}

fn sentence(locale: Locale, notice: &Notice) -> String {
    match notice {
        Notice::BadKey(bad) => say!(locale, notice.bad_key, key = bad.key.clone(), value = bad.value.clone()),
        Notice::NoLesson(name) => say!(locale, notice.no_lesson, name = name.clone()),
        Notice::Copied => say!(locale, notice.copied),
        Notice::LinkCopied => say!(locale, notice.link_copied),
        Notice::LinkUnreadable => say!(locale, notice.link_unreadable),
        Notice::LinkTooMany => say!(locale, notice.link_too_many),
        Notice::NotThere => say!(locale, notice.not_there),
        Notice::CopyByHand(_) => say!(locale, notice.copy_by_hand),
        Notice::Pasted(shape) => say!(locale, notice.pasted, shape = shape.clone()),
        Notice::Example(name) => say!(locale, notice.example, name = name.clone()),
        Notice::Random => say!(locale, notice.random),
        Notice::Reset => say!(locale, notice.reset),
        Notice::Fixed => say!(locale, notice.fixed),
    }
}
