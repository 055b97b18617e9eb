//! Shapes out of a fuzzer's bytes.

use matwalk_core::Shape;
use matwalk_core::shape::MAX_EXTENT;

/// Bytes that are used up from the front; zeros once they are gone.
pub struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    pub fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    pub fn word(&mut self) -> u64 {
        (0..8).fold(0, |word, _| word << 8 | u64::from(self.byte()))
    }

    /// Mostly small sizes, which often go together; sometimes any size there is.
    fn size(&mut self) -> usize {
        match self.byte() {
            byte @ 0..=199 => usize::from(byte) % 5,
            byte @ 200..=229 => usize::from(byte),
            230..=234 => MAX_EXTENT,
            byte @ 235..=244 => 1 << (byte - 225),
            _ => self.word() as usize,
        }
    }

    /// A shape of rank 0 to 6, if there is one of the sizes that come.
    pub fn shape(&mut self) -> Option<Shape> {
        let rank = usize::from(self.byte() % 7);
        let dims: Vec<usize> = (0..rank).map(|_| self.size()).collect();
        Shape::new(&dims).ok()
    }
}
