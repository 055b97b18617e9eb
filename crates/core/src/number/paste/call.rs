//! Calls around numbers: `tensor(…)`, `np.array(…)`, `float('nan')`. Nothing is evaluated: only known names are read.

use super::nest::Nest;
use super::token::{Kind, Token};
use super::{MAX_PASTED_VALUES, PasteError, PasteErrorKind, PasteForm};
use crate::shape::MAX_RANK;

/// Calls within calls that are followed; more than anybody writes.
const MAX_CALLS: usize = 8;

impl Nest<'_> {
    /// `tensor(…)`, `np.array(…)`, `float('nan')`, `torch.zeros(2, 0)`.
    pub(super) fn call(&mut self, depth: usize) -> Result<(), PasteError> {
        let Some(name) = self.skip(Kind::Word) else { return Ok(()) };
        let Some(open) = self.skip(Kind::Open('(')) else { return Err(self.unexpected(name)) };
        self.calls += 1;
        if self.calls > MAX_CALLS {
            return Err(self.error(open, PasteErrorKind::TooDeep));
        }
        let full = self.text(name);
        match (full.rsplit('.').next().unwrap_or_default(), depth) {
            ("zeros", 0) => self.zeros(&full, name, open)?,
            ("tensor" | "Tensor" | "FloatTensor" | "DoubleTensor" | "LongTensor" | "IntTensor" | "as_tensor", _) => {
                self.form = Some(PasteForm::PyTorch);
                self.content(depth, open)?;
            }
            ("array" | "asarray" | "matrix" | "Matrix" | "Array", _) => {
                self.form.get_or_insert(PasteForm::NumPy);
                self.content(depth, open)?;
            }
            (number, _) if is_number_type(number) => self.wrapped_number(&full, depth, open)?,
            _ => return Err(self.unexpected(name)),
        }
        self.calls -= 1;
        Ok(())
    }

    /// What a tensor is made of: a factor if need be, the numbers, and words about them.
    fn content(&mut self, depth: usize, open: Token) -> Result<(), PasteError> {
        let first = self.need(open)?;
        if first.kind == Kind::Word && self.tokens.get(self.at + 1).is_some_and(|next| next.kind == Kind::Star) {
            self.numbers.set_factor(self.source, first.start, first.end)?;
            self.at += 2;
            self.need(open)?;
        }
        self.value(depth)?;
        self.words_about(depth, open)
    }

    /// `, dtype=torch.float32, device='cuda:0', grad_fn=<AddBackward0>)`: only a size says something about the numbers.
    fn words_about(&mut self, depth: usize, open: Token) -> Result<(), PasteError> {
        loop {
            let token = self.need(open)?;
            self.at += 1;
            match token.kind {
                Kind::Close(')') => return Ok(()),
                Kind::Comma => {}
                _ => return Err(self.unexpected(token)),
            }
            let word = self.need(open)?;
            if word.kind == Kind::Close(')') {
                continue;
            }
            self.at += 1;
            let is_name = self.source.name_end(word.start) == word.end;
            if word.kind != Kind::Word || !is_name {
                return Err(self.unexpected(word));
            }
            if self.skip(Kind::Equals).is_some() {
                let value = self.need(open)?;
                if depth == 0 && ["size", "shape"].contains(&self.text(word).as_str()) {
                    self.stated = Some((value.start, self.sizes_here(open)?));
                } else {
                    self.skip_balanced(open)?;
                }
            }
        }
    }

    /// Passes over a value of no interest, to the comma or bracket that ends it.
    fn skip_balanced(&mut self, open: Token) -> Result<(), PasteError> {
        let mut within = 0usize;
        loop {
            let token = self.need(open)?;
            match token.kind {
                Kind::Comma | Kind::Close(_) if within == 0 => return Ok(()),
                Kind::Open(_) => within += 1,
                Kind::Close(_) => within -= 1,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Sizes in brackets, `(2, 0)` or `torch.Size([2, 0])`, or one after another up to the end of a call.
    fn sizes_here(&mut self, open: Token) -> Result<Vec<usize>, PasteError> {
        let mut sizes = vec![];
        let mut within = 0usize;
        loop {
            let token = self.need(open)?;
            match token.kind {
                Kind::Comma | Kind::Close(_) if within == 0 => return Ok(sizes),
                Kind::Comma => {}
                Kind::Open(_) => within += 1,
                Kind::Close(_) => within -= 1,
                Kind::Word if self.text(token) == "torch.Size" => {}
                Kind::Word => sizes.push(self.size(token)?),
                _ => return Err(self.unexpected(token)),
            }
            self.at += 1;
        }
    }

    fn size(&self, token: Token) -> Result<usize, PasteError> {
        let digits = self.text(token);
        let size = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
        size.ok_or_else(|| self.unexpected(token))
    }

    /// `torch.zeros(2, 0)`, `np.zeros((2, 0), dtype=np.float32)`: how a tensor without elements is written as code.
    fn zeros(&mut self, full: &str, name: Token, open: Token) -> Result<(), PasteError> {
        self.form = Some(if full.starts_with("torch") { PasteForm::PyTorch } else { PasteForm::NumPy });
        let first = self.need(open)?;
        let mut sizes = vec![];
        if matches!(first.kind, Kind::Open(_)) {
            sizes = self.sizes_here(open)?;
        } else {
            while let Some(word) = self.skip(Kind::Word) {
                sizes.push(self.size(word)?);
                // A comma before `dtype=` is left to what reads that.
                let comma = self.at;
                let another = self.skip(Kind::Comma).and_then(|_| self.peek()).is_some_and(|next| {
                    let equals = self.tokens.get(self.at + 1).is_some_and(|token| token.kind == Kind::Equals);
                    next.kind == Kind::Word && !equals
                });
                if !another {
                    self.at = comma;
                    break;
                }
            }
        }
        let count = sizes.iter().try_fold(1usize, |count, size| count.checked_mul(*size));
        if sizes.len() > MAX_RANK {
            return Err(self.error(first, PasteErrorKind::TooDeep));
        }
        if !sizes.contains(&0) && count.is_none_or(|count| count > MAX_PASTED_VALUES) {
            return Err(self.error(first, PasteErrorKind::TooManyValues));
        }
        for _ in 0..if sizes.contains(&0) { 0 } else { count.unwrap_or(0) } {
            self.numbers.push_value(self.source, name.start, 0.0)?;
        }
        for (slot, size) in self.sizes.iter_mut().zip(&sizes) {
            *slot = Some(*size);
        }
        self.deepest = sizes.len();
        self.words_about(0, open)
    }

    /// `float('nan')`, `np.float32(1.5)`.
    fn wrapped_number(&mut self, full: &str, depth: usize, open: Token) -> Result<(), PasteError> {
        let token = self.need(open)?;
        self.at += 1;
        let text = match token.kind {
            Kind::Quoted => self.source.folded(token.start + 1, token.end - 1),
            Kind::Word => self.text(token),
            _ => return Err(self.unexpected(token)),
        };
        let text = word_text(&text).unwrap_or(text);
        let negative = full.starts_with('-');
        self.number(depth, token, Some(if negative { negated(&text) } else { text }))?;
        let close = self.need(open)?;
        self.at += 1;
        if close.kind == Kind::Close(')') { Ok(()) } else { Err(self.unexpected(close)) }
    }
}

/// `float`, `np.float32`, `int64`: what a single number may be wrapped in.
fn is_number_type(name: &str) -> bool {
    let name = name.trim_start_matches('-');
    name == "float"
        || ["float", "int", "uint"]
            .iter()
            .any(|kind| name.strip_prefix(kind).is_some_and(|bits| ["8", "16", "32", "64"].contains(&bits)))
}

/// `np.nan`, `-torch.inf` as `nan`, `-inf`; `None` for what is written plainly.
pub(super) fn word_text(word: &str) -> Option<String> {
    let (sign, name) = word.strip_prefix('-').map_or(("", word), |name| ("-", name));
    let (module, name) = name.rsplit_once('.')?;
    let known = ["np", "numpy", "torch", "math"].contains(&module);
    let name = name.to_ascii_lowercase();
    (known && ["inf", "nan"].contains(&name.as_str())).then(|| format!("{sign}{name}"))
}

fn negated(text: &str) -> String {
    text.strip_prefix('-').map_or_else(|| format!("-{text}"), str::to_owned)
}
