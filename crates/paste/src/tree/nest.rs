//! Lists within lists as the dimensions of a tensor.

use super::item::{Item, List, Mark, Sep};
use super::rows;
use crate::numbers::Numbers;
use crate::source::{Source, Span};
use crate::{Notation, Note, PasteError, PasteErrorKind, Tensor, doubt};
use matwalk_core::{MAX_RANK, number::parse};

/// The numbers of one tensor and the sizes of its lists.
pub(super) struct Nest<'a> {
    pub(super) source: &'a Source,
    pub(super) numbers: Numbers,
    /// The length of the lists at each level, once one has been closed.
    pub(super) sizes: [Option<usize>; MAX_RANK],
    /// The most levels of lists seen.
    pub(super) deepest: usize,
    /// The level of the numbers, once one has been read.
    leaf: Option<usize>,
    pub(super) notation: Option<Notation>,
    pub(super) notes: Vec<Note>,
    commas: bool,
    bracket: Option<char>,
}

impl<'a> Nest<'a> {
    pub(super) fn new(source: &'a Source) -> Nest<'a> {
        Nest {
            source,
            numbers: Numbers::default(),
            sizes: [None; MAX_RANK],
            deepest: 0,
            leaf: None,
            notation: None,
            notes: vec![],
            commas: false,
            bracket: None,
        }
    }

    /// Reads what an item holds, inside `depth` lists.
    pub(super) fn value(&mut self, item: &Item, depth: usize) -> Result<(), PasteError> {
        match item {
            Item::Word(span) => self.number(*span, depth, None),
            Item::Quoted((start, end)) => self.number(self.source.trimmed((start + 1, end - 1)), depth, None),
            Item::Dots(span) => Err(self.source.error(span.0, PasteErrorKind::Elided)),
            Item::List(list) => self.list(list, depth),
            Item::Call { name, args } => self.call(*name, args, depth),
            Item::Pair { name, .. } => Err(self.source.unexpected(*name)),
            Item::Scaled { factor, value } if self.numbers.values.is_empty() && matches!(**value, Item::List(_)) => {
                self.numbers.set_factor(self.source, *factor)?;
                self.value(value, depth)
            }
            Item::Scaled { .. } => {
                let text = self.source.shown(item.span());
                Err(self.source.error(item.span().0, PasteErrorKind::Expression { text }))
            }
        }
    }

    /// Reads a number; `text` is its plain form where that is not what stands there.
    pub(super) fn number(&mut self, span: Span, depth: usize, text: Option<String>) -> Result<(), PasteError> {
        if depth < self.deepest {
            return Err(self.source.unexpected(span));
        }
        self.leaf = Some(depth);
        match text {
            Some(text) => self.numbers.push_text(self.source, span, text),
            None => self.numbers.push(self.source, span),
        }
    }

    fn list(&mut self, list: &List, depth: usize) -> Result<(), PasteError> {
        let open = (list.span.0, list.span.0 + 1);
        self.accounting(list)?;
        self.commas_in_doubt(list)?;
        if list.open == '<' {
            return self.angle(list, depth);
        }
        let flat = list.is_flat();
        if depth == 0 && flat && (list.any(Mark::Semicolon) || rows::has_rows(self.source, list)) {
            return self.rows(list);
        }
        if list.any(Mark::Bar) || flat && list.any(Mark::Semicolon) {
            let at = list.items.first().map_or(open, Item::span);
            return Err(self.source.unexpected((at.1, at.1 + 1)));
        }
        self.bracket.get_or_insert(list.open);
        self.items(&list.items, &list.seps, open, depth)
    }

    /// The items of a list that opens at a place.
    pub(super) fn items(&mut self, items: &[Item], seps: &[Sep], open: Span, depth: usize) -> Result<(), PasteError> {
        if depth >= MAX_RANK {
            return Err(self.source.error(open.0, PasteErrorKind::TooDeep));
        }
        if self.leaf.is_some_and(|leaf| depth >= leaf) {
            return Err(self.source.unexpected(open));
        }
        self.deepest = self.deepest.max(depth + 1);
        self.commas |= seps.iter().any(|sep| sep.mark == Mark::Comma);
        let mut first = None;
        for item in items {
            let kind = match item {
                Item::List(list) => Some(list.open),
                Item::Call { .. } => Some('f'),
                _ => None,
            };
            // A shape beside its tensor, `(array([5.]), (1,))`, is no row.
            if let (Some(kind), Some(first)) = (kind, first)
                && kind != first
            {
                return Err(self.source.unexpected(item.span()));
            }
            first = first.or(kind);
            self.value(item, depth + 1)?;
        }
        self.close(depth, open, items.len())
    }

    /// Every list of a level is as long as its first one.
    pub(super) fn close(&mut self, depth: usize, open: Span, got: usize) -> Result<(), PasteError> {
        match self.sizes[depth] {
            Some(expected) if expected != got => {
                Err(self.source.error(open.0, PasteErrorKind::Ragged { expected, got }))
            }
            _ => {
                self.sizes[depth] = Some(got);
                Ok(())
            }
        }
    }

    /// Refuses `(5)`: a number in parentheses, or a negative one.
    fn accounting(&self, list: &List) -> Result<(), PasteError> {
        let ([Item::Word(word)], [sep], '(') = (&list.items[..], &list.seps[..], list.open) else { return Ok(()) };
        if sep.mark != Mark::Blank || parse(&self.source.text(*word)).is_err() {
            return Ok(());
        }
        let text = self.source.shown(list.span);
        Err(self.source.error(list.span.0, PasteErrorKind::Accounting { text }))
    }

    /// Refuses commas between digits where blanks stand between numbers too: `[1,5 2,5]`.
    fn commas_in_doubt(&self, list: &List) -> Result<(), PasteError> {
        let inner = |sep: &Sep| sep.mark == Mark::Blank && !sep.newline;
        let blanks = list.seps.split_last().is_some_and(|(_, seps)| seps.iter().any(inner));
        let digits = |item: &Item| self.source.is_digit(item.span().1 - 1);
        let tight =
            list.seps.iter().zip(&list.items).find(|(sep, item)| sep.tight && sep.mark == Mark::Comma && digits(item));
        let regular = list.is_flat() && regular_pairs(self.source, list);
        match tight {
            Some((_, item)) if regular => Err(doubt::comma(self.source, item.span().1)),
            Some((_, item)) if blanks && list.is_flat() => Err(doubt::comma(self.source, item.span().1)),
            _ => Ok(()),
        }
    }

    /// The tensor of all that was read.
    pub(super) fn finish(mut self, at: usize) -> Result<(Tensor, Notation, Vec<Note>), PasteError> {
        let sizes: Vec<usize> = self.sizes[..self.deepest].iter().map(|size| size.unwrap_or(0)).collect();
        let notation = self.notation.unwrap_or(match self.bracket {
            None => Notation::Number,
            Some('{') => Notation::Braces,
            _ if self.commas || self.numbers.values.is_empty() => Notation::List,
            _ => Notation::NumPy,
        });
        self.notes.extend(self.numbers.notes());
        Ok((self.numbers.into_tensor(self.source, at, &sizes)?, notation, self.notes))
    }
}

/// Whether commas that touch digits stand between others in a regular way, so that they may start decimals (`[1,5, 2,5]`)
/// or group digits (`[1,234, 5]`).
fn regular_pairs(source: &Source, list: &List) -> bool {
    let Some((_, seps)) = list.seps.split_last() else { return false };
    let commas = seps.iter().filter(|sep| sep.mark == Mark::Comma);
    let (tight, loose) = commas.partition::<Vec<&Sep>, _>(|sep| sep.tight);
    let alternating = seps.iter().enumerate().all(|(i, sep)| sep.tight == (i % 2 == 0)) && seps.len() % 2 == 1;
    let three = |i: usize| {
        let (start, end) = list.items[i + 1].span();
        end - start == 3 && (start..end).all(|at| source.is_digit(at))
    };
    let grouped = seps.iter().enumerate().filter(|(_, sep)| sep.tight).all(|(i, _)| three(i));
    !tight.is_empty() && !loose.is_empty() && (alternating || grouped)
}
