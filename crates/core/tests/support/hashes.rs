//! Hashes of what the numeric functions give for one fixed set of inputs: the same natively, in scalar and in SIMD
//! WebAssembly. No file and no environment is read, so that any target can run it.

use matwalk_core::softmax::{self, Mode, Options, Precision};
use matwalk_core::{Shape, Tensor, activation, elementary};

/// FNV-1a over 64-bit words, with every NaN as one: engines differ in the bits of a NaN.
fn hash(values: impl IntoIterator<Item = f64>) -> u64 {
    values.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, value| {
        let bits = if value.is_nan() { 0x7ff8_0000_0000_0000 } else { value.to_bits() };
        (0..8).fold(hash, |hash, i| (hash ^ (bits >> (8 * i) & 0xff)).wrapping_mul(0x0000_0100_0000_01b3))
    })
}

fn widen(values: &[f32]) -> impl Iterator<Item = f64> + '_ {
    values.iter().map(|&x| f64::from(x))
}

/// Edges, numbers of every exponent and sign, and numbers of ordinary size.
fn inputs() -> Vec<f32> {
    let mut x = vec![0.0, -0.0, f32::INFINITY, f32::NEG_INFINITY, f32::NAN, f32::MAX, f32::MIN];
    x.extend([1.0, 3.0, 6.0, 9.25, 10.0, 13.0, 20.0, 87.0, 87.5, 88.72, 88.73, 103.97, 104.0].map(|x: f32| -x));
    x.extend([1.0, 3.0, 6.0, 9.25, 10.0, 13.0, 20.0, 87.0, 87.5, 88.72, 88.73, 103.97, 104.0]);
    let mut state = 0x2545_f491u32;
    let mut draw = || {
        // xorshift32: no target computes it differently.
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state
    };
    x.extend((0..4096).map(|_| f32::from_bits(draw())));
    x.extend((0..16384).map(|_| (draw() >> 8) as f32 / 1_048_576.0 - 8.0));
    x.extend((0..4096).map(|_| (draw() >> 8) as f32 / 65_536.0 - 128.0));
    x
}

/// The name and the hash of everything.
pub fn all() -> Vec<(String, u64)> {
    let x = inputs();
    let mut y = vec![0.0; x.len()];
    elementary::exp_slice(&x, &mut y);
    let mut hashes = vec![("exp".to_owned(), hash(widen(&y)))];
    hashes.push(("exp_f64".to_owned(), hash(widen(&x).map(elementary::exp_f64))));
    hashes.push(("ln_f64".to_owned(), hash(widen(&x).map(elementary::ln_f64))));
    hashes.push(("ln_1p_f64".to_owned(), hash(widen(&x).map(elementary::ln_1p_f64))));
    hashes.push(("round_to_f16".to_owned(), hash(widen(&x).map(elementary::round_to_f16))));
    for f in activation::ALL {
        f.map(&x, &mut y);
        hashes.push((f.id.to_owned(), hash(widen(&y))));
        hashes.push((format!("{}'", f.id), hash(x.iter().map(|&x| f64::from(f.derivative(x))))));
    }
    // Rows of several lengths, with strange values in some and none in others.
    let rows = |strange: bool| {
        let from = if strange { 0 } else { 33 + 4096 };
        [1, 3, 12, 64, 65, 300, 1024, 5000].map(|len| x[from..from + len].to_vec())
    };
    for (name, log) in [("softmax", false), ("log_softmax", true)] {
        let mut out = vec![];
        for row in rows(false).into_iter().chain(rows(true)) {
            let shape = Shape::vector(row.len()).expect("short");
            let row = Tensor::new(shape, row).expect("as many as the shape holds");
            let y = if log { softmax::log_softmax(&row, 0) } else { softmax::softmax(&row, 0) };
            out.extend(widen(y.expect("a vector has dimension 0").data()));
        }
        hashes.push((name.to_owned(), hash(out)));
    }
    for precision in [Precision::F16, Precision::F32, Precision::F64] {
        for mode in [Mode::Stable, Mode::Naive] {
            let options = Options { precision, mode, temperature: 0.7 };
            let out = rows(false).into_iter().chain(rows(true)).flat_map(|row| {
                let p = softmax::phases(&widen(&row).collect::<Vec<_>>(), options);
                let log = p.log_softmax();
                [p.logits, p.shifted, p.exps, p.partial_sums, p.quotients, log].concat()
            });
            hashes.push((format!("phases {precision:?} {mode:?}"), hash(out)));
        }
    }
    hashes
}

/// Fails with the names whose hashes differ from [`EXPECTED`].
pub fn check() {
    let all = all();
    let wrong: Vec<_> = all.iter().zip(EXPECTED).filter(|((name, hash), e)| (name.as_str(), *hash) != **e).collect();
    assert!(wrong.is_empty() && all.len() == EXPECTED.len(), "{} of {}: {wrong:#x?}", all.len(), EXPECTED.len());
}

/// What every target gives.
const EXPECTED: &[(&str, u64)] = &[
    ("exp", 0x93f60d496da625de),
    ("exp_f64", 0x4cb2733a8f7aeed3),
    ("ln_f64", 0x70adeff24cfc2fdc),
    ("ln_1p_f64", 0xcc5d57443c5e1fe7),
    ("round_to_f16", 0x240d7baca79021e6),
    ("sigmoid", 0xfc5e7236abc4bcc3),
    ("sigmoid'", 0xbbd0d360252c7769),
    ("tanh", 0x518435f047ecea9d),
    ("tanh'", 0x22f6bd535e0417fc),
    ("relu", 0xd16375d1204d6018),
    ("relu'", 0xa4cb86f208b51538),
    ("leaky_relu", 0x07c41822fd585243),
    ("leaky_relu'", 0xdb2f1699aac1eeb8),
    ("relu6", 0x932e7c125db22f5b),
    ("relu6'", 0xd6fcf1b458d0bb45),
    ("elu", 0x3e688b419210273c),
    ("elu'", 0xc328a14ae6a2bd39),
    ("selu", 0xbc4e0df204fe87c6),
    ("selu'", 0x8babf08d0764698f),
    ("celu", 0x3e688b419210273c),
    ("celu'", 0xc328a14ae6a2bd39),
    ("gelu", 0x23f4329ca4122502),
    ("gelu'", 0x0adfd6ea4bec6adf),
    ("gelu_tanh", 0xaeb9ba8a16db6386),
    ("gelu_tanh'", 0x60555c76a8c5caa9),
    ("silu", 0xfd118a5c83d6587a),
    ("silu'", 0x26c0d8899e241ca8),
    ("mish", 0x2dcd66bf0a7970e1),
    ("mish'", 0x86fdb1febb662c57),
    ("softplus", 0x736d758cad08d814),
    ("softplus'", 0xcd38dfb38d2f6e1e),
    ("softsign", 0xe288036ac7f03eb3),
    ("softsign'", 0x772b921dced4634f),
    ("hardtanh", 0xa945cbe411e7aa4b),
    ("hardtanh'", 0xa8e09ad1ceb0e8b8),
    ("hardsigmoid", 0xbe2b0f53d8535490),
    ("hardsigmoid'", 0x172890659d59b8ad),
    ("hardswish", 0xdb6ae2f448f2a369),
    ("hardswish'", 0x008574544ff9b1e1),
    ("logsigmoid", 0x210bb4768c1c67bc),
    ("logsigmoid'", 0x97e061ff4aab181e),
    ("tanhshrink", 0x3356db23ee811065),
    ("tanhshrink'", 0x585a01cb744c0808),
    ("identity", 0x60c596c887ee9eaf),
    ("identity'", 0x51334c0319933fb8),
    ("softmax", 0x598768ec85f2123a),
    ("log_softmax", 0xd0d884dea2bd4c70),
    ("phases F16 Stable", 0x6855546da08d673d),
    ("phases F16 Naive", 0x53f41b7e271139ed),
    ("phases F32 Stable", 0x900dd28efcb39c42),
    ("phases F32 Naive", 0xefaf719a464e1518),
    ("phases F64 Stable", 0xeee4effd3ccf5994),
    ("phases F64 Naive", 0x42be5a5a606d3d80),
];
