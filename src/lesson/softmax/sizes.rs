//! Other sizes, other shapes, pasted scores.

use super::inputs::{Inputs, Score, Scores, fits};
use super::model::Softmax;
use crate::lesson::operand::Operand;
use crate::screen::Change;
use std::sync::Arc;

impl Softmax {
    pub(super) fn resize(&mut self, axis: usize, size: usize) -> Change {
        let mut dims = self.inputs().z.dims.clone();
        match dims.get_mut(axis) {
            Some(own) => *own = size,
            None => return Change::Nothing,
        }
        if !fits(&dims) {
            return Change::Nothing;
        }
        let change = self.change(self.with_z(self.inputs().z.resized(&dims)));
        self.class = self.class.min(self.solved().len().saturating_sub(1));
        self.pair = self.pair.filter(|(a, b)| (*a).max(*b) < self.solved().len());
        change
    }

    /// As a vector or as a matrix, summed along its last dimension.
    pub(super) fn set_vector(&mut self, vector: bool) -> Change {
        let z = &self.inputs().z;
        let (rows, cols) = z.paper();
        let dims = match (vector, z.is_matrix()) {
            (true, true) => vec![cols],
            (false, false) => vec![2, cols],
            _ => return Change::Nothing,
        };
        let dim = dims.len() as i64 - 1;
        let next = if vector && rows == 0 { Scores::vector(&[]) } else { z.resized(&dims) };
        (self.grain, self.pair) = (None, None);
        self.change(Inputs { dim, ..self.with_z(next) })
    }

    pub(super) fn transpose(&mut self) -> Change {
        let z = &self.inputs().z;
        let (rows, cols) = z.paper();
        if !z.is_matrix() || !fits(&[cols, rows]) {
            return Change::Nothing;
        }
        let cells = (0..cols * rows).map(|place| z.cells[place % rows.max(1) * cols + place / rows.max(1)].clone());
        let turned = Scores { dims: vec![cols, rows], cells: Arc::new(cells.collect()) };
        self.change(self.with_z(turned))
    }

    pub(super) fn paste(&mut self, operand: &Operand) -> Change {
        let dims = operand.shape().dims().to_vec();
        if !fits(&dims) {
            return Change::Nothing;
        }
        let cells = (0..operand.shape().numel()).map(|index| Score::typed(&operand.text(index))).collect();
        let z = Scores { dims, cells: Arc::new(cells) };
        let dim = z.dims.len() as i64 - 1;
        (self.grain, self.pair, self.class) = (None, None, 0);
        self.change(Inputs { dim, ..self.with_z(z) })
    }
}
