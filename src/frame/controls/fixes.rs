//! One-press fixes at the picture's lower edge, while the shapes don't go together; else choices, if the lesson has any.

use super::Facts;
use crate::say;
use crate::screen::Node;

/// How many are in sight where there is little room.
const FIRST: usize = 2;

/// The fixes or choices.
pub fn fixes(facts: &Facts) -> Vec<Node> {
    let fixes = facts.board.problem.as_ref().map_or(&facts.board.offers, |problem| &problem.fixes);
    if fixes.is_empty() && facts.board.keeps_room {
        let blank = Node::holding("span", "fix", vec![Node::leaf("span", "", "–"), Node::leaf("small", "", "–")]);
        return vec![Node::holding("div", "fixes fixes--later", vec![blank]).attr("aria-hidden", "true")];
    }
    if fixes.is_empty() {
        return Vec::new();
    }
    let all = facts.unfolded.all_fixes;
    let chip = |(index, fix): (usize, &crate::screen::board::Fix)| {
        let mut small = vec![Node::leaf("span", "", fix.result.clone())];
        if !fix.code.is_empty() {
            small.insert(0, Node::leaf("code", "", fix.code.clone()).attr("translate", "no"));
        }
        let words = vec![Node::leaf("span", "", fix.label.clone()), Node::holding("small", "", small)];
        let class = match (fix.chosen, index < FIRST) {
            (true, _) => "fix fix--chosen",
            (false, true) => "fix",
            (false, false) => "fix fix--extra",
        };
        Node::holding("button", class, words).attr("type", "button").attr("data-action", format!("fix-{}", fix.key))
    };
    let mut chips: Vec<Node> = fixes.iter().enumerate().map(chip).collect();
    if fixes.len() > FIRST {
        let word =
            if all { say!(facts.locale, card.fewer) } else { say!(facts.locale, card.more, n = fixes.len() - FIRST) };
        let more = Node::leaf("button", "fix fix--more", word).attr("type", "button").attr("data-action", "more-fixes");
        chips.push(more.attr("aria-expanded", super::truth(all)));
    }
    let row = Node::holding("div", if all { "fixes fixes--all" } else { "fixes" }, chips);
    vec![row.attr("role", "group").attr("data-part", "fixes").attr("aria-label", say!(facts.locale, error.fixes))]
}
