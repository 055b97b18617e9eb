//! The batch as code that gives the shown result when it is run.

use super::inputs::Op;
use super::model::Batch;
use crate::lesson::entry::Language;
use crate::lesson::terms::shape_text;
use matwalk_core::number::{to_latex, to_numpy, to_pytorch};
use matwalk_core::rule;

/// The code. While the shapes don't go together it is the code that fails, with the same message.
pub fn code(batch: &Batch, language: Language) -> String {
    let inputs = batch.inputs();
    let (a, b) = (inputs.a.tensor(), inputs.b.tensor());
    let out = batch.answer().map_or_else(|| "RuntimeError".to_owned(), |answer| shape_text(answer.plan.out.dims()));
    let is_equal = inputs.a.shape().dims()[0] == inputs.b.shape().dims()[0];
    match language {
        Language::PyTorch => {
            let check = match (batch.answer().is_some(), is_equal) {
                (true, true) => "\nloop = torch.stack([A[i] @ B[i] for i in range(len(A))])\nprint(loop)",
                _ => "",
            };
            let call = if inputs.op == Op::Bmm { "torch.bmm(A, B)" } else { "torch.matmul(A, B)" };
            format!("import torch\n{}\n{}\nprint({call})  # {out}{check}", to_pytorch("A", a), to_pytorch("B", b))
        }
        // NumPy has no function that refuses to stretch.
        Language::NumPy => {
            let out = match (batch.answer(), rule::matmul(a.shape(), b.shape())) {
                (Some(_), _) => out,
                (None, Ok(plan)) => format!("{}: NumPy stretches where torch.bmm refuses", shape_text(plan.out.dims())),
                (None, Err(_)) => "ValueError".to_owned(),
            };
            format!("import numpy as np\n{}\n{}\nprint(A @ B)  # {out}", to_numpy("A", a), to_numpy("B", b))
        }
        Language::Latex => {
            let made = batch.answer().map(|answer| format!("\n% C\n{}", to_latex(&answer.out))).unwrap_or_default();
            format!("% A\n{}\n% B\n{}{made}", to_latex(a), to_latex(b))
        }
    }
}
