//! Flat brackets with rows, `[1 2; 3 4]`, and angles, `<<1, 2> | <3, 4>>`.

use super::item::{Item, List, Mark};
use super::nest::Nest;
use super::shapes::transposed;
use crate::source::{Source, Span};
use crate::{Notation, Note, PasteError, PasteErrorKind};

/// NumPy wraps a vector where the next entry and the bracket would go beyond 75 characters.
const NUMPY_WIDTH: usize = 75;

/// Whether the lines of a flat list are rows rather than one wrapped list.
pub(super) fn has_rows(source: &Source, list: &List) -> bool {
    let lines = lines(list);
    let Some((_, all_but_last)) = lines.split_last().filter(|(_, others)| !others.is_empty()) else { return false };
    if list.open != '[' {
        return false;
    }
    let goes_on = |line: &[usize]| line.last().is_some_and(|&i| list.seps[i].mark == Mark::Comma);
    if all_but_last.iter().all(|line| goes_on(line)) {
        return false;
    }
    if list.any(Mark::Comma) {
        return true;
    }
    // Dots without a comma or semicolon anywhere: NumPy shortened a vector.
    let elided = list.items.iter().any(|item| matches!(item, Item::Dots(_)));
    !elided && !is_wrapped(source, list, all_but_last)
}

/// The items of each line.
fn lines(list: &List) -> Vec<Vec<usize>> {
    let mut lines = vec![vec![]];
    for (i, sep) in list.seps.iter().enumerate() {
        if let Some(line) = lines.last_mut() {
            line.push(i);
        }
        if sep.newline {
            lines.push(vec![]);
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Whether no line has room for one more entry. NumPy gives every entry the same width, with a blank or the bracket
/// before it.
fn is_wrapped(source: &Source, list: &List, lines: &[Vec<usize>]) -> bool {
    let span = |i: usize| list.items[i].span();
    let width = |(n, line): (usize, &Vec<usize>)| {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { return 0 };
        let start = if n == 0 { list.span.0 } else { span(*first).0 };
        // NumPy pads `2.` to the width of `1.9`.
        let end = source.find(span(*last).1, |c| c != ' ').min(span(*last).1 + 8);
        (end - start).div_ceil(line.len())
    };
    let width = lines.iter().enumerate().map(width).max().unwrap_or(0);
    lines.iter().all(|line| (line.len() + 1) * width >= NUMPY_WIDTH)
}

impl Nest<'_> {
    /// Rows that end with semicolons or lines.
    pub(super) fn rows(&mut self, list: &List) -> Result<(), PasteError> {
        self.grouped_in_rows(list)?;
        let (mut rows, mut got, mut start) = (0, 0, list.span.0);
        for (item, sep) in list.items.iter().zip(&list.seps) {
            if got == 0 {
                start = item.span().0;
            }
            self.value(item, 2)?;
            got += 1;
            if sep.mark == Mark::Semicolon || sep.newline && sep.mark != Mark::Comma {
                self.close(1, (start, start), got)?;
                (rows, got) = (rows + 1, 0);
            }
        }
        if got > 0 {
            self.close(1, (start, start), got)?;
            rows += 1;
        }
        self.sizes[0] = Some(rows);
        self.deepest = 2;
        self.notation.get_or_insert(if list.open == '{' { Notation::Excel } else { Notation::Matlab });
        Ok(())
    }

    /// Refuses `[1 234, 5 678]`: blanks that look as if they grouped digits, beside commas.
    fn grouped_in_rows(&self, list: &List) -> Result<(), PasteError> {
        let three = |span: Span| span.1 - span.0 == 3 && (span.0..span.1).all(|i| self.source.is_digit(i));
        let pair = |i: &usize| {
            list.seps[*i].mark == Mark::Blank
                && !list.seps[*i].newline
                && three(list.items[i + 1].span())
                && list.items[i + 1].span().0 == list.items[*i].span().1 + 1
        };
        let commas = list.any(Mark::Comma);
        match (0..list.items.len().saturating_sub(1)).find(pair) {
            Some(i) if commas => {
                let span = (list.items[i].span().0, list.items[i + 1].span().1);
                let text = self.source.shown(span);
                Err(self.source.error(span.0, PasteErrorKind::Grouping { text }))
            }
            _ => Ok(()),
        }
    }

    /// Angles of Maple: columns between bars, entries between commas; or what TensorFlow prints of a tensor.
    pub(super) fn angle(&mut self, list: &List, depth: usize) -> Result<(), PasteError> {
        let open = (list.span.0, list.span.0 + 1);
        let numpy = list.items.iter().find_map(|item| match item {
            Item::Pair { name, value } if self.source.text(*name) == "numpy" => Some(value),
            _ => None,
        });
        if let Some(value) = numpy {
            let stated = self.stated_in(&list.items)?;
            self.value(value, depth)?;
            self.notation = Some(Notation::TensorFlow);
            return self.fit(stated);
        }
        if depth > 0 || self.notation.is_some() || list.items.is_empty() {
            return Err(self.source.unexpected(open));
        }
        self.notation = Some(Notation::Maple);
        if list.any(Mark::Semicolon) {
            return if list.is_flat() { self.rows(list) } else { Err(self.source.unexpected(open)) };
        }
        let columns = list.any(Mark::Bar);
        let inner = |item: &Item| matches!(item, Item::List(List { open: '<', .. }));
        if list.items.iter().all(inner) {
            // Vectors beside one another are columns, below one another rows of Maple's row vectors.
            for item in &list.items {
                let Item::List(inner) = item else { continue };
                let (lying, standing) = (inner.any(Mark::Bar), inner.any(Mark::Comma));
                if inner.items.len() > 1 && (columns && lying || !columns && standing) {
                    return Err(self.source.unexpected(inner.span));
                }
                self.items(&inner.items, &inner.seps, (inner.span.0, inner.span.0 + 1), 1)?;
            }
            self.sizes[0] = Some(list.items.len());
            self.deepest = 2;
            if columns {
                let sizes = [self.sizes[0].unwrap_or(0), self.sizes[1].unwrap_or(0)];
                transposed(&mut self.numbers.values, sizes);
                transposed(&mut self.numbers.texts, sizes);
                (self.sizes[0], self.sizes[1]) = (Some(sizes[1]), Some(sizes[0]));
                self.notes.push(Note::Transposed);
            }
            return Ok(());
        }
        self.items(&list.items, &list.seps, open, 0)
    }
}
