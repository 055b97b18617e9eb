//! Numbers in sentences, and which of them caused what.

use super::draw::score::subscript;
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

/// The same with three digits, for a list in the formula.
pub fn listed(value: f64) -> String {
    power_of_ten(&digits(value, 3))
}

/// What ln S is taken of. Where S rounds to 1 its logarithm still has digits: it is taken as ln(1 + rest).
pub fn inside_ln(group: &Group, number: fn(f64) -> String) -> String {
    let small = group.phases.sum == 1.0 && group.log_sum != 0.0;
    if small { format!("(1 + {})", number(group.log_sum)) } else { format!(" {}", number(group.phases.sum)) }
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
    let power = x / std::f64::consts::LN_10;
    // Beyond that no digit of the power is left for what stands before the 10.
    if power > 1e12 {
        return format!("10{}", raised(digits(power, 4)));
    }
    let text = format!("{:.*e}", kept - 1, 10f64.powf(power - power.floor()));
    let (mantissa, carried) = text.split_once('e').unwrap_or((&text, "0"));
    // 9.99 may have become 10.
    let carried = if carried == "1" { 1.0 } else { 0.0 };
    format!("{mantissa} × 10{}", raised(power.floor() + carried))
}

/// The largest number of a type.
pub fn largest_number(precision: Precision, kept: usize) -> String {
    power_of_ten(&digits_exact(super::solved::limits(precision).0, kept))
}

/// That many digits and an exponent.
fn digits_exact(value: f64, kept: usize) -> String {
    format!("{value:.*e}", kept - 1).replace('-', "−")
}

/// The number that all that is wrong comes from. Scores are counted from `base`.
pub fn cause(group: &Group, base: usize) -> String {
    let phases = &group.phases;
    match group.causes.first() {
        Some(trouble) => match trouble.kind {
            Kind::Given => format!("z{} = NaN", subscript(trouble.element + base)),
            Kind::Outside => {
                format!("{} → {}", said(group.typed[trouble.element]), said(group.stored[trouble.element]))
            }
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
