//! Tensors in addresses and as code.

use matwalk_core::number::{
    AddressError, AddressTensor, NumberError, from_address, parse, parse64, seeded, to_address, to_latex, to_numpy,
    to_pytorch,
};
use matwalk_core::{Shape, ShapeError, Tensor};

fn tensor(dims: &[usize], data: &[f32]) -> Tensor {
    Tensor::new(Shape::new(dims).unwrap(), data.to_vec()).unwrap()
}

#[test]
fn addresses_are_written_and_read() {
    let inf = f32::INFINITY;
    for (dims, data, text) in [
        (&[2, 3][..], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0][..], "2x3:1,2,3,4,5,6"),
        (&[3], &[1.0, -0.5, 1e-7], "3:1,-0.5,1e-7"),
        (&[], &[5.0], "scalar:5"),
        (&[2, 0], &[], "2x0:"),
        (&[0], &[], "0:"),
        (&[2], &[inf, -inf], "2:inf,-inf"),
        (&[1, 1, 1, 1, 1, 1], &[-0.0], "1x1x1x1x1x1:-0"),
    ] {
        let tensor = tensor(dims, data);
        assert_eq!(to_address(&tensor), text);
        assert_eq!(from_address(text), Ok(AddressTensor::Values(tensor)));
    }
    assert_eq!(to_address(&tensor(&[1], &[f32::NAN])), "1:nan");
    assert!(matches!(from_address("1:nan"), Ok(AddressTensor::Values(t)) if t.data()[0].is_nan()));
    // By hand: a point at either end.
    assert_eq!(from_address("2:.5,5."), Ok(AddressTensor::Values(tensor(&[2], &[0.5, 5.0]))));
    let shape = Shape::new(&[256, 256]).unwrap();
    assert_eq!(from_address("256x256:seed7"), Ok(AddressTensor::Seed { shape, seed: 7 }));
    let last = format!("scalar:seed{}", u64::MAX);
    assert_eq!(from_address(&last), Ok(AddressTensor::Seed { shape: Shape::SCALAR, seed: u64::MAX }));
}

#[test]
fn bad_addresses_say_what_and_where() {
    use AddressError::{Count, NoColon, Seed, Size, TooManyValues, Value};
    let value = |index, at, error| Value { index, at, error };
    let not = |at| NumberError::NotANumber { at };
    let shape = |error| AddressError::Shape { error };
    for (text, error) in [
        ("", NoColon { at: 0 }),
        ("2x3", NoColon { at: 3 }),
        (":1", Size { at: 0 }),
        ("2x:1", Size { at: 2 }),
        ("2X3:1", Size { at: 0 }),
        ("-2:1", Size { at: 0 }),
        ("2x+3:1", Size { at: 2 }),
        (" 2:1,2", Size { at: 0 }),
        ("２:1,2", Size { at: 0 }),
        ("Scalar:1", Size { at: 0 }),
        ("1x1x1x1x1x1x1:1", shape(ShapeError::TooManyDims { rank: 7 })),
        ("9999999999x9999999999:seed1", shape(ShapeError::TooLarge)),
        ("99999999999999999999999:1", shape(ShapeError::TooLarge)),
        ("4097:1", TooManyValues { count: 4097, limit: 4096 }),
        ("257x256:seed1", TooManyValues { count: 65792, limit: 65536 }),
        ("2x3:1,2", Count { expected: 6, got: 2, at: 4 }),
        ("2:1,2,3", Count { expected: 2, got: 3, at: 2 }),
        ("2:", Count { expected: 2, got: 0, at: 2 }),
        ("scalar:", Count { expected: 1, got: 0, at: 7 }),
        ("2x0:1", Count { expected: 0, got: 1, at: 4 }),
        ("2:1,", value(1, 4, NumberError::Empty)),
        ("2:1,+2", value(1, 4, not(0))),
        ("2:1, 2", value(1, 4, not(0))),
        ("2:1,1/3", value(1, 4, not(1))),
        ("2:1,1e+5", value(1, 4, not(2))),
        ("2:1,1E5", value(1, 4, not(1))),
        ("2:1,NaN", value(1, 4, not(0))),
        ("2:1,-nan", value(1, 4, not(1))),
        ("2:1,−2", value(1, 4, not(0))),
        ("2:1,1e39", value(1, 4, NumberError::TooLarge)),
        ("2:1,1e-50", value(1, 4, NumberError::TooSmall)),
        ("2:1,2x", value(1, 4, not(1))),
        ("2:seed", Seed { at: 6 }),
        ("2:seed-1", Seed { at: 6 }),
        ("2:seed18446744073709551616", Seed { at: 6 }),
    ] {
        assert_eq!(from_address(text), Err(error), "{text:?}");
    }
    let many = format!("1:{}", "1,".repeat(4096) + "1");
    assert_eq!(from_address(&many), Err(TooManyValues { count: 4097, limit: 4096 }));
}

#[test]
fn seeds_keep_their_numbers() {
    // Drawn by an independent SplitMix64, itself checked against published outputs of seed 1234567.
    for (seed, values) in [
        (0, [7., -1., -9., 9., -7., -3., -6., 5., -5., 9., -2., 5.]),
        (7, [-2., -9., 8., 2., -1., -5., -1., -3., -7., -2., -8., 9.]),
        (u64::MAX, [7., 8., -5., -1., 4., 6., 8., -5., 5., -9., -9., 6.]),
    ] {
        assert_eq!(seeded(Shape::new(&[3, 4]).unwrap(), seed).data(), values);
    }
    let many = seeded(Shape::new(&[100, 100]).unwrap(), 1);
    for whole in -9i8..=9 {
        let count = many.data().iter().filter(|value| **value == f32::from(whole)).count();
        // 526 expected; six standard deviations are 134.
        assert!((392..=660).contains(&count), "{whole}: {count}");
    }
    assert_eq!(seeded(Shape::new(&[1 << 30]).unwrap(), 1).shape().dims(), [0]);
}

#[test]
fn fractions_are_rounded_once() {
    // Quotients next to the middle of two f32, where rounding to f64 first ends on the wrong side; expected bits from
    // Python's exact fractions.
    for (n, d, bits) in [
        (17467500749931689579u64, 1045918703240u64, 0x4b7ed4d5u32),
        (11508915360477235807, 779869195308, 0x4b612e77),
        (8806045121848934855, 1045359244464, 0x4b008a05),
        (8547900652559926454, 969642415538, 0x4b06839f),
        (9000156258888291553, 581760644032, 0x4b6c0fd5),
        (17292749723821203556, 1098989076446, 0x4b701967),
        (14262377195027903338, 1005206942442, 0x4b587fd3),
        (7838409322375270799, 681150806880, 0x4b2f978d),
        (10837555204477964817, 959823962272, 0x4b2c4a37),
        (9009369776852289925, 803178113448, 0x4b2b28ff),
    ] {
        assert_eq!(parse(&format!("{n}/{d}")).map(f32::to_bits), Ok(bits), "{n}/{d}");
        assert_eq!(parse(&format!("-{n}e-3/{d}e-3")).map(f32::to_bits), Ok(bits | 1 << 31), "{n}/{d}");
    }
    // Both parts exact in f64: its division rounds once.
    for n in 0u32..200 {
        for d in 1u32..200 {
            assert_eq!(parse64(&format!("{n}/{d}")), Ok(f64::from(n) / f64::from(d)));
            assert_eq!(parse(&format!("{n}/{d}")), Ok(n as f32 / d as f32));
        }
    }
}

#[test]
fn code_has_the_shape_of_the_tensor() {
    let special = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -0.0];
    for (dims, data, pytorch, numpy) in [
        (&[][..], &[5.0][..], "torch.tensor(5.)", "np.array(5., dtype=np.float32)"),
        (&[3], &[1.0, -2.5, 1e-7], "torch.tensor([1., -2.5, 1e-7])", "np.array([1., -2.5, 1e-7], dtype=np.float32)"),
        (
            &[2, 2],
            &special,
            "torch.tensor([[ float('nan'), float('inf')],\n                  [float('-inf'),          -0.]])",
            "np.array([[ np.nan, np.inf],\n              [-np.inf,    -0.]], dtype=np.float32)",
        ),
        (
            &[2, 1, 2],
            &[1.0, 2.0, 3.0, 4.0],
            "torch.tensor([[[1., 2.]],\n\n                  [[3., 4.]]])",
            "np.array([[[1., 2.]],\n\n              [[3., 4.]]], dtype=np.float32)",
        ),
        (&[2, 0], &[], "torch.zeros(2, 0)", "np.zeros((2, 0), dtype=np.float32)"),
        (&[0], &[], "torch.zeros(0)", "np.zeros((0,), dtype=np.float32)"),
    ] {
        let tensor = tensor(dims, data);
        assert_eq!(to_pytorch("A", &tensor), format!("A = {pytorch}"));
        assert_eq!(to_numpy("A", &tensor), format!("A = {numpy}"));
    }
}

#[test]
fn python_reads_an_f64_first() {
    // 7.038531e-26 as an f64 lies on the other side of the middle of two f32; 3.4028235e38 is above the largest f32.
    let twice: f32 = "7.038531e-26".parse().unwrap();
    assert_ne!("7.038531e-26".parse::<f64>().unwrap() as f32, twice);
    for value in [twice, f32::MAX, f32::MIN] {
        let code = to_numpy("A", &tensor(&[1], &[value]));
        let text = code.trim_start_matches("A = np.array([").trim_end_matches("], dtype=np.float32)");
        assert_eq!(text.parse(), Ok(f64::from(value)), "{code}");
    }
}

#[test]
fn latex_stands_as_on_paper() {
    let inf = f32::INFINITY;
    for (dims, data, text) in [
        (&[][..], &[-5.0][..], "-5"),
        (&[2], &[1.0, -2.5], "\\begin{bmatrix}\n     1 \\\\\n  -2.5\n\\end{bmatrix}"),
        (&[1, 2], &[1.0, 10.0], "\\begin{bmatrix}\n  1 & 10\n\\end{bmatrix}"),
        (
            &[1, 3],
            &[-inf, f32::NAN, 1.5e-7],
            "\\begin{bmatrix}\n  -\\infty & \\mathrm{NaN} & 1.5 \\times 10^{-7}\n\\end{bmatrix}",
        ),
        (
            &[2, 1, 1],
            &[1.0, 2.0],
            "\\begin{bmatrix}\n  1\n\\end{bmatrix},\\quad\n\\begin{bmatrix}\n  2\n\\end{bmatrix}",
        ),
        (&[2, 0], &[], "\\begin{bmatrix}\\end{bmatrix}_{2 \\times 0}"),
    ] {
        assert_eq!(to_latex(&tensor(dims, data)), text);
    }
}
