//! When a fix is pressed the sizes fly to their new places: each from where the size stood that it came from, which the
//! drawing names in `data-from` (empty for a new one). It is the style sheet that moves them; any act, key or press ends it.

use super::state::Frame;
use crate::screen::Act;
use crate::ui::patch::set_style;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How long it takes, with some room for a slow machine.
const LASTS: Duration = Duration::from_millis(480);

/// Does something after which sizes fly.
pub fn fly(frame: Frame, act: impl FnOnce(Frame)) {
    let before: Vec<(String, (f64, f64))> =
        numbers().iter().filter_map(|number| Some((number.get_attribute("data-cell")?, place(number)))).collect();
    act(frame);
    let flight = frame.flight.with_untracked(|flight| flight.abs() + 1);
    frame.flight.set(flight);
    // The picture changes before the next frame is drawn.
    request_animation_frame(move || {
        let numbers = numbers();
        numbers.iter().for_each(|number| shift(number, (0.0, 0.0)));
        let after: Vec<(f64, f64)> = numbers.iter().map(place).collect();
        for (number, (x, y)) in numbers.iter().zip(after) {
            let from = number.get_attribute("data-from").unwrap_or_default();
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
        LASTS,
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
    let key = window_event_listener(leptos::ev::keydown, move |_| end(frame));
    let press = window_event_listener(leptos::ev::pointerdown, move |_| end(frame));
    on_cleanup(move || {
        key.remove();
        press.remove();
    });
}

/// Presses a fix.
pub fn fix(frame: Frame, index: usize, tell: bool) {
    fly(frame, |frame| {
        if tell {
            frame.act_and_tell(Act::Fix(index), crate::shell::Notice::Fixed);
        } else {
            frame.act(Act::Fix(index));
        }
    });
}

fn numbers() -> Vec<Element> {
    let Ok(found) = document().query_selector_all(".pic--own [data-from]") else { return Vec::new() };
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
