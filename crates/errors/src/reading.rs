//! What a text tells, as data.

use std::fmt;
use std::ops::Range;

use crate::about::About;
use crate::insight::Insight;
use crate::library::Library;
use crate::op::{Hide, Hides, Op};
use crate::shape::{Shape, Size};

/// Which dimensions the message compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum At {
    /// For products: the dimension of a and of b, counted from the end (`-1,-2`).
    Pair(i64, i64),
    /// For element-wise operations the dimension counted from 0 in the longer shape; for softmax the dim asked.
    One(i64),
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pair(a, b) => write!(f, "{a},{b}"),
            Self::One(d) => d.fmt(f),
        }
    }
}

/// Two sizes that do not fit, the first of a, the second of b.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clash {
    pub(crate) a: Option<Size>,
    pub(crate) b: Option<Size>,
}

impl Clash {
    /// A clash of two told sizes.
    pub fn of(a: u64, b: u64) -> Self {
        Self::told(Size::of(a), Size::of(b))
    }

    /// The size of a, if it is told.
    pub fn a(self) -> Option<u64> {
        self.a.map(Size::get)
    }

    /// The size of b, if it is told.
    pub fn b(self) -> Option<u64> {
        self.b.map(Size::get)
    }

    pub(crate) fn told(a: Size, b: Size) -> Self {
        Self { a: Some(a), b: Some(b) }
    }
}

impl fmt::Display for Clash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |n: Option<Size>| n.map_or_else(|| String::from("_"), |n| n.get().to_string());
        write!(f, "{},{}", part(self.a), part(self.b))
    }
}

/// The thing a number in the message belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A dimension of the first operand: its index in [`Reading::a`].
    A(usize),
    /// A dimension of the second operand: its index in [`Reading::b`].
    B(usize),
    /// A dimension of the shape both are stretched to, or of the place that is written to.
    Out(usize),
    /// The number of the dimension itself.
    Dim,
}

/// A number in the pasted text and what it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where the number stands, in bytes of the text as it was pasted.
    pub range: Range<usize>,
    /// What it tells.
    pub place: Place,
}

/// Another message of the same paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its operation.
    pub op: Op,
    /// Its first operand.
    pub a: Option<Shape>,
    /// Its second operand.
    pub b: Option<Shape>,
    /// Where it stands: reading only this part of the text reads it.
    pub range: Range<usize>,
}

/// What a pasted text tells. Whatever is not told is `None` or a [`Dim`](crate::Dim) without a size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The operation; several if the text does not tell which, the likeliest first. Never empty.
    pub ops: &'static [Op],
    /// What it is about, if (also) none of the operations.
    pub about: Option<About>,
    /// The library that prints this wording.
    pub library: Option<Library>,
    /// The versions that print it, in words of the table (`1.7-`, `-1.6`, or empty).
    pub versions: &'static str,
    /// False for messages that are not about shapes at all (element types, devices, memory).
    pub shape_error: bool,
    /// True for a warning: nothing was raised.
    pub warning: bool,
    /// The first operand.
    pub a: Option<Shape>,
    /// The second operand as it is multiplied: for a dense layer (in, out).
    pub b: Option<Shape>,
    /// The weight as that library stores it, where the text tells that it is a layer's weight.
    pub weight: Option<Shape>,
    /// The shape both are stretched to, or the shape of the place, where told.
    pub out: Option<Shape>,
    /// The two sizes that do not fit.
    pub clash: Option<Clash>,
    /// The dimensions they stand at.
    pub dim: Option<At>,
    /// What the text does not tell.
    pub hides: Hides,
    /// What no message says, but its numbers do.
    pub insights: Vec<Insight>,
    /// Other messages in the same paste, in the order of the text.
    pub others: Vec<Other>,
    /// Two shapes that the person wrote in a sentence around a message that has none.
    pub wrote: Option<(Shape, Shape)>,
    /// The message itself, in bytes of the text as it was pasted.
    pub message: Range<usize>,
    /// The parts of the text that were used, in order: whole lines, without the rest of the paste.
    pub lines: Vec<Range<usize>>,
    /// The numbers of the message and what each tells.
    pub tokens: Vec<Token>,
}

impl Reading {
    /// A reading of nothing.
    pub(crate) fn nothing(about: About) -> Self {
        Self {
            ops: &[Op::None],
            about: Some(about),
            library: None,
            versions: "",
            shape_error: about.is_shape(),
            warning: false,
            a: None,
            b: None,
            weight: None,
            out: None,
            clash: None,
            dim: None,
            hides: Hides::NONE,
            insights: vec![],
            others: vec![],
            wrote: None,
            message: 0..0,
            lines: vec![],
            tokens: vec![],
        }
    }

    /// The likeliest operation.
    pub fn op(&self) -> Op {
        self.ops.first().copied().unwrap_or(Op::None)
    }

    /// True if the text may be about this operation.
    pub fn may_be(&self, op: Op) -> bool {
        self.ops.contains(&op)
    }

    /// The parts of the text that were used, joined by line ends: enough to read the same again.
    pub fn used(&self, text: &str) -> String {
        let mut used = String::new();
        for (i, range) in self.lines.iter().enumerate() {
            if i > 0 {
                used.push('\n');
            }
            used.push_str(text.get(range.clone()).unwrap_or_default());
        }
        used
    }

    /// True if a size of an operand is told.
    pub(crate) fn tells_sizes(&self) -> bool {
        self.a.as_ref().is_some_and(Shape::tells) || self.b.as_ref().is_some_and(Shape::tells)
    }

    /// Notes once what the text hides.
    pub(crate) fn hide(&mut self, what: Hide) {
        self.hides.insert(what);
    }
}
