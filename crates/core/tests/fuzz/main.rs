//! The fuzz targets for a fixed count of inputs, with the ordinary toolchain. `fuzz/` runs the same checks for as long
//! as one likes, led by coverage.

mod ops;
mod parse;
mod rules;
mod shapes;

/// Bytes of a seeded sequence (SplitMix64).
struct Draw(u64);

impl Draw {
    fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.word() % limit as u64) as usize
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        (0..=self.below(most)).map(|_| self.word() as u8).collect()
    }

    /// A few bytes of `from` replaced, doubled or dropped.
    fn mutated(&mut self, from: &[u8]) -> Vec<u8> {
        /// What texts of numbers are made of.
        const MARKS: &[u8] = b"0123456789.-+e,;:x[]()& \\\n";
        let mut bytes = from.to_vec();
        for _ in 0..=self.below(3) {
            let at = self.below(bytes.len().max(1));
            match (self.below(4), bytes.get(at).copied()) {
                (0, Some(_)) => bytes[at] = self.word() as u8,
                (1, Some(_)) => bytes[at] = MARKS[self.below(MARKS.len())],
                (2, Some(_)) => drop(bytes.remove(at)),
                (_, Some(byte)) => bytes.insert(at, byte),
                _ => bytes.push(self.word() as u8),
            }
        }
        bytes
    }
}

#[test]
fn rules_hold_for_drawn_shapes() {
    let mut draw = Draw(1);
    (0..100_000).for_each(|_| rules::check(&draw.bytes(48)));
}

#[test]
fn operations_agree_with_the_textbook() {
    let mut draw = Draw(2);
    (0..30_000).for_each(|_| ops::check(&draw.bytes(48)));
}

#[test]
fn texts_are_read_or_refused() {
    const TEXTS: [&str; 4] = ["2x3:1,2,3,4,5,6", "3x2:seed7", "-1.5e-3", "2 ½"];
    let mut draw = Draw(3);
    for _ in 0..30_000 {
        parse::check(&draw.bytes(64));
        let text = TEXTS[draw.below(TEXTS.len())].as_bytes();
        parse::check(&draw.mutated(text));
    }
}
