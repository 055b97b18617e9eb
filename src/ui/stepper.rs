//! A whole number with a button on either side.

use crate::ui::{flag, text};
use leptos::prelude::*;

/// A number to type, or to change by one.
#[component]
pub fn Stepper(
    /// Its name in `data-action`: the buttons add `-fewer` and `-more`.
    #[prop(into)]
    name: String,
    /// What is counted.
    #[prop(into)]
    label: Signal<String>,
    /// The name of the minus button.
    #[prop(into)]
    fewer: Signal<String>,
    /// The name of the plus button.
    #[prop(into)]
    more: Signal<String>,
    /// The number.
    #[prop(into)]
    value: Signal<usize>,
    /// The largest number.
    max: usize,
    /// Called with the number wanted, from 0 to `max`.
    #[prop(into)]
    on_change: Callback<usize>,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let commit = move |_| {
        let Some(input) = input.get_untracked() else { return };
        match input.value().trim().parse::<usize>() {
            Ok(number) if number <= max => on_change.run(number),
            // Not a size: the present one stays, and stands there again.
            _ => input.set_value(&value.get_untracked().to_string()),
        }
    };
    view! {
        <div class="stepper">
            <button
                type="button" class="icon-button" data-action=format!("{name}-fewer") aria-label=fewer title=fewer
                disabled=flag(move || value.get() == 0)
                on:click=move |_| on_change.run(value.get_untracked().saturating_sub(1))
            >
                "−"
            </button>
            <input
                class="stepper__number" type="text" inputmode="numeric" autocomplete="off" node_ref=input
                data-action=name.clone() aria-label=label
                prop:value=text(move || value.get().to_string())
                on:change=commit
            />
            <button
                type="button" class="icon-button" data-action=format!("{name}-more") aria-label=more title=more
                disabled=flag(move || { value.get() >= max })
                on:click=move |_| on_change.run((value.get_untracked() + 1).min(max))
            >
                "+"
            </button>
        </div>
    }
}
