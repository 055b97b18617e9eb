//! The insights that follow from the numbers of a reading.

use std::ops::Range;

use crate::bytes::cut;
use crate::insight::Insight;
use crate::library::{Library, Storage};
use crate::op::{Hide, Op};
use crate::reading::Reading;
use crate::rules;
use crate::shape::{Dim, Size};
use crate::splits;

/// Clears what a near miss does not tell, and notes what is hidden.
#[inline(never)]
pub(crate) fn complete(reading: &mut Reading) {
    if reading.op() == Op::None {
        (reading.a, reading.b, reading.weight, reading.clash, reading.dim) = (None, None, None, None, None);
        return;
    }
    let (mut unknown, mut folded) = (false, false);
    for shape in [&reading.a, &reading.b].into_iter().flatten() {
        for dim in &shape.0 {
            unknown |= *dim == Dim::Unknown;
            folded |= matches!(dim, Dim::Folded(_));
        }
    }
    let said = [Hide::Sizes, Hide::AllSizes, Hide::Batch].iter().any(|hide| reading.hides.contains(*hide));
    if unknown && !said {
        reading.hide(Hide::Sizes);
    }
    if folded {
        reading.hide(Hide::Rank);
    }
}

/// Adds the insights: what the numbers tell.
pub(crate) fn insights(reading: &mut Reading, clean: &[u8], message: Range<usize>) {
    let mut more = vec![];
    match reading.op() {
        Op::Linear | Op::Matmul | Op::Bmm => product(reading, clean, message, &mut more),
        Op::Add => pair(reading, &mut more),
        Op::Softmax | Op::None => {}
    }
    // None of these is among what wording and hook have noted.
    reading.insights.append(&mut more);
}

fn product(reading: &Reading, clean: &[u8], message: Range<usize>, more: &mut Vec<Insight>) {
    let linear = reading.may_be(Op::Linear);
    let sure = reading.op() == Op::Linear && !reading.may_be(Op::Matmul) || reading.weight.is_some();
    let (Some(a), Some(b)) = (&reading.a, &reading.b) else { return };
    let width = a.last_but(1);
    let inner = b.last_but(if b.rank() == Some(1) { 1 } else { 2 });
    let pair = if let [rows, columns] = b.0.as_slice() { Some((*rows, *columns)) } else { None };
    let storage = reading.library.map_or(Storage::Unknown, Library::storage);
    // 1 x HUGE, or that turned: a packed weight, two numbers of four bits in a byte.
    let huge = match pair {
        Some((Dim::Size(1), Dim::Size(packed))) if packed >= 1 << 12 => packed,
        // A layer of one output may well have some thousand inputs.
        Some((Dim::Size(packed), Dim::Size(1))) if packed >= 1 << 18 => packed,
        _ => 0,
    };
    if let (packed @ 1.., Some(inputs)) = (huge, width.map(Size::get))
        && inputs > 1
        && (2 * packed).is_multiple_of(inputs)
    {
        more.push(Insight::PackedWeight { packed, inputs, per: 2, outputs: Some(2 * packed / inputs) });
        return;
    }
    if let (true, Some(clash)) = (linear && sure, reading.clash)
        && let (Some(got), Some(wants)) = (clash.a, clash.b)
    {
        more.push(Insight::WantsGot { wants: wants.get(), got: got.get() });
    }
    // MLX packs eight numbers of four bits into one of 32.
    if let (Some(Library::Mlx), Some(inputs), Some(packed)) =
        (reading.library, width.map(Size::get), inner.map(Size::get))
        && packed > 0
        && inputs == 8 * packed
    {
        more.push(Insight::PackedWeight { packed, inputs, per: 8, outputs: None });
    }
    if let (true, Some((inputs, outputs)), Storage::OutIn) = (linear, pair, storage)
        && (inputs.size().is_some() || outputs.size().is_some())
    {
        more.push(Insight::WeightTurned { outputs: outputs.size(), inputs: inputs.size(), sure });
    }
    if let (true, Some(library), Storage::InOut) = (reading.weight.is_some(), reading.library, storage) {
        more.push(Insight::StoredInOut(library));
    }
    if let Some(Dim::Folded(n)) = a.0.first().copied() {
        if reading.op() == Op::Bmm || reading.may_be(Op::Bmm) || a.rank() == Some(3) {
            more.push(Insight::FoldedBatch { batch: n, splits: splits::of(n, None, None, &[]) });
        } else {
            let around = cut(clean, message.start.saturating_sub(50_000), message.end + 20_000);
            more.push(Insight::FoldedFirst { rows: n, splits: splits::of(n, width, inner, around) });
        }
    }
    if reading.clash.is_some() {
        let (p, q) = (a.sizes(), b.sizes());
        if p.is_some() && p == q && a.rank() > Some(1) {
            more.push(Insight::EqualShapes);
        }
        if let (Some(size), Some(last)) = (width, b.last_but(1))
            && size == last
            && b.rank() > Some(1)
            && inner != width
        {
            more.push(Insight::TransposeMissing { size: size.get() });
        }
    }
}

fn pair(reading: &Reading, more: &mut Vec<Insight>) {
    let (Some(a), Some(b)) = (&reading.a, &reading.b) else { return };
    let clashes = rules::more_clashes(a, b);
    if !clashes.is_empty() && reading.out.is_none() {
        more.push(Insight::MoreClashes(clashes));
    }
    if let Some(library @ (Library::Armadillo | Library::Eigen | Library::Nalgebra | Library::Julia)) = reading.library
    {
        more.push(Insight::WouldStretch { library, out: rules::stretched(a, b) });
    }
}
