//! Any text: nothing panics, what is read is whole, what is refused has a place, and what is written of a tensor is read
//! back to the same bits.

use matwalk_core::Tensor;
use matwalk_core::number::{parse, to_latex, to_numpy, to_pytorch};
use matwalk_paste::{MAX_VALUES, PasteError, Pasted, read};

/// The bits of a value; all NaNs are one.
fn bits(value: f32) -> u32 {
    if value.is_nan() { !0 } else { value.to_bits() }
}

fn all_bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| bits(*value)).collect()
}

/// What is written of a tensor is read back. A larger tensor would only take longer.
pub fn round_trip(tensor: &Tensor) {
    if tensor.data().len() > 64 {
        return;
    }
    let wanted = (tensor.shape(), all_bits(tensor.data()));
    let again = |text: &str| {
        let pasted = read(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(pasted.tensors.len(), 1, "{text}");
        (pasted.tensors[0].shape, all_bits(&pasted.tensors[0].values))
    };
    for code in [to_pytorch("a", tensor), to_numpy("a", tensor)] {
        assert_eq!(again(&code), wanted, "{code}");
    }
    if tensor.shape().rank() <= 2 && !tensor.data().is_empty() {
        let latex = to_latex(tensor);
        // A vector stands as a column.
        assert_eq!(again(&latex).1, wanted.1, "{latex}");
    }
}

fn is_whole(pasted: &Pasted) {
    assert!(!pasted.tensors.is_empty());
    for tensor in &pasted.tensors {
        assert!(tensor.values.len() <= MAX_VALUES);
        assert_eq!(tensor.shape.numel(), tensor.values.len());
        assert_eq!(tensor.values.len(), tensor.texts.len());
        for (value, text) in tensor.values.iter().zip(&tensor.texts).take(64) {
            assert_eq!(parse(text).map(bits), Ok(bits(*value)), "{text:?}");
        }
        round_trip(&Tensor::new(tensor.shape, tensor.values.clone()).expect("values that fill the shape"));
    }
}

fn has_a_place(error: &PasteError, text: &str) {
    let lines = 1 + text.chars().filter(|c| matches!(c, '\n' | '\r')).count();
    assert!((1..=lines).contains(&error.line), "{error:?}");
    assert!((1..=text.chars().count() + 1).contains(&error.column), "{error:?}");
}

/// One text. Whether it was read.
pub fn check(text: &str) -> bool {
    match read(text) {
        Ok(pasted) => {
            is_whole(&pasted);
            true
        }
        Err(error) => {
            has_a_place(&error, text);
            error.choices.iter().for_each(|choice| is_whole(&choice.pasted));
            false
        }
    }
}
