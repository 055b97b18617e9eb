//! Identity: f(x) = x.

use super::ladder::{Ladder, always, step};
use super::{Activation, Formula, Math, Range};

/// f(x) = x.
pub(super) static IDENTITY: Activation = Activation {
    id: "identity",
    torch: "torch.nn.Identity()",
    value,
    wide,
    derivative,
    map,
    formula: Formula { value: &[Math::Var("x")], derivative: &[Math::Num("1")] },
    ladder: Ladder { value: &[step("f", "x", &[always("[x!]")])], derivative: &[step("d", "1", &[always("1")])] },
    domain: (-4.0, 4.0),
    range: Range::open(f64::NEG_INFINITY, f64::INFINITY),
    flat: &[],
    source: "No activation: layers without one compose to a single linear layer",
};

fn value(x: f32) -> f32 {
    x
}

fn wide(x: f64) -> f64 {
    x
}

fn derivative(_: f64) -> f64 {
    1.0
}

fn map(x: &[f32], y: &mut [f32]) {
    let len = x.len().min(y.len());
    y[..len].copy_from_slice(&x[..len]);
}
