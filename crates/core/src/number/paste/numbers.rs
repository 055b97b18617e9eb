//! The numbers read so far, with their texts.

use super::source::Source;
use super::{MAX_PASTED_VALUES, PasteError, PasteErrorKind, PasteForm, Pasted};
use crate::number::format::shortest;
use crate::number::scalar::{parse, parse64};
use crate::shape::{Shape, ShapeError};

#[derive(Default)]
pub(super) struct Numbers {
    values: Vec<f32>,
    texts: Vec<String>,
    /// The power of ten that all numbers are to be multiplied by.
    power: Option<i32>,
}

impl Numbers {
    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Reads the number between two places.
    pub(super) fn push(&mut self, source: &Source, start: usize, end: usize) -> Result<(), PasteError> {
        self.push_text(source, start, end, source.original(start, end))
    }

    /// Reads a number that stands between two places and is written in another way there.
    pub(super) fn push_text(
        &mut self,
        source: &Source,
        start: usize,
        end: usize,
        text: String,
    ) -> Result<(), PasteError> {
        if self.values.len() >= MAX_PASTED_VALUES {
            return Err(source.error(start, PasteErrorKind::TooManyValues));
        }
        let fail = |error| source.error(start, PasteErrorKind::Number { text: source.shown(start, end), error });
        let mut value = parse(&text).map_err(fail)?;
        let mut text = text;
        if let Some(power) = self.power
            && value.is_finite()
        {
            text = times_ten_to(&text, power).ok_or_else(|| source.unexpected(start, end))?;
            value = parse(&text).map_err(fail)?;
        }
        self.values.push(value);
        self.texts.push(text);
        Ok(())
    }

    /// Takes a value that is not written out, named at a place if it is one too many.
    pub(super) fn push_value(&mut self, source: &Source, at: usize, value: f32) -> Result<(), PasteError> {
        if self.values.len() >= MAX_PASTED_VALUES {
            return Err(source.error(at, PasteErrorKind::TooManyValues));
        }
        self.values.push(value);
        self.texts.push(shortest(value));
        Ok(())
    }

    /// Takes the number between two places as the factor of all that follow. It has to be a power of ten.
    pub(super) fn set_factor(&mut self, source: &Source, start: usize, end: usize) -> Result<(), PasteError> {
        let fail = |error| source.error(start, PasteErrorKind::Number { text: source.shown(start, end), error });
        let factor = parse64(&source.original(start, end)).map_err(fail)?;
        let power = format!("{factor:e}").strip_prefix("1e").and_then(|power| power.parse().ok());
        self.power = Some(power.ok_or_else(|| source.unexpected(start, end))?);
        Ok(())
    }

    /// The numbers in a shape that holds as many as there are; `start` is where a shape that is too large is named.
    pub(super) fn into_pasted(
        self,
        source: &Source,
        start: usize,
        sizes: &[usize],
        form: PasteForm,
    ) -> Result<Pasted, PasteError> {
        let kind = |error| match error {
            ShapeError::TooManyDims { .. } => PasteErrorKind::TooDeep,
            ShapeError::TooLarge => PasteErrorKind::TooManyValues,
        };
        let shape = Shape::new(sizes).map_err(|error| source.error(start, kind(error)))?;
        Ok(Pasted { shape, values: self.values, texts: self.texts, form })
    }
}

/// A decimal times a power of ten, as a decimal: `1.5` and 4 give `1.5e4`. `None` for a fraction.
fn times_ten_to(text: &str, power: i32) -> Option<String> {
    if text.contains(['/', '／']) {
        return None;
    }
    if power == 0 {
        return Some(text.to_owned());
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    Some(format!("{mantissa}e{}", exponent.checked_add(power)?))
}
