//! Neurons that no gradient gets through.

use super::{Said, tint};
use crate::lesson::activation::functions;
use crate::lesson::activation::inputs::{WARD, tidy};
use crate::lesson::activation::items::{Item, factor_item, number, text};
use crate::lesson::activation::model::Activation;
use crate::lesson::activation::verdict::Neuron;
use crate::say;
use crate::screen::{Cx, Hue, hued};

/// What is said now.
pub fn said(lesson: &Activation, cx: &Cx) -> Said {
    let (t, locale) = (lesson.t(), cx.locale);
    let (rows, cols) = lesson.inputs().sizes(WARD);
    if lesson.len() == 0 {
        return Said { sentence: say!(locale, activation.no_cells), ..Said::default() };
    }
    if t == 0 {
        let sentence = say!(locale, activation.ward_start, rows = rows, cols = cols);
        return Said { formula: formula(cx, None, 0), sentence, ..Said::default() };
    }
    let neuron = lesson.neuron(t - 1);
    let n = t - 1 + cx.base;
    let sentence = match neuron.sum {
        None => say!(locale, activation.ward_unknown, n = n),
        Some(_) if neuron.is_dead() => {
            let top = tint(Hue::A, neuron.largest.unwrap_or(f64::NAN));
            let bias = lesson.inputs().bias.read().unwrap_or(f64::NAN);
            let at = |bias: f64| hued(Hue::B, super::super::digits::said(tidy(bias)));
            match (neuron.wakes, neuron.sleeps) {
                (Some(wake), _) if bias <= wake => {
                    say!(locale, activation.ward_dead, n = n, top = top, wake = at(wake))
                }
                (_, Some(sleep)) if bias >= sleep => say!(locale, activation.ward_over, n = n, wake = at(sleep)),
                _ => say!(locale, activation.ward_flat, n = n),
            }
        }
        Some(sum) if sum.abs() < 0.1 && neuron.on == 0 => {
            say!(locale, activation.ward_slow, n = n, sum = tint(Hue::Now, sum))
        }
        Some(sum) if !functions::gates(lesson.main()) => {
            say!(locale, activation.ward_open, n = n, sum = tint(Hue::Now, sum))
        }
        Some(_) => say!(locale, activation.ward_alive, n = n, on = neuron.on, rows = rows),
    };
    Said { formula: formula(cx, Some(&neuron), t), sentence, ..Said::default() }
}

/// `∂/∂b₂ = f′(−3) + … = [0 + 0 + 0 + 0] → 0`.
fn formula(cx: &Cx, neuron: Option<&Neuron>, t: usize) -> Vec<Item> {
    let now = |said: String| Item::Number(said, Hue::Now);
    let Some(neuron) = neuron else {
        return vec![now("∂/∂b".to_owned()), text(" = Σ f′(z) → ?")];
    };
    let mut items = vec![now(format!("∂/∂b{}", subscript(t - 1 + cx.base))), text(" = ")];
    for (i, z) in neuron.z.iter().enumerate() {
        items.push(text(if i == 0 { "f′(" } else { " + f′(" }));
        items.push(z.map_or_else(|| text("?"), |z| number(z, Hue::A)));
        items.push(text(")"));
    }
    items.extend([text(" = "), Item::Now(true)]);
    for (i, slope) in neuron.slopes.iter().enumerate() {
        if i > 0 {
            items.push(text(" + "));
        }
        items.push(slope.map_or_else(|| text("?"), |slope| factor_item(slope, Hue::Now)));
    }
    items.extend([Item::Now(false), text(" → ")]);
    items.push(neuron.sum.map_or_else(|| text("?"), |sum| number(sum, Hue::Now)));
    items
}

/// An index below a letter.
pub fn subscript(index: usize) -> String {
    index.to_string().chars().filter_map(|digit| char::from_u32(digit as u32 - '0' as u32 + '₀' as u32)).collect()
}
