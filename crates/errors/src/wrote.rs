//! Two shapes that the person wrote in a sentence around a message that has none.

use crate::bytes::{cut, has, is_one, tail};
use crate::clean::{BREAK, is_blank};
use crate::found;
use crate::hole;
use crate::shape::Shape;

/// How far around the message is looked.
const AROUND: usize = 700;

/// Two shapes in sentences around the message, if there are exactly two.
pub(crate) fn shapes(clean: &[u8], start: usize, end: usize) -> Option<(Shape, Shape)> {
    let before = cut(clean, start.saturating_sub(AROUND), start);
    let after = cut(clean, end, end + AROUND);
    let mut found: Vec<Shape> = vec![];
    for part in [before, after] {
        for line in part.split(|&b| b == b'\n' || b == BREAK) {
            // Prints of OpenCV are width x height; lines of code and of logs are no sentences.
            if !has(line, "file |line |=|size of|http|print_info|-->|input_size") {
                sentence(line, &mut found);
            }
        }
    }
    match found.as_slice() {
        [a, b] => Some((a.clone(), b.clone())),
        _ => None,
    }
}

/// Shapes behind `is`, `are`, `and`, `shape`, `size`, `of`, `by`.
fn sentence(line: &[u8], found: &mut Vec<Shape>) {
    let (mut at, mut dims) = (0, vec![]);
    let mut word: &[u8] = b"";
    while let Some(&byte) = line.get(at) {
        if is_blank(byte) {
            at += 1;
            continue;
        }
        let length = tail(line, at).iter().take_while(|&&b| !is_blank(b)).count();
        if is_one(word.strip_suffix(b":").unwrap_or(word), "is|are|and|shape|shapes|size|sizes|of|by|was|has")
            && let Some(next) = {
                dims.clear();
                hole::shape(line, at, false, &mut dims)
            }
            && dims.len() > 1
            && dims.iter().all(|(dim, _)| dim.told().is_some())
        {
            found.push(found::shape(&dims));
            at = next.max(at + 1);
            word = b"";
            continue;
        }
        word = cut(line, at, at + length);
        at += length;
    }
}
