//! What every target must compute with the same bits: natively, in Node, and in a browser.

use matwalk_core::activation::{ALL, Activation};
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
        if strange && bits.is_multiple_of(16) {
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

/// One number for many: FNV-1a over the bits.
fn digest(values: &[f32]) -> u64 {
    bits(values)
        .iter()
        .flat_map(|bits| bits.to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// f32 values of every kind, evenly over their bits.
fn sweep() -> Vec<f32> {
    (0..=u32::MAX).step_by(99_991).map(f32::from_bits).collect()
}

/// Name, digest of the values and of the derivatives, for each activation function there is.
pub fn activations() -> Vec<(&'static str, u64, u64)> {
    let inputs = sweep();
    let of = |function: &Activation| {
        let mut mapped = vec![0.0; inputs.len()];
        function.map(&inputs, &mut mapped);
        let values: Vec<f32> = inputs.iter().map(|x| function.value(*x)).collect();
        for (x, (mapped, value)) in inputs.iter().zip(bits(&mapped).into_iter().zip(bits(&values))) {
            assert_eq!(mapped, value, "{} of {x:e}: in a slice and by itself", function.id);
        }
        let slopes: Vec<f32> = inputs.iter().map(|x| function.derivative(*x)).collect();
        (function.id, digest(&values), digest(&slopes))
    };
    ALL.iter().copied().map(of).collect()
}

/// The digests of [`activations`] natively; `cargo test --test same_bits -- --ignored --nocapture` prints them anew
/// after a change that is meant to change bits. Whether the values are right is tested in the core, against the true ones.
pub const ACTIVATIONS: &[(&str, u64, u64)] = &[
    ("sigmoid", 0x3c248b27fc672d00, 0x807cc4dae6b5f0fb),
    ("tanh", 0xdc94455bc63794b6, 0xf6b932736add6c4a),
    ("relu", 0x2f2655f9e688dfe3, 0xacf599123a35cc85),
    ("leaky_relu", 0x75cb35cf86ead720, 0xd029e28453ef0bed),
    ("relu6", 0x43d2ad5913c9d16b, 0x2d63a56f84a92985),
    ("elu", 0xcdb200e140fcf64d, 0x7814fb6c7079006f),
    ("selu", 0x563b83bb4b3422f6, 0xc361b2ca29c136e7),
    ("celu", 0xcdb200e140fcf64d, 0x7814fb6c7079006f),
    ("gelu", 0xdd89c78a05c1e39c, 0x7b1f0bad8a957525),
    ("gelu_tanh", 0xc791cf59a744cc5e, 0x394423f5d7ce04de),
    ("silu", 0xd5cb70a8c312cea2, 0xb26b08f2e15a0d32),
    ("mish", 0x20560de7a3e2667e, 0xa3009ba9b74a2031),
    ("softplus", 0x43da6d773c90af7e, 0x70169620ccfedf83),
    ("softsign", 0x0c54da4a212cf6d7, 0xc7dd170f94b113ea),
    ("hardtanh", 0xf9e08af277e8bf62, 0x05d9635706eca5b5),
    ("hardsigmoid", 0x7e7175108fd1f76c, 0xf9d159f1718f237d),
    ("hardswish", 0x1a579b9df8c8a220, 0xc86ae802d0f82e8b),
    ("logsigmoid", 0x1bb039a263341dba, 0x0dc403024ff653d3),
    ("tanhshrink", 0x477bfc36be85c58d, 0x846502228c5f3a53),
    ("identity", 0x2fca480c66f7b149, 0xfa2d276de2385eb5),
];
