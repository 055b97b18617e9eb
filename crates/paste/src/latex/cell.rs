//! The number of a cell.
//!
//! ```text
//! cell     = sign? term (times power)* ("/" factor)?
//! term     = decimal fraction? | fraction | power | group | word
//! fraction = \frac cell cell
//! power    = 10 ^ whole
//! ```

use super::lex::{Tok, Token};
use super::rows::{is_gap, visible};
use super::value::Value;
use crate::literal::plain;
use crate::source::{Source, Span};
use crate::{PasteError, PasteErrorKind, doubt};
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

struct Cell<'a> {
    source: &'a Source,
    tokens: &'a [&'a Token],
    at: usize,
    groups: usize,
}

impl Cell<'_> {
    fn tok(&self) -> Option<&Tok> {
        self.tokens.get(self.at).map(|token| &token.tok)
    }

    fn span(&self) -> Span {
        let end = self.tokens.last().map_or(0, |token| token.span.1);
        self.tokens.get(self.at).map_or((end, end), |token| token.span)
    }

    /// From a token to the end of the cell.
    fn rest(&self, from: usize) -> Span {
        let end = self.tokens.last().map_or(0, |token| token.span.1);
        (self.tokens.get(from).map_or(end, |token| token.span.0), end)
    }

    fn gaps(&mut self) {
        while self
            .tok()
            .is_some_and(|tok| matches!(tok, Tok::Blank) || matches!(tok, Tok::Command(name) if is_gap(name)))
        {
            self.at += 1;
        }
    }

    fn skip(&mut self, c: char) -> bool {
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

    fn number(&mut self) -> Result<Value, PasteError> {
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

    fn expression(&self, from: usize) -> PasteError {
        let span = self.rest(from);
        self.source.error(span.0, PasteErrorKind::Expression { text: self.source.shown(span) })
    }

    fn term(&mut self) -> Result<Value, PasteError> {
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

    /// A decimal, with a fraction behind it or not.
    fn decimal_or_mixed(&mut self) -> Result<Value, PasteError> {
        let start = self.at;
        let mut text = String::new();
        while let Some(Tok::Char(c)) = self.tok() {
            if !c.is_ascii_digit() && *c != '.' {
                break;
            }
            text.push(*c);
            self.at += 1;
            self.doubtful()?;
        }
        self.exponent(&mut text);
        let value = Value::decimal(text);
        let before = self.at;
        self.gaps();
        let mixed = match self.tok() {
            Some(Tok::Command(name)) if is_fraction(name) => Some(self.fraction()?),
            Some(Tok::Char(c)) if vulgar(*c) => {
                let fraction = parse_vulgar(*c);
                self.at += 1;
                Some(fraction)
            }
            _ => None,
        };
        match mixed {
            Some(fraction) => value.plus_fraction(&fraction).ok_or_else(|| self.glued(start)),
            None => {
                self.at = before;
                Ok(value)
            }
        }
    }

    /// Refuses a comma or a gap between the digit before and a digit behind.
    fn doubtful(&self) -> Result<(), PasteError> {
        let digit =
            |at: usize| matches!(self.tokens.get(at).map(|token| &token.tok), Some(Tok::Char(c)) if c.is_ascii_digit());
        let is = |at: usize, tok: &Tok| self.tokens.get(at).is_some_and(|token| token.tok == *tok);
        let comma = Tok::Char(',');
        if is(self.at, &comma) && digit(self.at + 1) {
            return Err(doubt::comma(self.source, self.span().0));
        }
        if is(self.at, &Tok::Open) && is(self.at + 1, &comma) && is(self.at + 2, &Tok::Close) && digit(self.at + 3) {
            return Err(doubt::comma(self.source, self.span().0 + 1));
        }
        let gap = match self.tok() {
            Some(Tok::Blank) => true,
            Some(Tok::Command(name)) => is_gap(name),
            _ => false,
        };
        if gap && digit(self.at + 1) {
            let span = self.rest(0);
            return Err(self.source.error(span.0, PasteErrorKind::Grouping { text: self.source.shown(span) }));
        }
        Ok(())
    }

    /// `e-7` behind digits, as programs print it.
    fn exponent(&mut self, text: &mut String) {
        // `\mathrm{e}{-7}`: the braces around the letter and the power say nothing.
        let chars = self.tokens.iter().enumerate().skip(self.at).map_while(|(i, token)| match token.tok {
            Tok::Char(c) => Some((i, Some(c))),
            Tok::Open | Tok::Close => Some((i, None)),
            _ => None,
        });
        let chars: Vec<(usize, char)> = chars.filter_map(|(i, c)| c.map(|c| (i, c))).collect();
        let sign = usize::from(matches!(chars.get(1), Some((_, '-' | '+'))));
        let digits = chars.iter().skip(1 + sign).take_while(|(_, c)| c.is_ascii_digit()).count();
        if matches!(chars.first(), Some((_, 'e' | 'E'))) && digits > 0 {
            text.extend(chars[..1 + sign + digits].iter().map(|(_, c)| c));
            self.at = chars[sign + digits].0 + 1;
            while self.groups == 0 && self.tok() == Some(&Tok::Close) {
                self.at += 1;
            }
        }
    }

    fn fraction(&mut self) -> Result<Value, PasteError> {
        let start = self.at;
        self.at += 1;
        let above = self.argument()?;
        let below = self.argument()?;
        above.over(below).ok_or_else(|| self.expression(start))
    }

    /// What braces hold, or one digit.
    fn argument(&mut self) -> Result<Value, PasteError> {
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
    fn group(&mut self, close: Tok) -> Result<Value, PasteError> {
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

    /// The error of what stands here.
    fn stray(&self) -> PasteError {
        let (span, rest) = (self.span(), self.rest(self.at));
        let text = self.source.shown(rest);
        let kind = match self.tok() {
            None => {
                let whole = self.rest(0);
                let error = NumberError::NotANumber { at: whole.1 - whole.0 };
                return self.source.error(whole.0, PasteErrorKind::Number { text: self.source.shown(whole), error });
            }
            Some(Tok::Char(c)) if c.is_ascii_digit() => return self.glued(self.at),
            Some(Tok::Open) if self.letters() => PasteErrorKind::Word { text },
            Some(Tok::Open) => return self.glued(self.at),
            Some(Tok::Command(name)) if is_fraction(name) => return self.glued(self.at),
            Some(Tok::Dots) => PasteErrorKind::Elided,
            Some(Tok::Command(name)) if super::names::is_dots(name) => PasteErrorKind::Elided,
            Some(Tok::Sup | Tok::Char('+' | '-' | '*')) => {
                PasteErrorKind::Expression { text: self.source.shown(self.rest(0)) }
            }
            Some(Tok::Char(c)) if c.is_alphabetic() || *c == '%' => PasteErrorKind::Word { text },
            Some(Tok::Command(name)) if name == "%" => PasteErrorKind::Word { text },
            Some(Tok::Command(name)) if name == "sqrt" => PasteErrorKind::Expression { text },
            Some(Tok::Command(name)) => PasteErrorKind::UnknownName { name: format!("\\{name}") },
            Some(Tok::Begin(name)) => PasteErrorKind::UnknownName { name: name.clone() },
            _ => PasteErrorKind::Unexpected { text },
        };
        self.source.error(span.0, kind)
    }

    /// Whether the rest of the cell has letters.
    fn letters(&self) -> bool {
        self.tokens[self.at..].iter().any(|token| matches!(token.tok, Tok::Char(c) if c.is_alphabetic()))
    }

    fn glued(&self, from: usize) -> PasteError {
        let span = self.rest(from);
        self.source.error(span.0, PasteErrorKind::Glued { text: self.source.shown(span) })
    }
}

fn is_fraction(name: &str) -> bool {
    ["frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac", "flatfrac"].contains(&name)
}

/// The power of a number that is a power of ten.
fn power_of_ten(value: &Value) -> Option<i32> {
    let power = value.above.strip_prefix("1e")?;
    (value.below.is_none() && !value.negative).then(|| power.parse().ok())?
}

fn vulgar(c: char) -> bool {
    !c.is_ascii() && parse(&c.to_string()).is_ok_and(f32::is_finite)
}

/// The fraction that a character such as `½` is, found among small ones.
fn parse_vulgar(c: char) -> Value {
    let wanted = parse(&c.to_string()).unwrap_or(0.0);
    let parts = (2u8..=10).flat_map(|d| (1..d).map(move |n| (n, d)));
    let found = parts.into_iter().find(|(n, d)| (f32::from(*n) / f32::from(*d)).to_bits() == wanted.to_bits());
    let (above, below) = found.unwrap_or((0, 1));
    Value { negative: false, above: above.to_string(), below: Some(below.to_string()) }
}
