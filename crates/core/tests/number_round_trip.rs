//! What is written is read back to the same bits, and no text makes the readers panic.
//! `PROPTEST_CASES=1000000 cargo test --release -p matwalk-core --test number_round_trip` for the long run.

use matwalk_core::number::{AddressTensor, cell, from_address, parse, parse64, shortest, shortest64, to_address};
use matwalk_core::{Shape, Tensor};
use proptest::collection::vec;
use proptest::prelude::*;

/// The bits of a value; all NaNs are one.
fn bits(value: f32) -> u32 {
    if value.is_nan() { !0 } else { value.to_bits() }
}

fn all_bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| bits(*value)).collect()
}

/// Any bits, and more often values that people use and values at the ends of the range.
fn value() -> impl Strategy<Value = f32> {
    let special = [0.0, -0.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN_POSITIVE, 1e7, 1e-5];
    prop_oneof![
        4 => any::<u32>().prop_map(f32::from_bits),
        2 => (-9i16..=9).prop_map(f32::from),
        1 => (-9999i16..=9999, 0usize..4).prop_map(|(n, p)| f32::from(n) / [1.0, 10.0, 100.0, 1000.0][p]),
        1 => proptest::sample::select(special.to_vec()),
    ]
}

/// Shapes of rank 0 to `rank` with sizes from `least` to 4, and values that fill them.
fn tensor(rank: usize, least: usize) -> impl Strategy<Value = Tensor> {
    vec(least..=4, 0..=rank).prop_flat_map(|sizes| {
        let shape = Shape::new(&sizes).expect("a small shape");
        vec(value(), shape.numel()).prop_map(move |data| Tensor::new(shape, data).expect("as many"))
    })
}

/// Everything that reads a text keeps its promises on it.
fn keeps_promises(text: &str) -> Result<(), TestCaseError> {
    let _ = parse64(text);
    if let Err(matwalk_core::number::NumberError::NotANumber { at }) = parse(text) {
        prop_assert!(at <= text.chars().count());
    }
    let _ = from_address(text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_number_is_read_back(value in value()) {
        let text = shortest(value);
        prop_assert_eq!(parse(&text).map(bits), Ok(bits(value)));
        prop_assert!(!text.contains('+') && !text.contains('E'));
    }

    #[test]
    fn no_shorter_decimal_is_the_same_number(value in value()) {
        // No digits to leave out; not an assumption, whose misses proptest counts and limits.
        if !value.is_finite() || value == 0.0 {
            return Ok(());
        }
        let text = shortest(value);
        let digits = text.split('e').next().unwrap_or("").trim_start_matches(['-', '0', '.']);
        let digits = digits.bytes().filter(u8::is_ascii_digit).count();
        let plain_zeros = if text.contains('.') { 0 } else { text.len() - text.trim_end_matches('0').len() };
        for fewer in 1..digits - plain_zeros {
            // The nearest decimal of so many digits is the only one that could do.
            let shorter = format!("{value:.*e}", fewer - 1);
            prop_assert_ne!(shorter.parse::<f32>().map(bits), Ok(bits(value)), "{} for {}", shorter, text);
        }
    }

    #[test]
    fn an_f64_is_read_back(bits in any::<u64>()) {
        let value = f64::from_bits(bits);
        let again = parse64(&shortest64(value));
        prop_assert!(again.is_ok_and(|again| again.to_bits() == bits || again.is_nan() && value.is_nan()));
    }

    #[test]
    fn a_cell_is_short_and_says_when_it_is_not_whole(value in value()) {
        let shown = cell(value);
        prop_assert!(shown.text.chars().count() <= 11, "{}", shown.text);
        if !shown.approx {
            prop_assert_eq!(parse(&shown.text).map(bits), Ok(bits(value)));
        } else {
            let read: f64 = shown.text.parse().expect("a decimal");
            let value = f64::from(value);
            prop_assert!(read != value && (read - value).abs() <= value.abs() * 5e-5, "{}", shown.text);
        }
    }

    #[test]
    fn a_tensor_in_an_address_is_read_back(tensor in tensor(6, 0)) {
        let address = to_address(&tensor);
        match from_address(&address) {
            Ok(AddressTensor::Values(again)) => {
                prop_assert_eq!((again.shape(), all_bits(again.data())), (tensor.shape(), all_bits(tensor.data())));
            }
            other => prop_assert!(false, "{}: {:?}", address, other),
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        keeps_promises(&text)?;
    }
}
