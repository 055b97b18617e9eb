//! Axes: from values to pixels and back, and ticks that thin out.

use plotters::coord::ranged1d::{BoldPoints, KeyPointHint, NoDefaultFormatting, Ranged};
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{Cartesian2d, IntoLogRange, LogCoord};
use std::ops::Range;

/// Units that `plotters` counts in, whole numbers, for each CSS pixel.
pub(super) const UNITS: f64 = 20.0;

/// A rectangle of the picture, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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

impl Area {
    /// Its right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Its lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// The values along one side of a plot, lowest first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    lo: f64,
    hi: f64,
    log: bool,
}

impl Axis {
    /// Equal distances for equal differences. Ends that are equal, swapped or not finite become 0 and 1.
    pub fn linear(lo: f64, hi: f64) -> Axis {
        // The difference of two huge ends overflows.
        let sound = lo < hi && (hi - lo).is_finite();
        if sound { Axis { lo, hi, log: false } } else { Axis { lo: 0.0, hi: 1.0, log: false } }
    }

    /// Equal distances for equal ratios. Ends that are not above 0, equal, swapped or not finite become 1 and 10.
    pub fn log(lo: f64, hi: f64) -> Axis {
        let sound = 0.0 < lo && lo < hi && hi.is_finite();
        if sound { Axis { lo, hi, log: true } } else { Axis { lo: 1.0, hi: 10.0, log: true } }
    }

    /// The lowest value.
    pub fn lo(&self) -> f64 {
        self.lo
    }

    /// The highest value.
    pub fn hi(&self) -> f64 {
        self.hi
    }

    /// Whether equal distances are equal ratios.
    pub fn is_log(&self) -> bool {
        self.log
    }

    /// How far along the axis a value stands: 0 at its start, 1 at its end, outside below and above.
    pub fn share(&self, value: f64) -> f64 {
        match self.log {
            true => (value / self.lo).ln() / (self.hi / self.lo).ln(),
            false => (value - self.lo) / (self.hi - self.lo),
        }
    }

    /// The value at a share of the way.
    pub fn at(&self, share: f64) -> f64 {
        match self.log {
            true => self.lo * (self.hi / self.lo).powf(share),
            false => self.lo + share * (self.hi - self.lo),
        }
    }

    /// Values for ticks, ascending, at most `most`: 1, 2 or 5 times a power of ten, powers of ten alone on a log axis.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        if most == 0 {
            return Vec::new();
        }
        if self.log {
            let coord: LogCoord<f64> = (self.lo..self.hi * (1.0 + 1e-12)).log_scale().into();
            let decades: Vec<f64> = coord.key_points(BoldPoints(most));
            let power = |value: f64| {
                let power = value.log10().round();
                let exact = if power < 0.0 { 1.0 / 10f64.powi(-power as i32) } else { 10f64.powi(power as i32) };
                ((value / exact) - 1.0).abs().lt(&1e-9).then_some(exact)
            };
            let mut ticks: Vec<f64> = decades.into_iter().filter_map(power).collect();
            while ticks.len() > most {
                ticks = ticks.into_iter().step_by(2).collect();
            }
            return ticks;
        }
        // In units of the width: what plotters divides by must be neither tiny nor huge.
        let unit = 10f64.powf((self.hi - self.lo).log10().floor());
        let (lo, hi) = (self.lo / unit, self.hi / unit);
        if !(unit > 0.0 && unit.is_finite()) || lo.abs().max(hi.abs()) > 1e12 {
            return Vec::new();
        }
        // Ends that are ticks themselves count, whatever the last digit of a quotient.
        let coord: RangedCoordf64 = (lo - 1e-9..hi + 1e-9).into();
        let points: Vec<f64> = coord.key_points(BoldPoints(most));
        let power = (self.hi - self.lo).log10().floor() as i32;
        let value = |point: f64| {
            // Rounded to thousandths of the unit, as a decimal would be read: 0.3, not 0.30000000000000004.
            let thousandths = (point * 1000.0).round();
            let digits = power - 3;
            let value = match digits {
                0..=300 => thousandths * 10f64.powi(digits),
                _ => thousandths / 10f64.powi(-digits),
            };
            value + 0.0
        };
        let within = |value: &f64| self.share(*value) > -1e-9 && self.share(*value) < 1.0 + 1e-9;
        points.into_iter().map(value).filter(within).collect()
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        match self.log {
            true => LogCoord::<f64>::from((self.lo..self.hi).log_scale()).map(value, limit),
            false => RangedCoordf64::from(self.lo..self.hi).map(value, limit),
        }
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.ticks(hint.max_num_points())
    }

    fn range(&self) -> Range<f64> {
        self.lo..self.hi
    }
}

/// A rectangle of the picture with an axis along its lower and one along its left side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// Where it stands.
    pub area: Area,
    /// Left to right.
    pub x: Axis,
    /// Bottom to top.
    pub y: Axis,
}

impl Plot {
    /// The coordinates that `plotters` draws with, in units from the upper left corner.
    pub(super) fn coordinates(&self) -> Cartesian2d<Axis, Axis> {
        let (width, height) = self.units();
        Cartesian2d::new(self.x, self.y, (0..width, height..0))
    }

    /// Width and height in units; at least one.
    pub(super) fn units(&self) -> (i32, i32) {
        let units = |pixels: f64| (pixels.clamp(0.0, 1e5) * UNITS).round().max(1.0) as i32;
        (units(self.area.width), units(self.area.height))
    }

    /// The pixel of a value of x; values outside the axis lie outside the area.
    pub fn px(&self, x: f64) -> f64 {
        self.area.x + self.x.share(x) * self.area.width
    }

    /// The pixel of a value of y.
    pub fn py(&self, y: f64) -> f64 {
        self.area.bottom() - self.y.share(y) * self.area.height
    }

    /// The same, kept inside the area.
    pub fn py_within(&self, y: f64) -> f64 {
        let pixel = self.py(y);
        if pixel.is_nan() { self.area.bottom() } else { pixel.clamp(self.area.y, self.area.bottom()) }
    }

    /// The value of x at a pixel.
    pub fn x_at(&self, pixel: f64) -> f64 {
        self.x.at((pixel - self.area.x) / self.area.width.max(1e-9))
    }

    /// The value of y at a pixel.
    pub fn y_at(&self, pixel: f64) -> f64 {
        self.y.at((self.area.bottom() - pixel) / self.area.height.max(1e-9))
    }

    /// Ticks along x, none closer than `apart` pixels to the next.
    pub fn x_ticks(&self, apart: f64) -> Vec<f64> {
        self.x.ticks((self.area.width / apart.max(1.0)).floor() as usize + 1)
    }

    /// Ticks along y, none closer than `apart` pixels to the next.
    pub fn y_ticks(&self, apart: f64) -> Vec<f64> {
        self.y.ticks((self.area.height / apart.max(1.0)).floor() as usize + 1)
    }
}
