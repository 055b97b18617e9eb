//! torch.compile prints the operands whole: `call_function <built-in function linear>(*(FakeTensor(..., size=(32, 400)),
//! Parameter(FakeTensor(..., size=(128, 9216), …`. They are preferred to the message inside.

use super::Draft;
use crate::bytes::{cut, find_last, find_one, has, tail};
use crate::found::{self, Told};
use crate::hole;
use crate::op::{Hides, Op};
use crate::reading::Place;
use crate::rules;
use crate::shape::Shape;
use crate::tell;
use crate::wording::Rule;

/// Reads the operands of the call before the message; false if there is none that tells them.
pub(super) fn operands(draft: &mut Draft) -> bool {
    let before = draft.context.before();
    let first = draft.context.start - before.len();
    let calls = "call_function|call_method|call_module";
    let Some(call) = calls.split('|').filter_map(|word| find_last(before, word)).max() else { return false };
    let text = tail(before, call);
    let Some(open) = find_one(text, "(*(") else { return false };
    let name = cut(text, 0, open);
    let shapes = sizes(draft.context.text, first + call + open, draft.context.start);
    let module = name.starts_with(b"call_module");
    let reading = &mut draft.reading;
    let mut told = vec![];
    if module || has(name, "linear|addmm") && !has(name, "bilinear") {
        let Some(x) = shapes.first() else { return false };
        let a = found::shape(x);
        // The shape of x must be that of the message, or its leading sizes folded.
        if reading.a.as_ref().and_then(|a| a.last_but(1)) != a.last_but(1) {
            return false;
        }
        tell::note(&mut told, x, Place::A);
        reading.a = Some(a);
        reading.ops = &[Op::Linear];
        reading.weight = reading.b.as_ref().map(Shape::reversed);
        if let Some(weight) = shapes.get(1).map(|weight| found::shape(weight)).filter(|weight| weight.rank() == Some(2))
        {
            reading.b = Some(weight.reversed());
            reading.weight = Some(weight);
        }
    } else {
        let [a, b, ..] = &shapes[..] else { return false };
        tell::note(&mut told, a, Place::A);
        tell::note(&mut told, b, Place::B);
        (reading.a, reading.b, reading.weight) = (Some(found::shape(a)), Some(found::shape(b)), None);
        reading.ops = match () {
            () if has(name, "bmm") => &[Op::Bmm],
            () if has(name, "matmul|mm|dot|mv") => &[Op::Matmul],
            () => &[Op::Add],
        };
    }
    if reading.b.is_none() {
        return false;
    }
    rules::apply(reading, if reading.op() == Op::Add { Rule::Stretch } else { Rule::Product });
    reading.hides = Hides::NONE;
    draft.mark(first + call, draft.context.start);
    // Of the message itself only the weight's numbers count beside the module's x.
    draft.reading.tokens.retain(|token| module && matches!(token.place, Place::B(_)));
    draft.reading.tokens.append(&mut told);
    true
}

/// All `size=(…)` between two places.
fn sizes(text: &[u8], from: usize, to: usize) -> Vec<Vec<Told>> {
    let mut found = vec![];
    let mut at = from;
    while let Some(next) = find_one(cut(text, at, to), "size=") {
        at += next + 5;
        let mut dims = vec![];
        if let Some(end) = hole::shape(text, at, false, &mut dims) {
            found.push(dims);
            at = end.min(to);
        }
        if found.len() == 4 {
            break;
        }
    }
    found
}
