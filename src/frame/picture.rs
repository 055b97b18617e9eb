//! The picture of numbers. Its still parts are built anew when panels or tracks change; a step patches only the cells
//! that differ: one effect for all of up to 768 cells, because an effect a cell cost more than a whole step may.

mod build;
mod drawn;
mod events;
mod follow;
mod heat;
mod overlay;
mod step;

use self::drawn::{Drawn, Places};
use super::field;
use super::number;
use super::slide;
use super::state::Frame;
use crate::screen::{Figure, Ids, Room, Slot};
use crate::ui::{effect, flag, text};
use crate::{platform, say};
use leptos::html::Div;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

pub use events::{editable_cell, focus_cell};
pub use heat::heat_panels;

/// The place of a cell on the picture's tracks, as `grid-area`.
pub fn place(frame: Frame, slot: Slot, index: usize) -> String {
    let area = |scene: &crate::screen::Scene| {
        let panel = scene.panel(slot)?;
        let cols = panel.size.1.max(1);
        Some(crate::screen::scene::area(panel.at.0 + index / cols, panel.at.1 + index % cols, 1, 1))
    };
    untrack(|| frame.with_scene(area)).flatten().unwrap_or_default()
}

/// A cell in words: `row 2, column 1 of A`.
pub fn cell_words(frame: Frame, slot: Slot, index: usize) -> String {
    let (locale, base) = (frame.shell.locale.get(), frame.shell.base.get());
    let words = |scene: &crate::screen::Scene| {
        let panel = scene.panel(slot)?;
        let name = panel.title.split(' ').next().unwrap_or_default().to_owned();
        let cols = panel.size.1.max(1);
        Some(match panel.ids {
            Ids::Scalar => name,
            Ids::Vector => say!(locale, number.entry, name = name, index = index + base),
            _ => say!(locale, number.cell, name = name, row = index / cols + base, col = index % cols + base),
        })
    };
    untrack(|| frame.with_scene(words)).flatten().unwrap_or_default()
}

/// Whether the cell that is typed into still is in the picture: another example may have other sizes.
fn is_there(frame: Frame, edit: super::state::Edit) -> bool {
    let holds = |panel: &crate::screen::Panel| edit.index < panel.size.0 * panel.size.1;
    untrack(|| frame.with_scene(|scene| scene.panel(edit.slot).is_some_and(holds))).unwrap_or(false)
}

/// The picture in its box.
pub fn picture(frame: Frame) -> impl IntoView + use<> {
    let all = NodeRef::<Div>::new();
    let fit = NodeRef::<Div>::new();
    let layer = NodeRef::<Div>::new();
    let over = NodeRef::<Div>::new();
    let placed = NodeRef::<Div>::new();
    let beside = NodeRef::<Div>::new();
    let drawn = Rc::new(RefCell::new(Drawn::default()));
    all.on_load(move |all| watch_room(frame, &all));
    let places = move || {
        Some(Places {
            all: all.get()?,
            fit: fit.get()?,
            layer: layer.get()?,
            placed: placed.get()?,
            over: over.get()?,
            beside: beside.get()?,
        })
    };
    let moves = drawn.clone();
    effect(move || {
        if let Some(nodes) = frame.moving() {
            moves.borrow_mut().moves(&nodes);
        }
    });
    effect({
        let drawn = drawn.clone();
        move || {
            let Some(at) = places() else { return };
            let drawn = &mut *drawn.borrow_mut();
            let (changes, room) = (frame.session.changed.get_untracked(), frame.room.get_untracked());
            let asked = follow::Asked { changes, room };
            frame.moment.with(|moment| match &moment.figure {
                Figure::Scene(scene) => drawn.scene(&at, scene, asked),
                Figure::Own(nodes) => drawn.own(&at, nodes, asked),
            });
        }
    });
    let class = move || {
        let word = |is: bool, word: &'static str| if is { word } else { "" };
        let room = frame.room.get();
        let of_scene = |scene: &crate::screen::Scene| {
            let tight = word(build::is_tight(scene, &room), " pic--tight");
            [tight, word(build::is_heat(scene), " pic--heat"), word(scene.dense, " pic--dense")].concat()
        };
        let words = frame.with_scene(of_scene).unwrap_or_else(|| " pic--own".to_owned());
        format!("pic{words}{}", word(frame.flight.with(|flight| *flight > 0), " pic--flies"))
    };
    let class = Memo::new(move |_| class());
    view! {
        <div
            class="picture" node_ref=all
            on:keydown=move |event| {
                slide::on_keydown(frame, &event);
                events::on_keydown(frame, &event);
                number::on_keydown(frame, &event);
            }
            on:pointerdown=move |event| slide::on_pointerdown(frame, &event)
            on:pointermove=move |event| slide::on_pointermove(frame, &event)
            on:pointerup=move |_| slide::end(frame)
            on:pointercancel=move |_| slide::end(frame)
            on:keyup=move |event| slide::on_keyup(frame, &event)
            on:focusin=move |event| events::on_focusin(&event)
            on:click=move |event| {
                events::on_click(frame, &event);
                number::on_click(frame, &event);
            }
        >
            <div class="fit" node_ref=fit data-part="picture">
                <div class=move || class.get()>
                    <div class="layer" node_ref=layer></div>
                    <div class="layer" node_ref=placed></div>
                    <div class="over-box"><div class="over" node_ref=over aria-hidden="true"></div></div>
                    {heat::heat_maps(frame)}
                    {move || frame.edit.get().filter(|edit| is_there(frame, *edit)).map(|edit| field::field(frame, edit))}
                </div>
            </div>
            <div class="beside" node_ref=beside></div>
            {move || frame.number.get().map(|number| number::field(frame, number))}
        </div>
        <p class="fit__hint quiet" hidden=flag(move || frame.board.with(|board| board.hint.is_empty()))>
            {text(move || frame.board.with(|board| board.hint.clone()))}
        </p>
    }
}

/// Keeps the box's size in `frame.room`.
fn watch_room(frame: Frame, fit: &web_sys::HtmlDivElement) {
    let least_cell = if frame.shell.embed.get_untracked() { 28.0 } else { 24.0 };
    let measure = move |width: f64, height: f64| {
        let room = Room { width, height, least_cell, presents: false };
        if width > 0.0 && frame.room.try_get_untracked().is_some_and(|now| now != room) {
            frame.room.set(room);
        }
    };
    measure(f64::from(fit.client_width()), f64::from(fit.client_height()));
    if let Some(observer) = platform::observe_size(fit, measure) {
        on_cleanup(move || observer.disconnect());
    }
}
