//! The picture: left the table of dimensions, one comparison a column; right the same shapes as boxes.

use super::model::Shapes;
use super::names::Names;
use super::{boxes, grid, state, table};
use crate::say;
use crate::screen::{Cx, Figure, Node};

/// A part of the picture's room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// The picture at the step that finished last.
pub fn draw(shapes: &Shapes, names: &Names, cx: &Cx) -> Figure {
    let (width, height) = (cx.room.width.max(240.0), cx.room.height.max(120.0));
    let columns = state::columns(shapes);
    let (left, right) = areas(width, height, columns.len(), shapes);
    let mut inside = table::draw(shapes, names, &columns, left);
    inside.push(boxes::draw(shapes, names, &columns, right));
    let svg = Node::holding("svg", "shapes", inside)
        .attr("viewBox", format!("0 0 {} {}", width.round(), height.round()))
        .attr("width", width.round().to_string())
        .attr("height", height.round().to_string())
        .attr("role", "group")
        .attr("aria-label", say!(cx.locale, shapes.picture));
    Figure::Own([svg].into())
}

/// Side by side, or below one another where it is taller than wide.
fn areas(width: f64, height: f64, columns: usize, shapes: &Shapes) -> (Area, Area) {
    if width / height < 1.1 {
        let rows = grid::units(shapes);
        let table = (height * 0.56).min(rows * 62.0 + 32.0);
        let top = Area { x: 6.0, y: 2.0, width: width - 12.0, height: table };
        return (top, Area { x: 6.0, y: table + 2.0, width: width - 12.0, height: height - table - 4.0 });
    }
    // Many columns need more of the room.
    let share = if columns > 5 { 0.6 } else { 0.54 };
    let table = (width - 24.0) * share;
    let left = Area { x: 10.0, y: 2.0, width: table, height: height - 4.0 };
    (left, Area { x: 18.0 + table, y: 4.0, width: width - table - 26.0, height: height - 8.0 })
}
