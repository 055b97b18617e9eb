//! Places for names of lines: beside their line, where all other lines are far.

use super::axis::Area;
use super::curve::Point;

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Its middle, in pixels.
    pub x: f64,
    /// Its middle, in pixels.
    pub y: f64,
}

/// Room between a name and its line.
const GAP: f64 = 3.0;

/// A place for a name of that width and height beside line `own` of `lines` (pieces, in pixels): above or below it, inside
/// `area`, where the nearest other line or name in `taken` is farthest. `None` where there is no room for it.
pub fn beside(lines: &[Vec<Vec<Point>>], own: usize, size: (f64, f64), area: Area, taken: &[Area]) -> Option<Label> {
    let pieces = lines.get(own)?;
    let mut best: Option<(f64, Label)> = None;
    let mut left = area.x + size.0 / 2.0 + GAP;
    while left <= area.right() - size.0 / 2.0 - GAP {
        for side in [-1.0, 1.0] {
            let Some((top, bottom)) = span(pieces, left, size.0) else { continue };
            let reach = size.1 / 2.0 + GAP;
            let y = if side < 0.0 { top - reach } else { bottom + reach };
            let room = Area { x: left - size.0 / 2.0, y: y - size.1 / 2.0, width: size.0, height: size.1 };
            if room.y < area.y || room.bottom() > area.bottom() || taken.iter().any(|other| overlap(&room, other)) {
                continue;
            }
            let others = lines.iter().enumerate().filter(|(index, _)| *index != own);
            let near = others
                .filter_map(|(_, pieces)| span(pieces, left, size.0))
                .map(|(top, bottom)| (room.y - bottom).max(top - room.bottom()))
                .fold(f64::INFINITY, f64::min);
            // A steep line needs a name far from its middle: of places equally free the one closest to its line counts.
            let score = near.min(area.height / 2.0) - (bottom - top).min(200.0) / 8.0;
            if near >= 0.0 && best.is_none_or(|(least, _)| score > least) {
                best = Some((score, Label { x: left, y }));
            }
        }
        left += 6.0;
    }
    best.map(|(_, label)| label)
}

/// Highest and lowest pixel of a line over a width around x; `None` where it is not.
fn span(pieces: &[Vec<Point>], x: f64, width: f64) -> Option<(f64, f64)> {
    let (from, to) = (x - width / 2.0, x + width / 2.0);
    let mut found: Option<(f64, f64)> = None;
    let mut take = |y: f64| {
        found = Some(found.map_or((y, y), |(top, bottom)| (top.min(y), bottom.max(y))));
    };
    for ends in pieces.iter().flat_map(|piece| piece.windows(2)) {
        let (a, b) = (ends[0], ends[1]);
        if b.0 < from || a.0 > to {
            continue;
        }
        let at = |x: f64| if b.0 > a.0 { a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0) } else { b.1 };
        take(at(a.0.max(from)));
        take(at(b.0.min(to)));
    }
    found
}

fn overlap(a: &Area, b: &Area) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}
