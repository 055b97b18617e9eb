//! What the matmul tests share: inputs that find mistakes, and comparison by bits.

/// A generator of test values: the same on every target.
pub struct Random(u64);

impl Random {
    /// A generator that starts from `seed`.
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(2).wrapping_add(1))
    }

    fn next(&mut self) -> u32 {
        // Knuth's MMIX multiplier; the high bits are the good ones.
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 32) as u32
    }

    /// A whole number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u64::from(self.next()) * bound as u64) >> 32) as usize
    }

    /// A value of a size and sign that make rounding errors depend on the order of additions.
    pub fn finite(&mut self) -> f32 {
        let exponent = 117 + self.next() % 20;
        f32::from_bits((self.next() & 0x807f_ffff) | exponent << 23)
    }

    /// Like [`Random::finite`], and in one of eight a value that breaks shortcuts.
    pub fn wild(&mut self) -> f32 {
        const WILD: [f32; 10] = [
            0.0,
            -0.0,
            f32::INFINITY,
            f32::NEG_INFINITY,
            f32::NAN,
            f32::from_bits(1),
            f32::from_bits(0x807f_ffff),
            f32::MIN_POSITIVE,
            f32::MAX,
            -1.0,
        ];
        if self.below(8) == 0 { WILD[self.below(WILD.len())] } else { self.finite() }
    }
}

/// Fills a vector.
pub fn values(len: usize, next: impl FnMut() -> f32) -> Vec<f32> {
    core::iter::repeat_with(next).take(len).collect()
}

/// Equal bits, where any NaN equals any NaN.
pub fn same(x: f32, y: f32) -> bool {
    x.to_bits() == y.to_bits() || (x.is_nan() && y.is_nan())
}

/// Asserts equal bits, naming the first element that differs.
#[track_caller]
pub fn assert_same(got: &[f32], want: &[f32], what: impl core::fmt::Debug) {
    assert_eq!(got.len(), want.len(), "{what:?}");
    for (i, (&x, &y)) in got.iter().zip(want).enumerate() {
        assert!(same(x, y), "{what:?}: element {i} is {x:?} ({:08x}), not {y:?} ({:08x})", x.to_bits(), y.to_bits());
    }
}
