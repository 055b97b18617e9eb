//! The lesson as code that gives the shown numbers when it is run.

use super::functions::Function;
use super::inputs::{Inputs, WARD};
use super::model::{Activation, View};
use crate::lesson::entry::Language;
use matwalk_core::Tensor;
use matwalk_core::activation::chain::Feed;
use matwalk_core::activation::formula::tex;
use matwalk_core::number::{to_latex, to_numpy, to_pytorch};

/// The code of what is shown.
pub fn code(lesson: &Activation, language: Language) -> String {
    match language {
        Language::PyTorch => pytorch(lesson),
        Language::NumPy => numpy(lesson),
        Language::Latex => latex(lesson, lesson.main()),
    }
}

fn number(value: f64) -> String {
    if value.is_finite() { super::digits::whole(value) } else { format!("float(\"{}\")", super::digits::whole(value)) }
}

fn x(inputs: &Inputs) -> f64 {
    inputs.x().unwrap_or(f64::NAN)
}

fn pytorch(lesson: &Activation) -> String {
    let inputs = lesson.inputs();
    let x = number(x(inputs));
    let shown = lesson.shown();
    // In a loop over several functions lines are indented, and each result begins with its function.
    let (i, p) = if shown.len() > 1 { ("    ", "print(f, ") } else { ("", "print(") };
    let leaf = |name: &str| format!("{i}{name} = torch.tensor({x}, dtype=torch.float64, requires_grad=True)\n{i}");
    let (head, body) = match lesson.view {
        View::Curve => (
            String::new(),
            leaf("x") + &format!("y = f(x)\n{i}y.backward()\n{i}{p}y.item(), x.grad.item())  # f(x), f'(x)\n"),
        ),
        View::Chain => {
            let (w, depth) = (number(inputs.w().unwrap_or(f64::NAN)), lesson.depth());
            let body = match lesson.feed {
                Feed::Same => {
                    leaf("z")
                        + &format!(
                            "f(z).backward()\n{i}{p}(z.grad * {w}).item() ** {depth})  # what is left after {depth} layers\n"
                        )
                }
                Feed::Forward => {
                    leaf("x")
                        + &format!(
                            "h = x\n{i}for _ in range({depth}):\n{i}    h = f({w} * h)\n{i}h.backward()\n{i}{p}h.item(), x.grad.item())\n"
                        )
                }
            };
            (String::new(), body)
        }
        View::Ward => (
            to_pytorch("z", &ward(lesson)) + "  # (samples, neurons)\nz.requires_grad_()\n",
            "f(z).sum().backward()\nslopes = z.grad.sum(dim=0)  # of each neuron\nprint(slopes, int((z.grad == 0).all(dim=0).sum()))  # how many are dead\n".to_owned(),
        ),
        View::Matrix => (
            to_pytorch("z", inputs.a.tensor()) + "\n",
            format!("{i}h = f(z)\n{i}{p}h, z.mean(), h.mean())\n"),
        ),
    };
    let calls: Vec<&str> = shown.iter().map(|function| function.torch).collect();
    let calls = calls.join(", ");
    let each = if i.is_empty() { format!("f = {calls}") } else { format!("for f in ({calls}):") };
    format!("import torch\n\n{head}{each}\n{body}")
}

/// z of all neurons, with bias and centring.
fn ward(lesson: &Activation) -> Tensor {
    lesson.inputs().settled().ward.tensor().as_ref().clone()
}

fn numpy(lesson: &Activation) -> String {
    let inputs = lesson.inputs();
    let mut code = "import numpy as np\n\n".to_owned();
    code += &match lesson.view {
        View::Curve => format!("x = {}\n\n", number(x(inputs))),
        View::Chain => String::new(),
        View::Ward => to_numpy("z", &ward(lesson)) + "  # (samples, neurons)\n\n",
        View::Matrix => to_numpy("z", inputs.a.tensor()) + "\n\n",
    };
    let shown = lesson.shown();
    for f in &shown {
        let p = if shown.len() > 1 { format!("print(\"{}\", ", f.id) } else { "print(".to_owned() };
        code += &numpy_function(f);
        code += &match lesson.view {
            View::Curve => format!("{p}f(x), df(x))\n"),
            View::Chain => {
                let (x, w, depth) = (number(x(inputs)), number(inputs.w().unwrap_or(f64::NAN)), lesson.depth());
                match lesson.feed {
                    Feed::Same => format!("{p}(df({x}) * {w}) ** {depth})\n"),
                    Feed::Forward => format!(
                        "h, left = {x}, 1.0\nfor _ in range({depth}):\n    z = {w} * h\n    h, left = f(z), left * df(z) * {w}\n{p}h, left)\n"
                    ),
                }
            }
            View::Ward => {
                format!(
                    "{p}df(z).sum(axis=0), (df(z) == 0).all(axis=0).sum())  # slopes of each neuron, how many are dead\n"
                )
            }
            View::Matrix => format!("h = f(z)\n{p}h, z.mean(), h.mean())\n"),
        };
    }
    code
}

/// f and its slope, by differences where the formula needs functions that NumPy lacks.
fn numpy_function(f: Function) -> String {
    let sigmoid = "1 / (1 + np.exp(-x))";
    let (value, slope) = match f.id {
        "sigmoid" => (sigmoid, "f(x) * (1 - f(x))"),
        "tanh" => ("np.tanh(x)", "1 - np.tanh(x) ** 2"),
        "relu" => ("np.maximum(0, x)", "np.where(x > 0, 1.0, 0.0)"),
        "leaky_relu" => ("np.where(x > 0, x, 0.01 * x)", "np.where(x > 0, 1.0, 0.01)"),
        "relu6" => ("np.clip(x, 0, 6)", "np.where((x > 0) & (x < 6), 1.0, 0.0)"),
        "elu" | "celu" => ("np.where(x > 0, x, np.expm1(x))", "np.where(x > 0, 1.0, np.exp(x))"),
        "selu" => (
            "np.where(x > 0, 1.0507009873554805 * x, 1.7580993408473768 * np.expm1(x))",
            "np.where(x > 0, 1.0507009873554805, 1.7580993408473768 * np.exp(x))",
        ),
        "silu" => ("x / (1 + np.exp(-x))", "(1 + np.exp(-x) * (1 + x)) / (1 + np.exp(-x)) ** 2"),
        "softplus" => ("np.logaddexp(0, x)", sigmoid),
        "softsign" => ("x / (1 + np.abs(x))", "1 / (1 + np.abs(x)) ** 2"),
        "hardtanh" => ("np.clip(x, -1, 1)", "np.where(np.abs(x) < 1, 1.0, 0.0)"),
        "hardsigmoid" => ("np.clip(x + 3, 0, 6) / 6", "np.where(np.abs(x) < 3, 1 / 6, 0.0)"),
        "hardswish" => ("x * np.clip(x + 3, 0, 6) / 6", "np.where(x <= -3, 0.0, np.where(x >= 3, 1.0, x / 3 + 0.5))"),
        "logsigmoid" => ("-np.logaddexp(0, -x)", "1 / (1 + np.exp(x))"),
        "tanhshrink" => ("x - np.tanh(x)", "np.tanh(x) ** 2"),
        "mish" => ("x * np.tanh(np.logaddexp(0, x))", BY_DIFFERENCES),
        "gelu" => ("x * np.vectorize(lambda v: (1 + math.erf(v / 2 ** 0.5)) / 2)(x)", BY_DIFFERENCES),
        "gelu_tanh" => ("x / 2 * (1 + np.tanh((2 / np.pi) ** 0.5 * (x + 0.044715 * x ** 3)))", BY_DIFFERENCES),
        _ => ("x + 0.0", "np.ones_like(np.asarray(x, dtype=float))"),
    };
    let import = if f.id == "gelu" { "import math\n\n" } else { "" };
    format!("{import}def f(x):\n    return {value}\n\ndef df(x):\n    return {slope}\n\n")
}

const BY_DIFFERENCES: &str = "(f(x + 1e-6) - f(x - 1e-6)) / 2e-6  # by differences";

fn latex(lesson: &Activation, f: Function) -> String {
    let (value, slope) = (tex(f.formula.value), tex(f.formula.derivative));
    let head = format!("f(x) = {value}, \\qquad f'(x) = {slope}");
    let said = |value: f64| tex_number(value);
    match lesson.view {
        View::Curve => {
            let rungs = lesson.rungs();
            let x = said(rungs.x);
            format!("{head} \\\\\nf({x}) = {}, \\qquad f'({x}) = {}", said(rungs.get("f")), said(rungs.get("d")))
        }
        View::Chain => {
            let left = lesson.chain(f).and_then(|chain| chain.products.last().copied()).unwrap_or(f64::NAN);
            let depth = lesson.depth();
            format!(
                "{head} \\\\\n\\frac{{\\partial h_{{{depth}}}}}{{\\partial x}} = \\prod_{{l=1}}^{{{depth}}} f'(z_l)\\,w = {}",
                said(left)
            )
        }
        View::Ward => {
            let sums: Vec<String> = (0..lesson.inputs().sizes(WARD).1)
                .map(|col| said(lesson.neuron(col).sum.unwrap_or(f64::NAN)))
                .collect();
            let z = to_latex(&ward(lesson));
            format!("z = {z} \\\\\n\\sum f'(z) = ({})", sums.join(",\\; "))
        }
        View::Matrix => {
            let z = lesson.inputs().a.tensor();
            let mut h = vec![0.0; z.data().len()];
            f.map(z.data(), &mut h);
            let h = Tensor::new(z.shape(), h).map(|h| to_latex(&h)).unwrap_or_default();
            format!("{head} \\\\\nH = f\\left({}\\right) = {h}", to_latex(z))
        }
    }
}

/// A number with a power of ten where it has an exponent.
fn tex_number(value: f64) -> String {
    let text = super::digits::short(value).replace('−', "-").replace('∞', "\\infty");
    match text.split_once('e') {
        Some((mantissa, exponent)) => format!("{mantissa} \\cdot 10^{{{exponent}}}"),
        None => text,
    }
}
