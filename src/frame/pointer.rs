//! Where an event came from, and what it met.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// Whether a click came from a pointer: a key's click has no count.
pub fn by_pointer(event: &MouseEvent) -> bool {
    event.detail() > 0
}

/// Whether an event happened on a choice, one of several radio buttons, or on its words.
pub fn is_choice(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let label = element.and_then(|element| element.closest("label").ok().flatten());
    label.is_some_and(|label| label.query_selector("input[type=radio]").is_ok_and(|radio| radio.is_some()))
}

/// The nearest control around where an event happened, and its action.
pub fn control(event: &Event) -> Option<(Element, String)> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let control = element.closest("[data-action]").ok()??;
    let action = control.get_attribute("data-action")?;
    Some((control, action))
}
