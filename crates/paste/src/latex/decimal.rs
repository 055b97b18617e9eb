//! Decimals and fractions of a cell, and a decimal with a fraction behind it.

use super::cell::Cell;
use super::lex::Tok;
use super::value::Value;
use crate::PasteError;
use matwalk_core::number::parse;

impl Cell<'_> {
    /// A decimal, with a fraction behind it or not.
    pub(super) fn decimal_or_mixed(&mut self) -> Result<Value, PasteError> {
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
            let end = chars[sign + digits].0 + 1;
            let count = |tok: &Tok| self.tokens[self.at..end].iter().filter(|token| token.tok == *tok).count();
            let mut open = count(&Tok::Open).saturating_sub(count(&Tok::Close));
            self.at = end;
            while open > 0 && self.tok() == Some(&Tok::Close) {
                (self.at, open) = (self.at + 1, open - 1);
            }
        }
    }

    pub(super) fn fraction(&mut self) -> Result<Value, PasteError> {
        let start = self.at;
        self.at += 1;
        let above = self.argument()?;
        let below = self.argument()?;
        above.over(below).ok_or_else(|| self.expression(start))
    }
}

pub(super) fn is_fraction(name: &str) -> bool {
    ["frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac", "flatfrac"].contains(&name)
}

/// Whether a character is a whole fraction, as `½` is.
pub(super) fn vulgar(c: char) -> bool {
    !c.is_ascii() && parse(&c.to_string()).is_ok_and(f32::is_finite)
}

/// The fraction that a character such as `½` is, found among small ones.
pub(super) fn parse_vulgar(c: char) -> Value {
    let wanted = parse(&c.to_string()).unwrap_or(0.0);
    let parts = (2u8..=10).flat_map(|d| (1..d).map(move |n| (n, d)));
    let found = parts.into_iter().find(|(n, d)| (f32::from(*n) / f32::from(*d)).to_bits() == wanted.to_bits());
    let (above, below) = found.unwrap_or((0, 1));
    Value { negative: false, above: above.to_string(), below: Some(below.to_string()) }
}
