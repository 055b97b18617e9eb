//! The two stacks of matrices, and the verdict of the shape rule on them.

use crate::lesson::operand::{Lie, Operand};
use crate::screen::Slot;
use matwalk_core::Shape;
use matwalk_core::rule::{self, BmmError, Exception, MatmulError, MatmulPlan, Wording};

/// The left operand.
pub const A: Slot = Slot("a");
/// The right operand.
pub const B: Slot = Slot("b");

/// The most pairs, and the largest size of a matrix.
pub const MAX_PAIRS: usize = 8;
/// See [`MAX_PAIRS`].
pub const MAX_SIZE: usize = 6;

/// The function that is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Op {
    /// `torch.bmm`, which stretches nothing.
    #[default]
    Bmm,
    /// `torch.matmul`, which stretches a batch of 1.
    Matmul,
}

impl Op {
    /// Both.
    pub const ALL: [Op; 2] = [Op::Bmm, Op::Matmul];

    /// Its name.
    pub fn key(self) -> &'static str {
        match self {
            Op::Bmm => "bmm",
            Op::Matmul => "matmul",
        }
    }
}

/// Why there is no product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// By the rule of `bmm`.
    Bmm(BmmError),
    /// By the rule of `matmul`.
    Matmul(MatmulError),
}

impl Refusal {
    /// The exception and its text, as PyTorch prints it.
    pub fn message(&self) -> Option<String> {
        let (kind, text): (Option<Exception>, Option<String>) = match self {
            Refusal::Bmm(error) => (error.exception(), error.torch_text(Wording::New)),
            Refusal::Matmul(error) => (error.exception(), error.torch_text(Wording::New)),
        };
        kind.zip(text).map(|(kind, text)| format!("{kind}: {text}"))
    }
}

/// What a person can undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// (pairs, m, k).
    pub a: Operand,
    /// (pairs, k, n).
    pub b: Operand,
    /// The function that is called.
    pub op: Op,
}

/// The three sizes of a stack: matrices, rows, columns.
pub fn sizes(operand: &Operand) -> [usize; 3] {
    match operand.shape().dims() {
        [batch, rows, cols] => [*batch, *rows, *cols],
        _ => [0, 0, 0],
    }
}

impl Inputs {
    /// The operand of a slot.
    pub fn get(&self, slot: Slot) -> Option<&Operand> {
        match slot {
            A => Some(&self.a),
            B => Some(&self.b),
            _ => None,
        }
    }

    /// The same with another operand there.
    #[must_use]
    pub fn with(&self, slot: Slot, operand: Operand) -> Inputs {
        let mut next = self.clone();
        match slot {
            A => next.a = operand,
            B => next.b = operand,
            _ => {}
        }
        next
    }

    /// The shape rule's verdict.
    ///
    /// # Errors
    /// Why the two have no product.
    pub fn plan(&self) -> Result<MatmulPlan, Refusal> {
        match self.op {
            Op::Bmm => rule::bmm(self.a.shape(), self.b.shape()).map(MatmulPlan::from).map_err(Refusal::Bmm),
            Op::Matmul => rule::matmul(self.a.shape(), self.b.shape()).map_err(Refusal::Matmul),
        }
    }

    /// Whether every cell can be read.
    pub fn is_sound(&self) -> bool {
        self.a.is_sound() && self.b.is_sound()
    }

    /// How many pairs the picture has: as many as the larger stack has matrices.
    pub fn pairs(&self) -> usize {
        let ([a, ..], [b, ..]) = (sizes(&self.a), sizes(&self.b));
        if a == 0 || b == 0 { 0 } else { a.max(b) }
    }
}

/// One matrix of a stack; of a stack of one, that one.
pub fn sheet(operand: &Operand, pair: usize) -> Operand {
    let [batch, rows, cols] = sizes(operand);
    let (Ok(shape), at) = (Shape::matrix(rows, cols), own_sheet(operand, pair)) else { return operand.clone() };
    if batch == 0 {
        return operand.remap(Shape::matrix(0, 0).unwrap_or(shape), |_| None);
    }
    operand.remap(shape, |index| Some(at * rows * cols + index))
}

/// Which of its own matrices a stack gives to a pair.
pub fn own_sheet(operand: &Operand, pair: usize) -> usize {
    let [batch, ..] = sizes(operand);
    if batch <= 1 { 0 } else { pair.min(batch - 1) }
}

/// With other sizes: cells that still have a place keep their text, new ones are 0.
pub fn resized(operand: &Operand, to: [usize; 3]) -> Operand {
    let [batch, rows, cols] = sizes(operand);
    let Ok(shape) = Shape::new(&to) else { return operand.clone() };
    let sheet = (to[1] * to[2]).max(1);
    operand.remap(shape, |index| {
        let (i, row, col) = (index / sheet, index % sheet / to[2].max(1), index % to[2].max(1));
        (i < batch && row < rows && col < cols).then(|| (i * rows + row) * cols + col)
    })
}

/// A matrix or vector that was pasted, as a stack of one.
pub fn stacked(operand: &Operand) -> Option<Operand> {
    let dims = match operand.shape().dims() {
        [_, _, _] => return Some(operand.clone()),
        [rows, cols] => [1, *rows, *cols],
        [cols] => [1, 1, *cols],
        _ => return None,
    };
    let operand = if operand.is_vector() { operand.as_matrix(Lie::Row) } else { operand.clone() };
    Some(operand.remap(Shape::new(&dims).ok()?, Some))
}
