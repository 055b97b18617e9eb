//! The lessons: one folder each. Adding one is a folder and a line in [`LessonId::ALL`].

pub mod history;
pub mod operand;
pub mod part;
pub mod product;

use part::Part;

/// A lesson of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LessonId {
    /// Vector x matrix, matrix x vector, matrix x matrix.
    Product,
}

impl LessonId {
    /// All lessons, in the order of the tabs.
    pub const ALL: [LessonId; 1] = [LessonId::Product];

    /// The name in the address: `#/product`.
    pub fn slug(self) -> &'static str {
        match self {
            LessonId::Product => "product",
        }
    }

    /// The lesson's code, fetched when it is wanted.
    pub fn part(self) -> Part {
        match self {
            LessonId::Product => product::PART,
        }
    }

    /// The lesson of an address; `None` for the start page and for names that are no lesson.
    pub fn from_slug(slug: &str) -> Option<LessonId> {
        LessonId::ALL.into_iter().find(|lesson| lesson.slug() == slug)
    }
}
