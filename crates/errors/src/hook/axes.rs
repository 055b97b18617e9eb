//! TensorFlow: operations by their name, shapes from before transposing.

use std::ops::Range;

use super::Draft;
use crate::about::About;
use crate::bytes::{begins, cut, find, find_last, find_one, has, is_one, last, tail};
use crate::clean::BREAK;
use crate::hole;
use crate::insight::Fact;
use crate::op::{Hide, Op};
use crate::rules;
use crate::shape::Dim;
use crate::wording::Rule;

/// Element-wise operations of TensorFlow.
const PAIRS: &str = "add|addv2|addn|sub|mul|div|realdiv|truediv|floordiv|floormod|divnonan|maximum|minimum|\
    pow|squareddifference|equal|notequal|less|lessequal|greater|greaterequal|logicaland|logicalor|biasadd|sub_grad|xdivy";

/// Compares the inner sizes that the flags choose.
fn compare(draft: &mut Draft, p: bool, q: bool) {
    let (Some(a), Some(b)) = (&draft.reading.a, &draft.reading.b) else { return };
    let found = rules::product_at(a, b, if p { 2 } else { 1 }, if q { 1 } else { 2 });
    (draft.reading.clash, draft.reading.dim) = found.unzip();
}

/// `op: 'MatMul'`, `op: 'Mul'`, `op: 'Assign'`.
pub(super) fn tf_op(draft: &mut Draft) -> bool {
    let name = draft.found.word(b'o', draft.context.text);
    let name = name.split(|b| b"[):".contains(b)).next().unwrap_or_default();
    if has(name, "matmul") && !has(name, "sparse") {
        draft.reading.ops = &[Op::Matmul, Op::Linear];
        compare(draft, false, false);
        return tf_flags(draft);
    }
    if is_one(name, PAIRS) {
        draft.reading.ops = &[Op::Add];
        draft.rule(Rule::Stretch);
        return true;
    }
    let about = match name {
        name if name.starts_with(b"assign") => About::Checkpoint,
        name if name.starts_with(b"concat") || name == b"pack" => About::Cat,
        name if begins(name, "conv|depthwise").is_some() => About::ConvChannels,
        name if has(name, "crossentropy") => About::LossBatch,
        b"reshape" => About::Reshape,
        b"einsum" => About::Einsum,
        _ => About::Unknown,
    };
    draft.near(about)
}

/// A flag printed near the message: `transpose_b=true`, `adj_y=true`.
fn printed(draft: &Draft, names: &str) -> Option<bool> {
    // Only the message itself and what follows on the next lines: other nodes stand further away.
    let text = draft.context.text;
    let around = cut(text, draft.context.start, draft.context.end + 500);
    names.split('|').find_map(|name| {
        let at = find(around, name.as_bytes())?;
        hole::flag(around, at + name.len()).map(|(flag, _)| flag)
    })
}

/// Shapes that may be from before transposing.
pub(super) fn tf_flags(draft: &mut Draft) -> bool {
    let flags = (printed(draft, "transpose_a=|adj_x="), printed(draft, "transpose_b=|adj_y="));
    let around = draft.context.after();
    let around = cut(around, 0, 500);
    let note = find_one(around, "transpose_b=|adj_y=|/kernel|dense");
    if let Some(at) = note {
        draft.mark(draft.context.end + at, draft.context.end + at + 1);
    }
    // A dense layer's kernel among the inputs: `dense_1/kernel/read`, `dense/MatMul`.
    if has(around, "/kernel") || has(around, "dense") && has(around, "matmul") {
        draft.reading.ops = &[Op::Linear, Op::Matmul];
        draft.reading.weight = draft.reading.b.clone();
        if let Some(a) = draft.reading.a.as_mut().filter(|a| a.rank() == Some(2))
            && let Some(first) = a.0.first_mut()
            && let Dim::Size(n) = *first
        {
            *first = Dim::Folded(n);
        }
    }
    match flags {
        (Some(p), Some(q)) => {
            compare(draft, p, q);
            draft.reading.hides.remove(Hide::Transpose);
        }
        _ => {
            let told = draft.reading.clash.is_some() || draft.reading.op() != Op::Matmul;
            let fits = match (&draft.reading.a, &draft.reading.b) {
                (Some(a), Some(b)) => rules::inner_fits(a, b) && draft.reading.clash.is_none(),
                _ => false,
            };
            draft.reading.hide(Hide::Transpose);
            if fits {
                draft.reading.hide(Hide::Clash);
                draft.fact(Fact::TransposedUnseen);
            } else if told {
                draft.fact(Fact::BeforeTransposing);
            }
        }
    }
    true
}

/// Flags that the template itself read as p and q.
pub(super) fn flags(draft: &mut Draft) -> bool {
    let (p, q) = (draft.found.int(b'p') == Some(1), draft.found.int(b'q') == Some(1));
    compare(draft, p, q);
    if draft.reading.clash.is_none() {
        let (x, y) = (draft.found.size(b'X'), draft.found.size(b'Y'));
        if x.is_some() && y.is_some() && x != y {
            draft.clash(x, y, if p { -2 } else { -1 }, if q { -1 } else { -2 });
        }
    }
    true
}

/// The part of the message's own sentence before the anchor: `Input 0 of layer "dense" is incompatible with …`.
pub(super) fn sentence(draft: &Draft) -> Range<usize> {
    let near = last(draft.context.before(), 240);
    // An empty line ends the sentence before.
    let from = near.iter().rposition(|&b| b == BREAK).map_or(0, |at| at + 1);
    let from = from + find_last(tail(near, from), "input ").unwrap_or(0);
    draft.context.start - (near.len() - from)..draft.context.start
}

/// True if a word that names a layer stands in the sentence of the message.
pub(super) fn names(draft: &Draft, words: &str) -> bool {
    let sentence = sentence(draft);
    has(cut(draft.context.text, sentence.start, sentence.end), words)
}
