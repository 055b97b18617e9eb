//! What a step of a batch of matrix products reads and writes.

use super::{Progress, Region, Slot, Touch, Walk, of_terms};
use crate::rule::MatmulPlan;
use crate::trace::bmm::{Order, Step, Tick, Trace};
use crate::trace::matmul;

impl Trace {
    /// How many matrices the operand holds, vectors and single matrices counting as one.
    fn stack_len(&self, slot: Slot) -> usize {
        let sizes = match slot {
            Slot::Lhs => self.plan.lhs,
            Slot::Rhs => self.plan.rhs,
            _ => self.plan.batch,
        };
        let matrix = if slot == Slot::Out { 0 } else { 2 };
        sizes.dims().iter().rev().skip(matrix).product()
    }

    fn touch_of(&self, Step { pairs, products }: Step) -> Option<Touch> {
        // A loop works on one pair. All pairs together read every matrix of either operand.
        let (lhs, rhs) = match self.order {
            Order::Loop => {
                let (lhs, rhs) = self.operands(pairs.start)?;
                (lhs..lhs + 1, rhs..rhs + 1)
            }
            Order::Batch => (0..self.stack_len(Slot::Lhs), 0..self.stack_len(Slot::Rhs)),
        };
        let matmul::Step { rows, inner, cols } = products;
        Some(Touch {
            reads: vec![
                Region::new(Slot::Lhs, [lhs, rows.clone(), inner.clone()]),
                Region::new(Slot::Rhs, [rhs, inner, cols.clone()]),
            ],
            writes: vec![Region::new(Slot::Out, [pairs, rows, cols])],
        })
    }
}

/// Every tensor is a stack: (matrices, m, k), (matrices, k, n) and (pairs, m, n), each batch counted in row-major order.
/// A vector is a matrix of one row or one column.
impl Walk for Trace {
    fn len(&self) -> usize {
        Trace::len(self)
    }

    fn tensors(&self) -> Vec<Region> {
        let MatmulPlan { m, k, n, .. } = self.plan;
        let whole = |slot, rows, cols| Region::new(slot, [0..self.stack_len(slot), 0..rows, 0..cols]);
        vec![whole(Slot::Lhs, m, k), whole(Slot::Rhs, k, n), whole(Slot::Out, m, n)]
    }

    fn touch(&self, t: usize) -> Option<Touch> {
        self.touch_of(self.step(t)?)
    }

    /// The coarse step of the product's own walk, in the pairs that step `t` works on.
    fn group(&self, t: usize) -> Option<Touch> {
        let Step { pairs, products } = self.step(t)?;
        let products = match self.tick {
            Tick::Part(..) => self.pair_trace().widen(products),
            Tick::Pair => products,
        };
        self.touch_of(Step { pairs, products })
    }

    fn progress(&self, t: usize, slot: Slot, index: &[usize]) -> Option<Progress> {
        let tensor = self.tensors().into_iter().find(|tensor| tensor.slot() == slot)?;
        match *index {
            _ if !tensor.contains(index) => None,
            [pair, i, j] if slot == Slot::Out => Some(of_terms(self.terms_done(t, pair, i, j), self.plan.k)),
            _ => Some(Progress::Done),
        }
    }
}
