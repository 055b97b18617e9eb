//! The lesson in the address: `op`, `a`, `b`, `bias`, `dim`, `text`, `error`, `t`.

use super::example::EXAMPLES;
use super::inputs::{Inputs, Op, plain_bias};
use super::sizes::{Dims, from_address, to_address};
use crate::lesson::link;
use crate::route::{Address, BadKey};

/// The longest text that a link carries, in bytes.
pub const MAX_TEXT: usize = 4000;

/// What an address says; defaults stand in for what it does not say.
pub struct Linked {
    /// The operation and its shapes.
    pub inputs: Inputs,
    /// The wording of versions before 2.15.
    pub old: bool,
    /// A pasted text to be read.
    pub error: Option<String>,
    /// How many steps are finished; `None` for the end.
    pub t: Option<usize>,
}

/// What an address says, and the keys whose values could not be used.
pub fn read(address: &Address) -> (Linked, Vec<BadKey>) {
    let mut bad = Vec::new();
    let op = address.read("op", &mut bad, Op::of);
    let example = EXAMPLES.iter().find(|example| op.is_none_or(|op| example.inputs().op == op));
    let default = example.map(|example| example.inputs()).unwrap_or_default();
    let a = address.read("a", &mut bad, from_address).unwrap_or(default.a);
    let b = address.read("b", &mut bad, from_address).unwrap_or(default.b);
    let given = address.read("bias", &mut bad, |text| match text {
        "none" => Some(None),
        _ => from_address(text).map(Some),
    });
    let bias = given.unwrap_or_else(|| plain_bias(&b));
    let dim = address.read("dim", &mut bad, |text| text.parse().ok().filter(|dim: &i64| dim.abs() < 1000)).unwrap_or(0);
    let old = address.read("text", &mut bad, |text| match text {
        "new" => Some(false),
        "old" => Some(true),
        _ => None,
    });
    let error = address.get("error").filter(|text| !text.trim().is_empty()).map(blanks);
    let t = address.read("t", &mut bad, link::read_step);
    let inputs = Inputs { op: op.unwrap_or(default.op), a, b, bias, dim, told: None, fixed: false };
    (Linked { inputs, old: old.unwrap_or(false), error, t }, bad)
}

/// A text whose blanks are blanks: forms write them as plus signs.
fn blanks(text: &str) -> String {
    if text.contains(' ') { text.to_owned() } else { text.replace('+', " ") }
}

/// The keys of what is shown now, all but `t`. A pasted text stands for the shapes that it tells.
pub fn write(inputs: &Inputs, old: bool, error: Option<&str>) -> Vec<(&'static str, String)> {
    let wording = ("text", if old { "old" } else { "new" }.to_owned());
    if let Some(error) = error.filter(|error| error.len() <= MAX_TEXT) {
        return vec![("error", error.to_owned()), wording];
    }
    let mut pairs = vec![("op", inputs.op.key().to_owned()), ("a", to_address(&inputs.a))];
    if inputs.has_b() {
        pairs.push(("b", to_address(&inputs.b)));
    }
    if inputs.op == Op::Linear {
        pairs.push(("bias", inputs.bias.as_ref().map_or("none".to_owned(), |dims: &Dims| to_address(dims))));
    }
    if inputs.op == Op::Softmax {
        pairs.push(("dim", inputs.dim.to_string()));
    }
    pairs.push(wording);
    pairs
}
