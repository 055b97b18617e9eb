//! torch.compile prints the operands whole: `call_function <built-in function linear>(*(FakeTensor(..., size=(32, 400)),
//! Parameter(FakeTensor(..., size=(128, 9216), …`. They are preferred to the message inside.

use super::Draft;
use crate::bytes::{find_last, find_one, has};
use crate::hole;
use crate::op::{Hides, Op};
use crate::reading::Place;
use crate::rules;
use crate::shape::{Dim, Shape};

/// Reads the operands of the call before the message; false if there is none that tells them.
pub(super) fn operands(draft: &mut Draft) -> bool {
    let before = draft.context.before();
    let first = draft.context.start - before.len();
    let calls = "call_function|call_method|call_module";
    let Some(call) = calls.split('|').filter_map(|word| find_last(before, word)).max() else { return false };
    let text = &before[call..];
    let Some(open) = find_one(text, "(*(") else { return false };
    let name = &text[..open];
    let shapes = sizes(draft.context.text, first + call + open, draft.context.start);
    let module = name.starts_with(b"call_module");
    let reading = &mut draft.reading;
    let mut told = vec![];
    if module || has(name, "linear|addmm") && !has(name, "bilinear") {
        let Some((x, spans)) = shapes.first().cloned() else { return false };
        // The shape of x must be that of the message, or its leading sizes folded.
        if reading.a.as_ref().and_then(|a| a.back(1)) != x.back(1) {
            return false;
        }
        told.extend(spans.into_iter().enumerate().map(|(i, span)| (span, Place::A(i))));
        reading.a = Some(x);
        reading.ops = &[Op::Linear];
        reading.weight = reading.b.as_ref().map(Shape::reversed);
        if let Some((weight, _)) = shapes.get(1).filter(|(weight, _)| weight.rank() == Some(2)) {
            reading.b = Some(weight.reversed());
            reading.weight = Some(weight.clone());
        }
    } else {
        let [(a, a_spans), (b, b_spans), ..] = shapes.as_slice() else { return false };
        told.extend(a_spans.iter().cloned().enumerate().map(|(i, span)| (span, Place::A(i))));
        told.extend(b_spans.iter().cloned().enumerate().map(|(i, span)| (span, Place::B(i))));
        (reading.a, reading.b, reading.weight) = (Some(a.clone()), Some(b.clone()), None);
        if has(name, "bmm") {
            reading.ops = &[Op::Bmm];
        } else if has(name, "mm|matmul|dot|mv") {
            reading.ops = &[Op::Matmul];
        } else {
            reading.ops = &[Op::Add];
        }
    }
    let (Some(a), Some(b)) = (&reading.a, &reading.b) else { return false };
    let found = if reading.op() == Op::Add { rules::stretch(a, b) } else { rules::product(a, b) };
    if let Some((clash, dim)) = found {
        (reading.clash, reading.dim) = (Some(clash), Some(dim));
    }
    reading.hides = Hides::NONE;
    draft.used.push(first + call..draft.context.start);
    if reading.op() == Op::Add || !module {
        draft.tokens.clear();
    } else {
        draft.tokens.retain(|(_, place)| matches!(place, Place::B(_)));
    }
    draft.tokens.extend(told.into_iter().filter(|(span, _)| !span.is_empty()));
    true
}

/// All `size=(…)` between two places, each with the places of its numbers.
fn sizes(text: &[u8], from: usize, to: usize) -> Vec<(Shape, Vec<std::ops::Range<usize>>)> {
    let mut found = vec![];
    let mut at = from;
    while let Some(next) = find_one(&text[at..to], "size=") {
        at += next + 5;
        let mut spans = vec![];
        if let Some((dims, end)) = hole::shape(text, at, false, &mut spans) {
            let dims = dims.into_iter().collect::<Vec<Dim>>();
            found.push((Shape(dims), spans));
            at = end.min(to);
        }
        if found.len() == 4 {
            break;
        }
    }
    found
}
