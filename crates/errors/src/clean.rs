//! Takes the dress off a pasted text: colours, quotes, fences, tags, entities, prefixes of log lines.
//!
//! The result is lower-case bytes, each with the place it came from. Runs of blanks are one blank, a line end is
//! `\n`, an empty line is [`BREAK`]. Quotation marks of all kinds are `'`.

use std::ops::Range;

use crate::bytes::{cut, tail};

mod dress;
mod prefix;

/// An empty line: no message goes on behind it.
pub(crate) const BREAK: u8 = 0x0c;

/// The cleaned text, grown piece by piece.
#[derive(Default)]
pub(crate) struct Clean {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// For each byte, where it stands in the pasted text.
    at: Vec<u32>,
    /// How much of the pasted text was read.
    read: usize,
    line_start: bool,
    started: bool,
}

/// True for bytes that the matcher steps over: blanks, line ends, quotation marks.
pub(crate) fn is_thin(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\'')
}

/// True for blanks and line ends of any kind.
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | BREAK)
}

impl Clean {
    /// How much of the pasted text was read.
    pub fn read(&self) -> usize {
        self.read
    }

    /// Reads on, about `budget` bytes of `text`.
    pub fn advance(&mut self, text: &str, budget: usize) {
        let bytes = text.as_bytes();
        let stop = self.read.saturating_add(budget.max(1)).min(bytes.len());
        if !self.started {
            self.started = true;
            self.line_start = true;
            self.bytes.reserve(bytes.len().min(1 << 22));
            self.at.reserve(bytes.len().min(1 << 22));
        }
        while self.read < stop {
            if self.line_start {
                self.read += prefix::length(tail(bytes, self.read));
                self.line_start = false;
            }
            let at = self.read;
            let Some(&byte) = bytes.get(at) else { break };
            if byte.is_ascii_alphanumeric() {
                self.put(byte.to_ascii_lowercase(), at);
                self.read += 1;
            } else {
                self.read += self.other(text, at, byte);
            }
        }
        self.read = self.read.min(bytes.len());
    }

    /// Reads what is neither letter nor digit; returns how many bytes it took.
    fn other(&mut self, text: &str, at: usize, byte: u8) -> usize {
        let bytes = text.as_bytes();
        let rest = tail(bytes, at);
        match byte {
            b'\r' if rest.get(1) == Some(&b'\n') => 1,
            b'\n' | b'\r' => {
                self.line_end(at);
                1
            }
            b' ' | b'\t' => {
                self.blank(at);
                1
            }
            0x1b | b'[' | b'\\' if dress::colour(rest) > 0 => dress::colour(rest),
            b'\\' if rest.get(1).is_some_and(|b| b"*_[](){}'\"`#<>~".contains(b)) => 1,
            b'<' => match dress::tag(rest) {
                Some((length, true)) => {
                    self.line_end(at);
                    length
                }
                Some((length, false)) => length,
                None => self.take(b'<', at),
            },
            b'&' => match dress::entity(rest) {
                Some((length, b' ')) => {
                    self.blank(at);
                    length
                }
                Some((length, byte)) => {
                    self.put(byte, at);
                    length
                }
                None => self.take(b'&', at),
            },
            b'*' if rest.get(1) == Some(&b'*') => rest.iter().take_while(|&&b| b == b'*').count(),
            b'\'' | b'"' | b'`' => self.take(b'\'', at),
            byte if byte.is_ascii_control() => {
                self.blank(at);
                1
            }
            byte if byte.is_ascii() => self.take(byte, at),
            _ => self.wide(text, at),
        }
    }

    /// Reads a character beyond ASCII.
    fn wide(&mut self, text: &str, at: usize) -> usize {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return 1 };
        match dress::plain(c) {
            dress::Plain::Byte(b' ') => self.blank(at),
            dress::Plain::Byte(byte) => self.put(byte, at),
            dress::Plain::Nothing => {}
            dress::Plain::Dots => (0..3).for_each(|_| self.put(b'.', at)),
            dress::Plain::Itself => cut(text.as_bytes(), at, at + c.len_utf8()).iter().for_each(|&b| self.put(b, at)),
        }
        c.len_utf8()
    }

    fn take(&mut self, byte: u8, at: usize) -> usize {
        self.put(byte, at);
        1
    }

    fn put(&mut self, byte: u8, at: usize) {
        self.bytes.push(byte);
        self.at.push(at as u32);
    }

    fn blank(&mut self, at: usize) {
        if !self.bytes.last().is_none_or(|&b| is_blank(b)) {
            self.put(b' ', at);
        }
    }

    fn line_end(&mut self, at: usize) {
        self.line_start = true;
        match self.bytes.last_mut() {
            None => {}
            Some(last) if *last == b' ' => *last = b'\n',
            Some(last) if *last == b'\n' => *last = BREAK,
            Some(last) if *last == BREAK => {}
            Some(_) => self.put(b'\n', at),
        }
    }

    /// The place in the pasted text of a range of cleaned bytes.
    pub fn origin(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let Some(&first) = self.at.get(range.start) else { return text.len()..text.len() };
        let last = self.at.get(range.end.max(range.start + 1) - 1).copied().unwrap_or(first) as usize;
        let width = text.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        first as usize..last + width
    }
}
