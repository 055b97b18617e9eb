//! Hatched zones: where a function is flat, where a type ends.

use super::axis::Area;
use std::fmt::Write as _;

/// Lines at 45°, `apart` pixels from one another, that fill an area, as path data. As lines and not as a pattern they look
/// the same on the page, in print and in an exported picture.
pub fn hatch(area: Area, apart: f64) -> String {
    let mut data = String::new();
    if !(area.width > 0.5 && area.height > 0.5 && apart >= 1.0) || area.width + area.height > 1e5 {
        return data;
    }
    // Lines x + y = c, from the lower left to the upper right; the same lines wherever the area begins.
    let first = ((area.x + area.y) / apart).floor() + 1.0;
    let last = ((area.right() + area.bottom()) / apart).ceil() - 1.0;
    let mut line = first;
    while line <= last {
        let c = line * apart;
        let left = area.x.max(c - area.bottom());
        let right = area.right().min(c - area.y);
        // Writing to a String can't fail.
        let _ = write!(data, "M{} {}L{} {}", tenth(left), tenth(c - left), tenth(right), tenth(c - right));
        line += 1.0;
    }
    data
}

/// A number of pixels with one decimal.
fn tenth(pixels: f64) -> String {
    let tenths = (pixels * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}
