//! Tokens as a tree of lists and calls.

use super::token::{Kind, Token, closing};
use crate::source::{Source, Span};
use crate::{PasteError, PasteErrorKind};
use matwalk_core::MAX_RANK;

/// Calls within calls that are followed; more than anybody writes.
const MAX_CALLS: usize = 8;

/// A number, a list or a call.
pub(super) enum Item {
    /// A number or a name.
    Word(Span),
    /// A text in quotes.
    Quoted(Span),
    /// Numbers left out.
    Dots(Span),
    List(List),
    Call {
        name: Span,
        args: List,
    },
    /// `name=value`.
    Pair {
        name: Span,
        value: Box<Item>,
    },
    /// `1.0e+03 * [...]`.
    Scaled {
        factor: Span,
        value: Box<Item>,
    },
}

/// What stands in brackets.
pub(super) struct List {
    pub(super) open: char,
    pub(super) span: Span,
    pub(super) items: Vec<Item>,
    /// What stands behind each item; blanks stand behind the last one.
    pub(super) seps: Vec<Sep>,
}

/// What stands between two items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sep {
    pub(super) mark: Mark,
    /// Whether a line ends there.
    pub(super) newline: bool,
    /// Whether a comma touches both items.
    pub(super) tight: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    #[default]
    Blank,
    Comma,
    Semicolon,
    Bar,
}

impl Item {
    pub(super) fn span(&self) -> Span {
        match self {
            Item::Word(span) | Item::Quoted(span) | Item::Dots(span) => *span,
            Item::List(list) => list.span,
            Item::Call { name, args } => (name.0, args.span.1),
            Item::Pair { name, value } => (name.0, value.span().1),
            Item::Scaled { factor, value } => (factor.0, value.span().1),
        }
    }
}

impl List {
    pub(super) fn any(&self, mark: Mark) -> bool {
        self.seps.iter().any(|sep| sep.mark == mark)
    }

    /// Whether all items are numbers or names.
    pub(super) fn is_flat(&self) -> bool {
        self.items.iter().all(|item| matches!(item, Item::Word(_) | Item::Quoted(_) | Item::Dots(_)))
    }
}

/// Where reading of the tokens stands.
pub(super) struct Cursor<'a> {
    pub(super) source: &'a Source,
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
}

impl Cursor<'_> {
    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    pub(super) fn kind(&self, ahead: usize) -> Option<Kind> {
        self.tokens.get(self.at + ahead).map(|token| token.kind)
    }

    /// Passes over the ends of lines.
    pub(super) fn newlines(&mut self) -> bool {
        let before = self.at;
        while self.kind(0) == Some(Kind::Newline) {
            self.at += 1;
        }
        self.at > before
    }

    /// A number, a list or a call, inside so many lists and calls.
    pub(super) fn item(&mut self, lists: usize, calls: usize) -> Result<Item, PasteError> {
        self.newlines();
        let Some(token) = self.peek() else {
            return Err(self.source.error(self.source.len(), PasteErrorKind::Empty));
        };
        match token.kind {
            Kind::Open(_) => self.list(lists, calls).map(Item::List),
            Kind::Dots => self.took(Item::Dots(token.span)),
            Kind::Quoted => self.took(Item::Quoted(token.span)),
            Kind::Word => self.word(token, lists, calls),
            Kind::Close(_) => {
                Err(self.source.error(token.span.0, PasteErrorKind::NotOpened { text: self.source.shown(token.span) }))
            }
            _ => Err(self.source.unexpected(token.span)),
        }
    }

    fn took(&mut self, item: Item) -> Result<Item, PasteError> {
        self.at += 1;
        Ok(item)
    }

    fn word(&mut self, token: Token, lists: usize, calls: usize) -> Result<Item, PasteError> {
        self.at += 1;
        let text = self.source.text(token.span);
        let named = text.trim_start_matches(['-', '.', '#']).starts_with(|c: char| c.is_alphabetic() || c == '_');
        let touches = self.peek().is_some_and(|next| next.glued);
        match self.kind(0) {
            Some(Kind::Open('(')) if named => self.call(token, lists, calls),
            Some(Kind::Open('[' | '{')) if named && touches => self.call(token, lists, calls),
            Some(Kind::Equals) if named => {
                self.at += 1;
                let value = Box::new(self.item(lists, calls)?);
                Ok(Item::Pair { name: token.span, value })
            }
            Some(Kind::Star) => {
                self.at += 1;
                let value = Box::new(self.item(lists, calls)?);
                Ok(Item::Scaled { factor: token.span, value })
            }
            // `- 3` where a number starts.
            Some(Kind::Word) if text == "-" && !touches => {
                let number = self.peek().map_or(token.span, |next| next.span);
                let first = self.at < 2
                    || matches!(self.tokens[self.at - 2].kind, Kind::Comma | Kind::Semicolon | Kind::Open(_));
                if !first {
                    return Err(self.expression((token.span.0, number.1)));
                }
                self.at += 1;
                Ok(Item::Word((token.span.0, number.1)))
            }
            _ => Ok(Item::Word(token.span)),
        }
    }

    pub(super) fn expression(&self, span: Span) -> PasteError {
        self.source.error(span.0, PasteErrorKind::Expression { text: self.source.shown(span) })
    }

    fn call(&mut self, name: Token, lists: usize, calls: usize) -> Result<Item, PasteError> {
        if calls >= MAX_CALLS {
            return Err(self.source.error(name.span.0, PasteErrorKind::TooDeep));
        }
        let args = self.bracketed(lists, calls + 1)?;
        Ok(Item::Call { name: name.span, args })
    }

    fn list(&mut self, lists: usize, calls: usize) -> Result<List, PasteError> {
        if lists >= MAX_RANK {
            let at = self.peek().map_or(0, |open| open.span.0);
            return Err(self.source.error(at, PasteErrorKind::TooDeep));
        }
        self.bracketed(lists + 1, calls)
    }

    fn bracketed(&mut self, lists: usize, calls: usize) -> Result<List, PasteError> {
        let Some(Token { kind: Kind::Open(open), span, .. }) = self.peek() else {
            return Err(self.source.error(self.source.len(), PasteErrorKind::Empty));
        };
        self.at += 1;
        let mut list = List { open, span, items: vec![], seps: vec![] };
        loop {
            let newline = self.newlines();
            let Some(token) = self.peek() else {
                return Err(self.source.error(span.0, PasteErrorKind::Unclosed { text: open.to_string() }));
            };
            if newline && let Some(sep) = list.seps.last_mut() {
                sep.newline = true;
            }
            match token.kind {
                Kind::Close(close) if close == closing(open) => {
                    self.at += 1;
                    list.span.1 = token.span.1;
                    return Ok(list);
                }
                Kind::Comma | Kind::Semicolon | Kind::Bar => self.separator(&mut list, token)?,
                _ => {
                    list.items.push(self.item(lists, calls)?);
                    list.seps.push(Sep::default());
                }
            }
        }
    }

    /// Puts a separator behind the last item. Only a semicolon may follow another separator, to end a row.
    fn separator(&mut self, list: &mut List, token: Token) -> Result<(), PasteError> {
        let mark = match token.kind {
            Kind::Comma => Mark::Comma,
            Kind::Bar => Mark::Bar,
            _ => Mark::Semicolon,
        };
        let tight = token.glued && self.tokens.get(self.at + 1).is_some_and(|next| next.glued);
        match list.seps.last_mut() {
            Some(sep) if sep.mark == Mark::Blank || mark == Mark::Semicolon && sep.mark == Mark::Comma => {
                *sep = Sep { mark, newline: sep.newline, tight };
            }
            _ => return Err(self.source.unexpected(token.span)),
        }
        self.at += 1;
        Ok(())
    }
}
