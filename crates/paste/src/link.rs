//! The address form of a tensor, `2x3:1,2,3,4,5,6`, and links of the app that hold some.

use crate::numbers::{Numbers, not_a_number};
use crate::source::{Source, Span};
use crate::{MAX_VALUES, Notation, PasteError, PasteErrorKind, Pasted, Tensor};
use matwalk_core::number::{AddressError, AddressTensor, from_address, seeded};

/// Reads a link or an address form; `None` if the text is neither.
pub(crate) fn read(source: &Source) -> Option<Result<Pasted, PasteError>> {
    let (start, end) = source.trimmed((0, source.len()));
    let whole = source.text((start, end));
    let is_link = whole.contains("#/") && whole.contains('?') && !whole.contains('\n');
    let query = if is_link { source.find(start, |c| c == '?') + 1 } else { start };
    let named = |at: usize| {
        let equals = source.find(at, |c| matches!(c, '=' | ':' | '&'));
        let name = source.text((at, equals));
        let name = name.trim();
        let is_name = source.is(equals, '=') && name.chars().all(char::is_alphanumeric);
        if is_name { (Some(name.to_owned()), equals + 1) } else { (None, at) }
    };
    let mut tensors = vec![];
    let mut at = query;
    while at < end {
        let stop = if is_link { source.find(at, |c| c == '&').min(end) } else { end };
        let (name, value) = named(at);
        let value = source.trimmed((value, stop));
        if looks_like(source, value) {
            match tensor(source, value) {
                Ok(tensor) => tensors.push(Tensor { name, ..tensor }),
                Err(error) => return Some(Err(error)),
            }
        }
        at = stop + 1;
    }
    match tensors.len() {
        0 if is_link => Some(Err(source.error(start, PasteErrorKind::NoNumber))),
        0 => None,
        _ => Some(Ok(Pasted { tensors, notation: Notation::Link, notes: vec![] })),
    }
}

/// Whether a shape and a colon start here: `1:3` alone is a range, `1:` and letters are a label.
fn looks_like(source: &Source, (start, end): Span) -> bool {
    if source.starts_with(start, "scalar:") {
        return true;
    }
    let colon = source.find(start, |c| !(c.is_ascii_digit() || c == 'x')).min(end);
    let sizes = source.text((start, colon));
    let empty = colon + 1 >= end;
    let value = source.is(colon + 1, '-') || source.is(colon + 1, '.') || source.is_digit(colon + 1);
    let listed = source.slice((colon, end)).contains(&',') || sizes.contains('x') || sizes == "1";
    let word = ["seed", "nan", "inf"].iter().any(|word| source.starts_with(colon + 1, word));
    let range = sizes == "1" && source.slice((colon, end)).iter().skip(1).all(|c| c.is_ascii_digit() || *c == ':');
    colon > start && !sizes.starts_with('x') && source.is(colon, ':') && (empty || word || value && listed && !range)
}

/// Reads an address form.
fn tensor(source: &Source, span: Span) -> Result<Tensor, PasteError> {
    let tensor = match from_address(&source.text(span)) {
        Ok(AddressTensor::Values(tensor)) => tensor,
        Ok(AddressTensor::Seed { shape, seed }) if shape.numel() <= MAX_VALUES => seeded(shape, seed),
        Ok(AddressTensor::Seed { .. }) => return Err(source.error(span.0, PasteErrorKind::TooManyValues)),
        Err(error) => return Err(explain(source, span, error)),
    };
    let mut numbers = Numbers::default();
    for value in tensor.data() {
        numbers.push_value(source, span.0, *value)?;
    }
    numbers.into_tensor(source, span.0, tensor.shape().dims())
}

fn explain(source: &Source, (start, end): Span, error: AddressError) -> PasteError {
    match error {
        AddressError::Shape { .. } | AddressError::TooManyValues { .. } => {
            source.error(start, PasteErrorKind::TooManyValues)
        }
        AddressError::Count { expected, got, at } => source.error(start + at, PasteErrorKind::Ragged { expected, got }),
        AddressError::Value { at, error, .. } => {
            let stop = source.find(start + at, |c| c == ',').min(end);
            not_a_number(source, (start + at, stop), error)
        }
        AddressError::NoColon { at } | AddressError::Size { at } | AddressError::Seed { at } => {
            source.unexpected((start + at, end))
        }
    }
}
