//! The layer as code that gives the shown result when it is run.

use super::model::{Form, Linear};
use crate::lesson::entry::Language;
use crate::lesson::operand::Operand;
use crate::lesson::terms::shape_text;
use matwalk_core::Tensor;
use matwalk_core::number::{to_latex, to_numpy, to_pytorch};
use std::sync::Arc;

/// The code. While the shapes make no layer it is the code that fails, with the same message.
pub fn code(linear: &Linear, language: Language) -> String {
    match language {
        Language::PyTorch => pytorch(linear),
        Language::NumPy => numpy(linear),
        Language::Latex => latex(linear),
    }
}

/// The shape of y as it is drawn; the kind of error where there is none.
fn result(linear: &Linear, form: Form, error: &str) -> String {
    let sizes = linear.solved().sizes;
    match (linear.solved().answer.is_ok(), linear.inputs().x.is_vector(), form) {
        (false, ..) => error.to_owned(),
        (_, true, _) => shape_text(&[sizes.outputs]),
        (_, false, Form::Math) => shape_text(&[sizes.outputs, sizes.samples]),
        (_, false, Form::Torch) => shape_text(&[sizes.samples, sizes.outputs]),
    }
}

/// The array that is stored, and x as it is drawn. An error is shown in PyTorch's form: its text is that of `nn.Linear`.
fn arrays(linear: &Linear) -> (Form, Operand, Operand) {
    let inputs = linear.inputs();
    match (linear.form, linear.solved().answer.is_ok()) {
        (Form::Math, true) => (Form::Math, inputs.x.transposed(), Form::Math.stored(&inputs.weight)),
        _ => (Form::Torch, inputs.x.clone(), inputs.weight.clone()),
    }
}

fn bias(linear: &Linear) -> Option<&Arc<Tensor>> {
    linear.inputs().bias.as_ref().map(Operand::tensor)
}

fn pytorch(linear: &Linear) -> String {
    let (form, x, weight) = arrays(linear);
    let vector = x.is_vector();
    let (bias, out) = (bias(linear), result(linear, form, "RuntimeError"));
    let x = to_pytorch("x", x.tensor());
    if form == Form::Math {
        let mut lines = vec!["import torch".to_owned(), x, to_pytorch("W", weight.tensor())];
        lines.extend(bias.map(|bias| to_pytorch("b", bias)));
        lines.extend(on_paper(linear, vector, "torch"));
        lines.push(format!("print(y)  # {out}"));
        return lines.join("\n");
    }
    let sizes = linear.solved().sizes;
    let without = if bias.is_some() { "" } else { ", bias=False" };
    let mut lines = vec![
        "import torch".to_owned(),
        "from torch import nn".to_owned(),
        x,
        format!("fc = nn.Linear({}, {}{without})", sizes.inputs, sizes.outputs),
        to_pytorch("weight", weight.tensor()),
        "fc.weight.data = weight".to_owned(),
    ];
    if let Some(bias) = bias {
        lines.push(to_pytorch("bias", bias));
        lines.push("fc.bias.data = bias".to_owned());
    }
    let call = match (linear.appends() && linear.solved().answer.is_ok(), vector) {
        (false, _) => "fc(x)".to_owned(),
        (true, true) => "torch.cat([x, torch.ones(1)]) @ torch.cat([weight, bias[:, None]], 1).T".to_owned(),
        (true, false) => {
            let ones = format!("torch.ones({}, 1)", sizes.samples);
            format!("torch.cat([x, {ones}], 1) @ torch.cat([weight, bias[:, None]], 1).T")
        }
    };
    lines.push(format!("with torch.no_grad():\n    print({call})  # {out}"));
    lines.join("\n")
}

/// The lines that compute y on paper's form.
fn on_paper(linear: &Linear, vector: bool, library: &str) -> Vec<String> {
    let has_bias = linear.inputs().bias.is_some();
    let samples = linear.solved().sizes.samples;
    let (join, down) = if library == "torch" { ("torch.cat", ", 1") } else { ("np.concatenate", ", 1") };
    let kind = if library == "torch" { "" } else { ", np.float32" };
    if linear.appends() {
        let ones =
            if vector { format!("{library}.ones(1{kind})") } else { format!("{library}.ones((1, {samples}){kind})") };
        return vec![format!("Wb = {join}([W.T, b[:, None]]{down})"), format!("y = Wb @ {join}([x, {ones}])")];
    }
    vec![match (has_bias, vector) {
        (false, _) => "y = W.T @ x".to_owned(),
        (true, true) => "y = W.T @ x + b".to_owned(),
        (true, false) => "y = W.T @ x + b[:, None]".to_owned(),
    }]
}

fn numpy(linear: &Linear) -> String {
    let (form, x, weight) = arrays(linear);
    let vector = x.is_vector();
    let (bias, out) = (bias(linear), result(linear, form, "ValueError"));
    let math = form == Form::Math;
    let mut lines = vec![
        "import numpy as np".to_owned(),
        to_numpy("x", x.tensor()),
        to_numpy(if math { "W" } else { "weight" }, weight.tensor()),
    ];
    lines.extend(bias.map(|bias| to_numpy(if math { "b" } else { "bias" }, bias)));
    if math {
        lines.extend(on_paper(linear, vector, "np"));
    } else {
        let samples = linear.solved().sizes.samples;
        lines.push(match (linear.appends(), vector, bias.is_some()) {
            (true, true, _) => "y = np.append(x, np.float32(1)) @ np.c_[weight, bias].T".to_owned(),
            (true, false, _) => format!("y = np.c_[x, np.ones({samples}, np.float32)] @ np.c_[weight, bias].T"),
            (false, _, true) => "y = x @ weight.T + bias".to_owned(),
            (false, _, false) => "y = x @ weight.T".to_owned(),
        });
    }
    lines.push(format!("print(y)  # {out}"));
    lines.join("\n")
}

fn latex(linear: &Linear) -> String {
    let solved = linear.solved();
    let (x, weight) = (to_latex(solved.x.tensor()), to_latex(solved.weight.tensor()));
    let math = linear.form == Form::Math;
    // A vector stands as a column; in PyTorch's form it lies, so it is written transposed.
    let turned = if !math && solved.x.is_vector() { "^{\\top}" } else { "" };
    let mut parts = if math { vec![weight, x] } else { vec![format!("{x}{turned}"), weight] };
    if let Some(bias) = bias(linear) {
        let lying = if math { "" } else { "^{\\top}" };
        parts.push(format!("+ {}{lying}", to_latex(bias)));
    }
    if let Ok(answer) = &solved.answer {
        let out = Operand::from(answer.out.as_ref().clone());
        let out = if math { out.transposed() } else { out };
        parts.push(format!("= {}{turned}", to_latex(out.tensor())));
    }
    parts.join("\n")
}
