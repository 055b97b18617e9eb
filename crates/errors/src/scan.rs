//! Looks for the anchors of all wordings in one pass.
//!
//! An anchor's first six bytes (without blanks and quotation marks) are one number; the text is read through a
//! window of six such bytes, and a bit map says at once whether the window may be the start of an anchor.

use crate::clean::{BREAK, is_thin};
use crate::table;

/// The bytes of an anchor that are compared.
pub(crate) const WIDTH: usize = 6;

const BITS: u32 = 13;

/// The bytes of the window that count.
const MASK: u64 = (1 << (8 * WIDTH)) - 1;

/// A place where an anchor begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// The first byte of the anchor in the cleaned text.
    pub start: usize,
    /// The anchor: its range in [`Anchors::entries`].
    pub first: u16,
    pub count: u16,
}

/// The anchors, ready to be looked for.
pub(crate) struct Anchors {
    /// Keys in rising order, each with its range of `entries`.
    keys: Vec<(u64, u16, u16)>,
    /// Places in the table, sorted by key, then as they stand there.
    pub entries: Vec<u16>,
    /// The templates by their places in the table.
    pub says: Vec<&'static str>,
    map: Vec<u64>,
}

/// The number of an anchor: its first six bytes that count.
pub(crate) fn key(says: &str) -> Option<u64> {
    let literal = says.split('{').next().unwrap_or("");
    let bytes: Vec<u8> = literal.bytes().filter(|&b| !is_thin(b)).take(WIDTH).collect();
    (bytes.len() == WIDTH).then(|| bytes.iter().fold(0, |key, &b| key << 8 | u64::from(b)))
}

fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}

/// Sorts in rising order; the standard sorts are several kilobytes of code each.
fn rise(numbers: &mut [u64]) {
    let mut gap = numbers.len();
    while gap > 1 {
        gap = gap * 5 / 11;
        let step = gap.max(1);
        for i in step..numbers.len() {
            let mut j = i;
            while j >= step && numbers[j - step] > numbers[j] {
                numbers.swap(j - step, j);
                j -= step;
            }
        }
    }
}

impl Anchors {
    pub fn new() -> Self {
        // Six bytes of key and two of place: rising numbers are keys in order, each with its entries in the table's.
        let says: Vec<&str> = table::all().collect();
        let mut all: Vec<u64> =
            says.iter().enumerate().filter_map(|(i, says)| Some(key(says)? << 16 | i as u64)).collect();
        rise(&mut all);
        let mut map = vec![0; 1 << (BITS - 6)];
        let mut keys: Vec<(u64, u16, u16)> = vec![];
        for (i, key) in all.iter().map(|both| both >> 16).enumerate() {
            match keys.last_mut().filter(|last| last.0 == key) {
                Some(last) => last.2 += 1,
                None => keys.push((key, i as u16, 1)),
            }
            map[slot(key) >> 6] |= 1 << (slot(key) & 63);
        }
        Self { keys, entries: all.into_iter().map(|both| both as u16).collect(), says, map }
    }

    fn find(&self, window: u64, start: usize) -> Option<Hit> {
        let slot = slot(window);
        if self.map[slot >> 6] >> (slot & 63) & 1 == 0 {
            return None;
        }
        let i = self.keys.binary_search_by_key(&window, |&(key, ..)| key).ok()?;
        let (_, first, count) = self.keys[i];
        Some(Hit { start, first, count })
    }
}

/// The window over the cleaned text.
#[derive(Default)]
pub(crate) struct Window {
    read: usize,
    bytes: u64,
    starts: [usize; WIDTH],
    turn: usize,
}

impl Window {
    /// Reads what is new in `clean` and appends the anchors found.
    pub fn advance(&mut self, anchors: &Anchors, clean: &[u8], hits: &mut Vec<Hit>) {
        while let Some(&byte) = clean.get(self.read) {
            if byte == BREAK {
                self.bytes = 0;
            } else if !is_thin(byte) {
                self.bytes = (self.bytes << 8 | u64::from(byte)) & MASK;
                self.starts[self.turn] = self.read;
                self.turn = (self.turn + 1) % WIDTH;
                if let Some(hit) = anchors.find(self.bytes, self.starts[self.turn]) {
                    hits.push(hit);
                }
            }
            self.read += 1;
        }
    }
}
