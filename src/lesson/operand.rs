//! An operand as a person types it: values, and the texts of the cells that say more than the value does.
//!
//! A cell holds its text and what reading it gave. A text that can't be read stays as typed; the value below it is the
//! last one that could be read and must not be used: [`Operand::value`] refuses it.

use matwalk_core::number::{self, NumberError};
use matwalk_core::{Shape, Tensor};
use std::sync::Arc;

/// How a vector stands on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lie {
    /// As one row: a left operand.
    Row,
    /// As one column: a right operand.
    Column,
}

/// A tensor of any rank under a person's hands. Cloning shares the values.
#[derive(Clone, Debug)]
pub struct Operand {
    tensor: Arc<Tensor>,
    /// Texts by index, in order, that differ from the shortest form of their value: `1/3`, `3.`, or something that can't be read.
    typed: Arc<Vec<(usize, String)>>,
    /// The seed all values were drawn from, while none has been changed.
    seed: Option<u64>,
}

impl PartialEq for Operand {
    /// Same shape, same bits and same texts (so that a NaN equals itself).
    fn eq(&self, other: &Operand) -> bool {
        let same_values = || {
            self.shape() == other.shape()
                && self.tensor.data().iter().zip(other.tensor.data()).all(|(x, y)| x.to_bits() == y.to_bits())
        };
        (Arc::ptr_eq(&self.tensor, &other.tensor) || same_values())
            && (Arc::ptr_eq(&self.typed, &other.typed) || self.typed == other.typed)
    }
}

impl From<Tensor> for Operand {
    fn from(tensor: Tensor) -> Operand {
        Operand { tensor: Arc::new(tensor), typed: Arc::default(), seed: None }
    }
}

impl Operand {
    /// Values drawn from a seed, as in the address `256x256:seed7`.
    pub fn seeded(shape: Shape, seed: u64) -> Operand {
        Operand { seed: Some(seed), ..Operand::from(number::seeded(shape, seed)) }
    }

    /// Values with the texts they were read from: `number::parse` of a text gives its value.
    pub fn written(tensor: Tensor, texts: &[String]) -> Operand {
        let says_more = |(index, text): &(usize, &String)| {
            tensor.data().get(*index).is_some_and(|value| number::shortest(*value) != text.trim())
        };
        let typed = texts.iter().enumerate().filter(says_more).map(|(index, text)| (index, text.clone())).collect();
        Operand { typed: Arc::new(typed), ..Operand::from(tensor) }
    }

    /// The shape.
    pub fn shape(&self) -> Shape {
        self.tensor.shape()
    }

    /// Whether it is a vector: rank 1.
    pub fn is_vector(&self) -> bool {
        self.shape().rank() == 1
    }

    /// The values, shared. Where [`Operand::is_sound`] is false some of them must not be shown.
    pub fn tensor(&self) -> &Arc<Tensor> {
        &self.tensor
    }

    /// The seed of all the values, if none has been changed.
    pub fn seed(&self) -> Option<u64> {
        self.seed
    }

    /// Rows and columns on paper of a tensor of rank 0 to 2; a scalar is one cell.
    pub fn paper(&self, lie: Lie) -> (usize, usize) {
        match (self.shape().dims(), lie) {
            ([rows, cols], _) => (*rows, *cols),
            ([len], Lie::Row) => (1, *len),
            ([len], Lie::Column) => (*len, 1),
            _ => (1, 1),
        }
    }

    /// What the cell says: the text as typed, else the shortest form of its value.
    pub fn text(&self, index: usize) -> String {
        self.typed_text(index).map(str::to_owned).unwrap_or_else(|| number::shortest(self.tensor.data()[index]))
    }

    /// The text as typed, where it says more than the value.
    pub fn typed_text(&self, index: usize) -> Option<&str> {
        let place = self.typed.binary_search_by_key(&index, |(index, _)| *index).ok()?;
        Some(&self.typed[place].1)
    }

    /// The value of a cell, or why its text can't be read.
    ///
    /// # Errors
    /// What [`number::parse`] says of the text.
    pub fn value(&self, index: usize) -> Result<f32, NumberError> {
        match self.typed_text(index) {
            Some(text) => number::parse(text),
            None => Ok(self.tensor.data()[index]),
        }
    }

    /// Whether every cell can be read.
    pub fn is_sound(&self) -> bool {
        self.unreadable().next().is_none()
    }

    /// The cells whose text can't be read, and why.
    pub fn unreadable(&self) -> impl Iterator<Item = (usize, NumberError)> + '_ {
        self.typed.iter().filter_map(|(index, text)| number::parse(text).err().map(|error| (*index, error)))
    }

    /// The same with one cell's text replaced. The value follows the text if it can be read and stays hidden if not.
    #[must_use]
    pub fn with_text(&self, index: usize, text: &str) -> Operand {
        let mut next = Operand { seed: None, ..self.clone() };
        if let Ok(value) = number::parse(text)
            && let Some(slot) = Arc::make_mut(&mut next.tensor).data_mut().get_mut(index)
        {
            *slot = value;
        }
        let plain = next.tensor.data().get(index).is_some_and(|value| number::shortest(*value) == text.trim());
        let typed = Arc::make_mut(&mut next.typed);
        match (typed.binary_search_by_key(&index, |(index, _)| *index), plain) {
            (Ok(place), true) => drop(typed.remove(place)),
            (Ok(place), false) => text.clone_into(&mut typed[place].1),
            (Err(place), false) => typed.insert(place, (index, text.to_owned())),
            (Err(_), true) => {}
        }
        next
    }

    /// Another shape whose every cell comes from a cell of this one, with its text, or is a new zero.
    #[must_use]
    pub fn remap(&self, shape: Shape, source: impl Fn(usize) -> Option<usize>) -> Operand {
        let old = self.tensor.data();
        let mut typed = Vec::new();
        let data = (0..shape.numel())
            .map(|index| match source(index) {
                Some(from) => {
                    if let Some(text) = self.typed_text(from) {
                        typed.push((index, text.to_owned()));
                    }
                    old[from]
                }
                None => 0.0,
            })
            .collect();
        match Tensor::new(shape, data) {
            Ok(tensor) => Operand { tensor: Arc::new(tensor), typed: Arc::new(typed), seed: None },
            Err(_) => self.clone(),
        }
    }

    /// With its last two dimensions exchanged; a vector stays as it is, as in PyTorch.
    #[must_use]
    pub fn transposed(&self) -> Operand {
        let shape = self.shape();
        let [lead @ .., rows, cols] = shape.dims() else { return self.clone() };
        let (rows, cols) = (*rows, *cols);
        let Ok(shape) = Shape::new(&[lead, &[cols, rows]].concat()) else { return self.clone() };
        let sheet = (rows * cols).max(1);
        self.remap(shape, |index| {
            let (start, index) = (index / sheet * sheet, index % sheet);
            Some(start + index % rows * cols + index / rows)
        })
    }

    /// With other numbers of rows and columns on paper. Cells that still have a place keep their text, new ones are 0.
    #[must_use]
    pub fn resized(&self, lie: Lie, rows: usize, cols: usize) -> Operand {
        let (old_rows, old_cols) = self.paper(lie);
        let shape = if self.is_vector() { Shape::vector(rows.max(cols)) } else { Shape::matrix(rows, cols) };
        let shape = match (self.is_vector(), lie) {
            (true, Lie::Row) => Shape::vector(cols),
            (true, Lie::Column) => Shape::vector(rows),
            (false, _) => shape,
        };
        let Ok(shape) = shape else { return self.clone() };
        let cols = if self.is_vector() && lie == Lie::Column { 1 } else { cols };
        self.remap(shape, |index| {
            let (row, col) = (index / cols.max(1), index % cols.max(1));
            (row < old_rows && col < old_cols).then(|| row * old_cols + col)
        })
    }

    /// As a vector: all cells of a single row or column, else the first row or the first column, as it would lie.
    #[must_use]
    pub fn as_vector(&self, lie: Lie) -> Operand {
        let &[rows, cols] = self.shape().dims() else { return self.clone() };
        let (len, stride) = match (rows, cols, lie) {
            (1, _, _) => (cols, 1),
            (_, 1, _) => (rows, 1),
            (_, _, Lie::Row) => (if rows == 0 { 0 } else { cols }, 1),
            (_, _, Lie::Column) => (if cols == 0 { 0 } else { rows }, cols),
        };
        let Ok(shape) = Shape::vector(len) else { return self.clone() };
        self.remap(shape, |index| Some(index * stride))
    }

    /// As a matrix: a vector becomes one row or one column.
    #[must_use]
    pub fn as_matrix(&self, lie: Lie) -> Operand {
        let (rows, cols) = self.paper(lie);
        match Shape::matrix(rows, cols) {
            Ok(shape) if self.shape().rank() < 2 => self.remap(shape, Some),
            _ => self.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
