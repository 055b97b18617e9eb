//! Links from one lesson to another, with all digits of the numbers.

use crate::say;
use crate::screen::HandOver;
use crate::words::Locale;
use matwalk_core::Tensor;
use matwalk_core::number::to_address;

/// The most rows and columns that an activation function is applied to.
const MAX_ACTIVATED: usize = 16;

/// A result, cell by cell through an activation function; nothing if there is no cell.
pub fn activate(locale: Locale, result: &Tensor) -> Vec<HandOver> {
    if result.data().is_empty() {
        return Vec::new();
    }
    let fits = result.shape().dims().iter().all(|size| *size <= MAX_ACTIVATED);
    let to = match fits {
        true => Ok(format!("#/activation?view=matrix&a={}", to_address(result))),
        false => Err(say!(locale, go_on.too_large, max = MAX_ACTIVATED)),
    };
    vec![HandOver { label: say!(locale, go_on.activate), to }]
}

/// What neurons give for several samples, (samples, neurons), to see which of them are dead after a ReLU.
pub fn judge(locale: Locale, result: &Tensor) -> Vec<HandOver> {
    let mut links = activate(locale, result);
    if let ([_, _], false) = (result.shape().dims(), links.is_empty()) {
        let address = format!("#/activation?view=ward&f=relu&ward={}", to_address(result));
        links.push(HandOver { label: say!(locale, go_on.judge), to: Ok(address) });
    }
    links
}
