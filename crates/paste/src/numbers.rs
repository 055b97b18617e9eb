//! The numbers read so far, with their texts.

use crate::literal::plain;
use crate::source::{Source, Span};
use crate::{MAX_VALUES, Note, PasteError, PasteErrorKind, Tensor};
use matwalk_core::number::{NumberError, parse, parse64, shortest};
use matwalk_core::{Shape, ShapeError};

/// Values and texts of one tensor.
#[derive(Default)]
pub(crate) struct Numbers {
    pub(crate) values: Vec<f32>,
    pub(crate) texts: Vec<String>,
    /// The power of ten that all numbers are to be multiplied by.
    power: Option<i32>,
    booleans: bool,
}

impl Numbers {
    /// Reads the number in a span.
    pub(crate) fn push(&mut self, source: &Source, span: Span) -> Result<(), PasteError> {
        let word = source.text(span);
        self.booleans |= matches!(word.as_str(), "True" | "False" | "true" | "false" | "TRUE" | "FALSE");
        let text = plain(&word).unwrap_or_else(|| source.original(span));
        self.push_text(source, span, text)
    }

    /// Reads a number that stands in a span and is written in another way there.
    pub(crate) fn push_text(&mut self, source: &Source, span: Span, text: String) -> Result<(), PasteError> {
        self.room(source, span.0)?;
        let fail = |error| not_a_number(source, span, error);
        let mut value = parse(&text).map_err(fail)?;
        let mut text = text;
        if let Some(power) = self.power
            && value.is_finite()
        {
            text = times_ten_to(&text, power).ok_or_else(|| source.unexpected(span))?;
            value = parse(&text).map_err(fail)?;
        }
        self.values.push(value);
        self.texts.push(text);
        Ok(())
    }

    /// Takes a value that is not written out, named at an index if it is one too many.
    pub(crate) fn push_value(&mut self, source: &Source, at: usize, value: f32) -> Result<(), PasteError> {
        self.room(source, at)?;
        self.values.push(value);
        self.texts.push(shortest(value));
        Ok(())
    }

    fn room(&self, source: &Source, at: usize) -> Result<(), PasteError> {
        if self.values.len() >= MAX_VALUES { Err(source.error(at, PasteErrorKind::TooManyValues)) } else { Ok(()) }
    }

    /// Takes the number in a span as the factor of all that follow. It has to be a power of ten.
    pub(crate) fn set_factor(&mut self, source: &Source, span: Span) -> Result<(), PasteError> {
        let factor = parse64(&source.original(span)).map_err(|error| not_a_number(source, span, error))?;
        let power = format!("{factor:e}").strip_prefix("1e").and_then(|power| power.parse().ok());
        self.power = Some(power.ok_or_else(|| source.unexpected(span))?);
        Ok(())
    }

    /// What was done to the numbers.
    pub(crate) fn notes(&self) -> Vec<Note> {
        let mut notes = vec![];
        if self.power.is_some() {
            notes.push(Note::Factor);
        }
        if self.booleans {
            notes.push(Note::Booleans);
        }
        notes
    }

    /// The numbers in a shape that holds as many as there are; `at` is where a shape that is too large is named.
    pub(crate) fn into_tensor(self, source: &Source, at: usize, sizes: &[usize]) -> Result<Tensor, PasteError> {
        let kind = |error| match error {
            ShapeError::TooManyDims { .. } => PasteErrorKind::TooDeep,
            ShapeError::TooLarge => PasteErrorKind::TooManyValues,
        };
        let shape = Shape::new(sizes).map_err(|error| source.error(at, kind(error)))?;
        if shape.numel() != self.values.len() {
            return Err(source.error(at, PasteErrorKind::Ragged { expected: shape.numel(), got: self.values.len() }));
        }
        Ok(Tensor { name: None, shape, values: self.values, texts: self.texts })
    }
}

/// A decimal times a power of ten, as a decimal: `1.5` and 4 give `1.5e4`. `None` for a fraction.
fn times_ten_to(text: &str, power: i32) -> Option<String> {
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E')) {
        return None;
    }
    if power == 0 {
        return Some(text.to_owned());
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    Some(format!("{mantissa}e{}", exponent.checked_add(power)?))
}

/// The error that names the cause best.
pub(crate) fn not_a_number(source: &Source, span: Span, error: NumberError) -> PasteError {
    let text = source.shown(span);
    let folded = source.text(span);
    let kind = match error {
        NumberError::ThousandsSeparator { at } if folded.chars().nth(at) == Some(',') => PasteErrorKind::Comma { text },
        NumberError::ThousandsSeparator { .. } => PasteErrorKind::Grouping { text },
        NumberError::NotANumber { .. } => by_look(&folded, text, error),
        _ => PasteErrorKind::Number { text, error },
    };
    source.error(span.0, kind)
}

/// What a text that is not a number looks like.
fn by_look(folded: &str, text: String, error: NumberError) -> PasteErrorKind {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let (first, last) = (folded.chars().next(), folded.chars().next_back());
    let inside = |marks: &[char]| {
        folded
            .char_indices()
            .skip(1)
            .any(|(i, c)| marks.contains(&c) && digit(folded[..i].trim_end().chars().next_back()))
    };
    let only = |marks: &str| folded.chars().all(|c| c.is_ascii_digit() || marks.contains(c));
    match () {
        () if digit(first) && last == Some('-') && only("-.,") => PasteErrorKind::Accounting { text },
        () if digit(first) && digit(last) && (inside(&[':', '-']) || folded.contains("..")) && only(":.-") => {
            PasteErrorKind::Range { text }
        }
        () if last == Some('%') => PasteErrorKind::Word { text },
        () if digit(first) && inside(&['^', '*', '+', '×', '·']) => PasteErrorKind::Expression { text },
        () => PasteErrorKind::Number { text, error },
    }
}
