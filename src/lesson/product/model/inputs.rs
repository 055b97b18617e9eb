//! The two operands, the verdict of the shape rule on them, and its repairs.

use super::MAX_SIZE;
use crate::lesson::operand::{Operand, Side};
use matwalk_core::fix::{self, Fix};
use matwalk_core::rule::{self, MatmulError, MatmulPlan};
use matwalk_core::{Shape, Tensor, op};
use std::sync::Arc;

/// What a person can undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The left operand, A.
    pub lhs: Operand,
    /// The right operand, B.
    pub rhs: Operand,
}

impl Inputs {
    /// The operand of a side.
    pub fn get(&self, side: Side) -> &Operand {
        match side {
            Side::Lhs => &self.lhs,
            Side::Rhs => &self.rhs,
        }
    }

    pub(super) fn with(&self, side: Side, operand: Operand) -> Inputs {
        match side {
            Side::Lhs => Inputs { lhs: operand, rhs: self.rhs.clone() },
            Side::Rhs => Inputs { lhs: self.lhs.clone(), rhs: operand },
        }
    }

    /// The shape rule's verdict.
    ///
    /// # Errors
    /// Why the two shapes have no product.
    pub fn plan(&self) -> Result<MatmulPlan, MatmulError> {
        rule::matmul(self.lhs.shape(), self.rhs.shape())
    }

    /// The product, or why there is none.
    pub fn outcome(&self) -> Outcome {
        match self.plan() {
            Err(error) => Outcome::Mismatch(error),
            Ok(plan) => match op::matmul(self.lhs.tensor(), self.rhs.tensor()) {
                Ok(out) => Outcome::Product(Box::new(Product { plan, out: Arc::new(out) })),
                Err(_) => Outcome::Mismatch(MatmulError::TooLarge),
            },
        }
    }

    /// Whether a cell that can't be read keeps the result's cell (row, col) from being computed.
    pub fn blocks(&self, plan: &MatmulPlan, row: usize, col: usize) -> bool {
        self.lhs.unreadable().any(|(index, _)| index / plan.k.max(1) == row)
            || self.rhs.unreadable().any(|(index, _)| index % plan.n.max(1) == col)
    }

    /// One-press repairs for shapes that don't go together, all of which succeed and stay within [`MAX_SIZE`].
    pub fn fixes(&self) -> Vec<Fix> {
        let (lhs, rhs) = (self.lhs.shape(), self.rhs.shape());
        fix::matmul(lhs, rhs)
            .into_iter()
            .filter(|fix| {
                let (lhs, rhs) = fix.apply_shapes(lhs, rhs);
                // This lesson shows vectors and matrices only.
                [lhs, rhs].iter().all(|s| (1..=2).contains(&s.rank()) && s.dims().iter().all(|&d| d <= MAX_SIZE))
            })
            .collect()
    }

    /// Both operands after a repair; every typed text moves along with its cell.
    pub(super) fn repaired(&self, repair: Fix) -> Inputs {
        let (lhs, rhs) = (self.lhs.shape(), self.rhs.shape());
        let (new_lhs, new_rhs) = repair.apply_shapes(lhs, rhs);
        if repair == Fix::Swap {
            return Inputs { lhs: self.rhs.clone(), rhs: self.lhs.clone() };
        }
        let moved = |operand: &Operand, side, shape: Shape| {
            if shape == operand.shape() {
                return operand.clone();
            }
            operand.remap(shape, |index| repair.source(side, lhs, rhs, index).map(|source| source.index))
        };
        Inputs {
            lhs: moved(&self.lhs, rule::Operand::Lhs, new_lhs),
            rhs: moved(&self.rhs, rule::Operand::Rhs, new_rhs),
        }
    }
}

/// What the shape rule and the core made of the inputs.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// They have a product.
    Product(Box<Product>),
    /// They have none, and why.
    Mismatch(MatmulError),
}

impl Outcome {
    /// The product, if there is one.
    pub fn product(&self) -> Option<&Product> {
        match self {
            Outcome::Product(product) => Some(product),
            Outcome::Mismatch(_) => None,
        }
    }
}

/// A product from the core.
#[derive(Clone, Debug)]
pub struct Product {
    /// Sizes and shapes.
    pub plan: MatmulPlan,
    /// The whole result.
    pub out: Arc<Tensor>,
}
