//! Reads matrices and tensors as people copy them: print-outs, code, tables and formulas.
//!
//! [`read`] takes any text and gives the tensors in it with the notation that it recognised, or an error that names the
//! cause and its place. Nothing is evaluated and nothing is guessed: where a text has two plausible meanings (`1,5` is one
//! number or two), the error offers each meaning as a [`Choice`] that is read already.
//!
//! A text goes through these steps:
//!
//! | step | modules | what it does |
//! |---|---|---|
//! | clean | `source`, `clean` | look-alike characters, HTML escapes, code fences, prompts, lines without numbers |
//! | doubt | `doubt` | commas and blanks that group digits or start decimals |
//! | recognise | `notation` | which reader takes the text |
//! | read | `latex`, `tree`, `display`, `table`, `link` | cells, rows and nested lists |
//! | verify | `numbers`, `verify` | each cell by [`matwalk_core::number::parse`]; a stated shape against the one that was read |

#![forbid(unsafe_code)]

mod clean;
mod display;
mod doubt;
mod error;
mod latex;
mod link;
mod literal;
mod notation;
mod numbers;
mod pasted;
mod reading;
mod source;
mod table;
mod tree;
mod unicode;
mod verify;

pub use error::{Choice, Meaning, PasteError, PasteErrorKind};
pub use notation::Notation;
pub use pasted::{MAX_VALUES, Note, Pasted, Tensor};

/// Reads the tensors that a text holds.
///
/// | written as | shape |
/// |---|---|
/// | a single number, `tensor(5.)` | () |
/// | one line of a table, `[1, 2, 3]`, `[1 2 3]` | (n) |
/// | several lines of a table, `[1 2; 3 4]`, `[1;2]`, a LaTeX matrix | (rows, cols), also if one of them is 1 |
/// | nested lists | one dimension a level, to rank 6; `[]` is (0), `[[], []]` is (2, 0) |
///
/// Labels, prompts, assignments, `dtype=…` and its like are passed over. Of lines between flat brackets, those that end
/// with a comma go on, and so do lines without commas that have no room for another entry (NumPy wraps a vector at 75
/// characters); other lines are rows, as in MATLAB. A factor before the numbers (`1.0e+03 *`) is applied. Named tensors
/// one after another are all given, in their order.
///
/// # Errors
/// [`PasteError`], with the place where reading stopped. Nothing is left out in silence.
///
/// ```
/// use matwalk_paste::{Meaning, Notation, PasteErrorKind, read};
/// let pasted = read("x is:\n[[1. 2.]\n [3. 4.]]").unwrap();
/// assert_eq!(pasted.notation, Notation::NumPy);
/// assert_eq!(pasted.tensors[0].shape.dims(), [2, 2]);
/// assert_eq!(pasted.tensors[0].values, [1.0, 2.0, 3.0, 4.0]);
///
/// let error = read("1,5\n2,5").unwrap_err();
/// assert!(matches!(error.kind, PasteErrorKind::Comma { .. }));
/// assert_eq!(error.choices[0].meaning, Meaning::DecimalComma);
/// assert_eq!(error.choices[0].pasted.tensors[0].values, [1.5, 2.5]);
/// ```
pub fn read(text: &str) -> Result<Pasted, PasteError> {
    reading::read(text)
}
