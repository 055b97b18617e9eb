//! One key map for every lesson. A key goes first to the focused field, grid, slider or group; the stage gets the rest.

use super::state::Frame;
use crate::platform::is_text_field;
use crate::playback::Jump;
use crate::screen::Act;
use crate::screen::board::Place;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A key pressed anywhere in the page.
pub fn on_key(frame: Frame, event: &KeyboardEvent) {
    let Some(target) = event.target() else { return };
    if event.is_composing() || event.default_prevented() || is_text_field(&target) || event.alt_key() {
        return;
    }
    let element = target.dyn_ref::<Element>();
    let within = |selector: &str| element.is_some_and(|element| element.closest(selector).is_ok_and(|e| e.is_some()));
    if within("dialog, [data-menu]") {
        return;
    }
    // Letters go by their place on the keyboard: a Korean layout sends other characters.
    let code = event.code();
    if event.ctrl_key() || event.meta_key() {
        let act = match (code.as_str(), event.shift_key()) {
            ("KeyZ", false) => Act::Undo,
            ("KeyZ", true) | ("KeyY", _) => Act::Redo,
            _ => return,
        };
        event.prevent_default();
        frame.act(act);
        return;
    }
    let present = frame.shell.present.get_untracked();
    // The scrubber and radio buttons have arrows of their own; a button's space presses it.
    let own_arrows = within("input, select, [role=grid]");
    let own_space = within("button, input, select, a, summary");
    let jump = match event.key().as_str() {
        "ArrowLeft" if !own_arrows => Some(Jump::Back),
        "ArrowRight" if !own_arrows => Some(Jump::Next),
        "Home" if !own_arrows => Some(Jump::First),
        "End" if !own_arrows => Some(Jump::Last),
        // What a presenter's clicker sends.
        "PageUp" if present => Some(Jump::Back),
        "PageDown" if present => Some(Jump::Next),
        _ => None,
    };
    if let Some(jump) = jump {
        event.prevent_default();
        frame.jump(jump);
        return;
    }
    match event.key().as_str() {
        " " if !own_space || within("input[type=range]") => {
            event.prevent_default();
            frame.toggle_play();
        }
        "Escape" => {
            event.prevent_default();
            if frame.shell.blank.get_untracked() {
                frame.shell.blank.set(false);
            } else if !frame.close_sheet() {
                if present {
                    frame.shell.present.set(false);
                }
                frame.focus_stage();
            }
        }
        "." if present => frame.shell.blank.update(|blank| *blank = !*blank),
        _ => letter(frame, event, &code, present),
    }
}

/// One-character keys, which can be switched off.
fn letter(frame: Frame, event: &KeyboardEvent, code: &str, present: bool) {
    if !frame.shell.letters.get_untracked() || event.shift_key() || frame.shell.embed.get_untracked() {
        return;
    }
    if code == "KeyB" && present {
        frame.shell.blank.update(|blank| *blank = !*blank);
        return;
    }
    if code == "KeyP" {
        frame.shell.present.update(|present| *present = !*present);
        event.prevent_default();
        return;
    }
    if let Some(act) = frame.board.with_untracked(|board| chosen(&board.settings, code)) {
        event.prevent_default();
        super::flight::choose(frame, act);
        // What had the focus may be gone with the old picture.
        request_animation_frame(move || {
            if document().active_element().is_none_or(|element| element.tag_name() == "BODY") {
                frame.focus_stage();
            }
        });
    }
}

/// What a key chooses: the reading at its place for a digit, a choice or the next choice of a setting for a letter.
fn chosen(settings: &[crate::screen::Setting], code: &str) -> Option<Act> {
    let digit = code.strip_prefix("Digit").and_then(|digit| digit.parse::<usize>().ok());
    for setting in settings {
        if let Some(place) = digit.and_then(|digit| digit.checked_sub(1))
            && setting.place == Place::Readings
            && place < setting.choices.len()
        {
            return Some(Act::Choose(setting.key, place));
        }
        if let Some(place) = setting.choices.iter().position(|choice| choice.shortcut == Some(code)) {
            return Some(Act::Choose(setting.key, place));
        }
        if setting.shortcut == Some(code) {
            return Some(Act::Choose(setting.key, (setting.chosen + 1) % setting.choices.len().max(1)));
        }
    }
    None
}
