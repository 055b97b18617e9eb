//! `C⁽¹⁾₂₁ = 4·1 + 5·3 + 6·5 = 49`: the cell of the front pair that the loop finished last, else the batch's.

use super::inputs::{A, B, Inputs, own_sheet, sizes};
use super::lanes::terms;
use super::model::Batch;
use crate::lesson::terms::{factor, total};
use crate::screen::{Cx, Hue, Node, Shown, Slot};
use matwalk_core::trace::Grain;

/// A letter with a raised number, and a cell's place below.
fn name(letter: &'static str, hue: Hue, raised: String, place: Option<(usize, usize)>) -> Node {
    let raised = Node::leaf("mtext", "", format!("({raised})"));
    let letter = Node::leaf("mi", "", letter);
    match place {
        Some((row, col)) => {
            let place = Node::leaf("mn", "", format!("{row}{col}"));
            Node::holding("msubsup", hue.class(), vec![letter, place, raised])
        }
        None => Node::holding("msup", hue.class(), vec![letter, raised]),
    }
}

/// The line.
pub fn formula(batch: &Batch, cx: &Cx) -> Vec<Node> {
    let inputs = batch.inputs();
    let pair = batch.front_pair();
    let told = batch.told(pair);
    let line = match (batch.answer(), told) {
        (Some(answer), Some((rows, cols))) if batch.grain == Grain::Fine => {
            let (row, col) = (rows.start, cols.start);
            let place = Some((row + cx.base, col + cx.base));
            let mut line = vec![name("C", Hue::Out, (pair + 1).to_string(), place)];
            for (index, (a, b)) in terms(inputs, answer, pair, row, col).enumerate() {
                line.push(Node::op(if index == 0 { "=" } else { "+" }));
                line.push(Node::holding("mrow", "term", vec![factor(Hue::A, a), Node::op("·"), factor(Hue::B, b)]));
            }
            let value = match answer.cells[answer.index(pair, row, col)] {
                Shown::Value(value) => Some(value),
                _ => None,
            };
            line.extend(total(value, true));
            line
        }
        (_, told) => whole(inputs, pair, told.is_some() || inputs.pairs() == 1, batch.answer().is_some()),
    };
    vec![Node::holding("math", "formula", line)]
}

/// `C⁽ⁱ⁾ = A⁽ⁱ⁾ B⁽ⁱ⁾`, of all pairs or of one.
fn whole(inputs: &Inputs, pair: usize, is_one: bool, exists: bool) -> Vec<Node> {
    let raised = |slot: Slot| match inputs.get(slot) {
        Some(operand) if sizes(operand)[0] == 1 => "1".to_owned(),
        Some(operand) if is_one => (own_sheet(operand, pair) + 1).to_string(),
        _ => "i".to_owned(),
    };
    let own = if is_one { (pair + 1).to_string() } else { "i".to_owned() };
    let mut line = vec![
        name("C", Hue::Out, own, None),
        Node::op("="),
        name("A", Hue::A, raised(A), None),
        name("B", Hue::B, raised(B), None),
    ];
    let pairs = inputs.pairs();
    if !is_one && exists && pairs > 1 {
        line.push(Node::leaf("mtext", "", format!(",  i = 1, …, {pairs}")));
    }
    line
}
