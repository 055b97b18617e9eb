//! Numbers in sentences, and which of them caused what.

use super::solved::{Group, Kind};
use crate::figure::digits;
use crate::screen::hue::raised;
use matwalk_core::softmax::{Mode, Precision};

/// At most four digits, for a cell.
pub fn cell(value: f64) -> String {
    digits(value, 4)
}

/// At most four digits, for a sentence: 2.06 × 10⁻⁹, because beside e a 2.06e−9 misleads.
pub fn said(value: f64) -> String {
    power_of_ten(&digits(value, 4))
}

fn power_of_ten(text: &str) -> String {
    let exponent = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '−');
    match text.split_once('e') {
        Some((mantissa, power)) if exponent(power) => format!("{mantissa} × 10{}", raised(power)),
        _ => text.to_owned(),
    }
}

/// In brackets if it is negative: after a minus sign.
pub fn bracketed(value: f64) -> String {
    if value < 0.0 { format!("({})", said(value)) } else { said(value) }
}

/// e to that power.
pub fn power(x: f64) -> String {
    format!("e{}", raised(digits(x, 5)))
}

/// About how much e^x is, where the type can't say.
pub fn size_of_power(x: f64, kept: usize) -> String {
    if x < 709.0 {
        return power_of_ten(&digits_exact(x.exp(), kept));
    }
    format!("10{}", raised((x / std::f64::consts::LN_10).floor()))
}

/// The largest number of a type.
pub fn largest_number(precision: Precision, kept: usize) -> String {
    power_of_ten(&digits_exact(super::solved::limits(precision).0, kept))
}

/// That many digits and an exponent.
fn digits_exact(value: f64, kept: usize) -> String {
    format!("{value:.*e}", kept - 1).replace('-', "−")
}

/// The number that all that is wrong comes from.
pub fn cause(group: &Group) -> String {
    let phases = &group.phases;
    match group.causes.first() {
        Some(trouble) => match trouble.kind {
            Kind::Overflow | Kind::Vanished => power(phases.shifted[trouble.element]),
            Kind::Undefined if phases.options.mode == Mode::Stable => {
                let max = phases.max.unwrap_or(f64::NAN);
                format!("{} − {}", said(phases.logits[trouble.element]), bracketed(max))
            }
            Kind::Undefined => said(phases.logits[trouble.element]),
            Kind::Merged | Kind::Lost | Kind::SumOverflow => "S".to_owned(),
        },
        None => "S".to_owned(),
    }
}
