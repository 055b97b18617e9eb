//! The first card: how the same thing can be read.

use super::bar::settle;
use super::side::card;
use super::state::Frame;
use crate::screen::board::Place;
use crate::screen::{Act, Setting};
use crate::ui::segmented::Segmented;
use crate::ui::text;
use leptos::prelude::*;

/// The readings; nothing for a lesson without.
pub fn readings(frame: Frame) -> impl IntoView + use<> {
    let title = text(move || {
        frame.board.with(|board| find(&board.settings, Place::Readings).map(|s| s.label.clone()).unwrap_or_default())
    });
    let inside = move || settings(frame, Place::Readings, "choices");
    card(frame, "views", title, inside.into_any())
}

fn find(settings: &[Setting], place: Place) -> Option<&Setting> {
    settings.iter().find(|setting| setting.place == place)
}

/// All settings of a place, each as a row of segments.
pub fn settings(frame: Frame, place: Place, class: &'static str) -> impl IntoView {
    let keys = frame.board.with_untracked(|board| {
        board.settings.iter().filter(|setting| setting.place == place).map(|s| s.key).collect::<Vec<_>>()
    });
    let one = move |key: &'static str| {
        let setting = Memo::new(move |before: Option<&Setting>| {
            let now = frame.board.with(|board| board.settings.iter().find(|setting| setting.key == key).cloned());
            now.or_else(|| before.cloned()).unwrap_or_else(|| Setting {
                key,
                label: String::new(),
                choices: Vec::new(),
                chosen: 0,
                place,
                shortcut: None,
            })
        });
        view! {
            <div on:click=move |event| settle(frame, &event)>
                <Segmented class setting on_choose=move |chosen| { frame.act(Act::Choose(key, chosen)); }/>
            </div>
        }
    };
    keys.into_iter().map(one).collect_view()
}
