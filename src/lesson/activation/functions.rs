//! What the lesson says of the core's functions: names, where they have kinks, ranges in short.

use super::digits::short;
use matwalk_core::activation::{ALL, Activation, by_id};

/// A function of the core.
pub type Function = &'static Activation;

/// The most functions over one another.
pub const MOST: usize = 3;

/// The functions a page opens with.
pub const DEFAULT: [&str; 3] = ["sigmoid", "tanh", "relu"];

/// Names as they are written, by the core's.
const NAMES: [(&str, &str); 17] = [
    ("relu", "ReLU"),
    ("leaky_relu", "Leaky ReLU"),
    ("relu6", "ReLU6"),
    ("elu", "ELU"),
    ("selu", "SELU"),
    ("celu", "CELU"),
    ("gelu", "GELU"),
    ("gelu_tanh", "GELU (tanh)"),
    ("silu", "SiLU"),
    ("mish", "Mish"),
    ("softplus", "Softplus"),
    ("softsign", "Softsign"),
    ("hardtanh", "Hardtanh"),
    ("hardsigmoid", "Hardsigmoid"),
    ("hardswish", "Hardswish"),
    ("logsigmoid", "LogSigmoid"),
    ("tanhshrink", "Tanhshrink"),
];

/// Its name on the screen.
pub fn name(function: Function) -> &'static str {
    NAMES.iter().find(|(id, _)| *id == function.id).map_or(function.id, |(_, name)| name)
}

/// Where its slope jumps.
pub fn kinks(function: Function) -> &'static [f64] {
    match function.id {
        "relu" | "leaky_relu" | "selu" => &[0.0],
        "relu6" => &[0.0, 6.0],
        "hardtanh" => &[-1.0, 1.0],
        "hardsigmoid" | "hardswish" => &[-3.0, 3.0],
        _ => &[],
    }
}

/// Its slopes beside a kink, left and right.
pub fn sides(function: Function, kink: f64) -> [f64; 2] {
    [kink - 1e-9, kink + 1e-9].map(|x| function.derivative64(x))
}

/// The interval around x in which it is flat.
pub fn zone(function: Function, x: f64) -> Option<(f32, f32)> {
    function.flat.iter().copied().find(|(low, high)| (*low..=*high).contains(&(x as f32)))
}

/// Where it is flat, in short: `|x| > 4.585`; nothing if nowhere.
pub fn flat(function: Function) -> String {
    match *function.flat {
        [(_, low), (high, _)] if low == -high => format!("|x| > {}", short(f64::from(high))),
        [(low, high)] => bound(low, high),
        [(_, low), (high, _)] => format!("x < {}, x > {}", short(f64::from(low)), short(f64::from(high))),
        _ => String::new(),
    }
}

/// A zone as a condition: `x > 4.585`.
pub fn bound(low: f32, high: f32) -> String {
    let said = |end: f32| short(f64::from(end));
    match (low.is_finite(), high.is_finite()) {
        (false, _) => format!("x < {}", said(high)),
        (_, false) => format!("x > {}", said(low)),
        _ => format!("{} < x < {}", said(low), said(high)),
    }
}

/// Whether it has an interval in which f' is exactly 0.
pub fn has_dead_zone(function: Function) -> bool {
    matches!(function.id, "relu" | "relu6" | "hardtanh" | "hardsigmoid" | "hardswish")
}

/// Whether the readings of dead neurons take it: a zone without a slope, or the function made against it.
pub fn gates(function: Function) -> bool {
    has_dead_zone(function) || function.id == "leaky_relu"
}

/// The values it takes: `(0, 1)`, `[−0.17, ∞)`.
pub fn range(function: Function) -> String {
    let range = function.range;
    let (open, close) = (if range.low_closed { "[" } else { "(" }, if range.high_closed { "]" } else { ")" });
    format!("{open}{}, {}{close}", short(range.low), short(range.high))
}

/// What its slope does not go beyond, as far as samples show it; those beside its kinks are among them.
pub fn steepest(function: Function) -> f64 {
    // To both sides far enough for a slope that only comes close to its bound.
    let even = (-800..=800).map(|at| f64::from(at) / 100.0).chain([-40.0, 40.0]);
    let beside = kinks(function).iter().flat_map(|kink| sides(function, *kink));
    even.map(|x| function.derivative64(x)).chain(beside).fold(f64::NEG_INFINITY, f64::max)
}

/// Names in an address: one to three known ones, each once.
pub fn read(text: &str) -> Option<Vec<Function>> {
    let mut found: Vec<Function> = Vec::new();
    for id in text.split(',') {
        let function = by_id(id.trim())?;
        if !found.contains(&function) {
            found.push(function);
        }
    }
    (1..=MOST).contains(&found.len()).then_some(found)
}

/// The same as text.
pub fn write(functions: &[Function]) -> String {
    functions.iter().map(|function| function.id).collect::<Vec<_>>().join(",")
}

/// The functions of some names of the core; unknown ones are left out.
pub fn of(ids: &[&str]) -> Vec<Function> {
    ids.iter().filter_map(|id| ALL.iter().copied().find(|function| function.id == *id)).collect()
}
