//! The softmax as code that gives the shown result when it is run.

use super::model::{Softmax, View};
use super::solved::Group;
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

/// The formula with its numbers, of a matrix with all groups.
fn latex(lesson: &Softmax) -> String {
    let solved = lesson.solved();
    let (Ok(plan), false) = (solved.plan, solved.groups.is_empty()) else {
        return "\\operatorname{softmax}(z)_i".to_owned();
    };
    let number = |value: f64| match value {
        value if value == f64::INFINITY => "\\infty".to_owned(),
        value if value == f64::NEG_INFINITY => "-\\infty".to_owned(),
        value if value.is_nan() => "\\text{NaN}".to_owned(),
        value => match crate::figure::digits(value, 4).replace('−', "-").split_once('e') {
            Some((mantissa, power)) => format!("{mantissa} \\cdot 10^{{{power}}}"),
            None => crate::figure::digits(value, 4).replace('−', "-"),
        },
    };
    let matrix = lesson.inputs().z.is_matrix();
    // A vector stands as a column, a matrix as it is.
    let (rows, cols) = if matrix { lesson.inputs().z.paper() } else { (plan.len, 1) };
    let grid = |values: fn(&Group) -> &Vec<f64>| {
        let at = |row: usize, col: usize| {
            let (group, element) = if matrix && plan.dim == 1 { (row, col) } else { (col, row) };
            number(values(&solved.groups[group])[element])
        };
        let line = |row: usize| (0..cols).map(|col| at(row, col)).collect::<Vec<_>>().join(" & ");
        let lines = (0..rows).map(line).collect::<Vec<_>>().join(" \\\\ ");
        format!("\\begin{{bmatrix}} {lines} \\end{{bmatrix}}")
    };
    let over = match solved.options.temperature {
        1.0 => String::new(),
        temperature => format!(" / {}", shortest64(temperature)),
    };
    let (own, other) = match (matrix, plan.dim) {
        (false, _) => ("i", "k"),
        (true, 0) => ("ij", "kj"),
        (true, _) => ("ij", "ik"),
    };
    let (log, result): (&str, fn(&Group) -> &Vec<f64>) = match lesson.view {
        View::Log => ("\\log ", |group| &group.logs),
        _ => ("", |group| &group.phases.quotients),
    };
    format!(
        "{log}p_{{{own}}} = {log}\\frac{{e^{{z_{{{own}}}{over}}}}}{{\\sum_k e^{{z_{{{other}}}{over}}}}}, \\quad\nz = {}\n\\;\\to\\;\n{}",
        grid(|group| &group.stored),
        grid(result)
    )
}
