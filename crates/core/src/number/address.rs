//! The text form of a tensor in an address: `2x3:1,2,3,4,5,6`.

use super::format::shortest;
use super::scalar::{NumberError, parse};
use crate::shape::{Shape, ShapeError};
use crate::tensor::Tensor;
use core::fmt;

/// The most values that an address spells out.
pub const MAX_ADDRESS_VALUES: usize = 4096;

/// The most values that a seed in an address stands for: 256 x 256.
pub const MAX_SEEDED_VALUES: usize = 1 << 16;

/// What the address form of a tensor says.
#[derive(Clone, Debug, PartialEq)]
pub enum AddressTensor {
    /// The values are written out.
    Values(Tensor),
    /// The values are those of [`seeded`].
    Seed {
        /// Their shape, of at most [`MAX_SEEDED_VALUES`] elements.
        shape: Shape,
        /// The seed they are drawn from.
        seed: u64,
    },
}

/// Why a text is not the address form of a tensor. Places count characters from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// No colon behind the shape.
    NoColon {
        /// The end of the text.
        at: usize,
    },
    /// Neither `scalar` nor digits.
    Size {
        /// Where the size should start.
        at: usize,
    },
    /// Sizes that are not a [`Shape`].
    Shape {
        /// Why.
        error: ShapeError,
    },
    /// More than [`MAX_ADDRESS_VALUES`] values, or more than [`MAX_SEEDED_VALUES`] of a seed.
    TooManyValues {
        /// Elements that the shape holds, or values that are written if these are more.
        count: usize,
        /// The most there can be.
        limit: usize,
    },
    /// Another number of values than the shape holds.
    Count {
        /// Elements that the shape holds.
        expected: usize,
        /// Values that are written.
        got: usize,
        /// Where the values start.
        at: usize,
    },
    /// A value that can't be read, or not in this stricter grammar.
    Value {
        /// Which value, row-major from 0.
        index: usize,
        /// Where it starts.
        at: usize,
        /// Why.
        error: NumberError,
    },
    /// No whole number below 2⁶⁴ behind `seed`.
    Seed {
        /// Where the digits should start.
        at: usize,
    },
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AddressError::NoColon { at } => write!(f, "no colon up to {at}"),
            AddressError::Size { at } => write!(f, "no size at {at}"),
            AddressError::Shape { error } => error.fmt(f),
            AddressError::TooManyValues { count, limit } => write!(f, "{count} values, at most {limit}"),
            AddressError::Count { expected, got, at } => write!(f, "{got} values at {at} for a shape of {expected}"),
            AddressError::Value { index, at, error } => write!(f, "value {index} at {at}: {error}"),
            AddressError::Seed { at } => write!(f, "no seed at {at}"),
        }
    }
}

impl core::error::Error for AddressError {}

/// A tensor's address form: sizes joined by `x` (or `scalar`), a colon, the [`shortest`] form of each value in row-major
/// order with commas between. There is no limit here: who writes a link compares the
/// number of values with [`MAX_ADDRESS_VALUES`].
///
/// ```
/// use matwalk_core::{Shape, Tensor, number::to_address};
/// let m = Tensor::new(Shape::new(&[2, 2])?, vec![1.0, -0.5, 1e-7, f32::INFINITY])?;
/// assert_eq!(to_address(&m), "2x2:1,-0.5,1e-7,inf");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn to_address(tensor: &Tensor) -> String {
    let values: Vec<String> = tensor.data().iter().map(|value| shortest(*value)).collect();
    format!("{}:{}", sizes(tensor.shape()), values.join(","))
}

/// `2x3`, or `scalar` for rank 0.
fn sizes(shape: Shape) -> String {
    if shape.rank() == 0 {
        return "scalar".to_owned();
    }
    let sizes: Vec<String> = shape.dims().iter().map(usize::to_string).collect();
    sizes.join("x")
}

/// Reads the address form of a tensor, `SHAPE:VALUES` or `SHAPE:seedDIGITS`.
///
/// The grammar is strict, without blanks: SHAPE is `scalar` or sizes in digits joined by `x`; a value is `nan`, `inf`,
/// `-inf`, or an optional minus, digits with or without a point, and an optional `e` with an optional minus and digits.
/// What [`parse`] refuses for its size is refused here too.
///
/// # Errors
/// [`AddressError`] says what is wrong, and where. Nothing is allocated for a shape that is too large.
///
/// ```
/// use matwalk_core::number::{AddressError, AddressTensor, from_address};
/// let Ok(AddressTensor::Values(m)) = from_address("2x3:1,2,3,4,5,6") else { unreachable!() };
/// assert_eq!(m.shape().dims(), [2, 3]);
/// assert_eq!(from_address("2x3:1,2"), Err(AddressError::Count { expected: 6, got: 2, at: 4 }));
/// ```
pub fn from_address(text: &str) -> Result<AddressTensor, AddressError> {
    let Some((shape, values)) = text.split_once(':') else {
        return Err(AddressError::NoColon { at: text.chars().count() });
    };
    let start = shape.chars().count() + 1;
    let shape = read_shape(shape)?;
    if let Some(seed) = values.strip_prefix("seed") {
        within(shape.numel(), MAX_SEEDED_VALUES)?;
        let seed = is_digits(seed).then(|| seed.parse().ok()).flatten();
        return Ok(AddressTensor::Seed { shape, seed: seed.ok_or(AddressError::Seed { at: start + 4 })? });
    }
    within(shape.numel(), MAX_ADDRESS_VALUES)?;
    let got = if values.is_empty() { 0 } else { values.split(',').count() };
    within(got, MAX_ADDRESS_VALUES)?;
    // A value that can't be read is reported before a wrong number of values.
    let mut data = Vec::with_capacity(got);
    let mut at = start;
    for (index, value) in values.split(',').enumerate().take(got) {
        data.push(read_value(value).map_err(|error| AddressError::Value { index, at, error })?);
        at += value.chars().count() + 1;
    }
    let wrong = AddressError::Count { expected: shape.numel(), got, at: start };
    Tensor::new(shape, data).map(AddressTensor::Values).map_err(|_| wrong)
}

fn within(count: usize, limit: usize) -> Result<(), AddressError> {
    if count > limit { Err(AddressError::TooManyValues { count, limit }) } else { Ok(()) }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn read_shape(text: &str) -> Result<Shape, AddressError> {
    if text == "scalar" {
        return Ok(Shape::SCALAR);
    }
    let mut sizes = vec![];
    let mut at = 0;
    for size in text.split('x') {
        if !is_digits(size) {
            return Err(AddressError::Size { at });
        }
        // Too long for a usize is too large for a shape.
        sizes.push(size.parse().map_err(|_| AddressError::Shape { error: ShapeError::TooLarge })?);
        at += size.len() + 1;
    }
    Shape::new(&sizes).map_err(|error| AddressError::Shape { error })
}

fn read_value(text: &str) -> Result<f32, NumberError> {
    // The stricter grammar is a matter of characters: what is left of `parse` without these is just it.
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | 'e');
    match text.chars().position(|c| !allowed(c)) {
        Some(at) if !["nan", "inf", "-inf"].contains(&text) => Err(match text {
            _ if text.trim().is_empty() => NumberError::Empty,
            _ => NumberError::NotANumber { at },
        }),
        _ => parse(text),
    }
}

/// The tensor that a seed stands for: whole numbers from -9 to 9.
///
/// A public promise, so that links keep their numbers: element `i` in row-major order is `(z * 19) >> 64` minus 9 (the
/// product in 128 bits), where `z` is output `i` of SplitMix64 from that seed: `s = seed + (i + 1) *
/// 0x9e3779b97f4a7c15`, `s = (s ^ s >> 30) * 0xbf58476d1ce4e5b9`, `s = (s ^ s >> 27) * 0x94d049bb133111eb`,
/// `z = s ^ s >> 31`, all modulo 2⁶⁴ (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
/// So an element depends on its place and the seed only, not on the shape.
///
/// A shape of more elements than a tensor can hold gives the empty tensor of shape (0).
///
/// ```
/// use matwalk_core::{Shape, number::seeded};
/// let m = seeded(Shape::new(&[2, 3])?, 7);
/// assert_eq!(m.data(), seeded(Shape::new(&[6])?, 7).data());
/// assert!(m.data().iter().all(|x| x.fract() == 0.0 && x.abs() <= 9.0));
/// # Ok::<(), matwalk_core::ShapeError>(())
/// ```
pub fn seeded(shape: Shape, seed: u64) -> Tensor {
    let draw = |index: usize| {
        let below_19 = (u128::from(split_mix(seed, index as u64)) * 19) >> 64;
        below_19 as f32 - 9.0
    };
    let empty = || Shape::new(&[0]).and_then(|shape| Tensor::zeros(shape).map_err(|_| ShapeError::TooLarge));
    Tensor::from_fn(shape, draw)
        .or_else(|_| empty())
        // Not reached: the shape (0) is a shape, and its tensor takes no memory.
        .unwrap_or_else(|_| unreachable!("(0) is a legal shape"))
}

/// Output `index` of SplitMix64.
fn split_mix(seed: u64, index: u64) -> u64 {
    let state = seed.wrapping_add(index.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
