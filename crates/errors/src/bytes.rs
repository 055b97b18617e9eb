//! Looking for words in bytes. Each of these is called at dozens of places, where written out it would weigh: lists of
//! words are one text with `|` between them, and no place behind the end panics.

use crate::clean::BREAK;

/// The first place of `needle`.
#[inline(never)]
pub(crate) fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    let (&first, rest) = needle.split_first()?;
    let mut at = 0;
    while let Some(next) = tail(text, at).iter().position(|&b| b == first) {
        at += next + 1;
        if tail(text, at).starts_with(rest) {
            return Some(at - 1);
        }
    }
    None
}

/// The last place of `needle`.
#[inline(never)]
pub(crate) fn find_last(text: &[u8], needle: &str) -> Option<usize> {
    (0..text.len()).rev().find(|&at| tail(text, at).starts_with(needle.as_bytes()))
}

/// The first place of the first of these words that stands in `text`.
#[inline(never)]
pub(crate) fn find_one(text: &[u8], words: &str) -> Option<usize> {
    words.split('|').find_map(|word| find(text, word.as_bytes()))
}

/// True if one of these words stands in `text`.
#[inline(never)]
pub(crate) fn has(text: &[u8], words: &str) -> bool {
    find_one(text, words).is_some()
}

/// The first of these words that `text` begins with.
#[inline(never)]
pub(crate) fn begins<'w>(text: &[u8], words: &'w str) -> Option<&'w str> {
    words.split('|').find(|word| text.starts_with(word.as_bytes()))
}

/// True if `word` is one of these.
#[inline(never)]
pub(crate) fn is_one(word: &[u8], words: &str) -> bool {
    words.split('|').any(|one| one.as_bytes() == word)
}

/// What stands from a place on.
#[inline(never)]
pub(crate) fn tail(text: &[u8], at: usize) -> &[u8] {
    text.get(at..).unwrap_or_default()
}

/// What stands from a place up to another or to the end.
#[inline(never)]
pub(crate) fn cut(text: &[u8], from: usize, to: usize) -> &[u8] {
    text.get(from..to.min(text.len())).unwrap_or_default()
}

/// At most that many of the last bytes.
#[inline(never)]
pub(crate) fn last(text: &[u8], count: usize) -> &[u8] {
    tail(text, text.len().saturating_sub(count))
}

/// True if this byte stands there.
#[inline(never)]
pub(crate) fn is_at(text: &[u8], at: usize, byte: u8) -> bool {
    text.get(at) == Some(&byte)
}

/// True if a digit stands there.
#[inline(never)]
pub(crate) fn digit_at(text: &[u8], at: usize) -> bool {
    text.get(at).is_some_and(u8::is_ascii_digit)
}

/// How many digits `text` begins with.
#[inline(never)]
pub(crate) fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// A whole number of at most 18 digits of that base, if it fits.
#[inline(never)]
pub(crate) fn number(text: &[u8], base: u32) -> Option<i64> {
    let minus = is_at(text, 0, b'-');
    let digits = tail(text, usize::from(minus));
    if !(1..=18).contains(&digits.len()) {
        return None;
    }
    let mut value = 0_i64;
    for &digit in digits {
        // Eighteen digits of base 16 may be too many.
        value = value.checked_mul(i64::from(base))?.checked_add(i64::from(char::from(digit).to_digit(base)?))?;
    }
    Some(if minus { -value } else { value })
}

/// Where the line begins that `end` stands on or behind.
#[inline(never)]
pub(crate) fn line_start(text: &[u8], end: usize) -> usize {
    cut(text, 0, end).iter().rposition(|&b| b == b'\n' || b == BREAK).map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_do_not_fit_are_none() {
        assert_eq!((number(b"-42", 10), number(b"d7", 16), number(b"1x", 10)), (Some(-42), Some(215), None));
        assert_eq!(number(b"999999999999999999", 10), Some(999_999_999_999_999_999));
        assert_eq!(number(b"1000000000000000000", 10), None);
        assert_eq!(number(b"ffffffffffffffffff", 16), None);
        assert_eq!((number(b"", 10), number(b"-", 10)), (None, None));
    }

    #[test]
    fn places_behind_the_end_hold_nothing() {
        assert_eq!((tail(b"abc", 4), cut(b"abc", 2, 9), cut(b"abc", 3, 1)), (&b""[..], &b"c"[..], &b""[..]));
        assert_eq!((last(b"abc", 2), last(b"abc", 9)), (&b"bc"[..], &b"abc"[..]));
        assert_eq!((find(b"aab", b"ab"), find(b"", b"a"), find_last(b"abab", "ab")), (Some(1), None, Some(2)));
        assert_eq!((find_one(b"x, y", "z|y"), begins(b"rank0", "gpu|rank")), (Some(3), Some("rank")));
        assert!(has(b"in [3]", "file |in [") && is_one(b"gpu", "rank|gpu") && !is_one(b"gp", "rank|gpu"));
    }
}
