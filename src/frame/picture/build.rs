//! The still parts of the picture: titles, brackets, and an element for every cell on the shared tracks.

use crate::screen::scene::{Cells, area};
use crate::screen::{Ids, Node, Panel, Role, Room, Scene, Shown, Slot, Track};
use crate::ui::patch::append;
use crate::ui::touch::set_style;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDivElement};

/// The picture as it was built, with the cells' elements at hand.
pub struct Still {
    rows: Vec<Track>,
    cols: Vec<Track>,
    shapes: Vec<PanelShape>,
    nothing: Option<(usize, usize, String)>,
    joined: Vec<Slot>,
    /// The panels that are grids.
    pub panels: Vec<Drawn>,
}

/// What makes it necessary to build a panel anew.
#[derive(PartialEq)]
struct PanelShape {
    slot: Slot,
    at: (usize, usize),
    size: (usize, usize),
    heat: bool,
    editable: bool,
}

/// A panel in the page.
pub struct Drawn {
    /// Its tensor.
    pub slot: Slot,
    /// Its cells, row-major.
    pub cells: Vec<Element>,
    /// How `data-cell` counts them.
    pub ids: Ids,
    /// What they show.
    pub shown: Arc<[Shown]>,
    /// What they are doing.
    pub roles: Vec<Role>,
    /// The names in their corners.
    pub corners: Vec<String>,
    /// Its title and the title's element.
    pub title: (String, Element),
    /// Its name and the element that has it.
    pub label: (String, Element),
    /// Characters of its widest number.
    pub chars: usize,
}

impl Still {
    /// Whether the scene can be shown by patching cells.
    pub fn fits(&self, scene: &Scene) -> bool {
        self.rows == scene.rows
            && self.cols == scene.cols
            && self.nothing == scene.nothing
            && self.joined == scene.joined
            && self.shapes.iter().eq(scene.panels.iter().map(shape_of).collect::<Vec<_>>().iter())
    }

    /// The first active cell of the result, which is the last panel.
    pub fn active(&self) -> Option<Element> {
        let panel = self.panels.last()?;
        let index = panel.roles.iter().position(|role| *role == Role::Active)?;
        panel.cells.get(index).cloned()
    }
}

fn shape_of(panel: &Panel) -> PanelShape {
    PanelShape {
        slot: panel.slot,
        at: panel.at,
        size: panel.size,
        heat: matches!(panel.cells, Cells::Heat(_)),
        editable: panel.editable,
    }
}

/// Whether the picture has heat maps.
pub fn is_heat(scene: &Scene) -> bool {
    scene.panels.iter().any(|panel| matches!(panel.cells, Cells::Heat(_)))
}

/// Whether cells are too small for a second text in them.
pub fn is_tight(scene: &Scene, room: &Room) -> bool {
    let room = scene.split.panels(room);
    let cell = |tracks: &[Track], size: f64| {
        let (cells, gaps) = Scene::extent(tracks);
        (size - gaps as f64 - 24.0) / cells.max(1) as f64 - 5.0
    };
    cell(&scene.rows, room.height).min(cell(&scene.cols, room.width) * 0.86) < 46.0
}

/// Builds all of it into `layer`, in place of what was there.
pub fn build(layer: &HtmlDivElement, scene: &Scene) -> Option<Still> {
    layer.set_text_content(None);
    let pic = layer.parent_element()?;
    lay_tracks(&pic, scene);
    let mut panels = Vec::new();
    for (index, panel) in scene.panels.iter().enumerate() {
        if let Cells::Grid(_) = panel.cells {
            let named = scene.corners.iter().any(|(slot, _)| *slot == panel.slot);
            panels.push(build_panel(layer, panel, bracket_of(scene, index), named)?);
        }
    }
    for &(row, col, sign) in &scene.signs {
        let (rows, _) = scene.panels.first().map_or((1, 1), |panel| panel.size);
        append(
            layer,
            &Node::leaf("span", "sign", sign).attr("aria-hidden", "true").style("grid-area", area(row, col, rows, 1)),
        );
    }
    if let Some((row, col, text)) = &scene.nothing {
        let (rows, cols) = (last(&scene.rows), last(&scene.cols));
        let at = area(*row, *col, rows - *row, cols - *col);
        append(layer, &Node::leaf("div", "nothing", text.clone()).style("grid-area", at));
    }
    Some(Still {
        rows: scene.rows.clone(),
        cols: scene.cols.clone(),
        shapes: scene.panels.iter().map(shape_of).collect(),
        nothing: scene.nothing.clone(),
        joined: scene.joined.clone(),
        panels,
    })
}

fn last(tracks: &[Track]) -> usize {
    tracks.iter().map(|track| track.len()).sum()
}

/// The tracks as style properties; the cells' size follows in the style sheet from these and the box.
fn lay_tracks(pic: &Element, scene: &Scene) {
    let template = |tracks: &[Track], size: &str| {
        let each = |track: &Track| match track {
            Track::Cells(count) => format!("repeat({count}, var({size}))"),
            Track::Gap(pixels) => format!("{pixels}px"),
            Track::Auto => "auto".to_owned(),
        };
        tracks.iter().map(each).collect::<Vec<_>>().join(" ")
    };
    let ((rows, high), (cols, wide)) = (Scene::extent(&scene.rows), Scene::extent(&scene.cols));
    for (name, value) in [
        ("--rows", rows.max(1).to_string()),
        ("--cols", cols.max(1).to_string()),
        ("--gaps-y", format!("{high}px")),
        ("--gaps-x", format!("{wide}px")),
        ("grid-template-rows", template(&scene.rows, "--cell")),
        ("grid-template-columns", template(&scene.cols, "--cw")),
    ] {
        set_style(pic, name, &value);
    }
}

/// Rows and columns that a panel's bracket spans: its own and those of panels joined to it; `None` for one of those.
fn bracket_of(scene: &Scene, index: usize) -> Option<(usize, usize)> {
    let panel = &scene.panels[index];
    if scene.joined.contains(&panel.slot) {
        return None;
    }
    let end = |panel: &Panel| (panel.at.0 + panel.size.0, panel.at.1 + panel.size.1);
    let joined = scene.panels[index + 1..].iter().take_while(|other| scene.joined.contains(&other.slot)).map(end);
    let (bottom, right) = joined.fold(end(panel), |a, b| (a.0.max(b.0), a.1.max(b.1)));
    Some((bottom - panel.at.0, right - panel.at.1))
}

fn build_panel(layer: &HtmlDivElement, panel: &Panel, bracket: Option<(usize, usize)>, named: bool) -> Option<Drawn> {
    let (rows, cols) = panel.size;
    let (top, left) = panel.at;
    let hue = panel.hue.class();
    let (high, wide) = (rows.max(1), cols.max(1));
    let frame = Node::holding("div", format!("panel {hue}"), Vec::new()).attr("data-operand", panel.slot.0);
    let frame = append(layer, &frame)?;
    let title = Node::leaf("div", "panel__title", panel.title.clone());
    let title = append(&frame, &title.style("grid-area", area(top - 1, left, 1, wide)))?;
    if let Some((high, wide)) = bracket {
        append(&frame, &Node::leaf("div", "bracket", "").style("grid-area", area(top, left, high, wide)));
    }
    if rows * cols == 0 {
        append(&frame, &Node::leaf("div", "panel__empty", "∅").style("grid-area", area(top, left, high, wide)));
    }
    let grid = Node::leaf("div", "panel__grid", "").attr("role", "grid").attr("aria-label", panel.label.clone());
    let grid = if panel.editable { grid } else { grid.attr("aria-readonly", "true") };
    let grid = append(&frame, &grid)?;
    let mut cells = Vec::with_capacity(rows * cols);
    let said = Node::leaf("span", "cell__said", "");
    for row in 0..rows {
        let line = append(&grid, &Node::leaf("div", "panel__row", "").attr("role", "row"))?;
        for col in 0..cols {
            let index = row * cols + col;
            let cell = Node::leaf("div", "cell", "")
                .attr("role", "gridcell")
                .attr("data-cell", panel.ids.name(panel.slot, row, col))
                .attr("data-index", index.to_string())
                .attr("data-role", Role::Idle.key())
                .attr("tabindex", if index == 0 { "0" } else { "-1" })
                .style("grid-area", area(top + row, left + col, 1, 1));
            // What a step writes is laid out in a box of its own; a name that hung on the cell would be styled anew with it.
            let cell =
                if panel.editable && !named { cell } else { Node { children: vec![said.clone()].into(), ..cell } };
            cells.push(append(&line, &cell)?);
        }
    }
    let blank: Arc<[Shown]> = vec![Shown::Pending; rows * cols].into();
    Some(Drawn {
        slot: panel.slot,
        cells,
        ids: panel.ids.clone(),
        shown: blank,
        roles: vec![Role::Idle; rows * cols],
        corners: Vec::new(),
        title: (panel.title.clone(), title),
        label: (panel.label.clone(), grid.unchecked_into()),
        chars: 0,
    })
}
