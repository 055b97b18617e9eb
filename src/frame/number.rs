//! Numbers in a lesson's own drawing: what carries `data-number` is changed by keys, or typed in a field that opens over
//! it; what carries `data-act` is pressed.

mod field;

use super::pointer::by_pointer;
use super::state::Frame;
use crate::screen::{Act, Slot};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

pub use field::field;

/// A number that is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its tensor and its index there.
    at: (Slot, usize),
    /// Its name in `data-number`, and in words.
    name: String,
    label: String,
    /// What it says, as far as that is known.
    text: String,
    /// The character that replaces it.
    typed: Option<String>,
    /// Left, top, width and height in the picture.
    place: [f64; 4],
}

fn target(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// A press.
pub fn on_click(frame: Frame, event: &MouseEvent) {
    if let Some(act) = pressed(event) {
        frame.act(Act::Press(act));
        // After a choice by pointer the arrows step.
        if by_pointer(event) {
            frame.focus_stage();
        }
        return;
    }
    if let Some(element) = target(event, "[data-number]") {
        open(frame, &element, None);
    } else if let Some(line) = target(event, "[data-for]") {
        open_elsewhere(frame, &line);
    }
}

/// What has no room for a field, as a thin line, names the number that has; a finger has not lit it before.
fn open_elsewhere(frame: Frame, line: &Element) {
    let Some(name) = line.get_attribute("data-for") else { return };
    let find = move || document().query_selector(&format!(".picture [data-number=\"{name}\"]")).ok().flatten();
    if let Some(element) = find() {
        open(frame, &element, None);
        return;
    }
    frame.session.light(line.get_attribute("data-twin").as_deref());
    request_animation_frame(move || {
        if let Some(element) = find() {
            open(frame, &element, None);
        }
    });
}

/// What a press there does.
fn pressed(event: &Event) -> Option<String> {
    target(event, "[data-act]:not([data-act=\"\"])")?.get_attribute("data-act")
}

/// Keys on a number, and Enter on what can be pressed.
pub fn on_keydown(frame: Frame, event: &KeyboardEvent) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
        return;
    }
    let Some(element) = target(event, "[data-number]") else {
        // A button that is no button of HTML.
        if let Some(act) = pressed(event).filter(|_| matches!(event.key().as_str(), "Enter" | " ")) {
            frame.act(Act::Press(act));
            event.prevent_default();
            event.stop_propagation();
        } else if let Some(next) = next_place(event) {
            event.prevent_default();
            event.stop_propagation();
            crate::platform::focus(&format!("[data-place=\"{next}\"]"));
        }
        return;
    };
    let Some(name) = element.get_attribute("data-number") else { return };
    let Some((slot, index)) = frame.place_of(&name) else { return };
    let step = if event.shift_key() { 10 } else { 1 };
    let key = event.key();
    if let Some(cols) = element.get_attribute("data-cols").and_then(|cols| cols.parse::<usize>().ok())
        && let Some(next) = neighbour(&key, index, cols)
    {
        event.prevent_default();
        event.stop_propagation();
        crate::platform::focus(&format!("[data-number=\"{}-{next}\"]", slot.0));
        return;
    }
    match key.as_str() {
        "ArrowUp" => drop(frame.act(Act::Nudge(slot, index, step))),
        "ArrowDown" => drop(frame.act(Act::Nudge(slot, index, -step))),
        "Enter" | "F2" | " " => match element.get_attribute("data-act") {
            Some(act) => drop(frame.act(Act::Press(act))),
            None => open(frame, &element, None),
        },
        "Delete" | "Backspace" => drop(frame.act(Act::Edit(slot, index, String::new()))),
        "Escape" => {
            frame.act(Act::CancelEdit);
            frame.focus_stage();
        }
        _ if key.len() == 1 && key.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.') => {
            open(frame, &element, Some(key))
        }
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
    if matches!(event.key().as_str(), "ArrowUp" | "ArrowDown" | "Delete" | "Backspace") {
        refocus(&name);
    }
}

/// Computed numbers with their column and row in `data-place` are one Tab stop: the arrows go from one to the next. In a
/// single column, which has a word for its number, those to the left and right walk on as everywhere.
fn next_place(event: &KeyboardEvent) -> Option<String> {
    let place = target(event, "[data-place]")?.get_attribute("data-place")?;
    let (name, row) = place.split_once('-')?;
    let (col, row) = (name.parse::<usize>().ok(), row.parse::<usize>().ok()?);
    let name = name.to_owned();
    let (col, row) = match event.key().as_str() {
        "ArrowLeft" => (col?.saturating_sub(1).to_string(), row),
        "ArrowRight" => ((col? + 1).to_string(), row),
        "ArrowUp" => (name, row.saturating_sub(1)),
        "ArrowDown" => (name, row + 1),
        _ => return None,
    };
    Some(format!("{col}-{row}"))
}

/// Numbers of a grid, with its number of columns in `data-cols`: the arrows go from one to the next.
fn neighbour(key: &str, index: usize, cols: usize) -> Option<usize> {
    let col = index % cols.max(1);
    match key {
        "ArrowLeft" => Some(if col > 0 { index - 1 } else { index }),
        "ArrowRight" => Some(if col + 1 < cols { index + 1 } else { index }),
        "ArrowUp" => Some(index.checked_sub(cols).unwrap_or(index)),
        "ArrowDown" => Some(index + cols),
        _ => None,
    }
}

/// After a change the number may be another element, or none: then the stage has the focus.
fn refocus(name: &str) {
    let selector = format!("[data-number=\"{name}\"]");
    request_animation_frame(move || {
        let is_there = document().query_selector(&selector).is_ok_and(|found| found.is_some());
        crate::platform::focus(if is_there { &selector } else { "[data-part=stage]" });
    });
}

fn open(frame: Frame, element: &Element, typed: Option<String>) {
    let Some(name) = element.get_attribute("data-number") else { return };
    let Some(at) = frame.place_of(&name) else { return };
    let Ok(Some(pic)) = element.closest(".picture") else { return };
    let (own, pic) = (element.get_bounding_client_rect(), pic.get_bounding_client_rect());
    // What is drawn may have a sign around it or be rounded; where a lesson has no text of its own it is drawn as it is.
    let drawn = || element.query_selector(".number").ok()??.text_content();
    frame.playing.set(false);
    frame.number.set(Some(Number {
        at,
        label: element.get_attribute("aria-label").unwrap_or_else(|| name.clone()),
        name,
        text: text_of(frame, at).or_else(drawn).unwrap_or_default(),
        typed,
        place: [own.left() - pic.left(), own.top() - pic.top(), own.width(), own.height()],
    }));
}

/// What an operand says there.
fn text_of(frame: Frame, (slot, index): (Slot, usize)) -> Option<String> {
    frame.session.with(|lesson| {
        let operand = lesson.operand(slot).filter(|operand| index < operand.shape().numel())?;
        Some(operand.text(index))
    })
}
