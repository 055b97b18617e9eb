//! The checks that PyTorch makes of an operation's shapes, in its order.
//!
//! Each function lists what PyTorch looks at and does before it computes. The list ends with the result, or with the
//! check that fails: PyTorch stops there, and so its error names that mistake and no later one.

use super::add::broadcast;
use super::align::{Alignment, Role, Verdict};
use super::linear::{Path, align_expand};
use super::matmul::columns_fold;
use super::{Operand, align, align_add, align_bmm, align_linear, align_softmax};
use crate::shape::Shape;

/// What is looked at or done in one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Check {
    /// Whether the ranks of the operands are those that the operation takes.
    Ranks,
    /// The weight of a linear layer is transposed, which needs a rank of at most 2.
    Turn,
    /// A vector is lent a size of 1: as a matrix of one row (left) or one column (right).
    Lend(Operand),
    /// All leading dimensions of a stack are put under each other as the rows of one matrix. On the right it is the
    /// transposed stack, whose columns become rows.
    Fold {
        /// The stack.
        operand: Operand,
        /// How many rows the matrix has.
        rows: usize,
    },
    /// Whether the kernel that is chosen takes a weight of this rank: `addmm` needs a matrix.
    WeightRank,
    /// Whether the two sizes of a column of the alignment go together.
    Column(usize),
    /// Whether batch and inner sizes agree; `bmm` compares all four at once.
    Batched,
    /// Whether the bias has at most two dimensions, as `addmm` demands.
    BiasRank,
    /// Whether the bias goes together with what it is added to in a column of the bias alignment.
    Bias(usize),
    /// Whether what the bias is added to keeps its shape.
    BiasKeepsShape,
    /// Whether the tensor has the dimension that was asked for.
    Range,
    /// Whether the result is within [`MAX_EXTENT`](crate::shape::MAX_EXTENT): a limit of this crate, listed only where
    /// it is exceeded.
    Extent,
    /// The result has this shape.
    Result(Shape),
}

/// The checks of one call, in PyTorch's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checks {
    /// The operands laid over each other; [`Check::Column`] counts its columns.
    pub alignment: Alignment,
    /// What the bias is added to (left) and the bias (right), laid over each other; [`Check::Bias`] counts its columns.
    /// Without columns if there is no bias or if PyTorch stops before it.
    pub bias: Alignment,
    /// What is looked at and done. All but the last one succeed.
    pub list: Vec<Check>,
    /// Whether the last one succeeds, and so the operation exists.
    pub passes: bool,
}

impl Checks {
    fn new(alignment: Alignment) -> Checks {
        Checks { alignment, bias: Alignment::empty(), list: Vec::new(), passes: true }
    }

    /// Adds a check unless an earlier one failed.
    fn push(&mut self, check: Check, passes: bool) {
        if self.passes {
            self.list.push(check);
            self.passes = passes;
        }
    }

    /// Adds a check for each column with one of these roles, from the right.
    fn columns(&mut self, roles: &[Role]) {
        let alignment = self.alignment;
        for (index, column) in alignment.columns().iter().enumerate().rev().filter(|(_, c)| roles.contains(&c.role)) {
            self.push(Check::Column(index), column.verdict != Verdict::Clash);
        }
    }

    fn lend(&mut self, operand: Operand, shape: Shape) {
        if shape.rank() == 1 {
            self.push(Check::Lend(operand), true);
        }
    }

    fn result(mut self, out: Option<Shape>) -> Checks {
        match out {
            Some(out) => self.push(Check::Result(out), true),
            None => self.push(Check::Extent, false),
        }
        self
    }
}

/// The checks of [`matmul`](super::matmul()).
///
/// ```
/// use matwalk_core::{Shape, rule::{Operand, check::{self, Check}}};
/// // x of (64, 1, 28, 28) against a matrix: folded, and then the inner sizes differ.
/// let checks = check::matmul(Shape::new(&[64, 1, 28, 28])?, Shape::new(&[784, 256])?);
/// let fold = Check::Fold { operand: Operand::Lhs, rows: 1792 };
/// assert_eq!(checks.list, [Check::Ranks, fold, Check::Column(3)]);
/// assert!(!checks.passes && checks.alignment.columns()[3].clash().is_some());
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn matmul(lhs: Shape, rhs: Shape) -> Checks {
    let mut checks = Checks::new(align(lhs, rhs));
    checks.push(Check::Ranks, lhs.rank() > 0 && rhs.rank() > 0);
    checks.lend(Operand::Lhs, lhs);
    checks.lend(Operand::Rhs, rhs);
    match (lhs.rank(), rhs.rank()) {
        (3.., 1 | 2) => checks.push(Check::Fold { operand: Operand::Lhs, rows: rows(lhs) }, true),
        (1, 3..) if columns_fold(&rhs) => {
            // All dimensions but the inner one.
            let columns = rhs.dims().iter().rev().enumerate().filter(|&(i, _)| i != 1).map(|(_, size)| size).product();
            checks.push(Check::Fold { operand: Operand::Rhs, rows: columns }, true);
        }
        _ => checks.columns(&[Role::Batch]),
    }
    checks.columns(&[Role::Inner]);
    checks.result(super::matmul(lhs, rhs).ok().map(|plan| plan.out))
}

/// The checks of [`bmm`](super::bmm()).
pub fn bmm(lhs: Shape, rhs: Shape) -> Checks {
    let alignment = align_bmm(lhs, rhs);
    let mut checks = Checks::new(alignment);
    checks.push(Check::Ranks, lhs.rank() == 3 && rhs.rank() == 3);
    checks.push(Check::Batched, !alignment.clashes());
    checks.result(super::bmm(lhs, rhs).ok().map(|plan| plan.out))
}

/// The checks of [`linear`](super::linear()).
pub fn linear(x: Shape, weight: Shape, bias: Option<Shape>) -> Checks {
    let path = Path::of(x, bias);
    let plan = super::linear(x, weight, bias).ok();
    let mut checks = Checks::new(align_linear(x, weight));
    checks.push(Check::Ranks, x.rank() > 0 && weight.rank() > 0);
    checks.push(Check::Turn, weight.rank() <= 2);
    checks.lend(Operand::Lhs, x);
    if path != Path::Fused {
        checks.lend(Operand::Rhs, weight);
    }
    if x.rank() > 2 {
        checks.push(Check::Fold { operand: Operand::Lhs, rows: rows(x) }, true);
    }
    if path == Path::Fused {
        checks.push(Check::WeightRank, weight.rank() == 2);
    }
    checks.columns(&[Role::Inner]);
    // What the bias is added to exists without it.
    if let (true, Some(bias), Ok(product)) = (checks.passes, bias, super::linear(x, weight, None)) {
        let target = match path {
            Path::Fused => Shape::matrix(product.rows, product.out_features).ok(),
            Path::Product | Path::InPlace => Some(product.out),
        };
        if let Some(target) = target {
            checks.bias_onto(bias, target, path);
        }
    }
    checks.result(plan.map(|plan| plan.out))
}

impl Checks {
    fn bias_onto(&mut self, bias: Shape, target: Shape, path: Path) {
        self.bias = if path == Path::Fused { align_expand(target, bias) } else { align_add(target, bias) };
        if path == Path::Fused {
            self.push(Check::BiasRank, bias.rank() <= 2);
        }
        for (index, column) in self.bias.columns().to_vec().iter().enumerate().rev() {
            self.push(Check::Bias(index), column.verdict != Verdict::Clash);
        }
        if path != Path::Fused {
            match broadcast(target, bias) {
                Some(grown) => self.push(Check::BiasKeepsShape, grown == target),
                None => self.push(Check::Extent, false),
            }
        }
    }
}

/// The checks of [`softmax`](super::softmax()).
pub fn softmax(x: Shape, dim: i64) -> Checks {
    let plan = super::softmax(x, dim).ok();
    let mut checks = Checks::new(align_softmax(x, dim));
    checks.push(Check::Range, plan.is_some());
    checks.result(plan.map(|plan| plan.out))
}

/// The checks of [`add`](super::add()).
pub fn add(lhs: Shape, rhs: Shape) -> Checks {
    let mut checks = Checks::new(align_add(lhs, rhs));
    checks.columns(&[Role::Element]);
    checks.result(super::add(lhs, rhs).ok().map(|plan| plan.out))
}

/// All dimensions but the last, put under each other.
fn rows(shape: Shape) -> usize {
    shape.dims().split_last().map_or(1, |(_, leading)| leading.iter().product())
}
