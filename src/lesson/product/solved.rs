//! What the inputs decide once for all steps: the product and the numbers of all cells.

use super::inputs::{B, Inputs};
use crate::lesson::face::{Face, face, widest};
use crate::screen::{Shown, Slot};
use matwalk_core::rule::{MatmulError, MatmulPlan};
use matwalk_core::{Tensor, op};
use std::sync::Arc;

/// A product that exists.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Sizes and shapes.
    pub plan: MatmulPlan,
    /// The whole result.
    pub out: Arc<Tensor>,
    /// What each of its cells shows when it is finished.
    pub cells: Arc<[Shown]>,
    /// Characters of the widest of them.
    pub chars: usize,
    blocked_rows: Vec<bool>,
    blocked_cols: Vec<bool>,
}

impl Answer {
    /// Whether a cell that can't be read keeps the result's cell (row, col) from being computed.
    pub fn blocks(&self, row: usize, col: usize) -> bool {
        self.blocked_rows.get(row) == Some(&true) || self.blocked_cols.get(col) == Some(&true)
    }
}

/// Everything that follows from the inputs alone.
#[derive(Clone, Debug)]
pub struct Solved {
    /// The left operand's cells.
    pub lhs: Face,
    /// The right operand's cells.
    pub rhs: Face,
    /// The product, or why there is none.
    pub answer: Result<Answer, MatmulError>,
}

impl Solved {
    /// Solves the inputs.
    pub fn of(inputs: &Inputs) -> Solved {
        Solved { lhs: face(&inputs.lhs), rhs: face(&inputs.rhs), answer: answer(inputs) }
    }

    /// The cells of an operand.
    pub fn face(&self, slot: Slot) -> &Face {
        if slot == B { &self.rhs } else { &self.lhs }
    }
}

fn answer(inputs: &Inputs) -> Result<Answer, MatmulError> {
    let plan = inputs.plan()?;
    let out = op::matmul(inputs.lhs.tensor(), inputs.rhs.tensor()).map_err(|_| MatmulError::TooLarge)?;
    let (mut blocked_rows, mut blocked_cols) = (vec![false; plan.m], vec![false; plan.n]);
    inputs.lhs.unreadable().for_each(|(index, _)| blocked_rows[index / plan.k.max(1)] = true);
    inputs.rhs.unreadable().for_each(|(index, _)| blocked_cols[index % plan.n.max(1)] = true);
    let mut answer = Answer { plan, cells: Arc::default(), chars: 0, blocked_rows, blocked_cols, out: Arc::new(out) };
    let shown = |(index, value): (usize, &f32)| {
        let blocked = answer.blocks(index / plan.n.max(1), index % plan.n.max(1));
        if blocked { Shown::Blocked } else { Shown::Value(*value) }
    };
    answer.cells = answer.out.data().iter().enumerate().map(shown).collect();
    answer.chars = widest(&answer.cells);
    Ok(answer)
}
