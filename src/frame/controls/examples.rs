//! Examples by name: six in sight, the others on demand.

use super::{Facts, button, card, truth};
use crate::say;
use crate::screen::{Example, Node};

/// How many are in sight.
const FIRST: usize = 6;

/// The card of examples.
pub fn examples(facts: &Facts) -> Node {
    let all = facts.unfolded.all_examples;
    let open = facts.board.example;
    let folded = |index: usize| index >= FIRST && !all && open != Some(index);
    let chip = |(index, example): (usize, &Example)| {
        // Folded by class, not taken out: the others would be built anew.
        let class = if folded(index) { "chip chip--folded" } else { "chip" };
        button(class, format!("preset-{}", example.key), example.label.clone())
            .attr("aria-pressed", truth(open == Some(index)))
    };
    let mut chips: Vec<Node> = facts.examples.iter().enumerate().map(chip).collect();
    let more = (0..facts.examples.len()).filter(|index| folded(*index)).count();
    if more > 0 || all && facts.examples.len() > FIRST {
        let word = if all { say!(facts.locale, card.fewer) } else { say!(facts.locale, card.more, n = more) };
        chips.push(button("chip chip--more", "more-examples", word).attr("aria-expanded", truth(all)));
    }
    card(facts, "examples", say!(facts.locale, card.examples), vec![Node::holding("div", "chips", chips)])
}
