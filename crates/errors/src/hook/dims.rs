//! A dim or an axis that the tensor does not have: only a softmax is one of the lesson's operations.

use super::Draft;
use crate::about::About;
use crate::bytes::{cut, find_one, has};
use crate::clean::BREAK;
use crate::hole;
use crate::insight::Fact;
use crate::op::{Hide, Op};
use crate::reading::{At, Place};
use crate::shape::{Dim, Shape};

/// What the nearest line of code calls.
enum Asked {
    Softmax,
    Other,
    Nobody,
}

fn asked(draft: &mut Draft) -> Asked {
    let context = draft.context;
    for line in context.code(1..13) {
        let bytes = cut(context.text, line.start, line.end);
        if bytes.contains(&BREAK) || bytes.is_empty() {
            continue;
        }
        if has(bytes, "softmax(|cross_entropy(|softmin(") || has(bytes, "nll_loss(") && has(bytes, "softmax") {
            draft.used(line);
            return Asked::Softmax;
        }
        let frame = has(bytes, "file ") && has(bytes, "line ");
        if !frame && has(bytes, "(") && !has(bytes, "traceback (") {
            draft.used(line);
            return Asked::Other;
        }
        // A frame names its function: `line 768, in softmax`.
        if frame {
            if has(bytes, "in softmax|in log_softmax|in cross_entropy") {
                draft.used(line);
                return Asked::Softmax;
            }
            continue;
        }
    }
    let own = context.line_before();
    if has(own, "softmax(|cross_entropy(") { Asked::Softmax } else { Asked::Nobody }
}

/// PyTorch: `expected to be in range of [-n, n-1], but got d`.
pub(super) fn torch(draft: &mut Draft) -> bool {
    let Some(high) = draft.found.int(b'h') else { return false };
    // [-1, 0] is printed for a scalar too.
    draft.reading.a = match high {
        0 => Some(Shape(vec![Dim::Maybe])),
        1..=31 => Some(Shape::of_rank(high as usize + 1)),
        _ => None,
    };
    match asked(draft) {
        Asked::Softmax => draft.reading.ops = &[Op::Softmax],
        Asked::Other => {
            draft.near(About::DimArgument);
            return true;
        }
        Asked::Nobody => {
            draft.reading.ops = &[Op::Softmax, Op::None];
            draft.reading.hide(Hide::Op);
        }
    }
    if high == 0 {
        draft.fact(Fact::ScalarOrVector);
    }
    draft.reading.hide(Hide::AllSizes);
    true
}

/// NumPy and JAX: `axis d is out of bounds for array of dimension n`.
pub(super) fn numpy(draft: &mut Draft) -> bool {
    let asked = asked(draft);
    let named = draft.marks_before(usize::MAX, "in softmax|in log_softmax");
    let line = draft.context.line_before();
    let Some(axis) = find_one(line, "axis ").and_then(|at| {
        let from = draft.context.start - line.len() + at + 5;
        hole::int(draft.context.text, from)
    }) else {
        return false;
    };
    if !(matches!(asked, Asked::Softmax) || named) {
        draft.near(About::DimArgument);
        return true;
    }
    draft.reading.dim = Some(At::One(axis.0));
    draft.token(axis.1, Place::Dim);
    true
}
