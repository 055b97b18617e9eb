//! One choice of a few, all in sight: radio buttons drawn as a row of segments.

use crate::ui::flag;
use leptos::prelude::*;

/// One of the choices.
#[derive(Clone)]
pub struct Choice<T> {
    /// What choosing it sets.
    pub value: T,
    /// Its name in the address, for scripts and tests.
    pub key: &'static str,
    /// Its label.
    pub label: Signal<String>,
    /// A few words more; may be empty.
    pub hint: Signal<String>,
    /// Its picture.
    pub icon: Option<super::icon::Icon>,
}

/// A group of radio buttons.
#[component]
pub fn Segmented<T>(
    /// The group's name: in `data-action`, and for the browser.
    name: &'static str,
    /// What the choice is about.
    #[prop(into)]
    label: Signal<String>,
    /// The choices.
    choices: Vec<Choice<T>>,
    /// The one chosen now.
    #[prop(into)]
    value: Signal<T>,
    /// Called with the one chosen.
    #[prop(into)]
    on_choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <div class="segmented" role="radiogroup" aria-label=label>
            {choices.into_iter().map(|choice| {
                let own = choice.value;
                let hint = choice.hint;
                view! {
                    <label class="segmented__choice" class:on=flag(move || value.get() == own)>
                        <input
                            type="radio" name=name value=choice.key
                            data-action=format!("{name}-{}", choice.key)
                            prop:checked=flag(move || value.get() == own)
                            on:change=move |_| on_choose.run(own)
                        />
                        {choice.icon.map(super::icon::icon)}
                        <span class="segmented__text">
                            <span>{choice.label}</span>
                            {move || {
                                let hint = hint.get();
                                (!hint.is_empty()).then(|| view! { <small>{hint}</small> })
                            }}
                        </span>
                    </label>
                }
            }).collect_view()}
        </div>
    }
}
