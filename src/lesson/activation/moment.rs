//! What a step decides.

use super::model::Activation;
use super::{items, picture, said};
use crate::screen::{Cx, Figure, Main, Moment, Node, words};

/// Picture, formula and sentence of the step that finished last.
pub fn moment(lesson: &Activation, cx: &Cx) -> Moment {
    let said = said::said(lesson, cx);
    let (t, len) = (lesson.t(), lesson.len());
    Moment {
        figure: Figure::Own(picture::whole(lesson, cx).into()),
        formula: vec![Node::holding("math", "formula", items::math(&said.formula))],
        spoken: said.spoken,
        sentence: words(&said.sentence),
        special: said.special,
        main: if len > 0 && t == len { Main::FromStart } else { Main::Next },
    }
}
