//! The frame that every lesson stands in: stage, side, keys. Compiled once; it knows a lesson only as data.

pub mod controls;
mod cx;
pub mod export;
mod field;
mod flight;
mod job;
mod keys;
mod keys_list;
mod light;
mod number;
mod paste;
mod pause;
mod phases;
mod picture;
mod pointer;
mod press;
mod reading;
mod scale;
mod shape_field;
mod shape_line;
mod side;
mod slide;
mod stage;
mod state;
pub mod tools;
mod why;

use crate::shell::Session;
use crate::ui::{flag, text};
use leptos::prelude::*;
use state::Frame;

/// The frame around a lesson that has been loaded.
pub fn open(session: Session) -> AnyView {
    view! { <LessonFrame session/> }.into_any()
}

/// Aim, stage, side.
#[component]
fn LessonFrame(session: Session) -> impl IntoView {
    let frame = Frame::new(session);
    let shell = frame.shell;
    let listener = window_event_listener(leptos::ev::keydown, move |event| keys::on_key(frame, &event));
    let pasted = window_event_listener(leptos::ev::paste, move |event| paste::on_paste(frame, &event));
    on_cleanup(move || {
        listener.remove();
        pasted.remove();
    });
    light::follow(frame);
    flight::watch(frame);
    job::follow(frame);
    reading::read_pending(frame);
    reading::follow_mark(frame);
    view! {
        <div class="lesson" data-lesson=session.entry.slug>
            <div class="aim" data-part="aim" hidden=flag(move || !shell.shows("aim"))>
                <h1>{text(move || frame.board.with(|board| board.title.clone()))}</h1>
                <p>{text(move || frame.board.with(|board| board.aim.clone()))}</p>
            </div>
            {stage::stage(frame)}
            {side::side(frame)}
            {paste::dialog(frame)}
        </div>
    }
}
