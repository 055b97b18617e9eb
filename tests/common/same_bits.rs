//! What every target must compute with the same bits: natively, in Node, and in a browser.

use matwalk_core::{Shape, Tensor, op};

/// Small numbers, signed zeros, subnormals, large numbers, infinities and NaN, always the same ones.
pub struct Inputs(u32);

impl Inputs {
    pub fn new(seed: u32) -> Inputs {
        Inputs(seed.wrapping_mul(2).wrapping_add(1))
    }

    fn bits(&mut self) -> u32 {
        // xorshift32: no target computes it differently.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    /// A number of ordinary size, and now and then a strange one.
    pub fn number(&mut self, strange: bool) -> f32 {
        let bits = self.bits();
        if strange && bits % 16 == 0 {
            let table = [0.0, -0.0, 1e-45, -3e-39, f32::MAX, f32::MIN, f32::INFINITY, f32::NEG_INFINITY, f32::NAN];
            return table[(bits >> 8) as usize % table.len()];
        }
        f32::from_bits((bits >> 9) | 0x3f80_0000) * 4.0 - 6.0
    }
}

/// The bits, with every NaN as one: engines differ in the bits of a NaN.
pub fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|x| if x.is_nan() { 0x7fc0_0000 } else { x.to_bits() }).collect()
}

/// Every product of sizes 0 to 9, and some larger ones, against three loops in ascending k written here.
pub fn matmul_adds_in_ascending_k() {
    let small = (0..1000).map(|i| (i / 100, i / 10 % 10, i % 10));
    let large = [(33, 65, 17), (1, 300, 64), (64, 64, 64), (70, 33, 1), (5, 129, 31)];
    for (m, k, n) in small.chain(large) {
        for strange in [false, true] {
            let mut inputs = Inputs::new((m * 10_000 + k * 100 + n) as u32);
            let mut draw = |len: usize| (0..len).map(|_| inputs.number(strange)).collect::<Vec<f32>>();
            let (a, b) = (draw(m * k), draw(k * n));
            let mut expected = vec![0f32; m * n];
            for i in 0..m {
                for j in 0..n {
                    let mut sum = 0f32;
                    for l in 0..k {
                        let product = a[i * k + l] * b[l * n + j];
                        sum += product;
                    }
                    expected[i * n + j] = sum;
                }
            }
            let tensor =
                |rows, cols, data| Tensor::new(Shape::new(&[rows, cols]).expect("a shape"), data).expect("a tensor");
            let product = op::matmul(&tensor(m, k, a), &tensor(k, n, b)).expect("shapes that fit");
            assert_eq!(bits(product.data()), bits(&expected), "({m}, {k}) @ ({k}, {n}), strange: {strange}");
        }
    }
}
