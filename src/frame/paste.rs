//! Pasting: a dialog that says at once what it reads or where it stops, and pastes into cells. The parsers come
//! with the tools, fetched at the first paste.

pub mod dialog;
pub mod reader;

use super::picture::focus_cell;
use super::state::Frame;
use super::tools::{self, Tools};
use crate::screen::{Act, Change, Slot};
use crate::shell::Notice;
use crate::ui::effect;
use leptos::prelude::*;
use matwalk_core::number;
use reader::Offer;
use wasm_bindgen::JsCast;

/// The field whose text is replaced and read as a whole.
const READER: &str = "[data-action=error-text]";

/// What is pasted, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paste {
    /// The operand.
    pub slot: Slot,
    /// The cell it was pasted into: a single number goes there; a block of the dialog replaces the operand.
    pub cell: Option<usize>,
    /// The text to begin with; empty where it is still to be pasted.
    pub text: String,
}

/// The dialog while an operand is pasted into. It comes with the parsers.
pub fn dialog(frame: Frame) -> impl IntoView + use<> {
    let opened = RwSignal::new(None::<Tools>);
    let fetch = move || {
        leptos::task::spawn_local(async move {
            match (tools::PART.load)().await {
                Ok(tools) => drop(opened.try_set(Some(tools))),
                Err(_) => {
                    frame.pasting.set(None);
                    frame.shell.tell(Notice::NotThere);
                }
            }
        });
    };
    effect(move || {
        if frame.pasting.with(Option::is_some) && opened.with_untracked(Option::is_none) {
            fetch();
        }
    });
    move || opened.get().zip(frame.pasting.get()).map(|(tools, paste)| (tools.paste)(frame, paste))
}

/// Takes an offer: one number into the cell it was pasted into, one tensor into the slot, several into the operands in
/// their order. One undo takes it back.
pub fn put(frame: Frame, slot: Slot, cell: Option<usize>, offer: &Offer) {
    if let (Some(index), true, Ok(value)) = (cell, offer.is_one_number(), offer.operands[0].value(0)) {
        frame.act(Act::Edit(slot, index, number::shortest(value)));
        frame.act(Act::EndEdit);
        focus_cell(slot, index);
        return;
    }
    let act = match &offer.operands[..] {
        [one] => Act::Paste(slot, Box::new(one.clone())),
        all => Act::PasteAll(all.to_vec()),
    };
    frame.playing.set(false);
    let told = offer.told.clone();
    frame.shell.tell(match frame.act(act) {
        Change::Nothing => Notice::NotTaken(told),
        _ => Notice::Pasted(told),
    });
    frame.focus_stage();
}

/// Whether a text pasted into a cell is more than the text of that cell: it has rows, columns or brackets.
fn is_block(text: &str) -> bool {
    let text = text.trim();
    let blank_inside = text.split_whitespace().nth(1).is_some();
    number::parse(text).is_err() && (blank_inside || text.contains(['[', '{', '(', ',', ';', '&', '|', '\\']))
}

/// Takes a block pasted into a cell, from there on or as the whole operand; says whether it does. A single number, or a
/// text that is none, is the cell's own.
pub fn take_block(frame: Frame, slot: Slot, index: usize, pasted: &str) -> bool {
    if !is_block(pasted) {
        return false;
    }
    let pasted = pasted.to_owned();
    frame.edit.set(None);
    // The cell's own text comes back first: the block replaces the operand, not what was typed on the way.
    frame.act(Act::CancelEdit);
    leptos::task::spawn_local(async move {
        match (tools::PART.load)().await {
            Ok(tools) => (tools.take)(frame, slot, index, pasted),
            // The dialog tells that it can't be had now.
            Err(_) => frame.pasting.set(Some(Paste { slot, cell: Some(index), text: pasted })),
        }
        focus_cell(slot, index);
    });
    true
}

/// Takes a text that was pasted into a cell and is more than a cell's.
pub fn take(frame: Frame, slot: Slot, index: usize, pasted: String) {
    let reading = reader::read(frame.shell.locale.get_untracked(), &pasted, &reader::limit(frame, slot));
    match &reading.offers[..] {
        // One number with something around it goes into the cell as it was pasted, to be read or marked there.
        [offer] if offer.is_one_number() => {
            frame.act(Act::Edit(slot, index, pasted.trim().to_owned()));
            frame.act(Act::EndEdit);
        }
        [offer] if !reading.is_wrong => {
            if !fill(frame, (slot, index), &pasted, offer) {
                put(frame, slot, None, offer);
            }
        }
        // In doubt or wrong: the dialog says why, and offers what it may mean.
        _ => frame.pasting.set(Some(Paste { slot, cell: Some(index), text: pasted })),
    }
}

/// Fills the cells from one on with bare rows of numbers, as a table of a spreadsheet does, and says whether they have
/// room there. What has brackets is a tensor as a whole.
fn fill(frame: Frame, (slot, index): (Slot, usize), pasted: &str, offer: &Offer) -> bool {
    let [operand] = &offer.operands[..] else { return false };
    let (rows, cols) = match *operand.shape().dims() {
        [cols] => (1, cols),
        [rows, cols] => (rows, cols),
        _ => return false,
    };
    let size = frame.with_scene(|scene| scene.panels.iter().find(|panel| panel.slot == slot).map(|panel| panel.size));
    let Some((high, wide)) = size.flatten() else { return false };
    let (down, across) = (index / wide.max(1), index % wide.max(1));
    if pasted.contains(['[', '(', '{', '\\']) || down + rows > high || across + cols > wide {
        return false;
    }
    frame.playing.set(false);
    for (place, value) in operand.tensor().data().iter().enumerate() {
        let at = (down + place / cols) * wide + across + place % cols;
        frame.act(Act::Edit(slot, at, number::shortest(*value)));
    }
    frame.act(Act::EndEdit);
    frame.shell.tell(Notice::Pasted(offer.told.clone()));
    true
}

/// What is pasted where nothing takes text: on a cell into it, elsewhere into the dialog.
pub fn on_paste(frame: Frame, event: &web_sys::ClipboardEvent) {
    let Some(target) = event.target() else { return };
    let in_reader =
        target.dyn_ref::<web_sys::Element>().is_some_and(|element| element.matches(READER).unwrap_or(false));
    if event.default_prevented() || !in_reader && crate::platform::is_text_field(&target) {
        return;
    }
    let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
    if text.trim().is_empty() {
        return;
    }
    event.prevent_default();
    match super::picture::editable_cell(frame, event) {
        Some((slot, index)) if !take_block(frame, slot, index, &text) => {
            frame.act(Act::Edit(slot, index, text.trim().to_owned()));
            frame.act(Act::EndEdit);
        }
        Some(_) => {}
        None if frame.board.with_untracked(|board| board.reader.is_some()) => {
            frame.act(Act::Tell(text));
        }
        None => {
            if let Some(slot) = frame.board.with_untracked(|board| board.operands.first().map(|operand| operand.slot)) {
                frame.pasting.set(Some(Paste { slot, cell: None, text }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_block;

    #[test]
    fn a_number_or_a_word_is_the_cells_own() {
        for text in ["5", " -1/3 ", "½", "2x", "nan", "1e5\n"] {
            assert!(!is_block(text), "{text}");
        }
        for text in ["1 2", "1\t2", "[[1, 2]]", "1\n2", "1,5", "\\frac{1}{2}"] {
            assert!(is_block(text), "{text}");
        }
    }
}
