//! One-press fixes at the picture's lower edge, while the shapes don't go together.

use super::Facts;
use crate::say;
use crate::screen::Node;

/// The fixes; nothing while the shapes go together.
pub fn fixes(facts: &Facts) -> Vec<Node> {
    let Some(problem) = &facts.board.problem else { return Vec::new() };
    if problem.fixes.is_empty() {
        return Vec::new();
    }
    let chip = |fix: &crate::screen::board::Fix| {
        let words = vec![Node::leaf("span", "", fix.label.clone()), Node::leaf("small", "", fix.result.clone())];
        Node::node("button", "fix", words).attr("type", "button").attr("data-action", format!("fix-{}", fix.key))
    };
    let row = Node::node("div", "fixes", problem.fixes.iter().map(chip).collect());
    vec![row.attr("role", "group").attr("data-part", "fixes").attr("aria-label", say!(facts.locale, error.fixes))]
}
