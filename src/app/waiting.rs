//! In place of a lesson whose part is on its way or can't be fetched.

use super::parts::Parts;
use crate::lesson::LessonId;
use crate::say;
use crate::shell::Shell;
use crate::ui::text;
use crate::words::Locale;
use leptos::prelude::*;

fn name(locale: Locale, lesson: LessonId) -> String {
    match lesson {
        LessonId::Product => say!(locale, lesson.product),
    }
}

/// A lesson on its way. The style sheet shows it only after a moment, and the words about a slow connection later.
#[component]
pub fn Waiting(lesson: LessonId) -> impl IntoView {
    let shell = expect_context::<Shell>();
    view! {
        <div class="waiting" data-part="part-waiting" aria-busy="true">
            <h1>{text(move || name(shell.locale.get(), lesson))}</h1>
            <p role="status">{text(move || say!(shell.locale.get(), part.waiting))}</p>
            <p class="waiting__slow">{text(move || say!(shell.locale.get(), part.slow))}</p>
        </div>
    }
}

/// A lesson that could not be fetched. Its numbers are safe: they are in the address.
#[component]
pub fn PartError(lesson: LessonId) -> impl IntoView {
    let shell = expect_context::<Shell>();
    let parts = expect_context::<Parts>();
    view! {
        <div class="part-error" data-part="part-error" role="alert">
            <h1>{text(move || say!(shell.locale.get(), part.failed))}</h1>
            <p>{text(move || say!(shell.locale.get(), part.reasons))}</p>
            <p>{text(move || say!(shell.locale.get(), part.safe))}</p>
            <p class="part-error__ways">
                <button
                    type="button" class="button button--main" data-action="retry"
                    on:click=move |_| parts.retry(lesson)
                >
                    {text(move || say!(shell.locale.get(), part.retry))}
                </button>
                <a class="button" href="#/">{text(move || say!(shell.locale.get(), app.start))}</a>
            </p>
        </div>
    }
}
