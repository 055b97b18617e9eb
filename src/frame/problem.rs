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
        frame.board.with(|board| board.problem.as_ref().map(|problem| problem.fixes.clone()).unwrap_or_default())
    });
    let chip = move |(index, fix): (usize, crate::screen::board::Fix)| {
        view! {
            <button
                type="button" class="fix" data-action=format!("fix-{}", fix.key)
                on:click=move |_| {
                    frame.act_and_tell(Act::Fix(index), Notice::Fixed);
                    // This button is gone now; what it mended is on the stage.
                    frame.focus_stage();
                }
            >
                <span>{fix.label}</span>
                <small>{fix.result}</small>
            </button>
        }
    };
    move || {
        let fixes = fixes.get();
        (!fixes.is_empty()).then(|| {
            view! {
                <div class="fixes" role="group" data-part="fixes" aria-label=shell.word(|locale| say!(locale, error.fixes))>
                    {fixes.into_iter().enumerate().map(chip).collect_view()}
                </div>
            }
        })
    }
}
