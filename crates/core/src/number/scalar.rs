//! Parsing of a single number as typed by a person.

mod grammar;

use super::nearest::{nearest32, nearest64, quotient32, quotient64};
use grammar::read;

/// Why a text is not a number. Places count characters of the text from 0, its end included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberError {
    /// Nothing but blanks.
    Empty,
    /// A fraction over zero: `1/0`, `0/0`. Only the words give infinity and NaN.
    DivisionByZero,
    /// A separator between digits, `1,000` or `1 000` or `1_000`: it is ambiguous whether it groups digits or starts the
    /// decimals.
    ThousandsSeparator {
        /// Where the separator stands.
        at: usize,
    },
    /// The number rounds to infinity. Only the words give infinity.
    TooLarge,
    /// The number is not zero and rounds to zero. (PyTorch would quietly read 0.)
    TooSmall,
    /// Anything else.
    NotANumber {
        /// The first character that can't be part of a number, or the end where something is missing.
        at: usize,
    },
}

impl core::fmt::Display for NumberError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            NumberError::Empty => f.write_str("no number"),
            NumberError::DivisionByZero => f.write_str("division by zero"),
            NumberError::ThousandsSeparator { at } => write!(f, "a separator at {at}"),
            NumberError::TooLarge => f.write_str("too large"),
            NumberError::TooSmall => f.write_str("too small"),
            NumberError::NotANumber { at } => write!(f, "not a number from {at} on"),
        }
    }
}

impl core::error::Error for NumberError {}

/// Reads an f32.
///
/// Decimals (`3`, `-2.5`, `+3`, `.5`, `5.`), exponents (`1e5`, `1E-5`), fractions of decimals (`1/3`, `-1/2`, `1/-2`,
/// blanks around the slash allowed), `½` and its like with a whole number before them or not (`2½`), `inf`, `infinity`,
/// `∞`, `nan` in any case and with a sign; blanks around all and behind the first sign. Characters count as what
/// [`fold`](super::fold()) makes of them.
///
/// A decimal is rounded once, to nearest, ties to even. So is a fraction if both parts, brought to whole numbers by the
/// same power of ten, are below 2⁶⁴ (`1/3`, `0.1/0.3`, `1e5/7`); beyond that each part is rounded to f64 first.
///
/// A non-zero number that rounds to infinity or to zero is an error, because an input must never become another
/// number than the one written: `1e39` is [`NumberError::TooLarge`] and `1e-50` is [`NumberError::TooSmall`].
///
/// # Errors
/// [`NumberError`] says what is wrong, and where.
///
/// ```
/// use matwalk_core::number::{NumberError, parse};
/// assert_eq!(parse(" -1/2 "), Ok(-0.5));
/// assert_eq!(parse("１．５"), Ok(1.5));
/// assert_eq!(parse("1,000"), Err(NumberError::ThousandsSeparator { at: 1 }));
/// assert_eq!(parse("2x"), Err(NumberError::NotANumber { at: 1 }));
/// ```
pub fn parse(text: &str) -> Result<f32, NumberError> {
    Ok(match read(text)? {
        Literal::Infinity { negative } => signed32(f32::INFINITY, negative),
        Literal::NaN => f32::NAN,
        Literal::Decimal(decimal) => decimal.to_f32()?,
        Literal::Fraction(above, below) => match exact_parts(&above, &below) {
            Some((n, d, negative)) => signed32(quotient32(n, d), negative),
            None => {
                // Not `as f32` of an f64 that has underflowed or overflowed already: both parts fit, so look here.
                let quotient = above.to_f64()? / below.to_f64()?;
                within32(quotient as f32, above.is_zero())?
            }
        },
    })
}

/// Reads an f64; see [`parse`] for the grammar and the rounding.
///
/// # Errors
/// [`NumberError`] says what is wrong, and where.
///
/// ```
/// assert_eq!(matwalk_core::number::parse64("1/3"), Ok(1.0 / 3.0));
/// ```
pub fn parse64(text: &str) -> Result<f64, NumberError> {
    Ok(match read(text)? {
        Literal::Infinity { negative } => signed64(f64::INFINITY, negative),
        Literal::NaN => f64::NAN,
        Literal::Decimal(decimal) => decimal.to_f64()?,
        Literal::Fraction(above, below) => match exact_parts(&above, &below) {
            Some((n, d, negative)) => signed64(quotient64(n, d), negative),
            None => within64(above.to_f64()? / below.to_f64()?, above.is_zero())?,
        },
    })
}

/// A text that follows the grammar, not rounded yet.
enum Literal {
    Infinity { negative: bool },
    NaN,
    Decimal(Decimal),
    Fraction(Decimal, Decimal),
}

/// A decimal in ASCII: minus, digits, point, digits, `e`, minus, digits; all but digits on one side of the point may lack.
struct Decimal {
    text: String,
    negative: bool,
}

impl Decimal {
    /// The digits before the exponent, without sign and point.
    fn digits(&self) -> impl Iterator<Item = u8> + '_ {
        self.text.bytes().take_while(|byte| *byte != b'e').filter(u8::is_ascii_digit)
    }

    fn is_zero(&self) -> bool {
        self.digits().all(|digit| digit == b'0')
    }

    fn to_f32(&self) -> Result<f32, NumberError> {
        within32(nearest32(&self.text), self.is_zero())
    }

    fn to_f64(&self) -> Result<f64, NumberError> {
        within64(nearest64(&self.text), self.is_zero())
    }

    /// The magnitude as `whole` times ten to the `power`, if it takes no more than 64 bits.
    fn whole(&self) -> Option<(u64, i32)> {
        let (mantissa, exponent) = self.text.split_once('e').unwrap_or((&self.text, "0"));
        let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let mut power = exponent.parse::<i32>().ok()?.checked_sub(i32::try_from(decimals).ok()?)?;
        let mut whole = 0u64;
        for digit in self.digits() {
            whole = whole.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        }
        while whole != 0 && whole.is_multiple_of(10) {
            (whole, power) = (whole / 10, power.checked_add(1)?);
        }
        Some((whole, if whole == 0 { 0 } else { power }))
    }
}

fn signed32(value: f32, negative: bool) -> f32 {
    if negative { -value } else { value }
}

fn signed64(value: f64, negative: bool) -> f64 {
    if negative { -value } else { value }
}

fn within32(value: f32, is_zero: bool) -> Result<f32, NumberError> {
    within64(f64::from(value), is_zero)?;
    Ok(value)
}

fn within64(value: f64, is_zero: bool) -> Result<f64, NumberError> {
    match value {
        _ if value.is_infinite() => Err(NumberError::TooLarge),
        0.0 if !is_zero => Err(NumberError::TooSmall),
        _ => Ok(value),
    }
}

/// Both parts of a fraction as whole numbers below 2^64, and whether the quotient is negative.
fn exact_parts(above: &Decimal, below: &Decimal) -> Option<(u64, u64, bool)> {
    let ((n, n_power), (d, d_power)) = (above.whole()?, below.whole()?);
    let scaled = |whole: u64, by: i32| whole.checked_mul(10u64.checked_pow(u32::try_from(by.max(0)).ok()?)?);
    // A zero keeps its zero at every power of ten.
    let difference = if n == 0 { 0 } else { n_power.checked_sub(d_power)? };
    Some((scaled(n, difference)?, scaled(d, difference.checked_neg()?)?, above.negative != below.negative))
}
