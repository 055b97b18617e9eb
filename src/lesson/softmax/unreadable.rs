//! Scores and temperatures that can't be read or used, each with the reason.

use super::inputs::WrongTemp;
use super::model::Softmax;
use crate::lesson::reasons;
use crate::say;
use crate::screen::Cx;
use matwalk_core::number::NumberError;

/// A score's name for those who can't see it.
pub fn score_name(lesson: &Softmax, cx: &Cx, index: usize) -> String {
    match lesson.inputs().z.dims[..] {
        [_, cols] if cols > 0 => {
            say!(cx.locale, softmax.score_at, row = index / cols + cx.base, col = index % cols + cx.base)
        }
        _ => say!(cx.locale, softmax.score, n = index + cx.base),
    }
}

/// Everything that can't be read.
pub fn unreadable(lesson: &Softmax, cx: &Cx) -> Vec<String> {
    let locale = cx.locale;
    let inputs = lesson.inputs();
    let cells = inputs.z.cells.iter().enumerate().filter_map(|(index, score)| {
        let cell = score_name(lesson, cx, index);
        match score.value {
            Ok(_) => None,
            Err(NumberError::Empty) => Some(say!(locale, number.bad_empty, cell = cell)),
            Err(error) => {
                let why = reasons::unreadable_wide(locale, error);
                Some(say!(locale, number.bad, cell = cell, text = score.text.clone(), why = why))
            }
        }
    });
    let temp = inputs.temp.replace('-', "−");
    let temperature = match inputs.temperature() {
        Ok(_) => None,
        Err(WrongTemp::NotPositive) if matwalk_core::number::parse64(&inputs.temp) == Ok(0.0) => {
            Some(say!(locale, softmax.temp_wrong, temp = temp))
        }
        Err(WrongTemp::NotPositive) => Some(say!(locale, softmax.temp_below, temp = temp)),
        Err(WrongTemp::Unreadable(NumberError::Empty)) => Some(say!(locale, number.bad_empty, cell = "T")),
        Err(WrongTemp::Unreadable(error)) => {
            let why = reasons::unreadable_wide(locale, error);
            Some(say!(locale, number.bad, cell = "T", text = temp, why = why))
        }
    };
    cells.chain(temperature).collect()
}
