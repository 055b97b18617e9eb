//! How the value of a cell is written on the screen: with a real minus sign, unlike in code and in links.

use matwalk_core::number;

/// At most five digits, after an “≈” if that is not the whole value.
pub fn short(value: f32) -> String {
    let cell = number::cell(value);
    let text = typeset(&cell.text);
    if cell.approx { format!("≈{text}") } else { text }
}

/// The whole value, as the shortest decimal.
pub fn whole(value: f32) -> String {
    typeset(&number::shortest(value))
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
}
