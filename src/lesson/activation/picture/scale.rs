//! Where f and f' stand: one x axis, and the same units per pixel in both, so that a rise above is as tall as a bar below.

use crate::lesson::activation::draw::Area;
use crate::lesson::activation::functions::Function;
use crate::plot::{Axis, Plot};

/// Both plots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// f.
    pub value: Plot,
    /// f'.
    pub slope: Plot,
    /// Whether both have the same units per pixel.
    pub same: bool,
    /// The middle of the strip between them, where x stands.
    pub strip: f64,
}

/// The least height of the lower plot; under it, it takes a scale of its own.
const LEAST: f64 = 70.0;

/// What f and f' reach: lowest and highest of each.
pub type Heights = [(f64, f64); 2];

/// The plots in an area, for these heights on this domain.
pub fn scale(area: Area, heights: Heights, (lo, hi): (f64, f64)) -> Scale {
    let margin = if area.width < 400.0 { 54.0 } else { 62.0 };
    let strip = if area.height < 240.0 { 25.0 } else { 34.0 };
    let (x, right) = (area.x + margin, area.right() - 6.0);
    let width = (right - x).max(20.0);
    let axis = Axis::linear(lo, hi);
    let room = (area.height - 6.0 - strip - 3.0).max(40.0);
    let [(f0, f1), (d0, d1)] = heights;
    let mut unit = room / (f1 - f0 + d1 - d0);
    let mut lower = unit;
    let least = LEAST.min(room * 0.45);
    let same = lower * (d1 - d0) >= least;
    if !same {
        lower = least.max(room * 0.27) / (d1 - d0);
        unit = (room - lower * (d1 - d0)) / (f1 - f0);
    }
    let top = Area { x, y: area.y + 6.0, width, height: unit * (f1 - f0) };
    let below = Area { x, y: top.bottom() + strip, width, height: lower * (d1 - d0) };
    Scale {
        value: Plot { area: top, x: axis, y: Axis::linear(f0, f1) },
        slope: Plot { area: below, x: axis, y: Axis::linear(d0, d1) },
        same,
        strip: top.bottom() + strip / 2.0,
    }
}

/// The values that are shown: a bounded function whole; beside one an unbounded one only from -1.2 to 2, alone its values
/// on the domain. Of f' always 0 and 1.
pub fn heights(functions: &[Function], (lo, hi): (f64, f64)) -> Heights {
    let at = |i: u32| lo + (hi - lo) * f64::from(i) / 240.0;
    let bounded = |function: &Function| function.range.low.is_finite() && function.range.high.is_finite();
    let any = functions.iter().any(bounded);
    let (mut f, mut d) = ((0.0f64, 0.0f64), (0.0f64, 1.0f64));
    for function in functions {
        let values = (0..=240).map(|i| function.value64(at(i))).filter(|value| value.is_finite());
        let own = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        let (low, high) = match (bounded(function), any) {
            (true, _) => (function.range.low, function.range.high),
            (false, true) => (own.0.max(-1.2), own.1.min(2.0)),
            (false, false) => own,
        };
        f = (f.0.min(low), f.1.max(high));
        let slopes = (0..=240).map(|i| function.derivative64(at(i))).filter(|slope| slope.is_finite());
        d = slopes.fold(d, |(low, high), slope| (low.min(slope), high.max(slope)));
    }
    if !(f.1 - f.0).is_finite() || f.1 <= f.0 {
        f = (f.0.min(0.0), f.0.min(0.0) + 1.0);
    }
    let pad = (f.1 - f.0) * 0.09;
    [(f.0 - pad, f.1 + pad), (d.0 - 0.07, d.1 + 0.12)]
}
