//! Examples by name: six in sight, the others on demand.

use super::side::card;
use super::state::{Frame, by_pointer};
use crate::say;
use crate::screen::Example;
use crate::ui::{flag, text};
use leptos::prelude::*;

/// How many are in sight.
const FIRST: usize = 6;

/// The card of examples. Their names change with the language alone, so no edit builds them anew.
pub fn examples(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let all = RwSignal::new(false);
    let open = Memo::new(move |_| frame.board.with(|board| board.example));
    let names = Memo::new(move |_| {
        let locale = shell.locale.get();
        frame.session.with(|lesson| lesson.examples(locale))
    });
    let chip = move |(index, example): (usize, Example)| {
        let label = example.label.clone();
        let folded = move || index >= FIRST && !all.get() && open.get() != Some(index);
        view! {
            <button
                type="button" class="chip" data-action=format!("preset-{}", example.key)
                aria-pressed=text(move || (open.get() == Some(index)).to_string())
                hidden=folded
                on:click=move |event: web_sys::MouseEvent| {
                    frame.open_example(index, label.clone());
                    if by_pointer(&event) {
                        frame.focus_stage();
                    }
                }
            >
                {example.label}
            </button>
        }
    };
    let more = move || names.with(Vec::len).saturating_sub(FIRST);
    let inside = view! {
        <div class="chips">
            {move || names.get().into_iter().enumerate().map(chip).collect_view()}
            <button
                type="button" class="chip chip--more" data-action="more-examples" hidden=flag(move || more() == 0)
                aria-expanded=text(move || all.get().to_string())
                on:click=move |_| all.update(|all| *all = !*all)
            >
                {text(move || if all.get() {
                    say!(shell.locale.get(), card.fewer)
                } else {
                    say!(shell.locale.get(), card.more, n = more())
                })}
            </button>
        </div>
    };
    card(frame, "examples", shell.word(|locale| say!(locale, card.examples)), inside.into_any())
}
