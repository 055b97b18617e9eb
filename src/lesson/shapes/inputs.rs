//! What a person can change: the operation and the shapes.

use super::sizes::{Dims, Size, turned};
use crate::lesson::told::Told;
use crate::screen::Slot;
use std::sync::Arc;

/// The left operand; x of a layer and of softmax.
pub const A: Slot = Slot("a");
/// The right operand; the weight of a layer, (out, in).
pub const B: Slot = Slot("b");
/// The bias of a layer.
pub const BIAS: Slot = Slot("bias");
/// The result.
pub const OUT: Slot = Slot("out");

/// The operations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Op {
    /// `a @ b`.
    Matmul,
    /// `torch.bmm(a, b)`.
    Bmm,
    /// `nn.Linear`, `F.linear`.
    #[default]
    Linear,
    /// `torch.softmax(x, dim)`.
    Softmax,
    /// `a + b` and all else that goes element by element.
    Add,
}

impl Op {
    /// All of them, in the order of their keys.
    pub const ALL: [Op; 5] = [Op::Matmul, Op::Bmm, Op::Linear, Op::Softmax, Op::Add];

    /// Its name in the address.
    pub fn key(self) -> &'static str {
        match self {
            Op::Matmul => "matmul",
            Op::Bmm => "bmm",
            Op::Linear => "linear",
            Op::Softmax => "softmax",
            Op::Add => "add",
        }
    }

    /// The operation of a name.
    pub fn of(key: &str) -> Option<Op> {
        Op::ALL.into_iter().find(|op| op.key() == key)
    }
}

/// The operation and its shapes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inputs {
    /// The operation.
    pub op: Op,
    /// The left operand.
    pub a: Dims,
    /// The right operand; kept while softmax has none.
    pub b: Dims,
    /// The bias of a layer; `None` without one.
    pub bias: Option<Dims>,
    /// The dim of softmax.
    pub dim: i64,
    /// The pasted text that the shapes come from, while none of them has been changed.
    pub told: Option<Arc<Told>>,
    /// Whether a fix led here.
    pub fixed: bool,
}

impl Inputs {
    /// Whether there is a right operand.
    pub fn has_b(&self) -> bool {
        self.op != Op::Softmax
    }

    /// The bias that is added; only a layer has one.
    pub fn added(&self) -> Option<&Dims> {
        self.bias.as_ref().filter(|_| self.op == Op::Linear)
    }

    /// The shape in a slot.
    pub fn get(&self, slot: Slot) -> Option<&Dims> {
        match slot {
            A => Some(&self.a),
            B if self.has_b() => Some(&self.b),
            BIAS => self.added(),
            _ => None,
        }
    }

    /// The same with another shape in a slot. A bias of one value for each output follows the weight.
    #[must_use]
    pub fn with(&self, slot: Slot, dims: Dims) -> Inputs {
        let mut next = Inputs { told: None, fixed: false, ..self.clone() };
        match slot {
            A => next.a = dims,
            BIAS => next.bias = Some(dims),
            _ => {
                if self.bias == plain_bias(&self.b) {
                    next.bias = plain_bias(&dims);
                }
                next.b = dims;
            }
        }
        next
    }

    /// The same product by another operation: a layer stores its weight turned.
    #[must_use]
    pub fn by(&self, op: Op) -> Inputs {
        let mut next = Inputs { op, told: None, fixed: false, ..self.clone() };
        if (op == Op::Linear) != (self.op == Op::Linear) && self.b.len() == 2 {
            next.b = turned(&self.b);
        }
        if op == Op::Linear {
            next.bias = plain_bias(&next.b);
        }
        next
    }

    /// Whether all sizes are known.
    pub fn is_whole(&self) -> bool {
        let known = |dims: &Dims| dims.iter().all(|size| size.known().is_some());
        known(&self.a) && (!self.has_b() || known(&self.b)) && self.added().is_none_or(known)
    }
}

/// The bias of `nn.Linear`: one value for each output.
pub fn plain_bias(weight: &[Size]) -> Option<Dims> {
    weight.first().filter(|_| weight.len() == 2).map(|out| vec![*out])
}
