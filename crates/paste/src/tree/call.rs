//! Calls around numbers: `tensor(…)`, `np.array(…)`, `float('nan')`. Nothing is evaluated: only known names are read.

use super::item::{Item, List, Mark};
use super::known::{Holds, known};
use super::nest::Nest;
use super::shapes::{size, sizes_in, transposed};
use crate::literal::plain;
use crate::source::Span;
use crate::{MAX_VALUES, Notation, Note, PasteError, PasteErrorKind};
use matwalk_core::number::parse;

impl Nest<'_> {
    /// Reads what a call holds.
    pub(super) fn call(&mut self, name: Span, args: &List, depth: usize) -> Result<(), PasteError> {
        let full = self.source.text(name);
        let Some((holds, notation)) = known(&full, args) else { return Err(self.unknown(name, &full)) };
        if let Some(notation) = notation {
            self.named(notation);
        }
        match holds {
            Holds::Content => self.content(args, depth),
            Holds::Filled(value) if depth == 0 => self.filled(name, args, f32::from(value)),
            Holds::Filled(_) => Err(self.source.unexpected(name)),
            Holds::Rows if args.any(Mark::Semicolon) && depth == 0 => self.rows(args),
            Holds::Rows => self.items(&args.items, &args.seps, (args.span.0, args.span.0 + 1), depth),
            Holds::Matrix => self.matrix(args, depth),
            Holds::Number => self.wrapped_number(&full, args, depth),
        }
    }

    fn named(&mut self, notation: Notation) {
        // `array(` inside `tf.Tensor` is still TensorFlow.
        if self.notation.is_none() || notation == Notation::PyTorch {
            self.notation = Some(notation);
        }
    }

    /// The error of a name that isn't known: a function of numbers is a calculation.
    fn unknown(&self, name: Span, full: &str) -> PasteError {
        let functions = ["sqrt", "sin", "cos", "tan", "exp", "log", "ln", "abs", "pow", "sum", "max", "min"];
        let last = full.rsplit('.').next().unwrap_or(full).trim_start_matches('-');
        let kind = if functions.contains(&last) {
            PasteErrorKind::Expression { text: self.source.shown(name) }
        } else {
            PasteErrorKind::UnknownName { name: self.source.shown(name) }
        };
        self.source.error(name.0, kind)
    }

    /// What a tensor is made of. Of the words about it only a shape says something about the numbers.
    fn content(&mut self, args: &List, depth: usize) -> Result<(), PasteError> {
        for item in &args.items {
            if let Item::Pair { name, .. } = item
                && ["indices", "layout", "nnz", "quantization_scheme"].contains(&self.source.text(*name).as_str())
            {
                return Err(self.source.error(name.0, PasteErrorKind::UnknownName { name: self.source.shown(*name) }));
            }
        }
        let is_about = |item: &Item| match item {
            Item::Pair { .. } => true,
            Item::Word(span) => parse(&plain_word(&self.source.text(*span))).is_err() && self.is_type(*span),
            _ => false,
        };
        let values: Vec<&Item> = args.items.iter().filter(|item| !is_about(item)).collect();
        let stated = self.stated_in(&args.items)?;
        match &values[..] {
            [] => {
                let Some(Item::Pair { value, .. }) = args.items.iter().find(|item| self.is_data(item)) else {
                    return Err(self.source.error(args.span.0, PasteErrorKind::NoNumber));
                };
                self.value(value, depth)?;
            }
            [value] => self.value(value, depth)?,
            // `tf.tensor2d([1, 2, 3, 4], [2, 2])`
            [value, shape]
                if depth == 0 && matches!(value, Item::List(_)) && sizes_in(self.source, shape).is_some() =>
            {
                self.value(value, depth)?;
                let sizes = sizes_in(self.source, shape).unwrap_or_default();
                return self.fit(Some((shape.span().0, sizes)));
            }
            // `Matrix(2, 2, [[1, 2], [3, 4]])`
            [rows, cols, value @ Item::List(_)] if depth == 0 => {
                let both = sizes_in(self.source, rows).zip(sizes_in(self.source, cols));
                let sizes = both.map(|(rows, cols)| [rows, cols].concat());
                let sizes = sizes.ok_or_else(|| self.source.unexpected(rows.span()))?;
                self.value(value, depth)?;
                return self.fit(Some((rows.span().0, sizes)));
            }
            [_, second, ..] => return Err(self.source.unexpected(second.span())),
        }
        if depth == 0 { self.fit(stated) } else { Ok(()) }
    }

    fn is_data(&self, item: &Item) -> bool {
        match item {
            Item::Pair { name, .. } => {
                ["data", "value", "values", "object", "initial_value"].contains(&self.source.text(*name).as_str())
            }
            _ => false,
        }
    }

    /// `np.float32`, `float32`, `ctx`: a name that says how numbers are stored.
    fn is_type(&self, span: Span) -> bool {
        let text = self.source.text(span);
        text.starts_with(|c: char| c.is_ascii_alphabetic()) && !text.contains(['*', '/', '+', '^'])
    }

    /// `torch.zeros(2, 0)`, `np.ones((2, 3), dtype=np.float32)`.
    fn filled(&mut self, name: Span, args: &List, value: f32) -> Result<(), PasteError> {
        let positional: Vec<&Item> = args
            .items
            .iter()
            .filter(|item| {
                matches!(item, Item::Word(span) if size(self.source, *span).is_some()) || matches!(item, Item::List(_))
            })
            .collect();
        let mut sizes = vec![];
        for item in &positional {
            sizes.extend(sizes_in(self.source, item).ok_or_else(|| self.source.unexpected(item.span()))?);
        }
        for item in &args.items {
            let fine = match item {
                Item::Word(span) => size(self.source, *span).is_some() || self.is_type(*span),
                Item::List(_) | Item::Pair { .. } => true,
                _ => false,
            };
            if !fine {
                return Err(self.source.unexpected(item.span()));
            }
        }
        let count = sizes.iter().try_fold(1usize, |count, size| count.checked_mul(*size));
        let empty = sizes.contains(&0);
        if sizes.len() > self.sizes.len() {
            return Err(self.source.error(args.span.0, PasteErrorKind::TooDeep));
        }
        if !empty && count.is_none_or(|count| count > MAX_VALUES) {
            return Err(self.source.error(args.span.0, PasteErrorKind::TooManyValues));
        }
        for _ in 0..if empty { 0 } else { count.unwrap_or(0) } {
            self.numbers.push_value(self.source, name.0, value)?;
        }
        self.sizes.iter_mut().zip(&sizes).for_each(|(slot, size)| *slot = Some(*size));
        self.deepest = sizes.len();
        Ok(())
    }

    /// `matrix([1, 2], [3, 4])` of Maxima, `matrix(c(1, 2, 3, 4), nrow = 2)` of R, `matrix([[1, 2], [3, 4]])`.
    fn matrix(&mut self, args: &List, depth: usize) -> Result<(), PasteError> {
        let open = (args.span.0, args.span.0 + 1);
        let pair = |wanted: &str| {
            args.items.iter().find_map(|item| match item {
                Item::Pair { name, value } if self.source.text(*name) == wanted => Some(value.as_ref()),
                _ => None,
            })
        };
        let lists = args.items.iter().all(|item| matches!(item, Item::List(List { open: '[', .. })));
        let nested = matches!(&args.items[..], [Item::List(list), ..] if !list.is_flat());
        if lists && !nested && !args.items.is_empty() && depth == 0 {
            self.notation = Some(Notation::Maxima);
            return self.items(&args.items, &args.seps, open, 0);
        }
        let vector = matches!(args.items.first(), Some(Item::Call { name, .. }) if self.source.text(*name) == "c");
        if !vector {
            self.named(Notation::NumPy);
            return self.content(args, depth);
        }
        let (nrow, ncol, byrow) = (pair("nrow"), pair("ncol"), pair("byrow"));
        let by_row = match byrow {
            Some(Item::Word(span)) => self.source.text(*span).starts_with('T'),
            _ => false,
        };
        let one = |item: Option<&Item>| {
            item.and_then(|item| sizes_in(self.source, item)).and_then(|sizes| sizes.first().copied())
        };
        // `matrix(c(1, 2, 3, 4), 2, 2)`
        let positional: Vec<&Item> =
            args.items.iter().skip(1).filter(|item| !matches!(item, Item::Pair { .. })).collect();
        let (rows, cols) = (one(nrow.or(positional.first().copied())), one(ncol.or(positional.get(1).copied())));
        self.notation = Some(Notation::R);
        let Some(first) = args.items.first() else { return Err(self.source.unexpected(open)) };
        self.value(first, depth)?;
        let count = self.numbers.values.len();
        let (rows, cols) = match (rows, cols) {
            (Some(rows), cols) if rows > 0 => (rows, cols.unwrap_or(count / rows)),
            (None, Some(cols)) if cols > 0 => (count / cols, cols),
            _ => (count, 1),
        };
        if rows * cols != count
            || depth > 0
            || positional.len() > 2
            || positional.iter().any(|item| !matches!(item, Item::Word(_)))
        {
            return Err(self.source.unexpected(args.items.get(1).map_or(open, Item::span)));
        }
        if !by_row {
            transposed(&mut self.numbers.values, [cols, rows]);
            transposed(&mut self.numbers.texts, [cols, rows]);
            self.notes.push(Note::Transposed);
        }
        (self.sizes[0], self.sizes[1], self.deepest) = (Some(rows), Some(cols), 2);
        Ok(())
    }

    /// `float('nan')`, `np.float32(1.5)`.
    fn wrapped_number(&mut self, full: &str, args: &List, depth: usize) -> Result<(), PasteError> {
        let [item] = &args.items[..] else { return Err(self.source.unexpected(args.span)) };
        let span = match item {
            Item::Quoted((start, end)) => (start + 1, end - 1),
            Item::Word(span) => *span,
            _ => return Err(self.source.unexpected(item.span())),
        };
        let text = plain_word(&self.source.text(span));
        let text = if full.starts_with('-') { negated(text.trim()) } else { text };
        self.number(span, depth, Some(text))
    }
}

fn plain_word(word: &str) -> String {
    plain(word).unwrap_or_else(|| word.to_owned())
}

fn negated(text: &str) -> String {
    text.strip_prefix('-').map_or_else(|| format!("-{text}"), str::to_owned)
}
