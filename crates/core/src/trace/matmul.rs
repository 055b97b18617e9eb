//! The steps of a matrix product (m, k) @ (k, n) → (m, n), in four orders.
//!
//! Every order adds the products of one cell in ascending k, multiply then add, from +0. All four therefore end in the
//! bits of [`crate::reference`], and every partial sum has the same bits as well. The sum of a single column of more than
//! 256 terms runs in lanes, see [`reference::in_lanes`].

use super::Grain;
use crate::reference;
use core::ops::Range;

/// Four orders of the same products. In each the products of one cell come in ascending k.
///
/// The fine grain is one product in every reading; the coarse grain is named for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Row · column: one cell after the other. Coarse: one cell.
    #[default]
    Dot,
    /// Each column of the result is a blend of the columns of lhs. Coarse: one scaled column.
    Columns,
    /// Each row of the result is a blend of the rows of rhs. Coarse: one scaled row.
    Rows,
    /// The result is a sum of rank-1 sheets, column p of lhs times row p of rhs. Coarse: one sheet.
    Outer,
}

impl Reading {
    /// All four, in the order of the lesson.
    pub const ALL: [Reading; 4] = [Reading::Dot, Reading::Columns, Reading::Rows, Reading::Outer];
}

/// The products of one step: `lhs[i, p] * rhs[p, j]` for each i in `rows`, p in `inner`, j in `cols`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Rows of lhs and of the result.
    pub rows: Range<usize>,
    /// Columns of lhs and rows of rhs.
    pub inner: Range<usize>,
    /// Columns of rhs and of the result.
    pub cols: Range<usize>,
}

impl Step {
    /// Whether this step adds to the result's cell (i, j).
    pub fn touches(&self, i: usize, j: usize) -> bool {
        self.rows.contains(&i) && self.cols.contains(&j)
    }
    /// Whether this step reads `lhs[i, p]`.
    pub fn reads_lhs(&self, i: usize, p: usize) -> bool {
        self.rows.contains(&i) && self.inner.contains(&p)
    }
    /// Whether this step reads `rhs[p, j]`.
    pub fn reads_rhs(&self, p: usize, j: usize) -> bool {
        self.inner.contains(&p) && self.cols.contains(&j)
    }
}

/// The walk through one product.
///
/// ```
/// use matwalk_core::trace::{Grain, matmul::{Reading, Trace}};
/// let trace = Trace::new(2, 3, 2, Reading::Dot, Grain::Fine);
/// assert_eq!(trace.len(), 12);
/// // After 8 steps the cell (1, 0) holds two of its three products.
/// assert_eq!(trace.terms_done(8, 1, 0), 2);
/// let (lhs, rhs) = ([1., 2., 3., 4., 5., 6.], [1., 2., 3., 4., 5., 6.]);
/// assert_eq!(trace.partial(&lhs, &rhs, 8, 1, 0), 4. * 1. + 5. * 3.);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Rows of lhs and of the result.
    pub m: usize,
    /// Columns of lhs, rows of rhs.
    pub k: usize,
    /// Columns of rhs and of the result.
    pub n: usize,
    /// The order of the steps.
    pub reading: Reading,
    /// How much one step does.
    pub grain: Grain,
}

impl Trace {
    /// The walk through (m, k) @ (k, n). Sizes of zero are legal and give a walk without steps.
    pub fn new(m: usize, k: usize, n: usize, reading: Reading, grain: Grain) -> Trace {
        Trace { m, k, n, reading, grain }
    }

    /// How many steps there are; `usize::MAX` if there are more.
    pub fn len(&self) -> usize {
        let Trace { m, k, n, .. } = *self;
        let factors = match (self.grain, self.reading) {
            _ if [m, k, n].contains(&0) => return 0,
            (Grain::Fine, _) => [m, k, n],
            (Grain::Coarse, Reading::Dot) => [m, n, 1],
            (Grain::Coarse, Reading::Columns) => [n, k, 1],
            (Grain::Coarse, Reading::Rows) => [m, k, 1],
            (Grain::Coarse, Reading::Outer) => [k, 1, 1],
        };
        factors.into_iter().fold(1, usize::saturating_mul)
    }

    /// Whether there are no steps: one of the sizes is zero.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What step `index` does, counted from 0; `None` at or past [`Trace::len`].
    pub fn step(&self, index: usize) -> Option<Step> {
        if index >= self.len() {
            return None;
        }
        let Trace { m, k, n, .. } = *self;
        let one = |x: usize| x..x + 1;
        Some(match (self.reading, self.grain) {
            (Reading::Dot, Grain::Fine) => {
                Step { rows: one(index / k / n), inner: one(index % k), cols: one(index / k % n) }
            }
            (Reading::Dot, Grain::Coarse) => Step { rows: one(index / n), inner: 0..k, cols: one(index % n) },
            (Reading::Columns, Grain::Fine) => {
                Step { rows: one(index % m), inner: one(index / m % k), cols: one(index / m / k) }
            }
            (Reading::Columns, Grain::Coarse) => Step { rows: 0..m, inner: one(index % k), cols: one(index / k) },
            (Reading::Rows, Grain::Fine) => {
                Step { rows: one(index / n / k), inner: one(index / n % k), cols: one(index % n) }
            }
            (Reading::Rows, Grain::Coarse) => Step { rows: one(index / k), inner: one(index % k), cols: 0..n },
            (Reading::Outer, Grain::Fine) => {
                Step { rows: one(index / n % m), inner: one(index / n / m), cols: one(index % n) }
            }
            (Reading::Outer, Grain::Coarse) => Step { rows: 0..m, inner: one(index), cols: 0..n },
        })
    }

    /// The step in which the cell (i, j) gets its first product, and how many steps lie from one product to the next.
    /// In the coarse grain of [`Reading::Dot`] all products of a cell come in one step: the distance is 0. Steps past
    /// `usize::MAX` count as that.
    fn schedule(&self, i: usize, j: usize) -> (usize, usize) {
        let Trace { m, k, n, .. } = *self;
        let at = |outer: usize, size: usize, inner: usize| outer.saturating_mul(size).saturating_add(inner);
        match (self.reading, self.grain) {
            (Reading::Dot, Grain::Fine) => (at(i, n, j).saturating_mul(k), 1),
            (Reading::Dot, Grain::Coarse) => (at(i, n, j), 0),
            (Reading::Columns, Grain::Fine) => (at(j.saturating_mul(k), m, i), m),
            (Reading::Columns, Grain::Coarse) => (at(j, k, 0), 1),
            (Reading::Rows, Grain::Fine) => (at(i.saturating_mul(k), n, j), n),
            (Reading::Rows, Grain::Coarse) => (at(i, k, 0), 1),
            (Reading::Outer, Grain::Fine) => (at(i, n, j), m.saturating_mul(n)),
            (Reading::Outer, Grain::Coarse) => (0, 1),
        }
    }

    /// How many of its k products the cell (i, j) holds after `t` finished steps.
    pub fn terms_done(&self, t: usize, i: usize, j: usize) -> usize {
        let (first, distance) = self.schedule(i, j);
        let Some(since) = t.checked_sub(first.saturating_add(1)) else { return 0 };
        // Without a distance all products come at once.
        since.checked_div(distance).map_or(self.k, |more| (more + 1).min(self.k))
    }

    /// The smallest number of finished steps after which the cell (i, j) holds all its products.
    pub fn finished_at(&self, i: usize, j: usize) -> usize {
        if self.is_empty() {
            return 0;
        }
        let (first, distance) = self.schedule(i, j);
        (self.k - 1).saturating_mul(distance).saturating_add(first).saturating_add(1)
    }

    /// The smallest number of finished steps after which the cell (i, j) holds its product p; 0 if there are no steps.
    pub fn added_at(&self, i: usize, j: usize, p: usize) -> usize {
        if self.is_empty() {
            return 0;
        }
        let (first, distance) = self.schedule(i, j);
        first + p * distance + 1
    }

    /// What the cell (i, j) holds after `t` finished steps, from the row-major values of lhs and rhs.
    pub fn partial(&self, lhs: &[f32], rhs: &[f32], t: usize, i: usize, j: usize) -> f32 {
        let products = (0..self.terms_done(t, i, j)).map(|p| lhs[i * self.k + p] * rhs[p * self.n + j]);
        reference::sum(reference::in_lanes(self.k, self.n), products)
    }

    /// Performs the steps `range` on `out` (m, n), row-major: from `+0` and step 0 this is every partial result there
    /// is; from the partial result after `range.start` steps it goes on where that left off, with the same bits.
    pub fn run(&self, lhs: &[f32], rhs: &[f32], range: Range<usize>, out: &mut [f32]) {
        let (k, n) = (self.k, self.n);
        if reference::in_lanes(k, n) {
            // The value of a cell does not tell the values of its lanes, so each cell is summed from the start.
            for (i, out) in out.iter_mut().enumerate() {
                *out = self.partial(lhs, rhs, range.end, i, 0);
            }
            return;
        }
        for index in range.start..range.end.min(self.len()) {
            let Some(Step { rows, inner, cols }) = self.step(index) else { return };
            for i in rows {
                for p in inner.clone() {
                    let factor = lhs[i * k + p];
                    let sources = &rhs[p * n + cols.start..p * n + cols.end];
                    let targets = &mut out[i * n + cols.start..i * n + cols.end];
                    for (target, source) in targets.iter_mut().zip(sources) {
                        *target += factor * source;
                    }
                }
            }
        }
    }
}
