//! How a value is written on the screen: with a real minus sign, unlike in code and in links.

use crate::screen::Shown;
use matwalk_core::number;

/// At most five digits, after an “≈” if that is not the whole value.
pub fn short(value: f32) -> String {
    let (text, approx) = rounded(value);
    if approx { format!("≈{text}") } else { text }
}

/// At most five digits, and whether that is not the whole value.
pub fn rounded(value: f32) -> (String, bool) {
    let cell = number::cell(value);
    (typeset(&cell.text), cell.approx)
}

/// As a factor in a product: a negative one in brackets.
pub fn factor(value: f32) -> String {
    let text = short(value);
    if value.is_sign_negative() && !value.is_nan() { format!("({text})") } else { text }
}

/// As a summand with its sign: `+15`, `−3`.
pub fn signed(value: f32) -> String {
    let text = rounded(value).0;
    if text.starts_with('−') || value.is_nan() { text } else { format!("+{text}") }
}

/// The whole value, as the shortest decimal.
pub fn whole(value: f32) -> String {
    typeset(&number::shortest(value))
}

/// The text of a cell: the one rule for grids, heat maps, pictures and code.
pub fn shown(shown: &Shown) -> String {
    match shown {
        Shown::Value(value) => short(*value),
        Shown::Typed(text, _) | Shown::Unreadable(text) => text.to_string(),
        Shown::Blocked | Shown::Asked => "?".to_owned(),
        Shown::Pending => String::new(),
    }
}

/// At most that many significant digits, without an “≈”; three under 0.001 and from 100,000, with an exponent.
pub fn digits(value: f64, digits: usize) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "−inf" }.to_owned();
    }
    if value == 0.0 {
        return "0".to_owned();
    }
    let far = |value: f64| value.abs() < 1e-3 || value.abs() >= 1e5f64.max(10f64.powi(digits as i32));
    let kept = match value.abs() {
        _ if far(value) => digits.min(3).max(digits.saturating_sub(2).min(3)),
        size if size >= 1e3 => digits.max(5),
        _ => digits,
    };
    let text = format!("{value:.*e}", kept.max(1) - 1);
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |mantissa| ("−", mantissa));
    let figures: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let figures = figures.trim_end_matches('0');
    if far(value) {
        let (first, rest) = figures.split_at(1.min(figures.len()));
        let point = if rest.is_empty() { "" } else { "." };
        return format!("{sign}{first}{point}{rest}e{exponent}").replace('-', "−");
    }
    match usize::try_from(exponent) {
        Err(_) => format!("{sign}0.{}{figures}", "0".repeat(exponent.unsigned_abs() as usize - 1)),
        Ok(whole) if whole + 1 >= figures.len() => format!("{sign}{figures}{}", "0".repeat(whole + 1 - figures.len())),
        Ok(whole) => format!("{sign}{}.{}", &figures[..=whole], &figures[whole + 1..]),
    }
}

/// A number with its hyphens, also that of an exponent, made minus signs.
fn typeset(number: &str) -> String {
    number.replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minus_signs_and_rounding_can_be_seen() {
        assert_eq!(short(-2.0), "−2");
        assert_eq!(short(1e-7), "1e−7");
        assert_eq!(short(-1.0 / 3.0), "≈−0.33333");
        assert_eq!(whole(-0.1), "−0.1");
    }

    #[test]
    fn a_lesson_chooses_its_digits() {
        for (value, kept, text) in [
            (0.087_947, 4, "0.08795"),
            (0.657_2, 4, "0.6572"),
            (1.522, 4, "1.522"),
            (-4.0, 4, "−4"),
            (64_736.0, 4, "64736"),
            (1.65e38, 4, "1.65e38"),
            (2.061_153_6e-9, 4, "2.06e−9"),
            (0.999_999_88, 7, "0.9999999"),
            (100_000_001.0, 9, "100000001"),
            (88.722_839, 5, "88.723"),
            (0.0, 4, "0"),
            (f64::NEG_INFINITY, 4, "−inf"),
        ] {
            assert_eq!(digits(value, kept), text);
        }
    }

    #[test]
    fn factors_and_summands_show_their_sign() {
        assert_eq!((factor(-3.0), factor(3.0), factor(-0.0)), ("(−3)".into(), "3".into(), "(−0)".into()));
        assert_eq!((signed(-3.0), signed(15.0), signed(0.0)), ("−3".into(), "+15".into(), "+0".into()));
        assert_eq!(signed(f32::NAN), "NaN");
    }
}
