//! What the last step did, in words. The facts come from the stage; only this file writes sentences about them.

use super::model::{Inputs, Product};
use super::stage::{Figure, Formula, Scene, Target};
use crate::lesson::operand::Side;
use crate::say;
use crate::words::Locale;
use matwalk_core::Shape;
use matwalk_core::fix::{Change, Fix};
use matwalk_core::number::NumberError;
use matwalk_core::rule::{Kind, MatmulError, Operand};
use matwalk_core::trace::matmul::Reading;

/// A shape as the lesson writes it: `(2, 3)`, `(3)`.
pub fn shape_text(shape: Shape) -> String {
    let sizes: Vec<String> = shape.dims().iter().map(usize::to_string).collect();
    format!("({})", sizes.join(", "))
}

/// The name of an operand: matrices in capitals, vectors small.
pub fn name(side: Side, vector: bool) -> &'static str {
    match (side, vector) {
        (Side::Lhs, false) => "A",
        (Side::Lhs, true) => "a",
        (Side::Rhs, false) => "B",
        (Side::Rhs, true) => "b",
    }
}

/// The name of a cell of the result: `C₂₁`'s words.
fn cell_name(locale: Locale, product: &Product, row: usize, col: usize, base: usize) -> String {
    match product.plan.out.rank() {
        0 => say!(locale, step.cell_scalar),
        1 => say!(locale, step.cell_vector, i = row.max(col) + base),
        _ => say!(locale, step.cell_matrix, i = row + base, j = col + base),
    }
}

/// The sentence of the step that finished last. `base` is what indices count from, 1 or 0.
pub fn step(locale: Locale, scene: &Scene, inputs: &Inputs, product: &Product, base: usize) -> String {
    let Some(formula) = Formula::of(scene, inputs, product) else {
        return if scene.trace.is_empty() { say!(locale, step.start_empty) } else { say!(locale, step.start) };
    };
    let Some(done) = &scene.step else { return String::new() };
    let current = formula.terms.iter().flatten().find(|term| term.p == done.inner.start);
    let figure = |figures: Option<&Vec<Figure>>| {
        figures.and_then(|f| f.first()).map_or_else(|| "?".to_owned(), |f| f.text.clone())
    };
    let (lhs, rhs) = (figure(current.map(|t| &t.lhs)), figure(current.map(|t| &t.rhs)));
    let p = done.inner.start + base;
    let k = scene.trace.k;
    match formula.target {
        Target::Cell(row, col) => {
            let cell = cell_name(locale, product, row, col, base);
            let Some(partial) = formula.partial.first().filter(|figure| figure.sound) else {
                return say!(locale, step.blocked, cell = cell);
            };
            let partial = partial.text.clone();
            if done.inner.len() > 1 {
                return say!(locale, step.cell_done, cell = cell, partial = partial);
            }
            let product = current.and_then(|term| term.product.as_ref()).map_or(String::new(), |f| f.text.clone());
            // Which of the k products: an ordinal, not an index, so it counts from 1 in both conventions.
            let p = done.inner.start + 1;
            if formula.complete {
                say!(
                    locale,
                    step.term_last,
                    cell = cell,
                    p = p,
                    k = k,
                    lhs = lhs,
                    rhs = rhs,
                    product = product,
                    partial = partial
                )
            } else {
                say!(
                    locale,
                    step.term,
                    cell = cell,
                    p = p,
                    k = k,
                    lhs = lhs,
                    rhs = rhs,
                    product = product,
                    partial = partial
                )
            }
        }
        Target::Column(j) => {
            let factor = factor_text(inputs, Side::Rhs, done.inner.start * scene.trace.n + j);
            if formula.complete {
                say!(locale, step.column_last, j = j + base, p = p, rhs = factor)
            } else {
                say!(locale, step.column, j = j + base, p = p, rhs = factor)
            }
        }
        Target::Row(i) => {
            let factor = factor_text(inputs, Side::Lhs, i * k + done.inner.start);
            if formula.complete {
                say!(locale, step.row_last, i = i + base, p = p, lhs = factor)
            } else {
                say!(locale, step.row, i = i + base, p = p, lhs = factor)
            }
        }
        Target::Whole => say!(locale, step.sheet, p = p, k = k),
    }
}

fn factor_text(inputs: &Inputs, side: Side, index: usize) -> String {
    Figure::of(inputs.get(side).value(index).ok()).text
}

/// Why two shapes have no product, in plain words.
pub fn mismatch(locale: Locale, error: &MatmulError) -> String {
    let (k, l) = error.clash().map_or((0, 0), |clash| (clash.lhs.size, clash.rhs.size));
    match error.kind() {
        Kind::Inner if matches!(error, MatmulError::VectorLength { .. }) => {
            say!(locale, error.inner_vectors, k = k, l = l)
        }
        Kind::Inner => say!(locale, error.inner, k = k, l = l),
        Kind::Batch => say!(locale, error.batch, k = k, l = l),
        Kind::Scalar => say!(locale, error.scalar),
        _ => say!(locale, error.too_large),
    }
}

/// What a repair does, and the shape of the result it leads to.
pub fn repair(locale: Locale, repair: Fix, inputs: &Inputs) -> String {
    let resized = |side: Side, to: Shape| {
        let operand = inputs.get(side);
        let from = operand.shape();
        let name = name(side, operand.is_vector());
        macro_rules! counted {
            ($one:ident, $more:ident, $count:expr) => {
                match $count {
                    1 => say!(locale, fix.$one, name = name),
                    count => say!(locale, fix.$more, name = name, count = count),
                }
            };
        }
        match (from.dims(), to.dims()) {
            (&[old], &[new]) if new > old => counted!(add_entry, add_entries, new - old),
            (&[old], &[new]) => counted!(drop_entry, drop_entries, old - new),
            (&[r, c], &[rows, cols]) if c == cols && rows > r => counted!(add_row, add_rows, rows - r),
            (&[r, c], &[rows, cols]) if c == cols => counted!(drop_row, drop_rows, r - rows),
            (&[r, c], &[rows, cols]) if r == rows && cols > c => counted!(add_col, add_cols, cols - c),
            (&[r, c], &[rows, cols]) if r == rows => counted!(drop_col, drop_cols, c - cols),
            _ => say!(locale, fix.resize, name = name, shape = shape_text(to)),
        }
    };
    let reshaped = |side: Side, to: Shape| {
        say!(locale, fix.reshape, name = name(side, inputs.get(side).is_vector()), shape = shape_text(to))
    };
    let Fix::Edit(edits) = repair else { return say!(locale, fix.swap) };
    let edited = edits.iter().map(|(target, change)| {
        let side = if target == Operand::Lhs { Side::Lhs } else { Side::Rhs };
        match (change, side) {
            (Change::Transpose, Side::Lhs) => say!(locale, fix.transpose_lhs),
            (Change::Transpose, Side::Rhs) => say!(locale, fix.transpose_rhs),
            (Change::Resize(shape), _) => resized(side, shape),
            (change, _) => reshaped(side, change.apply(inputs.get(side).shape())),
        }
    });
    edited.collect::<Vec<_>>().join(" · ")
}

/// A stable name of a repair, for scripts and tests.
pub fn repair_key(repair: Fix) -> String {
    let Fix::Edit(edits) = repair else { return "swap".into() };
    let keys: Vec<String> =
        edits.iter().map(|(target, change)| format!("{}-{}", change.name(), target.name())).collect();
    keys.join("-")
}

/// Why a cell's text can't be read.
pub fn unreadable(locale: Locale, error: NumberError) -> String {
    match error {
        NumberError::Empty => say!(locale, number.empty),
        NumberError::DivisionByZero => say!(locale, number.division_by_zero),
        NumberError::ThousandsSeparator { .. } => say!(locale, number.separator),
        NumberError::TooLarge => say!(locale, number.too_large),
        NumberError::TooSmall => say!(locale, number.too_small),
        NumberError::NotANumber { .. } => say!(locale, number.not_a_number),
    }
}

/// The label of a block step in a reading: what one step is besides one product.
pub fn block(locale: Locale, reading: Reading) -> String {
    match reading {
        Reading::Dot => say!(locale, bar.grain_dot),
        Reading::Columns => say!(locale, bar.grain_columns),
        Reading::Rows => say!(locale, bar.grain_rows),
        Reading::Outer => say!(locale, bar.grain_outer),
    }
}

/// The lesson's one sentence in a reading.
pub fn aim(locale: Locale, reading: Reading) -> String {
    match reading {
        Reading::Dot => say!(locale, aim.dot),
        Reading::Columns => say!(locale, aim.columns),
        Reading::Rows => say!(locale, aim.rows),
        Reading::Outer => say!(locale, aim.outer),
    }
}
