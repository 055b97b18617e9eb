//! Activation functions: twenty of PyTorch's, each with a file of its own and a line in [`ALL`].
//!
//! Values come from f32 kernels that run four lanes at a time; derivatives from f64 arithmetic, rounded once at the
//! end. Both stay within 4 ulp of the true value over the whole range of f32 (`docs/accuracy.md` has the measured
//! figures), by formulas without cancellation of large terms. Zero and its sign, infinities and NaN are PyTorch's, at infinite
//! and NaN inputs too, and so are the derivatives at kinks; where PyTorch overflows or loses its digits at a finite
//! input, the true value is kept.

use core::fmt;

pub mod chain;
pub mod formula;
pub mod ladder;

mod celu;
mod elu;
mod gelu;
mod gelu_tanh;
mod hardsigmoid;
mod hardswish;
mod hardtanh;
mod identity;
mod leaky_relu;
mod logistic;
mod logsigmoid;
mod mish;
mod relu;
mod relu6;
mod selu;
mod sigmoid;
mod silu;
mod softplus;
mod softsign;
mod tanh;
mod tanhshrink;

pub use formula::{Formula, Math};
pub use ladder::Ladder;

/// An activation function of one real variable.
#[derive(Clone, Copy)]
pub struct Activation {
    /// The name in addresses, PyTorch's in lower case: `"leaky_relu"`.
    pub id: &'static str,
    /// The call in PyTorch, after `import torch`: `"torch.nn.LeakyReLU(0.01)"`.
    pub torch: &'static str,
    value: fn(f32) -> f32,
    wide: fn(f64) -> f64,
    derivative: fn(f64) -> f64,
    map: fn(&[f32], &mut [f32]),
    /// How f and f' are written.
    pub formula: Formula,
    /// The walk to f and f', one operation a step.
    pub ladder: Ladder,
    /// The interval of x, lowest and highest, in which a plot shows the characteristic shape.
    pub domain: (f32, f32),
    /// The values f takes.
    pub range: Range,
    /// Where f is flat: the intervals in which |f'(x)| < [`FLAT_SLOPE`], in ascending order, without the places where
    /// f only turns around. Infinite ends are infinities.
    pub flat: &'static [(f32, f32)],
    /// Where the function was introduced.
    pub source: &'static str,
}

/// The slope below which f counts as flat. Two layers with this slope reduce a gradient to a ten-thousandth.
pub const FLAT_SLOPE: f32 = 0.01;

/// An interval of real numbers; ends may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Whether `low` itself is a value (of the real function: rounding may give it where the interval is open).
    pub low_closed: bool,
    /// Whether `high` itself is a value.
    pub high_closed: bool,
}

impl Range {
    const fn open(low: f64, high: f64) -> Range {
        Range { low, high, low_closed: false, high_closed: false }
    }

    const fn closed(low: f64, high: f64) -> Range {
        Range { low, high, low_closed: true, high_closed: true }
    }

    const fn from(low: f64) -> Range {
        Range { low, high: f64::INFINITY, low_closed: true, high_closed: false }
    }

    const fn above(low: f64) -> Range {
        Range::open(low, f64::INFINITY)
    }
}

impl Activation {
    /// f(x), the same bits as [`Activation::map`] gives.
    ///
    /// ```
    /// let sigmoid = matwalk_core::activation::by_id("sigmoid").unwrap();
    /// assert_eq!(sigmoid.value(0.0), 0.5);
    /// ```
    pub fn value(&self, x: f32) -> f32 {
        (self.value)(x)
    }

    /// f'(x), at kinks what PyTorch's autograd gives.
    pub fn derivative(&self, x: f32) -> f32 {
        (self.derivative)(f64::from(x)) as f32
    }

    /// f(x) in f64, relative error below 1e-12. At infinite x and NaN it is [`Activation::value`].
    ///
    /// ```
    /// let tanh = matwalk_core::activation::by_id("tanh").unwrap();
    /// assert!((tanh.value64(-2.0) + 0.964_027_580_075_816_9).abs() < 1e-15);
    /// ```
    pub fn value64(&self, x: f64) -> f64 {
        if x.is_finite() { (self.wide)(x) } else { f64::from(self.value(x as f32)) }
    }

    /// f'(x) in f64, relative error below 1e-12; at kinks what PyTorch's autograd gives.
    pub fn derivative64(&self, x: f64) -> f64 {
        (self.derivative)(x)
    }

    /// Writes f of the values of `x` to `y`, as many as the shorter one has.
    pub fn map(&self, x: &[f32], y: &mut [f32]) {
        (self.map)(x, y);
    }

    /// Whether f is flat at x: x is inside one of the intervals of [`Activation::flat`], ends included.
    ///
    /// ```
    /// let sigmoid = matwalk_core::activation::by_id("sigmoid").unwrap();
    /// assert!(sigmoid.is_flat(6.0) && !sigmoid.is_flat(0.0));
    /// ```
    pub fn is_flat(&self, x: f32) -> bool {
        self.flat.iter().any(|&(low, high)| low <= x && x <= high)
    }
}

impl fmt::Debug for Activation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Activation").field(&self.id).finish()
    }
}

impl PartialEq for Activation {
    fn eq(&self, other: &Activation) -> bool {
        self.id == other.id
    }
}

impl Eq for Activation {}

/// Every activation function, in the order a list shows them.
pub static ALL: &[&Activation] = &[
    &sigmoid::SIGMOID,
    &tanh::TANH,
    &relu::RELU,
    &leaky_relu::LEAKY_RELU,
    &relu6::RELU6,
    &elu::ELU,
    &selu::SELU,
    &celu::CELU,
    &gelu::GELU,
    &gelu_tanh::GELU_TANH,
    &silu::SILU,
    &mish::MISH,
    &softplus::SOFTPLUS,
    &softsign::SOFTSIGN,
    &hardtanh::HARDTANH,
    &hardsigmoid::HARDSIGMOID,
    &hardswish::HARDSWISH,
    &logsigmoid::LOGSIGMOID,
    &tanhshrink::TANHSHRINK,
    &identity::IDENTITY,
];

/// The activation function of that name, if there is one.
///
/// ```
/// use matwalk_core::activation::by_id;
/// let relu = by_id("relu").unwrap();
/// assert_eq!((relu.value(-2.0), relu.derivative(0.0)), (0.0, 0.0));
/// assert!(by_id("step").is_none());
/// ```
pub fn by_id(id: &str) -> Option<&'static Activation> {
    ALL.iter().copied().find(|activation| activation.id == id)
}
