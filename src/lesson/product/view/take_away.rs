//! The product as code, as a picture, as a link.

use super::Lesson;
use crate::lesson::product::code::{Language, code};
use crate::lesson::product::model::Inputs;
use crate::lesson::product::picture;
use crate::lesson::product::stage::Scene;
use crate::say;
use crate::shell::Notice;
use crate::ui::card::Card;
use crate::ui::icon::{Icon, icon};
use crate::ui::segmented::{Choice, Segmented};
use crate::ui::{flag, text};
use leptos::prelude::*;

/// The most values for which the code is shown and not only copied.
const MAX_SHOWN: usize = 256;

/// Code, picture, link.
#[component]
pub fn TakeAway(lesson: Lesson) -> impl IntoView {
    let shell = lesson.shell;
    let language = RwSignal::new(Language::PyTorch);
    let sound = Memo::new(move |_| lesson.inputs.with(|inputs| inputs.lhs.is_sound() && inputs.rhs.is_sound()));
    let small = Memo::new(move |_| lesson.inputs.with(|inputs| values(inputs) <= MAX_SHOWN));
    let written = Memo::new(move |_| lesson.inputs.with(|inputs| code(inputs, language.get())));
    let shown = move || {
        let locale = shell.locale.get();
        match (sound.get(), small.get()) {
            (false, _) => view! { <p class="quiet">{say!(locale, take.unreadable)}</p> }.into_any(),
            (_, false) => view! { <p class="quiet">{say!(locale, take.large)}</p> }.into_any(),
            _ => view! { <pre class="code" tabindex="0" translate="no" data-part="code">{written.get()}</pre> }
                .into_any(),
        }
    };
    let choices = StoredValue::new(
        Language::ALL
            .into_iter()
            .map(|own| Choice {
                value: own,
                key: own.key(),
                label: Signal::derive(move || match own {
                    Language::PyTorch => say!(shell.locale.get(), take.pytorch),
                    Language::NumPy => say!(shell.locale.get(), take.numpy),
                    Language::Latex => say!(shell.locale.get(), take.latex),
                }),
                hint: Signal::stored(String::new()),
                icon: None,
            })
            .collect(),
    );
    let title = text(move || say!(shell.locale.get(), take.title));
    let save = move |png: bool| {
        let svg = lesson.scene.with_untracked(|scene: &Option<Scene>| {
            lesson.inputs.with_untracked(|inputs| picture::svg(inputs, scene.as_ref(), shell.theme.get_untracked()))
        });
        picture::save(&svg, png);
    };
    view! {
        <Card title part="take-away">
            <Segmented name="code" label=title choices=choices.get_value() value=language on_choose=move |own| language.set(own)/>
            {shown}
            <div class="tools">
                <button
                    type="button" class="button" data-action="copy-code" disabled=flag(move || !sound.get())
                    on:click=move |_| shell.copy(written.get_untracked(), Notice::Copied)
                >
                    {icon(Icon::Copy)}<span>{text(move || say!(shell.locale.get(), take.copy))}</span>
                </button>
                <button type="button" class="button" data-action="copy-link-card" on:click=move |_| shell.copy_link.get_value().run(())>
                    {icon(Icon::Link)}<span>{text(move || say!(shell.locale.get(), take.link))}</span>
                </button>
                <span class="tools__group" role="group" aria-label=text(move || say!(shell.locale.get(), take.picture))>
                    <button
                        type="button" class="button" data-action="save-svg"
                        title=text(move || say!(shell.locale.get(), take.picture))
                        on:click=move |_| save(false)
                    >
                        {text(move || say!(shell.locale.get(), take.svg))}
                    </button>
                    <button
                        type="button" class="button" data-action="save-png"
                        title=text(move || say!(shell.locale.get(), take.picture))
                        on:click=move |_| save(true)
                    >
                        {text(move || say!(shell.locale.get(), take.png))}
                    </button>
                </span>
            </div>
        </Card>
    }
}

fn values(inputs: &Inputs) -> usize {
    inputs.lhs.shape().numel().max(inputs.rhs.shape().numel())
}
