//! Nested brackets: Python lists, NumPy and PyTorch print-outs.

use super::call::word_text;
use super::numbers::Numbers;
use super::source::Source;
use super::token::{Kind, Token, closing, tokens};
use super::{PasteError, PasteErrorKind, PasteForm, Pasted, matlab};
use crate::shape::MAX_RANK;

/// Whether a bracket or a call starts here.
pub(super) fn looks_like(source: &Source, start: usize) -> bool {
    let end = source.name_end(start);
    matches!(source.at(start), Some('[' | '(' | '{')) || end > start && source.at(end) == Some('(')
}

/// Reads brackets and calls from a place to the end.
pub(super) fn read(source: &Source, start: usize) -> Result<Pasted, PasteError> {
    let tokens = tokens(source, start)?;
    if let Some(rows) = matlab::read(source, &tokens)? {
        return Ok(rows);
    }
    let mut nest = Nest::new(source, &tokens);
    nest.value(0)?;
    if nest.another_follows() {
        // Lists one after another are the entries of a list around them all.
        nest = Nest::new(source, &tokens);
        nest.several()?;
    }
    nest.finish(start)
}

/// Where reading stands.
pub(super) struct Nest<'a> {
    pub(super) source: &'a Source,
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) numbers: Numbers,
    /// The length of the lists at each level, once one has been closed.
    pub(super) sizes: [Option<usize>; MAX_RANK],
    /// The most levels of lists seen.
    pub(super) deepest: usize,
    /// The level of the numbers, once one has been read.
    leaf: Option<usize>,
    pub(super) calls: usize,
    /// `size=(2, 0)` of a print-out without numbers, and where it stands.
    pub(super) stated: Option<(usize, Vec<usize>)>,
    pub(super) form: Option<PasteForm>,
    commas: bool,
}

impl<'a> Nest<'a> {
    fn new(source: &'a Source, tokens: &'a [Token]) -> Nest<'a> {
        Nest {
            source,
            tokens,
            at: 0,
            numbers: Numbers::default(),
            sizes: [None; MAX_RANK],
            deepest: 0,
            leaf: None,
            calls: 0,
            stated: None,
            form: None,
            commas: false,
        }
    }

    /// The next token that is not the end of a line.
    pub(super) fn peek(&mut self) -> Option<Token> {
        while self.tokens.get(self.at).is_some_and(|token| token.kind == Kind::Newline) {
            self.at += 1;
        }
        self.tokens.get(self.at).copied()
    }

    pub(super) fn skip(&mut self, kind: Kind) -> Option<Token> {
        let token = self.peek().filter(|token| token.kind == kind)?;
        self.at += 1;
        Some(token)
    }

    pub(super) fn unexpected(&self, token: Token) -> PasteError {
        self.source.unexpected(token.start, token.end)
    }

    pub(super) fn error(&self, token: Token, kind: PasteErrorKind) -> PasteError {
        self.source.error(token.start, kind)
    }

    /// The next token; without one the bracket `open` is unclosed.
    pub(super) fn need(&mut self, open: Token) -> Result<Token, PasteError> {
        self.peek().ok_or_else(|| self.error(open, PasteErrorKind::Unclosed))
    }

    pub(super) fn text(&self, token: Token) -> String {
        self.source.folded(token.start, token.end)
    }

    /// A number, a list or a call, inside `depth` lists.
    pub(super) fn value(&mut self, depth: usize) -> Result<(), PasteError> {
        let Some(token) = self.peek() else {
            return Err(self.source.error(self.source.len(), PasteErrorKind::Empty));
        };
        match token.kind {
            Kind::Open(_) => self.list(depth),
            Kind::Word if self.tokens.get(self.at + 1).is_some_and(|next| next.kind == Kind::Open('(')) => {
                self.call(depth)
            }
            Kind::Word => {
                self.at += 1;
                self.number(depth, token, word_text(&self.text(token)))
            }
            Kind::Dots => Err(self.error(token, PasteErrorKind::Elided)),
            _ => Err(self.unexpected(token)),
        }
    }

    pub(super) fn number(&mut self, depth: usize, token: Token, text: Option<String>) -> Result<(), PasteError> {
        if depth < self.deepest {
            return Err(self.unexpected(token));
        }
        self.leaf = Some(depth);
        match text {
            Some(text) => self.numbers.push_text(self.source, token.start, token.end, text),
            None => self.numbers.push(self.source, token.start, token.end),
        }
    }

    fn list(&mut self, depth: usize) -> Result<(), PasteError> {
        let Some(open) = self.peek() else { return Ok(()) };
        let Kind::Open(bracket) = open.kind else { return Err(self.unexpected(open)) };
        self.at += 1;
        if depth >= MAX_RANK {
            return Err(self.error(open, PasteErrorKind::TooDeep));
        }
        if self.leaf.is_some_and(|leaf| depth >= leaf) {
            return Err(self.unexpected(open));
        }
        self.deepest = self.deepest.max(depth + 1);
        let mut count = 0;
        let mut comma = true;
        loop {
            let token = self.need(open)?;
            match token.kind {
                Kind::Close(close) if close == closing(bracket) => {
                    self.at += 1;
                    return self.close(depth, open, count);
                }
                Kind::Comma if !comma => {
                    (self.at, self.commas, comma) = (self.at + 1, true, true);
                }
                _ => {
                    self.value(depth + 1)?;
                    (count, comma) = (count + 1, false);
                }
            }
        }
    }

    /// Every list of a level is as long as its first one.
    fn close(&mut self, depth: usize, open: Token, got: usize) -> Result<(), PasteError> {
        match self.sizes[depth] {
            Some(expected) if expected != got => Err(self.error(open, PasteErrorKind::Ragged { expected, got })),
            _ => {
                self.sizes[depth] = Some(got);
                Ok(())
            }
        }
    }

    /// Whether another list or call follows the first one.
    fn another_follows(&mut self) -> bool {
        let before = self.at;
        self.skip(Kind::Comma);
        let follows = self.peek().is_some_and(|token| matches!(token.kind, Kind::Open(_) | Kind::Word));
        self.at = before;
        follows && self.numbers_are_in_lists()
    }

    fn numbers_are_in_lists(&self) -> bool {
        self.deepest > 0 || self.form.is_some()
    }

    /// Lists one after another, to the end.
    fn several(&mut self) -> Result<(), PasteError> {
        self.deepest = 1;
        let mut count = 0;
        while self.peek().is_some_and(|token| matches!(token.kind, Kind::Open(_) | Kind::Word)) {
            self.value(1)?;
            count += 1;
            self.skip(Kind::Comma);
        }
        self.sizes[0] = Some(count);
        Ok(())
    }

    /// Nothing but separators may follow.
    fn finish(mut self, start: usize) -> Result<Pasted, PasteError> {
        let _ = self.skip(Kind::Comma).or_else(|| self.skip(Kind::Semicolon));
        if let Some(token) = self.peek() {
            return Err(self.unexpected(token));
        }
        let mut sizes: Vec<usize> = self.sizes[..self.deepest].iter().map(|size| size.unwrap_or(0)).collect();
        if let Some((place, stated)) = self.stated {
            let fits = if self.numbers.is_empty() { stated.contains(&0) } else { stated == sizes };
            if !fits {
                return Err(self.source.unexpected(place, place + 1));
            }
            sizes = stated;
        }
        let form = self.form.unwrap_or(if self.commas || self.numbers.is_empty() {
            PasteForm::Python
        } else {
            PasteForm::NumPy
        });
        self.numbers.into_pasted(self.source, start, &sizes, form)
    }
}
