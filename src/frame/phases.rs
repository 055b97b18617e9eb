//! What pressing a word of the walk does, and the arrows among the words.

use super::state::Frame;
use crate::playback::Jump;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// To the first step of the stretch.
pub fn press(frame: Frame, action: &str) {
    let Some(key) = action.strip_prefix("phase-") else { return };
    let t = frame.walk.get_untracked().t;
    let target = frame.board.with_untracked(|board| {
        let place = board.phases.words.iter().position(|(own, _)| *own == key)?;
        board.phases.group(t).get(place).map(|(from, _)| from + 1)
    });
    if let Some(target) = target {
        frame.jump(Jump::To(target));
    }
}

/// Arrows move the focus; they do not step.
pub fn on_keydown(event: &KeyboardEvent) {
    let forward = match event.key().as_str() {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return,
    };
    let word = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(word) = word.filter(|word| word.class_list().contains("phases__word")) else { return };
    let next = if forward { word.next_element_sibling() } else { word.previous_element_sibling() };
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        drop(next.focus());
    }
    event.prevent_default();
    event.stop_propagation();
}
