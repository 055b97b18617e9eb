//! Shapes that code states: `shape=(2, 2)`, `.reshape(2, -1)`, `nrow = 2`.

use super::item::{Item, List};
use super::nest::Nest;
use crate::source::{Source, Span};
use crate::{PasteError, PasteErrorKind, Tensor, verify};
use matwalk_core::Shape;

/// The sizes in a list or call such as `(2, 0)` or `torch.Size([2, 0])`; `None` if it holds anything else.
pub(super) fn sizes_in(source: &Source, item: &Item) -> Option<Vec<usize>> {
    match item {
        Item::Word(span) => Some(vec![size(source, *span)?]),
        Item::List(list) => sizes_of(source, list),
        Item::Call { args, .. } => match &args.items[..] {
            [Item::List(list)] => sizes_of(source, list),
            _ => sizes_of(source, args),
        },
        _ => None,
    }
}

fn sizes_of(source: &Source, list: &List) -> Option<Vec<usize>> {
    list.items
        .iter()
        .map(|item| match item {
            Item::Word(span) => size(source, *span),
            _ => None,
        })
        .collect()
}

pub(super) fn size(source: &Source, span: Span) -> Option<usize> {
    let digits = source.text(span);
    digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Rows and columns exchanged.
pub(crate) fn transposed<T: Clone>(entries: &mut Vec<T>, [rows, cols]: [usize; 2]) {
    let turned = (0..rows * cols).filter_map(|i| entries.get((i % rows) * cols + i / rows).cloned()).collect();
    *entries = turned;
}

/// A tensor with rows and columns exchanged; a vector stands up if it `lies`, as in MATLAB.
pub(crate) fn transpose(tensor: &mut Tensor, lies: bool) {
    let sizes = match *tensor.shape.dims() {
        [rows, cols] => [rows, cols],
        [len] if lies => [1, len],
        _ => return,
    };
    transposed(&mut tensor.values, sizes);
    transposed(&mut tensor.texts, sizes);
    tensor.shape = Shape::new(&[sizes[1], sizes[0]]).unwrap_or(tensor.shape);
}

impl Nest<'_> {
    /// The shape that a pair such as `shape=(2, 2)` states, and where.
    pub(super) fn stated_in(&self, items: &[Item]) -> Result<Option<(usize, Vec<usize>)>, PasteError> {
        for item in items {
            if let Item::Pair { name, value } = item
                && ["size", "shape"].contains(&self.source.text(*name).as_str())
            {
                let sizes = sizes_in(self.source, value).ok_or_else(|| self.source.unexpected(value.span()))?;
                return Ok(Some((value.span().0, sizes)));
            }
        }
        Ok(None)
    }

    /// Checks the sizes that were read against a stated shape. A flat list takes any shape that holds as many.
    pub(super) fn fit(&mut self, stated: Option<(usize, Vec<usize>)>) -> Result<(), PasteError> {
        let Some((at, stated)) = stated else { return Ok(()) };
        let read: Vec<usize> = self.sizes[..self.deepest].iter().map(|size| size.unwrap_or(0)).collect();
        let count = stated.iter().try_fold(1usize, |count, size| count.checked_mul(*size));
        let fills = count == Some(self.numbers.values.len()) && stated.len() <= self.sizes.len();
        if read == stated || fills && (read.len() <= 1 || self.numbers.values.is_empty()) {
            self.deepest = stated.len();
            self.sizes = [None; matwalk_core::MAX_RANK];
            self.sizes.iter_mut().zip(&stated).for_each(|(slot, size)| *slot = Some(*size));
            return Ok(());
        }
        let (stated, found) = (verify::shape_text(&stated), verify::shape_text(&read));
        Err(self.source.error(at, PasteErrorKind::WrongShape { stated, found }))
    }
}
