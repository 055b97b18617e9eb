//! What a step did, in words, and the question that leads to the next.

mod last;

use super::address::precision_key;
use super::model::{Softmax, View};
use super::now::Now;
use super::solved::{Group, Kind, Trouble, highest};
use super::words::{bracketed, cause, largest_number, power, said, size_of_power};
use crate::figure::digits;
use crate::say;
use crate::screen::{Cx, Hue, hued};
use crate::words::Locale;
use last::{divide, subtract};
use matwalk_core::softmax::Mode;
use matwalk_core::trace::softmax::Phase;

/// The sentence of the moment.
pub fn of(lesson: &Softmax, cx: &Cx) -> String {
    let locale = cx.locale;
    let groups = &lesson.solved().groups;
    let Some(group) = groups.get(lesson.group_index()) else { return say!(locale, softmax.empty) };
    if groups.iter().any(|group| group.blocked) {
        return say!(locale, softmax.blocked);
    }
    if lesson.view == View::Ratio {
        return ratio(lesson, locale, group);
    }
    let Some(step) = lesson.step() else { return start(locale, group) };
    let Some(now) = Now::of(lesson, cx, &step) else { return say!(locale, softmax.empty) };
    let place = match (lesson.inputs().z.is_matrix(), lesson.solved().plan.map(|plan| plan.dim)) {
        (true, Ok(0)) => say!(locale, softmax.column, n = step.row + cx.base),
        (true, _) => say!(locale, softmax.row, n = step.row + cx.base),
        (false, _) => String::new(),
    };
    place + &step_sentence(&now)
}

fn start(locale: Locale, group: &Group) -> String {
    let kind = precision_key(group.phases.options.precision);
    match group.trouble {
        _ if group.cells.len() == 1 && group.adds_up() => say!(locale, softmax.one),
        Some(Trouble { kind: Kind::Outside, element }) => {
            let (typed, stored) = (digits(group.typed[element], 9), digits(group.stored[element], 9));
            let (typed, stored) = (hued(Hue::A, typed), hued(Hue::Bad, stored));
            let largest = largest_number(group.phases.options.precision, 3);
            say!(locale, softmax.start_outside, typed = typed, stored = stored, kind = kind, largest = largest)
        }
        Some(trouble) if trouble.kind == Kind::Merged => {
            let stored = |i: usize| group.typed[i] != group.stored[i];
            let element = (0..group.typed.len()).find(|i| stored(*i)).unwrap_or(trouble.element);
            let (typed, stored) = (digits(group.typed[element], 9), digits(group.stored[element], 9));
            say!(locale, softmax.start_merged, typed = hued(Hue::A, typed), stored = hued(Hue::A, stored), kind = kind)
        }
        _ if group.phases.options.mode == Mode::Naive => {
            say!(locale, softmax.start_naive, e = hued(Hue::B, power(group.phases.shifted[0])))
        }
        _ if group.cells.len() == 1 => say!(locale, softmax.start_one),
        _ => say!(locale, softmax.start, n = group.cells.len()),
    }
}

fn ratio(lesson: &Softmax, locale: Locale, group: &Group) -> String {
    let Some((a, b)) = lesson.ranked() else { return say!(locale, softmax.ratio_none) };
    let z = &group.stored;
    if z[a] == z[b] {
        return say!(locale, softmax.ratio_equal);
    }
    let difference = group.phases.logits[a] - group.phases.logits[b];
    let times = hued(Hue::Out, said(difference.exp()));
    say!(locale, softmax.ratio, d = hued(Hue::A, said(z[a] - z[b])), times = times)
}

fn step_sentence(now: &Now) -> String {
    let Now { locale, group, element, .. } = *now;
    let phases = &group.phases;
    let z = |i: usize| hued(Hue::A, said(phases.logits[i]));
    let max = phases.max.unwrap_or(f64::NAN);
    if let Some(all) = whole_phase(now) {
        return all;
    }
    match now.phase {
        Phase::Scale => {
            let (z, s) = (hued(Hue::A, said(group.stored[element])), said(phases.logits[element]));
            let temp = said(phases.options.temperature);
            match phases.options.temperature < 1.0 {
                true => say!(locale, softmax.scale_spread, z = z, temp = temp, s = s),
                false => say!(locale, softmax.scale_draw, z = z, temp = temp, s = s),
            }
        }
        Phase::Max => {
            let so_far = if now.one { highest(&phases.logits[..=element]) } else { max };
            match now.next {
                _ if so_far.is_nan() => say!(locale, softmax.max_nan),
                Some(next) => say!(locale, softmax.max_next, m = hued(Hue::A, said(so_far)), next = z(next)),
                None => say!(locale, softmax.max_last, m = hued(Hue::A, said(so_far))),
            }
        }
        Phase::Shift => {
            let (s, m, x) = (z(element), bracketed(max), said(phases.shifted[element]));
            match now.next {
                _ if max.is_nan() => say!(locale, softmax.exp_nan, e = format!("{s} − {m}")),
                _ if phases.shifted[element].is_nan() => say!(locale, softmax.shift_nan, s = s, m = m),
                Some(next) => say!(locale, softmax.shift_next, s = s, m = m, x = x, next = z(next)),
                None => say!(locale, softmax.shift_last, s = s, m = m, x = x),
            }
        }
        Phase::Exp => exp(now),
        Phase::Sum | Phase::Combine => sum(now),
        Phase::Divide => divide(now),
        Phase::Log if group.log_sum.is_finite() => {
            say!(locale, softmax.ln, ln = hued(Hue::Now, said(group.log_sum)))
        }
        Phase::Log => {
            say!(
                locale,
                softmax.ln_bad,
                s = said(phases.sum),
                ln = said(group.log_sum),
                cause = hued(Hue::Bad, cause(group, now.base))
            )
        }
        Phase::Subtract => subtract(now),
    }
}

/// What a whole phase did at once, if nothing went wrong in it.
fn whole_phase(now: &Now) -> Option<String> {
    let Now { locale, group, one, .. } = *now;
    let phases = &group.phases;
    let sound = |values: &[f64]| values.iter().all(|value| value.is_finite());
    match now.phase {
        _ if one => None,
        Phase::Shift if sound(&phases.shifted) => {
            Some(say!(locale, softmax.shift_all, m = bracketed(phases.max.unwrap_or(f64::NAN))))
        }
        Phase::Exp if sound(&phases.exps) && phases.exps.iter().all(|e| *e > 0.0) => {
            Some(say!(locale, softmax.exp_all))
        }
        Phase::Sum if sound(&phases.partial_sums) && phases.sum > 0.0 => {
            Some(say!(locale, softmax.sum_all, s = hued(Hue::B, said(phases.sum)), ask = now.ask_of_sum()))
        }
        _ => None,
    }
}

fn exp(now: &Now) -> String {
    let Now { locale, group, element, .. } = *now;
    let (x, e) = (group.phases.shifted[element], group.phases.exps[element]);
    let precision = group.phases.options.precision;
    let (power_x, kind) = (hued(Hue::B, power(x)), precision_key(precision));
    if e == f64::INFINITY && x < f64::INFINITY {
        // As many digits as tell the two apart.
        let both = |kept| (size_of_power(x, kept), largest_number(precision, kept));
        let (size, largest) = (2..6).map(both).find(|(size, largest)| size != largest).unwrap_or_else(|| both(6));
        return say!(locale, softmax.exp_inf, e = power_x, size = size, kind = kind, largest = largest);
    }
    match e {
        _ if e.is_nan() => say!(locale, softmax.exp_nan, e = power_x),
        0.0 if x == f64::NEG_INFINITY => say!(locale, softmax.exp_mask, e = power_x),
        0.0 => say!(locale, softmax.exp_gone, e = power_x, kind = kind),
        _ => {
            let why = match x {
                0.0 => say!(locale, softmax.exp_zero),
                _ if x < 0.0 => say!(locale, softmax.exp_negative),
                _ => String::new(),
            };
            let ask = match now.next {
                Some(next) => say!(locale, softmax.exp_next, next = hued(Hue::B, power(group.phases.shifted[next]))),
                None => say!(locale, softmax.exp_last),
            };
            let why = if why.is_empty() { ask } else { format!("{why} {ask}") };
            say!(locale, softmax.exp, e = hued(Hue::B, said(e)), why = why)
        }
    }
}

fn sum(now: &Now) -> String {
    let Now { locale, group, element, .. } = *now;
    let phases = &group.phases;
    let precision = phases.options.precision;
    let last = if now.one { element } else { phases.exps.len().saturating_sub(1) };
    let (e, so_far) = (phases.exps[element], phases.partial_sums[last]);
    let before = last.checked_sub(1).map(|i| phases.partial_sums[i]);
    let because = || hued(Hue::Bad, cause(group, now.base));
    let addend = hued(Hue::B, said(e));
    match so_far {
        _ if so_far.is_nan() => say!(locale, softmax.sum_nan, cause = because()),
        f64::INFINITY if phases.exps[..=last].iter().all(|e| e.is_finite()) => {
            let largest = largest_number(precision, 2);
            let before = said(before.unwrap_or(0.0));
            say!(
                locale,
                softmax.sum_over,
                before = before,
                e = addend,
                kind = precision_key(precision),
                largest = largest
            )
        }
        f64::INFINITY => say!(locale, softmax.sum_inf, cause = because()),
        0.0 if now.next.is_none() => say!(locale, softmax.sum_zero, cause = because()),
        _ if now.one && e > 0.0 && before == Some(so_far) => {
            say!(locale, softmax.sum_lost, e = addend, kind = precision_key(precision))
        }
        _ => {
            let s = hued(Hue::B, said(so_far));
            match now.next {
                Some(next) => {
                    say!(locale, softmax.sum_next, e = addend, s = s, next = hued(Hue::B, said(phases.exps[next])))
                }
                None => say!(locale, softmax.sum_last, e = addend, s = s, ask = now.ask_of_sum()),
            }
        }
    }
}
