//! Conversion of values to text.

/// The shortest decimal that reads back to the same bits, in the form of addresses.
///
/// Plain decimals for magnitudes in [1e-5, 1e7), else an exponent (`1e-7`, `1.5e21`, never `e+`); `0`, `-0`, `nan`
/// (whatever its bits), `inf`, `-inf`. Of the shortest decimals it is the one nearest to the value.
///
/// ```
/// use matwalk_core::number::shortest;
/// assert_eq!(shortest(0.1), "0.1");
/// assert_eq!(shortest(1.0 / 3.0), "0.33333334");
/// assert_eq!(shortest(1e21), "1e21");
/// assert_eq!(shortest(-0.0), "-0");
/// ```
pub fn shortest(value: f32) -> String {
    if let Some(whole) = short_integer(value) {
        return whole.to_string();
    }
    in_address_form(f64::from(value), &format!("{value:e}"))
}

/// [`shortest`] of an f64.
///
/// ```
/// assert_eq!(matwalk_core::number::shortest64(1.0 / 3.0), "0.3333333333333333");
/// ```
pub fn shortest64(value: f64) -> String {
    in_address_form(value, &format!("{value:e}"))
}

/// The address form of a value whose shortest decimal is `whole`, as `{:e}` prints it.
pub(super) fn in_address_form(value: f64, whole: &str) -> String {
    special(value).map_or_else(|| plain_or_exponent(whole), str::to_owned)
}

/// A value as a cell of a grid shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellText {
    /// The number with at most five significant digits, or `NaN`, `∞`, `-∞`.
    pub text: String,
    /// Whether the text is not the whole value: the screen puts "≈" before it.
    pub approx: bool,
}

/// A value for a cell of a grid: at most five significant digits, at most 11 characters.
///
/// Up to five digits of the shortest decimal are kept as they are; more are rounded to five (half to even, from the
/// value's own bits). Plain decimals while they take at most nine characters (without sign) and no digit was rounded
/// away before the point, else an exponent. The minus is ASCII: the screen typesets it.
///
/// ```
/// use matwalk_core::number::cell;
/// let show = |value| (cell(value).text, cell(value).approx);
/// assert_eq!(show(49.0), ("49".into(), false));
/// assert_eq!(show(1.0 / 3.0), ("0.33333".into(), true));
/// assert_eq!(show(1234567.0), ("1.2346e6".into(), true));
/// assert_eq!(show(f32::NEG_INFINITY), ("-∞".into(), false));
/// ```
pub fn cell(value: f32) -> CellText {
    if let Some(whole) = short_integer(value) {
        return CellText { text: whole.to_string(), approx: false };
    }
    rounded(f64::from(value), &format!("{value:e}"), 5)
}

/// An integer of at most five digits, which every form prints digit by digit. A search for the shortest decimal takes
/// several times as long, and most numbers of a lesson are such integers.
fn short_integer(value: f32) -> Option<i32> {
    let whole = value as i32;
    // The bits tell 0 from −0.
    let is_same = (whole as f32).to_bits() == value.to_bits();
    (is_same && (-99_999..=99_999).contains(&whole)).then_some(whole)
}

/// A value for a cell with at most `digits` significant digits, at least one; `whole` is its shortest decimal as `{:e}`
/// prints it, used unless the value is zero or not finite.
pub(super) fn rounded(value: f64, whole: &str, digits: usize) -> CellText {
    let exact = |text: &str| CellText { text: text.to_owned(), approx: false };
    if value.is_nan() {
        return exact("NaN");
    }
    if value.is_infinite() {
        return exact(if value > 0.0 { "∞" } else { "-∞" });
    }
    if value == 0.0 {
        return exact(if value.is_sign_negative() { "-0" } else { "0" });
    }
    let digits = digits.max(1);
    let approx = Scientific::of(whole).digits.len() > digits;
    let text = if approx { format!("{value:.*e}", digits - 1) } else { whole.to_owned() };
    let parts = Scientific::of(&text);
    let plain = parts.plain();
    let room = plain.len() <= 9 && (-5..7).contains(&parts.exponent);
    let rounded_away = approx && usize::try_from(parts.exponent).is_ok_and(|exponent| exponent >= digits);
    let body = if room && !rounded_away { plain } else { parts.with_exponent() };
    CellText { text: parts.sign.to_owned() + &body, approx }
}

/// What has no digits to print, and zero.
fn special(value: f64) -> Option<&'static str> {
    match value {
        _ if value.is_nan() => Some("nan"),
        f64::INFINITY => Some("inf"),
        f64::NEG_INFINITY => Some("-inf"),
        0.0 => Some(if value.is_sign_negative() { "-0" } else { "0" }),
        _ => None,
    }
}

/// The address form of what `{:e}` prints of a non-zero finite value.
fn plain_or_exponent(text: &str) -> String {
    let parts = Scientific::of(text);
    let body = if (-5..7).contains(&parts.exponent) { parts.plain() } else { parts.with_exponent() };
    parts.sign.to_owned() + &body
}

/// A decimal taken apart: sign, digits without the zeros at the end, and the power of ten of the first digit.
struct Scientific<'a> {
    sign: &'a str,
    digits: String,
    exponent: i32,
}

impl Scientific<'_> {
    /// Takes apart what `{:e}` prints: `-1.25e-7`.
    fn of(text: &str) -> Scientific<'_> {
        let (sign, text) = if text.starts_with('-') { text.split_at(1) } else { ("", text) };
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_end_matches('0').to_owned();
        Scientific { sign, digits, exponent: exponent.parse().unwrap_or(0) }
    }

    /// `0.00125`, `125000`, `1.25`.
    fn plain(&self) -> String {
        let digits = &self.digits;
        match usize::try_from(self.exponent) {
            Err(_) => format!("0.{}{digits}", "0".repeat(self.exponent.unsigned_abs() as usize - 1)),
            Ok(exponent) if exponent + 1 >= digits.len() => {
                format!("{digits}{}", "0".repeat(exponent + 1 - digits.len()))
            }
            Ok(exponent) => format!("{}.{}", &digits[..=exponent], &digits[exponent + 1..]),
        }
    }

    /// `1.25e-7`.
    fn with_exponent(&self) -> String {
        let (first, rest) = self.digits.split_at(1.min(self.digits.len()));
        let point = if rest.is_empty() { "" } else { "." };
        format!("{first}{point}{rest}e{}", self.exponent)
    }
}

#[cfg(test)]
mod tests {
    use super::{cell, in_address_form, rounded, short_integer, shortest};

    #[test]
    fn integers_are_written_as_the_long_way_writes_them() {
        for whole in -100_001_i32..=100_001 {
            let value = whole as f32;
            let text = format!("{value:e}");
            assert_eq!(cell(value), rounded(f64::from(value), &text, 5), "{whole}");
            assert_eq!(shortest(value), in_address_form(f64::from(value), &text), "{whole}");
            assert_eq!(short_integer(value).is_some(), whole.abs() <= 99_999, "{whole}");
        }
    }

    #[test]
    fn what_is_no_short_integer_is_left_to_the_long_way() {
        let others = [-0.0, 0.5, 99_999.5, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -2_147_483_648.0, 1e30];
        assert!(others.into_iter().all(|value| short_integer(value).is_none()));
    }
}
