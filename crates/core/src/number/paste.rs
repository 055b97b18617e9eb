//! A block of numbers as it was copied from somewhere.
//!
//! The first thing that fits decides the form: a backslash, `&` or `^{` is LaTeX, a size and a colon an address, a bracket or
//! a call such as `tensor(` Python, NumPy, PyTorch or MATLAB, and the rest is a table.

mod call;
mod latex;
mod link;
mod matlab;
mod nest;
mod numbers;
mod source;
mod table;
mod token;

use super::scalar::{NumberError, parse};
use crate::shape::Shape;
use core::fmt;
use source::Source;

/// The most values that [`paste()`] takes: 256 x 256.
pub const MAX_PASTED_VALUES: usize = 1 << 16;

/// What a pasted text holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// Rank 0 to 6.
    pub shape: Shape,
    /// The values, row-major.
    pub values: Vec<f32>,
    /// Each number as it was written, without blanks around. Where a number is written in a way that a cell can't hold
    /// (`\frac{1}{3}`, `np.nan`, digits under a common factor) this is its nearest plain form (`1/3`, `nan`, `1.5e4`):
    /// [`parse`] of a text always gives the value beside it.
    pub texts: Vec<String>,
    /// How it was written.
    pub form: PasteForm,
}

/// How a pasted text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PasteForm {
    /// A single number.
    Number,
    /// Cells between tabs, as a spreadsheet copies them.
    Tabs,
    /// Cells between commas or semicolons, one row a line.
    Csv,
    /// Numbers between blanks, one row a line.
    Blanks,
    /// Nested lists with commas.
    Python,
    /// `array([[1., 2.]])`, or brackets without commas.
    NumPy,
    /// `tensor([[1., 2.]])`.
    PyTorch,
    /// `[1 2; 3 4]`.
    Matlab,
    /// `\begin{bmatrix} 1 & 2 \end{bmatrix}`.
    Latex,
    /// `2x3:1,2,3,4,5,6`.
    Address,
}

/// Where a pasted text stops being readable, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteError {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub kind: PasteErrorKind,
}

/// Why a pasted text can't be read. The texts in it are cut after 40 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasteErrorKind {
    /// Nothing but blanks.
    Empty,
    /// A number should be here, and this is none.
    Number {
        /// What is here.
        text: String,
        /// Why it is not a number.
        error: NumberError,
    },
    /// Something that has no place here: a second comma, a name that isn't known, a number beside a list.
    Unexpected {
        /// What is here.
        text: String,
    },
    /// The print-out was shortened: `...`, `…`, `\dots` stand for numbers that are not there.
    Elided,
    /// A row (or list) with another length than the first of its kind.
    Ragged {
        /// Entries in the first one.
        expected: usize,
        /// Entries in this one.
        got: usize,
    },
    /// A bracket, `\begin` or quote that is never closed, at its place.
    Unclosed,
    /// More than six levels of brackets.
    TooDeep,
    /// More than [`MAX_PASTED_VALUES`], at the first that is too many.
    TooManyValues,
}

impl fmt::Display for PasteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {:?}", self.line, self.column, self.kind)
    }
}

impl core::error::Error for PasteError {}

/// Reads a pasted block of numbers.
///
/// | written as | shape |
/// |---|---|
/// | a single number, `tensor(5.)` | () |
/// | one line of a table, `[1, 2, 3]`, `[1 2 3]` | (n) |
/// | several lines of a table, `[1 2; 3 4]`, `[1;2]`, a LaTeX matrix | (rows, cols), also if one of them is 1 |
/// | nested lists | one dimension a level, to rank 6; `[]` is (0), `[[], []]` is (2, 0) |
///
/// A `name =`, a prompt (`>>>`, `Out[1]:`), `dtype=…` and its like, a final semicolon, `$` and `\left[ … \right]` around
/// a matrix are passed over. Of lines between flat brackets, those that end with a comma go on, and so do lines
/// without commas that have no room for another entry (NumPy wraps a vector at 75 characters); other lines are rows, as
/// in MATLAB. A factor before
/// the numbers (`1.0e+03 *`) is applied. Commas with decimals or thousands in doubt (`1,000`; `1,5;2,5`) are errors.
///
/// # Errors
/// [`PasteError`], with the place where reading stopped. Nothing is guessed and nothing is left out.
///
/// ```
/// use matwalk_core::number::{PasteErrorKind, paste};
/// let pasted = paste("tensor([[1., 2.],\n        [3., 4.]])").unwrap();
/// assert_eq!(pasted.shape.dims(), [2, 2]);
/// assert_eq!(pasted.values, [1.0, 2.0, 3.0, 4.0]);
///
/// let error = paste("1 2 3\n4 5").unwrap_err();
/// assert_eq!((error.line, error.column), (2, 1));
/// assert_eq!(error.kind, PasteErrorKind::Ragged { expected: 3, got: 2 });
/// ```
pub fn paste(text: &str) -> Result<Pasted, PasteError> {
    let source = Source::new(text);
    let Some(first) = source.next_visible(0) else { return Err(source.error(0, PasteErrorKind::Empty)) };
    if let Ok(value) = parse(text) {
        let texts = vec![source.original(first, source.trimmed_end(first, source.len()))];
        return Ok(Pasted { shape: Shape::SCALAR, values: vec![value], texts, form: PasteForm::Number });
    }
    if latex::looks_like(&source) {
        return latex::read(&source);
    }
    let start = source.after_preamble(first);
    match source.next_visible(start) {
        Some(start) if link::looks_like(&source, start) => link::read(&source, start),
        Some(start) if nest::looks_like(&source, start) => nest::read(&source, start),
        Some(start) => table::read(&source, start),
        None => Err(source.error(start, PasteErrorKind::Empty)),
    }
}
