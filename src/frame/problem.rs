//! One-press fixes at the picture's lower edge, while the shapes don't go together.

use super::state::Frame;
use crate::say;
use crate::screen::Act;
use crate::shell::Notice;
use crate::ui::text;
use leptos::prelude::*;

/// The fixes; nothing while the shapes go together.
pub fn fixes(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let fixes = Memo::new(move |_| {
        frame.board.with(|board| board.problem.as_ref().map_or(&board.offers, |problem| &problem.fixes).clone())
    });
    let chip = move |(index, fix): (usize, crate::screen::board::Fix)| {
        view! {
            <button
                type="button" class="fix" data-action=format!("fix-{}", fix.key)
                aria-pressed=fix.chosen.then_some("true")
                on:click=move |_| {
                    if frame.board.with_untracked(|board| board.problem.is_some()) {
                        frame.act_and_tell(Act::Fix(index), Notice::Fixed);
                    } else {
                        frame.act(Act::Fix(index));
                    }
                    // This button is gone now; what it mended is on the stage.
                    frame.focus_stage();
                }
            >
                <span>{fix.label}</span>
                <small>{(!fix.code.is_empty()).then(|| view! { <code>{fix.code}</code>" " })}{fix.result}</small>
            </button>
        }
    };
    move || {
        let fixes = fixes.get();
        (!fixes.is_empty()).then(|| {
            view! {
                <div class="fixes" role="group" data-part="fixes" aria-label=text(move || say!(shell.locale.get(), error.fixes))>
                    {fixes.into_iter().enumerate().map(chip).collect_view()}
                </div>
            }
        })
    }
}
