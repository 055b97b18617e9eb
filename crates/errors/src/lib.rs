#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod about;
mod assemble;
mod attributes;
mod bytes;
mod choose;
mod clean;
mod context;
mod derive;
mod found;
mod hole;
mod hook;
mod insight;
mod library;
mod lines;
mod op;
mod reader;
mod reading;
mod rules;
mod scan;
mod shape;
mod splits;
mod table;
mod tell;
mod template;
mod wording;
mod wrote;

pub use about::About;
pub use attributes::Attributes;
pub use insight::{Fact, Found, Insight, Split};
pub use library::{Library, Storage};
pub use op::{Hide, Hides, Op};
pub use reader::Reader;
pub use reading::{At, Clash, Other, Place, Reading, Token};
pub use shape::{Dim, Shape};

/// Reads a pasted text: a line, a traceback, a log, a question with an error in it.
///
/// ```
/// use matwalk_errors::{Op, Shape, read};
///
/// let reading = read("ValueError: shapes (15,728) and (784,1) not aligned: 728 (dim 1) != 784 (dim 0)");
/// assert_eq!(reading.op(), Op::Matmul);
/// assert_eq!(reading.a, Some(Shape::known(&[15, 728])));
///
/// let reading = read("RuntimeError: mat1 dim 1 must match mat2 dim 0");
/// assert_eq!(reading.a, None); // no size is told, none is invented
/// ```
pub fn read(text: &str) -> Reading {
    let mut reader = Reader::new(text);
    loop {
        if let Some(reading) = reader.step(usize::MAX) {
            return reading;
        }
    }
}

/// How many wordings are known.
pub fn wordings() -> usize {
    table::all().count()
}
