//! The steps of the walk: PyTorch's checks in its order, without those that say nothing while they succeed.

use super::inputs::{Inputs, Op};
use matwalk_core::Shape;
use matwalk_core::rule::check::{Check, Checks};
use matwalk_core::rule::{Operand, Role};

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The ranks are not those that the operation takes.
    Ranks,
    /// The weight is transposed.
    Turn,
    /// The weight has too many dimensions to be transposed.
    TurnFails,
    /// A vector is lent a 1.
    Lend(Operand),
    /// Leading dimensions become rows.
    Fold(Operand, usize),
    /// The weight is no matrix where one is needed.
    WeightRank,
    /// A column is compared.
    Column(usize),
    /// Batch and inner sizes are compared in one check, which fails.
    Batched,
    /// The bias is added.
    Bias,
    /// The bias can't be added: in a column of the bias alignment, or because of its rank.
    BiasFails(Option<usize>),
    /// The tensor does not have that dim.
    Range,
    /// A negative dim counts from the back.
    Negative,
    /// What sums to 1.
    Sum,
    /// The result is too large.
    Extent,
    /// The result.
    Result(Shape),
}

/// The steps of some checks.
pub fn steps(inputs: &Inputs, checks: &Checks) -> Vec<Step> {
    let mut steps = Vec::new();
    let last = checks.list.len().saturating_sub(1);
    for (index, check) in checks.list.iter().enumerate() {
        let fails = index == last && !checks.passes;
        match *check {
            Check::Ranks if fails => steps.push(Step::Ranks),
            Check::Turn if fails => steps.push(Step::TurnFails),
            Check::Turn if inputs.b.len() == 2 => steps.push(Step::Turn),
            Check::Lend(operand) => steps.push(Step::Lend(operand)),
            Check::Fold { operand, rows } => steps.push(Step::Fold(operand, rows)),
            Check::WeightRank if fails => steps.push(Step::WeightRank),
            Check::Column(column) => steps.push(Step::Column(column)),
            Check::Batched if fails => steps.push(Step::Batched),
            Check::Batched => {
                let is = |role: Role| checks.alignment.columns().iter().position(|column| column.role == role);
                steps.extend([Role::Batch, Role::Inner].into_iter().filter_map(is).map(Step::Column));
            }
            Check::BiasRank | Check::BiasKeepsShape if fails => steps.push(Step::BiasFails(None)),
            Check::Bias(column) if fails => steps.push(Step::BiasFails(Some(column))),
            Check::Range if fails => steps.push(Step::Range),
            Check::Extent => steps.push(Step::Extent),
            Check::Result(shape) => {
                if inputs.added().is_some() {
                    steps.push(Step::Bias);
                }
                if inputs.op == Op::Softmax {
                    if inputs.dim < 0 {
                        steps.push(Step::Negative);
                    }
                    steps.push(Step::Sum);
                }
                steps.push(Step::Result(shape));
            }
            _ => {}
        }
    }
    steps
}
