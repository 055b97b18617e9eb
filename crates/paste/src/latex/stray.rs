//! What has no place in a cell, and the error that names it.

use super::cell::Cell;
use super::decimal::is_fraction;
use super::lex::Tok;
use super::names::is_dots;
use super::rows::is_gap;
use crate::{PasteError, PasteErrorKind, doubt};
use matwalk_core::number::NumberError;

impl Cell<'_> {
    /// Refuses a comma or a gap between the digit before and a digit behind.
    pub(super) fn doubtful(&self) -> Result<(), PasteError> {
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

    /// The error of what stands here.
    pub(super) fn stray(&self) -> PasteError {
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
            Some(Tok::Command(name)) if is_dots(name) => PasteErrorKind::Elided,
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

    pub(super) fn glued(&self, from: usize) -> PasteError {
        let span = self.rest(from);
        self.source.error(span.0, PasteErrorKind::Glued { text: self.source.shown(span) })
    }
}
