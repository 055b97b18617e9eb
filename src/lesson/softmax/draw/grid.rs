//! A bracketed grid of the drawing.

use crate::plot::marks::{path, px, rect};
use crate::screen::Node;

/// A grid's place.
#[derive(Clone, Copy)]
pub struct Grid {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Width and height of a cell.
    pub cell: (f64, f64),
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub cols: usize,
}

impl Grid {
    /// Left, top, width and height of a cell.
    pub fn at(&self, row: usize, col: usize) -> (f64, f64, f64, f64) {
        let (width, height) = self.cell;
        let (x, y) = (self.left + col as f64 * (width + 4.0), self.top + row as f64 * (height + 4.0));
        (x, y, width, height)
    }

    /// Width and height of all of it.
    pub fn size(&self) -> (f64, f64) {
        let (width, height) = self.cell;
        (self.cols as f64 * (width + 4.0) - 4.0, self.rows as f64 * (height + 4.0) - 4.0)
    }

    /// Brackets around it.
    pub fn brackets(&self, class: &'static str) -> Node {
        let (width, height) = self.size();
        let (x, y, right, bottom) = (self.left - 9.0, self.top - 5.0, self.left + width + 9.0, self.top + height + 5.0);
        let [x, y, right, bottom] = [x, y, right, bottom].map(px);
        path(format!("M{x} {y}h7M{x} {y}V{bottom}h7M{right} {y}h-7M{right} {y}V{bottom}h-7"), class)
    }

    /// A frame around a row or column of it.
    pub fn frame(&self, along_rows: bool, index: usize, class: &'static str) -> Node {
        let (width, height) = self.size();
        let (x, y, own_width, own_height) = if along_rows { self.at(index, 0) } else { self.at(0, index) };
        let (width, height) = if along_rows { (width, own_height) } else { (own_width, height) };
        rect((x - 3.0, y - 3.0, width + 6.0, height + 6.0), 10.0, class)
    }
}
