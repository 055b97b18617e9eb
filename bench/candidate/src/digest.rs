//! One number for the bits of many products, to compare targets by.

use matwalk_core::kernel;

/// Bits drawn the same way on every target: ordinary values, and now and then one that breaks shortcuts.
struct Draw(u32);

impl Draw {
    fn value(&mut self) -> f32 {
        // xorshift32.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        match self.0 % 64 {
            0 => 0.0,
            1 => -0.0,
            2 => f32::from_bits(self.0 >> 12),
            3 if self.0 & 0x100_0000 != 0 => [f32::INFINITY, f32::NEG_INFINITY, f32::NAN][self.0 as usize / 64 % 3],
            _ => f32::from_bits((self.0 >> 9) | 0x3f80_0000) - 1.5,
        }
    }

    fn values(&mut self, len: usize) -> Vec<f32> {
        (0..len).map(|_| self.value()).collect()
    }
}

/// FNV-1a over the bits of `values`, every NaN counted as one.
fn fold(hash: u32, values: &[f32]) -> u32 {
    let bits = values.iter().map(|x| if x.is_nan() { 0x7fc0_0000 } else { x.to_bits() });
    bits.flat_map(u32::to_le_bytes).fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The digest of products of all sizes to 17 and of some that cross every block edge, of batches and of layers.
pub fn digest() -> u32 {
    let mut draw = Draw(2_463_534_242);
    let mut hash = 0x811c_9dc5;
    let small = (0..18 * 18 * 18).map(|i| (i / 324, i / 18 % 18, i % 18));
    let large =
        [(33, 65, 17), (100, 100, 100), (64, 64, 64), (131, 300, 530), (1, 1000, 333), (333, 1000, 1), (5, 700, 39)];
    for (m, k, n) in small.chain(large) {
        let (a, b) = (draw.values(m * k), draw.values(k * n));
        let mut out = vec![0.0; m * n];
        kernel::matmul(m, k, n, &a, &b, &mut out);
        hash = fold(hash, &out);
    }
    for (batch, m, k, n) in [(9, 4, 4, 4), (3, 16, 16, 16), (2, 32, 32, 32), (4, 5, 6, 7)] {
        let (a, b) = (draw.values(batch * m * k), draw.values(batch * k * n));
        let mut out = vec![0.0; batch * m * n];
        kernel::bmm(batch, m, k, n, &a, &b, &mut out);
        hash = fold(hash, &out);
    }
    for (rows, inputs, outputs) in [(1, 30, 11), (6, 30, 11), (32, 99, 40)] {
        let (x, weight, bias) = (draw.values(rows * inputs), draw.values(outputs * inputs), draw.values(outputs));
        let mut out = vec![0.0; rows * outputs];
        kernel::linear(rows, inputs, outputs, &x, &weight, Some(&bias), &mut out);
        hash = fold(hash, &out);
    }
    hash
}
