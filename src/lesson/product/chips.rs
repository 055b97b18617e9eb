//! The inner diagonal: above A and left of B, chip p stands where A's column p meets B's row p.

use super::model::Product;
use super::names::Names;
use super::place::Now;
use crate::lesson::terms::{factor_word, number_word, word};
use crate::say;
use crate::screen::{Chip, ChipState, Hue, Link, Scene};
use matwalk_core::trace::matmul::{Reading, Trace};

/// Up to how many chips show both factors, and up to how many are shown at all; of more, only the current one.
const BOTH: usize = 4;
const ALL: usize = 8;

/// Puts the chips and their dotted lines into the picture.
pub fn add(scene: &mut Scene, product: &Product, names: &Names, trace: &Trace, now: Option<&Now>) {
    // Before the first step: what is to come.
    let next = Now::next(trace, 0, product.place);
    let Some(shown) = now.or(next.as_ref()) else { return };
    let k = trace.k;
    let current = now.map(|now| now.place.p);
    for p in (0..k).filter(|&p| k <= ALL || Some(p) == current) {
        let state = match now {
            None => ChipState::Todo,
            Some(now) if now.is_whole_cell() => ChipState::Done,
            Some(now) if p == now.place.p => ChipState::Now,
            Some(now) if p < now.place.p => ChipState::Done,
            Some(_) => ChipState::Todo,
        };
        // One row further down for the titles, and one column is one column.
        scene.chips.push(chip(product, names, trace, shown, p, state, (1 + p, p)));
    }
    // From the chip down to A's column and across to B's row; a whole cell at once has no current product.
    if let Some(p) = current.filter(|_| now.is_some_and(|now| !now.is_whole_cell())) {
        let (down, across) = match trace.reading {
            Reading::Columns => (Hue::B, Hue::B),
            Reading::Rows => (Hue::A, Hue::A),
            Reading::Dot | Reading::Outer => (Hue::A, Hue::B),
        };
        scene.links.push(Link { rows: p + 2..k + 2, cols: p..p + 1, upright: true, hue: down });
        scene.links.push(Link { rows: p + 1..p + 2, cols: p + 1..k + 1, upright: false, hue: across });
    }
}

fn chip(
    product: &Product,
    names: &Names,
    trace: &Trace,
    now: &Now,
    p: usize,
    state: ChipState,
    at: (usize, usize),
) -> Chip {
    let inputs = product.inputs();
    let (row, col) = (now.place.row, now.place.col);
    let a = inputs.lhs.value(row * trace.k + p).ok();
    let b = inputs.rhs.value(p * trace.n + col).ok();
    let (small, large) = match trace.reading {
        Reading::Dot => {
            let both = || vec![number_word(a, Hue::A), word("·", Hue::Ink), factor_word(b, Hue::B)];
            let made = a.zip(b).filter(|_| state != ChipState::Todo).map(|(a, b)| a * b);
            let made = made.map_or_else(|| word("?", Hue::Ink), |made| number_word(Some(made), Hue::Ink));
            (if trace.k <= BOTH { both() } else { Vec::new() }, vec![made])
        }
        Reading::Columns => (Vec::new(), vec![word("×", Hue::Ink), factor_word(b, Hue::B)]),
        Reading::Rows => (Vec::new(), vec![factor_word(a, Hue::A), word("×", Hue::Ink)]),
        Reading::Outer => {
            let sheet = || vec![word(say!(names.locale, product.chip_sheet), Hue::Ink)];
            let n = word((p + 1).to_string(), Hue::Ink);
            (if trace.k <= BOTH { sheet() } else { Vec::new() }, vec![n])
        }
    };
    Chip { at, small, large, state }
}
