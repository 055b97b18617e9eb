//! Matches one template of the table at one place of the cleaned text: both are in small letters.
//!
//! A template is literal words with holes. Blanks and quotation marks count on neither side, nor does case, so a
//! message that was wrapped in the middle of a word still matches. See [`crate::table`] for the kinds of hole.

use crate::bytes::{cut, is_at, tail};
use crate::clean::{BREAK, is_thin};
use crate::found::{Capture, Kind, Match};
use crate::hole::{self, thin};
use crate::shape::Dim;

/// The longest text that a `{*}` stands for.
const GAP: usize = 500;

/// Matches `template` at `start` of `text`.
pub(crate) fn run(template: &str, text: &[u8], start: usize) -> Option<Match> {
    let mut matcher = Matcher { text, wrapped: false, found: Match { end: start, ..Match::default() } };
    let mut fits = matcher.all(template.as_bytes());
    if matcher.wrapped {
        // Wrapping broke words: numbers may be broken too. Read again, joining digits inside brackets.
        matcher.found = Match { end: start, ..Match::default() };
        fits = matcher.all(template.as_bytes());
    }
    fits.then_some(matcher.found)
}

struct Matcher<'t> {
    text: &'t [u8],
    /// A blank stood inside a word of the template.
    wrapped: bool,
    found: Match,
}

impl Matcher<'_> {
    fn all(&mut self, template: &[u8]) -> bool {
        let mut t = 0;
        while let Some(&byte) = template.get(t) {
            match byte {
                b'{' => {
                    let Some(end) = tail(template, t).iter().position(|&b| b == b'}') else { return false };
                    let inside = cut(template, t + 1, t + end);
                    t += end + 1;
                    if !self.hole(inside, tail(template, t)) {
                        return false;
                    }
                }
                b'<' if template.get(t + 1) == Some(&b'?') => {
                    let Some(end) = tail(template, t).windows(2).position(|two| two == b"?>") else { return false };
                    let Match { captures, told, end: at } = &self.found;
                    let (filled, told, at, wrapped) = (captures.len(), told.len(), *at, self.wrapped);
                    if !self.all(cut(template, t + 2, t + end)) {
                        (self.found.end, self.wrapped) = (at, wrapped);
                        self.found.captures.truncate(filled);
                        self.found.told.truncate(told);
                    }
                    t += end + 2;
                }
                _ if is_thin(byte) => t += 1,
                _ => {
                    let before = cut(template, 0, t).last();
                    let word = byte.is_ascii_alphabetic() && before.is_some_and(u8::is_ascii_alphabetic);
                    if !self.byte(byte, word) && !soft(byte) {
                        return false;
                    }
                    t += 1;
                }
            }
        }
        true
    }

    /// One byte of literal text; `word` if it goes on a word.
    fn byte(&mut self, byte: u8, word: bool) -> bool {
        let at = thin(self.text, self.found.end);
        if !is_at(self.text, at, byte) {
            return false;
        }
        self.wrapped |= word && cut(self.text, self.found.end, at).iter().any(|&b| b != b'\'');
        self.found.end = at + 1;
        true
    }

    fn hole(&mut self, inside: &[u8], rest: &[u8]) -> bool {
        match inside {
            b"*" => return self.gap(rest),
            b"end" => return matches!(self.text.get(self.skipped()), None | Some(&(b'\n' | BREAK))),
            _ if inside.contains(&b'|') => {
                let end = inside.split(|&b| b == b'|').find_map(|one| literal(self.text, self.found.end, one));
                self.found.end = end.unwrap_or(self.found.end);
                return end.is_some();
            }
            _ => {}
        }
        let Some(capture) = self.read(inside) else { return false };
        self.found.end = capture.word.end;
        self.found.captures.push(capture);
        true
    }

    /// Reads a hole: its letter and, behind a colon, its kind.
    fn read(&mut self, inside: &[u8]) -> Option<Capture> {
        let (&name, kind) = inside.split_first()?;
        let Match { told, end: at, .. } = &mut self.found;
        let (at, first, mut int, mut word) = (*at, told.len(), 0, 0..0);
        let kind = match kind {
            b"" => {
                let (size, end) = hole::size(self.text, at, self.wrapped)?;
                told.push(size);
                word.end = end;
                Kind::Size
            }
            b":shape" => {
                word.end = hole::shape(self.text, at, self.wrapped, told)?;
                Kind::Shape
            }
            b":int" => {
                let (value, span) = hole::int(self.text, at)?;
                word.end = span.end;
                told.push((Dim::Unknown, span));
                int = value;
                Kind::Int
            }
            b":flag" => {
                let (flag, end) = hole::flag(self.text, at)?;
                word.end = end;
                int = i64::from(flag);
                Kind::Int
            }
            b":signature" => {
                word = hole::signature(self.text, at)?;
                Kind::Word
            }
            _ => {
                word = hole::word(self.text, at)?;
                if kind == b":path" && !self.text.get(word.clone())?.iter().any(|b| matches!(b, b'/' | b'\\')) {
                    return None;
                }
                Kind::Word
            }
        };
        Some(Capture { name, kind, dims: first..told.len(), int, word })
    }

    /// The place behind blanks that are no line end.
    fn skipped(&self) -> usize {
        self.found.end + tail(self.text, self.found.end).iter().take_while(|b| matches!(b, b' ' | b'\'' | b'.')).count()
    }

    /// Steps to the next place where the literal words behind the gap begin.
    fn gap(&mut self, rest: &[u8]) -> bool {
        let next = cut(rest, 0, rest.iter().take_while(|b| !b"{<?".contains(b)).count());
        let first = next.iter().find(|&&b| !is_thin(b));
        for (at, &byte) in self.text.iter().enumerate().skip(self.found.end).take(GAP) {
            if byte == BREAK {
                return false;
            }
            if is_thin(byte) || first.is_some_and(|&first| first != byte) {
                continue;
            }
            if literal(self.text, at, next).is_some() {
                self.found.end = at;
                return true;
            }
        }
        false
    }
}

/// The first place behind `words`, if they stand at `at`.
fn literal(text: &[u8], mut at: usize, words: &[u8]) -> Option<usize> {
    for &byte in words.iter().filter(|&&b| !is_thin(b)) {
        at = thin(text, at);
        if !is_at(text, at, byte) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Brackets that people leave out when they retype a message.
fn soft(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'[' | b']')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::Size;

    const MM: &str = "mat1 and mat2 shapes cannot be multiplied ({A}x{B} and {C}x{D})";

    fn sizes(template: &str, text: &str) -> Option<Vec<Option<u64>>> {
        let found = run(template, text.as_bytes(), 0)?;
        Some(found.captures.iter().map(|capture| found.size(capture.name).map(Size::get)).collect())
    }

    #[test]
    fn words_and_sizes() {
        let told = Some(vec![Some(32), Some(784), Some(128), Some(10)]);
        assert_eq!(sizes(MM, "mat1 and mat2 shapes cannot be multiplied (32x784 and 128x10)"), told);
        assert_eq!(sizes(MM, "mat1 and mat2 shapes cannot be multiplied 32x784 and 128x10"), told);
        assert_eq!(sizes(MM, "mat1 and mat2\nshapes cannot be multi\nplied (32x7\n84 and 128x10)"), told);
        assert_eq!(sizes(MM, "mat1 and mat2 shapes cannot be divided (32x784 and 128x10)"), None);
    }

    #[test]
    fn groups_gaps_and_alternatives() {
        let template = "size of a ({A})<? at dimension {d:int}?>";
        assert_eq!(run(template, b"size of a (3)", 0).map(|m| m.captures.len()), Some(1));
        assert_eq!(run(template, b"size of a (3) at dimension -2", 0).and_then(|m| m.int(b'd')), Some(-2));
        let template = "from {*} to {A} {rows|columns}";
        assert_eq!(sizes(template, "from here and there to 5 columns"), Some(vec![Some(5)]));
        assert_eq!(sizes(template, "from here and there to 5 sheets"), None);
    }
}
