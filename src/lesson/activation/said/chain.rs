//! A gradient that goes back through layers.

use super::{Said, tint};
use crate::lesson::activation::digits::{self, factor};
use crate::lesson::activation::items::{Item, factor_item, number, text};
use crate::lesson::activation::model::Activation;
use crate::say;
use crate::screen::{Cx, Hue, hued};
use crate::words::Locale;
use matwalk_core::activation::chain::Chain;

/// What is said now.
pub fn said(lesson: &Activation, cx: &Cx) -> Said {
    let (t, depth, locale) = (lesson.t(), lesson.depth(), cx.locale);
    let Some(chain) = lesson.chain(lesson.main()) else {
        return Said { formula: vec![text("∂h/∂x = ?")], ..Said::default() };
    };
    let product = chain.products.get(t).copied().unwrap_or(1.0);
    let sentence = match t {
        0 => say!(locale, activation.chain_start, depth = depth),
        _ if t == depth => {
            let left = left(product, locale);
            say!(locale, activation.chain_end, g = tint(Hue::Now, product), left = left)
        }
        _ => {
            let (before, by) = step(lesson, &chain, t);
            let before = hued(Hue::Now, digits::said(before));
            let by = hued(Hue::Now, digits::spelled(&factor(by)));
            let g = tint(Hue::Now, product);
            let left = left(product, locale);
            let layer = depth - t + 1;
            let step = say!(locale, activation.chain_step, layer = layer, before = before, by = by, g = g, left = left);
            super::and(cx, step, say!(locale, activation.chain_next))
        }
    };
    // An infinity that was put in has not overflowed.
    let given = chain.slope.iter().all(|slope| slope.is_finite()) && lesson.inputs().w().is_some_and(f64::is_finite);
    let special = if product.is_infinite() && given { say!(locale, activation.note_overflow) } else { String::new() };
    Said { formula: formula(lesson, &chain, t), sentence, special, spoken: String::new() }
}

/// What was there before a step, and the factor.
fn step(lesson: &Activation, chain: &Chain, t: usize) -> (f64, f64) {
    let before = chain.products.get(t - 1).copied().unwrap_or(1.0);
    let slope = chain.slope.get(lesson.depth() - t).copied().unwrap_or(f64::NAN);
    (before, slope * lesson.inputs().w().unwrap_or(f64::NAN))
}

/// How much of the gradient is left, in words.
fn left(product: f64, locale: Locale) -> String {
    let size = product.abs();
    if product == 0.0 {
        say!(locale, activation.left_nothing)
    } else if size == 1.0 {
        say!(locale, activation.left_all)
    } else if size > 1.0 {
        say!(locale, activation.left_more, times = digits::said(size))
    } else if size < 1.0 {
        say!(locale, activation.left_part, part = digits::grouped(1.0 / size))
    } else {
        String::new()
    }
}

/// `∂h₁₀/∂h₄ = 2.94e−4 · [0.1966 · 1] → 5.78e−5`.
fn formula(lesson: &Activation, chain: &Chain, t: usize) -> Vec<Item> {
    let depth = lesson.depth();
    let now = |said: &str| Item::Number(said.to_owned(), Hue::Now);
    // The layer is which of a series: raised and in brackets, like that of a pair.
    let h = |layer: usize| vec![now("∂h"), Item::Up(true), text(format!("({layer})")), Item::Up(false)];
    let mut items = h(depth);
    items.push(text("/"));
    if t == depth {
        items.push(now("∂x"))
    } else {
        items.extend(h(depth - t))
    }
    items.push(text(" = "));
    if t == 0 {
        items.push(number(1.0, Hue::Now));
        return items;
    }
    let slope = chain.slope.get(depth - t).copied().unwrap_or(f64::NAN);
    let w = lesson.inputs().w().unwrap_or(f64::NAN);
    let (before, _) = step(lesson, chain, t);
    items.extend([number(before, Hue::Ink), text(" · "), Item::Now(true), factor_item(slope, Hue::Now)]);
    items.extend([text(" · "), factor_item(w, Hue::B), Item::Now(false), text(" → ")]);
    items.push(number(chain.products.get(t).copied().unwrap_or(f64::NAN), Hue::Now));
    items
}
