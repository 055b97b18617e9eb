//! Vector x matrix, matrix x vector, matrix x matrix, one dot product at a time, read in four ways.

mod address;
mod board;
mod chips;
mod code;
pub mod example;
mod fixes;
mod formula;
mod heat;
mod inputs;
mod lesson;
pub mod model;
mod names;
mod pictures;
mod place;
mod scene;
mod sentence;
mod solved;
mod tracks;

use super::entry::{Entry, Lesson, Open};
use crate::say;

/// The registry's line.
pub static ENTRY: Entry = Entry {
    slug: "product",
    name: |locale| say!(locale, lesson.product),
    question: |locale| say!(locale, lesson.product_question),
    picture: include_str!("product/card.svg"),
    part: PART,
    reader: None,
};

crate::part!(PART: Open = OPEN, product, fetch_product, prefetch_product);

const OPEN: Open =
    Open { lesson: || Box::new(model::Product::default()) as Box<dyn Lesson>, frame: crate::frame::open };
