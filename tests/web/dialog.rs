//! A dialog alone: where the focus goes when it opens and when it closes.

use leptos::prelude::*;
use matwalk::ui::dialog::Dialog;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::hand::{Stand, click, fire, focused, settle};

/// A button that opens a dialog with a field in it.
async fn stand() -> (Stand, RwSignal<bool>) {
    let mut stand = Stand::new();
    let open = RwSignal::new(false);
    stand
        .show(move || {
            view! {
                <button data-action="open" on:click=move |_| open.set(true)>"open"</button>
                <Show when=move || open.get()>
                    <Dialog title="Its name".to_owned() on_close=move |()| open.set(false)>
                        <input autofocus=true data-action="field"/>
                    </Dialog>
                </Show>
            }
        })
        .await;
    stand.action("open").focus().expect("the focus");
    click(&stand.action("open")).await;
    (stand, open)
}

#[wasm_bindgen_test]
async fn it_opens_over_the_page_with_its_field_in_use() {
    let (stand, _) = stand().await;
    let dialog = stand.one("dialog[open]");
    assert_eq!(dialog.get_attribute("aria-label").as_deref(), Some("Its name"));
    assert_eq!(stand.texts("h2"), ["Its name"]);
    assert_eq!(focused(), stand.action("field"));
}

#[wasm_bindgen_test]
async fn each_way_of_closing_gives_the_focus_back() {
    for way in ["button", "escape", "beside", "owner"] {
        let (stand, open) = stand().await;
        match way {
            "button" => click(&stand.action("close")).await,
            // What Escape does in a dialog.
            "escape" => fire(&stand.one("dialog"), "Event", "cancel", "{}").await,
            "beside" => click(&stand.one("dialog")).await,
            _ => open.set(false),
        }
        settle().await;
        assert!(stand.all("dialog").is_empty() && !open.get_untracked(), "{way}");
        assert_eq!(focused(), stand.action("open"), "{way}");
    }
}

#[wasm_bindgen_test]
async fn a_press_inside_closes_nothing() {
    let (stand, open) = stand().await;
    click(&stand.action("field")).await;
    click(&stand.one("h2")).await;
    assert!(open.get_untracked());
}
