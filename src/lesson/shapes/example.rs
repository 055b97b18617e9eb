//! Examples: the errors that people really get.

use super::inputs::{Inputs, Op, plain_bias};
use super::sizes::dims;
use crate::say;
use crate::words::Locale;

/// An example of the lesson.
pub struct Example {
    /// A stable name for tests and scripts.
    pub key: &'static str,
    /// Its name.
    pub label: fn(Locale) -> String,
    op: Op,
    a: &'static [usize],
    b: &'static [usize],
}

impl Example {
    /// Its inputs.
    pub fn inputs(&self) -> Inputs {
        let b = dims(self.b);
        let bias = if self.op == Op::Linear { plain_bias(&b) } else { None };
        Inputs { op: self.op, a: dims(self.a), b, bias, ..Inputs::default() }
    }
}

macro_rules! examples {
    ($($key:literal $word:ident $op:ident $a:expr, $b:expr;)*) => {
        /// All of them; the first is the default.
        pub static EXAMPLES: &[Example] = &[$(Example {
            key: $key,
            label: |locale| say!(locale, shapes.$word),
            op: Op::$op,
            a: &$a,
            b: &$b,
        }),*];
    };
}

examples! {
    "width" ex_width Linear [32, 784], [10, 128];
    "image" ex_image Linear [64, 1, 28, 28], [256, 784];
    "flattened" ex_flattened Linear [25088], [10, 784];
    "batch" ex_batch Bmm [3, 4], [2, 4, 5];
    "vectors" ex_vectors Matmul [10, 5, 20], [10, 20];
    "bmm" ex_bmm Bmm [1, 3, 4], [2, 4, 5];
    "softmax" ex_softmax Softmax [32, 10], [2, 2];
    "stretch" ex_stretch Matmul [2, 1, 3, 4], [5, 4, 6];
    "residual" ex_residual Add [32, 64, 56, 56], [32, 128, 28, 28];
    "loss" ex_loss Add [32, 1], [32];
    "keys" ex_keys Matmul [2, 8, 64, 32], [2, 8, 64, 32];
    "one" ex_one Matmul [2, 1, 3], [3, 4];
    "empty" ex_empty Matmul [2, 0], [0, 3];
}
