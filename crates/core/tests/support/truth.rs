//! What activation functions and `exp` truly are, in f64 by other forms than the crate's and the platform's library:
//! an error of 1e-13 or so, a millionth of an ulp of f32. Shared by the tests and by `examples/accuracy.rs`.

use libm::erfc;
use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// A function of one real variable.
pub type Real = fn(f64) -> f64;

/// The value and the derivative of the activation function of that name at a finite x.
pub fn of(id: &str) -> Option<(Real, Real)> {
    Some(match id {
        "identity" => (|x| x, |_| 1.0),
        "relu" => (|x| if x > 0.0 { x } else { 0.0 }, |x| if x > 0.0 { 1.0 } else { 0.0 }),
        "leaky_relu" => (|x| if x > 0.0 { x } else { 0.01 * x }, |x| if x > 0.0 { 1.0 } else { 0.01 }),
        "relu6" => (|x| x.clamp(0.0, 6.0), |x| if 0.0 < x && x < 6.0 { 1.0 } else { 0.0 }),
        "elu" | "celu" => (|x| if x > 0.0 { x } else { x.exp_m1() }, |x| if x > 0.0 { 1.0 } else { x.exp() }),
        "selu" => (
            |x| LAMBDA * if x > 0.0 { x } else { ALPHA * x.exp_m1() },
            |x| LAMBDA * if x > 0.0 { 1.0 } else { ALPHA * x.exp() },
        ),
        "gelu" => (|x| x * phi(x), |x| phi(x) + x * (-0.5 * x * x).exp() / (2.0 * PI).sqrt()),
        "gelu_tanh" => (
            |x| x * sigmoid(inner(x)),
            |x| {
                let (s, slope) = (sigmoid(inner(x)), 2.0 * (2.0 / PI).sqrt() * (1.0 + 0.134145 * x * x));
                s + (x * s * sigmoid(-inner(x))) * slope
            },
        ),
        "silu" => (|x| x * sigmoid(x), |x| sigmoid(x) * (1.0 + x * sigmoid(-x))),
        "mish" => (
            |x| x * softplus(x).tanh(),
            |x| softplus(x).tanh() + x * sigmoid(x) / softplus(x).cosh() / softplus(x).cosh(),
        ),
        "sigmoid" => (sigmoid, |x| sigmoid(x) * sigmoid(-x)),
        "tanh" => (f64::tanh, |x| 1.0 / x.cosh() / x.cosh()),
        "softplus" => (softplus, sigmoid),
        "logsigmoid" => (|x| -softplus(-x), |x| sigmoid(-x)),
        "softsign" => (|x| x / (1.0 + x.abs()), |x| 1.0 / (1.0 + x.abs()) / (1.0 + x.abs())),
        "hardtanh" => (|x| x.clamp(-1.0, 1.0), |x| if x.abs() < 1.0 { 1.0 } else { 0.0 }),
        "hardsigmoid" => (|x| (x + 3.0).clamp(0.0, 6.0) / 6.0, |x| if x.abs() < 3.0 { 1.0 / 6.0 } else { 0.0 }),
        "hardswish" => (
            |x| x * ((x + 3.0).clamp(0.0, 6.0) / 6.0),
            |x| {
                if x <= -3.0 {
                    0.0
                } else if x < 3.0 {
                    (2.0 * x + 3.0) / 6.0
                } else {
                    1.0
                }
            },
        ),
        "tanhshrink" => (tanhshrink, |x| x.tanh() * x.tanh()),
        _ => return None,
    })
}

const LAMBDA: f64 = 1.0507009873554804934193349852946;
const ALPHA: f64 = 1.6732632423543772848170429916717;

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn softplus(x: f64) -> f64 {
    if x > 40.0 { x } else { x.exp().ln_1p() }
}

fn phi(x: f64) -> f64 {
    0.5 * erfc(-x * FRAC_1_SQRT_2)
}

/// Twice the argument of the tanh in the approximate GELU.
fn inner(x: f64) -> f64 {
    2.0 * (2.0 / PI).sqrt() * (x + 0.044715 * x * x * x)
}

fn tanhshrink(x: f64) -> f64 {
    if x.abs() > 0.05 {
        return x - x.tanh();
    }
    let u = x * x;
    x * u * (1.0 / 3.0 - u * (2.0 / 15.0 - u * (17.0 / 315.0 - u * (62.0 / 2835.0 - u * 1382.0 / 155_925.0))))
}

/// The distance of two neighbours of f32 where `truth` is.
pub fn ulp(truth: f64) -> f64 {
    let exponent = ((truth.abs().to_bits() >> 52) as i32 - 1023).clamp(-126, 127);
    f64::from_bits(((exponent - 23 + 1023) as u64) << 52)
}

/// How many ulp `got` is from `truth`: infinite where one is NaN or rounds to an infinity or a zero and the other does
/// not.
pub fn error(got: f32, truth: f64) -> f64 {
    let rounded = truth as f32;
    if got.is_nan() || truth.is_nan() {
        return if got.is_nan() && truth.is_nan() { 0.0 } else { f64::INFINITY };
    }
    if rounded.is_infinite() || got.is_infinite() || rounded == 0.0 {
        return if got == rounded { 0.0 } else { f64::INFINITY };
    }
    (f64::from(got) - truth).abs() / ulp(truth)
}
