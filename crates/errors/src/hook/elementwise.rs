//! Element-wise operations, and libraries that name the operation by a sign.

use std::ops::Range;

use super::{Draft, dynamo, unknown};
use crate::about::About;
use crate::bytes::{cut, find_last, has, is_one, last, tail};
use crate::clean::is_blank;
use crate::found;
use crate::insight::{Fact, Insight};
use crate::op::{Hide, Op};
use crate::reading::{At, Clash, Place};
use crate::rules;
use crate::shape::{Dim, Shape};
use crate::wording::Rule;

fn become_product(draft: &mut Draft) {
    draft.reading.ops = &[Op::Matmul];
    draft.rule(Rule::Product);
}

/// `tensor a … tensor b`: an operator near it tells which operation, else a batched product may print it too.
pub(super) fn stretch(draft: &mut Draft) -> bool {
    // Attention and losses print it too: theirs are not the operands of a sum.
    let element_wise = "function add|function iadd|function sub|function mul|function truediv|function matmul";
    if has(draft.context.line_before(), element_wise) && dynamo::operands(draft) {
        return true;
    }
    for line in draft.context.code(1..4) {
        let code = cut(draft.context.text, line.start, line.end);
        if has(code, "matmul(| @ |bmm(") {
            draft.used(line);
            // A product prints it for its batches; with an operator on the same line either may be meant.
            let both = has(code, " + | - | * | / ");
            draft.reading.ops = if both { &[Op::Add, Op::Matmul] } else { &[Op::Matmul, Op::Add] };
            if !both {
                // Where in the batch is counted from the front of a rank that is not told.
                draft.reading.dim = None;
                draft.reading.hides.remove(Hide::Op);
            }
            return true;
        }
        if has(code, " + | - | * | / |+= |-= |*= |/= |.add(|.mul(|loss(") {
            draft.used(line);
            draft.reading.hides.remove(Hide::Op);
            return true;
        }
    }
    true
}

/// torch.compile: `a dimension of length Y at -K`, S the operand at `index`, T the shape so far.
pub(super) fn compiled(draft: &mut Draft) -> bool {
    let (s, t) = (draft.found.tells(b'S'), draft.found.tells(b'T'));
    let Some(back) = draft.found.int(b'k').filter(|&k| k > 0) else { return true };
    let place = t.len() as i64 - back;
    let Some(&(so_far, _)) = usize::try_from(place).ok().and_then(|place| t.get(place)) else { return true };
    draft.reading.a = so_far.told().map(|_| Shape(vec![Dim::More, so_far, Dim::More]));
    draft.reading.clash = Some(Clash { a: so_far.told(), b: draft.found.size(b'Y') });
    draft.reading.dim = Some(At::One(place.max(s.len() as i64 - back)));
    draft.reading.b = Some(found::shape(s));
    draft.reading.hide(Hide::Sizes);
    draft.reading.tokens.retain(|token| matches!(token.place, Place::B(_)));
    true
}

/// The warning of a loss about two shapes that silently stretch.
pub(super) fn target(draft: &mut Draft) -> bool {
    if has(draft.context.after(), "deprecated") {
        draft.reading.warning = false;
        return draft.near(About::LossSize);
    }
    let (Some(a), Some(b)) = (&draft.reading.a, &draft.reading.b) else { return true };
    if let Some(out) = rules::stretched(a, b) {
        let count = |shape: &Shape| shape.sizes().map(|sizes| sizes.iter().product::<u64>());
        let insight = if count(&out) == count(a) && count(&out) == count(b) {
            Insight::HarmlessStretch
        } else {
            Insight::SilentStretch { a: a.clone(), b: b.clone(), out: out.clone() }
        };
        draft.reading.insights.push(insight);
        draft.reading.out = Some(out);
    }
    true
}

/// candle: `shape mismatch in NAME`.
pub(super) fn candle(draft: &mut Draft) -> bool {
    let name = draft.found.word(b'n', draft.context.text);
    if has(name, "matmul") {
        become_product(draft);
    } else if has(name, "conv") {
        return draft.near(About::ConvChannels);
    } else if is_one(name, "cat|stack") {
        return draft.near(About::Cat);
    } else if !name.starts_with(b"broadcast_") {
        if !is_one(name, "add|sub|mul|div|maximum|minimum|eq|ne|lt|le|gt|ge|cmp|where") {
            return draft.near(About::Unknown);
        }
        never_stretches(draft);
        draft.reading.ops = &[Op::Add, Op::None];
    }
    true
}

fn never_stretches(draft: &mut Draft) {
    let Some(library) = draft.reading.library else { return };
    let out = match (&draft.reading.a, &draft.reading.b) {
        (Some(a), Some(b)) => rules::stretched(a, b),
        _ => None,
    };
    draft.reading.insights.push(Insight::WouldStretch { library, out });
}

/// math.js: `[2, 3] != [3, 2]` are shapes; in `2 != 1` the numbers may be ranks or lengths.
pub(super) fn bracketed(draft: &mut Draft) -> bool {
    let start = draft.found.tells(b'S').first().map_or(0, |(_, range)| range.start);
    if !cut(draft.context.text, 0, start).ends_with(b"[") {
        (draft.reading.a, draft.reading.b, draft.reading.clash, draft.reading.dim) = (None, None, None, None);
        draft.reading.tokens.clear();
        draft.reading.hide(Hide::AllSizes);
    }
    true
}

/// Octave: `operator *: nonconformant arguments (op1 is 2x3, op2 is 4x5)`.
pub(super) fn octave(draft: &mut Draft) -> bool {
    let line = draft.context.line_before();
    let sign = line.strip_suffix(b" ").unwrap_or(line);
    let Some(sign) = sign.strip_suffix(b":") else { return draft.near(About::Unknown) };
    let start = sign.iter().rposition(|&b| is_blank(b)).map_or(0, |i| i + 1);
    let sign = tail(sign, start);
    draft.mark(draft.context.start - line.len(), draft.context.start);
    match sign {
        b"*" | b"*=" => become_product(draft),
        // The sign was lost on the way: shapes that fit element by element were multiplied as matrices.
        b"" | b"operator" => match (&draft.reading.a, &draft.reading.b) {
            (Some(a), Some(b)) if rules::stretched(a, b).is_some() => become_product(draft),
            _ => draft.reading.ops = &[Op::Matmul, Op::Add],
        },
        b"=" => return draft.near(About::Assignment),
        b"/" | b"\\" | b"^" => return draft.near(About::LinearAlgebra),
        _ => {
            // Octave aligns from the left: shapes of unlike ranks are left alone.
            let ranks = |shape: &Option<Shape>| shape.as_ref().and_then(Shape::rank);
            if ranks(&draft.reading.a) != ranks(&draft.reading.b) {
                (draft.reading.clash, draft.reading.dim) = (None, None);
                draft.fact(Fact::AlignedLeft);
            }
        }
    }
    true
}

/// The sign in MATLAB's `Error using SIGN`, and where it stands.
fn using<'t>(draft: &Draft<'t>) -> Option<(&'t [u8], Range<usize>)> {
    let before = draft.context.before();
    let at = find_last(before, "error using")?;
    let rest = tail(before, at + "error using".len());
    let sign = rest.trim_ascii_start();
    let sign = sign.split(|&b| is_blank(b) || b == b'(').next().unwrap_or_default();
    let start = draft.context.start;
    (rest.len() < 80).then_some((sign, start - (before.len() - at)..start))
}

/// MATLAB: sizes are never told, the sign tells the operation.
pub(super) fn matlab(draft: &mut Draft) -> bool {
    let Some((sign, range)) = using(draft) else { return true };
    draft.reading.lines.push(range);
    if is_one(sign, "*|mtimes") {
        draft.reading.ops = &[Op::Matmul];
    } else if is_one(sign, "/|\\|mldivide|mrdivide|^") {
        return draft.near(About::LinearAlgebra);
    }
    true
}

/// R: `%*%` tells a product.
pub(super) fn r(draft: &mut Draft) -> bool {
    let near = last(draft.context.before(), 400);
    if has(near, " + | - ") && !has(near, "%*%") {
        draft.reading.ops = &[Op::Matmul, Op::Add];
    }
    true
}

/// Theano: `input[0].shape[i] = A, input[1].shape[j] = B`: i sizes before it are not told.
pub(super) fn theano(draft: &mut Draft) -> bool {
    let (Some(i), Some(j)) = (draft.found.int(b'i'), draft.found.int(b'j')) else { return false };
    if !(0..16).contains(&i) || i != j {
        return false;
    }
    let (before, rest) = (unknown(i as usize), if i == 0 { ",..." } else { "" });
    draft.tells(&["a ", before, "A", rest, "; b ", before, "B", rest].concat());
    draft.reading.clash = Some(Clash { a: draft.found.size(b'A'), b: draft.found.size(b'B') });
    draft.reading.dim = Some(At::One(i));
    true
}
