//! A linear layer as matrices, as a graph and as code: one set of numbers, and one light on it.

mod address;
mod board;
mod change;
mod chips;
mod code;
mod example;
mod fixes;
mod formula;
mod graph;
mod inputs;
mod lesson;
mod marked;
mod model;
mod names;
mod panels;
mod pictures;
mod probe;
mod probe_figure;
mod room;
mod scene;
mod sentence;
mod solved;
mod spot;
mod still;
mod stored;
#[cfg(test)]
mod tests;
mod titles;
mod tracks;

use super::entry::{Entry, Lesson, Open};
use crate::say;

/// The registry's line.
pub static ENTRY: Entry = Entry {
    slug: "linear",
    name: |locale| say!(locale, linear.name),
    question: |locale| say!(locale, linear.question),
    picture: include_str!("linear/card.svg"),
    part: PART,
    reader: None,
};

crate::part!(PART: Open = OPEN, linear, fetch_linear, prefetch_linear);

const OPEN: Open = Open { lesson: || Box::new(model::Linear::default()) as Box<dyn Lesson>, frame: crate::frame::open };
