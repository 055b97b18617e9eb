//! Line icons, drawn with the colour of the text beside them.

use leptos::prelude::*;

pub use crate::screen::icon::Icon;

/// The icon, 20 x 20.
pub fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=icon.path()/>
        </svg>
    }
}
