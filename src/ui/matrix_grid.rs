//! A bracketed grid of numbers. Knows nothing of products: it is given faces and roles, and gives back what was typed.
//!
//! A step changes the roles of a few cells out of hundreds. Cells are therefore patched where they differ (one effect
//! for a grid) rather than subscribed one by one.

use super::Role;
use crate::ui::cell_field::{CellField, Edit, Editor};
use crate::ui::text;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement, KeyboardEvent};
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// What a cell shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// The text on the screen; empty while there is no value.
    pub text: String,
    /// The whole value as the shortest decimal; `None` while there is none.
    pub value: Option<String>,
    /// Whether the text can't be read.
    pub bad: bool,
}

/// The `data-cell` of the element at (row, col) of a tensor of that rank, shown on paper.
pub fn cell_id(key: &str, rank: usize, row: usize, col: usize) -> String {
    match rank {
        0 => key.to_owned(),
        // On paper a vector is one row or one column: one of the indices is 0.
        1 => format!("{key}-{}", row.max(col)),
        _ => format!("{key}-{row}-{col}"),
    }
}

/// What all cells show and do.
type Cells = (Arc<Vec<Face>>, Arc<Vec<Role>>);

/// A grid of numbers in brackets.
#[component]
pub fn MatrixGrid(
    /// The operand in `data-cell`: `a`, `b`, `out`; also its colour.
    key: &'static str,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// Short title above it, such as `A (2, 3)`.
    #[prop(into)]
    title: Signal<String>,
    /// Rows and columns on paper, and the rank of the tensor.
    #[prop(into)]
    size: Signal<(usize, usize, usize)>,
    /// What the cells show, row-major.
    #[prop(into)]
    faces: Signal<Arc<Vec<Face>>>,
    /// Characters that a column has room for: every column is as wide, so that a new number lays out its own cell alone.
    #[prop(into)]
    chars: Signal<usize>,
    /// What the cells are doing, row-major.
    #[prop(into)]
    roles: Signal<Arc<Vec<Role>>>,
    /// What stands there when there are no cells.
    #[prop(into)]
    empty: Signal<String>,
    /// How cells are edited; without it a cell can only be picked.
    #[prop(optional)]
    editor: Option<Editor>,
    /// Called with the index of a cell that was picked.
    #[prop(optional, into)]
    on_pick: Option<Callback<usize>>,
) -> impl IntoView {
    let grid = NodeRef::<Div>::new();
    let selected = RwSignal::new(0usize);
    let edit = RwSignal::new(None::<Edit>);

    Effect::new(move |shown: Option<Cells>| {
        let (faces, roles) = (faces.get(), roles.get());
        if let (Some(grid), Some((old_faces, old_roles))) = (grid.get_untracked(), shown) {
            patch(&grid, (&old_faces, &old_roles), (&faces, &roles));
        }
        (faces, roles)
    });

    let begin = move |index: usize, typed: Option<char>| {
        if editor.is_some() {
            edit.set(Some(Edit { index, typed }));
        } else if let Some(pick) = on_pick {
            pick.run(index);
        }
    };
    let move_to = move |index: usize| {
        if let Some(cell) = grid.get_untracked().and_then(|grid| cell_at(&grid, index)) {
            drop(cell.focus());
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        if event.is_composing()
            || edit.get_untracked().is_some()
            || event.ctrl_key()
            || event.meta_key()
            || event.alt_key()
        {
            return;
        }
        let Some(index) = index_of(&event) else { return };
        let (rows, cols, _) = size.get_untracked();
        let (row, col) = (index / cols.max(1), index % cols.max(1));
        let key = event.key();
        let target = match key.as_str() {
            "ArrowLeft" => col.checked_sub(1).map(|col| row * cols + col),
            "ArrowRight" => (col + 1 < cols).then_some(index + 1),
            "ArrowUp" => row.checked_sub(1).map(|row| row * cols + col),
            "ArrowDown" => (row + 1 < rows).then_some(index + cols),
            "Home" => Some(row * cols),
            "End" => Some(row * cols + cols.saturating_sub(1)),
            "Enter" | "F2" => {
                begin(index, None);
                None
            }
            "Delete" | "Backspace" if editor.is_some() => {
                begin(index, Some('\0'));
                None
            }
            _ => {
                let mut chars = key.chars();
                match (chars.next(), chars.next()) {
                    (Some(first), None) if editor.is_some() && (first.is_ascii_digit() || "+-.−∞".contains(first)) =>
                    {
                        begin(index, Some(first));
                        None
                    }
                    _ => return,
                }
            }
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(target) = target {
            move_to(target);
        }
    };

    // Built anew for every size: patching changes cells behind the framework's back, so that it must never compare them
    // with what it once built.
    let cells = move |(rows, cols, rank): (usize, usize, usize)| {
        edit.set(None);
        if selected.get_untracked() >= rows * cols {
            selected.set(0);
        }
        if rows * cols == 0 {
            return view! { <div class="matrix__empty">{empty}</div> }.into_any();
        }
        let (faces, roles) = (faces.get_untracked(), roles.get_untracked());
        (0..rows)
            .map(|row| {
                let cells = (0..cols)
                    .map(|col| {
                        let index = row * cols + col;
                        let face = faces.get(index).cloned().unwrap_or_default();
                        let role = roles.get(index).copied().unwrap_or_default();
                        view! {
                            <div
                                class="cell" role="gridcell"
                                data-cell=cell_id(key, rank, row, col)
                                data-index=index.to_string()
                                data-role=role.key()
                                data-value=face.value.clone()
                                title=face.value
                                aria-invalid=face.bad.then_some("true")
                                tabindex=move || if selected.get() == index { "0" } else { "-1" }
                            >
                                {face.text}
                            </div>
                        }
                    })
                    .collect_view();
                view! { <div role="row" class="matrix__row">{cells}</div> }
            })
            .collect_view()
            .into_any()
    };

    view! {
        <div class=format!("matrix matrix--{key}") data-operand=key>
            <div class="matrix__title">{title}</div>
            <div
                class="matrix__grid" role="grid" node_ref=grid
                aria-label=label
                aria-readonly=editor.is_none().then_some("true")
                style:--rows=text(move || size.get().0.to_string())
                style:--cols=text(move || size.get().1.max(1).to_string())
                style:--chars=text(move || chars.get().to_string())
                on:keydown=on_keydown
                on:focusin=move |event| {
                    if let Some(index) = index_of(&event) {
                        selected.set(index);
                    }
                }
                on:click=move |event| {
                    if let Some(index) = index_of(&event) {
                        begin(index, None);
                    }
                }
            >
                <For each=move || [size.get()] key=|size| *size children=cells/>
                {move || edit.get().zip(editor).map(|(now, editor)| view! {
                    <CellField now edit editor size move_to=Callback::new(move_to) grid/>
                })}
            </div>
        </div>
    }
}

/// Changes the cells whose face or role differs from what is shown.
fn patch(grid: &Element, old: (&[Face], &[Role]), new: (&[Face], &[Role])) {
    let Ok(cells) = grid.query_selector_all(".cell") else { return };
    // Another number of cells: the grid is being built anew from the same faces.
    if cells.length() as usize != new.0.len() {
        return;
    }
    for (index, (face, role)) in new.0.iter().zip(new.1).enumerate() {
        let face_differs = old.0.get(index) != Some(face);
        if !face_differs && old.1.get(index) == Some(role) {
            continue;
        }
        let Some(cell) = cells.item(index as u32).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        drop(cell.set_attribute("data-role", role.key()));
        if face_differs {
            cell.set_text_content(Some(&face.text));
            for name in ["data-value", "title"] {
                drop(match &face.value {
                    Some(value) => cell.set_attribute(name, value),
                    None => cell.remove_attribute(name),
                });
            }
            drop(if face.bad {
                cell.set_attribute("aria-invalid", "true")
            } else {
                cell.remove_attribute("aria-invalid")
            });
        }
    }
}

pub(super) fn cell_at(grid: &Element, index: usize) -> Option<HtmlElement> {
    grid.query_selector(&format!("[data-index=\"{index}\"]")).ok()??.dyn_into().ok()
}

/// The index of the cell an event happened in.
fn index_of(event: &web_sys::Event) -> Option<usize> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(".cell").ok()??.get_attribute("data-index")?.parse().ok()
}
