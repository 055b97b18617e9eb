//! Takes away what is around the numbers and is no part of them.

mod escapes;
mod lines;
mod prompts;
mod sections;
mod wrapping;

pub(crate) use escapes::undone as unescaped;
pub(crate) use lines::{Stated, without_remarks};
pub(crate) use sections::{Section, sections};

use crate::source::Source;

/// The text without code fences, quotes around all of it, and prompts.
pub(crate) fn unwrapped(source: &Source) -> Source {
    let source = wrapping::taken_off(source);
    prompts::taken_off(&source)
}
