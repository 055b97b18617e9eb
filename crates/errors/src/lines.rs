//! The lines of the pasted text that a reading used.

use std::ops::Range;

use crate::assemble::Message;
use crate::bytes::{cut, tail};
use crate::clean::Clean;

/// Longer lines are cut to the message itself and what stands shortly around it.
const LONG: usize = 400;

/// The message's line or lines and the lines of code that told its call, in order, without overlaps.
pub(crate) fn used(text: &str, clean: &Clean, message: &Message, code: &[Range<usize>]) -> Vec<Range<usize>> {
    let said = clean.origin(text, message.start..message.end);
    let mut all: Vec<Range<usize>> = vec![whole(text, said)];
    for range in code {
        if !range.is_empty() {
            all.push(whole(text, clean.origin(text, range.clone())));
        }
    }
    by_start(&mut all, |range| range.start);
    let mut apart: Vec<Range<usize>> = vec![];
    for range in all {
        match apart.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}

/// Puts a short list in the order of the text.
pub(crate) fn by_start<T>(items: &mut [T], start: impl Fn(&T) -> usize) {
    for i in 1..items.len() {
        let mut j = i;
        while j > 0 && start(&items[j - 1]) > start(&items[j]) {
            items.swap(j - 1, j);
            j -= 1;
        }
    }
}

/// The range grown to whole lines, unless those are long.
fn whole(text: &str, range: Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let (start, end) = (range.start.min(bytes.len()), range.end.min(bytes.len()));
    let first = cut(bytes, 0, start).iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
    let last = tail(bytes, end).iter().position(|&b| b == b'\n').map_or(bytes.len(), |i| end + i);
    let mut left = if start - first > LONG { start - LONG / 2 } else { first };
    let mut right = if last - end > LONG { end + LONG / 2 } else { last };
    while !text.is_char_boundary(left) {
        left += 1;
    }
    while !text.is_char_boundary(right) {
        right -= 1;
    }
    // No blanks at the ends.
    let shown = cut(bytes, left, right);
    left += shown.len() - shown.trim_ascii_start().len();
    left..left + cut(bytes, left, right).trim_ascii_end().len()
}
