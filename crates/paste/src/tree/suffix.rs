//! What may stand behind a tensor: `'`, `.T`, `.float()`, `.reshape(2, 2)`, `// MatrixForm`.

use super::item::{Cursor, Item, Mark};
use super::shapes::{sizes_in, transpose};
use super::token::Kind;
use crate::source::Span;
use crate::{Notation, Note, PasteError, PasteErrorKind, Tensor};
use matwalk_core::Shape;

/// Methods that leave the values as they are.
const SAME: [&str; 19] = [
    "float",
    "double",
    "half",
    "int",
    "long",
    "cuda",
    "cpu",
    "to",
    "numpy",
    "detach",
    "requires_grad_",
    "astype",
    "clone",
    "copy",
    "bool",
    "type",
    "contiguous",
    "tolist",
    "print",
];

impl Cursor<'_> {
    /// Applies what stands behind a tensor.
    pub(super) fn suffixes(
        &mut self,
        tensor: &mut Tensor,
        notation: &mut Notation,
        notes: &mut Vec<Note>,
    ) -> Result<(), PasteError> {
        while let Some(token) = self.peek() {
            let text = self.source.text(token.span);
            match token.kind {
                Kind::Tick => {
                    self.at += 1;
                    *notation = if *notation == Notation::Julia { Notation::Julia } else { Notation::Matlab };
                    transpose(tensor, true);
                    notes.push(Note::Transposed);
                }
                Kind::Word if text == "//" || text == "//MatrixForm" => {
                    self.at += 1;
                    if self.kind(0) == Some(Kind::Word) {
                        self.at += 1;
                    }
                    *notation = Notation::Mathematica;
                }
                Kind::Word if token.glued && text.starts_with('.') => {
                    let item = self.item(0, 0)?;
                    self.method(&item, tensor, notes)?;
                }
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    fn method(&self, item: &Item, tensor: &mut Tensor, notes: &mut Vec<Note>) -> Result<(), PasteError> {
        let (name, args) = match item {
            Item::Word(name) => (*name, None),
            Item::Call { name, args } => (*name, Some(args)),
            _ => return Err(self.source.unexpected(item.span())),
        };
        // `.float().t()` is one word and a call, then another.
        let text = self.source.text(name);
        match (text.trim_start_matches('.'), args) {
            ("T" | "mT", None) | ("t" | "transpose", Some(_)) => {
                if args.is_some_and(|args| !args.items.is_empty() && tensor.shape.rank() != 2) {
                    return Err(self.unknown_method(name));
                }
                transpose(tensor, false);
                notes.push(Note::Transposed);
                Ok(())
            }
            ("reshape" | "view", Some(args)) => {
                let words: Option<Vec<Vec<usize>>> =
                    args.items.iter().map(|item| sizes_in(self.source, item)).collect();
                let sizes = words.map(|words| words.concat()).filter(|_| !args.any(Mark::Semicolon));
                let shape = sizes.and_then(|sizes| Shape::new(&sizes).ok());
                let shape = shape.filter(|shape| shape.numel() == tensor.values.len());
                tensor.shape = shape.ok_or_else(|| self.source.unexpected(args.span))?;
                Ok(())
            }
            (name, Some(_)) if SAME.contains(&name) => Ok(()),
            _ => Err(self.unknown_method(name)),
        }
    }

    fn unknown_method(&self, name: Span) -> PasteError {
        self.source.error(name.0, PasteErrorKind::UnknownName { name: self.source.shown(name) })
    }
}
