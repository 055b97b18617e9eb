//! When a fix is pressed the sizes fly to their new places: each from where the size stood that it came from, which the
//! drawing names in `data-from` (empty for a new one). It is the style sheet that moves them; any act, key or press ends it.

use super::state::Frame;
use crate::screen::Act;
use crate::ui::touch::set_style;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How long it takes, with some room for a slow machine.
const LASTS: Duration = Duration::from_millis(480);

/// How long the cells of a picture that is turned fly, one group after the other.
const TURNS: Duration = Duration::from_millis(1850);
/// Milliseconds from one group to the next, and that the last one may begin at.
const LATER: f64 = 220.0;
const LATEST: f64 = 1380.0;

/// Makes a choice. If that turns the picture ([`crate::screen::Scene::turn`]), its cells fly to their new places: what
/// goes in first, then one group after the other, so that each row is seen to become a column.
pub fn choose(frame: Frame, act: Act) {
    let turn = || untrack(|| frame.with_scene(|scene| scene.turn)).flatten();
    let Some(old) = turn() else {
        frame.act(act);
        return;
    };
    let before = places(&found(CELLS));
    frame.act(act);
    if turn().is_some_and(|now| now != old) {
        take_off(frame, before, CELLS, TURNS);
    }
}

/// Does something after which sizes fly.
pub fn fly(frame: Frame, act: impl FnOnce(Frame)) {
    let before = places(&found(SIZES));
    act(frame);
    take_off(frame, before, SIZES, LASTS);
}

fn take_off(frame: Frame, before: Vec<(String, (f64, f64))>, what: &'static str, lasts: Duration) {
    let flight = frame.flight.with_untracked(|flight| flight.abs() + 1);
    frame.flight.set(flight);
    // The picture changes before the next frame is drawn.
    request_animation_frame(move || {
        let numbers = found(what);
        numbers.iter().for_each(|number| shift(number, (0.0, 0.0)));
        let after: Vec<(f64, f64)> = numbers.iter().map(place).collect();
        for (number, (x, y)) in numbers.iter().zip(after) {
            let from = number.get_attribute("data-from").or_else(|| name(number)).unwrap_or_default();
            set_style(number, "--late", &format!("{}ms", late(number, &from)));
            if let Some((_, (old_x, old_y))) = before.iter().find(|(name, _)| *name == from) {
                shift(number, (old_x - x, old_y - y));
            }
        }
    });
    set_timeout(
        move || {
            if frame.flight.try_get_untracked() == Some(flight) {
                end(frame);
            }
        },
        lasts,
    );
}

/// Ends a flight under way.
pub fn end(frame: Frame) {
    if frame.flight.with_untracked(|flight| *flight > 0) {
        frame.flight.update(|flight| *flight = -*flight);
    }
}

/// Keys and presses end it.
pub fn watch(frame: Frame) {
    // A key that does something has ended it, or has begun it.
    let key = window_event_listener(leptos::ev::keydown, move |event| {
        if !event.default_prevented() {
            end(frame);
        }
    });
    let press = window_event_listener(leptos::ev::pointerdown, move |_| end(frame));
    on_cleanup(move || {
        key.remove();
        press.remove();
    });
}

/// Presses a fix.
pub fn fix(frame: Frame, index: usize, tell: bool) {
    fly(frame, |frame| {
        frame.playing.set(false);
        frame.act(Act::Fix(index));
        // A choice may lead to another problem.
        if tell && frame.board.with_untracked(|board| board.problem.is_none()) {
            frame.shell.tell(crate::shell::Notice::Fixed);
        }
    });
}

/// What flies: sizes of a drawing; cells of panels and their numbers in code beside them.
const SIZES: &str = ".pic--own [data-from]";
const CELLS: &str = ".pic .panel .cell, .beside .token";

/// The name of what flies. A number has two places, as a cell and in the code.
fn name(number: &Element) -> Option<String> {
    number.get_attribute("data-cell").or_else(|| Some("code ".to_owned() + &number.get_attribute("data-twin")?))
}

/// When a cell begins to fly: what goes in at once, all else by the first index of its name.
fn late(cell: &Element, name: &str) -> f64 {
    if name.starts_with("code x") || cell.closest(".panel:not(.a), .beside").ok().flatten().is_none() {
        return 0.0;
    }
    let group = name.split('-').nth(1).and_then(|index| index.parse().ok()).map_or(0.0, |index: u32| f64::from(index));
    (LATER * (group + 1.0)).min(LATEST)
}

fn places(numbers: &[Element]) -> Vec<(String, (f64, f64))> {
    numbers.iter().filter_map(|number| Some((name(number)?, place(number)))).collect()
}

fn found(what: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(what) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

fn place(number: &Element) -> (f64, f64) {
    let place = number.get_bounding_client_rect();
    (place.left(), place.top())
}

fn shift(number: &Element, (x, y): (f64, f64)) {
    set_style(number, "--from-x", &format!("{x}px"));
    set_style(number, "--from-y", &format!("{y}px"));
}
