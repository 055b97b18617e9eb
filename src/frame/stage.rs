//! The stage: shape line, picture, why, bar. One card, so that nothing lies over anything.

use super::state::Frame;
use super::{bar, picture, problem, shape_line, why};
use crate::say;
use crate::screen::Node;
use crate::ui::patch::patch_children;
use crate::ui::{flag, text};
use leptos::html::Div;
use leptos::prelude::*;

/// The stage.
pub fn stage(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    view! {
        <section
            class="card stage" tabindex="0" data-part="stage"
            aria-label=shell.word(|locale| say!(locale, stage.label))
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
            aria-label=shell.word(|locale| say!(locale, shape.label))
            hidden=flag(move || !shell.shows("shape-line"))
        ></div>
    }
}
