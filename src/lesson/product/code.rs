//! The product as code that gives the shown result when run.

use super::model::Inputs;
use super::sentence::{name, shape_text};
use crate::lesson::operand::Side;
use matwalk_core::number::{to_latex, to_numpy, to_pytorch};

/// A language to copy the product in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// PyTorch.
    #[default]
    PyTorch,
    /// NumPy.
    NumPy,
    /// LaTeX, the result included.
    Latex,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 3] = [Language::PyTorch, Language::NumPy, Language::Latex];

    /// Its name in `data-action`.
    pub fn key(self) -> &'static str {
        match self {
            Language::PyTorch => "pytorch",
            Language::NumPy => "numpy",
            Language::Latex => "latex",
        }
    }
}

/// The code. While the shapes don't go together it is the code that fails, with the same message.
pub fn code(inputs: &Inputs, language: Language) -> String {
    let of = |side: Side| (name(side, inputs.get(side).is_vector()), inputs.get(side).tensor());
    let ((a, lhs), (b, rhs)) = (of(Side::Lhs), of(Side::Rhs));
    let shapes = || {
        let out = inputs.plan().map_or_else(|_| "RuntimeError".to_owned(), |plan| shape_text(plan.out));
        format!("{} @ {} -> {out}", shape_text(inputs.lhs.shape()), shape_text(inputs.rhs.shape()))
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
            let product = format!("{}{transposed}\n{}", to_latex(lhs), to_latex(rhs));
            match inputs.outcome().product() {
                Some(product_facts) => {
                    let lying = product_facts.plan.out.rank() == 1 && inputs.lhs.is_vector();
                    let out = to_latex(&product_facts.out);
                    format!("{product}\n=\n{out}{}", if lying { "^{\\top}" } else { "" })
                }
                None => product,
            }
        }
    }
}
