//! One-press fixes for shapes that don't go together, and why they don't, in plain words.

use super::inputs::{A, B, Inputs, MAX_SIZE};
use super::names::{Names, shape_text};
use crate::lesson::operand::Operand;
use crate::say;
use crate::screen::board::{Fix as FixChip, Problem};
use crate::screen::{Hue, Slot, hued, words};
use matwalk_core::Shape;
use matwalk_core::fix::{self, Fix};
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
    let text = error.torch_text(Wording::New);
    let locale = names.locale;
    let fixes = offered(inputs).into_iter().map(|fix| {
        let (lhs, rhs) = fix.apply_shapes(inputs.lhs.shape(), inputs.rhs.shape());
        let out = rule::matmul(lhs, rhs).map(|plan| shape_text(plan.out.dims()));
        FixChip {
            key: key(fix).to_owned(),
            label: label(names, inputs, fix),
            result: out.map(|shape| say!(locale, fix.result, shape = shape)).unwrap_or_default(),
        }
    });
    Problem {
        message: (!text.is_empty()).then(|| format!("RuntimeError: {text}")),
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
    let resized = |slot: Slot, to: Shape| resize(names, inputs, slot, to);
    let reshaped =
        |slot: Slot, to: Shape| say!(locale, fix.reshape, name = names.letter(slot), shape = shape_text(to.dims()));
    match fix {
        Fix::TransposeLhs => say!(locale, fix.transpose, name = names.letter(A)),
        Fix::TransposeRhs => say!(locale, fix.transpose, name = names.letter(B)),
        Fix::Swap => say!(locale, fix.swap, a = names.letter(A), b = names.letter(B)),
        Fix::ReshapeLhs(shape) | Fix::ExpandLhs(shape) => reshaped(A, shape),
        Fix::ReshapeRhs(shape) | Fix::ExpandRhs(shape) => reshaped(B, shape),
        Fix::ReshapeBoth(lhs, rhs) => format!("{} · {}", reshaped(A, lhs), reshaped(B, rhs)),
        Fix::ResizeLhs(shape) => resized(A, shape),
        Fix::ResizeRhs(shape) => resized(B, shape),
        Fix::ResizeBoth(lhs, rhs) => format!("{} · {}", resized(A, lhs), resized(B, rhs)),
        // Fixes of other operations: nothing offers them for a matrix product.
        Fix::ResizeBias(_) | Fix::Dim(_) => String::new(),
    }
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

/// A stable name of a fix, for scripts and tests.
fn key(fix: Fix) -> &'static str {
    match fix {
        Fix::TransposeLhs => "transpose-lhs",
        Fix::TransposeRhs => "transpose-rhs",
        Fix::Swap => "swap",
        Fix::ReshapeLhs(_) => "reshape-lhs",
        Fix::ReshapeRhs(_) => "reshape-rhs",
        Fix::ResizeLhs(_) => "resize-lhs",
        Fix::ResizeRhs(_) => "resize-rhs",
        Fix::ResizeBoth(..) => "resize-both",
        Fix::ReshapeBoth(..) => "reshape-both",
        Fix::ExpandLhs(_) => "expand-lhs",
        Fix::ExpandRhs(_) => "expand-rhs",
        Fix::ResizeBias(_) => "resize-bias",
        Fix::Dim(_) => "dim",
    }
}
