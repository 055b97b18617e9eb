//! The operation as code that gives the shown shape, or the same error, when it is run.

use super::inputs::{Inputs, Op};
use super::sizes::{Dims, Size, text};
use super::solved::Solved;
use crate::lesson::entry::Language;
use crate::lesson::terms::shape_text;
use matwalk_core::{Shape, rule};

/// The code.
pub fn code(inputs: &Inputs, solved: &Solved, language: Language) -> String {
    let torch = language == Language::PyTorch;
    let (a, b) = if inputs.op == Op::Linear { ("x", "weight") } else { ("a", "b") };
    let a = if inputs.op == Op::Softmax { "x" } else { a };
    if language == Language::Latex {
        return latex(inputs, solved, a, b);
    }
    let library = if torch { "torch" } else { "np" };
    let make = |name: &str, dims: &[Size]| format!("{name} = {library}.zeros({})\n", arguments(dims));
    let mut code = String::from(if torch {
        "import torch\nimport torch.nn.functional as F\n\n"
    } else {
        "import numpy as np\n\n"
    });
    code += &make(a, &inputs.a);
    if inputs.has_b() {
        code += &make(b, &inputs.b);
    }
    if let Some(bias) = inputs.added() {
        code += &make("bias", bias);
    }
    let plus = if inputs.added().is_some() { " + bias" } else { "" };
    let call = match (inputs.op, torch) {
        (Op::Matmul, _) => "a @ b".to_owned(),
        (Op::Bmm, true) => "torch.bmm(a, b)".to_owned(),
        (Op::Bmm, false) => "a @ b".to_owned(),
        (Op::Linear, true) => format!("F.linear(x, weight{})", if plus.is_empty() { "" } else { ", bias" }),
        (Op::Linear, false) => format!("x @ weight.T{plus}"),
        (Op::Softmax, true) => format!("torch.softmax(x, dim={})", inputs.dim),
        (Op::Softmax, false) => format!("np.exp(x) / np.exp(x).sum(axis={}, keepdims=True)", inputs.dim),
        (Op::Add, _) => "a + b".to_owned(),
    };
    let out = match (&solved.out, &solved.raised) {
        (Some(out), _) => text(out),
        (None, Some(raised)) if torch => raised.exception.map_or("", |exception| exception.name()).to_owned(),
        _ => numpy_result(inputs, solved),
    };
    code + &format!("print(({call}).shape)  # {out}")
}

/// What NumPy makes of shapes that PyTorch refuses: it has no function that refuses to stretch a batch, and `.T` turns
/// any number of dimensions.
fn numpy_result(inputs: &Inputs, solved: &Solved) -> String {
    let known = |dims: &Dims| dims.iter().all(|size| size.known().is_some());
    let out = match inputs.op {
        _ if !known(&inputs.a) || !known(&inputs.b) => None,
        Op::Bmm => rule::matmul(solved.a, solved.b).ok(),
        Op::Linear if inputs.added().is_none() => rule::matmul(solved.a, turned(solved.b)).ok(),
        Op::Softmax => return "AxisError".to_owned(),
        _ => None,
    };
    match out {
        Some(plan) => format!("{}; PyTorch refuses", shape_text(plan.out.dims())),
        None => "ValueError".to_owned(),
    }
}

fn turned(shape: Shape) -> Shape {
    let sizes: Vec<usize> = shape.dims().iter().rev().copied().collect();
    // As many dimensions and entries as before.
    Shape::new(&sizes).unwrap_or(shape)
}

/// The sizes of a call; what is not known has a name to fill in.
fn arguments(dims: &[Size]) -> String {
    let sizes: Vec<String> =
        dims.iter().map(|size| size.known().map_or("N".to_owned(), |size| size.to_string())).collect();
    match &sizes[..] {
        [] => "()".to_owned(),
        [one] => format!("({one},)"),
        all => format!("({})", all.join(", ")),
    }
}

fn latex(inputs: &Inputs, solved: &Solved, a: &str, b: &str) -> String {
    let space = |dims: &Dims| {
        if dims.is_empty() {
            return "\\mathbb{R}".to_owned();
        }
        let sizes: Vec<String> =
            dims.iter().map(|size| size.known().map_or("?".to_owned(), |size| size.to_string())).collect();
        format!("\\mathbb{{R}}^{{{}}}", sizes.join(" \\times "))
    };
    let mut parts = vec![format!("{a} \\in {}", space(&inputs.a))];
    if inputs.has_b() {
        parts.push(format!("\\mathrm{{{b}}} \\in {}", space(&inputs.b)));
    }
    if let Some(out) = &solved.out {
        parts.push(format!("C \\in {}", space(out)));
    }
    parts.join(",\\quad ")
}
