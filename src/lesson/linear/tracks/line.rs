//! The panels in a line, or under each other.

use super::super::model::Form;
use super::{Counts, TITLE, Tracks};
use crate::screen::Track;

/// `Wᵀ · x + b = y` as it is printed, or `x @ weightᵀ + bias = y`.
pub fn in_line(form: Form, counts: &Counts, sign: u16) -> Tracks {
    let Counts { inner, samples, outputs, apart } = *counts;
    let (first, second, third) = match form {
        Form::Math => (inner.max(1), samples, samples),
        Form::Torch => (inner.max(1), outputs, outputs),
    };
    // An @ is wider than the other signs.
    let at = if form == Form::Torch { sign + 8 } else { sign };
    let mut cols = vec![Track::Cells(first), Track::Gap(at), Track::Cells(second)];
    let at_second = first + 1;
    let mut signs = vec![(first, if form == Form::Math { "·" } else { "@" })];
    let mut next = at_second + second;
    let mut bias = (1, first - 1);
    if apart {
        let wide = if form == Form::Math { 1 } else { outputs };
        cols.extend([Track::Gap(sign), Track::Cells(wide)]);
        signs.push((next, "+"));
        bias = (1, next + 1);
        next += 1 + wide;
    }
    cols.extend([Track::Gap(sign), Track::Cells(third)]);
    signs.push((next, "="));
    let high = if form == Form::Math { inner.max(outputs) } else { inner.max(samples) };
    let rows = vec![Track::Gap(TITLE), Track::Cells(high.max(1))];
    let (weight, x) = match form {
        Form::Math => ((1, 0), (1, at_second)),
        Form::Torch => ((1, at_second), (1, 0)),
    };
    if form == Form::Torch && !apart {
        bias = (first, at_second);
    }
    Tracks { rows, cols, x, weight, bias, y: (1, next + 1), crossed: false, dense: false, signs }
}

/// x, weightᵀ, bias and y under each other, for PyTorch's form in a narrow box; on paper it is the line.
pub fn stacked(form: Form, counts: &Counts, sign: u16) -> Tracks {
    if form == Form::Math {
        return in_line(form, counts, sign);
    }
    let Counts { inner, samples, outputs, apart } = *counts;
    let mut rows = vec![Track::Gap(TITLE), Track::Cells(samples), Track::Gap(TITLE), Track::Cells(inner.max(1))];
    let weight = samples + 2;
    let mut next = weight + inner.max(1);
    let mut bias = (next - 1, 0);
    if apart {
        rows.extend([Track::Gap(TITLE), Track::Cells(1)]);
        bias = (next + 1, 0);
        next += 2;
    }
    rows.extend([Track::Gap(TITLE), Track::Cells(samples)]);
    let cols = vec![Track::Cells(inner.max(outputs).max(1))];
    Tracks {
        rows,
        cols,
        x: (1, 0),
        weight: (weight, 0),
        bias,
        y: (next + 1, 0),
        crossed: false,
        dense: false,
        signs: vec![],
    }
}
