//! How a softmax is computed.

use crate::elementary;

/// The type of number a softmax is computed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Precision {
    /// IEEE 754 binary16, emulated: the inputs and every intermediate result are rounded to it.
    F16,
    /// IEEE 754 binary32.
    #[default]
    F32,
    /// IEEE 754 binary64.
    F64,
}

/// Whether the largest logit is subtracted first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// It is: no exponential exceeds 1.
    #[default]
    Stable,
    /// It is not: exponentials of large logits overflow.
    Naive,
}

/// How a softmax is computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// The type of number.
    pub precision: Precision,
    /// Stable or naive.
    pub mode: Mode,
    /// What the logits are divided by first; rounded to the precision. 1 leaves them as they are.
    pub temperature: f64,
}

impl Default for Options {
    /// f32, stable, temperature 1.
    fn default() -> Options {
        Options { precision: Precision::default(), mode: Mode::default(), temperature: 1.0 }
    }
}

impl Precision {
    /// The number of this type nearest to x, ties to even.
    ///
    /// Rounding what f64 arithmetic gives for two numbers of a narrower type is the same as computing in that type: 53
    /// bits are more than twice 24 and 2, so that the first rounding never decides the second (S. Figueroa, "When is
    /// double rounding innocuous?", 1995).
    pub fn round(self, x: f64) -> f64 {
        match self {
            Precision::F16 => elementary::round_to_f16(x),
            Precision::F32 => f64::from(x as f32),
            Precision::F64 => x,
        }
    }

    /// e^x of a number of this type, in this type: the crate's one `exp` of f32 or f64; f16 goes through f32.
    pub fn exp(self, x: f64) -> f64 {
        match self {
            Precision::F16 => self.round(f64::from(elementary::exp(x as f32))),
            Precision::F32 => f64::from(elementary::exp(x as f32)),
            Precision::F64 => elementary::exp_f64(x),
        }
    }

    /// The natural logarithm of a number of this type, in this type: that of f64, rounded.
    pub fn ln(self, x: f64) -> f64 {
        self.round(elementary::ln_f64(x))
    }

    /// ln(1 + x) of a number of this type, in this type: that of f64, rounded.
    pub fn ln_1p(self, x: f64) -> f64 {
        self.round(elementary::ln_1p_f64(x))
    }
}
