//! What a press, a choice or a typed size means: from a control's `data-action` to an act. One listener for all controls.

use super::controls::Unfolded;
use super::controls::reader::FIELD;
use super::controls::side::SHEETS;
use super::export;
use super::flight;
use super::paste::Paste;
use super::pointer::{by_pointer, control, is_choice};
use super::state::Frame;
use crate::lesson::entry::Language;
use crate::platform;
use crate::playback::{Jump, Speed};
use crate::screen::{Act, Board, Slot};
use crate::shell::Notice;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent, MouseEvent};

/// A press on a control.
pub fn on_click(frame: Frame, event: &MouseEvent) {
    let is_covered = || frame.unfolded.with_untracked(|unfolded| unfolded.sheet.is_some());
    // After a choice by pointer the arrows step: those of a radio button would take the choice back.
    if by_pointer(event) && is_choice(event) && !is_covered() {
        request_animation_frame(move || frame.focus_stage());
    }
    let Some((element, action)) = control(event) else { return };
    if element.get_attribute("aria-disabled").as_deref() == Some("true") {
        return;
    }
    if walks(frame, &action) {
        return;
    }
    // Fields, lists and links act by themselves and tell by another event.
    if matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "A" | "SUMMARY") {
        return;
    }
    if let Some(name) = element.get_attribute("data-act") {
        frame.act(Act::Press(name));
        frame.focus_stage();
        return;
    }
    match action.starts_with("phase-") {
        true => super::phases::press(frame, &action),
        false => press_card(frame, &action),
    }
    // After a choice by pointer the arrows step. The bar's own buttons keep the focus: they are pressed again and again.
    if by_pointer(event) && !action.starts_with("sheet") && !is_covered() {
        frame.focus_stage();
    }
}

/// Does what a button of the walk says; whether it is one.
fn walks(frame: Frame, action: &str) -> bool {
    match action {
        "first" => frame.jump(Jump::First),
        "back" => frame.jump(Jump::Back),
        "next" => frame.press_main(),
        "play" => frame.toggle_play(),
        _ => return false,
    }
    true
}

fn press_card(frame: Frame, action: &str) {
    let unfold = |change: fn(&mut Unfolded)| frame.unfolded.update(change);
    match action {
        "undo" => drop(frame.act(Act::Undo)),
        "redo" => drop(frame.act(Act::Redo)),
        "swap" => drop(frame.act(Act::Swap)),
        "random" => frame.act_and_tell(Act::Random(platform::random_seed()), Notice::Random),
        "reset" => frame.act_and_tell(Act::Reset, Notice::Reset),
        "more-examples" => unfold(|unfolded| unfolded.all_examples = !unfolded.all_examples),
        "more-fixes" => unfold(|unfolded| unfolded.all_fixes = !unfolded.all_fixes),
        "sheet-close" => drop(frame.close_sheet()),
        "save-svg" => export::save(frame, false),
        "save-png" => export::save(frame, true),
        "copy-code" => {
            let language = frame.unfolded.with_untracked(|unfolded| unfolded.language);
            frame.shell.copy(frame.session.with(|lesson| lesson.code(language)), Notice::Copied);
        }
        _ => {
            if let Some((part, _)) = SHEETS.iter().find(|(part, _)| action.strip_prefix("sheet-") == Some(part)) {
                frame.unfolded.update(|unfolded| {
                    unfolded.sheet = if unfolded.sheet == Some(part) { None } else { Some(part) };
                });
                // A sheet is opened for what is in it.
                platform::unfold(&format!("[data-part=\"{part}\"] > details"));
            } else {
                press_named(frame, action);
            }
        }
    }
}

/// Buttons named after what the board holds: examples, fixes, operands.
fn press_named(frame: Frame, action: &str) {
    if let Some(key) = action.strip_prefix("preset-") {
        let locale = frame.shell.locale.get_untracked();
        let examples = frame.session.with(|lesson| lesson.examples(locale));
        if let Some(index) = examples.iter().position(|example| example.key == key) {
            frame.open_example(index, examples[index].label.clone());
        }
    } else if let Some(key) = action.strip_prefix("fix-") {
        let place = |board: &Board| {
            let fixes = board.problem.as_ref().map_or(&board.offers, |problem| &problem.fixes);
            Some((fixes.iter().position(|fix| fix.key == key)?, board.problem.is_some()))
        };
        if let Some((index, wrong)) = frame.board.with_untracked(place) {
            flight::fix(frame, index, wrong);
            frame.focus_stage();
        }
    } else if frame.board.with_untracked(|board| has_tool(board, action)) {
        frame.act(Act::Press(action.to_owned()));
    } else if let Some(slot) = slot_of(frame, action, "paste-") {
        frame.pasting.set(Some(Paste { slot, cell: None, text: String::new() }));
    } else if let Some(slot) = slot_of(frame, action, "transpose-") {
        frame.act(Act::Transpose(slot));
    } else {
        let (name, by) = match (action.strip_suffix("-more"), action.strip_suffix("-fewer")) {
            (Some(name), _) => (name, 1),
            (_, Some(name)) => (name, -1),
            _ => return,
        };
        step_size(frame, name, by);
    }
}

/// Whether the lesson has a tool of this name.
fn has_tool(board: &Board, action: &str) -> bool {
    let told = board.reader.iter().flat_map(|reader| &reader.tools);
    board.tools.iter().chain(told).any(|tool| tool.key == action)
}

fn slot_of(frame: Frame, action: &str, prefix: &str) -> Option<Slot> {
    let name = action.strip_prefix(prefix)?;
    let slot = |board: &Board| board.operands.iter().map(|card| card.slot).find(|slot| slot.0 == name);
    frame.board.with_untracked(slot)
}

/// The size of a stepper: its operand, which of its sizes, its value and the largest one.
fn size_of(frame: Frame, name: &str) -> Option<(Slot, usize, usize, usize)> {
    frame.board.with_untracked(|board| {
        board.operands.iter().find_map(|card| {
            let (axis, size) = card.size(name)?;
            Some((card.slot, axis, size.value, size.max.unwrap_or(card.max)))
        })
    })
}

fn step_size(frame: Frame, name: &str, by: isize) {
    if let Some((slot, axis, value, max)) = size_of(frame, name) {
        frame.unfolded.update(|unfolded| unfolded.wrong_size = None);
        frame.act(Act::Resize(slot, axis, value.saturating_add_signed(by).min(max)));
    }
}

/// Arrows in a stepper's field, on a slider and among the words of the walk.
pub fn on_keydown(frame: Frame, event: &KeyboardEvent) {
    super::slide::on_slider_key(frame, event);
    super::phases::on_keydown(event);
    if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
        // A message of several lines is typed with Shift.
        if control(event).is_some_and(|(_, action)| action == FIELD) {
            event.prevent_default();
            frame.focus_stage();
        }
        return;
    }
    let by = match event.key().as_str() {
        "ArrowUp" => 1,
        "ArrowDown" => -1,
        _ => return,
    };
    if let Some((_, action)) = control(event)
        && size_of(frame, &action).is_some()
    {
        event.prevent_default();
        step_size(frame, &action, by);
    }
}

/// A field or list that was changed.
pub fn on_change(frame: Frame, event: &Event) {
    let Some((element, action)) = control(event) else { return };
    let typed = event_target_value(event);
    if action == FIELD {
        if !typed.trim().is_empty() {
            frame.act(Act::Tell(typed));
        }
        return;
    }
    if super::slide::on_typed(frame, &action, &typed) {
        return;
    }
    if let Some((slot, axis, _, max)) = size_of(frame, &action) {
        match typed.trim().parse::<usize>() {
            Ok(size) if size <= max => {
                frame.unfolded.update(|unfolded| unfolded.wrong_size = None);
                frame.act(Act::Resize(slot, axis, size));
            }
            // Not a size: it stays as it was typed, and is explained.
            _ => frame.unfolded.update(|unfolded| unfolded.wrong_size = Some((action, typed))),
        }
        return;
    }
    let is_radio = element.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() == "radio");
    let chosen = if is_radio { action } else { format!("{action}-{typed}") };
    if let Some(language) = Language::ALL.into_iter().find(|own| chosen == format!("code-{}", own.key())) {
        frame.unfolded.update(|unfolded| unfolded.language = language);
    } else if let Some(speed) = Speed::ALL.into_iter().find(|own| chosen == format!("speed-{}", own.key())) {
        frame.unfolded.update(|unfolded| unfolded.speed = speed);
    } else if let Some(act) = frame.board.with_untracked(|board| choice(board, &chosen)) {
        flight::choose(frame, act);
    }
}

/// The act of a choice named `SETTING-CHOICE`.
fn choice(board: &Board, name: &str) -> Option<Act> {
    for card in &board.operands {
        if let Some(kind) = name.strip_prefix(&format!("kind-{}-", card.slot.0)) {
            return Some(Act::SetVector(card.slot, kind == "vector"));
        }
    }
    board.settings.iter().find_map(|setting| {
        let key = name.strip_prefix(setting.key)?.strip_prefix('-')?;
        let place = setting.choices.iter().position(|choice| choice.key == key)?;
        Some(Act::Choose(setting.key, place))
    })
}

/// The scrubber while it is moved.
pub fn on_input(frame: Frame, event: &Event) {
    match control(event) {
        Some((_, action)) if action != "scrub" => super::slide::on_slider(frame, event, &action),
        Some(_) => {
            if let Ok(target) = event_target_value(event).parse() {
                frame.jump(Jump::To(target));
            }
        }
        None => {}
    }
}
