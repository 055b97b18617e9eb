//! A dialog over the page.

use crate::platform;
use crate::say;
use crate::screen::icon::Icon;
use crate::shell::Shell;
use leptos::prelude::*;

/// A dialog over the page: Escape and a press beside it close it; the focus returns to where it was.
#[component]
pub fn Dialog(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// Closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let shell = expect_context::<Shell>();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let before = platform::FocusBefore::note();
    // When the dialog is out of the page, and whoever closed it has said where the focus belongs.
    on_cleanup(move || leptos::task::spawn_local(async move { before.give_back() }));
    dialog.on_load(|dialog| drop(dialog.show_modal()));
    view! {
        <dialog
            class="dialog" node_ref=dialog aria-label=title
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close.run(());
            }
            on:click=move |event| {
                // A press on the dialog element itself is one on the backdrop: the content fills the rest.
                let on_backdrop = event.target().zip(dialog.get().map(Into::<web_sys::EventTarget>::into));
                if on_backdrop.is_some_and(|(target, own)| target == own) {
                    on_close.run(());
                }
            }
        >
            <div class="dialog__body">
                <div class="dialog__head">
                    <h2>{title}</h2>
                    <button
                        type="button" class="icon-button" data-action="close"
                        aria-label=shell.word(|locale| say!(locale, app.close))
                        on:click=move |_| on_close.run(())
                    >
                        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d=Icon::Close.path()/></svg>
                    </button>
                </div>
                {children()}
            </div>
        </dialog>
    }
}
