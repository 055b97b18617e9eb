//! The page without a lesson: what this is, and a card with a living picture for each lesson there is.

use super::parts::Parts;
use crate::lesson::{LessonId, product};
use crate::say;
use crate::shell::Shell;
use crate::ui::text;
use leptos::prelude::*;

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    let shell = expect_context::<Shell>();
    let parts = expect_context::<Parts>();
    view! {
        <div class="start" data-part="start">
            <h1 class="start__title">{text(move || say!(shell.locale.get(), app.tagline))}</h1>
            <p class="start__lead">{text(move || say!(shell.locale.get(), app.start_lead))}</p>
            <div class="start__cards">
                <a
                    class="start__card" href="#/product" data-lesson-card="product"
                    on:pointerover=move |_| parts.preload(LessonId::Product)
                    on:focus=move |_| parts.preload(LessonId::Product)
                    on:touchstart=move |_| parts.preload(LessonId::Product)
                >
                    <product::LivingPicture/>
                    <h2>{text(move || say!(shell.locale.get(), lesson.product))}</h2>
                    <p>{text(move || say!(shell.locale.get(), lesson.product_about))}</p>
                    <span class="start__go">{text(move || say!(shell.locale.get(), app.open))}" →"</span>
                </a>
            </div>
        </div>
    }
}
