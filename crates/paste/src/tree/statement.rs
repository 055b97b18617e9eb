//! Statements: assignments, labels, tensors one after another.

use super::item::{Cursor, Item, List};
use super::nest::Nest;
use super::shapes::sizes_in;
use super::token::{Kind, Token, tokens};
use crate::source::Source;
use crate::{Choice, Meaning, Notation, Note, PasteError, PasteErrorKind, Pasted, Tensor, verify};
use matwalk_core::Shape;

/// A tensor of a text of statements.
struct Entry {
    tensor: Tensor,
    notation: Notation,
    notes: Vec<Note>,
    at: usize,
    /// The bracket around it; `None` for a call or a number.
    bracket: Option<char>,
}

/// Reads all statements of a text.
pub(crate) fn read(source: &Source) -> Result<Pasted, PasteError> {
    let tokens = tokens(source)?;
    let mut cursor = Cursor { source, tokens: &tokens, at: 0 };
    let mut entries: Vec<Entry> = vec![];
    let mut comma = false;
    while let Some(token) = cursor.peek() {
        match token.kind {
            Kind::Newline | Kind::Semicolon => cursor.at += 1,
            Kind::Comma if !comma && !entries.is_empty() => (cursor.at, comma) = (cursor.at + 1, true),
            _ => {
                if comma || !stated_behind(&mut cursor, entries.last_mut())? {
                    entries.push(cursor.entry()?);
                }
                comma = false;
            }
        }
    }
    combine(source, entries)
}

/// Takes a shape behind a print-out, `[5.] (1,)`, and whether it was one.
fn stated_behind(cursor: &mut Cursor, last: Option<&mut Entry>) -> Result<bool, PasteError> {
    let Some(last) = last.filter(|last| last.bracket != Some('(')) else { return Ok(false) };
    let size = cursor.peek().is_some_and(|token| {
        token.kind == Kind::Word && ["torch.Size", "TensorShape"].contains(&cursor.source.text(token.span).as_str())
    });
    if cursor.kind(0) != Some(Kind::Open('(')) && !size {
        return Ok(false);
    }
    let item = cursor.item(0, 0)?;
    let stated = sizes_in(cursor.source, &item).ok_or_else(|| cursor.source.unexpected(item.span()))?;
    let at = item.span().0;
    if stated != last.tensor.shape.dims() {
        let (stated, found) = (verify::shape_text(&stated), verify::shape_text(last.tensor.shape.dims()));
        return Err(cursor.source.error(at, PasteErrorKind::WrongShape { stated, found }));
    }
    Ok(true)
}

impl Cursor<'_> {
    /// A name and a tensor.
    fn entry(&mut self) -> Result<Entry, PasteError> {
        let before = self.at.checked_sub(1).map(|before| self.tokens[before].kind);
        let starts = matches!(before, None | Some(Kind::Newline | Kind::Semicolon));
        let name = if starts { self.assigned() } else { None };
        self.newlines();
        if let Some(token) = self.operator() {
            return Err(self.expression((token.span.0, self.line_end())));
        }
        let item = self.item(0, 0)?;
        let at = item.span().0;
        let mut nest = Nest::new(self.source);
        nest.value(&item, 0)?;
        let (mut tensor, mut notation, mut notes) = nest.finish(at)?;
        self.suffixes(&mut tensor, &mut notation, &mut notes)?;
        if let Some(token) = self.operator() {
            return Err(self.expression((token.span.0, self.line_end())));
        }
        tensor.name = name;
        let bracket = match item {
            Item::List(List { open, .. }) => Some(open),
            _ => None,
        };
        Ok(Entry { tensor, notation, notes, at, bracket })
    }

    /// The sign of a calculation that stands here.
    fn operator(&self) -> Option<Token> {
        let token = self.peek()?;
        let text = self.source.text(token.span);
        let word = token.kind == Kind::Word
            && ["+", "-", "*", "@", "/", "^", ".*", "./", "×", "·", "%*%"].contains(&text.as_str());
        (word || token.kind == Kind::Star).then_some(token)
    }

    fn line_end(&self) -> usize {
        let start = self.peek().map_or(self.source.len(), |token| token.span.0);
        let end = self.source.find(start, |c| c == '\n');
        self.source.trimmed((start, end)).1
    }

    /// Passes over `const a =`, `float A[2][2] =`, `A:` and gives the name.
    fn assigned(&mut self) -> Option<String> {
        let mut depth = 0usize;
        let mut name = None;
        let mut labelled = None;
        let start = self.at;
        for (i, token) in self.tokens.iter().enumerate().skip(start) {
            match token.kind {
                Kind::Open(_) => depth += 1,
                Kind::Close(_) => depth = depth.saturating_sub(1),
                Kind::Newline | Kind::Semicolon if depth == 0 => break,
                Kind::Equals if depth == 0 => {
                    self.at = i + 1;
                    self.constructor();
                    return name.or(labelled.map(|(name, _)| name));
                }
                Kind::Word if depth == 0 => {
                    let word = self.source.text(token.span);
                    let bare = word.trim_end_matches(':');
                    let is_name =
                        bare.starts_with(char::is_alphabetic) && bare.chars().all(|c| c.is_alphanumeric() || c == '_');
                    let followed = matches!(
                        self.tokens.get(i + 1).map(|next| next.kind),
                        Some(Kind::Open(_) | Kind::Word | Kind::Newline)
                    );
                    if word.ends_with(':') && followed && labelled.is_none() {
                        labelled = Some((bare.to_owned(), i + 1)).filter(|_| self.has_letter(start, i));
                    }
                    if is_name && (labelled.is_none() || word.ends_with(':')) {
                        name = Some(bare.to_owned());
                    }
                }
                _ => {}
            }
        }
        let (label, at) = labelled?;
        let one = at == start + 1 && label.starts_with(char::is_alphabetic);
        self.at = at;
        one.then_some(label)
    }

    fn has_letter(&self, start: usize, end: usize) -> bool {
        let words = self.tokens[start..=end].iter();
        words
            .filter(|token| token.kind == Kind::Word)
            .any(|token| self.source.slice(token.span).iter().any(|c| c.is_alphabetic()))
    }

    /// Passes over `new float[,]` before braces.
    fn constructor(&mut self) {
        let is_new = self
            .peek()
            .is_some_and(|token| token.kind == Kind::Word && self.source.text(token.span).starts_with("new"));
        if is_new && let Some(open) = self.tokens[self.at..].iter().position(|token| token.kind == Kind::Open('{')) {
            self.at += open;
        }
    }
}

/// The tensors of all statements: named ones each by itself, bare lists as the entries of a list around them all.
fn combine(source: &Source, mut entries: Vec<Entry>) -> Result<Pasted, PasteError> {
    // SymPy has an empty line between rows.
    if entries.iter().any(|entry| !entry.tensor.values.is_empty() && entry.bracket == Some('[')) {
        entries.retain(|entry| {
            !(entry.bracket == Some('[') && entry.tensor.shape.dims() == [0] && entry.tensor.name.is_none())
        });
    }
    let Some(first) = entries.first() else { return Err(source.error(source.len(), PasteErrorKind::Empty)) };
    let notation = first.notation;
    let named = entries.iter().all(|entry| entry.tensor.name.is_some());
    if entries.len() == 1 || named {
        let notes = entries.iter().flat_map(|entry| entry.notes.clone()).collect();
        let tensors = entries.into_iter().map(|entry| entry.tensor).collect();
        return Ok(Pasted { tensors, notation, notes });
    }
    let bracket = first.bracket;
    let lists =
        bracket.is_some() && entries.iter().all(|entry| entry.bracket == bracket && entry.tensor.name.is_none());
    if lists { stacked(source, &entries) } else { Err(several(source, entries)) }
}

fn stacked(source: &Source, entries: &[Entry]) -> Result<Pasted, PasteError> {
    let Some(first) = entries.first() else { return Err(source.error(0, PasteErrorKind::Empty)) };
    let inner = first.tensor.shape;
    for entry in entries {
        if entry.tensor.shape != inner {
            let len = |shape: Shape| shape.dims().first().copied().unwrap_or(1);
            let (expected, got) = (len(inner), len(entry.tensor.shape));
            return Err(source.error(entry.at, PasteErrorKind::Ragged { expected, got }));
        }
    }
    let sizes = [&[entries.len()], inner.dims()].concat();
    let shape = Shape::new(&sizes).map_err(|_| source.error(first.at, PasteErrorKind::TooDeep))?;
    let values: Vec<f32> = entries.iter().flat_map(|entry| entry.tensor.values.clone()).collect();
    if values.len() > crate::MAX_VALUES {
        return Err(source.error(first.at, PasteErrorKind::TooManyValues));
    }
    // NumPy puts brackets around its rows, SymPy and Sage do not.
    let notation = if first.notation == Notation::NumPy { Notation::SymPy } else { first.notation };
    let texts = entries.iter().flat_map(|entry| entry.tensor.texts.clone()).collect();
    let tensor = Tensor { name: None, shape, values, texts };
    Ok(Pasted { tensors: vec![tensor], notation, notes: first.notes.clone() })
}

/// The error of tensors that are not named: the first, the second or all of them?
fn several(source: &Source, entries: Vec<Entry>) -> PasteError {
    let (at, count) = (entries.get(1).map_or(0, |entry| entry.at), entries.len());
    let notation = entries.first().map_or(Notation::Number, |entry| entry.notation);
    let tensors = entries.into_iter().map(|entry| entry.tensor).collect();
    PasteError { choices: choices(tensors, notation), ..source.error(at, PasteErrorKind::Several { count }) }
}

/// All tensors, the first and the second as meanings.
pub(crate) fn choices(tensors: Vec<Tensor>, notation: Notation) -> Vec<Choice> {
    let choice = |meaning, tensors| Choice {
        meaning,
        sample: String::new(),
        pasted: Pasted { tensors, notation, notes: vec![] },
    };
    let one = |i: usize| tensors.get(i).cloned().map(|tensor| vec![tensor]);
    let (first, second) = (one(0), one(1));
    let all = (tensors.len() == 2).then(|| choice(Meaning::All, tensors.clone()));
    let first = first.map(|tensor| choice(Meaning::First, tensor));
    let second = second.map(|tensor| choice(Meaning::Second, tensor));
    all.into_iter().chain(first).chain(second).collect()
}
