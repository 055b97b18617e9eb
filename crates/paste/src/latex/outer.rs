//! What stands around matrices: wrappers that say nothing, names, other parts of a formula.

use super::lex::{Tok, Token, argument, option, skip_blanks};
use super::names::{self, Environment};
use super::rows;
use crate::source::{Source, Span};
use crate::{PasteError, PasteErrorKind, Tensor};

/// A part of a formula.
pub(super) enum Piece {
    Matrix {
        tensor: Tensor,
        span: Span,
    },
    /// `=`, or the colon of a label.
    Equals,
    /// `^T` and its like.
    Transpose(Span),
    /// A comma, a point, a gap between formulas.
    Stop,
    /// Anything else: names, numbers, operators.
    Other(Span),
}

/// Where reading of the tokens stands.
pub(super) struct Outer<'a> {
    pub(super) source: &'a Source,
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) pieces: Vec<Piece>,
    /// Where braces were opened.
    pub(super) braces: Vec<Span>,
}

impl Outer<'_> {
    pub(super) fn read(&mut self) -> Result<(), PasteError> {
        while let Some(token) = self.tokens.get(self.at) {
            let (start, span) = (self.at, token.span);
            self.at += 1;
            match &token.tok {
                Tok::Blank | Tok::Cell | Tok::Row => {}
                Tok::Open => self.braces.push(span),
                Tok::Close if self.braces.pop().is_none() => {
                    return Err(self.source.error(span.0, PasteErrorKind::NotOpened { text: "}".to_owned() }));
                }
                Tok::Close => {}
                Tok::Begin(name) => self.begin(name, span)?,
                Tok::End(name) if matches!(names::environment(name), Some(Environment::Formula { .. })) => {}
                Tok::End(_) => {
                    return Err(self.source.error(span.0, PasteErrorKind::NotOpened { text: self.source.shown(span) }));
                }
                Tok::Sup => self.sup(span),
                Tok::Sub => self.sub(span),
                Tok::Command(name) => self.command(name, start, span)?,
                Tok::Char('=' | ':') => self.pieces.push(Piece::Equals),
                Tok::Char('.' | ',' | ';') => self.pieces.push(Piece::Stop),
                Tok::Char('[' | ']' | '(' | ')' | '|') => {}
                Tok::Char('\'') => self.pieces.push(Piece::Transpose(span)),
                Tok::Char(_) | Tok::Dots => self.pieces.push(Piece::Other(span)),
            }
        }
        match self.braces.first() {
            Some(open) => Err(self.source.error(open.0, PasteErrorKind::Unclosed { text: "{".to_owned() })),
            None => Ok(()),
        }
    }

    fn begin(&mut self, name: &str, span: Span) -> Result<(), PasteError> {
        match names::environment(name) {
            Some(Environment::Formula { arguments }) => {
                (0..arguments).for_each(|_| self.skip_argument());
                Ok(())
            }
            Some(Environment::Matrix { columns }) => {
                self.at = option(self.tokens, self.at);
                (0..columns).for_each(|_| self.skip_argument());
                if name == "tabular*" {
                    self.skip_argument();
                }
                let end = rows::matrix_end(self.tokens, self.at)
                    .filter(|end| self.tokens[*end].tok == Tok::End(name.to_owned()));
                let Some(end) = end else {
                    return Err(self.source.error(span.0, PasteErrorKind::Unclosed { text: self.source.shown(span) }));
                };
                self.matrix(end, span)
            }
            None => Err(self.source.error(span.0, PasteErrorKind::UnknownName { name: name.to_owned() })),
        }
    }

    /// Reads rows up to the token `end`.
    fn matrix(&mut self, end: usize, span: Span) -> Result<(), PasteError> {
        let tensor = rows::read(self.source, &self.tokens[self.at..end], span)?;
        self.at = end + 1;
        let span = (span.0, self.tokens.get(end).map_or(span.1, |token| token.span.1));
        self.pieces.push(Piece::Matrix { tensor, span });
        Ok(())
    }

    fn skip_argument(&mut self) {
        if let Some((_, behind)) = argument(self.tokens, self.at) {
            self.at = behind;
        }
    }

    fn command(&mut self, name: &str, start: usize, span: Span) -> Result<(), PasteError> {
        if names::is_delimiter(name) {
            let at = skip_blanks(self.tokens, self.at);
            // `\left[ {\begin{array}` of MathType: the delimiter is one token, the brace a group.
            if self.tokens.get(at).is_some_and(|token| !matches!(token.tok, Tok::Open | Tok::Close)) {
                self.at = at + 1;
            }
        } else if names::is_matrix(name) {
            let Some((inside, behind)) = argument(self.tokens, self.at) else {
                return Err(self.source.error(span.0, PasteErrorKind::Unclosed { text: self.source.shown(span) }));
            };
            self.at = inside.0;
            self.matrix(behind - 1, span)?;
        } else if let Some(count) = names::skipped(name) {
            if name == "label" || name == "cmidrule" {
                self.at = option(self.tokens, self.at);
            }
            (0..count).for_each(|_| self.skip_argument());
        } else if names::is_style(name) {
            self.skip_argument();
            let end = self.tokens.get(self.at.saturating_sub(1)).map_or(span.1, |token| token.span.1);
            self.pieces.push(Piece::Other((self.tokens[start].span.0, end)));
        } else if name == "quad" || name == "qquad" {
            self.pieces.push(Piece::Stop);
        } else if !names::is_silent(name) && !names::is_fence(name) {
            self.pieces.push(Piece::Other(span));
        }
        Ok(())
    }

    fn sup(&mut self, span: Span) {
        let Some((inside, behind)) = argument(self.tokens, self.at) else { return };
        let span = (span.0, self.tokens[behind - 1].span.1);
        let text: String = self.source.text((self.tokens[inside.0.min(behind - 1)].span.0, span.1));
        let text: String =
            text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '⊤' | '\'' | '-' | '*')).collect();
        self.at = behind;
        let marks = [
            "T", "t", "top", "intercal", "mathsfT", "mathrmT", "mathrmt", "textT", "textsfT", "mathtt", "prime", "'",
            "⊤", "ᵀ", "tr", "mathbfT", "mathitT",
        ];
        self.pieces.push(if marks.contains(&text.as_str()) { Piece::Transpose(span) } else { Piece::Other(span) });
    }

    /// Passes over an index. Behind a matrix without entries it is its size.
    fn sub(&mut self, span: Span) {
        let Some((_, behind)) = argument(self.tokens, self.at) else { return };
        let end = self.tokens[behind - 1].span.1;
        self.at = behind;
        let text = self.source.text((span.1, end)).replace("\\times", "x");
        let sizes = text.trim().trim_matches(['{', '}']).split('x').map(|size| size.trim().parse().ok());
        if let (Some(Piece::Matrix { tensor, .. }), Some(sizes)) =
            (self.pieces.last_mut(), sizes.collect::<Option<Vec<usize>>>())
            && tensor.values.is_empty()
            && sizes.contains(&0)
        {
            tensor.shape = matwalk_core::Shape::new(&sizes).unwrap_or(tensor.shape);
        }
    }
}
