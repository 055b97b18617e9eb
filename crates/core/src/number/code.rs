//! Tensors as PyTorch, NumPy and LaTeX code. PyTorch and NumPy code gives the same bits when run.

use super::format::{shortest, shortest64};
use super::nearest::nearest64;
use crate::shape::Shape;
use crate::tensor::Tensor;
use core::fmt::Write;

/// `name = torch.tensor(…)`, a row of numbers a line, columns aligned; the same shape and f32 bits when run (any NaN
/// equals any NaN). A tensor without elements is `torch.zeros(2, 0)`.
///
/// ```
/// use matwalk_core::{Shape, Tensor, number::to_pytorch};
/// let m = Tensor::new(Shape::new(&[2, 2])?, vec![1.0, -2.0, 0.5, 4.0])?;
/// assert_eq!(to_pytorch("A", &m), "A = torch.tensor([[ 1., -2.],\n                  [0.5,  4.]])");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn to_pytorch(name: &str, tensor: &Tensor) -> String {
    if tensor.data().is_empty() {
        return format!("{name} = torch.zeros({})", joined(tensor.shape()));
    }
    let start = format!("{name} = torch.tensor(");
    let special = ["float('nan')", "float('inf')", "float('-inf')"];
    let body = nested(tensor, start.chars().count(), special);
    format!("{start}{body})")
}

/// `name = np.array(…, dtype=np.float32)`; see [`to_pytorch`].
///
/// ```
/// use matwalk_core::{Shape, Tensor, number::to_numpy};
/// let v = Tensor::new(Shape::new(&[3])?, vec![1.0, 2.0, f32::NAN])?;
/// assert_eq!(to_numpy("a", &v), "a = np.array([1., 2., np.nan], dtype=np.float32)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn to_numpy(name: &str, tensor: &Tensor) -> String {
    if tensor.data().is_empty() {
        return format!("{name} = np.zeros({}, dtype=np.float32)", tensor.shape());
    }
    let start = format!("{name} = np.array(");
    let body = nested(tensor, start.chars().count(), ["np.nan", "np.inf", "-np.inf"]);
    format!("{start}{body}, dtype=np.float32)")
}

/// A `bmatrix`; a vector stands as a column, a scalar is just its number, a tensor of a higher rank is its matrices one
/// after another, and one without elements shows its shape.
///
/// ```
/// use matwalk_core::{Shape, Tensor, number::to_latex};
/// let m = Tensor::new(Shape::new(&[2, 2])?, vec![1.0, 2.0, 3.0, 4.0])?;
/// assert_eq!(to_latex(&m), "\\begin{bmatrix}\n  1 & 2 \\\\\n  3 & 4\n\\end{bmatrix}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn to_latex(tensor: &Tensor) -> String {
    let shape = tensor.shape();
    let dims = shape.dims();
    let texts: Vec<String> = tensor.data().iter().map(|value| latex_number(*value)).collect();
    if texts.is_empty() {
        let sizes: Vec<String> = dims.iter().map(usize::to_string).collect();
        return format!("\\begin{{bmatrix}}\\end{{bmatrix}}_{{{}}}", sizes.join(" \\times "));
    }
    match *dims {
        [] => texts.concat(),
        [_] => bmatrix(&texts, 1),
        [.., rows, cols] => {
            let sheets: Vec<String> = texts.chunks(rows * cols).map(|sheet| bmatrix(sheet, cols)).collect();
            sheets.join(",\\quad\n")
        }
    }
}

fn bmatrix(texts: &[String], cols: usize) -> String {
    let widths = widths(texts, cols);
    let mut matrix = "\\begin{bmatrix}\n".to_owned();
    for (i, row) in texts.chunks(cols).enumerate() {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(text, width)| format!("{text:>width$}")).collect();
        let separator = if i > 0 { " \\\\\n" } else { "" };
        // Writing to a String can't fail.
        let _ = write!(matrix, "{separator}  {}", cells.join(" & "));
    }
    matrix + "\n\\end{bmatrix}"
}

fn latex_number(value: f32) -> String {
    let (sign, text) = match shortest(value) {
        text if text.starts_with('-') => ("-", text[1..].to_owned()),
        text => ("", text),
    };
    match (text.as_str(), text.split_once('e')) {
        ("nan", _) => "\\mathrm{NaN}".to_owned(),
        ("inf", _) => format!("{sign}\\infty"),
        (_, Some(("1", power))) => format!("{sign}10^{{{power}}}"),
        (_, Some((mantissa, power))) => format!("{sign}{mantissa} \\times 10^{{{power}}}"),
        _ => format!("{sign}{text}"),
    }
}

/// `2, 3`.
fn joined(shape: Shape) -> String {
    let sizes: Vec<String> = shape.dims().iter().map(usize::to_string).collect();
    sizes.join(", ")
}

/// The widest text of each column.
fn widths(texts: &[String], cols: usize) -> Vec<usize> {
    let mut widths = vec![0; cols];
    for (i, text) in texts.iter().enumerate() {
        let width = &mut widths[i % cols];
        *width = (*width).max(text.chars().count());
    }
    widths
}

/// Python's nested lists, whose first bracket stands at column `indent`; `special` are NaN, infinity and its negative.
/// There is at least one value.
fn nested(tensor: &Tensor, indent: usize, special: [&str; 3]) -> String {
    let shape = tensor.shape();
    let dims = shape.dims();
    let texts: Vec<String> = tensor.data().iter().map(|value| python_number(*value, special)).collect();
    let Some(&cols) = dims.last() else { return texts.concat() };
    // A vector is one line: nothing stands below anything.
    let widths = if dims.len() == 1 { vec![0; cols] } else { widths(&texts, cols) };
    let mut text = String::new();
    let rows = texts.len() / cols;
    for (i, row) in texts.chunks(cols).enumerate() {
        let opened = levels_at(dims, i);
        if i > 0 {
            // A blank line between matrices, as PyTorch prints them.
            text.push_str(if opened > 1 { ",\n\n" } else { ",\n" });
            text.push_str(&" ".repeat(indent + dims.len() - opened));
        }
        text.push_str(&"[".repeat(opened));
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:>width$}")).collect();
        text.push_str(&cells.join(", "));
        text.push_str(&"]".repeat(if i + 1 == rows { dims.len() } else { levels_at(dims, i + 1) }));
    }
    text
}

/// How many lists open at a row of numbers: one for the row, and one for each level that starts anew with it.
fn levels_at(dims: &[usize], row: usize) -> usize {
    let mut rows = 1;
    let outer = dims.iter().rev().skip(1).take_while(|size| {
        rows *= **size;
        row.is_multiple_of(rows)
    });
    1 + outer.count()
}

/// A Python literal of a float that becomes the same f32. Python reads an f64 first, so where rounding twice would end
/// elsewhere (or beyond the largest f32) the f64 is written out.
fn python_number(value: f32, [nan, inf, minus_inf]: [&str; 3]) -> String {
    match value {
        _ if value.is_nan() => return nan.to_owned(),
        f32::INFINITY => return inf.to_owned(),
        f32::NEG_INFINITY => return minus_inf.to_owned(),
        _ => {}
    }
    let short = shortest(value);
    let read = nearest64(&short);
    let same = read as f32 == value && read.abs() <= f64::from(f32::MAX);
    let text = if same { short } else { shortest64(f64::from(value)) };
    if text.contains(['.', 'e']) { text } else { text + "." }
}
