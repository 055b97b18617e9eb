//! The number of a cell.
//!
//! ```text
//! cell     = sign? term (times power)* ("/" factor)?
//! term     = decimal fraction? | fraction | power | group | word
//! fraction = \frac cell cell
//! power    = 10 ^ whole
//! ```

use super::decimal::{is_fraction, parse_vulgar, vulgar};
use super::lex::{Tok, Token};
use super::rows::{is_gap, visible};
use super::value::Value;
use crate::literal::plain;
use crate::source::{Source, Span};
use crate::{PasteError, PasteErrorKind};
use matwalk_core::number::{NumberError, parse};

/// Groups within groups that are followed; more than anybody writes.
const MAX_GROUPS: usize = 24;

/// The plain text of the number in a cell.
pub(super) fn text(source: &Source, tokens: &[Token]) -> Result<String, PasteError> {
    let tokens = visible(source, tokens)?;
    let mut cell = Cell { source, tokens: &tokens, at: 0, groups: 0 };
    if tokens.is_empty() {
        return Ok(String::new());
    }
    if let Some(word) = cell.word()? {
        return Ok(word);
    }
    let value = cell.number()?;
    cell.end()?;
    Ok(value.text())
}

/// Where reading of a cell stands.
pub(super) struct Cell<'a> {
    pub(super) source: &'a Source,
    pub(super) tokens: &'a [&'a Token],
    pub(super) at: usize,
    groups: usize,
}

impl Cell<'_> {
    pub(super) fn tok(&self) -> Option<&Tok> {
        self.tokens.get(self.at).map(|token| &token.tok)
    }

    pub(super) fn span(&self) -> Span {
        let end = self.tokens.last().map_or(0, |token| token.span.1);
        self.tokens.get(self.at).map_or((end, end), |token| token.span)
    }

    /// From a token to the end of the cell.
    pub(super) fn rest(&self, from: usize) -> Span {
        let end = self.tokens.last().map_or(0, |token| token.span.1);
        (self.tokens.get(from).map_or(end, |token| token.span.0), end)
    }

    pub(super) fn gaps(&mut self) {
        while self
            .tok()
            .is_some_and(|tok| matches!(tok, Tok::Blank) || matches!(tok, Tok::Command(name) if is_gap(name)))
        {
            self.at += 1;
        }
    }

    pub(super) fn skip(&mut self, c: char) -> bool {
        let found = self.tok() == Some(&Tok::Char(c));
        self.at += usize::from(found);
        found
    }

    /// A cell of nothing but a sign and letters: infinity, NaN, a name.
    fn word(&self) -> Result<Option<String>, PasteError> {
        let mut text = String::new();
        for token in self.tokens {
            match &token.tok {
                Tok::Command(name) if name == "infty" => text.push_str("inf"),
                Tok::Char(c) if c.is_alphabetic() || matches!(c, '∞' | '-' | '+') => text.push(*c),
                Tok::Blank | Tok::Open | Tok::Close => {}
                _ => return Ok(None),
            }
        }
        let text = plain(&text).unwrap_or(text);
        if parse(&text).is_ok() {
            return Ok(Some(text));
        }
        let span = self.rest(0);
        let error = NumberError::NotANumber { at: 0 };
        Err(self.source.error(span.0, PasteErrorKind::Number { text: self.source.shown(span), error }))
    }

    pub(super) fn number(&mut self) -> Result<Value, PasteError> {
        self.gaps();
        let negative = self.skip('-');
        if !negative {
            self.skip('+');
        }
        self.gaps();
        let signed = self.at;
        let mut value = self.term()?;
        if value.negative && negative && self.tokens.get(signed).is_some_and(|token| token.tok == Tok::Open) {
            return Err(self.source.unexpected(self.rest(signed)));
        }
        value.negative ^= negative;
        loop {
            let from = self.at;
            self.gaps();
            let operator = match self.tok() {
                Some(Tok::Command(name)) if ["times", "cdot", "ast"].contains(&name.as_str()) => '×',
                Some(Tok::Char('×' | '·' | '⋅' | '*')) => '×',
                Some(Tok::Char('/')) => '/',
                _ => {
                    self.at = from;
                    return Ok(value);
                }
            };
            self.at += 1;
            self.gaps();
            let right = self.term()?;
            value = match operator {
                '/' if value.below.is_none() && right.below.is_none() => {
                    value.over(right).ok_or_else(|| self.expression(from))?
                }
                '×' => {
                    let power = power_of_ten(&right).ok_or_else(|| self.expression(0))?;
                    value.scaled(power).ok_or_else(|| self.expression(0))?
                }
                _ => return Err(self.expression(0)),
            };
        }
    }

    pub(super) fn expression(&self, from: usize) -> PasteError {
        let span = self.rest(from);
        self.source.error(span.0, PasteErrorKind::Expression { text: self.source.shown(span) })
    }

    pub(super) fn term(&mut self) -> Result<Value, PasteError> {
        let start = self.at;
        let value = match self.tok() {
            Some(Tok::Char(c)) if c.is_ascii_digit() || *c == '.' => self.decimal_or_mixed()?,
            Some(Tok::Command(name)) if is_fraction(name) => self.fraction()?,
            Some(Tok::Open) => self.group(Tok::Close)?,
            Some(Tok::Char('(')) => self.parenthesised()?,
            Some(Tok::Dots) => return Err(self.source.error(self.span().0, PasteErrorKind::Elided)),
            Some(Tok::Command(name)) if super::names::is_dots(name) => {
                return Err(self.source.error(self.span().0, PasteErrorKind::Elided));
            }
            Some(Tok::Char(c)) if vulgar(*c) => {
                let text = parse_vulgar(*c);
                self.at += 1;
                text
            }
            _ => return Err(self.stray()),
        };
        if self.tok() != Some(&Tok::Sup) {
            return Ok(value);
        }
        self.at += 1;
        let power = self.whole_power().filter(|_| value.above == "10" && value.below.is_none() && !value.negative);
        let power = power.ok_or_else(|| self.expression(start))?;
        Ok(Value::decimal(format!("1e{power}")))
    }

    /// What braces hold, or one digit.
    pub(super) fn argument(&mut self) -> Result<Value, PasteError> {
        self.gaps();
        match self.tok() {
            Some(Tok::Open) => self.group(Tok::Close),
            Some(Tok::Char(c)) if c.is_ascii_digit() => {
                let text = c.to_string();
                self.at += 1;
                Ok(Value::decimal(text))
            }
            _ => Err(self.stray()),
        }
    }

    /// What stands between a brace or parenthesis and the one that closes it.
    pub(super) fn group(&mut self, close: Tok) -> Result<Value, PasteError> {
        let start = self.at;
        self.groups += 1;
        if self.groups > MAX_GROUPS {
            return Err(self.source.error(self.span().0, PasteErrorKind::TooDeep));
        }
        self.at += 1;
        let value = self.number()?;
        self.gaps();
        if self.tok() != Some(&close) {
            return Err(if self.tok().is_some() { self.stray() } else { self.unclosed(start) });
        }
        self.at += 1;
        Ok(value)
    }

    fn unclosed(&self, at: usize) -> PasteError {
        let span = self.tokens.get(at).map_or((0, 0), |token| token.span);
        self.source.error(span.0, PasteErrorKind::Unclosed { text: self.source.shown(span) })
    }

    /// `(-1)`; a positive number in parentheses may be a negative one.
    fn parenthesised(&mut self) -> Result<Value, PasteError> {
        let start = self.at;
        let value = self.group(Tok::Char(')'))?;
        if value.negative || value.below.is_some() {
            return Ok(value);
        }
        let span = (self.rest(start).0, self.tokens.get(self.at - 1).map_or(0, |token| token.span.1));
        Err(self.source.error(span.0, PasteErrorKind::Accounting { text: self.source.shown(span) }))
    }

    /// The whole number of an exponent: in braces, or one digit.
    fn whole_power(&mut self) -> Option<i32> {
        match self.tok()? {
            Tok::Char(c) => {
                let digit = c.to_digit(10)?;
                self.at += 1;
                i32::try_from(digit).ok()
            }
            Tok::Open => {
                let value = self.group(Tok::Close).ok()?;
                value.below.is_none().then(|| value.text().parse().ok())?
            }
            _ => None,
        }
    }

    /// Nothing but gaps may follow.
    fn end(&mut self) -> Result<(), PasteError> {
        self.gaps();
        if self.tok().is_some() { Err(self.stray()) } else { Ok(()) }
    }
}

/// The power of a number that is a power of ten.
fn power_of_ten(value: &Value) -> Option<i32> {
    let power = value.above.strip_prefix("1e")?;
    (value.below.is_none() && !value.negative).then(|| power.parse().ok())?
}
