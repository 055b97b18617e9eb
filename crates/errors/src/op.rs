//! Operations, and what a message hides.

/// An operation of the Shapes lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// A product of any ranks: `matmul`, `@`, `mm`, `mv`, `dot`.
    Matmul,
    /// A product of two batches that never stretches.
    Bmm,
    /// A dense layer: a is the input, b the weight as it is multiplied, (in, out).
    Linear,
    /// softmax and its relatives.
    Softmax,
    /// Element by element, with stretching.
    Add,
    /// None of the rules: see [`About`](crate::About).
    None,
}

impl Op {
    /// The word of the page's `data-op`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Matmul => "matmul",
            Self::Bmm => "bmm",
            Self::Linear => "linear",
            Self::Softmax => "softmax",
            Self::Add => "add",
            Self::None => "none",
        }
    }
}

/// Something that a message does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hide {
    /// How many dimensions an operand has.
    Rank,
    /// The leading (batch) dimensions.
    Batch,
    /// Some of the sizes.
    Sizes,
    /// Every size.
    AllSizes,
    /// Which two numbers clash.
    Clash,
    /// Which operand a fact belongs to.
    Order,
    /// Which operation it was.
    Op,
    /// A transposing flag.
    Transpose,
    /// Row and column labels.
    Labels,
}

impl Hide {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Rank,
        Self::Batch,
        Self::Sizes,
        Self::AllSizes,
        Self::Clash,
        Self::Order,
        Self::Op,
        Self::Transpose,
        Self::Labels,
    ];

    /// A short name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rank => "rank",
            Self::Batch => "batch",
            Self::Sizes => "sizes",
            Self::AllSizes => "all-sizes",
            Self::Clash => "clash",
            Self::Order => "order",
            Self::Op => "op",
            Self::Transpose => "transpose",
            Self::Labels => "labels",
        }
    }
}

/// A set of things that a message does not tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hides(u16);

impl Hides {
    /// Nothing is hidden.
    pub const NONE: Self = Self(0);

    /// A set of these.
    pub fn of(hides: &[Hide]) -> Self {
        Self(hides.iter().fold(0, |set, hide| set | 1 << *hide as u16))
    }

    /// True if it is in the set.
    pub fn contains(self, hide: Hide) -> bool {
        self.0 >> hide as u16 & 1 == 1
    }

    /// The members, in the order of [`Hide::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Hide> {
        Hide::ALL.iter().copied().filter(move |hide| self.contains(*hide))
    }

    pub(crate) fn insert(&mut self, hide: Hide) {
        self.0 |= 1 << hide as u16;
    }

    pub(crate) fn remove(&mut self, hide: Hide) {
        self.0 &= !(1 << hide as u16);
    }
}
