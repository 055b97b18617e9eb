//! The inner diagonal: chip p is the product of input p and its weight.

use super::model::{Form, Linear};
use super::spot::Spot;
use crate::lesson::terms::{factor_word, number_word, word};
use crate::screen::{Chip, ChipState, Hue, Link, Scene};

/// Up to how many chips show both factors.
const BOTH: usize = 5;

/// Pixels that a cell has at least where a chip has two lines.
const TWO_LINES: f64 = 28.5;
const TWO_LINES_PRESENTED: f64 = 36.0;

/// Cells under this stand closer.
const TIGHT: f64 = 43.0;

/// Puts the chips and their dotted lines into the picture, whose cells are as high as that in pixels.
pub fn add(scene: &mut Scene, linear: &Linear, spot: Option<&Spot>, form: Form, (cell, presents): (f64, bool)) {
    let sizes = linear.solved.sizes;
    if spot.is_some_and(|spot| spot.fan.is_some()) {
        return;
    }
    let inner = sizes.inputs.max(sizes.width) + usize::from(linear.appends());
    let chips = |both: bool| (0..inner).map(move |p| chip(linear, spot, p, linear.chip_state(spot, p), both, form));
    // As the style sheet has it: a column is as wide as the widest number needs, a small chip reaches beyond it, and its
    // text grows with the cell.
    let cell = cell.clamp(24.0, 84.0);
    let widest = scene.panels.iter().map(|panel| panel.chars).max().unwrap_or(1);
    let room = (cell * 1.16).max(widest as f64 * 7.4 + 8.0) + if cell < TIGHT { cell * 0.44 - 4.0 } else { -8.0 };
    let width = |chip: &Chip| chip.small.iter().map(|word| word.text.chars().count()).sum::<usize>() as f64;
    let (least, high) = if presents { (15.0, TWO_LINES_PRESENTED) } else { (12.0, TWO_LINES) };
    let fits = |chip: &Chip| cell >= high && width(chip) * 0.58 * (cell * 0.27).max(least) <= room;
    let made: Vec<Chip> = chips(inner <= BOTH).collect();
    scene.chips = if made.iter().all(fits) { made } else { chips(false).collect() };
    // From the current chip down to what stands below it and across to what stands on its right.
    let current = spot.and_then(|spot| spot.term).filter(|term| *term < inner);
    if let Some(p) = current {
        let apart = 2 * usize::from(linear.inputs().bias.is_some() && !linear.appends());
        let (down, across) = match form {
            Form::Math => ((inner + 2, Hue::B), (inner + 1 + apart, Hue::A)),
            Form::Torch => ((inner + 2 + apart, Hue::A), (inner + 1, Hue::B)),
        };
        scene.links.push(Link { rows: p + 2..down.0, cols: p..p + 1, upright: true, hue: down.1 });
        scene.links.push(Link { rows: p + 1..p + 2, cols: p + 1..across.0, upright: false, hue: across.1 });
    }
}

fn chip(linear: &Linear, spot: Option<&Spot>, p: usize, state: ChipState, both: bool, form: Form) -> Chip {
    let sizes = linear.solved.sizes;
    let (sample, output) = spot.map_or((0, 0), |spot| (spot.sample, spot.output));
    let is_one = linear.appends() && p == sizes.inputs.max(sizes.width);
    let (x, weight) = match is_one {
        true => (Some(1.0), linear.inputs().bias_at(output)),
        false => (linear.inputs().x_at(sample, p), linear.inputs().weight_at(output, p)),
    };
    let small = match (both, form) {
        (false, _) => Vec::new(),
        (true, Form::Math) => vec![factor_word(weight, Hue::B), word("·", Hue::Ink), factor_word(x, Hue::A)],
        (true, Form::Torch) => vec![factor_word(x, Hue::A), word("·", Hue::Ink), factor_word(weight, Hue::B)],
    };
    let made = x.zip(weight).filter(|_| state != ChipState::Todo).map(|(x, weight)| x * weight);
    let large = made.map_or_else(|| word("?", Hue::Ink), |made| number_word(Some(made), Hue::Ink));
    // One row further down for the titles, and one column is one column.
    Chip { at: (1 + p, p), small, large: vec![large], state }
}

impl Linear {
    /// How far the term of an output is, as its chip and its edge show it.
    pub(super) fn chip_state(&self, spot: Option<&Spot>, term: usize) -> ChipState {
        let Some((trace, spot)) = self.trace().zip(spot) else { return ChipState::Todo };
        let done = trace.terms_done(self.t, spot.sample, spot.output);
        match spot.term {
            _ if term >= done => ChipState::Todo,
            Some(current) if current == term => ChipState::Now,
            _ => ChipState::Done,
        }
    }

    /// What a term adds; `None` where it can't be read.
    pub(super) fn term(&self, spot: &Spot, term: usize) -> Option<f32> {
        let inputs = self.inputs();
        if term == self.solved.sizes.inputs {
            return inputs.bias_at(spot.output);
        }
        Some(inputs.x_at(spot.sample, term)? * inputs.weight_at(spot.output, term)?)
    }

    /// What an output has come to.
    pub(super) fn partial(&self, sample: usize, output: usize) -> f32 {
        let Some((trace, answer)) = self.trace().zip(self.solved.answer.as_ref().ok()) else { return 0.0 };
        if trace.terms_done(self.t, sample, output) == trace.terms() {
            return answer.out.data()[sample * trace.outputs + output];
        }
        let inputs = self.inputs();
        let (x, weight) = (inputs.x.tensor().data(), inputs.weight.tensor().data());
        let bias = inputs.bias.as_ref().map(|bias| bias.tensor().data());
        trace.partial(x, weight, bias, self.t, sample, output)
    }
}
