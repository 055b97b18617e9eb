//! The fields of the shape line: a text is taken when the field is left or by Enter; the arrows change the size at the
//! caret, as in any field of a number.

use super::state::Frame;
use crate::screen::{Act, ShapePart, Slot};
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// The field of an event, and whose shape it holds.
fn field(frame: Frame, event: &Event) -> Option<(HtmlInputElement, Slot)> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let name = field.get_attribute("data-field")?;
    let slot = frame.board.with_untracked(|board| {
        board.shape.parts.iter().find_map(|part| match part {
            ShapePart::Field { slot, .. } if slot.0 == name => Some(*slot),
            _ => None,
        })
    });
    Some((field, slot?))
}

/// A shape was typed.
pub fn on_change(frame: Frame, event: &Event) {
    let Some((field, slot)) = field(frame, event) else { return };
    frame.act(Act::Write(slot, field.value()));
    // The same shape in other words changes nothing, and would stay as it was typed.
    request_animation_frame(move || {
        let text = frame.board.with_untracked(|board| {
            board.shape.parts.iter().find_map(|part| match part {
                ShapePart::Field { slot: own, text, .. } if *own == slot => Some(text.clone()),
                _ => None,
            })
        });
        if let Some(text) = text.filter(|text| *text != field.value()) {
            field.set_value(&text);
        }
    });
}

/// Up and down change the size at the caret by one, with Shift by ten.
pub fn on_keydown(frame: Frame, event: &KeyboardEvent) {
    let up = match event.key().as_str() {
        "ArrowUp" => true,
        "ArrowDown" => false,
        _ => return,
    };
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some((field, slot)) = field(frame, event) else { return };
    let caret = field.selection_start().ok().flatten().unwrap_or(0) as usize;
    let by = if event.shift_key() { 10 } else { 1 };
    let Some((text, place)) = nudged(&field.value(), caret, up, by) else { return };
    event.prevent_default();
    field.set_value(&text);
    select(&field, place);
    frame.act(Act::Write(slot, text));
    // The lesson may write the shape in another way, and then the caret has gone to the end.
    request_animation_frame(move || select(&field, place));
}

/// Selects the size at this place of those in the field, so that the next arrow changes the same one.
fn select(field: &HtmlInputElement, place: usize) {
    let text = field.value();
    if let Some(size) = sizes(&text).get(place) {
        let units = |to: usize| text[..to].encode_utf16().count() as u32;
        drop(field.set_selection_range(units(size.start), units(size.end)));
    }
}

/// The whole numbers of a text, in bytes.
fn sizes(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// The text with the size at the caret (in UTF-16 units), or the nearest one before it, changed; and which one that is.
fn nudged(text: &str, caret: usize, up: bool, by: u64) -> Option<(String, usize)> {
    let sizes = sizes(text);
    let units = |to: usize| text[..to].encode_utf16().count();
    let place = sizes.iter().rposition(|size| units(size.start) <= caret).unwrap_or(0);
    let size = sizes.get(place)?.clone();
    let old: u64 = text[size.clone()].parse().ok()?;
    let new = if up { old.saturating_add(by) } else { old.saturating_sub(by) };
    Some((format!("{}{new}{}", &text[..size.start], &text[size.end..]), place))
}

#[cfg(test)]
mod tests {
    use super::nudged;

    #[test]
    fn the_size_at_the_caret_changes() {
        let text = "(64, 1, 28, 28)";
        for (caret, up, by, expected, place) in [
            (0, true, 1, "(65, 1, 28, 28)", 0),
            (3, true, 10, "(74, 1, 28, 28)", 0),
            (5, false, 1, "(64, 0, 28, 28)", 1),
            (5, false, 10, "(64, 0, 28, 28)", 1),
            (15, true, 1, "(64, 1, 28, 29)", 3),
            (99, false, 10, "(64, 1, 28, 18)", 3),
        ] {
            assert_eq!(nudged(text, caret, up, by), Some((expected.to_owned(), place)), "{caret}");
        }
        assert_eq!(nudged("nn.Linear(784, ?)", 15, true, 1), Some(("nn.Linear(785, ?)".to_owned(), 0)));
        assert_eq!(nudged("모양 9", 4, true, 1), Some(("모양 10".to_owned(), 0)));
        for text in ["", "(?, ⋯)", "99999999999999999999999"] {
            assert_eq!(nudged(text, 2, true, 1), None, "{text}");
        }
    }
}
