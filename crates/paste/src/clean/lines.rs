//! Lines that are not numbers: imports, remarks, the shape and type that a print-out has below it.

use crate::Notation;
use crate::source::{Source, Span};
use matwalk_core::number::parse;

/// What such lines say about the numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stated {
    /// The shape, and where it stands.
    pub(crate) shape: Option<(usize, Vec<usize>)>,
    /// The notation.
    pub(crate) notation: Option<Notation>,
}

/// Statements that hold no tensor.
const STATEMENTS: [&str; 15] = [
    "import ",
    "from ",
    "using ",
    "use ",
    "library(",
    "#include",
    "with(",
    "clc",
    "clear",
    "close all",
    "format ",
    "sep=",
    "Parameter containing:",
    "Diagonal Matrix",
    "Permutation Matrix",
];

/// Calls that print what was assigned before.
const PRINTS: [&str; 6] = ["print(", "println(", "disp(", "display(", "console.log(", "cat("];

/// What TensorFlow.js and pandas print about a tensor.
const FACTS: [&str; 7] = ["dtype:", "Name:", "rank:", "shape:", "values:", "device:", "dtype="];

/// The text without lines that hold no numbers of a tensor, and what those lines say.
pub(crate) fn without_remarks(source: &Source) -> (Source, Stated) {
    let mut stated = Stated::default();
    let mut cuts = vec![];
    let mut kept = false;
    let lines = source.lines();
    let numeric = lines.iter().any(|line| {
        let line = source.trimmed(*line);
        has_digit(source, line) && !is_name(&source.text(line))
    });
    for line in lines {
        let span = source.trimmed(line);
        if span.0 >= span.1 {
            continue;
        }
        let text = source.text(span);
        let remark = is_remark(&text) || shape_line(span.0, &text, &mut stated);
        // A name alone above numbers may be the name of a column.
        let next = source.next_visible(line.1).and_then(|at| source.at(at));
        let above_code = next.is_some_and(|c| c.is_alphabetic() || "[({<".contains(c));
        let echo = !kept && numeric && above_code && is_name(&text) && parse(&text).is_err();
        if text == "Tensor" && !kept {
            stated.notation = Some(Notation::TensorFlowJs);
        }
        if remark || echo {
            cuts.push(line);
        } else {
            kept = true;
        }
    }
    // A text of nothing but remarks is looked at as it is, so that the error names what is there.
    if kept { (source.without(&cuts), stated) } else { (source.clone(), Stated::default()) }
}

fn has_digit(source: &Source, (start, end): Span) -> bool {
    (start..end).any(|i| source.is_digit(i))
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_') && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn is_remark(text: &str) -> bool {
    let starts = |names: &[&str]| names.iter().any(|name| text.starts_with(name));
    let comment = (text.starts_with(['#', '%']) || text.starts_with("//") || text.starts_with("--  "))
        && !text.starts_with("#m[");
    let prints = starts(&PRINTS) && {
        let call = text.split(['#', '%']).next().unwrap_or(text);
        !call.contains(|c: char| c.is_ascii_digit())
    };
    comment || prints || starts(&STATEMENTS) || starts(&FACTS)
}

/// A line that states a shape; notes it.
fn shape_line(at: usize, text: &str, stated: &mut Stated) -> bool {
    // `torch.Size([2, 2])`, `A.shape: torch.Size([2, 2])`
    let label = text.find(['(', '[']).map_or(text, |open| &text[..open]);
    let head = label.rsplit([' ', ':', '=']).next().unwrap_or(label);
    let alone = text.ends_with([')', ';']) && !text.contains("tensor(") && !text.contains("array(");
    let (sizes, notation) = if ["torch.Size", "TensorShape"].contains(&head) && alone {
        (numbers(&text[label.len()..]), None)
    } else if text.starts_with("[torch.") || text.starts_with("<NDArray ") {
        let sizes = text.split(' ').find_map(sizes);
        let is_torch = text.starts_with("[torch.");
        (sizes, Some(if is_torch { Notation::PyTorch } else { Notation::MxNet }))
    } else if text.ends_with(" matrix") || text.ends_with(" array") || text.ends_with(" vector") {
        (text.split(' ').next().and_then(sizes), Some(Notation::Matlab))
    } else {
        return false;
    };
    let Some(sizes) = sizes else { return false };
    stated.notation = notation.or(stated.notation);
    stated.shape = Some((at, sizes));
    true
}

/// `[2, 2])` as sizes.
fn numbers(text: &str) -> Option<Vec<usize>> {
    let inside = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')', ';']);
    inside.split(',').map(str::trim).filter(|size| !size.is_empty()).map(|size| size.parse().ok()).collect()
}

/// `2x3` or `2×3` as sizes.
pub(super) fn sizes(text: &str) -> Option<Vec<usize>> {
    text.trim_end_matches(']').split(['x', '×']).map(|size| size.parse().ok()).collect()
}
