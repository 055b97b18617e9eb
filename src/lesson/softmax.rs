//! Scores become probabilities: each into e's exponent, the heights piled up, the whole pile read as 1.

mod address;
mod board;
mod code;
mod draw;
pub mod example;
mod figure;
mod fixes;
mod formula;
pub mod inputs;
mod layout;
mod lesson;
pub mod model;
mod moment;
mod now;
mod place;
mod sentence;
mod sizes;
pub mod solved;
mod unreadable;
mod walk;
mod words;

use super::entry::{Entry, Lesson, Open};
use crate::say;

/// The registry's line.
pub static ENTRY: Entry = Entry {
    slug: "softmax",
    name: |locale| say!(locale, lesson.softmax),
    question: |locale| say!(locale, lesson.softmax_question),
    picture: include_str!("softmax/card.svg"),
    part: PART,
    reader: None,
};

crate::part!(PART: Open = OPEN, softmax, fetch_softmax, prefetch_softmax);

const OPEN: Open =
    Open { lesson: || Box::new(model::Softmax::default()) as Box<dyn Lesson>, frame: crate::frame::open };

#[cfg(test)]
mod tests;
