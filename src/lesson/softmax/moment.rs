//! What a step decides.

use super::model::Softmax;
use super::{figure, formula, sentence};
use crate::screen::{Cx, Main, Moment, words};

/// Picture, formula and sentence.
pub fn moment(lesson: &Softmax, cx: &Cx) -> Moment {
    let len = lesson.trace().len();
    let ends = len > 0 && lesson.finished() == len;
    Moment {
        figure: figure::draw(lesson, cx),
        formula: formula::of(lesson, cx),
        spoken: String::new(),
        sentence: words(&sentence::of(lesson, cx)),
        special: String::new(),
        main: if ends { Main::FromStart } else { Main::Next },
    }
}
