//! One-press fixes for shapes that don't go together, and why they don't, in plain words.

use super::inputs::{A, B, Inputs, MAX_SIZE};
use super::names::Names;
use crate::lesson::operand::Operand;
use crate::lesson::terms::shape_text;
use crate::say;
use crate::screen::board::{Fix as FixChip, Problem};
use crate::screen::{Hue, Slot, hued, words};
use matwalk_core::Shape;
use matwalk_core::fix::{self, Change, Fix};
use matwalk_core::rule::{self, Kind, MatmulError, Wording};

/// The fixes, all of which succeed and stay within what the lesson shows.
pub fn offered(inputs: &Inputs) -> Vec<Fix> {
    let (lhs, rhs) = (inputs.lhs.shape(), inputs.rhs.shape());
    let shown = |fix: &Fix| {
        let (lhs, rhs) = fix.apply_shapes(lhs, rhs);
        [lhs, rhs].iter().all(|s| (1..=2).contains(&s.rank()) && s.dims().iter().all(|&d| d <= MAX_SIZE))
    };
    fix::matmul(lhs, rhs).into_iter().filter(shown).collect()
}

/// Both operands after a fix; every typed text moves along with its cell.
pub fn apply(inputs: &Inputs, fix: Fix) -> Inputs {
    let (lhs, rhs) = (inputs.lhs.shape(), inputs.rhs.shape());
    if fix == Fix::Swap {
        return inputs.swapped();
    }
    let (new_lhs, new_rhs) = fix.apply_shapes(lhs, rhs);
    let moved = |operand: &Operand, which, shape: Shape| {
        if shape == operand.shape() {
            return operand.clone();
        }
        operand.remap(shape, |index| fix.source(which, lhs, rhs, index).map(|source| source.index))
    };
    Inputs {
        lhs: moved(&inputs.lhs, rule::Operand::Lhs, new_lhs),
        rhs: moved(&inputs.rhs, rule::Operand::Rhs, new_rhs),
    }
}

/// PyTorch's text, the reason, and what can be done.
pub fn problem(names: &Names, inputs: &Inputs, error: &MatmulError) -> Problem {
    let locale = names.locale;
    let fixes = offered(inputs).into_iter().map(|fix| {
        let (lhs, rhs) = fix.apply_shapes(inputs.lhs.shape(), inputs.rhs.shape());
        let out = rule::matmul(lhs, rhs).map(|plan| shape_text(plan.out.dims()));
        FixChip {
            key: key(fix),
            label: label(names, inputs, fix),
            result: out.map(|shape| say!(locale, fix.result, shape = shape)).unwrap_or_default(),
            code: String::new(),
            chosen: false,
        }
    });
    Problem {
        message: error.exception().zip(error.torch_text(Wording::New)).map(|(kind, text)| format!("{kind}: {text}")),
        marked: Vec::new(),
        reason: words(&reason(names, error)),
        fixes: fixes.collect(),
    }
}

fn reason(names: &Names, error: &MatmulError) -> String {
    let locale = names.locale;
    let (k, l) = error.clash().map_or((0, 0), |clash| (clash.lhs.size, clash.rhs.size));
    let (k, l) = (hued(Hue::A, k), hued(Hue::B, l));
    match error.kind() {
        Kind::Inner if matches!(error, MatmulError::VectorLength { .. }) => {
            say!(locale, product.clash_vectors, k = k, l = l)
        }
        Kind::Inner => say!(locale, product.clash, a = names.letter(A), b = names.letter(B), k = k, l = l),
        Kind::Batch => say!(locale, error.batch, k = k, l = l),
        Kind::Scalar => say!(locale, error.scalar),
        _ => say!(locale, error.too_large),
    }
}

fn label(names: &Names, inputs: &Inputs, fix: Fix) -> String {
    let locale = names.locale;
    let Fix::Edit(edits) = fix else {
        return say!(locale, fix.swap, a = names.letter(A), b = names.letter(B));
    };
    let change = |(target, change): (rule::Operand, Change)| {
        let slot = if target == rule::Operand::Rhs { B } else { A };
        let name = names.letter(slot);
        match change {
            Change::Transpose => say!(locale, fix.transpose, name = name),
            Change::Reshape(shape) | Change::Expand(shape) => {
                say!(locale, fix.reshape, name = name, shape = shape_text(shape.dims()))
            }
            Change::Resize(shape) => resize(names, inputs, slot, shape),
        }
    };
    edits.iter().map(change).collect::<Vec<_>>().join(" · ")
}

fn resize(names: &Names, inputs: &Inputs, slot: Slot, to: Shape) -> String {
    let (locale, name) = (names.locale, names.letter(slot));
    let Some(from) = inputs.get(slot).map(Operand::shape) else { return String::new() };
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
        _ => say!(locale, fix.resize, name = name, shape = shape_text(to.dims())),
    }
}

/// A stable name of a fix, for scripts and tests: `swap`, `transpose-lhs`, `resize-both`.
fn key(fix: Fix) -> String {
    let Fix::Edit(edits) = fix else { return "swap".to_owned() };
    let mut changes = edits.iter();
    let Some((target, change)) = changes.next() else { return String::new() };
    let both = changes.next().is_some();
    format!("{}-{}", change.name(), if both { "both" } else { target.name() })
}
