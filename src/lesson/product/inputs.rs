//! The two operands, and the verdict of the shape rule on them.

use crate::lesson::operand::{Lie, Operand};
use crate::screen::Slot;
use matwalk_core::rule::{self, MatmulError, MatmulPlan};

/// The left operand.
pub const A: Slot = Slot("a");
/// The right operand.
pub const B: Slot = Slot("b");
/// The result.
pub const OUT: Slot = Slot("out");

/// The most rows or columns an operand has here.
pub const MAX_SIZE: usize = 256;
// The formula shows a sum as one term after the other; longer ones may be added in lanes.
const _: () = assert!(MAX_SIZE <= matwalk_core::reference::PLAIN_SUM);

/// What a person can undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The left operand, A: rank 1 or 2.
    pub lhs: Operand,
    /// The right operand, B: rank 1 or 2.
    pub rhs: Operand,
}

impl Inputs {
    /// The operand in a slot; `None` for one that is none.
    pub fn get(&self, slot: Slot) -> Option<&Operand> {
        match slot {
            A => Some(&self.lhs),
            B => Some(&self.rhs),
            _ => None,
        }
    }

    /// The same with another operand in that slot.
    #[must_use]
    pub fn with(&self, slot: Slot, operand: Operand) -> Inputs {
        match slot {
            A => Inputs { lhs: operand, rhs: self.rhs.clone() },
            B => Inputs { lhs: self.lhs.clone(), rhs: operand },
            _ => self.clone(),
        }
    }

    /// The operands exchanged.
    #[must_use]
    pub fn swapped(&self) -> Inputs {
        Inputs { lhs: self.rhs.clone(), rhs: self.lhs.clone() }
    }

    /// Rows and columns of both on paper: a left vector lies, a right one stands.
    pub fn paper(&self) -> [(usize, usize); 2] {
        [self.lhs.paper(lie(A)), self.rhs.paper(lie(B))]
    }

    /// The shape rule's verdict.
    ///
    /// # Errors
    /// Why the two shapes have no product.
    pub fn plan(&self) -> Result<MatmulPlan, MatmulError> {
        rule::matmul(self.lhs.shape(), self.rhs.shape())
    }

    /// Whether every cell can be read.
    pub fn is_sound(&self) -> bool {
        self.lhs.is_sound() && self.rhs.is_sound()
    }
}

/// How a vector in that slot stands on paper.
pub fn lie(slot: Slot) -> Lie {
    if slot == B { Lie::Column } else { Lie::Row }
}
