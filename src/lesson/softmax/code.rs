//! The softmax as code that gives the shown result when it is run.

use super::model::{Softmax, View};
use crate::lesson::entry::Language;
use matwalk_core::number::shortest64;
use matwalk_core::softmax::{Mode, Precision};

/// The code. With a dimension that is not there it is the code that fails, with the same message.
pub fn code(lesson: &Softmax, language: Language) -> String {
    let inputs = lesson.inputs();
    let log = lesson.view == View::Log;
    let temperature = inputs.temperature().unwrap_or(1.0);
    let dim = inputs.dim;
    match language {
        Language::PyTorch => {
            let kind = match inputs.precision {
                Precision::F16 => "float16",
                Precision::F32 => "float32",
                Precision::F64 => "float64",
            };
            let z = values(lesson, "torch.inf", "torch.nan");
            let scaled = if temperature == 1.0 { "z".to_owned() } else { format!("z / {}", shortest64(temperature)) };
            let result = match (inputs.mode, log) {
                (Mode::Stable, false) => format!("torch.softmax({scaled}, dim={dim})"),
                (Mode::Stable, true) => format!("torch.log_softmax({scaled}, dim={dim})"),
                (Mode::Naive, _) => {
                    let power = format!("e = torch.exp({scaled})\n");
                    let p = format!("e / e.sum(dim={dim}, keepdim=True)");
                    let p = if log { format!("torch.log({p})") } else { p };
                    return format!("import torch\nz = torch.tensor({z}, dtype=torch.{kind})\n{power}print({p})");
                }
            };
            format!("import torch\nz = torch.tensor({z}, dtype=torch.{kind})\nprint({result})")
        }
        Language::NumPy => {
            let kind = match inputs.precision {
                Precision::F16 => "float16",
                Precision::F32 => "float32",
                Precision::F64 => "float64",
            };
            let z = values(lesson, "np.inf", "np.nan");
            let mut code = format!("import numpy as np\nz = np.array({z}, dtype=np.{kind})\n");
            if temperature != 1.0 {
                code += &format!("z = z / np.{kind}({})\n", shortest64(temperature));
            }
            let x = match inputs.mode {
                Mode::Stable => format!("x = z - z.max(axis={dim}, keepdims=True)\n"),
                Mode::Naive => "x = z\n".to_owned(),
            };
            let sum = format!("e.sum(axis={dim}, keepdims=True)");
            let result = if log { format!("x - np.log({sum})") } else { format!("e / {sum}") };
            format!("{code}{x}e = np.exp(x)\nprint({result})")
        }
        Language::Latex => latex(lesson),
    }
}

/// The scores as a Python list.
fn values(lesson: &Softmax, infinity: &str, nan: &str) -> String {
    let z = &lesson.inputs().z;
    let value = |index: usize| match z.value(index) {
        Some(value) if value == f64::INFINITY => infinity.to_owned(),
        Some(value) if value == f64::NEG_INFINITY => format!("-{infinity}"),
        Some(value) if value.is_nan() => nan.to_owned(),
        Some(value) => shortest64(value),
        None => nan.to_owned(),
    };
    let row = |cells: std::ops::Range<usize>| format!("[{}]", cells.map(value).collect::<Vec<_>>().join(", "));
    let (rows, cols) = z.paper();
    match z.is_matrix() {
        false => row(0..cols),
        true => {
            let rows: Vec<String> = (0..rows).map(|i| row(i * cols..(i + 1) * cols)).collect();
            format!("[{}]", rows.join(", "))
        }
    }
}

/// The formula of the first group with its numbers.
fn latex(lesson: &Softmax) -> String {
    let Some(group) = lesson.solved().groups.first() else { return "\\operatorname{softmax}(z)_i".to_owned() };
    let number = |value: &f64| match *value {
        value if value == f64::INFINITY => "\\infty".to_owned(),
        value if value == f64::NEG_INFINITY => "-\\infty".to_owned(),
        value if value.is_nan() => "\\text{NaN}".to_owned(),
        value => crate::figure::digits(value, 4).replace('−', "-"),
    };
    let list = |values: &[f64]| values.iter().map(number).collect::<Vec<_>>().join(" \\\\ ");
    let over = match group.phases.options.temperature {
        1.0 => String::new(),
        temperature => format!(" / {}", shortest64(temperature)),
    };
    let (name, result) = match lesson.view {
        View::Log => ("\\log p_i = \\log \\frac", &group.logs),
        _ => ("p_i = \\frac", &group.phases.quotients),
    };
    format!(
        "{name}{{e^{{z_i{over}}}}}{{\\sum_k e^{{z_k{over}}}}}, \\quad\nz = \\begin{{bmatrix}} {} \\end{{bmatrix}}\n\\;\\to\\;\n\\begin{{bmatrix}} {} \\end{{bmatrix}}",
        list(&group.stored),
        list(result)
    )
}
