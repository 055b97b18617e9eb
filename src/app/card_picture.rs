//! The living picture of a lesson: on its card, in the list of lessons, and while it is on its way.

use crate::lesson::entry::Entry;
use leptos::prelude::*;

/// The picture. It rests at a telling moment and moves only on a link under pointer or focus, by the style sheet.
pub fn card_picture(entry: &'static Entry) -> impl IntoView {
    view! {
        <svg class="card-picture" viewBox="0 0 132 84" aria-hidden="true" inner_html=entry.picture></svg>
    }
}
