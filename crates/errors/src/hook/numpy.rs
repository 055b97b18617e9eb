//! NumPy, pandas, scikit-learn.

use super::Draft;
use crate::about::About;
use crate::bytes::{cut, find_one, has, number};
use crate::clean::is_thin;
use crate::op::{Hide, Hides, Op};
use crate::reading::Place;
use crate::shape::{Dim, Shape, Size};
use crate::wording::Rule;

/// matmul and its relatives: core dimensions, and what the two sizes tell.
const GUFUNCS: &str = "(n?,k),(k,m?)=a ...,X; b ...,Y,?; clash X,Y; dim -1,-2|\
    (n,k),(k,m)=a ...,X; b ...,Y,_; clash X,Y; dim -1,-2|\
    (n),(n,m)=a ...,X; b ...,Y,_; clash X,Y; dim -1,-2|\
    (n),(n)=a ...,X; b ...,Y; clash X,Y; dim -1,-1|\
    (i),(i)=a ...,X; b ...,Y; clash X,Y; dim -1,-1|\
    (m,n),(n)=a ...,_,X; b ...,Y; clash X,Y; dim -1,-1";

/// `Input operand 1 has a mismatch in its core dimension 0, with gufunc signature G (size Y is different from X)`.
/// The first number is the second operand's.
pub(super) fn gufunc(draft: &mut Draft) -> bool {
    let text = draft.context.text;
    let said = draft.found.word(b's', text);
    let signature: Vec<u8> = said.iter().copied().filter(|&b| !is_thin(b)).collect();
    let (x, y) = (draft.found.size(b'X'), draft.found.size(b'Y'));
    let core = cut(&signature, 0, find_one(&signature, "->").unwrap_or(signature.len()));
    if x.is_none() || y.is_none() {
        return false;
    }
    let tells = |gufunc: &'static str| gufunc.split_once('=').filter(|(known, _)| known.as_bytes() == core);
    let Some((_, tells)) = GUFUNCS.split('|').find_map(tells) else { return draft.near(About::LinearAlgebra) };
    if (draft.found.int(b'i'), draft.found.int(b'j')) != (Some(1), Some(0)) {
        return draft.near(About::LinearAlgebra);
    }
    draft.tells(tells);
    true
}

/// `remapped shapes [original->remapped]: S->P T->Q and requested shape U`: matmul's batches if both are remapped to
/// their batch alone, else letters of an einsum.
pub(super) fn remapped(draft: &mut Draft) -> bool {
    let shapes = [b'S', b'P', b'T', b'Q'].map(|name| draft.found.shape(name));
    let [Some(a), Some(p), Some(b), Some(q)] = shapes else { return draft.near(About::Einsum) };
    // newaxis is read as an unknown size.
    let batch_alone = |from: &Shape, to: &Shape| match (&from.0[..], &to.0[..]) {
        ([from @ .., _, _], [to @ .., Dim::Unknown, Dim::Unknown]) => !to.is_empty() && to == from,
        _ => false,
    };
    let requested = draft.found.get(b'U').is_some();
    if !(requested && batch_alone(&a, &p) && batch_alone(&b, &q)) {
        return draft.near(About::Einsum);
    }
    (draft.reading.a, draft.reading.b) = (Some(a), Some(b));
    draft.rule(Rule::Product);
    true
}

/// pandas: `__rmatmul__` computes (B.T · A.T).T and prints the two exchanged and transposed.
#[inline(never)]
pub(super) fn pandas(draft: &mut Draft) -> bool {
    if draft.marks_before(usize::MAX, "__rmatmul__|self.t.dot(")
        && let (Some(s), Some(t)) = (draft.reading.a.take(), draft.reading.b.take())
    {
        (draft.reading.a, draft.reading.b) = (Some(t.reversed()), Some(s.reversed()));
        let (p, q) = (s.0.len(), t.0.len());
        for token in &mut draft.reading.tokens {
            token.place = match token.place {
                Place::A(i) if i < p => Place::B(p - 1 - i),
                Place::B(i) if i < q => Place::A(q - 1 - i),
                other => other,
            };
        }
        draft.rule(Rule::Product);
    }
    true
}

/// scikit-learn: the features of a fitted model; a product for linear models alone. The number of features that x has
/// stands before the anchor: `X has 5 features, but …`.
pub(super) fn features(draft: &mut Draft) -> bool {
    let name = draft.found.word(b'n', draft.context.text);
    let linear = has(name, "linear|logistic|ridge|lasso|sgd|perceptron|elasticnet|passiveaggressive");
    let linear = linear && !has(name, "discriminant");
    if !linear && draft.found.get(b'n').is_some() {
        return draft.near(About::Features);
    }
    let line = draft.context.line_before();
    let digits = line.strip_suffix(b" ").unwrap_or(line);
    let count = digits.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let end = draft.context.start - (line.len() - digits.len());
    let span = end - count..end;
    let Some(got) = number(cut(draft.context.text, span.start, span.end), 10).map(|got| got as u64) else {
        return false;
    };
    draft.a(&[Dim::Unknown, Dim::Size(got)]);
    draft.token(span, Place::A(1));
    draft.mark(draft.context.start - line.len(), draft.context.start);
    let wants = draft.found.size(b'B');
    let got = Some(Size::of(got));
    if wants.is_some() && wants != got {
        draft.clash(got, wants, -1, -2);
    }
    draft.reading.hides = Hides::of(&[Hide::Sizes]);
    draft.reading.ops = &[Op::Linear, Op::Matmul, Op::None];
    draft.reading.about = Some(About::Features);
    true
}
