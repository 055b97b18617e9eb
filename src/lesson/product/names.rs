//! How operands, results and their parts are named: matrices in capitals, vectors small.

use super::inputs::{A, B, Inputs, OUT};
use super::solved::Answer;
use crate::say;
use crate::screen::{Node, Slot};
use crate::words::Locale;

/// What the names depend on.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The language.
    pub locale: Locale,
    /// What indices count from, 1 or 0.
    pub base: usize,
    lhs_vector: bool,
    rhs_vector: bool,
    out_rank: usize,
}

impl Names {
    /// The names for these inputs.
    pub fn new(locale: Locale, base: usize, inputs: &Inputs, answer: Option<&Answer>) -> Names {
        let (lhs_vector, rhs_vector) = (inputs.lhs.is_vector(), inputs.rhs.is_vector());
        let out_rank = answer.map_or(2, |answer| answer.plan.out.rank());
        Names { locale, base, lhs_vector, rhs_vector, out_rank }
    }

    /// Whether the tensor is drawn as a vector.
    pub fn is_vector(&self, slot: Slot) -> bool {
        match slot {
            A => self.lhs_vector,
            B => self.rhs_vector,
            _ => self.out_rank < 2,
        }
    }

    /// The letter: A or a, B or b, C or c.
    pub fn letter(&self, slot: Slot) -> &'static str {
        match (slot, self.is_vector(slot)) {
            (A, false) => "A",
            (A, true) => "a",
            (B, false) => "B",
            (B, true) => "b",
            (_, false) => "C",
            (_, true) => "c",
        }
    }

    /// A cell in words: `row 2, column 1 of C`.
    pub fn cell(&self, slot: Slot, row: usize, col: usize) -> String {
        let (name, base) = (self.letter(slot), self.base);
        match (slot, self.is_vector(slot)) {
            (OUT, true) if self.out_rank == 0 => say!(self.locale, product.cell_scalar),
            (_, true) => say!(self.locale, number.entry, name = name, index = row.max(col) + base),
            _ => say!(self.locale, number.cell, name = name, row = row + base, col = col + base),
        }
    }

    /// A cell in a formula: `C₂₁`, `c₂`, `c`.
    pub fn cell_math(&self, slot: Slot, row: usize, col: usize) -> Node {
        let base = self.base;
        if slot == OUT && self.out_rank == 0 {
            return Node::leaf("mi", class(slot), self.letter(slot));
        }
        if self.is_vector(slot) {
            return self.sub(slot, (row.max(col) + base).to_string());
        }
        let (row, col) = ((row + base).to_string(), (col + base).to_string());
        let comma = if row.len() + col.len() > 2 { "," } else { "" };
        self.sub(slot, format!("{row}{comma}{col}"))
    }

    /// A whole column in a formula: `C₍column 1₎`; of a vector that lies, one entry; of one that stands, all of it.
    pub fn column_math(&self, slot: Slot, col: usize) -> Node {
        let stands = self.is_vector(slot) && (slot == B || slot == OUT && self.rhs_vector);
        if stands {
            return Node::leaf("mi", class(slot), self.letter(slot));
        }
        if self.is_vector(slot) {
            return self.cell_math(slot, 0, col);
        }
        self.sub(slot, say!(self.locale, product.column_short, n = col + self.base))
    }

    /// A whole row in a formula: `B₍row 2₎`; of a vector that stands, one entry; of one that lies, all of it.
    pub fn row_math(&self, slot: Slot, row: usize) -> Node {
        let lies = self.is_vector(slot) && (slot == A || slot == OUT && !self.rhs_vector);
        if lies {
            return Node::leaf("mi", class(slot), self.letter(slot));
        }
        if self.is_vector(slot) {
            return self.cell_math(slot, row, 0);
        }
        self.sub(slot, say!(self.locale, product.row_short, n = row + self.base))
    }

    /// The whole result in a formula.
    pub fn whole_math(&self) -> Node {
        Node::leaf("mi", class(OUT), self.letter(OUT))
    }

    fn sub(&self, slot: Slot, index: String) -> Node {
        let letter = Node::leaf("mi", "", self.letter(slot));
        let tag = if index.chars().all(|c| c.is_ascii_digit() || c == ',') { "mn" } else { "mtext" };
        Node::holding("msub", class(slot), vec![letter, Node::leaf(tag, "", index)])
    }
}

/// The class with the tensor's colour.
pub fn class(slot: Slot) -> &'static str {
    match slot {
        A => "a",
        B => "b",
        _ => "out",
    }
}
