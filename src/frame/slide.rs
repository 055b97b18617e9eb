//! Numbers that are dragged: points of the drawing (`data-slide`, made by [`crate::plot::Handle`]) and sliders of a card.
//! All of one drag, and all that a key repeats while it is held, is undone at once.

use super::controls::scalar::PLACES;
use super::pause;
use super::scale::{self, Scale};
use super::state::Frame;
use crate::screen::{Act, CardPart, Scalar, Slot};
use leptos::prelude::*;
use matwalk_core::number::parse64;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// A drag under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    /// The number.
    at: (Slot, usize),
    /// Its axis on the page when the drag began: it does not change under the pointer.
    span: Span,
    /// What is added to the pointer's share of the way.
    offset: f64,
}

/// An axis: `x linear 40 640 -6 6` in `data-span`, its pixels made those of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span {
    upright: bool,
    from: f64,
    to: f64,
    scale: Scale,
}

impl Span {
    fn of(element: &Element) -> Option<Span> {
        let text = element.get_attribute("data-span")?;
        let words: Vec<&str> = text.split(' ').collect();
        let &[axis, scale, from, to, lo, hi] = &words[..] else { return None };
        let [from, to, lo, hi] = [from, to, lo, hi].map(|text| parse64(text).ok());
        let upright = axis == "y";
        let svg = element.closest(".layer > svg").ok().flatten()?;
        let place = svg.get_bounding_client_rect();
        let width = svg.get_attribute("width").and_then(|width| parse64(&width).ok()).unwrap_or(place.width());
        let scaled = if width > 0.0 { place.width() / width } else { 1.0 };
        let origin = if upright { place.top() } else { place.left() };
        let page = |pixel: f64| origin + pixel * scaled;
        let scale = Scale { log: scale == "log", lo: lo?, hi: hi? };
        Some(Span { upright, from: page(from?), to: page(to?), scale })
    }

    fn share_of_pointer(&self, event: &PointerEvent) -> f64 {
        let pixel = f64::from(if self.upright { event.client_y() } else { event.client_x() });
        (pixel - self.from) / (self.to - self.from)
    }
}

fn slide_of(event: &Event) -> Option<(Element, String)> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let element = element.closest("[data-slide]").ok()??;
    let name = element.get_attribute("data-slide")?;
    Some((element, name))
}

fn number(element: &Element, name: &str) -> Option<f64> {
    parse64(&element.get_attribute(name)?).ok()
}

/// A press on a number that is dragged.
pub fn on_pointerdown(frame: Frame, event: &PointerEvent) {
    if event.button() != 0 || !event.is_primary() {
        return;
    }
    let Some((element, name)) = slide_of(event) else { return };
    let (Some(at), Some(span)) = (frame.place_of(&name), Span::of(&element)) else { return };
    let jumps = element.get_attribute("data-jumps").as_deref() == Some("true");
    let held = number(&element, "aria-valuenow").map(|value| span.scale.share(value) - span.share_of_pointer(event));
    let drag = Drag { at, span, offset: if jumps { 0.0 } else { held.unwrap_or(0.0) } };
    if let Some(picture) = element.closest(".picture").ok().flatten() {
        drop(picture.set_pointer_capture(event.pointer_id()));
    }
    event.prevent_default();
    frame.playing.set(false);
    frame.drag.set(Some(drag));
    if jumps {
        follow(frame, drag, event);
    }
}

/// The pointer moves.
pub fn on_pointermove(frame: Frame, event: &PointerEvent) {
    if let Some(drag) = frame.drag.get_untracked() {
        follow(frame, drag, event);
    }
}

fn follow(frame: Frame, drag: Drag, event: &PointerEvent) {
    let value = drag.span.scale.at(drag.span.share_of_pointer(event) + drag.offset);
    if value.is_finite() {
        let (slot, index) = drag.at;
        let act = Act::Slide { slot, index, value, fine: event.shift_key() };
        frame.shell.outdate(&act);
        if frame.session.drag(act) {
            pause::moved(frame);
        }
    }
}

/// The drag is over. The arrows step again.
pub fn end(frame: Frame) {
    if frame.drag.get_untracked().is_some() {
        frame.drag.set(None);
        frame.act(Act::EndEdit);
        pause::over(frame);
        frame.focus_stage();
    }
}

/// Keys on a number that is dragged: arrows one notch, with Shift ten, Home and End to its ends.
pub fn on_keydown(frame: Frame, event: &KeyboardEvent) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
        return;
    }
    let Some((element, name)) = slide_of(event) else { return };
    let Some((slot, index)) = frame.place_of(&name) else { return };
    let end = |name: &str| number(&element, name).map(|value| Act::Slide { slot, index, value, fine: false });
    let act = match event.key().as_str() {
        "Home" => end("aria-valuemin"),
        "End" => end("aria-valuemax"),
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            frame.focus_stage();
            return;
        }
        key => notches(key, event.shift_key()).map(|by| Act::Nudge(slot, index, by)),
    };
    let Some(act) = act else { return };
    event.prevent_default();
    event.stop_propagation();
    frame.playing.set(false);
    frame.act(act);
    refocus(&format!("[data-slide=\"{name}\"]"));
}

/// How many notches a key moves.
fn notches(key: &str, ten: bool) -> Option<i64> {
    let by = if ten { 10 } else { 1 };
    match key {
        "ArrowRight" | "ArrowUp" => Some(by),
        "ArrowLeft" | "ArrowDown" => Some(-by),
        _ => None,
    }
}

/// A key that is let go ends what it repeated.
pub fn on_keyup(frame: Frame, event: &KeyboardEvent) {
    if slide_of(event).is_some() && (event.key().starts_with("Arrow") || matches!(event.key().as_str(), "Home" | "End"))
    {
        frame.act(Act::EndEdit);
    }
}

/// After a change the number may be another element.
fn refocus(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || crate::platform::focus(&selector));
}

/// The scalar of a slider's action `slider-temp-0`.
fn scalar_of(frame: Frame, action: &str) -> Option<Scalar> {
    let at = frame.place_of(action.strip_prefix("slider-")?)?;
    frame.board.with_untracked(|board| {
        let cards = board.cards.iter().flat_map(|card| &card.parts).filter_map(|part| match part {
            CardPart::Scalar(scalar) => Some(scalar),
            _ => None,
        });
        cards.chain(&board.scalars).find(|own| (own.slot, own.index) == at).cloned()
    })
}

/// A slider of a card while it is moved.
pub fn on_slider(frame: Frame, event: &Event, action: &str) {
    let Some(scalar) = scalar_of(frame, action) else { return };
    let Some(slider) = &scalar.slider else { return };
    if let Ok(place) = parse64(&event_target_value(event)) {
        let value = scale::value(slider, place / PLACES);
        frame.act(Act::Slide { slot: scalar.slot, index: scalar.index, value, fine: false });
    }
}

/// A number of a card was typed, or its slider let go; whether it was one.
pub fn on_typed(frame: Frame, action: &str, text: &str) -> bool {
    if let Some((slot, index)) = action.strip_prefix("scalar-").and_then(|name| frame.place_of(name)) {
        frame.act(Act::Edit(slot, index, text.to_owned()));
    } else if !action.starts_with("slider-") {
        return false;
    }
    frame.act(Act::EndEdit);
    true
}

/// Keys on a slider of a card. Its own would move it by a thousandth.
pub fn on_slider_key(frame: Frame, event: &KeyboardEvent) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let action = element.and_then(|element| element.get_attribute("data-action")).unwrap_or_default();
    if let Some((slot, index)) = action.strip_prefix("scalar-").and_then(|name| frame.place_of(name)) {
        // In the field of a number the other keys move in its text.
        if let (Some(by), "ArrowUp" | "ArrowDown") = (notches(&event.key(), event.shift_key()), event.key().as_str()) {
            event.prevent_default();
            frame.act(Act::Nudge(slot, index, by));
            frame.act(Act::EndEdit);
        }
        return;
    }
    let Some(scalar) = scalar_of(frame, &action) else { return };
    let Some(slider) = &scalar.slider else { return };
    let (slot, index) = (scalar.slot, scalar.index);
    let act = match event.key().as_str() {
        "Home" => Act::Slide { slot, index, value: slider.lo, fine: false },
        "End" => Act::Slide { slot, index, value: slider.hi, fine: false },
        key => match notches(key, event.shift_key()) {
            Some(by) => Act::Nudge(slot, index, by),
            None => return,
        },
    };
    event.prevent_default();
    event.stop_propagation();
    frame.act(act);
    frame.act(Act::EndEdit);
}
