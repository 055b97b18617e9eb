//! The function on each cell of a tensor.

use super::{Said, tint};
use crate::lesson::activation::functions;
use crate::lesson::activation::inputs::A;
use crate::lesson::activation::items::{Item, number, text};
use crate::lesson::activation::model::Activation;
use crate::say;
use crate::screen::{Cx, Hue, hued};

/// What is said now.
pub fn said(lesson: &Activation, cx: &Cx) -> Said {
    let (t, len, locale) = (lesson.t(), lesson.len(), cx.locale);
    let name = functions::name(lesson.main());
    let of = |index: usize| lesson.z(index);
    let shown = |hue: Hue, value: Option<f64>| match value {
        Some(value) => tint(hue, value),
        None => hued(Hue::Bad, "?"),
    };
    let f = |index: usize| of(index).map(|z| lesson.main().value64(z));
    let sentence = match t {
        _ if len == 0 => say!(locale, activation.no_cells),
        0 => say!(locale, activation.matrix_start, z = shown(Hue::A, of(0))),
        _ if t == len => say!(locale, activation.matrix_end, n = len),
        _ => {
            let (z, h, next) = (shown(Hue::A, of(t - 1)), shown(Hue::Out, f(t - 1)), shown(Hue::A, of(t)));
            say!(locale, activation.matrix_step, name = name, z = z, h = h, next = next)
        }
    };
    let formula = if t == 0 || len == 0 { start(name) } else { formula(lesson, cx, t - 1, name) };
    let special = match f(lesson.cell()) {
        Some(h) if t > 0 && h.is_nan() => say!(locale, special.nan),
        _ => String::new(),
    };
    Said { formula, sentence, special, spoken: String::new() }
}

/// `H = sigmoid(Z)`.
fn start(name: &str) -> Vec<Item> {
    let (h, z) = (Item::Number("H".to_owned(), Hue::Out), Item::Number("Z".to_owned(), Hue::A));
    vec![h, text(format!(" = {name}(")), z, text(")")]
}

/// `H₁₂ = sigmoid(Z₁₂) = [sigmoid(1)] → 0.7311`.
fn formula(lesson: &Activation, cx: &Cx, index: usize, name: &str) -> Vec<Item> {
    let (_, cols) = lesson.inputs().sizes(A);
    let sub = super::ward::subscript;
    let place = match lesson.inputs().a.shape().rank() {
        0 => String::new(),
        1 => sub(index + cx.base),
        _ => {
            let (row, col) = (index / cols.max(1) + cx.base, index % cols.max(1) + cx.base);
            let comma = if row > 9 || col > 9 { "," } else { "" };
            format!("{}{comma}{}", sub(row), sub(col))
        }
    };
    let z = lesson.z(index);
    let value = |hue: Hue, value: Option<f64>| value.map_or_else(|| text("?"), |value| number(value, hue));
    vec![
        Item::Number(format!("H{place}"), Hue::Out),
        text(format!(" = {name}(")),
        Item::Number(format!("Z{place}"), Hue::A),
        text(") = "),
        Item::Now(true),
        text(format!("{name}(")),
        value(Hue::A, z),
        text(")"),
        Item::Now(false),
        text(" → "),
        value(Hue::Out, z.map(|z| lesson.main().value64(z))),
    ]
}
