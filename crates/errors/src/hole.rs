//! Reads the holes of a template: sizes, shapes, words.

use std::ops::Range;

use crate::bytes::{begins, cut, digit_at, is_at, tail};
use crate::clean::{BREAK, is_blank, is_thin};
use crate::found::Told;
use crate::shape::Dim;

mod shapes;

pub(crate) use shapes::shape;

/// Larger sizes are no sizes: more than a JavaScript number holds exactly.
const MAX_SIZE: u64 = (1 << 53) - 1;

/// The first place behind blanks and quotation marks.
pub(crate) fn thin(text: &[u8], mut at: usize) -> usize {
    while text.get(at).is_some_and(|&b| is_thin(b)) {
        at += 1;
    }
    at
}

/// A run of digits. Inside brackets digits may go on behind a line end, and behind a blank if `wrapped`. `sure`: a number
/// that a line end may have broken is none.
fn digits(text: &[u8], start: usize, inside: bool, wrapped: bool, sure: bool) -> Option<(u64, usize)> {
    let mut at = start;
    let mut value: u64 = 0;
    loop {
        while let Some(digit) = text.get(at).filter(|b| b.is_ascii_digit()) {
            value = value.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
            at += 1;
        }
        let joins = match text.get(at) {
            Some(b'\n') => inside,
            Some(b' ') => inside && wrapped,
            _ => false,
        };
        if at > start && joins && digit_at(text, at + 1) {
            at += 1;
        } else {
            break;
        }
    }
    // A long line that ends in a digit, and a digit at the start of the next: the number may be broken.
    let line = cut(text, 0, start).iter().rev().take(30).take_while(|&&b| b != b'\n' && b != BREAK).count();
    if sure && line == 30 && is_at(text, at, b'\n') && digit_at(text, at + 1) {
        return None;
    }
    // 3.5 is no size.
    let fraction = is_at(text, at, b'.') && digit_at(text, at + 1);
    (at > start && value <= MAX_SIZE && !fraction).then_some((value, at))
}

/// True for a bracket opened before `at` on the same stretch of text and not yet closed.
fn in_bracket(text: &[u8], at: usize) -> bool {
    let mut depth = 0i32;
    for &byte in cut(text, at.saturating_sub(200), at).iter().rev() {
        match byte {
            b')' | b']' | b'}' => depth += 1,
            b'(' | b'[' | b'{' if depth == 0 => return true,
            b'(' | b'[' | b'{' => depth -= 1,
            BREAK => return false,
            _ => {}
        }
    }
    false
}

/// One size: digits, or a word, a question mark, a symbol of a compiler (`s77`, `s0*s53`), which are unknown sizes.
pub(crate) fn size(text: &[u8], start: usize, wrapped: bool) -> Option<(Told, usize)> {
    let at = thin(text, start);
    if digit_at(text, at) {
        return number(text, at, in_bracket(text, at), wrapped);
    }
    symbol(text, at).map(|end| ((Dim::Unknown, end..end), end))
}

/// A size that begins with a digit: one that is computed is unknown.
fn number(text: &[u8], at: usize, inside: bool, wrapped: bool) -> Option<(Told, usize)> {
    let (value, end) = digits(text, at, inside, wrapped, true)?;
    if matches!(text.get(end), Some(b'*' | b'+' | b'/')) {
        return symbol(text, at).map(|end| ((Dim::Unknown, end..end), end));
    }
    Some(((Dim::Size(value), at..end), end))
}

/// The end of an unknown size that begins at `at`.
fn symbol(text: &[u8], at: usize) -> Option<usize> {
    match text.get(at)? {
        b'?' => return Some(at + 1),
        b'-' if is_at(text, at + 1, b'1') && !digit_at(text, at + 2) => {
            return Some(at + 2);
        }
        byte if byte.is_ascii_alphanumeric() || *byte == b'_' => {}
        _ => return None,
    }
    let is = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'*' | b'+' | b'/');
    let length = tail(text, at).iter().take(40).take_while(is).count();
    Some(at + length)
}

/// A signed number and its place.
pub(crate) fn int(text: &[u8], start: usize) -> Option<(i64, Range<usize>)> {
    let at = thin(text, start);
    let minus = is_at(text, at, b'-');
    let (value, end) = digits(text, at + usize::from(minus), false, false, false)?;
    let value = i64::try_from(value).ok()?;
    Some((if minus { -value } else { value }, at..end))
}

/// `true`, `false`, `1`, `0`.
pub(crate) fn flag(text: &[u8], start: usize) -> Option<(bool, usize)> {
    let at = thin(text, start);
    let word = begins(tail(text, at), "true|false|1|0")?;
    let end = at + word.len();
    let alone = !text.get(end).is_some_and(u8::is_ascii_alphanumeric);
    alone.then_some((matches!(word, "true" | "1"), end))
}

/// A word: anything up to a blank, a quotation mark or a comma.
pub(crate) fn word(text: &[u8], start: usize) -> Option<Range<usize>> {
    let at = thin(text, start);
    let end = |b: &&u8| !(is_blank(**b) || matches!(**b, b'\'' | b',' | b';'));
    let length = tail(text, at).iter().take(200).take_while(end).count();
    let trailing = cut(text, at, at + length).iter().rev().take_while(|b| matches!(b, b'.' | b':')).count();
    (length > trailing).then(|| at..at + length - trailing)
}

/// A gufunc's signature: brackets and letters up to `(size`.
pub(crate) fn signature(text: &[u8], start: usize) -> Option<Range<usize>> {
    let at = thin(text, start);
    let end = tail(text, at).iter().take(120).position(|&b| b == b's' || b == BREAK)?;
    (is_at(text, at, b'(') && is_at(text, at + end, b's')).then(|| at..at + end - 1)
}
