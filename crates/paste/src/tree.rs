//! Brackets and calls: lists, print-outs and code of programming languages and algebra systems.

mod call;
mod item;
mod known;
mod nest;
mod rows;
mod shapes;
mod statement;
mod suffix;
mod token;

pub(crate) use shapes::transpose;
pub(crate) use statement::{choices, read};
pub(crate) use token::dots_end;

use crate::source::Source;

/// Whether the first thing in a text is a bracket, a call, or an assignment of one.
pub(crate) fn looks_like(source: &Source) -> bool {
    let Some(first) = source.next_visible(0) else { return false };
    let bracket = source.find(first, |c| matches!(c, '[' | '(' | '{' | '<'));
    let before = source.text((first, bracket));
    let before = before.trim();
    let named = before.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '=' | '#'));
    let digits_first = before.contains('\n') || before.contains('\t');
    let labelled = before.ends_with(':');
    bracket < source.len()
        && (before.is_empty() || before == "-" || labelled || named && !digits_first)
        && !is_accounting(source)
}

/// Whether all brackets are parentheses around single numbers, on a line with something else or alone.
fn is_accounting(source: &Source) -> bool {
    let mut at = 0;
    let mut found = false;
    while at < source.len() {
        match source.at(at) {
            Some('(') => {
                let end = source.find(at + 1, |c| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')));
                let inside = source.text((at + 1, end));
                let is_number =
                    inside.contains(|c: char| c.is_ascii_digit()) && !inside.contains(", ") && !inside.ends_with(',');
                if !source.is(end, ')') || !is_number || inside.matches(',').count() > 0 && !inside.contains('.') {
                    return false;
                }
                (at, found) = (end, true);
            }
            Some(c) if c.is_alphabetic() || matches!(c, '[' | ']' | '{' | '}' | '<' | '>' | '=') => return false,
            _ => {}
        }
        at += 1;
    }
    found
}
