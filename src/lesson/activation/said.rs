//! Formula and sentence of a step, one file a reading.

mod chain;
mod curve;
mod matrix;
mod ward;

use super::items::Item;
use super::model::{Activation, View};
use crate::say;
use crate::screen::{Cx, Hue, hued};
use crate::words::Locale;

/// What is said of a step.
#[derive(Debug, Default)]
pub struct Said {
    /// The formula.
    pub formula: Vec<Item>,
    /// The sentence, with its hues.
    pub sentence: String,
    /// What is unusual about the numbers; empty for most steps.
    pub special: String,
    /// What is said before the sentence to those who can't see the picture.
    pub spoken: String,
}

/// What is said now.
pub fn said(lesson: &Activation, cx: &Cx) -> Said {
    match lesson.view {
        View::Curve => curve::said(lesson, cx),
        View::Chain => chain::said(lesson, cx),
        View::Ward => ward::said(lesson, cx),
        View::Matrix => matrix::said(lesson, cx),
    }
}

/// The lesson's one sentence in a reading.
pub fn aim(view: View, locale: Locale) -> String {
    match view {
        View::Curve => say!(locale, activation.aim_curve),
        View::Chain => say!(locale, activation.aim_chain),
        View::Ward => say!(locale, activation.aim_ward),
        View::Matrix => say!(locale, activation.aim_matrix),
    }
}

/// A number of a sentence in its colour.
fn tint(hue: Hue, value: f64) -> String {
    hued(hue, super::digits::said(value))
}

/// Whether the sentence's two lines are those of a phone.
fn is_narrow(cx: &Cx) -> bool {
    cx.room.width < 420.0
}

/// A second sentence, where two lines have room for it.
fn and(cx: &Cx, first: String, second: String) -> String {
    if is_narrow(cx) { first } else { format!("{first} {second}") }
}
