//! Why a text can't be read.

use crate::Pasted;
use core::fmt;
use matwalk_core::number::NumberError;

/// Where a pasted text stops being readable, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct PasteError {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub kind: PasteErrorKind,
    /// What the text may mean, where that is in doubt: each meaning is read already. Empty for all other errors.
    pub choices: Vec<Choice>,
}

/// One meaning of a text in doubt.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The meaning.
    pub meaning: Meaning,
    /// The number in doubt with this meaning, for a button: `1.5`. Empty where the meaning says all.
    pub sample: String,
    /// The text read with this meaning.
    pub pasted: Pasted,
}

/// What a text in doubt may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// The comma starts the decimals: `1,5` is 1.5.
    DecimalComma,
    /// The comma stands between two numbers: `1,5` is 1 and 5.
    Separator,
    /// The comma groups digits: `12,345` is 12345.
    ThousandsComma,
    /// The blank groups digits: `29 512` is 29512.
    GroupingBlank,
    /// The blank stands between two numbers: `29 512` is 29 and 512.
    SeparatingBlank,
    /// A number in parentheses, or with its minus behind it, is negative.
    Negative,
    /// The parentheses mean nothing: `(5)` is 5.
    Positive,
    /// The matrix with rows and columns exchanged, as `^T` says.
    Transposed,
    /// The matrix as it is written, without the `^T`.
    AsWritten,
    /// All tensors of the text, in their order.
    All,
    /// The first tensor of the text.
    First,
    /// The second tensor of the text.
    Second,
}

/// Why a pasted text can't be read. The texts in it are cut after 40 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasteErrorKind {
    /// Nothing but blanks.
    Empty,
    /// Words and no number.
    NoNumber,
    /// A number should be here, and this is none.
    Number {
        /// What is here.
        text: String,
        /// Why it is not a number.
        error: NumberError,
    },
    /// A comma between digits: a decimal comma, a grouping comma or a separator. See the choices.
    Comma {
        /// The digits and the comma.
        text: String,
    },
    /// A blank, apostrophe or underscore between digits that may group them. See the choices.
    Grouping {
        /// The digits and the mark.
        text: String,
    },
    /// A number in parentheses or with its minus behind it: negative, as in accounting? See the choices.
    Accounting {
        /// The number as written.
        text: String,
    },
    /// A range, `1:3`: its numbers are not written out.
    Range {
        /// The range.
        text: String,
    },
    /// A calculation, `sqrt(2)`, `2^3`, `[1, 2] + 1`, `3 A`: nothing is evaluated.
    Expression {
        /// What would have to be calculated.
        text: String,
    },
    /// Two numbers that touch, as `\frac{1}{2}3`.
    Glued {
        /// Where the second one starts.
        text: String,
    },
    /// A function, method or environment that isn't known.
    UnknownName {
        /// Its name.
        name: String,
    },
    /// A quantity with a unit or a word beside it.
    Word {
        /// The word.
        text: String,
    },
    /// A transpose mark behind a formula. See the choices.
    Transpose,
    /// Several tensors, and one is wanted. See the choices.
    Several {
        /// How many.
        count: usize,
    },
    /// A shape alone, `torch.Size([2, 3])`, without numbers.
    ShapeOnly,
    /// A stated shape that the numbers don't have: behind a print-out, `[5.] (2,)`, or in its first line.
    WrongShape {
        /// The shape as stated.
        stated: String,
        /// The shape of the numbers.
        found: String,
    },
    /// An entry that stretches over several columns or rows.
    MergedCells,
    /// Something that has no place here: a second comma, a number beside a list.
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
    /// A bracket, brace or quote that is never closed, at its place.
    Unclosed {
        /// The bracket, brace, quote or `\begin`.
        text: String,
    },
    /// A closing bracket that nothing opened or that another one opened.
    NotOpened {
        /// The bracket.
        text: String,
    },
    /// More than six levels of brackets.
    TooDeep,
    /// More than [`MAX_VALUES`](crate::MAX_VALUES), at the first that is too many.
    TooManyValues,
}

impl fmt::Display for PasteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {:?}", self.line, self.column, self.kind)
    }
}

impl core::error::Error for PasteError {}
