//! What a text holds.

use crate::Notation;
use matwalk_core::Shape;

/// The most values that [`read`](crate::read()) takes: 256 x 256.
pub const MAX_VALUES: usize = 1 << 16;

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// The tensors, in the order of the text: at least one. Most texts hold one; code with several assignments and
    /// a product of matrices hold more.
    pub tensors: Vec<Tensor>,
    /// What it was read as.
    pub notation: Notation,
    /// What was done to the text beyond reading its numbers.
    pub notes: Vec<Note>,
}

/// A tensor with its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Tensor {
    /// The name it is assigned to.
    pub name: Option<String>,
    /// Rank 0 to 6.
    pub shape: Shape,
    /// The values, row-major.
    pub values: Vec<f32>,
    /// Each number as it was written, without blanks around. Where a number is written in a way that a cell can't hold
    /// (`\frac{1}{3}`, `np.nan`, digits under a common factor) this is its nearest plain form (`1/3`, `nan`, `1.5e4`):
    /// [`parse`](matwalk_core::number::parse) of a text always gives the value beside it.
    pub texts: Vec<String>,
}

/// What was done to a text beyond reading its numbers. The page says so beside the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// Rows and columns were exchanged, as the text asks (`'`, `.T`, columns of a Maple matrix).
    Transposed,
    /// Numbers in parentheses were read as negative, as in accounting.
    AccountingNegative,
    /// A line of column names was left out.
    HeaderLeftOut,
    /// A column that counts the rows was left out.
    IndexLeftOut,
    /// True and False were read as 1 and 0.
    Booleans,
    /// A common factor before the numbers was applied.
    Factor,
    /// The result behind `=` was left out; the operands were read.
    ResultLeftOut,
}
