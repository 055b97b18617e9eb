//! Whether a gradient gets through a neuron: the slopes over all inputs, and the bias at which it wakes.

use super::functions::{self, Function};
use super::inputs::{WARD, tidy};
use super::model::Activation;

/// A neuron over all inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Neuron {
    /// z for each input; `None` where it can't be read.
    pub z: Vec<Option<f64>>,
    /// f'(z) for each.
    pub slopes: Vec<Option<f64>>,
    /// The sum of the slopes. `None` while a z can't be read.
    pub sum: Option<f64>,
    /// For how many inputs more than a tenth of a gradient gets through.
    pub on: usize,
    /// The largest z.
    pub largest: Option<f64>,
    /// Above this bias some input is out of the zone below; `None` where the function has no such zone.
    pub wakes: Option<f64>,
    /// From this bias on every input is in the zone above; `None` where the function has no such zone.
    pub sleeps: Option<f64>,
}

impl Neuron {
    /// Whether no gradient gets through. Slopes may also add up to 0 without being 0.
    pub fn is_dead(&self) -> bool {
        !self.slopes.is_empty() && self.slopes.iter().all(|slope| *slope == Some(0.0))
    }
}

/// Where the zone without a slope on the left ends.
fn edge(function: Function) -> Option<f64> {
    let dead = functions::has_dead_zone(function);
    let zone = function.flat.iter().find(|(low, _)| *low == f32::NEG_INFINITY);
    zone.filter(|_| dead).map(|(_, high)| f64::from(*high))
}

/// Where the zone without a slope on the right begins.
fn upper_edge(function: Function) -> Option<f64> {
    let dead = functions::has_dead_zone(function);
    let zone = function.flat.iter().find(|(_, high)| *high == f32::INFINITY);
    zone.filter(|_| dead).map(|(low, _)| f64::from(*low))
}

impl Activation {
    /// How far the bias goes to either side: past every place where a neuron wakes.
    pub fn bias_end(&self) -> f64 {
        let mut end: f64 = 4.0;
        for col in 0..self.inputs().sizes(WARD).1 {
            let neuron = self.neuron(col);
            for bias in [neuron.wakes, neuron.sleeps].into_iter().flatten().filter(|bias| bias.is_finite()) {
                end = end.max(bias.abs().floor() + 1.0);
            }
        }
        end
    }

    /// The neuron of a column.
    pub fn neuron(&self, col: usize) -> Neuron {
        let main = self.main();
        let z = self.inputs().column(col);
        let slopes: Vec<Option<f64>> = z.iter().map(|z| z.map(|z| main.derivative64(z))).collect();
        let largest =
            z.iter().copied().collect::<Option<Vec<f64>>>().map(|z| z.into_iter().fold(f64::NEG_INFINITY, f64::max));
        let bias = self.inputs().bias.read().ok();
        let wakes = edge(main).zip(largest).zip(bias).map(|((edge, largest), bias)| tidy(bias + edge - largest));
        let smallest =
            z.iter().copied().collect::<Option<Vec<f64>>>().map(|z| z.into_iter().fold(f64::INFINITY, f64::min));
        let sleeps =
            upper_edge(main).zip(smallest).zip(bias).map(|((edge, smallest), bias)| tidy(bias + edge - smallest));
        Neuron {
            sleeps,
            sum: slopes.iter().copied().sum::<Option<f64>>().map(tidy),
            on: slopes.iter().flatten().filter(|slope| slope.abs() > 0.1).count(),
            z,
            slopes,
            largest,
            wakes,
        }
    }

    /// How many neurons are dead.
    pub fn dead(&self) -> usize {
        let (_, cols) = self.inputs().sizes(WARD);
        (0..cols).filter(|col| self.neuron(*col).is_dead()).count()
    }
}
