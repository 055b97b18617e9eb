//! PyTorch's text, or the one that was pasted, with each number linked to the size that it tells.

use super::inputs::{Inputs, Op};
use super::solved::Solved;
use crate::lesson::told::Told;
use crate::screen::Node;
use matwalk_core::rule::Role;
use matwalk_errors::Place;
use std::ops::Range;

/// The name of the rows that the leading dimensions of a make.
pub const ROWS: &str = "a-rows";

/// What a number of the text stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// The size, by its name in `data-cell`.
    pub cell: String,
    /// The class of its tensor's colour.
    pub class: &'static str,
    /// Whether it is one of the two that clash.
    pub bad: bool,
}

/// The exception and its text as markup.
pub fn nodes(exception: &str, text: &str, tokens: &[Token]) -> Vec<Node> {
    let mut nodes = Vec::new();
    if !exception.is_empty() {
        nodes.push(Node::leaf("span", "bad", format!("{exception}: ")));
    }
    let mut at = 0;
    let plain = |from: usize, to: usize, nodes: &mut Vec<Node>| {
        if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
            nodes.push(Node::leaf("span", "", part.to_owned()));
        }
    };
    for token in tokens {
        let Some(number) = text.get(token.range.clone()).filter(|_| token.range.start >= at) else { continue };
        plain(at, token.range.start, &mut nodes);
        let class =
            if token.bad { format!("number {} clashes", token.class) } else { format!("number {}", token.class) };
        nodes.push(Node::leaf("span", class, number.to_owned()).attr("data-twin", token.cell.clone()));
        at = token.range.end;
    }
    plain(at, text.len(), &mut nodes);
    nodes
}

/// The numbers of PyTorch's own text.
pub fn tokens(inputs: &Inputs, solved: &Solved, text: &str) -> Vec<Token> {
    let numbers = numbers(text);
    let cells = cells(inputs, solved, text);
    let clash: Vec<String> = clashing(solved);
    let link = |(range, cell): (Range<usize>, Option<String>)| {
        let cell = cell?;
        let class = if cell.starts_with("a-") { "a" } else { "b" };
        Some(Token { range, bad: clash.contains(&cell), cell, class })
    };
    numbers.into_iter().zip(cells).filter_map(link).collect()
}

/// The two sizes that clash, by name.
pub fn clashing(solved: &Solved) -> Vec<String> {
    let columns = solved.clashing().into_iter().filter_map(|index| solved.columns().get(index)?.clash());
    columns.flat_map(|clash| [format!("a-{}", clash.lhs.index), format!("b-{}", clash.rhs.index)]).collect()
}

/// The numbers of a text that stand alone: not the 1 of `mat1`.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        // The x between two sizes is no letter of a name.
        let glued = start.checked_sub(1).map(|before| bytes[before]);
        let after_x = start >= 2 && bytes[start - 1] == b'x' && bytes[start - 2].is_ascii_digit();
        if at > start && (!glued.is_some_and(|byte| byte.is_ascii_alphabetic()) || after_x) {
            found.push(start..at);
        }
        at = at.max(start + 1);
    }
    found
}

/// What the numbers of the text stand for, in their order. Empty for texts whose numbers are ranks.
fn cells(inputs: &Inputs, solved: &Solved, text: &str) -> Vec<Option<String>> {
    let column = |role| solved.place(role).and_then(|index| solved.columns().get(index));
    let of_a = |role| column(role).and_then(|column| column.lhs).map(|dim| format!("a-{}", dim.index));
    let of_b = |role| column(role).and_then(|column| column.rhs).map(|dim| format!("b-{}", dim.index));
    let (k, l) = (of_a(Role::Inner), of_b(Role::Inner));
    if text.contains("shapes cannot be multiplied") {
        // Rows that several dimensions make are no single size: they stand over the bracket.
        let rows = if inputs.a.len() < 3 { of_a(Role::Row) } else { Some(ROWS.to_owned()) };
        return vec![rows, k, l, of_b(Role::Col)];
    }
    if text.contains("must match the size of tensor b") {
        let clash = solved.clash();
        let bias = text.contains("tensor a") && clash.is_none();
        if bias {
            return Vec::new();
        }
        return vec![
            clash.map(|clash| format!("a-{}", clash.lhs.index)),
            clash.map(|clash| format!("b-{}", clash.rhs.index)),
            None,
        ];
    }
    if text.starts_with("Expected size for first two dimensions") {
        let batch = |side: fn(Role, &Solved) -> Option<String>| {
            if inputs.op == Op::Bmm { side(Role::Batch, solved) } else { None }
        };
        let a = batch(|role, solved| Some(format!("a-{}", solved.columns().get(solved.place(role)?)?.lhs?.index)));
        let b = batch(|role, solved| Some(format!("b-{}", solved.columns().get(solved.place(role)?)?.rhs?.index)));
        return vec![a, k, b, l];
    }
    if text.starts_with("inconsistent tensor size") {
        return vec![k.clone(), l.clone(), k, l];
    }
    if text.starts_with("size mismatch, got input") {
        let lying = inputs.a.len() == 1;
        let (matrix, vector) = if lying { (l, k) } else { (k, l) };
        return vec![None, None, matrix, vector];
    }
    Vec::new()
}

/// The numbers of a pasted text, within what is shown of it: that begins at byte `start`.
pub fn told_tokens(inputs: &Inputs, solved: &Solved, told: &Told, start: usize) -> Vec<Token> {
    let clash = clashing(solved);
    let link = |token: &matwalk_errors::Token| {
        let (cell, class) = match token.place {
            Place::A(index) => (format!("a-{index}"), "a"),
            // A weight is told as it is multiplied, and stands here as it is stored.
            Place::B(index) if inputs.op == Op::Linear && inputs.b.len() == 2 => {
                (format!("b-{}", 1usize.checked_sub(index)?), "b")
            }
            Place::B(index) => (format!("b-{index}"), "b"),
            Place::Out(_) | Place::Dim => return None,
        };
        let range = token.range.start.checked_sub(start)?..token.range.end.checked_sub(start)?;
        Some(Token { range, bad: clash.contains(&cell), cell, class })
    };
    told.reading.tokens.iter().filter_map(link).collect()
}
