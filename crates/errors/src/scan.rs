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

/// An entry of the table of wordings.
struct Entry {
    /// The number of its anchor.
    key: u64,
    /// The next entry of its slot.
    next: u16,
    /// Its template.
    says: &'static str,
}

/// The anchors, ready to be looked for: a hash table whose chains are in the order of the table of wordings.
pub(crate) struct Anchors {
    entries: Vec<Entry>,
    /// The first entry of each slot.
    firsts: Vec<u16>,
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
        let mut entries = vec![];
        for says in table::all() {
            // A text without an anchor is never found: a window is less.
            entries.push(Entry { key: key(says).unwrap_or(u64::MAX), next: NONE, says });
        }
        let mut firsts = vec![NONE; 1 << BITS];
        for (place, entry) in entries.iter_mut().enumerate().rev() {
            if let Some(first) = firsts.get_mut(slot(entry.key)) {
                entry.next = std::mem::replace(first, place as u16);
            }
        }
        Self { entries, firsts }
    }

    fn entry(&self, place: u16) -> Option<&Entry> {
        self.entries.get(usize::from(place))
    }

    /// The template of an entry.
    pub fn says(&self, place: u16) -> &'static str {
        self.entry(place).map_or("", |entry| entry.says)
    }

    /// The first entry with that key in the chain that begins at `place`.
    fn along(&self, mut place: u16, key: u64) -> Option<u16> {
        loop {
            let entry = self.entry(place)?;
            if entry.key == key {
                return Some(place);
            }
            place = entry.next;
        }
    }

    /// The first entry whose anchor is in the window.
    fn find(&self, window: u64) -> Option<u16> {
        self.along(*self.firsts.get(slot(window))?, window)
    }

    /// The next entry with the same anchor.
    pub fn next(&self, place: u16) -> Option<u16> {
        let entry = self.entry(place)?;
        self.along(entry.next, entry.key)
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
