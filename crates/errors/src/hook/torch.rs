//! PyTorch's products.

use super::{Draft, dynamo};
use crate::about::About;
use crate::bytes::has;
use crate::context::Call;
use crate::insight::{Fact, Insight};
use crate::op::{Hide, Hides, Op};
use crate::reading::{At, Place};
use crate::shape::{Dim, Shape, Size};

/// mm and addmm: a dense layer or a plain product; x may have been folded, unless it was `torch.mm` itself.
pub(super) fn mm(draft: &mut Draft) -> bool {
    if dynamo::operands(draft) {
        return true;
    }
    let call = draft.call();
    let reading = &mut draft.reading;
    match call {
        Some(Call::Linear) => {
            reading.ops = &[Op::Linear];
            reading.weight = reading.b.as_ref().map(Shape::reversed);
            reading.hides.remove(Hide::Op);
        }
        Some(Call::Mm) => {
            reading.ops = &[Op::Matmul];
            reading.weight = None;
            unfold(&mut reading.a);
            reading.hides = Hides::NONE;
        }
        Some(Call::Matmul) => {
            reading.ops = &[Op::Matmul];
            reading.weight = None;
            reading.hides.remove(Hide::Op);
        }
        _ => {}
    }
    true
}

fn unfold(shape: &mut Option<Shape>) {
    let Some(Shape(dims)) = shape else { return };
    for dim in dims {
        if let Dim::Folded(n) = *dim {
            *dim = Dim::Size(n);
        }
    }
}

/// bmm: `[N, K] but got: [M, J]`.
pub(super) fn bmm(draft: &mut Draft) -> bool {
    let size = |name| draft.found.size(name);
    let (n, k, m, j) = (size(b'N'), size(b'K'), size(b'M'), size(b'J'));
    let differ = |a: Option<Size>, b: Option<Size>| a.is_some() && b.is_some() && a != b;
    let batch = differ(n, m);
    if batch {
        draft.clash(n, m, -3, -3);
    } else if differ(k, j) {
        draft.clash(k, j, -1, -2);
    } else {
        (draft.reading.clash, draft.reading.dim) = (None, None);
    }
    if dynamo::operands(draft) {
        return true;
    }
    let call = draft.call();
    let reading = &mut draft.reading;
    match call {
        Some(Call::Bmm) => {
            reading.ops = &[Op::Bmm];
            unfold(&mut reading.a);
            unfold(&mut reading.b);
            reading.hides = Hides::of(&[Hide::Sizes]);
        }
        Some(Call::Matmul) => {
            reading.ops = &[Op::Matmul];
            reading.hides = Hides::of(&[Hide::Sizes, Hide::Rank]);
        }
        // A layer expands its weight to the batch: what stands before the inner size is no dimension of it.
        Some(Call::Linear) if !batch => {
            reading.ops = &[Op::Linear, Op::Matmul, Op::Bmm];
            unfold(&mut reading.a);
            let inner = j.map_or(Dim::Unknown, |j| Dim::Size(j.get()));
            reading.b = Some(Shape(vec![inner, Dim::Unknown]));
            reading.weight = Some(Shape(vec![Dim::Unknown, inner]));
            reading.hides = Hides::of(&[Hide::Sizes]);
            draft.numbers([(b'K', Place::A(2)), (b'J', Place::B(0))]);
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
        && draft.reading.clash.is_some_and(|clash| clash.a == Some(Size::ONE) || clash.b == Some(Size::ONE))
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
        if a == r || r == Size::ONE {
            return true;
        }
        reading.ops = &[Op::Add];
        draft.tells("a A; b R; clash A,R; dim 0; hides ");
        draft.fact(Fact::AddedVector);
        return true;
    }
    if let Some((Call::Linear, line)) = call {
        reading.lines.push(line);
        reading.ops = &[Op::Linear, Op::Matmul];
        reading.weight = reading.b.clone();
        reading.hides.remove(Hide::Op);
    }
    if v == Some(Size::of(0)) {
        reading.insights.push(Insight::NotLoaded);
    }
    true
}

/// `expected tensor [A] and src [B] …`: a dot only if both are vectors.
pub(super) fn dot(draft: &mut Draft) -> bool {
    let vectors = b"ST".iter().all(|&name| draft.found.tells(name).len() == 1);
    if !vectors || has(draft.context.after(), "thtensorcopy") || has(draft.context.before(), "copy_(") {
        draft.near(About::Copy);
    }
    true
}

/// Ranks only: a layer, if it was called.
pub(super) fn ranks(draft: &mut Draft) -> bool {
    let call = draft.call();
    if let Some(Call::Linear) = call {
        draft.reading.ops = &[Op::Linear, Op::Matmul];
    }
    if let Some(Call::Linear | Call::Mm | Call::Matmul) = call {
        draft.reading.hides.remove(Hide::Op);
    }
    true
}
