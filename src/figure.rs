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
    fn factors_and_summands_show_their_sign() {
        assert_eq!((factor(-3.0), factor(3.0), factor(-0.0)), ("(−3)".into(), "3".into(), "(−0)".into()));
        assert_eq!((signed(-3.0), signed(15.0), signed(0.0)), ("−3".into(), "+15".into(), "+0".into()));
        assert_eq!(signed(f32::NAN), "NaN");
    }
}
