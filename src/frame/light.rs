//! One lit name: pointer or focus on a number lights whatever shows the same one, in picture, formula and message.

use super::state::Frame;
use crate::ui::effect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Follows pointer and focus over the stage.
pub fn follow(frame: Frame) {
    let lit = StoredValue::new(None::<String>);
    let over = window_event_listener(leptos::ev::pointerover, move |event| light(frame, lit, &event));
    let focus = window_event_listener(leptos::ev::focusin, move |event| light(frame, lit, &event));
    on_cleanup(move || {
        over.remove();
        focus.remove();
    });
    // What is patched may show another number than before.
    effect(move || {
        frame.moment.track();
        if lit.with_value(Option::is_some) {
            request_animation_frame(move || show(lit.try_get_value().flatten()));
        }
    });
}

fn light(frame: Frame, lit: StoredValue<Option<String>>, event: &Event) {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let own = element.closest(".stage [data-twin], .stage [data-cell]").ok().flatten();
    let name = own.and_then(|own| own.get_attribute("data-twin").or_else(|| own.get_attribute("data-cell")));
    let name = name.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
    if lit.with_value(|lit| *lit == name) {
        return;
    }
    lit.set_value(name.clone());
    frame.session.light(name.as_deref());
    show(name);
}

fn show(name: Option<String>) {
    put_out();
    let Some(name) = name else { return };
    each(&format!(".stage [data-twin=\"{name}\"], .stage [data-cell=\"{name}\"]"), |element| {
        drop(element.set_attribute("data-lit", ""));
    });
}

fn put_out() {
    each("[data-lit]", |element| drop(element.remove_attribute("data-lit")));
}

fn each(selector: &str, run: impl Fn(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into::<Element>().ok()) {
            run(&element);
        }
    }
}
