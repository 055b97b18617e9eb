//! How wide a formula is at most, from its characters: asking the page would lay it out.

use crate::screen::Node;

/// Pixels of an em, and while presenting.
const EM: f64 = 21.0;
const LARGE: f64 = 32.0;

/// The most pixels that a line takes.
pub fn most(line: &[Node], presents: bool) -> f64 {
    ems(line) * if presents { LARGE } else { EM }
}

fn ems(line: &[Node]) -> f64 {
    line.iter().map(of).sum()
}

fn of(node: &Node) -> f64 {
    let letters = node.text.chars().count() as f64;
    let own = match node.tag {
        // An operator has room on both sides of it.
        "mo" => 0.7 * letters + 1.0,
        "math" | "mn" | "mi" | "mtext" | "msub" | "msup" | "msubsup" => 0.7 * letters,
        "mrow" => 0.5,
        "span" => 0.8 * letters + 0.5,
        // Of other things, such as a message, nothing is known.
        _ => f64::INFINITY,
    };
    own + ems(&node.children)
}

#[cfg(test)]
mod tests {
    use super::most;
    use crate::screen::Node;

    #[test]
    fn a_formula_is_no_wider_than_its_characters() {
        let product = vec![Node::leaf("mn", "a", "2"), Node::op("·"), Node::leaf("mn", "b", "−3")];
        let line = [Node::holding("math", "formula", vec![Node::holding("mrow", "term", product)])];
        let ems = 0.7 + 1.7 + 1.4 + 0.5;
        assert!((most(&line, false) - 21.0 * ems).abs() < 1e-9);
        assert!(most(&line, true) > most(&line, false));
    }

    #[test]
    fn of_a_message_nothing_is_known() {
        assert_eq!(most(&[Node::leaf("code", "why__message", "no")], false), f64::INFINITY);
    }
}
