//! First, back, play, next, last; a scrubber over all steps; speed.

use super::icon::{Icon, icon};
use crate::playback::{Jump, Speed};
use crate::say;
use crate::shell::Shell;
use crate::ui::{flag, text};
use leptos::prelude::*;
use std::time::Duration;

/// The bar under a stage. It owns the timer; where the walk stands is the lesson's.
#[component]
pub fn PlaybackBar(
    /// How many steps are finished.
    #[prop(into)]
    t: Signal<usize>,
    /// How many steps there are.
    #[prop(into)]
    len: Signal<usize>,
    /// Whether it plays.
    playing: RwSignal<bool>,
    /// How fast it plays.
    speed: RwSignal<Speed>,
    /// Called to move along the walk.
    #[prop(into)]
    on_jump: Callback<Jump>,
    /// More controls at the bar's end.
    children: Children,
) -> impl IntoView {
    let shell = expect_context::<Shell>();
    Effect::new(move |_| {
        if !playing.get() {
            return;
        }
        let tick = move || {
            if t.get_untracked() >= len.get_untracked() {
                playing.set(false);
            } else {
                on_jump.run(Jump::Next);
                if t.get_untracked() >= len.get_untracked() {
                    playing.set(false);
                }
            }
        };
        let interval = Duration::from_millis(u64::from(speed.get().interval_ms()));
        if let Ok(handle) = set_interval_with_handle(tick, interval) {
            on_cleanup(move || handle.clear());
        }
    });
    let stop_and = move |jump| {
        playing.set(false);
        on_jump.run(jump);
    };
    let button = move |jump: Jump, name: &'static str, picture: Icon, disabled: Signal<bool>| {
        let label = Signal::derive(move || {
            let locale = shell.locale.get();
            match jump {
                Jump::First => say!(locale, bar.first),
                Jump::Back => say!(locale, bar.back),
                Jump::Next => say!(locale, bar.next),
                _ => say!(locale, bar.last),
            }
        });
        view! {
            <button
                type="button" class="bar__button" data-action=name aria-label=label title=label
                // Not `disabled`: that would take the focus away from under a finger at the end of the walk.
                aria-disabled=text(move || disabled.get().to_string())
                on:click=move |_| stop_and(jump)
            >
                {icon(picture)}
            </button>
        }
    };
    let at_start = Signal::derive(move || t.get() == 0);
    let at_end = Signal::derive(move || t.get() >= len.get());
    let play_label =
        text(
            move || {
                if playing.get() { say!(shell.locale.get(), bar.pause) } else { say!(shell.locale.get(), bar.play) }
            },
        );
    view! {
        <div class="bar" role="group" data-part="playback" aria-label=text(move || say!(shell.locale.get(), bar.label))>
            <div class="bar__buttons">
                {button(Jump::First, "first", Icon::First, at_start)}
                {button(Jump::Back, "back", Icon::Back, at_start)}
                <button
                    type="button" class="bar__button bar__button--play" data-action="play"
                    aria-label=play_label title=play_label
                    aria-disabled=text(move || (len.get() == 0).to_string())
                    on:click=move |_| toggle(playing, t, len, on_jump)
                >
                    {move || icon(if playing.get() { Icon::Pause } else { Icon::Play })}
                </button>
                {button(Jump::Next, "next", Icon::Next, at_end)}
                {button(Jump::Last, "last", Icon::Last, at_end)}
            </div>
            <input
                class="bar__scrub" type="range" min="0" data-action="scrub"
                prop:max=text(move || len.get().to_string())
                prop:value=text(move || t.get().to_string())
                aria-label=text(move || say!(shell.locale.get(), bar.scrub))
                aria-valuetext=text(move || say!(shell.locale.get(), bar.count, t = t.get(), len = len.get()))
                on:input=move |event| {
                    if let Ok(target) = event_target_value(&event).parse() {
                        stop_and(Jump::To(target));
                    }
                }
            />
            <output class="bar__count" data-part="count">
                {text(move || say!(shell.locale.get(), bar.count, t = t.get(), len = len.get()))}
            </output>
            <label class="bar__select">
                <span class="bar__label">{text(move || say!(shell.locale.get(), bar.speed))}</span>
                <select
                    data-action="speed"
                    on:change=move |event| {
                        let index = event_target_value(&event).parse().unwrap_or(1);
                        speed.set(Speed::ALL.get(index).copied().unwrap_or_default());
                    }
                >
                    {Speed::ALL.into_iter().enumerate().map(|(index, own)| view! {
                        <option value=index.to_string() prop:selected=flag(move || speed.get() == own)>
                            {move || {
                                let locale = shell.locale.get();
                                match own {
                                    Speed::Slow => say!(locale, bar.slow),
                                    Speed::Normal => say!(locale, bar.normal),
                                    Speed::Fast => say!(locale, bar.fast),
                                    Speed::Fastest => say!(locale, bar.fastest),
                                }
                            }}
                        </option>
                    }).collect_view()}
                </select>
            </label>
            {children()}
        </div>
    }
}

/// Plays or pauses; at the end it plays from the start again.
pub fn toggle(playing: RwSignal<bool>, t: Signal<usize>, len: Signal<usize>, on_jump: Callback<Jump>) {
    if playing.get_untracked() {
        playing.set(false);
    } else if len.get_untracked() > 0 {
        if t.get_untracked() >= len.get_untracked() {
            on_jump.run(Jump::First);
        }
        playing.set(true);
    }
}
