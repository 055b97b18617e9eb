//! A value together with its type.

use super::format::{CellText, in_address_form, rounded};
use super::nearest::nearest64;
use crate::elementary::{from_f16_bits, to_f16_bits};
use crate::softmax::Precision;

/// A floating-point number of one of three types.
///
/// Two numbers are equal if their types and values are: NaN equals nothing, and +0 equals -0.
///
/// ```
/// use matwalk_core::{number::Number, softmax::Precision};
/// // One third, as each type holds it.
/// let third = |precision| Number::new(1.0 / 3.0, precision).shortest();
/// assert_eq!(third(Precision::F16), "0.3333");
/// assert_eq!(third(Precision::F32), "0.33333334");
/// assert_eq!(third(Precision::F64), "0.3333333333333333");
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Number {
    /// IEEE 754 binary16, as its bits.
    F16(u16),
    /// IEEE 754 binary32.
    F32(f32),
    /// IEEE 754 binary64.
    F64(f64),
}

impl Number {
    /// The number of this type nearest to `value`, ties to even.
    pub fn new(value: f64, precision: Precision) -> Number {
        match precision {
            Precision::F16 => Number::F16(to_f16_bits(value)),
            Precision::F32 => Number::F32(value as f32),
            Precision::F64 => Number::F64(value),
        }
    }

    /// The type.
    pub fn precision(self) -> Precision {
        match self {
            Number::F16(_) => Precision::F16,
            Number::F32(_) => Precision::F32,
            Number::F64(_) => Precision::F64,
        }
    }

    /// The value; exact.
    pub fn to_f64(self) -> f64 {
        match self {
            Number::F16(bits) => from_f16_bits(bits),
            Number::F32(value) => f64::from(value),
            Number::F64(value) => value,
        }
    }

    /// The shortest decimal that reads back to the same number of its own type, in the form of
    /// [`shortest`](super::shortest); of several, the one nearest to the value.
    pub fn shortest(self) -> String {
        in_address_form(self.to_f64(), &self.scientific())
    }

    /// The number for a cell with at most `digits` significant digits, at least one. Otherwise as [`cell`](super::cell),
    /// which shows five digits of an f32.
    ///
    /// ```
    /// use matwalk_core::number::Number;
    /// let cell = Number::from(0.66524094_f32).cell(4);
    /// assert_eq!((cell.text.as_str(), cell.approx), ("0.6652", true));
    /// ```
    pub fn cell(self, digits: usize) -> CellText {
        rounded(self.to_f64(), &self.scientific(), digits)
    }

    /// The shortest decimal in the form of `{:e}`; meant for finite numbers other than zero.
    fn scientific(self) -> String {
        match self {
            Number::F16(bits) => scientific16(bits),
            Number::F32(value) => format!("{value:e}"),
            Number::F64(value) => format!("{value:e}"),
        }
    }
}

/// The shortest decimal of a finite f16 other than zero; five digits are always enough.
fn scientific16(bits: u16) -> String {
    let value = from_f16_bits(bits);
    for decimals in 0..4 {
        let text = format!("{value:.decimals$e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let whole: i64 = mantissa.replace('.', "").parse().unwrap_or(0);
        let exponent = exponent.parse::<i32>().unwrap_or(0) - decimals as i32;
        // Below a power of two the numbers lie closer together than above, so that the nearest decimal may read back to
        // the number below where the decimal on the other side reads back to this one.
        for candidate in [whole, whole - 1, whole + 1] {
            let read = nearest64(&format!("{candidate}e{exponent}"));
            if to_f16_bits(read) == bits {
                return format!("{read:e}");
            }
        }
    }
    format!("{value:.4e}")
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        self.precision() == other.precision() && self.to_f64() == other.to_f64()
    }
}

impl From<f32> for Number {
    fn from(value: f32) -> Number {
        Number::F32(value)
    }
}

impl From<f64> for Number {
    fn from(value: f64) -> Number {
        Number::F64(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_f16_reads_back_and_no_shorter_decimal_does() {
        for bits in (0..0x7c00).chain(0x8000..0xfc00) {
            let text = Number::F16(bits).shortest();
            assert_eq!(to_f16_bits(text.parse().unwrap()), bits, "{text}");
            if bits & 0x7fff == 0 {
                continue;
            }
            // All decimals with one digit less that lie near enough.
            let scientific = scientific16(bits);
            let (mantissa, exponent) = scientific.split_once('e').unwrap();
            let digits = mantissa.trim_start_matches('-').replace('.', "").len() as i32;
            let exponent = exponent.parse::<i32>().unwrap() - (digits - 2);
            let near = (from_f16_bits(bits) / 10f64.powi(exponent)).round() as i64;
            for shorter in near - 2..=near + 2 {
                let read: f64 = format!("{shorter}e{exponent}").parse().unwrap();
                assert!(digits == 1 || to_f16_bits(read) != bits, "{text} {shorter}e{exponent}");
            }
        }
    }

    #[test]
    fn special_values_have_the_words_of_addresses() {
        let texts = [0x7e00, 0x7c00, 0xfc00, 0x8000].map(|bits| Number::F16(bits).shortest());
        assert_eq!(texts, ["nan", "inf", "-inf", "-0"]);
        assert_eq!(Number::F16(0x7bff).shortest(), "65500");
        assert_eq!(Number::F16(1).shortest(), "6e-8");
        assert_eq!(Number::from(f64::NEG_INFINITY).cell(4).text, "-∞");
    }
}
