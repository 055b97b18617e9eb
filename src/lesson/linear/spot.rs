//! What is looked at: where the walk stands, or the number that pointer or focus is on.

use super::inputs::Sizes;
use matwalk_core::trace::linear::{Part, Trace};
use std::fmt;

/// A number by its name in `data-cell`, counted as PyTorch stores it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// `x-2`, `x-0-2`: sample and input.
    X(usize, usize),
    /// `w-1-2`: output and input.
    Weight(usize, usize),
    /// `b-1`: output.
    Bias(usize),
    /// `y-1`, `y-0-1`: sample and output.
    Y(usize, usize),
}

impl Twin {
    /// The number of that name; `None` for other names and places past the sizes.
    pub fn read(name: &str, sizes: &Sizes) -> Option<Twin> {
        let (kind, places) = name.split_once('-')?;
        let mut places = places.split('-').map(str::parse::<usize>);
        let first = places.next()?.ok()?;
        let second = places.next().transpose().ok()?;
        let twin = match (kind, second) {
            ("x", None) => Twin::X(0, first),
            ("x", Some(input)) => Twin::X(first, input),
            ("w", Some(input)) => Twin::Weight(first, input),
            ("b", None) => Twin::Bias(first),
            ("y", None) => Twin::Y(0, first),
            ("y", Some(output)) => Twin::Y(first, output),
            _ => return None,
        };
        let is_there = match twin {
            Twin::X(sample, input) => sample < sizes.samples && input < sizes.inputs.min(sizes.width),
            Twin::Weight(output, input) => output < sizes.outputs && input < sizes.inputs.min(sizes.width),
            Twin::Bias(output) => output < sizes.outputs,
            Twin::Y(sample, output) => sample < sizes.samples && output < sizes.outputs,
        };
        is_there.then_some(twin)
    }

    /// Its name; `vector` where x is one sample without a dimension for it.
    pub fn name(self, vector: bool) -> String {
        match self {
            Twin::X(_, input) if vector => format!("x-{input}"),
            Twin::Y(_, output) if vector => format!("y-{output}"),
            Twin::X(sample, at) => format!("x-{sample}-{at}"),
            Twin::Y(sample, at) => format!("y-{sample}-{at}"),
            other => other.to_string(),
        }
    }
}

impl fmt::Display for Twin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Twin::Weight(output, input) => write!(f, "w-{output}-{input}"),
            Twin::Bias(output) => write!(f, "b-{output}"),
            Twin::X(sample, at) => write!(f, "x-{sample}-{at}"),
            Twin::Y(sample, at) => write!(f, "y-{sample}-{at}"),
        }
    }
}

/// The place of the last step, kept while grain, form and bias change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The sample.
    pub sample: usize,
    /// The output.
    pub output: usize,
    /// The term: an input, or one past the last for the bias.
    pub term: usize,
}

/// The number of finished steps at which a trace stands there.
pub fn seek(trace: &Trace, place: Place) -> usize {
    if trace.is_empty() {
        return 0;
    }
    let cell = place.sample.min(trace.rows - 1) * trace.outputs + place.output.min(trace.outputs - 1);
    let products = trace.output_len() - usize::from(trace.has_bias);
    let steps = if place.term >= trace.inputs {
        trace.output_len()
    } else if products == trace.inputs {
        place.term + 1
    } else {
        1
    };
    cell * trace.output_len() + steps
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The sample.
    pub sample: usize,
    /// The output whose edges are in front.
    pub output: usize,
    /// The term that is current or lit: an input, or one past the last for the bias; `None` for all together.
    pub term: Option<usize>,
    /// The input whose edges are in front instead.
    pub fan: Option<usize>,
    /// The number that is lit in all forms.
    pub hot: Option<Twin>,
    /// Whether it is where the walk stands, not what is pointed at.
    pub walks: bool,
}

impl Spot {
    /// Where the walk stands after `t` steps; at the start, where it will.
    pub fn of_walk(trace: &Trace, t: usize) -> Spot {
        let start = Spot { sample: 0, output: 0, term: None, fan: None, hot: None, walks: true };
        let Some(step) = t.checked_sub(1).and_then(|last| trace.step(last)) else { return start };
        let (term, hot) = match step.part {
            Part::Products(ref inputs) if inputs.len() == 1 => {
                (Some(inputs.start), Some(Twin::Weight(step.output, inputs.start)))
            }
            Part::Products(_) => (None, None),
            Part::Bias => (Some(trace.inputs), Some(Twin::Bias(step.output))),
        };
        Spot { sample: step.row, output: step.output, term, hot, ..start }
    }

    /// What pointer or focus is on; the rest as the walk stands.
    pub fn of_light(self, twin: Twin, inputs: usize) -> Spot {
        let lit = Spot { term: None, fan: None, hot: Some(twin), walks: false, ..self };
        match twin {
            Twin::X(sample, input) => Spot { sample, fan: Some(input), ..lit },
            Twin::Weight(output, input) => Spot { output, term: Some(input), ..lit },
            Twin::Bias(output) => Spot { output, term: Some(inputs), ..lit },
            Twin::Y(sample, output) => Spot { sample, output, ..lit },
        }
    }

    /// Whether the edge from an input to an output is in front.
    pub fn is_near(&self, output: usize, input: usize) -> bool {
        self.fan.map_or(output == self.output, |fan| fan == input)
    }
}
