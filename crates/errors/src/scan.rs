//! Looks for the anchors of all wordings in one pass.
//!
//! An anchor's first six bytes (without blanks and quotation marks) are one number; the text is read through a
//! window of six such bytes, and a hash table says whether the window is the start of an anchor.

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
    /// The first entry of the table that has it; see [`Anchors::next`].
    pub entry: u16,
}

/// The anchors, ready to be looked for: a hash table whose chains are in the order of the table of wordings.
pub(crate) struct Anchors {
    /// Of each entry the number of its anchor.
    keys: Vec<u64>,
    /// The first entry of each slot.
    firsts: Vec<u16>,
    /// Of each entry the next one of its slot.
    nexts: Vec<u16>,
    /// The templates by their places in the table.
    pub says: Vec<&'static str>,
}

/// No entry.
const NONE: u16 = u16::MAX;

/// The number of an anchor: its first six bytes that count.
pub(crate) fn key(says: &str) -> Option<u64> {
    let (mut key, mut count) = (0, 0);
    for byte in says.bytes().take_while(|&b| b != b'{') {
        if !is_thin(byte) {
            key = key << 8 | u64::from(byte);
            count += 1;
        }
        if count == WIDTH {
            return Some(key);
        }
    }
    None
}

fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}

impl Anchors {
    pub fn new() -> Self {
        let says: Vec<&str> = table::all().collect();
        // A text without an anchor is never found: a window is less.
        let keys: Vec<u64> = says.iter().map(|says| key(says).unwrap_or(u64::MAX)).collect();
        let mut firsts = vec![NONE; 1 << BITS];
        let mut nexts = vec![NONE; keys.len()];
        for (entry, (key, next)) in keys.iter().zip(&mut nexts).enumerate().rev() {
            if let Some(first) = firsts.get_mut(slot(*key)) {
                *next = std::mem::replace(first, entry as u16);
            }
        }
        Self { keys, firsts, nexts, says }
    }

    /// The first entry with that key in the chain that begins at `entry`.
    fn along(&self, mut entry: u16, key: u64) -> Option<u16> {
        while *self.keys.get(usize::from(entry))? != key {
            entry = *self.nexts.get(usize::from(entry))?;
        }
        Some(entry)
    }

    /// The first entry whose anchor is in the window.
    fn find(&self, window: u64) -> Option<u16> {
        self.along(*self.firsts.get(slot(window))?, window)
    }

    /// The next entry with the same anchor.
    pub fn next(&self, entry: u16) -> Option<u16> {
        let entry = usize::from(entry);
        self.along(*self.nexts.get(entry)?, *self.keys.get(entry)?)
    }
}

/// Where the bytes of a full window begin of which the last one stands at `end`.
fn start(clean: &[u8], end: usize) -> usize {
    let (mut at, mut count) = (end, 1);
    while count < WIDTH && at > 0 {
        at -= 1;
        count += usize::from(!clean.get(at).is_some_and(|&b| is_thin(b)));
    }
    at
}

/// The window over the cleaned text.
#[derive(Default)]
pub(crate) struct Window {
    read: usize,
    bytes: u64,
}

impl Window {
    /// Reads what is new in `clean` and appends the anchors found.
    pub fn advance(&mut self, anchors: &Anchors, clean: &[u8], hits: &mut Vec<Hit>) {
        while let Some(&byte) = clean.get(self.read) {
            if byte == BREAK {
                self.bytes = 0;
            } else if !is_thin(byte) {
                self.bytes = (self.bytes << 8 | u64::from(byte)) & MASK;
                if let Some(entry) = anchors.find(self.bytes) {
                    hits.push(Hit { start: start(clean, self.read), entry });
                }
            }
            self.read += 1;
        }
    }
}
