//! What lies over the cells and between the panels: frames, chips, dotted lines.

use crate::screen::scene::{Cells, area};
use crate::screen::{Chip, ChipState, Hue, Link, Node, Scene, Word};

/// All of it as markup on the picture's tracks. What is there at every step comes first: what comes and goes behind it
/// shifts nothing.
pub fn nodes(scene: &Scene) -> Vec<Node> {
    let mut nodes: Vec<Node> = scene.chips.iter().enumerate().map(|(p, chip)| chip_node(p, chip)).collect();
    // A heat map has frames of its own, on its pixels.
    let grids = || scene.panels.iter().filter(|panel| matches!(panel.cells, Cells::Grid(_)));
    for panel in grids() {
        for (rows, cols) in panel.frames() {
            let at = area(panel.at.0 + rows.start, panel.at.1 + cols.start, rows.len(), cols.len());
            nodes.push(Node::leaf("div", format!("band {}", panel.hue.class()), "").style("grid-area", at));
        }
    }
    for panel in grids() {
        let cols = panel.size.1.max(1);
        let place = |index: usize| area(panel.at.0 + index / cols, panel.at.1 + index % cols, 1, 1);
        let note =
            |(index, text): &(usize, String)| Node::leaf("div", "note", text.clone()).style("grid-area", place(*index));
        nodes.extend(panel.notes.iter().map(note));
    }
    match &scene.links[..] {
        [down, across] if down.upright && !across.upright => nodes.push(corner(down, across)),
        links => nodes.extend(links.iter().map(link_node)),
    }
    nodes
}

fn chip_node(p: usize, chip: &Chip) -> Node {
    let state = match chip.state {
        ChipState::Done => "done",
        ChipState::Now => "now",
        ChipState::Todo => "todo",
    };
    let line = |class: &'static str, words: &[Word]| {
        Node::holding(
            "span",
            class,
            words.iter().map(|word| Node::leaf("span", word.hue.class(), word.text.clone())).collect(),
        )
    };
    let mut lines = vec![line("chip__large", &chip.large)];
    if !chip.small.is_empty() {
        lines.insert(0, line("chip__small", &chip.small));
    }
    Node::holding("div", format!("chip-box chip-box--{state}"), lines)
        .attr("data-chip", format!("chip-{p}"))
        .style("grid-area", area(chip.at.0, chip.at.1, 1, 1))
}

/// Two lines from one chip, down and across: one element, because it moves in every step.
fn corner(down: &Link, across: &Link) -> Node {
    let (top, left) = (across.rows.start, down.cols.start);
    let at = area(top, left, down.rows.end - top, across.cols.end - left);
    let class = format!("link link--corner {} link--{}", down.hue.class(), across.hue.class());
    Node::leaf("div", class, "").style("grid-area", at)
}

fn link_node(link: &Link) -> Node {
    let direction = if link.upright { "link--down" } else { "link--across" };
    let hue = if link.hue == Hue::Ink { "" } else { link.hue.class() };
    let at = area(link.rows.start, link.cols.start, link.rows.len(), link.cols.len());
    Node::leaf("div", format!("link {direction} {hue}"), "").style("grid-area", at)
}

#[cfg(test)]
mod tests {
    use super::nodes;
    use crate::screen::panel::{Heat, Mark};
    use crate::screen::scene::Cells;
    use crate::screen::{Hue, Ids, Panel, Scene, Slot};
    use std::sync::Arc;

    #[test]
    fn only_cells_that_can_be_read_are_framed() {
        let panel = |cells: Cells| Panel {
            slot: Slot("a"),
            hue: Hue::A,
            title: String::new(),
            label: String::new(),
            at: (1, 0),
            size: (1, 2),
            ids: Ids::Vector,
            cells,
            marks: vec![Mark::Frame(0..1, 0..2)],
            notes: Vec::new(),
            editable: true,
            chars: 1,
        };
        let heat = Heat { values: Arc::new(vec![Some(1.0); 2]), scale: 1.0 };
        let bands = |cells: Cells| nodes(&Scene { panels: vec![panel(cells)], ..Scene::default() }).len();
        assert_eq!((bands(Cells::Grid(Arc::default())), bands(Cells::Heat(heat))), (1, 0));
    }
}
