//! The code that the app copies, pasted back.

use matwalk_core::number::{to_latex, to_numpy, to_pytorch};
use matwalk_core::{Shape, Tensor};
use matwalk_paste::{Note, Pasted, read};
use proptest::collection::vec;
use proptest::prelude::*;

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| if value.is_nan() { !0 } else { value.to_bits() }).collect()
}

fn value() -> impl Strategy<Value = f32> {
    let special = [0.0, -0.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN_POSITIVE, 1e7, 1e-5];
    prop_oneof![
        4 => any::<u32>().prop_map(f32::from_bits),
        2 => (-9i16..=9).prop_map(f32::from),
        1 => proptest::sample::select(special.to_vec()),
    ]
}

fn tensor(sizes: Vec<usize>) -> impl Strategy<Value = Tensor> {
    let shape = Shape::new(&sizes).expect("a small shape");
    vec(value(), shape.numel()).prop_map(move |data| Tensor::new(shape, data).expect("as many"))
}

/// Operands that go together, a vector on either side or none.
fn operands() -> impl Strategy<Value = (Tensor, Tensor)> {
    (1usize..=4, 1usize..=4, 1usize..=4, any::<bool>(), any::<bool>()).prop_flat_map(|(m, k, n, lhs, rhs)| {
        let left = if lhs { vec![k] } else { vec![m, k] };
        let right = if rhs { vec![k] } else { vec![k, n] };
        (tensor(left), tensor(right))
    })
}

fn sizes(tensor: &Tensor) -> String {
    let sizes: Vec<String> = tensor.shape().dims().iter().map(usize::to_string).collect();
    format!("({})", sizes.join(", "))
}

fn same(pasted: &Pasted, wanted: [&Tensor; 2], text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(pasted.tensors.len(), 2, "{}", text);
    for (read, wanted) in pasted.tensors.iter().zip(wanted) {
        prop_assert_eq!(read.shape, wanted.shape(), "{}", text);
        prop_assert_eq!(bits(&read.values), bits(wanted.data()), "{}", text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn python_gives_both_operands((a, b) in operands()) {
        for (import, write) in [("torch", to_pytorch as fn(&str, &Tensor) -> String), ("numpy as np", to_numpy)] {
            let shapes = format!("{} @ {} -> (1, 1)", sizes(&a), sizes(&b));
            let code = format!("import {import}\n{}\n{}\nprint(A @ b)  # {shapes}", write("A", &a), write("b", &b));
            let pasted = read(&code).map_err(|error| TestCaseError::fail(format!("{code}: {error}")))?;
            same(&pasted, [&a, &b], &code)?;
            prop_assert_eq!(pasted.tensors[1].name.as_deref(), Some("b"));
        }
    }

    #[test]
    fn latex_gives_both_operands((a, b) in operands()) {
        // As the app writes it: a vector on the left lies down, a remark has the shapes, the result stands behind.
        let lies = if a.shape().rank() == 1 { "^{\\top}" } else { "" };
        let shapes = format!("% {} @ {} -> (1, 1)", sizes(&a), sizes(&b));
        let product = format!("{}{lies}\n{}", to_latex(&a), to_latex(&b));
        for result in ["", "\n=\n\\begin{bmatrix}\n  1\n\\end{bmatrix}", "\n=\n-1.5 \\times 10^{-7}"] {
            let code = format!("{shapes}\n{product}{result}");
            let pasted = read(&code).map_err(|error| TestCaseError::fail(format!("{code}: {error}")))?;
            same(&pasted, [&a, &b], &code)?;
            prop_assert_eq!(pasted.notes.contains(&Note::ResultLeftOut), !result.is_empty());
        }
        // Without the remark a column on the right may be a vector or a matrix; the values are the same.
        let code = format!("{product}\n=\n\\begin{{bmatrix}}\n  1\n\\end{{bmatrix}}");
        let pasted = read(&code).map_err(|error| TestCaseError::fail(format!("{code}: {error}")))?;
        prop_assert_eq!(bits(&pasted.tensors[1].values), bits(b.data()));
        prop_assert_eq!(pasted.tensors[0].shape, a.shape());
    }

    #[test]
    fn a_tensor_of_any_rank_is_read_back(tensor in vec(0usize..=4, 0..=6).prop_flat_map(tensor)) {
        let address = matwalk_core::number::to_address(&tensor);
        for text in [to_pytorch("A", &tensor), to_numpy("A", &tensor), address] {
            // `1:3` is a range.
            if text.starts_with("1:") {
                continue;
            }
            let pasted = read(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
            prop_assert_eq!(pasted.tensors[0].shape, tensor.shape(), "{}", text);
            prop_assert_eq!(bits(&pasted.tensors[0].values), bits(tensor.data()), "{}", text);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = read(&text);
    }
}
