//! A whole number with a button on either side. A text that is none stays as it was typed and is explained.

use crate::ui::text;
use leptos::prelude::*;

/// The names of the three controls.
#[derive(Clone, Copy)]
pub struct Labels {
    /// What is counted.
    pub label: Signal<String>,
    /// The minus button.
    pub fewer: Signal<String>,
    /// The plus button.
    pub more: Signal<String>,
}

/// A number to type, or to change by one.
#[component]
pub fn Stepper(
    /// Its name in `data-action`: the buttons add `-fewer` and `-more`.
    #[prop(into)]
    name: String,
    /// The names of the controls.
    labels: Labels,
    /// The number.
    #[prop(into)]
    value: Signal<usize>,
    /// The largest number.
    max: usize,
    /// Called with the number wanted, from 0 to `max`.
    #[prop(into)]
    on_change: Callback<usize>,
    /// Holds a text that is no number in range, as typed, until it is mended; empty otherwise. Whoever owns it says why.
    wrong: RwSignal<String>,
) -> impl IntoView {
    let commit = move |typed: String| match typed.trim().parse::<usize>() {
        Ok(number) if number <= max => {
            wrong.set(String::new());
            on_change.run(number);
        }
        _ => wrong.set(typed),
    };
    let step = move |number: usize| {
        wrong.set(String::new());
        on_change.run(number);
    };
    let shown =
        text(move || wrong.with(|wrong| if wrong.is_empty() { value.get().to_string() } else { wrong.clone() }));
    view! {
        <div class="stepper">
            <button
                type="button" data-action=format!("{name}-fewer") aria-label=labels.fewer title=labels.fewer
                aria-disabled=text(move || (value.get() == 0).to_string())
                on:click=move |_| step(value.get_untracked().saturating_sub(1))
            >
                "−"
            </button>
            <input
                class="stepper__number" type="text" inputmode="numeric" autocomplete="off"
                data-action=name.clone() aria-label=labels.label
                aria-invalid=text(move || wrong.with(|wrong| !wrong.is_empty()).to_string())
                prop:value=shown
                on:change=move |event| commit(event_target_value(&event))
                on:keydown=move |event| {
                    let number = value.get_untracked();
                    match event.key().as_str() {
                        "ArrowUp" => step((number + 1).min(max)),
                        "ArrowDown" => step(number.saturating_sub(1)),
                        _ => return,
                    }
                    event.prevent_default();
                }
            />
            <button
                type="button" data-action=format!("{name}-more") aria-label=labels.more title=labels.more
                aria-disabled=text(move || (value.get() >= max).to_string())
                on:click=move |_| step((value.get_untracked() + 1).min(max))
            >
                "+"
            </button>
        </div>
    }
}
