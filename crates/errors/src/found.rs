//! What a template read.

use std::ops::Range;

use crate::shape::{Dim, Shape, Size};

/// A dimension and where its number stands in the cleaned text: an empty range for what is no number.
pub(crate) type Told = (Dim, Range<usize>);

/// What a hole reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `{A}`: one size.
    Size,
    /// `{S:shape}`.
    Shape,
    /// `{d:int}`, `{p:flag}` as 0 or 1.
    Int,
    /// `{n:word}`.
    Word,
}

/// One hole that was filled.
#[derive(Debug)]
pub(crate) struct Capture {
    /// The letter in the template.
    pub name: u8,
    pub kind: Kind,
    /// Its sizes, a range of [`Match::told`]; of a number that is no size only its place.
    pub dims: Range<usize>,
    pub int: i64,
    /// The first byte behind it, and the first of a word.
    pub word: Range<usize>,
}

/// A template that matched.
#[derive(Debug, Default)]
pub(crate) struct Match {
    /// The holes, in the order of the text.
    pub captures: Vec<Capture>,
    /// What they tell, one behind the other.
    pub told: Vec<Told>,
    /// The first byte behind it.
    pub end: usize,
}

impl Match {
    /// True if the same numbers stand in both; words may differ.
    pub fn tells_as(&self, other: &Self) -> bool {
        let same = |(a, b): (&Capture, &Capture)| a.name == b.name && a.int == b.int && a.dims == b.dims;
        self.captures.len() == other.captures.len()
            && self.captures.iter().zip(&other.captures).all(same)
            && self.told.iter().map(|told| told.0).eq(other.told.iter().map(|told| told.0))
    }

    fn dims(&self, capture: &Capture) -> &[Told] {
        self.told.get(capture.dims.clone()).unwrap_or_default()
    }

    /// What a hole tells, nothing if it was not filled.
    #[inline(never)]
    pub fn tells(&self, name: u8) -> &[Told] {
        self.get(name).map_or(&[], |capture| self.dims(capture))
    }

    #[inline(never)]
    pub fn get(&self, name: u8) -> Option<&Capture> {
        self.captures.iter().find(|capture| capture.name == name)
    }

    #[inline(never)]
    fn of(&self, name: u8, kind: Kind) -> Option<&Capture> {
        self.get(name).filter(|capture| capture.kind == kind)
    }

    #[inline(never)]
    pub fn size(&self, name: u8) -> Option<Size> {
        self.dims(self.of(name, Kind::Size)?).first()?.0.told()
    }

    /// Where the first number of a hole stands.
    #[inline(never)]
    pub fn span(&self, name: u8) -> Option<Range<usize>> {
        self.tells(name).first().map(|told| told.1.clone()).filter(|span| !span.is_empty())
    }

    #[inline(never)]
    pub fn shape(&self, name: u8) -> Option<Shape> {
        Some(shape(self.dims(self.of(name, Kind::Shape)?)))
    }

    #[inline(never)]
    pub fn int(&self, name: u8) -> Option<i64> {
        Some(self.of(name, Kind::Int)?.int)
    }

    pub fn word<'t>(&self, name: u8, text: &'t [u8]) -> &'t [u8] {
        let word = self.of(name, Kind::Word).and_then(|capture| text.get(capture.word.clone()));
        word.unwrap_or_default()
    }
}

/// The dimensions alone.
#[inline(never)]
pub(crate) fn shape(told: &[Told]) -> Shape {
    Shape(told.iter().map(|told| told.0).collect())
}
