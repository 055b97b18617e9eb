//! The stage: shape line, picture, why, bar. One card, so that nothing lies over anything.

use super::state::Frame;
use super::{bar, picture, problem, shape_line, why};
use crate::say;
use crate::screen::{Act, Node, ShapePart};
use crate::ui::patch::patch_children;
use crate::ui::{flag, text};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The stage.
pub fn stage(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    view! {
        <section
            class="card stage" tabindex="0" data-part="stage"
            aria-label=text(move || say!(shell.locale.get(), stage.label))
        >
            {shapes(frame)}
            {picture::picture(frame)}
            {problem::fixes(frame)}
            {why::why(frame)}
            {bar::bar(frame)}
        </section>
    }
}

fn shapes(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let line = NodeRef::<Div>::new();
    let nodes = Memo::new(move |_| frame.board.with(|board| shape_line::nodes(&board.shape)));
    Effect::new(move |shown: Option<Vec<Node>>| {
        let Some(line) = line.get() else { return Vec::new() };
        let nodes = nodes.get();
        patch_children(&line, &shown.unwrap_or_default(), &nodes);
        nodes
    });
    view! {
        <div
            class="shape-line" role="group" node_ref=line
            on:change=move |event| written(frame, &event)
            aria-label=text(move || say!(shell.locale.get(), shape.label))
            hidden=flag(move || !shell.shows("shape-line"))
        ></div>
    }
}

/// A shape was typed into its field: it is taken when the field is left, or by Enter.
fn written(frame: Frame, event: &web_sys::Event) {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some((field, name)) = field.and_then(|field| field.get_attribute("data-field").map(|name| (field, name))) else {
        return;
    };
    let slot = frame.board.with_untracked(|board| {
        board.shape.parts.iter().find_map(|part| match part {
            ShapePart::Field { slot, .. } if slot.0 == name => Some(*slot),
            _ => None,
        })
    });
    if let Some(slot) = slot {
        frame.act(Act::Write(slot, field.value()));
    }
}
