//! The order in which the terms of a softmax are added.
//!
//! Up to [`PLAIN`] terms: from the first to the last, starting at +0.
//!
//! More of them are cut into blocks of [`BLOCK`]. Term i of a block goes to partial sum i mod [`LANES`], ascending,
//! each starting at +0; the total of the block is (p_0 + p_2) + (p_1 + p_3). Totals of blocks are added as in
//! a binary tree: each pair of neighbouring blocks, then each pair of neighbouring pairs, and so on; the totals left at
//! the end are added from the last to the first. A term takes part in 66 additions and one more for each doubling of the
//! length, and the error of a sum of a million terms stays within a few ulp.

/// The most terms that are added one after the other.
pub const PLAIN: usize = 64;
/// How many terms a block has.
pub const BLOCK: usize = 256;
/// How many partial sums a block has.
pub const LANES: usize = 4;

/// Adds terms in the order of this module, by `add`: the total, and for each term the value its partial sum had after
/// it (with up to [`PLAIN`] terms the running sum).
pub fn ordered(terms: &[f64], add: impl Fn(f64, f64) -> f64) -> (Vec<f64>, f64) {
    let mut running = Vec::with_capacity(terms.len());
    if terms.len() <= PLAIN {
        let mut total = 0.0;
        for term in terms {
            total = add(total, *term);
            running.push(total);
        }
        return (running, total);
    }
    let mut totals = Counter::new();
    for block in terms.chunks(BLOCK) {
        let mut p = [0.0; LANES];
        for (i, term) in block.iter().enumerate() {
            p[i % LANES] = add(p[i % LANES], *term);
            running.push(p[i % LANES]);
        }
        totals.push(add(add(p[0], p[2]), add(p[1], p[3])), &add);
    }
    (running, totals.total(&add))
}

/// Totals of blocks, added pairwise; the places are those of a binary counter of the blocks.
pub(super) struct Counter<T> {
    /// Place k holds the sum of 2^k blocks, if that bit of the count is one.
    sums: [T; usize::BITS as usize],
    count: usize,
}

impl<T: Copy + Default> Counter<T> {
    pub(super) fn new() -> Counter<T> {
        Counter { sums: [T::default(); usize::BITS as usize], count: 0 }
    }

    pub(super) fn push(&mut self, mut total: T, add: impl Fn(T, T) -> T) {
        let carries = self.count.trailing_ones() as usize;
        for earlier in &self.sums[..carries] {
            total = add(*earlier, total);
        }
        self.sums[carries] = total;
        self.count += 1;
    }

    pub(super) fn total(&self, add: impl Fn(T, T) -> T) -> T {
        let mut held = (0..usize::BITS as usize).filter(|k| self.count >> k & 1 == 1).map(|k| self.sums[k]);
        let last = held.next().unwrap_or_default();
        held.fold(last, |later, earlier| add(earlier, later))
    }
}
