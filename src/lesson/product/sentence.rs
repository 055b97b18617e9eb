//! What the last step did, in words. The facts come from the walk; only this file writes sentences about them.

use super::formula::next_factors;
use super::inputs::{A, B, OUT};
use super::model::Product;
use super::names::Names;
use super::place::{Now, Target};
use super::solved::Answer;
use crate::figure;
use crate::say;
use crate::screen::{Hue, Word, hued, words};
use matwalk_core::trace::matmul::{Reading, Trace};

/// The sentence after the last finished step, or before the first.
pub fn sentence(product: &Product, names: &Names, trace: &Trace, answer: &Answer, now: Option<&Now>) -> Vec<Word> {
    words(&match now {
        None if trace.is_empty() => say!(names.locale, product.start_empty),
        None => say!(names.locale, product.start),
        Some(now) => of_step(product, names, trace, answer, now),
    })
}

fn of_step(product: &Product, names: &Names, trace: &Trace, answer: &Answer, now: &Now) -> String {
    let (locale, inputs) = (names.locale, product.inputs());
    let p = now.place.p;
    let shown = |hue: Hue, value: Option<f32>| hued(hue, value.map_or_else(|| "?".to_owned(), figure::short));
    let lhs = |row: usize, p: usize| inputs.lhs.value(row * trace.k + p).ok();
    let rhs = |p: usize, col: usize| inputs.rhs.value(p * trace.n + col).ok();
    match now.target {
        Target::Cell(row, col) => {
            if answer.blocks(row, col) {
                return say!(locale, product.blocked, cell = names.cell(OUT, row, col));
            }
            let data = (inputs.lhs.tensor().data(), inputs.rhs.tensor().data());
            let sum = trace.partial(data.0, data.1, product.t, row, col);
            let sum = shown(Hue::Out, Some(sum));
            if now.is_whole_cell() {
                return say!(locale, product.cell_done, cell = names.cell(OUT, row, col), sum = sum);
            }
            let (left, right) = (lhs(row, p), rhs(p, col));
            let made = left.zip(right).map(|(left, right)| left * right);
            let (left, right) = (shown(Hue::A, left), shown(Hue::B, right));
            let made = shown(Hue::Now, made);
            // Which of the k products: an ordinal, not an index, so it counts from 1 in both conventions.
            let nth = p + 1;
            if now.complete {
                return say!(locale, product.term_last, n = nth, a = left, b = right, made = made, sum = sum);
            }
            let done = say!(locale, product.term, n = nth, a = left, b = right, made = made, sum = sum);
            match next_factors(product, trace, now) {
                Some((left, right)) => {
                    let (left, right) = (shown(Hue::A, left), shown(Hue::B, right));
                    format!("{done} {}", say!(locale, product.term_next, a = left, b = right))
                }
                None => done,
            }
        }
        Target::Column(col) => {
            let times = shown(Hue::B, rhs(p, col));
            let from = hued(Hue::A, part(names, A, false, p));
            let to = hued(Hue::Out, part(names, OUT, false, col));
            if now.complete {
                say!(locale, product.column_last, from = from, times = times, to = to)
            } else {
                say!(locale, product.column, from = from, times = times, to = to)
            }
        }
        Target::Row(row) => {
            let times = shown(Hue::A, lhs(row, p));
            let from = hued(Hue::B, part(names, B, true, p));
            let to = hued(Hue::Out, part(names, OUT, true, row));
            if now.complete {
                say!(locale, product.row_last, from = from, times = times, to = to)
            } else {
                say!(locale, product.row, from = from, times = times, to = to)
            }
        }
        Target::Whole => {
            let (column, row) = (part(names, A, false, p), part(names, B, true, p));
            let (column, row) = (hued(Hue::A, column), hued(Hue::B, row));
            let out = hued(Hue::Out, names.letter(OUT));
            say!(locale, product.sheet, n = p + 1, k = trace.k, column = column, row = row, out = out)
        }
    }
}

/// A whole row or column in words; of a vector its entry, or all of it.
fn part(names: &Names, slot: crate::screen::Slot, is_row: bool, index: usize) -> String {
    let (locale, name, n) = (names.locale, names.letter(slot), index + names.base);
    if !names.is_vector(slot) {
        return if is_row {
            say!(locale, product.row_of, name = name, n = n)
        } else {
            say!(locale, product.column_of, name = name, n = n)
        };
    }
    // A vector's whole self where it lies along, its entry where it lies across.
    let along = match slot {
        A => is_row,
        B => !is_row,
        _ => is_row != names.is_vector(B),
    };
    if along { name.to_owned() } else { say!(locale, number.entry, name = name, index = n) }
}

/// Where the step happened, for those who can't see the formula beside the sentence.
pub fn spoken(names: &Names, now: Option<&Now>) -> String {
    match now.map(|now| now.target) {
        Some(Target::Cell(row, col)) => format!("{}. ", names.cell(OUT, row, col)),
        _ => String::new(),
    }
}

/// What NaN, infinity and −0 mean, where the last step made one.
pub fn special(product: &Product, names: &Names, trace: &Trace, answer: &Answer, now: &Now) -> String {
    let inputs = product.inputs();
    let (lhs, rhs) = (inputs.lhs.tensor().data(), inputs.rhs.tensor().data());
    let cells = || now.step.rows.clone().flat_map(|row| now.step.cols.clone().map(move |col| (row, col)));
    let sums = || cells().filter(|&(row, col)| !answer.blocks(row, col));
    let sum = |(row, col)| trace.partial(lhs, rhs, product.t, row, col);
    let minus_zero = || {
        let Target::Cell(row, col) = now.target else { return false };
        let made = lhs[row * trace.k + now.place.p] * rhs[now.place.p * trace.n + col];
        !now.is_whole_cell() && !answer.blocks(row, col) && made == 0.0 && made.is_sign_negative()
    };
    // Looking at all cells of a large sheet would cost more than drawing it.
    if now.step.rows.len() * now.step.cols.len() > 256 {
        return String::new();
    }
    if sums().any(|cell| sum(cell).is_nan()) {
        say!(names.locale, special.nan)
    } else if sums().any(|cell| sum(cell).is_infinite()) {
        say!(names.locale, special.inf)
    } else if minus_zero() {
        say!(names.locale, special.minus_zero)
    } else {
        String::new()
    }
}

/// The lesson's one sentence in a reading.
pub fn aim(names: &Names, reading: Reading) -> String {
    let (locale, a, b) = (names.locale, names.letter(A), names.letter(B));
    match reading {
        Reading::Dot => match (names.is_vector(A), names.is_vector(B)) {
            (true, true) => say!(locale, product.aim_dot_vectors),
            (true, false) => say!(locale, product.aim_dot_left, a = a, b = b),
            (false, true) => say!(locale, product.aim_dot_right, a = a, b = b),
            (false, false) => say!(locale, product.aim_dot, a = a, b = b),
        },
        Reading::Columns => say!(locale, product.aim_columns, a = a, b = b),
        Reading::Rows => say!(locale, product.aim_rows, a = a, b = b),
        Reading::Outer => say!(locale, product.aim_outer, a = a, b = b),
    }
}
