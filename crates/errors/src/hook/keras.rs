//! Keras: layers by their names.

use super::{Draft, axes};
use crate::about::About;
use crate::bytes::{cut, has};
use crate::insight::Fact;
use crate::library::Library;
use crate::op::{Hide, Hides, Op};
use crate::reading::{At, Clash, Place};
use crate::shape::{Dim, Shape, Size};

/// `expected axis -1 of input shape to have value y but received input with shape S`: a dense layer, unless its name
/// is another layer's.
pub(super) fn axis(draft: &mut Draft) -> bool {
    let sentence = axes::sentence(draft);
    draft.reading.lines.push(sentence);
    if axes::names(draft, "conv") {
        return draft.near(About::ConvChannels);
    }
    if axes::names(draft, "batch_norm|batchnorm") {
        return draft.near(About::BatchNorm);
    }
    if axes::names(draft, "layer_norm|group_norm") {
        return draft.near(About::LayerNorm);
    }
    if axes::names(draft, "lstm|gru|rnn") {
        return draft.near(About::RnnInput);
    }
    if draft.found.int(b'd').is_some_and(|axis| axis != -1) {
        return draft.near(About::ConvChannels);
    }
    if !axes::names(draft, "dense") {
        draft.reading.ops = &[Op::Linear, Op::None];
    }
    let wants = draft.found.size(b'Y');
    let got = draft.reading.a.as_ref().and_then(|a| a.last_but(1));
    if let (Some(got), Some(wants)) = (got, wants)
        && got != wants
    {
        draft.reading.clash = Some(Clash::told(got, wants));
    }
    draft.reading.dim = Some(At::Pair(-1, -2));
    if let Some(span) = draft.found.span(b'Y') {
        draft.token(span, Place::B(0));
    }
    if wants.is_none() && got.is_none() {
        draft.reading.hides = Hides::of(&[Hide::AllSizes]);
    }
    true
}

/// `expected min_ndim=2, found ndim=1. Full shape received: S`: a dense layer by its name.
pub(super) fn rank(draft: &mut Draft) -> bool {
    let Some(rank) = draft.found.size(b'R').map(Size::get).filter(|&rank| rank < 32) else { return false };
    let sentence = axes::sentence(draft);
    draft.reading.lines.push(sentence);
    if !axes::names(draft, "dense") {
        return draft.near(About::LayerRank);
    }
    draft.reading.a = Some(Shape::of_rank(rank as usize));
    if draft.found.get(b'S').is_some() {
        draft.tells("a S");
    }
    true
}

/// `operands could not be broadcast together`: NumPy. With a capital it is a layer of Keras, which leaves the batch out;
/// with `and` TensorFlow.js.
pub(super) fn merge(draft: &mut Draft) -> bool {
    let message = cut(draft.context.text, draft.context.start, draft.context.end);
    if draft.context.capital && has(message, " and ") {
        draft.reading.library = Some(Library::Tfjs);
    } else if draft.context.capital {
        draft.reading.library = Some(Library::Keras);
        draft.reading.hide(Hide::Batch);
        draft.fact(Fact::BatchLeftOut);
    }
    if draft.reading.b.as_ref().is_some_and(|b| b.0[..] == [Dim::Size(0)]) {
        draft.fact(Fact::NoElements);
    }
    true
}
