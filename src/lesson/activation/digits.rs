//! How this lesson writes numbers: four significant digits, three with an exponent (below 0.001 and from 100,000).

use matwalk_core::number::{parse64, shortest64};

/// A number for a cell: `0.7311`, `2.94e−4`, `−∞`.
pub fn short(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "∞" } else { "−∞" }.to_owned();
    }
    if value == 0.0 {
        return "0".to_owned();
    }
    let (digits, exponent) = parts(value, 3);
    let sign = if value < 0.0 { "−" } else { "" };
    if (-3..5).contains(&exponent) {
        return format!("{sign}{}", plain(&digits, exponent));
    }
    let (digits, exponent) = parts(value, 2);
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    let minus = if exponent < 0 { "−" } else { "" };
    format!("{sign}{first}{point}{rest}e{minus}{}", exponent.unsigned_abs())
}

/// At most three digits, where four take too much room.
pub fn brief(value: f64) -> String {
    short(parse64(&format!("{value:.2e}")).unwrap_or(value))
}

/// Significant digits without the zeros at the end, and the power of ten of the first; `decimals` digits after the first.
fn parts(value: f64, decimals: usize) -> (String, i32) {
    let text = format!("{:.decimals$e}", value.abs());
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let digits = mantissa.replace('.', "");
    let kept = digits.trim_end_matches('0');
    (if kept.is_empty() { "0".to_owned() } else { kept.to_owned() }, exponent.parse().unwrap_or(0))
}

fn plain(digits: &str, exponent: i32) -> String {
    match usize::try_from(exponent) {
        Err(_) => format!("0.{}{digits}", "0".repeat(exponent.unsigned_abs() as usize - 1)),
        Ok(exponent) if exponent + 1 >= digits.len() => {
            format!("{digits}{}", "0".repeat(exponent + 1 - digits.len()))
        }
        Ok(exponent) => format!("{}.{}", &digits[..=exponent], &digits[exponent + 1..]),
    }
}

/// As a factor: a negative number in brackets.
pub fn factor(value: f64) -> String {
    if value < 0.0 { format!("({})", short(value)) } else { short(value) }
}

/// A number in a sentence, where an `e` would be read as the number e: `2.94×10⁻⁴`.
pub fn said(value: f64) -> String {
    spelled(&short(value))
}

/// The same of a text that is a number already.
pub fn spelled(text: &str) -> String {
    let Some((mantissa, exponent)) = text.split_once('e') else { return text.to_owned() };
    let (exponent, end) = exponent.strip_suffix(')').map_or((exponent, ""), |exponent| (exponent, ")"));
    format!("{mantissa}×10{}{end}", raised(exponent).unwrap_or_else(|| format!("^{exponent}")))
}

/// A text as an exponent; `None` if there is no such character.
pub fn raised(text: &str) -> Option<String> {
    let up = |c: char| match c {
        '0'..='9' => "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - '0' as usize),
        '−' => Some('⁻'),
        'x' => Some('ˣ'),
        _ => None,
    };
    text.chars().map(up).collect()
}

/// A number of parts with commas: a whole one with all its digits, `1,048,576`, else with three, `17,300`.
pub fn grouped(value: f64) -> String {
    if !value.is_finite() || value >= 1e15 {
        return said(value);
    }
    // Beyond that, digits of a float are whole by chance.
    let (digits, exponent) = parts(value, if value.fract() == 0.0 && value < 1e13 { 12 } else { 2 });
    let whole = plain(&digits, exponent);
    let (front, rest) = whole.split_once('.').map_or((whole.as_str(), ""), |(front, rest)| (front, rest));
    let mut grouped = String::new();
    for (i, digit) in front.chars().enumerate() {
        if i > 0 && (front.len() - i) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if rest.is_empty() { grouped } else { format!("{grouped}.{rest}") }
}

/// The whole value, for `data-value`: it reads back to the same bits.
pub fn whole(value: f64) -> String {
    shortest64(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_digits_or_three_with_an_exponent() {
        for (value, text) in [
            (0.731_058_578_6, "0.7311"),
            (1.367_879, "1.368"),
            (-2.0, "−2"),
            (0.002_466_509, "0.002467"),
            (2.457_65e-5, "2.46e−5"),
            (0.001, "0.001"),
            (0.000_999_99, "0.001"),
            (99_999.9, "1e5"),
            (1024.0, "1024"),
            (123_456.0, "1.23e5"),
            (8.631_747_653e-8, "8.63e−8"),
            (1e-20, "1e−20"),
            (-0.0, "0"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "−∞"),
            (0.419_974, "0.42"),
        ] {
            assert_eq!(short(value), text);
        }
        assert_eq!((factor(-2.5), factor(2.5)), ("(−2.5)".into(), "2.5".into()));
    }

    #[test]
    fn sentences_have_powers_of_ten() {
        assert_eq!(said(2.94e-4), "2.94×10⁻⁴");
        assert_eq!(spelled("(−2.94e−4)"), "(−2.94×10⁻⁴)");
        assert_eq!((grouped(17_301.2), grouped(11_585_140.3)), ("17,300".into(), "11,600,000".into()));
        assert_eq!(
            (grouped(1_048_576.0), grouped(1024.0), grouped(25.87)),
            ("1,048,576".into(), "1,024".into(), "25.9".into())
        );
        assert_eq!(raised("−x"), Some("⁻ˣ".into()));
        assert_eq!(raised("0.5"), None);
    }
}
