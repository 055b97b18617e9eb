//! The heat maps of a picture: their places on the tracks and how large a pixel is.

use crate::figure;
use crate::frame::state::Frame;
use crate::frame::tools::{self, Tools};
use crate::say;
use crate::screen::scene::area;
use crate::screen::scene::{Cells, Heat};
use crate::screen::{Act, Panel, Role, Scene, Slot};
use crate::shell::Notice;
use crate::ui::effect;
use crate::ui::heat_map::{HeatMap, Mark};
use crate::ui::text;
use leptos::prelude::*;

/// Pixels that a map's title, legend and read-out take, and that lie between two maps.
const AROUND: f64 = 64.0;
const BETWEEN: f64 = 56.0;

/// The heat maps of a picture that has some. Most have none, so they come with the tools.
pub fn heat_maps(frame: Frame) -> impl IntoView + use<> {
    let open = RwSignal::new(None::<Tools>);
    let wanted = Memo::new(move |_| frame.with_scene(super::build::is_heat).unwrap_or(false));
    let fetch = move || {
        leptos::task::spawn_local(async move {
            match (tools::PART.load)().await {
                Ok(tools) => drop(open.try_set(Some(tools))),
                Err(_) => frame.shell.tell(Notice::NotThere),
            }
        });
    };
    effect(move || {
        if wanted.get() && open.with_untracked(Option::is_none) {
            fetch();
        }
    });
    move || open.get().filter(|_| wanted.get()).map(|tools| (tools.heat)(frame))
}

/// All heat maps; built anew when others are shown.
pub fn heat_panels(frame: Frame) -> AnyView {
    let slots = Memo::new(move |_| {
        let heat = |panel: &&Panel| matches!(panel.cells, Cells::Heat(_));
        let slot = |panel: &Panel| (panel.slot, panel.size);
        frame.with_scene(|scene| scene.panels.iter().filter(heat).map(slot).collect::<Vec<_>>()).unwrap_or_default()
    });
    let pixel = Memo::new(move |_| {
        let room = frame.room.get();
        frame.with_scene(|scene| pixel_of(scene, room.width, room.height)).unwrap_or(1)
    });
    (move || slots.get().into_iter().map(|(slot, _)| heat_panel(frame, slot, pixel)).collect_view()).into_any()
}

/// Whole pixels a cell, the same for all maps, so that they line up.
fn pixel_of(scene: &Scene, width: f64, height: f64) -> usize {
    let size = |which: fn(&Panel) -> (usize, usize)| {
        // Panels that share a track share its room.
        let mut tracks: Vec<(usize, usize)> = Vec::new();
        for (at, size) in scene.panels.iter().map(which) {
            match tracks.iter_mut().find(|track| track.0 == at) {
                Some(track) => track.1 = track.1.max(size),
                None => tracks.push((at, size)),
            }
        }
        (tracks.iter().map(|track| track.1).sum::<usize>().max(1) as f64, tracks.len() as f64)
    };
    let (rows, down) = size(|panel| (panel.at.0, panel.size.0));
    let (cols, across) = size(|panel| (panel.at.1, panel.size.1));
    let pixel = ((height - down * AROUND) / rows).min((width - across * BETWEEN) / cols);
    (pixel.floor().max(1.0) as usize).min(16)
}

fn heat_panel(frame: Frame, slot: Slot, pixel: Memo<usize>) -> impl IntoView {
    let shell = frame.shell;
    let of = move |read: fn(&Panel) -> String| {
        text(move || frame.with_scene(|scene| scene.panel(slot).map(read)).flatten().unwrap_or_default())
    };
    let heat = Memo::new(move |_| {
        let heat = |panel: &Panel| match &panel.cells {
            Cells::Heat(heat) => Some(heat.clone()),
            Cells::Grid(_) => None,
        };
        let found = frame.with_scene(|scene| scene.panel(slot).and_then(heat)).flatten();
        found.unwrap_or(Heat { values: Default::default(), scale: 0.0 })
    });
    let size =
        Memo::new(move |_| frame.with_scene(|scene| scene.panel(slot).map(|p| p.size)).flatten().unwrap_or((0, 0)));
    let marks =
        Signal::derive(move || frame.with_scene(|scene| scene.panel(slot).map(marks_of)).flatten().unwrap_or_default());
    let read = Callback::new(move |(row, col): (usize, usize)| {
        let value = heat.with(|heat| heat.values.get(row * size.get().1 + col).copied().flatten());
        let value = value.map_or_else(|| "…".to_owned(), figure::whole);
        let base = shell.base.get();
        let name = of(|panel| panel.title.split(' ').next().unwrap_or_default().to_owned()).get_untracked();
        let cell = say!(shell.locale.get(), number.cell, name = name, row = row + base, col = col + base);
        say!(shell.locale.get(), stage.heat_read, name = cell, value = value)
    });
    let pickable = frame.with_scene(|scene| scene.panel(slot).is_some_and(|p| p.hue == crate::screen::Hue::Out));
    let place = text(move || {
        let at = frame.with_scene(|scene| scene.panel(slot).map(|panel| panel.at)).flatten().unwrap_or((0, 0));
        area(at.0, at.1, 1, 1)
    });
    view! {
        <div class="heat-place" style:grid-area=place>
            <HeatMap
                tensor=slot hue=of(|panel| panel.hue.class().to_owned()) label=of(|panel| panel.label.clone())
                title=of(|panel| panel.title.clone())
                size heat marks pixel theme=shell.theme read
                on_pick=Callback::new(move |index| {
                    if pickable == Some(true) {
                        frame.playing.set(false);
                        frame.act(Act::Pick(slot, index));
                    }
                })
            />
        </div>
    }
}

/// The frame around what takes part, and the one around what is at work.
fn marks_of(panel: &Panel) -> Vec<Mark> {
    let mut marks: Vec<Mark> = panel
        .frames()
        .map(|(rows, cols)| Mark { rows: rows.clone(), cols: cols.clone(), role: Role::Contributing })
        .collect();
    let active = panel.marks.iter().find_map(|mark| match mark {
        crate::screen::Mark::Role(rows, cols, Role::Active) => Some((rows.clone(), cols.clone())),
        _ => None,
    });
    if let Some((rows, cols)) = active {
        marks.push(Mark { rows, cols, role: Role::Active });
    }
    marks
}
