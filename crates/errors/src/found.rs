//! What a template read.

use std::ops::Range;

use crate::shape::Dim;

/// What a hole read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// `{A}`: one size, `None` if it is told to be unknown.
    Size(Option<u64>),
    /// `{S:shape}`.
    Shape(Vec<Dim>),
    /// `{d:int}`.
    Int(i64),
    /// `{n:word}`: the range of the cleaned text.
    Word(Range<usize>),
    /// `{p:flag}`.
    Flag(bool),
}

/// One hole that was filled.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Capture {
    /// The letter in the template.
    pub name: u8,
    /// What it read.
    pub value: Value,
    /// Where each number of it stands in the cleaned text; empty ranges for what is no number.
    pub spans: Vec<Range<usize>>,
}

/// A template that matched.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Match {
    /// The holes, in the order of the text.
    pub captures: Vec<Capture>,
    /// The first byte behind it.
    pub end: usize,
}

impl Match {
    /// True if the same numbers stand in both; words may differ.
    pub fn tells_as(&self, other: &Self) -> bool {
        let same = |(a, b): (&Capture, &Capture)| {
            a.name == b.name && (a.value == b.value || matches!(a.value, Value::Word(_)))
        };
        self.captures.len() == other.captures.len() && self.captures.iter().zip(&other.captures).all(same)
    }

    pub fn get(&self, name: u8) -> Option<&Capture> {
        self.captures.iter().find(|capture| capture.name == name)
    }

    pub fn size(&self, name: u8) -> Option<u64> {
        match self.get(name)?.value {
            Value::Size(size) => size,
            _ => None,
        }
    }

    pub fn shape(&self, name: u8) -> Option<&[Dim]> {
        match &self.get(name)?.value {
            Value::Shape(shape) => Some(shape),
            _ => None,
        }
    }

    pub fn int(&self, name: u8) -> Option<i64> {
        match self.get(name)?.value {
            Value::Int(int) => Some(int),
            _ => None,
        }
    }

    pub fn flag(&self, name: u8) -> Option<bool> {
        match self.get(name)?.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    pub fn word<'t>(&self, name: u8, text: &'t [u8]) -> &'t [u8] {
        match self.get(name).map(|capture| &capture.value) {
            Some(Value::Word(range)) => text.get(range.clone()).unwrap_or_default(),
            _ => &[],
        }
    }
}
