//! Where the focus is and belongs, and what an event happened in.

use super::matches_any;
use leptos::prelude::document;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Gives the first element a selector finds the focus.
pub fn focus(selector: &str) {
    let Ok(Some(element)) = document().query_selector(selector) else { return };
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        drop(element.focus());
    } else if let Some(element) = element.dyn_ref::<web_sys::SvgElement>() {
        drop(element.focus());
    }
}

/// What has the focus now, to be given it back.
pub struct FocusBefore(SendWrapper<Option<HtmlElement>>);

impl FocusBefore {
    /// Notes what has the focus.
    pub fn note() -> FocusBefore {
        FocusBefore(SendWrapper::new(document().active_element().and_then(|element| element.dyn_into().ok())))
    }

    /// Gives it back, unless something else took it; to the stage if what had it is gone or hidden.
    pub fn give_back(self) {
        if !matches_any(":focus") {
            if let Some(element) = self.0.take() {
                drop(element.focus());
            }
            if !matches_any(":focus") {
                focus("[data-part=stage]");
            }
        }
    }
}

/// Whether keys typed there are text.
pub fn is_text_field(target: &web_sys::EventTarget) -> bool {
    let Some(element) = target.dyn_ref::<web_sys::Element>() else { return false };
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("range" | "checkbox" | "radio" | "button")),
        _ => false,
    }
}

/// Gives a text area the focus, with all its text selected.
pub fn select(selector: &str) {
    let Ok(Some(element)) = document().query_selector(selector) else { return };
    if let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        drop(area.focus());
        area.select();
    }
}

/// Whether an event happened inside an element that fits the selector.
pub fn is_inside(event: &web_sys::Event, selector: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}
