//! An activation turns one number into one number, and its slope there is what a gradient is multiplied by on the way
//! back: the function and its derivative over each other, and four things that are done with a point on them.

mod address;
mod board;
mod cards;
mod code;
mod digits;
mod draw;
pub mod example;
mod functions;
pub mod inputs;
mod items;
mod lesson;
pub mod model;
mod moment;
mod picture;
mod pictures;
mod point;
mod press;
mod said;
mod typing;
mod verdict;

#[cfg(test)]
mod tests;

use super::entry::{Entry, Lesson, Open};
use crate::say;

/// The registry's line.
pub static ENTRY: Entry = Entry {
    slug: "activation",
    name: |locale| say!(locale, lesson.activation),
    question: |locale| say!(locale, lesson.activation_question),
    picture: include_str!("activation/card.svg"),
    part: PART,
    reader: None,
};

crate::part!(PART: Open = OPEN, activation, fetch_activation, prefetch_activation);

const OPEN: Open = Open {
    lesson: || Box::new(model::Activation::new(Default::default())) as Box<dyn Lesson>,
    frame: crate::frame::open,
};
