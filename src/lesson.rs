//! The lessons: one folder each. Adding one is a folder, a line in [`ALL`], and its words in `locales/`.

pub mod activation;
pub mod batch;
pub mod draw;
pub mod edits;
pub mod entry;
pub mod face;
pub mod go_on;
pub mod history;
pub mod linear;
pub mod link;
pub mod operand;
pub mod order;
pub mod product;
pub mod reasons;
pub mod shapes;
pub mod softmax;
pub mod terms;
pub mod told;

use entry::Entry;

/// All lessons, in the order of the tabs. Header, start page, titles, addresses and tests walk over it.
pub static ALL: &[&Entry] =
    &[&product::ENTRY, &shapes::ENTRY, &batch::ENTRY, &linear::ENTRY, &activation::ENTRY, &softmax::ENTRY];

/// The lesson of a name in an address; `None` for names that are no lesson.
pub fn from_slug(slug: &str) -> Option<&'static Entry> {
    ALL.iter().copied().find(|entry| entry.slug == slug)
}
