//! Eigen: no size is told but those that stand in the types.

use super::Draft;
use crate::bytes::{begins, cut, find, find_last, number, tail};
use crate::shape::{Dim, Shape};

/// `Matrix<double, -1, 1>`: rows and columns as far as the type fixes them. `None` for any other type.
fn matrix(text: &[u8]) -> Option<([Dim; 2], usize)> {
    let name = begins(text, "eigen::matrix<|matrix<|eigen::array<")?;
    let end = text.iter().position(|&b| b == b'>')?;
    let mut sizes = [Dim::Unknown; 2];
    let mut at = name.len();
    for size in &mut sizes {
        at += find(cut(text, at, end), b",")? + 1;
        let rest = cut(text, at, end);
        let word = cut(rest, 0, find(rest, b",").unwrap_or(usize::MAX));
        if let Some(n) = number(word.trim_ascii(), 10).and_then(|n| u64::try_from(n).ok()) {
            *size = Dim::Size(n);
        }
    }
    Some((sizes, end + 1))
}

/// The shape of a type: a matrix, or a product of two.
fn of_type(text: &[u8]) -> Shape {
    let text = text.strip_prefix(b"const ").unwrap_or(text);
    if let Some((sizes, _)) = matrix(text) {
        return Shape(sizes.to_vec());
    }
    if let Some(name) = begins(text, "eigen::generalproduct<|eigen::product<")
        && let Some(([rows, _], end)) = matrix(tail(text, name.len()))
        && let Some(rest) = text.get(name.len() + end..).and_then(|rest| rest.strip_prefix(b", "))
        && let Some(([_, columns], _)) = matrix(rest)
    {
        return Shape(vec![rows, columns]);
    }
    Shape::of_rank(2)
}

/// The type that stands behind `name = ` before the message.
fn bound(draft: &Draft, name: &[u8]) -> Shape {
    let before = draft.context.before();
    // The list of types begins with `[with`.
    let list = tail(before, find_last(before, "[with").unwrap_or(0));
    let mut from = 0;
    while let Some(at) = find(tail(list, from), name) {
        let start = from + at;
        let alone = !cut(list, 0, start).last().is_some_and(|&b| b.is_ascii_alphanumeric() || b == b':');
        from = start + name.len();
        if alone {
            return of_type(tail(list, from));
        }
    }
    Shape::of_rank(2)
}

fn both(draft: &mut Draft) -> bool {
    (draft.reading.a, draft.reading.b) = (Some(bound(draft, b"lhs = ")), Some(bound(draft, b"rhs = ")));
    true
}

/// `invalid matrix product`.
pub(super) fn eigen_product(draft: &mut Draft) -> bool {
    both(draft)
}

/// `aLhs.rows() == aRhs.rows() && …`.
pub(super) fn eigen_pair(draft: &mut Draft) -> bool {
    both(draft)
}
