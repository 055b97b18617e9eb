//! Sentences about cells and numbers that are the same in every lesson.

use super::operand::Operand;
use crate::say;
use crate::words::Locale;
use matwalk_core::number::NumberError;

/// Why a cell's text can't be read.
pub fn unreadable(locale: Locale, error: NumberError) -> String {
    match error {
        NumberError::Empty => say!(locale, number.empty),
        NumberError::DivisionByZero => say!(locale, number.division_by_zero),
        NumberError::ThousandsSeparator { .. } => say!(locale, number.separator),
        NumberError::TooLarge => say!(locale, number.too_large),
        NumberError::TooSmall => say!(locale, number.too_small),
        NumberError::NotANumber { .. } => say!(locale, number.not_a_number),
    }
}

/// The same where numbers are read as f64.
pub fn unreadable_wide(locale: Locale, error: NumberError) -> String {
    match error {
        NumberError::TooLarge => say!(locale, number.too_large_wide),
        NumberError::TooSmall => say!(locale, number.too_small_wide),
        _ => unreadable(locale, error),
    }
}

/// The cells of an operand that can't be read, each with the reason. `cell` names the cell at a row-major index.
pub fn unreadable_cells(locale: Locale, operand: &Operand, cell: impl Fn(usize) -> String) -> Vec<String> {
    let sentence = |(index, error): (usize, NumberError)| match error {
        NumberError::Empty => say!(locale, number.bad_empty, cell = cell(index)),
        _ => {
            let why = unreadable(locale, error);
            say!(locale, number.bad, cell = cell(index), text = operand.text(index), why = why)
        }
    };
    operand.unreadable().map(sentence).collect()
}
