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
    read(draft).is_some()
}

fn read(draft: &mut Draft) -> Option<()> {
    let context = draft.context;
    let before = context.before();
    let calls = "call_function|call_method|call_module";
    let call = calls.split('|').filter_map(|word| find_last(before, word)).max()?;
    let text = tail(before, call);
    let start = context.start - text.len();
    let open = find_one(text, "(*(")?;
    let name = cut(text, 0, open);
    let module = name.starts_with(b"call_module");
    let (first, end) = size(context.text, start + open, context.start)?;
    let second = size(context.text, end, context.start);
    let reading = &mut draft.reading;
    let a = found::shape(&first);
    let mut told = vec![];
    tell::note(&mut told, &first, Place::A);
    if module || has(name, "linear|addmm") && !has(name, "bilinear") {
        // The shape of x must be that of the message, or its leading sizes folded.
        if reading.a.as_ref().and_then(|a| a.last_but(1)) != a.last_but(1) {
            return None;
        }
        reading.ops = &[Op::Linear];
        reading.weight = reading.b.as_ref().map(Shape::reversed);
        if let Some(weight) = second.map(|second| found::shape(&second.0)).filter(|weight| weight.rank() == Some(2)) {
            reading.b = Some(weight.reversed());
            reading.weight = Some(weight);
        }
    } else {
        let (second, _) = second?;
        tell::note(&mut told, &second, Place::B);
        (reading.b, reading.weight) = (Some(found::shape(&second)), None);
        reading.ops = match () {
            () if has(name, "bmm") => &[Op::Bmm],
            () if has(name, "matmul|mm|dot|mv") => &[Op::Matmul],
            () => &[Op::Add],
        };
    }
    reading.a = Some(a);
    reading.b.as_ref()?;
    rules::apply(reading, if reading.op() == Op::Add { Rule::Stretch } else { Rule::Product });
    reading.hides = Hides::NONE;
    draft.mark(start, context.start);
    // Of the message itself only the weight's numbers count beside the module's x.
    draft.reading.tokens.retain(|token| module && matches!(token.place, Place::B(_)));
    draft.reading.tokens.append(&mut told);
    Some(())
}

/// The first shape behind a `size=` between two places, and where the text goes on.
fn size(text: &[u8], mut at: usize, to: usize) -> Option<(Vec<Told>, usize)> {
    loop {
        at += find_one(cut(text, at, to), "size=")? + 5;
        let mut dims = vec![];
        if let Some(end) = hole::shape(text, at, false, &mut dims) {
            return Some((dims, end.min(to)));
        }
    }
}
