//! One-press fixes at the picture's lower edge, while the shapes don't go together; else choices, if the lesson has any.

use super::Facts;
use crate::say;
use crate::screen::Node;

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
    let chip = |fix: &crate::screen::board::Fix| {
        let mut small = vec![Node::leaf("span", "", fix.result.clone())];
        if !fix.code.is_empty() {
            small.insert(0, Node::leaf("code", "", fix.code.clone()).attr("translate", "no"));
        }
        let words = vec![Node::leaf("span", "", fix.label.clone()), Node::holding("small", "", small)];
        Node::holding("button", if fix.chosen { "fix fix--chosen" } else { "fix" }, words)
            .attr("type", "button")
            .attr("data-action", format!("fix-{}", fix.key))
    };
    let row = Node::holding("div", "fixes", fixes.iter().map(chip).collect());
    vec![row.attr("role", "group").attr("data-part", "fixes").attr("aria-label", say!(facts.locale, error.fixes))]
}
