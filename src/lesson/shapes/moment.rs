//! What a step decides.

use super::model::Shapes;
use super::names::Names;
use super::{formula, sentence};
use crate::screen::{Figure, Main, Moment, words};

/// Picture, formula and sentence of the step that finished last.
pub fn moment(shapes: &Shapes, names: &Names, figure: Figure) -> Moment {
    let (inputs, solved) = (shapes.inputs(), shapes.solved());
    let step = shapes.t.checked_sub(1).and_then(|index| solved.steps.get(index)).copied();
    let (formula, said) = match step {
        None => (formula::start(inputs), sentence::start(names, inputs, solved)),
        Some(step) => (formula::of(names, inputs, solved, step), sentence::of(names, inputs, solved, step)),
    };
    Moment {
        figure,
        formula,
        spoken: String::new(),
        sentence: words(&said),
        special: String::new(),
        main: if shapes.is_over() { Main::FromStart } else { Main::Next },
    }
}
