//! The address form of a tensor, `2x3:1,2,3,4,5,6`, pasted by itself.

use super::numbers::Numbers;
use super::source::Source;
use super::{MAX_PASTED_VALUES, PasteError, PasteErrorKind, PasteForm, Pasted};
use crate::number::address::{AddressError, AddressTensor, from_address, seeded};

/// Whether a shape and a colon start here.
pub(super) fn looks_like(source: &Source, start: usize) -> bool {
    if source.starts_with(start, "scalar:") {
        return true;
    }
    let end = (start..source.len()).find(|&i| !matches!(source.at(i), Some('0'..='9' | 'x'))).unwrap_or(source.len());
    end > start && source.at(start) != Some('x') && source.at(end) == Some(':')
}

/// Reads an address form from a place to the end.
pub(super) fn read(source: &Source, start: usize) -> Result<Pasted, PasteError> {
    let end = source.trimmed_end(start, source.len());
    let text = source.folded(start, end);
    let tensor = match from_address(&text) {
        Ok(AddressTensor::Values(tensor)) => tensor,
        Ok(AddressTensor::Seed { shape, seed }) if shape.numel() <= MAX_PASTED_VALUES => seeded(shape, seed),
        Ok(AddressTensor::Seed { .. }) => return Err(source.error(start, PasteErrorKind::TooManyValues)),
        Err(error) => return Err(explain(source, start, end, error)),
    };
    let mut numbers = Numbers::default();
    for value in tensor.data() {
        numbers.push_value(source, start, *value)?;
    }
    numbers.into_pasted(source, start, tensor.shape().dims(), PasteForm::Address)
}

fn explain(source: &Source, start: usize, end: usize, error: AddressError) -> PasteError {
    match error {
        AddressError::Shape { .. } | AddressError::TooManyValues { .. } => {
            source.error(start, PasteErrorKind::TooManyValues)
        }
        AddressError::Count { expected, got, at } => source.error(start + at, PasteErrorKind::Ragged { expected, got }),
        AddressError::Value { at, error, .. } => {
            let end = (start + at..end).find(|&i| source.at(i) == Some(',')).unwrap_or(end);
            let text = source.shown(start + at, end);
            source.error(start + at, PasteErrorKind::Number { text, error })
        }
        AddressError::NoColon { at } | AddressError::Size { at } | AddressError::Seed { at } => {
            source.unexpected(start + at, end)
        }
    }
}
