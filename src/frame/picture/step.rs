//! What a step changes in the cells: only those that differ are touched.

use super::build::{Drawn, Still};
use crate::figure;
use crate::screen::scene::Cells;
use crate::screen::{Node, Panel, Scene, Shown};
use crate::ui::patch::append;
use crate::ui::touch::{set_named, set_style, set_text};
use matwalk_core::number;
use std::sync::Arc;
use web_sys::Element;

/// Makes the cells show the scene.
pub fn patch(still: &mut Still, scene: &Scene) {
    let widest = scene.panels.iter().map(|panel| panel.chars).max().unwrap_or(1);
    for drawn in &mut still.panels {
        let Some(panel) = scene.panel(drawn.slot) else { continue };
        let Cells::Grid(shown) = &panel.cells else { continue };
        if shown.len() == drawn.cells.len() {
            patch_panel(drawn, panel, shown, widest);
            let corners = scene.corners.iter().find(|(slot, _)| *slot == panel.slot);
            patch_corners(drawn, corners.map_or(&[][..], |(_, names)| names));
        }
    }
}

fn patch_panel(drawn: &mut Drawn, panel: &Panel, shown: &Arc<[Shown]>, widest: usize) {
    if drawn.ids != panel.ids {
        // The same cells of another pair of a batch.
        drawn.ids.clone_from(&panel.ids);
        let cols = panel.size.1.max(1);
        for (index, cell) in drawn.cells.iter().enumerate() {
            set_named(cell, "data-cell", &panel.ids.name(panel.slot, index / cols, index % cols).into());
        }
    }
    if drawn.title.0 != panel.title {
        drawn.title.0.clone_from(&panel.title);
        drawn.title.1.set_text_content(Some(&panel.title));
    }
    if drawn.label.0 != panel.label {
        drawn.label.0.clone_from(&panel.label);
        drawn.label.1.set_attribute("aria-label", &panel.label).ok();
    }
    let chars = panel.chars.max(1);
    if drawn.chars != chars
        && let Some(frame) = drawn.label.1.parent_element()
    {
        drawn.chars = chars;
        set_style(&frame, "--chars", &chars.to_string());
        // Columns are shared, so all are as wide as the widest number of any panel needs.
        if let Some(pic) = frame.parent_element().and_then(|layer| layer.parent_element()) {
            set_style(&pic, "--widest", &widest.max(1).to_string());
        }
    }
    if !Arc::ptr_eq(&drawn.shown, shown) {
        for (index, (old, new)) in drawn.shown.iter().zip(shown.iter()).enumerate() {
            if old != new {
                show(&drawn.cells[index], old, new);
            }
        }
        drawn.shown = shown.clone();
    }
    let roles = panel.roles();
    for (index, (old, new)) in drawn.roles.iter().zip(&roles).enumerate() {
        if old != new {
            set_named(&drawn.cells[index], "data-role", &new.key().into());
        }
    }
    drawn.roles = roles;
}

/// The box that holds the text of a cell: of one that steps write into, or that has a name, a box of its own.
fn inside(cell: &Element) -> Element {
    cell.first_element_child().unwrap_or_else(|| cell.clone())
}

fn whole(shown: &Shown) -> Option<String> {
    let whole = number::shortest(shown.value()?);
    (figure::shown(shown).replace('−', "-") != whole).then_some(whole)
}

fn show(cell: &Element, old: &Shown, shown: &Shown) {
    set_text(&inside(cell), &figure::shown(shown));
    match shown.value() {
        Some(value) => set_named(cell, "data-value", &number::shortest(value).into()),
        None if old.value().is_some() => drop(cell.remove_attribute("data-value")),
        None => {}
    }
    // The whole value, where that is not what the cell shows.
    match (whole(old), whole(shown)) {
        (_, Some(title)) => set_named(cell, "title", &title.into()),
        (Some(_), None) => drop(cell.remove_attribute("title")),
        _ => {}
    }
    let is_wrong = |shown: &Shown| matches!(shown, Shown::Unreadable(_) | Shown::Blocked);
    match (is_wrong(old), is_wrong(shown)) {
        (false, true) => set_named(cell, "aria-invalid", &"true".into()),
        (true, false) => drop(cell.remove_attribute("aria-invalid")),
        _ => {}
    }
}

/// Names in corners are elements beside the box of the text: as a second text that the style sheet draws they would be
/// styled anew with every change of the cell, which costs more than the cell itself. A panel has names for all its cells
/// or for none.
fn patch_corners(drawn: &mut Drawn, names: &[String]) {
    if drawn.corners == names {
        return;
    }
    for (cell, name) in drawn.cells.iter().zip(names) {
        match inside(cell).next_element_sibling() {
            Some(corner) => set_text(&corner, name),
            None => drop(append(cell, &Node::leaf("span", "cell__corner", name.clone()))),
        }
    }
    drawn.corners = names.to_vec();
}
