//! What the inputs decide once for all ticks: the products, and how wide their numbers are.

use super::inputs::{Inputs, Op, Refusal, sizes};
use crate::figure;
use crate::lesson::face::{face, widest};
use crate::lesson::operand::Operand;
use crate::screen::Shown;
use matwalk_core::rule::MatmulPlan;
use matwalk_core::trace::Grain;
use matwalk_core::trace::bmm::{Order, Trace};
use matwalk_core::{Tensor, op};
use std::sync::Arc;

/// Products that exist.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Sizes, and which matrices make a pair.
    pub plan: MatmulPlan,
    /// The whole result, (pairs, m, n).
    pub out: Arc<Tensor>,
    /// What each cell shows when it is finished.
    pub cells: Vec<Shown>,
    /// Characters of the widest of them.
    pub chars: usize,
}

impl Answer {
    /// The number of pairs.
    pub fn pairs(&self) -> usize {
        self.plan.batch.numel()
    }

    /// The index of a cell of a pair's result.
    pub fn index(&self, pair: usize, row: usize, col: usize) -> usize {
        (pair * self.plan.m + row) * self.plan.n + col
    }

    /// The walk of the loop, or of the batch.
    pub fn trace(&self, order: Order, grain: Grain) -> Trace {
        Trace::new(self.plan, order, grain)
    }
}

/// Everything that follows from the inputs alone.
#[derive(Clone, Debug)]
pub struct Solved {
    /// Characters of the widest number of A and of B.
    pub chars: [usize; 2],
    /// The products, or why there are none.
    pub answer: Result<Answer, Refusal>,
}

impl Solved {
    /// Solves the inputs.
    pub fn of(inputs: &Inputs) -> Solved {
        let chars = [&inputs.a, &inputs.b].map(|operand| face(operand).chars);
        Solved { chars, answer: answer(inputs) }
    }
}

fn answer(inputs: &Inputs) -> Result<Answer, Refusal> {
    let plan = inputs.plan()?;
    let (a, b) = (inputs.a.tensor(), inputs.b.tensor());
    let made = match inputs.op {
        Op::Bmm => op::bmm(a, b),
        Op::Matmul => op::matmul(a, b),
    };
    let out = made.map_err(|_| Refusal::Bmm(matwalk_core::rule::BmmError::TooLarge))?;
    let mut answer = Answer { plan, cells: Vec::new(), chars: 1, out: Arc::new(out) };
    let trace = answer.trace(Order::Loop, Grain::Fine);
    let bad_rows = bad(&inputs.a, |_, row, _| row);
    let bad_cols = bad(&inputs.b, |_, _, col| col);
    let blocked = |pair: usize, row: usize, col: usize| {
        let Some((own_a, own_b)) = trace.operands(pair) else { return true };
        bad_rows.contains(&(own_a, row)) || bad_cols.contains(&(own_b, col))
    };
    let (m, n) = (plan.m.max(1), plan.n.max(1));
    let shown = |(index, value): (usize, &f32)| match blocked(index / (m * n), index / n % m, index % n) {
        true => Shown::Blocked,
        false => Shown::Value(*value),
    };
    answer.cells = answer.out.data().iter().enumerate().map(shown).collect();
    answer.chars = widest(&answer.cells);
    Ok(answer)
}

/// The rows or columns of a stack with a cell that can't be read, each with its matrix.
fn bad(operand: &Operand, which: fn(usize, usize, usize) -> usize) -> Vec<(usize, usize)> {
    let [_, rows, cols] = sizes(operand);
    let (rows, cols) = (rows.max(1), cols.max(1));
    let place = |index: usize| (index / (rows * cols), index / cols % rows, index % cols);
    operand
        .unreadable()
        .map(|(index, _)| {
            let (sheet, row, col) = place(index);
            (sheet, which(sheet, row, col))
        })
        .collect()
}

/// A number as it stands in a sum: short, a negative one in brackets.
pub fn factor(value: Option<f32>) -> String {
    value.map_or_else(|| "?".to_owned(), figure::factor)
}
