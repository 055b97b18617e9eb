//! Pointer and keys on the cells of the picture. One listener for all of them.

use crate::frame::state::{Edit, Frame};
use crate::screen::{Act, Slot};
use leptos::prelude::Set;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent};

/// A cell of a grid in the page.
struct At {
    slot: Slot,
    index: usize,
    rows: usize,
    cols: usize,
    editable: bool,
}

/// The cell that an event happened in.
fn at(frame: Frame, event: &Event) -> Option<At> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let cell = element.closest(".cell").ok()??;
    let index = cell.get_attribute("data-index")?.parse().ok()?;
    let name = cell.closest("[data-operand]").ok()??.get_attribute("data-operand")?;
    frame.with_scene(|scene| {
        let panel = scene.panels.iter().find(|panel| panel.slot.0 == name)?;
        let (rows, cols) = panel.size;
        Some(At { slot: panel.slot, index, rows, cols, editable: panel.editable })
    })?
}

/// The cell that an event happened in, if it can be typed into.
pub fn editable_cell(frame: Frame, event: &Event) -> Option<(Slot, usize)> {
    at(frame, event).filter(|at| at.editable).map(|at| (at.slot, at.index))
}

/// Gives a cell the focus.
pub fn focus_cell(slot: Slot, index: usize) {
    crate::platform::focus(&format!("[data-operand=\"{}\"] [data-index=\"{index}\"]", slot.0));
}

/// A press: an input opens for typing, a computed number leads to its step.
pub fn on_click(frame: Frame, event: &MouseEvent) {
    if let Some(at) = at(frame, event) {
        begin(frame, &at, None);
    }
}

fn begin(frame: Frame, at: &At, typed: Option<char>) {
    if at.editable {
        frame.edit.set(Some(Edit { slot: at.slot, index: at.index, typed }));
    } else {
        frame.playing.set(false);
        frame.act(Act::Pick(at.slot, at.index));
    }
}

/// The cell with the focus is the one that Tab comes back to.
pub fn on_focusin(event: &FocusEvent) {
    let Some(cell) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    if !cell.class_list().contains("cell") {
        return;
    }
    let grid = cell.closest("[role=grid]").ok().flatten();
    if let Some(old) = grid.and_then(|grid| grid.query_selector("[tabindex=\"0\"]").ok().flatten()) {
        old.set_attribute("tabindex", "-1").ok();
    }
    cell.set_tab_index(0);
}

/// Arrows move between cells, Enter presses, a digit begins a number.
pub fn on_keydown(frame: Frame, event: &KeyboardEvent) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(at) = at(frame, event) else { return };
    let At { index, rows, cols, .. } = at;
    let (row, col) = (index / cols.max(1), index % cols.max(1));
    let key = event.key();
    let target = match key.as_str() {
        "ArrowLeft" => col.checked_sub(1).map(|col| row * cols + col),
        "ArrowRight" => (col + 1 < cols).then_some(index + 1),
        "ArrowUp" => row.checked_sub(1).map(|row| row * cols + col),
        "ArrowDown" => (row + 1 < rows).then_some(index + cols),
        "Home" => Some(row * cols),
        "End" => Some(row * cols + cols.saturating_sub(1)),
        "Escape" => {
            frame.focus_stage();
            None
        }
        "Enter" | "F2" => {
            begin(frame, &at, None);
            None
        }
        "Delete" | "Backspace" if at.editable => {
            begin(frame, &at, Some('\0'));
            None
        }
        _ => {
            let mut chars = key.chars();
            match (chars.next(), chars.next()) {
                (Some(first), None) if at.editable && (first.is_ascii_digit() || "+-.−∞".contains(first)) => {
                    begin(frame, &at, Some(first));
                    None
                }
                _ => return,
            }
        }
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some(target) = target {
        focus_cell(at.slot, target);
    }
}
