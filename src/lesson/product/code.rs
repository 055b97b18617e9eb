//! The product as code that gives the shown result when run.

use super::inputs::{A, B, Inputs};
use super::names::Names;
use super::solved::Solved;
use crate::lesson::entry::Language;
use crate::lesson::terms::shape_text;
use crate::words::Locale;
use matwalk_core::number::{to_latex, to_numpy, to_pytorch};

/// The code. While the shapes don't go together it is the code that fails, with the same message.
pub fn code(inputs: &Inputs, solved: &Solved, language: Language) -> String {
    let answer = solved.answer.as_ref().ok();
    // Code is in no language of people.
    let names = Names::new(Locale::en, 0, inputs, answer);
    let (a, b) = (names.letter(A), names.letter(B));
    let (lhs, rhs) = (inputs.lhs.tensor(), inputs.rhs.tensor());
    let shapes = || {
        let error = if language == Language::NumPy { "ValueError" } else { "RuntimeError" };
        let out = answer.map_or_else(|| error.to_owned(), |answer| shape_text(answer.plan.out.dims()));
        format!("{} @ {} -> {out}", shape_text(lhs.shape().dims()), shape_text(rhs.shape().dims()))
    };
    match language {
        Language::PyTorch => {
            format!("import torch\n{}\n{}\nprint({a} @ {b})  # {}", to_pytorch(a, lhs), to_pytorch(b, rhs), shapes())
        }
        Language::NumPy => {
            format!("import numpy as np\n{}\n{}\nprint({a} @ {b})  # {}", to_numpy(a, lhs), to_numpy(b, rhs), shapes())
        }
        Language::Latex => {
            // A vector on the left lies down: it is written transposed.
            let transposed = if inputs.lhs.is_vector() { "^{\\top}" } else { "" };
            // A column may be a vector or a matrix: only the remark says which.
            let product = format!("% {}\n{}{transposed}\n{}", shapes(), to_latex(lhs), to_latex(rhs));
            match answer {
                Some(answer) => {
                    let lying = answer.plan.out.rank() == 1 && inputs.lhs.is_vector();
                    format!("{product}\n=\n{}{}", to_latex(&answer.out), if lying { "^{\\top}" } else { "" })
                }
                None => product,
            }
        }
    }
}
