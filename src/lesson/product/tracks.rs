//! Where the three panels stand: crossed or in line, as grids or as heat maps.

use super::model::{Layout, Product};
use crate::screen::{Cx, Scene, Track};

/// Pixels for a title above a panel, and between two panels.
const TITLE: u16 = 24;
const BETWEEN: u16 = 34;
/// Pixels for × or = between panels that stand in line.
const SIGN: u16 = 44;

/// Where the panels' first cells stand.
pub struct Places {
    /// The left operand.
    pub lhs: (usize, usize),
    /// The right operand.
    pub rhs: (usize, usize),
    /// The result.
    pub out: (usize, usize),
}

/// The tracks of the picture; in line where it is wanted, or where crossed cells would be too small.
pub fn tracks(
    product: &Product,
    cx: &Cx,
    (m, k): (usize, usize),
    (l, n): (usize, usize),
) -> (Vec<Track>, Vec<Track>, Places, bool) {
    let high = |tracks: &[Track]| {
        let (cells, gaps) = Scene::extent(tracks);
        (cx.room.height - gaps as f64 - 20.0) / cells.max(1) as f64 - 4.0
    };
    if product.is_large() {
        return heat_tracks(product.layout);
    }
    let crossed_rows = vec![Track::Gap(TITLE), Track::Cells(l.max(1)), Track::Gap(TITLE + 8), Track::Cells(m.max(1))];
    let inline_rows = vec![Track::Gap(TITLE), Track::Cells(m.max(l).max(1))];
    let (small, better) = (high(&crossed_rows) < cx.room.least_cell, high(&inline_rows) > high(&crossed_rows));
    let wide_enough = cx.room.width > 40.0 * (k + n + n) as f64;
    let inline = product.layout == Layout::Inline || small && better && wide_enough;
    if inline {
        let cols = vec![
            Track::Cells(k.max(1)),
            Track::Gap(SIGN),
            Track::Cells(n.max(1)),
            Track::Gap(SIGN),
            Track::Cells(n.max(1)),
        ];
        let rhs = k.max(1) + 1;
        let places = Places { lhs: (1, 0), rhs: (1, rhs), out: (1, rhs + n.max(1) + 1) };
        return (inline_rows, cols, places, false);
    }
    let cols = vec![Track::Cells(k.max(1)), Track::Gap(BETWEEN), Track::Cells(n.max(1))];
    let (down, right) = (1 + l.max(1) + 1, k.max(1) + 1);
    (crossed_rows, cols, Places { lhs: (down, 0), rhs: (1, right), out: (down, right) }, true)
}

/// The tracks of heat maps, each of which is as large as it needs to be.
fn heat_tracks(layout: Layout) -> (Vec<Track>, Vec<Track>, Places, bool) {
    if layout == Layout::Inline {
        let cols = vec![Track::Auto, Track::Gap(SIGN), Track::Auto, Track::Gap(SIGN), Track::Auto];
        return (vec![Track::Auto], cols, Places { lhs: (0, 0), rhs: (0, 2), out: (0, 4) }, false);
    }
    let cols = vec![Track::Auto, Track::Gap(BETWEEN), Track::Auto];
    let places = Places { lhs: (1, 0), rhs: (0, 2), out: (1, 2) };
    (vec![Track::Auto, Track::Auto], cols, places, true)
}
