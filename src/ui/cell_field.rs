//! The field in which a cell of a grid is edited: it lies over the cell, and moves on with Enter and Tab.

use crate::ui::matrix_grid::cell_at;
use crate::ui::text;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

/// How cells of a grid are edited.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The text a cell holds.
    pub text: Callback<usize, String>,
    /// Called with each change of the text.
    pub on_input: Callback<(usize, String)>,
    /// Called when the cell is left.
    pub on_end: Callback<()>,
    /// Called when the old text is wanted back.
    pub on_cancel: Callback<()>,
    /// Called with what was pasted into a cell; says whether it was a whole block, which then does not go into the cell.
    pub on_paste: Callback<String, bool>,
    /// The name of a cell's field.
    pub label: Callback<usize, String>,
}

/// A cell being typed into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// Which one, row-major.
    pub index: usize,
    /// The character that began it and replaces the text; `None` keeps the text, selected.
    pub typed: Option<char>,
}

/// The field over the cell being edited.
#[component]
pub fn CellField(
    /// The cell it lies over.
    now: Edit,
    /// The cell being edited, if any: the field ends the editing and moves it on.
    edit: RwSignal<Option<Edit>>,
    /// Where the text comes from and goes to.
    editor: Editor,
    /// Rows and columns of the grid, and the rank of its tensor.
    size: Signal<(usize, usize, usize)>,
    /// Gives the cell of that index the focus.
    move_to: Callback<usize>,
    /// The element that holds the cells.
    grid: NodeRef<Div>,
) -> impl IntoView {
    let index = now.index;
    let first = match now.typed {
        Some('\0') => String::new(),
        Some(typed) => typed.to_string(),
        None => editor.text.run(index),
    };
    if now.typed.is_some() {
        editor.on_input.run((index, first.clone()));
    }
    let draft = RwSignal::new(first);
    let field = NodeRef::<leptos::html::Input>::new();
    field.on_load(move |field| {
        if let Some(cell) = grid.get_untracked().and_then(|grid| cell_at(&grid, index)) {
            let place = |name: &str, pixels: i32| {
                drop(web_sys::HtmlElement::style(&field).set_property(name, &format!("{pixels}px")));
            };
            place("left", cell.offset_left());
            place("top", cell.offset_top());
            place("min-width", cell.offset_width());
            place("height", cell.offset_height());
        }
        // The text is not in the field yet, and what is not there can't be selected.
        field.set_value(&draft.get_untracked());
        drop(field.focus());
        if now.typed.is_none() {
            field.select();
        }
    });
    let close = move || {
        edit.set(None);
        editor.on_end.run(());
    };
    let on_keydown = move |event: KeyboardEvent| {
        event.stop_propagation();
        // Enter that ends a Korean syllable is not Enter.
        if event.is_composing() || event.key() == "Process" {
            return;
        }
        let (rows, cols, _) = size.get_untracked();
        let last = (rows * cols).saturating_sub(1);
        match (event.key().as_str(), event.shift_key()) {
            ("Escape", _) => {
                event.prevent_default();
                edit.set(None);
                editor.on_cancel.run(());
                move_to.run(index);
            }
            ("Enter" | "ArrowDown", false) => {
                event.prevent_default();
                close();
                move_to.run(if index + cols <= last { index + cols } else { index });
            }
            ("Enter" | "ArrowUp", _) => {
                event.prevent_default();
                close();
                move_to.run(index.checked_sub(cols).unwrap_or(index));
            }
            ("Tab", false) if index < last => {
                event.prevent_default();
                close();
                move_to.run(index + 1);
                edit.set(Some(Edit { index: index + 1, typed: None }));
            }
            ("Tab", true) if index > 0 => {
                event.prevent_default();
                close();
                move_to.run(index - 1);
                edit.set(Some(Edit { index: index - 1, typed: None }));
            }
            // From the first or last cell Tab leaves the grid, from the cell's own place in the page.
            ("Tab", _) => {
                close();
                move_to.run(index);
            }
            _ => {}
        }
    };
    view! {
        <input
            class="cell-field" type="text" inputmode="text" autocomplete="off" autocapitalize="off" spellcheck="false"
            enterkeyhint="next" node_ref=field
            data-edit=index.to_string()
            aria-label=editor.label.run(index)
            prop:value=text(move || draft.get())
            on:input=move |event| {
                let text = event_target_value(&event);
                draft.set(text.clone());
                editor.on_input.run((index, text));
            }
            on:keydown=on_keydown
            on:paste=move |event: web_sys::ClipboardEvent| {
                let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
                // The cell's own text comes back first: the block replaces the operand, not what was typed on the way.
                if editor.on_paste.run(text) {
                    event.prevent_default();
                    edit.set(None);
                }
            }
            on:click=|event| event.stop_propagation()
            on:blur=move |_| {
                if edit.get_untracked() == Some(now) {
                    close();
                }
            }
        />
    }
}
