//! What the page has to say to the person: above the lesson, until dismissed.

use crate::say;
use crate::shell::{Notice, Shell};
use crate::ui::icon::{Icon, icon};
use crate::words::Locale;
use leptos::prelude::*;

/// The notices, spoken politely.
#[component]
pub fn Notices() -> impl IntoView {
    let shell = expect_context::<Shell>();
    view! {
        <div class="notices" role="status" aria-live="polite">
            {move || {
                let locale = shell.locale.get();
                let notices = shell.notices.get();
                notices.into_iter().enumerate().map(|(index, notice)| {
                    let text = sentence(locale, &notice);
                    let by_hand = match notice {
                        Notice::CopyByHand(text) => Some(view! { <SelectedText text/> }),
                        _ => None,
                    };
                    view! {
                        <div class="notice" data-part="notice">
                            <p>{text}</p>
                            {by_hand}
                            <button
                                type="button" class="notice__close" data-action="dismiss"
                                aria-label=say!(locale, app.dismiss)
                                on:click=move |_| shell.notices.update(|all| {
                                    if index < all.len() {
                                        all.remove(index);
                                    }
                                })
                            >
                                {icon(Icon::Close)}
                            </button>
                        </div>
                    }
                }).collect_view()
            }}
        </div>
    }
}

/// Text to be copied by hand, already selected.
#[component]
fn SelectedText(text: String) -> impl IntoView {
    let area = NodeRef::<leptos::html::Textarea>::new();
    area.on_load(move |area| {
        area.set_value(&text);
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
        Notice::CopyByHand(_) => say!(locale, notice.copy_by_hand),
        Notice::Pasted(shape) => say!(locale, notice.pasted, shape = shape.clone()),
        Notice::PasteSize(shape) => say!(locale, notice.paste_size, shape = shape.clone()),
    }
}
