//! What is right, worked out here with plain loops and plain numbers, apart from everything under test.

use crate::page::Page;

/// A product of two operands as the page names their cells.
#[derive(Clone)]
pub struct Example {
    /// Shape of the left operand, a vector having one size.
    pub a: (&'static [usize], Vec<f64>),
    /// Shape of the right operand.
    pub b: (&'static [usize], Vec<f64>),
}

impl Example {
    pub fn new(a: &'static [usize], a_values: &[f64], b: &'static [usize], b_values: &[f64]) -> Example {
        Example { a: (a, a_values.to_vec()), b: (b, b_values.to_vec()) }
    }

    /// Rows of the result, inner size, columns of the result, on paper.
    pub fn sizes(&self) -> (usize, usize, usize) {
        let (m, k) = match self.a.0 {
            [k] => (1, *k),
            [m, k] => (*m, *k),
            other => unreachable!("an operand of rank {}", other.len()),
        };
        let n = if let [_, n] = self.b.0 { *n } else { 1 };
        (m, k, n)
    }

    pub fn a_cell(&self, i: usize, p: usize) -> String {
        if self.a.0.len() == 1 { format!("a-{p}") } else { format!("a-{i}-{p}") }
    }

    pub fn b_cell(&self, p: usize, j: usize) -> String {
        if self.b.0.len() == 1 { format!("b-{p}") } else { format!("b-{p}-{j}") }
    }

    pub fn out_cell(&self, i: usize, j: usize) -> String {
        match (self.a.0.len(), self.b.0.len()) {
            (1, 1) => "out".into(),
            (1, _) => format!("out-{j}"),
            (_, 1) => format!("out-{i}"),
            _ => format!("out-{i}-{j}"),
        }
    }

    pub fn a_at(&self, i: usize, p: usize) -> f64 {
        self.a.1[i * self.sizes().1 + p]
    }

    pub fn b_at(&self, p: usize, j: usize) -> f64 {
        self.b.1[p * self.sizes().2 + j]
    }

    /// The first `terms` products of cell (i, j), added up.
    pub fn partial(&self, i: usize, j: usize, terms: usize) -> f64 {
        (0..terms).map(|p| self.a_at(i, p) * self.b_at(p, j)).sum()
    }

    /// The whole result, row-major.
    pub fn result(&self) -> Vec<f64> {
        let (m, k, n) = self.sizes();
        (0..m * n).map(|at| self.partial(at / n, at % n, k)).collect()
    }
}

/// The shape line without blanks and without what it says on hover: `(2,3)@(3,2)→(2,2)`.
pub fn shape_line(page: &Page) -> String {
    let line = "(line => { line.querySelectorAll('.tip').forEach(tip => tip.remove()); return line.textContent; })\
                (document.querySelector('[data-part=shape-line]').cloneNode(true)).replace(/\\s/g, '')";
    page.text(line)
}

/// All of them, none pending.
pub fn all(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}
