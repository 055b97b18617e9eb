//! The stage: shape line, picture, why, bar. One card, so that nothing lies over anything.

use super::controls::{bar, fixes, phases};
use super::state::Frame;
use super::{picture, press, shape_field, shape_line, side, why};
use crate::say;
use crate::screen::Board;
use crate::ui::flag;
use crate::ui::follow::follow;
use leptos::html::Div;
use leptos::prelude::*;

/// The stage.
pub fn stage(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    view! {
        <section
            class="card stage" tabindex="0" data-part="stage"
            aria-label=shell.word(|locale| say!(locale, stage.label))
        >
            {shapes(frame)}
            {picture::picture(frame)}
            {side::drawn(frame, "phases", |frame| {
                if !frame.shell.shows("phases") {
                    return Vec::new();
                }
                let t = frame.walk.get().t;
                frame.board.with(|board| phases::phases(&board.phases, t, frame.shell.locale.get()))
            })}
            {side::drawn(frame, "foot", |frame| side::with_facts(frame, fixes::fixes))}
            {why::why(frame)}
            {the_bar(frame)}
        </section>
    }
}

fn the_bar(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let bar = NodeRef::<Div>::new();
    let make = move |board: &Board| {
        bar::bar(&bar::Facts {
            locale: shell.locale.get(),
            board,
            walk: frame.walk.get(),
            main: frame.told(|moment| moment.main),
            playing: frame.playing.get(),
            embed: shell.embed.get(),
        })
    };
    follow(bar, Box::new(move || frame.board.with(make)));
    view! {
        <div
            class="bar" role="group" data-part="playback" node_ref=bar
            aria-label=shell.word(|locale| say!(locale, bar.label))
            hidden=flag(move || !shell.shows("playback"))
            on:click=move |event| press::on_click(frame, &event)
            on:change=move |event| press::on_change(frame, &event)
            on:input=move |event| press::on_input(frame, &event)
        ></div>
    }
}

fn shapes(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let line = NodeRef::<Div>::new();
    let nodes = Memo::new(move |_| frame.board.with(|board| shape_line::nodes(&board.shape, &board.settings)));
    follow(line, Box::new(move || nodes.get()));
    view! {
        <div
            class="shape-line" role="group" node_ref=line
            on:change=move |event| {
                shape_field::on_change(frame, &event);
                press::on_change(frame, &event);
            }
            on:keydown=move |event| shape_field::on_keydown(frame, &event)
            aria-label=shell.word(|locale| say!(locale, shape.label))
            hidden=flag(move || !shell.shows("shape-line"))
        ></div>
    }
}
