//! The grammar of a single number.

use super::{Decimal, Literal, NumberError};
use crate::number::fold::fold;

/// What a character such as `½` stands for.
fn vulgar_parts(c: char) -> Option<(u64, u64)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    })
}

/// The characters of a text, folded, with blanks at both ends left out.
struct Cursor {
    chars: Vec<char>,
    at: usize,
    end: usize,
}

impl Cursor {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied().filter(|_| self.at < self.end)
    }

    fn skip(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let found = self.peek().is_some_and(wanted);
        self.at += usize::from(found);
        found
    }

    fn blanks(&mut self) {
        while self.skip(|c| c == ' ' || c == '\n') {}
    }

    fn nothing_here(&self) -> NumberError {
        NumberError::NotANumber { at: self.at }
    }

    /// Copies digits; whether there were any. Stops with an error at a separator inside a number.
    fn digits(&mut self, into: &mut String) -> Result<bool, NumberError> {
        let start = self.at;
        while let Some(digit) = self.peek().filter(char::is_ascii_digit) {
            into.push(digit);
            self.at += 1;
        }
        if self.at > start && self.separator_here() {
            return Err(NumberError::ThousandsSeparator { at: self.at });
        }
        Ok(self.at > start)
    }

    /// Whether a separator and then more digits follow: any digit after a comma, just three after other marks.
    fn separator_here(&self) -> bool {
        let rest = &self.chars[self.at..self.end];
        let digits = rest.iter().skip(1).take_while(|c| c.is_ascii_digit()).count();
        match rest.first() {
            Some(',') => digits > 0,
            Some(' ' | '_' | '\'' | '’') => digits == 3,
            _ => false,
        }
    }

    /// The rest, in lower case, if it is a word for infinity or NaN.
    fn word(&self, negative: bool) -> Option<Literal> {
        if self.end - self.at > "infinity".len() {
            return None;
        }
        let word: String = self.chars[self.at..self.end].iter().map(char::to_ascii_lowercase).collect();
        match word.as_str() {
            "inf" | "infinity" | "∞" => Some(Literal::Infinity { negative }),
            "nan" => Some(Literal::NaN),
            _ => None,
        }
    }

    /// The rest, if it is one of the characters that are a whole fraction, with a whole number before it or not: `½`,
    /// `2½`.
    fn vulgar(&self, negative: bool) -> Option<Literal> {
        let (last, whole) = self.chars[self.at..self.end].split_last()?;
        let (above, below) = vulgar_parts(*last)?;
        let (digits, blanks) = (whole.iter().filter(|c| c.is_ascii_digit()).count(), whole.ends_with(&[' ']));
        if digits + usize::from(blanks) != whole.len() || digits == 0 && blanks || digits > 9 {
            return None;
        }
        let whole = whole.iter().filter_map(|c| c.to_digit(10)).fold(0u64, |n, digit| n * 10 + u64::from(digit));
        let decimal = |n: u64, negative: bool| {
            let sign = if negative { "-" } else { "" };
            Decimal { text: format!("{sign}{n}"), negative }
        };
        Some(Literal::Fraction(decimal(whole * below + above, negative), decimal(below, false)))
    }

    /// A sign; whether it is a minus.
    fn sign(&mut self) -> bool {
        let negative = self.skip(|c| c == '-');
        if !negative {
            self.skip(|c| c == '+');
        }
        negative
    }

    /// A decimal whose sign has been read.
    fn decimal(&mut self, negative: bool) -> Result<Decimal, NumberError> {
        let mut text = if negative { "-".to_owned() } else { String::new() };
        let whole = self.digits(&mut text)?;
        let mut decimals = false;
        if self.skip(|c| c == '.') {
            text.push('.');
            decimals = self.digits(&mut text)?;
        }
        if !whole && !decimals {
            return Err(self.nothing_here());
        }
        if self.skip(|c| c == 'e' || c == 'E') {
            text.push('e');
            if self.sign() {
                text.push('-');
            }
            if !self.digits(&mut text)? {
                return Err(self.nothing_here());
            }
        }
        Ok(Decimal { text, negative })
    }
}

/// Reads a text by the grammar of [`parse`](super::parse); nothing is rounded yet.
pub(super) fn read(text: &str) -> Result<Literal, NumberError> {
    let chars: Vec<char> = text.chars().map(fold).collect();
    let blank = |c: &char| *c == ' ' || *c == '\n';
    let end = chars.iter().rposition(|c| !blank(c)).map_or(0, |last| last + 1);
    let mut cursor = Cursor { chars, at: 0, end };
    cursor.blanks();
    if cursor.at >= end {
        return Err(NumberError::Empty);
    }
    let negative = cursor.sign();
    // Typeset texts have a blank behind the sign.
    cursor.blanks();
    if let Some(word) = cursor.word(negative) {
        return Ok(word);
    }
    if let Some(fraction) = cursor.vulgar(negative) {
        return Ok(fraction);
    }
    let above = cursor.decimal(negative)?;
    if cursor.at == end {
        return Ok(Literal::Decimal(above));
    }
    let after = cursor.at;
    cursor.blanks();
    if !cursor.skip(|c| c == '/') {
        return Err(NumberError::NotANumber { at: after });
    }
    cursor.blanks();
    let negative = cursor.sign();
    let below = cursor.decimal(negative)?;
    if cursor.at < end {
        return Err(cursor.nothing_here());
    }
    if below.is_zero() { Err(NumberError::DivisionByZero) } else { Ok(Literal::Fraction(above, below)) }
}
