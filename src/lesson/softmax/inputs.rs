//! What a person can change: scores, temperature, and in which numbers they are computed.

use crate::screen::Slot;
use matwalk_core::Shape;
use matwalk_core::number::{self, AddressTensor, NumberError, parse64, shortest64};
use matwalk_core::softmax::{Mode, Precision};
use std::sync::Arc;

/// The scores.
pub const Z: Slot = Slot("z");
/// The temperature.
pub const TEMP: Slot = Slot("temp");
/// The ruler under the scores: sliding it adds the same to all.
pub const RULER: Slot = Slot("ruler");

/// The most classes of a vector, and of a row of a matrix.
pub const MAX_CLASSES: usize = 12;
/// The most rows of a matrix.
pub const MAX_ROWS: usize = 6;

/// A score as it was typed. f64 holds every digit that the widest type can use.
#[derive(Clone, Debug)]
pub struct Score {
    /// The text.
    pub text: String,
    /// What it says.
    pub value: Result<f64, NumberError>,
}

impl PartialEq for Score {
    /// The value follows from the text.
    fn eq(&self, other: &Score) -> bool {
        self.text == other.text
    }
}

impl Score {
    /// What a text says.
    pub fn typed(text: &str) -> Score {
        Score { text: text.trim().to_owned(), value: parse64(text) }
    }

    /// A value in its shortest form.
    pub fn of(value: f64) -> Score {
        Score { text: shortest64(value), value: Ok(value) }
    }
}

/// Scores in a vector or a matrix, row-major.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// One or two sizes.
    pub dims: Vec<usize>,
    /// The scores.
    pub cells: Arc<Vec<Score>>,
}

impl Scores {
    /// A vector of values.
    pub fn vector(values: &[f64]) -> Scores {
        Scores { dims: vec![values.len()], cells: Arc::new(values.iter().copied().map(Score::of).collect()) }
    }

    /// A matrix of values.
    pub fn matrix(rows: usize, cols: usize, values: &[f64]) -> Scores {
        Scores { dims: vec![rows, cols], ..Scores::vector(values) }
    }

    /// Whether it is a matrix.
    pub fn is_matrix(&self) -> bool {
        self.dims.len() == 2
    }

    /// Rows and columns on paper; a vector is one row.
    pub fn paper(&self) -> (usize, usize) {
        match self.dims[..] {
            [rows, cols] => (rows, cols),
            _ => (1, self.cells.len()),
        }
    }

    /// The shape as the core knows it.
    pub fn shape(&self) -> Shape {
        Shape::new(&self.dims).unwrap_or(Shape::SCALAR)
    }

    /// The value of a cell; `None` while it can't be read.
    pub fn value(&self, index: usize) -> Option<f64> {
        self.cells.get(index).and_then(|score| score.value.ok())
    }

    /// Whether all cells can be read.
    pub fn is_sound(&self) -> bool {
        self.cells.iter().all(|score| score.value.is_ok())
    }

    /// With another text in a cell.
    #[must_use]
    pub fn with(&self, index: usize, score: Score) -> Scores {
        let mut cells = self.cells.as_ref().clone();
        if let Some(cell) = cells.get_mut(index) {
            *cell = score;
        }
        Scores { dims: self.dims.clone(), cells: Arc::new(cells) }
    }

    /// With the same added to every score that is a finite number, rounded to thousandths.
    #[must_use]
    pub fn shifted(&self, by: f64) -> Scores {
        let moved = |score: &Score| match score.value {
            Ok(value) if value.is_finite() => Score::of(rounded(value + by, 1000.0)),
            _ => score.clone(),
        };
        Scores { dims: self.dims.clone(), cells: Arc::new(self.cells.iter().map(moved).collect()) }
    }

    /// With other sizes. Cells that still have a place keep their text, new ones are 0.
    #[must_use]
    pub fn resized(&self, dims: &[usize]) -> Scores {
        let (rows, cols) = match *dims {
            [rows, cols] => (rows, cols),
            [cols] => (1, cols),
            _ => return self.clone(),
        };
        let (old_rows, old_cols) = self.paper();
        let cell = |place: usize| {
            let (row, col) = (place / cols, place % cols);
            let kept = row < old_rows && col < old_cols;
            let kept = kept.then(|| self.cells.get(row * old_cols + col).cloned()).flatten();
            kept.unwrap_or_else(|| Score::of(0.0))
        };
        Scores { dims: dims.to_vec(), cells: Arc::new((0..rows * cols).map(cell).collect()) }
    }

    /// The scores of an address value, `4:1,3,2,-1`; `None` if it can't be read or there are too many.
    pub fn from_address(text: &str) -> Option<Scores> {
        let (sizes, values) = text.split_once(':')?;
        if values.starts_with("seed") {
            let AddressTensor::Seed { shape, seed } = number::from_address(text).ok()? else { return None };
            let scores = Scores::seeded(shape.dims(), seed);
            return fits(&scores.dims).then_some(scores);
        }
        let dims: Vec<usize> = sizes.split('x').map(|size| size.parse().ok()).collect::<Option<_>>()?;
        if !fits(&dims) || sizes.contains('+') {
            return None;
        }
        let allowed = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | 'e');
        let value = |text: &str| match text {
            "inf" | "-inf" | "nan" => parse64(text).ok(),
            _ if text.chars().all(allowed) => parse64(text).ok(),
            _ => None,
        };
        let values: Vec<f64> = match values {
            "" => Vec::new(),
            _ => values.split(',').map(value).collect::<Option<_>>()?,
        };
        let count: usize = dims.iter().product();
        (count == values.len()).then(|| Scores { dims, ..Scores::vector(&values) })
    }

    /// The address value; `None` while a cell can't be read.
    pub fn to_address(&self) -> Option<String> {
        let sizes: Vec<String> = self.dims.iter().map(usize::to_string).collect();
        let values: Option<Vec<String>> = self.cells.iter().map(|score| score.value.ok().map(shortest64)).collect();
        Some(format!("{}:{}", sizes.join("x"), values?.join(",")))
    }

    /// Halves from −4.5 to 4.5, drawn from a seed.
    pub fn seeded(dims: &[usize], seed: u64) -> Scores {
        let Ok(shape) = Shape::new(dims) else { return Scores::vector(&[]) };
        let values: Vec<f64> = number::seeded(shape, seed).data().iter().map(|value| f64::from(*value) / 2.0).collect();
        Scores { dims: dims.to_vec(), ..Scores::vector(&values) }
    }
}

/// Whether the lesson takes scores of these sizes.
pub fn fits(dims: &[usize]) -> bool {
    match *dims {
        [classes] => classes <= MAX_CLASSES,
        [rows, cols] => rows <= MAX_ROWS && cols <= MAX_CLASSES,
        _ => false,
    }
}

/// Rounded to a part of 1: `rounded(1.23, 10.0)` is 1.2.
pub fn rounded(value: f64, parts: f64) -> f64 {
    let rounded = (value * parts).round() / parts;
    if rounded.is_finite() { rounded + 0.0 } else { value }
}

/// Why a temperature can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongTemp {
    /// It can't be read.
    Unreadable(NumberError),
    /// It is 0 or below, or not finite.
    NotPositive,
}

/// What is computed, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The scores.
    pub z: Scores,
    /// The temperature, as typed.
    pub temp: String,
    /// Whether the largest is subtracted first.
    pub mode: Mode,
    /// The type of number.
    pub precision: Precision,
    /// PyTorch's `dim`.
    pub dim: i64,
}

impl Inputs {
    /// Stable, in f32, at temperature 1, along the last dimension.
    pub fn new(z: Scores) -> Inputs {
        let dim = z.dims.len() as i64 - 1;
        Inputs { z, temp: "1".to_owned(), mode: Mode::Stable, precision: Precision::F32, dim }
    }

    /// The temperature.
    ///
    /// # Errors
    /// Why it can't be used.
    pub fn temperature(&self) -> Result<f64, WrongTemp> {
        match parse64(&self.temp) {
            Ok(value) if value > 0.0 && value.is_finite() => Ok(value),
            Ok(_) => Err(WrongTemp::NotPositive),
            Err(error) => Err(WrongTemp::Unreadable(error)),
        }
    }
}
