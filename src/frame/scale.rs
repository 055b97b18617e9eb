//! Values along a straight way: a slider, an axis that a number is dragged on.

use crate::screen::Slider;
// The browser's own: those of Rust's library are two kilobytes of code.
use js_sys::Math;

/// What stands at both ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Whether equal distances are equal ratios; then `lo` is above 0.
    pub log: bool,
    /// The value at share 0.
    pub lo: f64,
    /// The value at share 1.
    pub hi: f64,
}

/// How near a slider catches on its value, as a share of the way.
const CATCH: f64 = 0.015;

impl Scale {
    /// How far along a value stands; outside 0 to 1 beyond the ends.
    pub fn share(self, value: f64) -> f64 {
        match self.log {
            true => Math::log(value / self.lo) / Math::log(self.hi / self.lo),
            false => (value - self.lo) / (self.hi - self.lo),
        }
    }

    /// The value at a share of the way.
    pub fn at(self, share: f64) -> f64 {
        match self.log {
            true => self.lo * Math::pow(self.hi / self.lo, share),
            false => self.lo + share * (self.hi - self.lo),
        }
    }
}

fn scale(slider: &Slider) -> Scale {
    Scale { log: slider.log, lo: slider.lo, hi: slider.hi }
}

/// Where the thumb of a slider stands, from 0 to 1.
pub fn thumb(slider: &Slider) -> f64 {
    let share = scale(slider).share(slider.value);
    if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
}

/// The value that the thumb stands for; that of `snap` if it is close.
pub fn value(slider: &Slider, thumb: f64) -> f64 {
    let scale = scale(slider);
    match slider.snap {
        Some(snap) if (scale.share(snap) - thumb).abs() < CATCH => snap,
        _ => scale.at(thumb),
    }
}
