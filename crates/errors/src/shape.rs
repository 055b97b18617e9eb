//! A shape as far as a message tells it.

use std::fmt;
use std::num::NonZeroU64;

/// One place of a shape that a message tells, or does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dim {
    /// A size that the message tells.
    Size(u64),
    /// A size that the message tells and that may be several leading sizes multiplied: `1792` for `64 · 1 · 28`.
    Folded(u64),
    /// There is a dimension here, its size is not told.
    Unknown,
    /// Any number of further dimensions, also none.
    More,
    /// One dimension of unknown size, or none.
    Maybe,
}

impl Dim {
    /// The number, if the message tells one.
    pub fn size(self) -> Option<u64> {
        self.told().map(Size::get)
    }

    /// The same as [`size`](Self::size).
    pub(crate) fn told(self) -> Option<Size> {
        match self {
            Self::Size(n) | Self::Folded(n) => Some(Size::of(n)),
            Self::Unknown | Self::More | Self::Maybe => None,
        }
    }
}

impl fmt::Display for Dim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(n) | Self::Folded(n) => n.fmt(f),
            Self::Unknown => f.write_str("_"),
            Self::More => f.write_str("..."),
            Self::Maybe => f.write_str("?"),
        }
    }
}

/// A size that is told. An `Option` of it is one number to the machine, that of a `u64` two, which functions can only
/// return through memory.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Size(NonZeroU64);

impl fmt::Debug for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl Size {
    pub const ONE: Self = Self::of(1);

    /// Of a number below 2⁵³, as all sizes are.
    pub const fn of(n: u64) -> Self {
        // One more than the size.
        Self(NonZeroU64::MIN.saturating_add(n))
    }

    pub const fn get(self) -> u64 {
        self.0.get() - 1
    }
}

/// The shape of one operand. Its text form is that of the page's `data-a`: `32,784`, `...,4`, `_,10`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Shape(pub Vec<Dim>);

impl Shape {
    /// A shape whose sizes are all told.
    pub fn known(sizes: &[u64]) -> Self {
        Self(sizes.iter().map(|&n| Dim::Size(n)).collect())
    }

    /// A shape of that many dimensions, no size told.
    pub fn of_rank(rank: usize) -> Self {
        Self(vec![Dim::Unknown; rank])
    }

    /// How many dimensions, if the message tells.
    pub fn rank(&self) -> Option<usize> {
        let open = self.0.iter().any(|dim| matches!(dim, Dim::More | Dim::Maybe));
        (!open).then_some(self.0.len())
    }

    /// All sizes, if the message tells the whole shape.
    pub fn sizes(&self) -> Option<Vec<u64>> {
        let mut sizes = vec![];
        for dim in &self.0 {
            sizes.push(dim.told()?.get());
        }
        Some(sizes)
    }

    /// The size told at place `from_end` counted back from the last (1 is the last).
    pub fn back(&self, from_end: usize) -> Option<u64> {
        self.last_but(from_end).map(Size::get)
    }

    /// The same as [`back`](Self::back).
    #[inline(never)]
    pub(crate) fn last_but(&self, from_end: usize) -> Option<Size> {
        let place = self.0.len().checked_sub(from_end)?;
        let tail = self.0.get(place..)?;
        if tail.iter().any(|dim| matches!(dim, Dim::More | Dim::Maybe)) {
            return None;
        }
        tail.first().and_then(|dim| dim.told())
    }

    /// True if at least one size is told.
    pub fn tells(&self) -> bool {
        self.0.iter().any(|dim| dim.size().is_some())
    }

    /// The dimensions in the opposite order: the transpose of a matrix.
    pub fn reversed(&self) -> Self {
        Self(self.0.iter().rev().copied().collect())
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, dim) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(",")?;
            }
            dim.fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_form() {
        let shape = Shape(vec![Dim::More, Dim::Folded(1792), Dim::Unknown, Dim::Maybe]);
        assert_eq!(shape.to_string(), "...,1792,_,?");
        assert_eq!(Shape::default().to_string(), "");
    }

    #[test]
    fn sizes_from_the_end() {
        let shape = Shape(vec![Dim::More, Dim::Size(2), Dim::Unknown]);
        assert_eq!((shape.back(1), shape.back(2), shape.back(3)), (None, Some(2), None));
        assert_eq!(Shape::default().back(1), None);
    }
}
