//! N pairs of matrices, multiplied one after the other or all in one call: the same numbers, the same multiplications.

mod address;
mod board;
mod change;
mod code;
mod example;
mod fixes;
mod formula;
mod front;
mod inputs;
mod lanes;
mod lesson;
mod measure;
mod measured;
mod model;
mod pictures;
mod progress;
mod room;
mod scene;
mod sentence;
mod solved;
mod stack;
mod table;
#[cfg(test)]
mod tests;
mod tile;
mod timetable;
mod timing;

use super::entry::{Entry, Lesson, Open};
use crate::say;

/// The registry's line.
pub static ENTRY: Entry = Entry {
    slug: "batch",
    name: |locale| say!(locale, batch.name),
    question: |locale| say!(locale, batch.question),
    picture: include_str!("batch/card.svg"),
    part: PART,
    reader: None,
};

crate::part!(PART: Open = OPEN, batch, fetch_batch, prefetch_batch);

const OPEN: Open = Open { lesson: || Box::new(model::Batch::default()) as Box<dyn Lesson>, frame: crate::frame::open };
