//! Which cells of input and weight are read at the moment, as marks of their panels.

use super::model::{Form, Linear};
use super::spot::{Spot, Twin};
use crate::screen::{Mark, Role};

/// One row on paper is one column of code: a range of outputs by one of inputs as rows and columns of the drawing.
pub fn turned(form: Form, down: std::ops::Range<usize>, across: std::ops::Range<usize>) -> [std::ops::Range<usize>; 2] {
    match form {
        Form::Math => [down, across],
        Form::Torch => [across, down],
    }
}

/// A single place as a range.
pub fn one(at: usize) -> std::ops::Range<usize> {
    at..at + 1
}

/// What is read of the weight.
pub fn weight_marks(linear: &Linear, spot: &Spot) -> Vec<Mark> {
    let sizes = linear.solved.sizes;
    let (outputs, inputs) = match spot.fan {
        Some(input) => (0..sizes.outputs, one(input)),
        None => (one(spot.output), 0..sizes.inputs),
    };
    let [down, across] = turned(linear.form, outputs.clone(), inputs.clone());
    let mut marks = vec![Mark::Role(down, across, Role::Contributing)];
    // The bias that is joined to them belongs to the same product.
    let end = inputs.end + usize::from(linear.appends() && spot.fan.is_none());
    let [down, across] = turned(linear.form, outputs, inputs.start..end);
    marks.push(Mark::Frame(down, across));
    if let Some(Twin::Weight(output, input)) = spot.hot {
        let [down, across] = turned(linear.form, one(output), one(input));
        marks.push(Mark::Role(down, across, Role::Active));
    }
    marks
}

/// What is read of the input.
pub fn x_marks(linear: &Linear, spot: &Spot) -> Vec<Mark> {
    let width = linear.solved.sizes.width;
    let [down, across] = turned(linear.form, 0..width, one(spot.sample));
    let mut marks = Vec::new();
    if spot.fan.is_none() {
        marks.push(Mark::Role(down, across, Role::Contributing));
        // The 1 that is joined to them, too.
        let [down, across] = turned(linear.form, 0..width + usize::from(linear.appends()), one(spot.sample));
        marks.push(Mark::Frame(down, across));
    }
    if let Some(input) = spot.fan.or(spot.term).filter(|input| *input < width) {
        let [down, across] = turned(linear.form, one(input), one(spot.sample));
        marks.push(Mark::Role(down, across, Role::Active));
    }
    marks
}
