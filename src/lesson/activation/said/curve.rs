//! The walk to f(x) and f'(x).

use super::{Said, tint};
use crate::lesson::activation::digits::{self, short};
use crate::lesson::activation::functions;
use crate::lesson::activation::items::{self, Item, hue_of, number, text};
use crate::lesson::activation::model::Activation;
use crate::say;
use crate::screen::{Cx, Hue};
use matwalk_core::activation::ladder::Rungs;

/// What is said now.
pub fn said(lesson: &Activation, cx: &Cx) -> Said {
    let (rungs, t, locale) = (lesson.rungs(), lesson.t(), cx.locale);
    let Some(x) = lesson.inputs().x() else { return unknown() };
    let name = functions::name(lesson.main());
    let (shown, f, d) = (tint(Hue::A, x), rungs.get("f"), rungs.get("d"));
    let sentence = match t.checked_sub(1).and_then(|place| rungs.all.get(place)) {
        None => say!(locale, activation.curve_start, x = shown, name = name),
        Some(rung) if t < rungs.all.len() && rung.step.key == "f" => {
            say!(locale, activation.curve_value, x = shown, f = tint(Hue::Out, f))
        }
        Some(rung) if t < rungs.all.len() => {
            let next = rungs.all.get(t);
            let symbols = items::symbols(rung.step.symbols);
            let done = items::plain(&symbols).unwrap_or_else(|| rung.step.symbols.to_owned());
            let shown = items::plain(&items::row(&rungs, t, t));
            let plain = || next.and_then(|next| items::plain(&items::symbols(next.step.symbols)));
            let next = shown.or_else(plain).unwrap_or_default();
            say!(locale, activation.curve_step, done = done, value = tint(Hue::Now, rung.value), next = next)
        }
        Some(_) => end(lesson, cx, x, d),
    };
    let special = special(&rungs, t, cx);
    // Two lines have no room for both; what the sentence would say first is the formula's result.
    let sentence = if super::is_narrow(cx) && !special.is_empty() { String::new() } else { sentence };
    Said { formula: formula(&rungs, t), sentence, special, spoken: String::new() }
}

/// What the slope says of the curve there.
fn end(lesson: &Activation, cx: &Cx, x: f64, d: f64) -> String {
    let (main, locale) = (lesson.main(), cx.locale);
    let (shown, slope) = (tint(Hue::A, x), tint(Hue::Now, d));
    if d.is_nan() {
        return say!(locale, activation.curve_none, x = shown, d = slope);
    }
    if functions::kinks(main).contains(&x) {
        let [left, right] = functions::sides(main, x).map(|side| tint(Hue::Now, side));
        return say!(locale, activation.curve_kink, x = shown, d = slope, left = left, right = right);
    }
    // What is hatched is flat; a valley is so near one point only.
    match functions::zone(main, x) {
        Some(_) if functions::has_dead_zone(main) => say!(locale, activation.curve_dead, x = shown, d = slope),
        Some((low, high)) if low.is_infinite() || high.is_infinite() => {
            say!(locale, activation.curve_flat, x = shown, d = slope)
        }
        _ if d.abs() < 0.01 => say!(locale, activation.curve_level, x = shown, d = slope),
        _ => {
            let end = say!(locale, activation.curve_end, x = shown, d = slope.clone(), again = slope);
            super::and(cx, end, say!(locale, activation.curve_below))
        }
    }
}

fn unknown() -> Said {
    Said { formula: vec![text("f(?) = ?")], ..Said::default() }
}

/// `f(1) = 1 ÷ ([1 + 0.3679]) → 1.368`.
fn formula(rungs: &Rungs, t: usize) -> Vec<Item> {
    let of_value = t <= rungs.value_len;
    let (key, head) = if of_value { ("f", "f") } else { ("d", "f′") };
    let mut items = vec![Item::Number(head.to_owned(), hue_of(key)), text("("), number(rungs.x, Hue::A), text(") = ")];
    let last = if of_value { rungs.value_len.saturating_sub(1) } else { rungs.all.len().saturating_sub(1) };
    items.extend(items::whole(rungs, last, t));
    items.push(text(" → "));
    items.push(match t.checked_sub(1).and_then(|place| rungs.all.get(place)) {
        Some(rung) => number(rung.value, hue_of(rung.step.key)),
        None => text("?"),
    });
    items
}

/// Where the operations overflow or lose digits and the core does not.
fn special(rungs: &Rungs, t: usize, cx: &Cx) -> String {
    let Some(rung) = t.checked_sub(1).and_then(|place| rungs.all.get(place)) else { return String::new() };
    let by_steps = short(rung.plain) != short(rung.value);
    let overflows = rungs.all.iter().take(t).any(|rung| !rung.plain.is_finite()) && rungs.x.is_finite();
    if rungs.x.is_nan() || !matches!(rung.step.key, "f" | "d") || !(by_steps || overflows) {
        return String::new();
    }
    let (plain, value) = (digits::said(rung.plain), digits::said(rung.value));
    if plain == value {
        return if overflows { say!(cx.locale, activation.note_on_the_way, value = value) } else { String::new() };
    }
    if rungs.x.is_infinite() {
        return say!(cx.locale, activation.note_torch, plain = plain, value = value);
    }
    say!(cx.locale, activation.note_core, plain = plain, value = value)
}
