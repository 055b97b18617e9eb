//! One choice of a few, all in sight: radio buttons drawn as a row of segments.

use crate::screen::Setting;
use crate::ui::{flag, text};
use leptos::prelude::*;

/// A group of radio buttons. Its choices may get other labels, but there are always as many.
#[component]
pub fn Segmented(
    /// The class that says how the segments look.
    class: &'static str,
    /// The choices, and the one chosen.
    #[prop(into)]
    setting: Signal<Setting>,
    /// Called with the place of the one chosen.
    #[prop(into)]
    on_choose: Callback<usize>,
) -> impl IntoView {
    let first = setting.get_untracked();
    let segment = move |(index, choice): (usize, crate::screen::board::Choice)| {
        let of = move |get: fn(&crate::screen::board::Choice) -> &str| {
            text(move || setting.with(|setting| setting.choices.get(index).map(get).unwrap_or_default().to_owned()))
        };
        let chosen = flag(move || setting.with(|setting| setting.chosen == index));
        view! {
            <label class="segment" class:on=chosen title=of(|choice| &choice.hint)>
                <input
                    type="radio" name=first.key value=choice.key
                    data-action=format!("{}-{}", first.key, choice.key)
                    prop:checked=chosen
                    on:change=move |_| on_choose.run(index)
                />
                {(!choice.picture.is_empty()).then(|| view! {
                    <svg class="choice-picture" viewBox="0 0 44 34" aria-hidden="true" inner_html=choice.picture></svg>
                })}
                <span>{of(|choice| &choice.label)}</span>
            </label>
        }
    };
    view! {
        <div
            class=class role="radiogroup" data-setting=first.key
            aria-label=text(move || setting.with(|setting| setting.label.clone()))
        >
            {first.choices.into_iter().enumerate().map(segment).collect_view()}
        </div>
    }
}
