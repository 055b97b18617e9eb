//! There is no such dimension: PyTorch's words, the reason, and the directions there are.

use super::model::Softmax;
use crate::say;
use crate::screen::board::{Fix, Problem};
use crate::screen::words;
use crate::words::Locale;
use matwalk_core::rule::{SoftmaxError, Wording};

/// The dimensions that can be summed along, last first; none while nothing is wrong.
pub fn dims(lesson: &Softmax) -> Vec<i64> {
    match lesson.solved().plan {
        Ok(_) => Vec::new(),
        Err(_) => (0..lesson.inputs().z.dims.len() as i64).rev().collect(),
    }
}

/// `(2, 3)` as Python writes it.
pub fn shape_text(dims: &[usize]) -> String {
    match dims {
        [one] => format!("({one},)"),
        _ => format!("({})", dims.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// What is wrong, if it is.
pub fn problem(lesson: &Softmax, locale: Locale, error: &SoftmaxError) -> Problem {
    let z = &lesson.inputs().z;
    let text = error.torch_text(Wording::New).unwrap_or_default();
    let exception = error.exception().map(|exception| format!("{exception}: ")).unwrap_or_default();
    let count: Vec<String> = (0..z.dims.len()).map(|dim| dim.to_string()).collect();
    let fix = |dim: i64| {
        let result = match (z.is_matrix(), dim) {
            (false, _) => say!(locale, softmax.fix_all),
            (true, 0) => say!(locale, softmax.fix_columns),
            (true, _) => say!(locale, softmax.fix_rows),
        };
        Fix { key: dim.to_string(), label: format!("dim={dim}"), result, code: String::new(), chosen: false }
    };
    let reason =
        say!(locale, softmax.which_dim, shape = shape_text(&z.dims), rank = z.dims.len(), dims = count.join(", "));
    Problem {
        message: Some(format!("{exception}{text}")),
        marked: Vec::new(),
        reason: words(&reason),
        fixes: dims(lesson).into_iter().map(fix).collect(),
    }
}
