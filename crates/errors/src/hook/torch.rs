//! PyTorch's products.

use super::{Draft, dynamo};
use crate::about::About;
use crate::context::Call;
use crate::insight::{Fact, Insight};
use crate::op::{Hide, Op};
use crate::reading::{At, Clash};
use crate::shape::{Dim, Shape};

/// mm and addmm: a dense layer or a plain product; x may have been folded, unless it was `torch.mm` itself.
pub(super) fn mm(draft: &mut Draft) -> bool {
    if dynamo::operands(draft) {
        return true;
    }
    let call = draft.context.call();
    if let Some((_, line)) = &call {
        draft.used.push(line.clone());
    }
    let reading = &mut draft.reading;
    match call.map(|(call, _)| call) {
        Some(Call::Linear) => {
            reading.ops = vec![Op::Linear];
            reading.weight = reading.b.as_ref().map(Shape::reversed);
            reading.hides.retain(|hide| *hide != Hide::Op);
        }
        Some(Call::Mm) => {
            reading.ops = vec![Op::Matmul];
            reading.weight = None;
            unfold(&mut reading.a);
            reading.hides.clear();
        }
        Some(Call::Matmul) => {
            reading.ops = vec![Op::Matmul];
            reading.weight = None;
            reading.hides.retain(|hide| *hide != Hide::Op);
        }
        _ => {}
    }
    true
}

fn unfold(shape: &mut Option<Shape>) {
    for dim in shape.iter_mut().flat_map(|shape| &mut shape.0) {
        if let Dim::Folded(n) = *dim {
            *dim = Dim::Size(n);
        }
    }
}

/// bmm: `[N, K] but got: [M, J]`.
pub(super) fn bmm(draft: &mut Draft) -> bool {
    let size = |name| draft.found.size(name);
    let (n, k, m, j) = (size(b'N'), size(b'K'), size(b'M'), size(b'J'));
    let pair = |a: Option<u64>, b: Option<u64>, at| match (a, b) {
        (Some(a), Some(b)) if a != b => Some((Clash::of(a, b), at)),
        _ => None,
    };
    let batch = pair(n, m, At::Pair(-3, -3));
    if let Some((clash, at)) = batch.or_else(|| pair(k, j, At::Pair(-1, -2))) {
        (draft.reading.clash, draft.reading.dim) = (Some(clash), Some(at));
    } else {
        (draft.reading.clash, draft.reading.dim) = (None, None);
    }
    if dynamo::operands(draft) {
        return true;
    }
    let call = draft.context.call();
    if let Some((_, line)) = &call {
        draft.used.push(line.clone());
    }
    let reading = &mut draft.reading;
    match call.map(|(call, _)| call) {
        Some(Call::Bmm) => {
            reading.ops = vec![Op::Bmm];
            unfold(&mut reading.a);
            unfold(&mut reading.b);
            reading.hides = vec![Hide::Sizes];
        }
        Some(Call::Matmul) => {
            reading.ops = vec![Op::Matmul];
            reading.hides = vec![Hide::Sizes, Hide::Rank];
        }
        // A layer expands its weight to the batch: what stands before the inner size is no dimension of it.
        Some(Call::Linear) if batch.is_none() => {
            reading.ops = vec![Op::Linear, Op::Matmul, Op::Bmm];
            unfold(&mut reading.a);
            let inner = j.map_or(Dim::Unknown, Dim::Size);
            reading.b = Some(Shape(vec![inner, Dim::Unknown]));
            reading.weight = Some(Shape(vec![Dim::Unknown, inner]));
            reading.hides = vec![Hide::Sizes];
            for (_, place) in &mut draft.tokens {
                use crate::reading::Place;
                if *place == Place::B(1) {
                    *place = Place::B(0);
                } else if *place == Place::B(0) {
                    *place = Place::B(usize::MAX);
                }
            }
            draft.tokens.retain(|(_, place)| *place != crate::reading::Place::B(usize::MAX));
        }
        _ => {}
    }
    if reading_batch_clash(draft) && draft.reading.op() == Op::Bmm {
        draft.reading.insights.push(Insight::BmmNeverStretches);
    }
    true
}

fn reading_batch_clash(draft: &Draft) -> bool {
    draft.reading.dim == Some(At::Pair(-3, -3))
        && draft.reading.clash.is_some_and(|clash| clash.a == Some(1) || clash.b == Some(1))
}

/// Matrix by vector: R the length of the result or of an added vector, (A, B) the matrix, V the vector.
pub(super) fn mv(draft: &mut Draft) -> bool {
    let size = |name| draft.found.size(name);
    let (r, a, b, v) = (size(b'R'), size(b'A'), size(b'B'), size(b'V'));
    let call = draft.context.call();
    let reading = &mut draft.reading;
    if b == v && b.is_some() {
        // The product fits: the added vector of addmv is to blame, if anything.
        let (Some(a), Some(r)) = (a, r) else { return true };
        if a == r || r == 1 {
            return true;
        }
        reading.ops = vec![Op::Add];
        (reading.a, reading.b) = (Some(Shape::known(&[a])), Some(Shape::known(&[r])));
        (reading.clash, reading.dim) = (Some(Clash::of(a, r)), Some(At::One(0)));
        reading.hides.clear();
        reading.insights.push(Insight::Fact(Fact::AddedVector));
        let number = |name: u8| draft.found.get(name).and_then(|capture| capture.spans.first().cloned());
        draft.tokens = [(number(b'A'), crate::reading::Place::A(0)), (number(b'R'), crate::reading::Place::B(0))]
            .into_iter()
            .filter_map(|(span, place)| span.map(|span| (span, place)))
            .collect();
        return true;
    }
    if let Some((Call::Linear, line)) = call {
        draft.used.push(line);
        reading.ops = vec![Op::Linear, Op::Matmul];
        reading.weight = reading.b.clone();
        reading.hides.retain(|hide| *hide != Hide::Op);
    }
    if v == Some(0) {
        reading.insights.push(Insight::NotLoaded);
    }
    true
}

/// `expected tensor [A] and src [B] …`: a dot only if both are vectors.
pub(super) fn dot(draft: &mut Draft) -> bool {
    let vectors =
        draft.found.shape(b'S').map(<[_]>::len) == Some(1) && draft.found.shape(b'T').map(<[_]>::len) == Some(1);
    if !vectors || draft.context.after_has("thtensorcopy") || draft.context.before_has("copy_(") {
        draft.reading = crate::reading::Reading::nothing(About::Copy);
        draft.tokens.clear();
    }
    true
}

/// Ranks only: a layer, if it was called.
pub(super) fn ranks(draft: &mut Draft) -> bool {
    let call = draft.context.call();
    if let Some((call, line)) = call {
        draft.used.push(line);
        match call {
            Call::Linear => {
                draft.reading.ops = vec![Op::Linear, Op::Matmul];
                draft.reading.hides.retain(|hide| *hide != Hide::Op);
            }
            Call::Mm | Call::Matmul => draft.reading.hides.retain(|hide| *hide != Hide::Op),
            _ => {}
        }
    }
    true
}
