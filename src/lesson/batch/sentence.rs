//! What the last tick did in both lanes, in words.

use super::inputs::sizes;
use super::model::Batch;
use super::progress::Lane;
use crate::say;
use crate::screen::Shown;
use crate::words::Locale;
use matwalk_core::trace::Grain;

/// Pairs or cells, as in the grain.
macro_rules! counted {
    ($locale:expr, $coarse:expr, $pair:ident, $cell:ident, $($rest:tt)*) => {
        if $coarse { say!($locale, batch.$pair, $($rest)*) } else { say!($locale, batch.$cell, $($rest)*) }
    };
}

/// The sentence.
pub fn sentence(batch: &Batch, locale: Locale) -> String {
    let Some(answer) = batch.answer() else { return String::new() };
    let pairs = answer.pairs();
    let ((t, len), (_, end)) = (batch.ticks(Lane::Loop), batch.ticks(Lane::Batch));
    let coarse = batch.grain == Grain::Coarse;
    if len == 0 && !answer.cells.is_empty() {
        return say!(locale, batch.start_zeros);
    }
    if len == 0 {
        return say!(locale, batch.start_empty);
    }
    if pairs == 1 && t == 0 {
        return say!(locale, batch.start_one);
    }
    let ([a, ..], [b, ..]) = (sizes(&batch.inputs().a), sizes(&batch.inputs().b));
    if t == 0 && a != b {
        let name = if a == 1 { "A" } else { "B" };
        return counted!(locale, coarse, start_shared_pairs, start_shared, name = name, pairs = pairs);
    }
    if t == 0 && batch.alone {
        return counted!(locale, coarse, start_alone_pairs, start_alone, pairs = pairs);
    }
    if t == 0 {
        return counted!(locale, coarse, start_pairs, start, pairs = pairs);
    }
    if t == len {
        return at_end(batch, locale, len, end);
    }
    let unit = len / pairs;
    if t == end {
        return say!(locale, batch.batch_done, end = end, done = t / unit, pairs = pairs);
    }
    if t > end {
        let pair = (t - 1) / unit + 1;
        return counted!(locale, coarse, loop_alone_pairs, loop_alone, pair = pair, end = end);
    }
    if batch.alone && pairs > 1 {
        return say!(locale, batch.one_worker, t = t);
    }
    let done = if coarse { pairs * t } else { batch.cells_done(Lane::Batch) };
    counted!(locale, coarse, both_pairs, both, t = t, live = pairs, own = t, done = done)
}

fn at_end(batch: &Batch, locale: Locale, len: usize, end: usize) -> String {
    let Some(answer) = batch.answer() else { return String::new() };
    let (pairs, plan) = (answer.pairs(), answer.plan);
    let size = (plan.m * plan.n).max(1);
    let strange = |shown: &Shown| shown.value().is_some_and(|value| value.is_nan());
    let broken = answer.cells.chunks(size).filter(|cells| cells.iter().any(strange)).count();
    let products = pairs * plan.m * plan.k * plan.n;
    if broken > 0 && broken < pairs {
        return say!(locale, batch.end_nan, broken = broken, pairs = pairs);
    }
    if pairs == 1 {
        return say!(locale, batch.end_one, products = products);
    }
    if batch.alone {
        return say!(locale, batch.end_alone, len = len, pairs = pairs);
    }
    say!(locale, batch.end, len = len, end = end, products = products)
}
