//! The float nearest to a decimal, ties to even.
//!
//! `str::parse` gives the same values (the tests compare them) with a table of 11 kB that no compression makes smaller:
//! it would be a thirtieth of all that a browser loads for a lesson. Here powers of ten are computed when they are
//! needed.

/// A binary format: the digits of its significand, and the power of two of its smallest number above zero.
struct Format {
    digits: i32,
    smallest: i32,
}

const F32: Format = Format { digits: 24, smallest: -149 };
const F64: Format = Format { digits: 53, smallest: -1074 };

/// No f64 needs more digits of a decimal to be told from its neighbours than 767; of the rest it matters only whether it
/// is zero.
const MAX_DIGITS: usize = 770;

/// The f32 nearest to a decimal such as `-12.5e-3`; infinite or zero beyond the range.
pub(crate) fn nearest32(text: &str) -> f32 {
    let (negative, quotient) = exact(text);
    let value = as_f32(rounded(quotient, &F32));
    if negative { -value } else { value }
}

/// The f64 nearest to a decimal such as `-12.5e-3`; infinite or zero beyond the range.
pub(crate) fn nearest64(text: &str) -> f64 {
    let (negative, quotient) = exact(text);
    let value = as_f64(rounded(quotient, &F64));
    if negative { -value } else { value }
}

/// The f32 nearest to a fraction, whose `below` is not zero.
pub(crate) fn quotient32(above: u64, below: u64) -> f32 {
    as_f32(rounded(short_quotient(above, below), &F32))
}

/// The f64 nearest to a fraction, whose `below` is not zero.
pub(crate) fn quotient64(above: u64, below: u64) -> f64 {
    as_f64(rounded(short_quotient(above, below), &F64))
}

fn as_f32(bits: u64) -> f32 {
    // Not above infinity, whose pattern has 32 bits.
    f32::from_bits(bits.min(u64::from(f32::INFINITY.to_bits())) as u32)
}

fn as_f64(bits: u64) -> f64 {
    f64::from_bits(bits.min(f64::INFINITY.to_bits()))
}

/// `whole` times two to the `power`, with more digits than any format; the last one is set if something was left over,
/// so that one rounding of it is one rounding of the number it stands for.
struct Exact {
    whole: u128,
    power: i32,
}

/// Whether there is a minus, and the magnitude of a decimal; beyond the range of any format only that it is beyond.
fn exact(text: &str) -> (bool, Exact) {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    // An exponent that an i32 can't hold is beyond every range, whatever digits stand before it.
    let beyond = if exponent.starts_with('-') { i32::MIN } else { i32::MAX };
    let power = i64::from(exponent.parse().unwrap_or(beyond)) - decimals as i64;
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0');
    let count = digits.clone().count();
    let magnitude = power + count as i64;
    if count == 0 || magnitude < -400 {
        return (negative, Exact { whole: 0, power: 0 });
    }
    if magnitude > 400 {
        return (negative, Exact { whole: u128::MAX, power: 1024 });
    }
    // All but a few decimals: no more digits than a u64 holds, and a power of ten that it holds too.
    if count <= 19 && power.unsigned_abs() <= 19 {
        let whole = digits.clone().fold(0u64, |whole, digit| whole * 10 + u64::from(digit - b'0'));
        let ten = 10u64.pow(power.unsigned_abs() as u32);
        if let Some((above, below)) =
            if power < 0 { Some((whole, ten)) } else { whole.checked_mul(ten).map(|n| (n, 1)) }
        {
            return (negative, short_quotient(above, below));
        }
    }
    let (mut above, mut below) = (Big(vec![]), Big(vec![1]));
    for digit in digits.clone().take(MAX_DIGITS) {
        above.times_and_plus(10, u32::from(digit - b'0'));
    }
    let mut power = power + count.saturating_sub(MAX_DIGITS) as i64;
    // One more digit stands for all that were left out: the decimal lies on the same side of every float.
    if digits.skip(MAX_DIGITS).any(|digit| digit != b'0') {
        above.times_and_plus(10, 1);
        power -= 1;
    }
    let scaled = if power < 0 { &mut below } else { &mut above };
    for _ in 0..power.unsigned_abs() {
        scaled.times_and_plus(10, 0);
    }
    (negative, long_quotient(above, below))
}

/// `above / below`, which is not zero, with 64 or 65 digits.
fn short_quotient(above: u64, below: u64) -> Exact {
    if above == 0 {
        return Exact { whole: 0, power: 0 };
    }
    let (up, down) = (above.leading_zeros(), below.leading_zeros());
    let (above, below) = (u128::from(above << up) << 64, u128::from(below << down));
    let whole = (above / below) | u128::from(!above.is_multiple_of(below));
    Exact { whole, power: down as i32 - up as i32 - 64 }
}

/// `above / below`, neither of them zero, with 65 or 66 digits.
fn long_quotient(mut above: Big, mut below: Big) -> Exact {
    let power = above.bits() - below.bits();
    if power < 0 { &mut above } else { &mut below }.shift(power.unsigned_abs());
    let mut whole = 0;
    for _ in 0..66 {
        whole = whole << 1 | u128::from(above.take(&below));
        above.times_and_plus(2, 0);
    }
    Exact { whole: whole | u128::from(above.bits() > 0), power: power - 65 }
}

/// The bits of the float nearest to a number; past the largest they go on counting.
fn rounded(Exact { whole, power }: Exact, format: &Format) -> u64 {
    let bits = 128 - whole.leading_zeros() as i32;
    // The power of two of the last digit that is kept.
    let last = (bits + power - format.digits).max(format.smallest);
    let dropped = last - power;
    if whole == 0 || dropped > bits {
        return 0;
    }
    let (kept, half) = (whole >> dropped, 1 << (dropped - 1));
    let rest = whole & ((half << 1) - 1);
    let up = rest > half || rest == half && kept & 1 == 1;
    // The first digit of a normal number is not stored: added to the exponent, it counts one more, and so does a carry.
    (((last - format.smallest) as u64) << (format.digits - 1)) + kept as u64 + u64::from(up)
}

/// A whole number of any length: 32 bits each, the lowest first, none of the last ones zero.
struct Big(Vec<u32>);

impl Big {
    fn bits(&self) -> i32 {
        self.0.last().map_or(0, |last| self.0.len() as i32 * 32 - last.leading_zeros() as i32)
    }

    fn times_and_plus(&mut self, by: u32, plus: u32) {
        let mut carry = u64::from(plus);
        for word in &mut self.0 {
            carry += u64::from(*word) * u64::from(by);
            *word = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn shift(&mut self, by: u32) {
        self.times_and_plus(1 << (by % 32), 0);
        self.0.splice(0..0, vec![0; by as usize / 32]);
    }

    /// Takes another number away if this one is not below it; whether it was.
    fn take(&mut self, other: &Big) -> bool {
        let below = self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()));
        if below.is_lt() {
            return false;
        }
        let mut borrow = false;
        for (place, word) in self.0.iter_mut().enumerate() {
            let (less, first) = word.overflowing_sub(other.0.get(place).copied().unwrap_or(0));
            let (less, second) = less.overflowing_sub(u32::from(borrow));
            (*word, borrow) = (less, first || second);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{nearest32, nearest64};

    fn agrees(text: &str) {
        let (f32, f64): (f32, f64) = (text.parse().expect(text), text.parse().expect(text));
        assert_eq!(nearest32(text).to_bits(), f32.to_bits(), "f32 of {text}");
        assert_eq!(nearest64(text).to_bits(), f64.to_bits(), "f64 of {text}");
    }

    /// A generator of its own: xorshift.
    fn random(state: &mut u64) -> u64 {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }

    #[test]
    fn both_ends_of_the_range() {
        let texts = "0 -0 0.0e5 00.00 1 -1 5e-324 2.4703282292062327e-324 2.4703282292062328e-324 2.5e-324 1e-400 \
             1e-99999999999 0e99999999999 1e99999999999 -1e400 1.7976931348623157e308 1.7976931348623158e308 \
             1.7976931348623159e308 179769313486231580793e289 2.2250738585072014e-308 2.2250738585072011e-308 \
             4.9406564584124654e-324 1e-45 7e-46 7.1e-46 3.4028234664e38 3.4028235677973366e38 3.4028235677973367e38 \
             1.17549435e-38 1.1754942e-38 1e39 .5 5. 000123.4560e-2 9007199254740993 9007199254740992.999";
        texts.split_whitespace().for_each(agrees);
    }

    #[test]
    fn halfway_between_two_floats_and_a_hair_beside() {
        let state = &mut 7;
        for _ in 0..2_000 {
            // Every float and the middle of two are whole numbers over a power of two, which decimals write exactly.
            let value = f32::from_bits(random(state) as u32 & 0x7fff_ffff);
            let next = f32::from_bits(value.to_bits() + 1);
            if !next.is_finite() {
                continue;
            }
            let middle = format!("{:.200}", (f64::from(value) + f64::from(next)) / 2.0);
            agrees(&middle);
            agrees(&format!("{middle}{}1", "0".repeat((random(state) % 900) as usize)));
            let value = f64::from_bits(random(state) & 0x7fff_ffff_ffff_ffff);
            if value.is_finite() {
                let exact = format!("{value:.1100e}");
                agrees(&exact);
                agrees(&exact.replace('e', "5e"));
            }
        }
    }

    #[test]
    fn decimals_of_every_length() {
        let state = &mut 11;
        for _ in 0..100_000 {
            let digits = 1 + random(state) % 40;
            let mut text: String = (0..digits).map(|_| char::from(b'0' + (random(state) % 10) as u8)).collect();
            text.insert((random(state) % (digits + 1)) as usize, '.');
            if random(state).is_multiple_of(2) {
                text += &format!("e{}", random(state) as i64 % if random(state).is_multiple_of(2) { 20 } else { 400 });
            }
            agrees(&text);
        }
    }
}
