//! The side in the page: cards and the row of words, patched where what they show differs.

use super::controls::{Facts, save, side};
use super::press;
use super::state::Frame;
use crate::say;
use crate::screen::Node;
use crate::ui::flag;
use crate::ui::follow::follow;
use leptos::html::Div;
use leptos::prelude::*;

/// Makes markup from what the controls show.
pub fn with_facts(frame: Frame, make: fn(&Facts) -> Vec<Node>) -> Vec<Node> {
    let locale = frame.shell.locale.get();
    let mut unfolded = frame.unfolded.get();
    unfolded.hidden = frame.shell.hidden.get();
    let examples = frame.session.with(|lesson| lesson.examples(locale));
    frame.board.with(|board| {
        let shown = (unfolded.code || unfolded.sheet.is_some()) && board.code.0 <= save::MAX_SHOWN;
        let code = shown.then(|| frame.session.with(|lesson| lesson.code(unfolded.language)));
        make(&Facts { locale, board, examples: &examples, code, unfolded: &unfolded })
    })
}

/// An element whose children follow what `make` gives.
pub fn drawn(frame: Frame, class: &'static str, make: fn(Frame) -> Vec<Node>) -> impl IntoView + use<> {
    let place = NodeRef::<Div>::new();
    follow(place, Box::new(move || make(frame)));
    view! {
        <div
            class=class node_ref=place
            on:click=move |event| press::on_click(frame, &event)
            on:change=move |event| press::on_change(frame, &event)
            on:input=move |event| press::on_input(frame, &event)
            on:keydown=move |event| press::on_keydown(frame, &event)
        ></div>
    }
}

/// Cards, and the row of words.
pub fn side(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let sheet = move || frame.unfolded.with(|unfolded| unfolded.sheet);
    view! {
        <aside
            class="side" data-part="side" data-sheet=sheet
            aria-label=shell.word(|locale| say!(locale, card.sheets))
            hidden=flag(move || !shell.shows("side"))
            // `toggle` does not bubble: it is heard on its way down.
            on:toggle:capture=move |event| unfold(frame, &event)
        >
            {drawn(frame, "side__cards", |frame| with_facts(frame, side::side))}
        </aside>
        <div class="sheets" role="group" aria-label=shell.word(|locale| say!(locale, card.sheets))>
            {drawn(frame, "sheets__words", |frame| with_facts(frame, side::sheets))}
        </div>
    }
}

/// The code is made only while it can be seen.
fn unfold(frame: Frame, event: &web_sys::Event) {
    use wasm_bindgen::JsCast;
    let fold = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(fold) = fold.filter(|fold| fold.get_attribute("data-fold").as_deref() == Some("code")) {
        let open = fold.has_attribute("open");
        frame.unfolded.update(|unfolded| unfolded.code = open);
    }
}
