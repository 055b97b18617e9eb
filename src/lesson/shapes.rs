//! Which shapes go together, dimension by dimension in PyTorch's order, and what to do when they don't. Reads error
//! messages.

mod added;
mod address;
mod arc;
mod bead;
mod board;
mod boxes;
mod cards;
mod code;
mod dims;
mod element;
pub mod example;
mod figure;
pub mod fixes;
mod formula;
mod grid;
mod hear;
pub mod inputs;
mod lesson;
mod message;
pub mod model;
mod moment;
pub mod names;
pub mod origin;
mod press;
mod quote;
mod reader;
mod sentence;
pub mod sizes;
pub mod solved;
mod stack;
mod state;
pub mod step;
mod table;
mod typed;
mod verdict;

use super::entry::{Entry, Lesson, Open};
use crate::say;

/// The registry's line.
pub static ENTRY: Entry = Entry {
    slug: "shapes",
    name: |locale| say!(locale, lesson.shapes),
    question: |locale| say!(locale, lesson.shapes_question),
    picture: include_str!("shapes/card.svg"),
    part: PART,
    reader: Some(reader::PART),
};

crate::part!(PART: Open = OPEN, shapes, fetch_shapes, prefetch_shapes);

const OPEN: Open = Open { lesson: || Box::new(model::Shapes::default()) as Box<dyn Lesson>, frame: crate::frame::open };

#[cfg(test)]
mod tests;
