//! The last phases: pieces of the whole, and their logarithms.

use crate::figure::digits;
use crate::lesson::softmax::now::Now;
use crate::lesson::softmax::words::{bracketed, cause, said};
use crate::say;
use crate::screen::{Hue, hued};

/// What a piece of the pile is of the whole.
pub fn divide(now: &Now) -> String {
    let Now { locale, group, element, .. } = *now;
    let phases = &group.phases;
    let (e, p) = (hued(Hue::B, said(phases.exps[element])), phases.quotients[element]);
    let because = || hued(Hue::Bad, cause(group, now.base));
    if p.is_nan() {
        return say!(locale, softmax.divide_nan, e = e, s = said(phases.sum), cause = because());
    }
    if phases.sum == f64::INFINITY {
        return say!(locale, softmax.divide_wrong, e = e, cause = because());
    }
    if phases.quotients.len() == 1 {
        return say!(locale, softmax.one);
    }
    if let Some(next) = now.next {
        let next = hued(Hue::B, said(phases.exps[next]));
        return say!(
            locale,
            softmax.divide_next,
            e = e,
            s = said(phases.sum),
            p = hued(Hue::Out, said(p)),
            next = next
        );
    }
    let Some(top) = group.top() else { return say!(locale, softmax.divide_tied) };
    let highest = phases.quotients[top];
    if phases.quotients.iter().filter(|p| **p == highest).count() > 1 {
        return say!(locale, softmax.divide_tied);
    }
    let percent = hued(Hue::Out, digits(highest * 100.0, 3));
    say!(locale, softmax.divide_last, top = top + now.base, percent = percent)
}

/// How far a point is from where the curve reaches 1.
pub fn subtract(now: &Now) -> String {
    let Now { locale, group, element, .. } = *now;
    let (x, ln, lp) = (said(group.phases.shifted[element]), bracketed(group.log_sum), group.logs[element]);
    if lp.is_nan() || !group.log_sum.is_finite() {
        let because = hued(Hue::Bad, cause(group, now.base));
        return say!(locale, softmax.subtract_bad, x = x, ln = ln, lp = said(lp), cause = because);
    }
    match now.next {
        Some(_) => say!(locale, softmax.subtract_next, x = x, ln = ln, lp = hued(Hue::Out, said(lp))),
        None => {
            let loss = hued(Hue::Out, said(-group.logs[now.class]));
            say!(locale, softmax.subtract_last, class = now.class + now.base, loss = loss)
        }
    }
}
