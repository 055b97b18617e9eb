//! The one point on the curve: where it stands, what of it is known, what else is on the curve.

use super::inputs::{A, BIAS, X};
use super::model::{Activation, View};
use crate::screen::Slot;
use matwalk_core::activation::chain::Feed;

/// The point.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its x; `None` if it can't be read.
    pub x: Option<f64>,
    /// What dragging it changes.
    pub slot: Slot,
    /// See `slot`.
    pub index: usize,
    /// What x is called.
    pub name: Name,
    /// Whether f(x) is known.
    pub value: bool,
    /// Whether f'(x) is known.
    pub slope: bool,
    /// Whether it is not there yet.
    pub hidden: bool,
    /// Smaller points.
    pub others: Vec<f64>,
    /// Ticks on the axis.
    pub ticks: Vec<f64>,
}

impl Point {
    /// Its x, where it stands somewhere.
    pub fn shown(&self) -> Option<f64> {
        self.x.filter(|x| !x.is_nan() && !self.hidden)
    }
}

/// What x of the point is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// x.
    X,
    /// z.
    Z,
    /// z of a layer, from 1.
    Layer(usize),
    /// The largest z of a neuron.
    Largest,
}

/// A number farther out than that would leave nothing of the curves to see.
const FAR: f64 = 100.0;

impl Activation {
    /// The domain that shows what an address gives, if its own does not: a result that is handed over may be large.
    pub fn fitted(&self) -> Option<(f64, f64)> {
        let (own, point) = (self.own_domain(), self.point());
        let mut all = point.ticks;
        all.extend(point.others);
        all.extend(point.x);
        if self.view == View::Ward {
            (0..self.len()).for_each(|col| all.extend(self.inputs().column(col).into_iter().flatten()));
        }
        let (mut lo, mut hi) = own;
        for x in all.into_iter().filter(|x| x.abs() <= FAR) {
            (lo, hi) = (lo.min(x), hi.max(x));
        }
        let room = (hi - lo) / 12.0;
        let lo = if lo < own.0 { (lo - room).floor() } else { lo };
        let hi = if hi > own.1 { (hi + room).ceil() } else { hi };
        ((lo, hi) != own).then_some((lo, hi))
    }

    /// The point at this step.
    pub fn point(&self) -> Point {
        let (t, inputs) = (self.t(), self.inputs());
        let x = inputs.x();
        let plain = Point {
            x,
            slot: X,
            index: 0,
            name: Name::X,
            value: true,
            slope: true,
            hidden: false,
            others: Vec::new(),
            ticks: Vec::new(),
        };
        match self.view {
            View::Curve => {
                let value = t >= self.main().ladder.value.len();
                Point { value, slope: t >= self.len(), ..plain }
            }
            View::Chain => {
                let Some(chain) = self.chain(self.main()) else { return Point { hidden: x.is_none(), ..plain } };
                let layer = self.depth() - t.max(1);
                let forward = self.feed == Feed::Forward;
                Point {
                    x: chain.z.get(layer).copied(),
                    name: if forward { Name::Layer(layer + 1) } else { Name::Z },
                    others: if forward { chain.z.iter().skip(layer + 1).copied().collect() } else { Vec::new() },
                    ..plain
                }
            }
            View::Ward => {
                let column = if t > 0 { inputs.column(t - 1) } else { Vec::new() };
                let known: Vec<f64> = column.iter().copied().flatten().collect();
                let largest = known
                    .iter()
                    .copied()
                    .filter(|z| !z.is_nan())
                    .fold(None, |most: Option<f64>, z| Some(most.map_or(z, |most| most.max(z))));
                let all = known.len() == column.len();
                Point {
                    x: largest.filter(|_| all),
                    slot: BIAS,
                    name: Name::Largest,
                    hidden: t == 0 || largest.is_none() || !all,
                    others: known.clone(),
                    ticks: known,
                    ..plain
                }
            }
            View::Matrix => {
                let len = self.len();
                let at = |range: std::ops::Range<usize>| range.filter_map(|index| self.z(index)).collect::<Vec<f64>>();
                Point {
                    x: self.z(self.cell()),
                    slot: A,
                    index: self.cell(),
                    name: Name::Z,
                    value: t > 0,
                    slope: false,
                    hidden: len == 0,
                    others: at(0..t.saturating_sub(1)),
                    ticks: at(0..len),
                }
            }
        }
    }
}
