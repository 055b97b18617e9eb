//! The offsets of the matrices of a broadcast batch.

use super::align::{dim_from_right, meet};
use crate::shape::MAX_RANK;

/// Walks the batch of a product in row-major order and says, for each result matrix, which matrix of either operand
/// goes into it: `(lhs, rhs, out)`, counted in matrices from the start of each tensor.
///
/// A stretched dimension has stride 0, so its one matrix comes up again and again. Nothing is allocated.
#[derive(Clone, Debug)]
pub struct BatchOffsets {
    rank: usize,
    sizes: [usize; MAX_RANK],
    lhs_strides: [usize; MAX_RANK],
    rhs_strides: [usize; MAX_RANK],
    // The multi-index of the next matrix, and the offsets that it has.
    at: [usize; MAX_RANK],
    lhs: usize,
    rhs: usize,
    out: usize,
    len: usize,
}

impl BatchOffsets {
    /// For two batch shapes that broadcast together (those of a plan do).
    pub(super) fn new(lhs: &[usize], rhs: &[usize]) -> BatchOffsets {
        let rank = lhs.len().max(rhs.len()).min(MAX_RANK);
        let (mut sizes, mut lhs_strides, mut rhs_strides) = ([1; MAX_RANK], [0; MAX_RANK], [0; MAX_RANK]);
        let (mut lhs_stride, mut rhs_stride) = (1, 1);
        for from_right in 1..=rank {
            let i = rank - from_right;
            let x = dim_from_right(lhs, from_right).map_or(1, |d| d.size);
            let y = dim_from_right(rhs, from_right).map_or(1, |d| d.size);
            sizes[i] = meet(Some(x), Some(y)).1.unwrap_or(0);
            if x != 1 {
                lhs_strides[i] = lhs_stride;
            }
            if y != 1 {
                rhs_strides[i] = rhs_stride;
            }
            // Products of one shape's sizes: a size of zero leaves nothing to walk, so its stride is never used.
            lhs_stride *= x;
            rhs_stride *= y;
        }
        let len = sizes[..rank].iter().product();
        BatchOffsets { rank, sizes, lhs_strides, rhs_strides, at: [0; MAX_RANK], lhs: 0, rhs: 0, out: 0, len }
    }

    /// What comes up for the result matrix `out`, without walking there.
    pub(super) fn get(&self, out: usize) -> Option<(usize, usize, usize)> {
        if out >= self.len {
            return None;
        }
        let (mut rest, mut lhs, mut rhs) = (out, 0, 0);
        for i in (0..self.rank).rev() {
            lhs += rest % self.sizes[i] * self.lhs_strides[i];
            rhs += rest % self.sizes[i] * self.rhs_strides[i];
            rest /= self.sizes[i];
        }
        Some((lhs, rhs, out))
    }
}

impl Iterator for BatchOffsets {
    type Item = (usize, usize, usize);

    fn next(&mut self) -> Option<(usize, usize, usize)> {
        if self.out == self.len {
            return None;
        }
        let item = (self.lhs, self.rhs, self.out);
        self.out += 1;
        // An odometer: the innermost wheel that is not at its end moves, those inside it return to 0.
        for i in (0..self.rank).rev() {
            self.at[i] += 1;
            self.lhs += self.lhs_strides[i];
            self.rhs += self.rhs_strides[i];
            if self.at[i] < self.sizes[i] {
                break;
            }
            self.lhs -= self.lhs_strides[i] * self.sizes[i];
            self.rhs -= self.rhs_strides[i] * self.sizes[i];
            self.at[i] = 0;
        }
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.len - self.out;
        (left, Some(left))
    }
}

impl ExactSizeIterator for BatchOffsets {}
impl core::iter::FusedIterator for BatchOffsets {}
