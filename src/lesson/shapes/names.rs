//! How things are named: a and b, or x and weight in a layer.

use super::inputs::{Inputs, Op};
use crate::words::Locale;

/// What names depend on.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The language.
    pub locale: Locale,
    /// The operation.
    pub op: Op,
}

impl Names {
    /// The left operand.
    pub fn a(&self) -> &'static str {
        match self.op {
            Op::Linear | Op::Softmax => "x",
            _ => "a",
        }
    }

    /// The right operand.
    pub fn b(&self) -> &'static str {
        if self.op == Op::Linear { "weight" } else { "b" }
    }

    /// The call, with the operands exchanged.
    pub fn call_swapped(&self, inputs: &Inputs) -> String {
        match inputs.op {
            Op::Bmm => "torch.bmm(b, a)".to_owned(),
            Op::Linear => "F.linear(weight, x)".to_owned(),
            _ => "b @ a".to_owned(),
        }
    }
}

/// The code that exchanges the last two dimensions.
pub fn turn_code(name: &str, rank: usize) -> String {
    format!("{name}.{}", if rank == 2 { "T" } else { "mT" })
}
