//! The bar: back, the main button, play, a scrubber over all steps, how much one step does.

use super::state::{Frame, by_pointer};
use crate::playback::Jump;
use crate::say;
use crate::screen::board::Place;
use crate::screen::{Act, Main};
use crate::ui::icon::{Icon, icon};
use crate::ui::{flag, text};
use leptos::prelude::*;

/// The bar.
pub fn bar(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let (walk, playing) = (frame.walk, frame.playing);
    let button = move |jump: Jump, name: &'static str, picture: Icon| {
        let label = text(move || {
            let locale = shell.locale.get();
            if jump == Jump::First { say!(locale, bar.first) } else { say!(locale, bar.back) }
        });
        view! {
            <button
                type="button" class=format!("bar__button bar__button--{name}") data-action=name aria-label=label title=label
                // Not `disabled`: that would take the focus away from under a finger at the end of the walk.
                aria-disabled=text(move || (walk.get().t == 0).to_string())
                on:click=move |_| frame.jump(jump)
            >
                {icon(picture)}
            </button>
        }
    };
    let main = text(move || {
        let locale = shell.locale.get();
        match frame.moment.with(|moment| moment.main) {
            Main::Next => say!(locale, bar.next),
            Main::FromStart => say!(locale, bar.from_start),
        }
    });
    let play =
        text(
            move || {
                if playing.get() { say!(shell.locale.get(), bar.pause) } else { say!(shell.locale.get(), bar.play) }
            },
        );
    let count = text(move || say!(shell.locale.get(), bar.count, t = walk.get().t, len = walk.get().len));
    view! {
        <div
            class="bar" role="group" data-part="playback"
            aria-label=text(move || say!(shell.locale.get(), bar.label))
            hidden=flag(move || !shell.shows("playback"))
        >
            {button(Jump::First, "first", Icon::First)}
            {button(Jump::Back, "back", Icon::Back)}
            <button
                type="button" class="bar__button bar__button--main" data-action="next"
                title=text(move || say!(shell.locale.get(), bar.next_hint))
                aria-disabled=text(move || (walk.get().len == 0).to_string())
                on:click=move |_| frame.press_main()
            >
                <span class="bar__words">
                    <span>{main}</span>
                    // As wide at every step as at the last one: nothing beside it moves.
                    <span aria-hidden="true">{text(move || say!(shell.locale.get(), bar.from_start))}</span>
                </span>
                {icon(Icon::Next)}
            </button>
            <button
                type="button" class="bar__button bar__button--play" data-action="play" aria-label=play title=play
                aria-disabled=text(move || (walk.get().len == 0).to_string())
                on:click=move |_| frame.toggle_play()
            >
                {move || icon(if playing.get() { Icon::Pause } else { Icon::Play })}
            </button>
            <input
                class="bar__scrub" type="range" min="0" data-action="scrub"
                prop:max=text(move || walk.get().len.to_string())
                prop:value=text(move || walk.get().t.to_string())
                aria-label=text(move || say!(shell.locale.get(), bar.scrub))
                aria-valuetext=count
                on:input=move |event| {
                    if let Ok(target) = event_target_value(&event).parse() {
                        frame.jump(Jump::To(target));
                    }
                }
            />
            <output class="bar__count" data-part="count">{count}</output>
            {grain(frame)}
            <a
                class="bar__button bar__open" target="_blank" rel="noopener" data-action="open-in"
                hidden=flag(move || !shell.embed.get())
                aria-label=text(move || say!(shell.locale.get(), app.open_in))
                href="#/"
            >
                <span>{text(move || say!(shell.locale.get(), app.open_in))}</span>{icon(Icon::Out)}
            </a>
        </div>
    }
}

/// How much one step does: a list, as its choices are long words in a short bar.
fn grain(frame: Frame) -> impl IntoView + use<> {
    let setting = Memo::new(move |_| {
        frame.board.with(|board| board.settings.iter().find(|setting| setting.place == Place::Grain).cloned())
    });
    move || {
        setting.get().map(|setting| {
            let key = setting.key;
            let options = setting.choices.into_iter().enumerate().map(|(index, choice)| {
                view! {
                    <option value=choice.key prop:selected=index == setting.chosen data-action=format!("{key}-{}", choice.key)>
                        {choice.label}
                    </option>
                }
            });
            view! {
                <select
                    class="bar__grain" data-action=key aria-label=setting.label
                    on:change=move |event| {
                        let chosen = event_target_value(&event);
                        let place = frame.board.with_untracked(|board| {
                            let setting = board.settings.iter().find(|setting| setting.key == key)?;
                            setting.choices.iter().position(|choice| choice.key == chosen)
                        });
                        if let Some(place) = place {
                            frame.act(Act::Choose(key, place));
                        }
                    }
                >
                    {options.collect_view()}
                </select>
            }
        })
    }
}

/// Gives the focus back to the stage after a press by pointer.
pub fn settle(frame: Frame, event: &web_sys::MouseEvent) {
    if by_pointer(event) {
        frame.focus_stage();
    }
}
