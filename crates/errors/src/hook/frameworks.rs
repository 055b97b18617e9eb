//! Flax, MXNet, Chainer, Paddle.

use super::{Draft, unknown};
use crate::about::About;
use crate::bytes::{find_one, has, last};
use crate::insight::Fact;
use crate::op::{Hide, Op};
use crate::shape::{Dim, Size};

/// Flax: S is what x asks for now, T is stored; only a kernel of two dimensions is multiplied.
pub(super) fn kernel(draft: &mut Draft) -> bool {
    let kernel = match draft.found.get(b'n') {
        Some(_) => draft.found.word(b'n', draft.context.text) == b"kernel",
        None => true,
    };
    let (s, t) = (draft.found.tells(b'S'), draft.found.tells(b'T'));
    if kernel && s.len() == 4 && t.len() == 4 {
        return draft.near(About::ConvChannels);
    }
    let sizes = (s.first().and_then(|told| told.0.told()), t.first().and_then(|told| told.0.told()));
    let (Some(x), Some(y)) = sizes else { return draft.near(About::Checkpoint) };
    if !kernel || s.len() != 2 || t.len() != 2 || x == y {
        return draft.near(About::Checkpoint);
    }
    draft.clash(Some(x), Some(y), -1, -2);
    true
}

/// MXNet: `Provided = S, inferred shape=T`: a weight (out, in) and what x asks for.
pub(super) fn inferred(draft: &mut Draft) -> bool {
    let (s, t) = (draft.found.tells(b'S'), draft.found.tells(b'T'));
    if s.len() == 4 {
        return draft.near(About::ConvChannels);
    }
    let [(out, _), (Dim::Size(inputs), _)] = *s else { return draft.near(About::Unknown) };
    let [(wanted, _), (Dim::Size(width), _)] = *t else { return draft.near(About::Unknown) };
    if out != wanted || inputs == width {
        return draft.near(About::Unknown);
    }
    draft.clash(Some(Size::of(width)), Some(Size::of(inputs)), -1, -2);
    draft.fact(Fact::IfDense);
    true
}

/// Chainer: the checking function is named two lines above.
pub(super) fn chainer(draft: &mut Draft) -> bool {
    draft.marks_before(300, "operation is performed in");
    let near_text = last(draft.context.before(), 300);
    if has(near_text, "convolution") {
        return draft.near(About::ConvChannels);
    }
    if has(near_text, "linearfunction|linear (forward)") {
        draft.reading.ops = &[Op::Linear];
        draft.tells("a _,A; b B,_; weight _,B; clash A,B; dim -1,-2; hides rank sizes");
        return true;
    }
    if has(near_text, "matmul") {
        draft.reading.ops = &[Op::Matmul];
        draft.tells("a ...,A; b ...,B,?; clash A,B; dim -1,-2; hides rank sizes");
        return true;
    }
    draft.near(About::Unknown)
}

/// Paddle: `the [i] dimension of Input(X) must be equal to the [j] dimension of Input(Y)`, sizes X and Y.
pub(super) fn paddle_at(draft: &mut Draft) -> bool {
    let (Some(i), Some(j)) = (draft.found.int(b'i'), draft.found.int(b'j')) else { return false };
    if draft.found.size(b'X').is_none() || draft.found.size(b'Y').is_none() {
        return false;
    }
    if !(0..16).contains(&i) || !(0..16).contains(&j) {
        return false;
    }
    let (i, j) = (i as usize, j as usize);
    // As far back as x's last: Y is transposed. A vector Y has its only dimension.
    let turned = j > 0 && j >= i;
    let rest = match i {
        _ if turned => "; clash X,Y; dim -1,-1",
        0 => ",?; clash X,Y; dim -1,-2",
        _ => ",_; clash X,Y; dim -1,-2",
    };
    draft.tells(&["a ", unknown(i), "X; b ", unknown(j), "Y", rest].concat());
    draft.reading.hide(Hide::Sizes);
    if turned { true } else { paddle_op(draft) }
}

/// Paddle: `[operator < linear > error]` names the operator.
pub(super) fn paddle_op(draft: &mut Draft) -> bool {
    let layer = "operator < linear >|operator < fc >|f.linear(|nn.linear";
    let (before, after) = (draft.context.before(), draft.context.after());
    for (text, from) in [(before, draft.context.start - before.len()), (after, draft.context.end)] {
        let Some(at) = find_one(text, layer) else { continue };
        draft.mark(from + at, from + at + 1);
        draft.reading.ops = &[Op::Linear, Op::Matmul];
        draft.reading.weight = draft.reading.b.clone();
    }
    true
}
