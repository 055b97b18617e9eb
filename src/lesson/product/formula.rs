//! The step's formula as one line of MathML, with the real numbers: done, current and pending terms told apart.

use super::inputs::{A, B, OUT};
use super::model::Product;
use super::names::Names;
use super::place::{Now, Target};
use super::solved::Answer;
use crate::lesson::terms::{factor, total};
use crate::screen::{Hue, Node, Slot};
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::Trace;

/// The most terms written out; of a longer sum the first, those around the current one, and the last.
const MAX_TERMS: usize = 8;

/// `C₂₁ = 4·1 + 5·3 + 6·5 → 19`: an arrow while the sum is under way, `=` when it is finished, `≈` when it is rounded.
pub fn formula(product: &Product, names: &Names, trace: &Trace, answer: &Answer, now: &Now) -> Vec<Node> {
    let inputs = product.inputs();
    let value = |slot: Slot, index: usize| inputs.get(slot).and_then(|operand| operand.value(index).ok());
    let (a, b) = (|row, p| value(A, row * trace.k + p), |p, col| value(B, p * trace.n + col));
    let product_of = |left: Node, right: Node| vec![left, Node::op("·"), right];
    let (target, term): (Node, Box<dyn Fn(usize) -> Vec<Node>>) = match now.target {
        Target::Cell(row, col) => (
            names.cell_math(OUT, row, col),
            Box::new(move |p| product_of(factor(Hue::A, a(row, p)), factor(Hue::B, b(p, col)))),
        ),
        Target::Column(col) => (
            names.column_math(OUT, col),
            Box::new(move |p| product_of(factor(Hue::B, b(p, col)), names.column_math(A, p))),
        ),
        Target::Row(row) => {
            (names.row_math(OUT, row), Box::new(move |p| product_of(factor(Hue::A, a(row, p)), names.row_math(B, p))))
        }
        Target::Whole => (names.whole_math(), Box::new(|p| vec![names.column_math(A, p), names.row_math(B, p)])),
    };
    let mut line = vec![target];
    for (i, index) in window(trace.k, now.place.p).into_iter().enumerate() {
        line.push(Node::op(if i == 0 { "=" } else { "+" }));
        line.push(match index {
            Some(p) => Node::holding("mrow", state(now, p), term(p)),
            None => Node::leaf("mi", "", "⋯"),
        });
    }
    if let Target::Cell(row, col) = now.target {
        let (lhs, rhs) = (inputs.lhs.tensor().data(), inputs.rhs.tensor().data());
        let sum = || match now.complete {
            true => answer.out.data()[row * trace.n + col],
            false => trace.partial(lhs, rhs, product.t, row, col),
        };
        line.extend(total((!answer.blocks(row, col)).then(sum), now.complete));
    }
    vec![Node::holding("math", "formula", line)]
}

/// The class of a term: done, current, to come.
fn state(now: &Now, p: usize) -> &'static str {
    if now.step.inner.contains(&p) && !now.is_whole_cell() {
        "term term--now"
    } else if p < now.step.inner.end {
        "term"
    } else {
        "term term--todo"
    }
}

/// Which of `count` terms to write out around the current one; `None` stands for those left out.
fn window(count: usize, current: usize) -> Vec<Option<usize>> {
    if count <= MAX_TERMS {
        return (0..count).map(Some).collect();
    }
    let wanted = |index: usize| index < 2 || index + 1 == count || index.abs_diff(current) <= 1;
    let mut shown = Vec::new();
    for index in 0..count {
        if wanted(index) {
            shown.push(Some(index));
        } else if shown.last() != Some(&None) {
            shown.push(None);
        }
    }
    shown
}

/// What the next step would add, for the question at the end of a sentence: both factors.
pub fn next_factors(product: &Product, trace: &Trace, now: &Now) -> Option<(Option<f32>, Option<f32>)> {
    let Target::Cell(row, col) = now.target else { return None };
    let next = now.place.p + 1;
    if now.complete || trace.grain == Grain::Coarse || next >= trace.k {
        return None;
    }
    let inputs = product.inputs();
    Some((inputs.lhs.value(row * trace.k + next).ok(), inputs.rhs.value(next * trace.n + col).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sums_are_shortened_around_the_current_term() {
        assert_eq!(window(3, 1), [Some(0), Some(1), Some(2)]);
        assert_eq!(window(20, 10), [Some(0), Some(1), None, Some(9), Some(10), Some(11), None, Some(19)]);
        assert_eq!(window(20, 0), [Some(0), Some(1), None, Some(19)]);
        assert_eq!(window(20, 19), [Some(0), Some(1), None, Some(18), Some(19)]);
        assert!(window(0, 0).is_empty());
    }
}
