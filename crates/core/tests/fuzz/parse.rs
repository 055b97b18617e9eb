//! Any text through everything that reads numbers: nothing panics, what is read is whole, and what is written is read
//! back to the same bits.

use matwalk_core::number::{
    AddressTensor, cell, from_address, parse, parse64, seeded, shortest, shortest64, to_address,
};
use matwalk_core::{Shape, Tensor};

/// The bits of a value; all NaNs are one.
fn bits(value: f32) -> u32 {
    if value.is_nan() { !0 } else { value.to_bits() }
}

fn all_bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| bits(*value)).collect()
}

/// What is written of a tensor is read back. A larger tensor would only take longer.
fn round_trip(tensor: &Tensor) {
    if tensor.data().len() > 64 {
        return;
    }
    match from_address(&to_address(tensor)) {
        Ok(AddressTensor::Values(again)) => {
            assert_eq!((again.shape(), all_bits(again.data())), (tensor.shape(), all_bits(tensor.data())));
        }
        other => unreachable!("{other:?}"),
    }
}

/// One input of the fuzzer.
pub fn check(bytes: &[u8]) {
    if let Some(four) = bytes.first_chunk() {
        let value = f32::from_bits(u32::from_le_bytes(*four));
        assert_eq!(parse(&shortest(value)).map(bits), Ok(bits(value)));
        let shown = cell(value);
        // Rounding to five digits may end above the largest f32.
        assert!(shown.approx || parse(&shown.text).map(bits) == Ok(bits(value)));
    }
    if let Some(eight) = bytes.first_chunk() {
        let value = f64::from_bits(u64::from_le_bytes(*eight));
        assert!(parse64(&shortest64(value)).is_ok_and(|again| again == value || again.is_nan() && value.is_nan()));
    }
    let text = String::from_utf8_lossy(bytes);
    let (narrow, wide) = (parse(&text), parse64(&text));
    if let Ok(value) = narrow {
        // Both are roundings of one number, so they differ by half an f32 ulp and at most a trace of f64's own rounding.
        let (value, wide) = (f64::from(value), wide.expect("a range that holds f32's"));
        let half_ulp = (value.abs() * 2f64.powi(-24)).max(2f64.powi(-150));
        let same = value == wide || value.is_nan() && wide.is_nan();
        assert!(same || (value - wide).abs() <= half_ulp * (1.0 + 1e-7), "{value:e} {wide:e}");
    }
    match from_address(&text) {
        Ok(AddressTensor::Values(tensor)) => round_trip(&tensor),
        Ok(AddressTensor::Seed { shape, seed }) => assert_eq!(seeded(shape, seed).shape(), shape),
        Err(_) => {}
    }
    if let [a, b, c, rest @ ..] = bytes {
        let values =
            rest.chunks_exact(4).map(|four| f32::from_bits(u32::from_le_bytes([four[0], four[1], four[2], four[3]])));
        let values: Vec<f32> = values.collect();
        let sizes = [usize::from(a % 5), usize::from(b % 5), usize::from(c % 5)];
        let shape = Shape::new(&sizes[..usize::from(a / 5 % 4)]).expect("a small shape");
        if shape.numel() <= values.len() {
            round_trip(&Tensor::new(shape, values[..shape.numel()].to_vec()).expect("as many"));
        }
    }
}
