//! Softmax and log-softmax along one dimension, and the phases in which a row of them is computed.
//!
//! A row z becomes e^(z_i - m) / sum_k e^(z_k - m) with m the largest of z: the stable form, as PyTorch computes it.
//! The naive form leaves m out and overflows. Rows that hold +inf or NaN, or -inf alone, are NaN throughout; a -inf
//! among finite values becomes 0.
//!
//! Terms are summed in one order everywhere, see [`sum`]: plain ascending up to 64 of them, which are then divided by the
//! sum. More of them are multiplied by its inverse, which costs half an ulp and saves a fifth of the time.
//!
//! f32 and f64 are computed in their own arithmetic. f16 is an emulation: the inputs and the result of every
//! operation are rounded to IEEE 754 binary16, and its `exp` is that of f32, rounded.

mod log;
mod options;
mod phases;
mod row;
pub mod sum;

pub use options::{Mode, Options, Precision};
pub use phases::Phases;

use crate::rule::{self, SoftmaxError, SoftmaxPlan};
use crate::shape::Shape;
use crate::tensor::{Tensor, TensorError};
use core::fmt;

/// Why values have no softmax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is no such dimension.
    Dim(SoftmaxError),
    /// The values do not fill the shape.
    Count(TensorError),
}

/// Softmax along `dim` in f32, the same bits as [`phases`] gives for each row. A scalar counts as a vector of one
/// element.
///
/// Relative error below 1e-6 while no logit is more than 16 below the largest of its row: beyond that the rounding of
/// the difference itself grows, as in PyTorch.
///
/// # Errors
/// [`SoftmaxError`] unless `dim` is one of the dimensions, counted from the front or (negative) from the back.
///
/// ```
/// use matwalk_core::{Shape, Tensor, softmax};
/// let z = Tensor::new(Shape::new(&[3])?, vec![1.0, 2.0, 3.0])?;
/// assert_eq!(softmax::softmax(&z, 0).unwrap().data(), [0.09003057, 0.24472848, 0.66524094]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn softmax(x: &Tensor, dim: i64) -> Result<Tensor, SoftmaxError> {
    along(x, dim, row::softmax)
}

/// Log-softmax along `dim` in f32: (z_i - m) - ln(sum_k e^(z_k - m)), with the term of the maximum, which is 1, left
/// out of the sum and put back by ln(1 + rest), so that no digit of a small rest is lost.
///
/// # Errors
/// [`SoftmaxError`] unless `dim` is one of the dimensions, counted from the front or (negative) from the back.
///
/// ```
/// use matwalk_core::{Shape, Tensor, softmax};
/// let z = Tensor::new(Shape::new(&[2])?, vec![0.0, 0.0])?;
/// assert_eq!(softmax::log_softmax(&z, -1).unwrap().data(), [-0.6931472, -0.6931472]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn log_softmax(x: &Tensor, dim: i64) -> Result<Tensor, SoftmaxError> {
    along(x, dim, log::log_softmax)
}

/// Softmax of rows of `cols` values that lie one after the other, in f32: the kernel behind [`softmax`]. Writes as many
/// whole rows as both slices hold.
///
/// ```
/// let mut y = [0.0; 4];
/// matwalk_core::softmax::softmax_rows(2, &[0.0, 0.0, 5.0, 5.0], &mut y);
/// assert_eq!(y, [0.5; 4]);
/// ```
pub fn softmax_rows(cols: usize, x: &[f32], y: &mut [f32]) {
    if cols > 0 {
        for (x, y) in x.chunks_exact(cols).zip(y.chunks_exact_mut(cols)) {
            row::softmax(x, y);
        }
    }
}

/// Softmax along `dim` of values in f64 that hold numbers of any precision, as `options` say; row-major.
///
/// # Errors
/// [`Error::Dim`] unless `dim` is one of the dimensions; [`Error::Count`] unless the values fill the shape.
///
/// ```
/// use matwalk_core::{Shape, softmax::{Mode, Options, Precision, softmax_with}};
/// let naive = Options { mode: Mode::Naive, precision: Precision::F16, temperature: 1.0 };
/// let y = softmax_with(&[12.0, 0.0], Shape::new(&[2])?, 0, naive).unwrap();
/// assert!(y[0].is_nan()); // e^12 overflows in f16: infinity over infinity
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn softmax_with(x: &[f64], shape: Shape, dim: i64, options: Options) -> Result<Vec<f64>, Error> {
    with(x, shape, dim, |row| phases(row, options).quotients)
}

/// Log-softmax along `dim` of values in f64 that hold numbers of any precision, as `options` say; row-major.
///
/// # Errors
/// [`Error::Dim`] unless `dim` is one of the dimensions; [`Error::Count`] unless the values fill the shape.
///
/// ```
/// use matwalk_core::{Shape, softmax::{Mode, Options, Precision, log_softmax_with}};
/// let hot = Options { mode: Mode::Stable, precision: Precision::F64, temperature: 2.0 };
/// let y = log_softmax_with(&[0.0, 2.0 * 3.0_f64.ln()], Shape::new(&[2])?, 0, hot).unwrap();
/// assert!((y[0] - 0.25_f64.ln()).abs() < 1e-15 && (y[1] - 0.75_f64.ln()).abs() < 1e-15);
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn log_softmax_with(x: &[f64], shape: Shape, dim: i64, options: Options) -> Result<Vec<f64>, Error> {
    with(x, shape, dim, |row| phases(row, options).log_softmax())
}

/// The phases of one row, each number of them as it is in that precision.
///
/// ```
/// use matwalk_core::softmax::{Options, phases};
/// let p = phases(&[1.0, 2.0, 3.0], Options::default());
/// assert_eq!((p.max, p.shifted, p.exps[2]), (Some(3.0), vec![-2.0, -1.0, 0.0], 1.0));
/// ```
pub fn phases(row: &[f64], options: Options) -> Phases {
    Phases::new(row, options)
}

/// Runs `f` over the rows of a tensor.
fn along(x: &Tensor, dim: i64, f: fn(&[f32], &mut [f32])) -> Result<Tensor, SoftmaxError> {
    let plan = rule::softmax(x.shape(), dim)?;
    let mut out = x.clone();
    if x.data().is_empty() {
        // Its sizes may still count billions of rows, or billions of elements in each of no rows.
        return Ok(out);
    }
    if plan.inner == 1 {
        for (x, y) in x.data().chunks_exact(plan.len).zip(out.data_mut().chunks_exact_mut(plan.len)) {
            f(x, y);
        }
        return Ok(out);
    }
    let (mut row, mut result) = (vec![0.0; plan.len], vec![0.0; plan.len]);
    for first in first_elements(plan) {
        for (i, slot) in row.iter_mut().enumerate() {
            *slot = x.data()[first + i * plan.inner];
        }
        f(&row, &mut result);
        for (i, value) in result.iter().enumerate() {
            out.data_mut()[first + i * plan.inner] = *value;
        }
    }
    Ok(out)
}

/// Runs `f` over the rows of values in f64.
fn with(x: &[f64], shape: Shape, dim: i64, f: impl Fn(&[f64]) -> Vec<f64>) -> Result<Vec<f64>, Error> {
    let plan = rule::softmax(shape, dim).map_err(Error::Dim)?;
    if x.len() != shape.numel() {
        return Err(Error::Count(TensorError::Count { expected: shape.numel(), got: x.len() }));
    }
    let mut out = x.to_vec();
    if x.is_empty() {
        return Ok(out);
    }
    for first in first_elements(plan) {
        let places = (0..plan.len).map(|i| first + i * plan.inner);
        let row: Vec<f64> = places.clone().map(|place| x[place]).collect();
        for (place, value) in places.zip(f(&row)) {
            out[place] = value;
        }
    }
    Ok(out)
}

/// Where in memory each row begins.
fn first_elements(plan: SoftmaxPlan) -> impl Iterator<Item = usize> {
    let SoftmaxPlan { outer, len, inner, .. } = plan;
    (0..outer).flat_map(move |block| (0..inner).map(move |column| block * len * inner + column))
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Dim(error) => error.fmt(f),
            Error::Count(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {}
