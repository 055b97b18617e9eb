//! Identity: f(x) = x.

use super::{Activation, Formula, Math, Range};

/// f(x) = x.
pub(super) static IDENTITY: Activation = Activation {
    id: "identity",
    torch: "torch.nn.Identity()",
    value,
    derivative,
    map,
    formula: Formula { value: &[Math::Var("x")], derivative: &[Math::Num("1")] },
    domain: (-4.0, 4.0),
    range: Range::open(f64::NEG_INFINITY, f64::INFINITY),
    flat: &[],
    source: "No activation: layers without one compose to a single linear layer",
};

fn value(x: f32) -> f32 {
    x
}

fn derivative(_: f32) -> f32 {
    1.0
}

fn map(x: &[f32], y: &mut [f32]) {
    let len = x.len().min(y.len());
    y[..len].copy_from_slice(&x[..len]);
}
