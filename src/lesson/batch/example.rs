//! Examples by name.

use super::inputs::{Inputs, Op};
use crate::lesson::operand::Operand;
use crate::say;
use crate::words::Locale;
use matwalk_core::{Shape, Tensor};

/// An example of the lesson.
pub struct Example {
    /// A stable name for tests and scripts.
    pub key: &'static str,
    /// Its name.
    pub label: fn(Locale) -> String,
    op: Op,
    a: Values,
    b: Values,
}

type Values = ([usize; 3], &'static [f32]);

impl Example {
    /// The operands.
    pub fn inputs(&self) -> Inputs {
        Inputs { a: operand(&self.a), b: operand(&self.b), op: self.op }
    }
}

/// The values again and again until the shape is full.
fn operand((dims, values): &Values) -> Operand {
    // Every shape below is legal: the tests open each.
    let shape = Shape::new(dims).expect("a legal shape");
    let all = (0..shape.numel()).map(|index| values[index % values.len()]).collect();
    // As many values as the shape holds.
    Tensor::new(shape, all).expect("as many values as the shape holds").into()
}

/// The course note's pair.
const NOTE: &[f32] = &[1., 2., 3., 4., 5., 6.];
/// The note's B, one that picks rows, and ten times that.
const FEW: Values = ([3, 3, 2], &[1., 2., 3., 4., 5., 6., 1., 0., 0., 1., 0., 0., 10., 0., 0., 10., 0., 0.]);

macro_rules! example {
    ($key:literal, $word:ident, $op:ident, $a:expr, $b:expr) => {
        Example { key: $key, label: |locale| say!(locale, batch.$word), op: Op::$op, a: $a, b: $b }
    };
}

/// All examples; the first is the one that the lesson opens with.
pub static EXAMPLES: [Example; 8] = [
    example!(
        "three",
        ex_three,
        Bmm,
        ([3, 2, 3], &[1., 2., 3., 4., 5., 6., 1., 0., 0., 0., 0., 1., 1., 1., 1., 2., 2., 2.]),
        ([3, 3, 2], &[1., 2., 3., 4., 5., 6., 7., 8., 9., 10., 11., 12., 1., 2., 1., 2., 1., 2.])
    ),
    example!(
        "eight",
        ex_eight,
        Bmm,
        (
            [8, 2, 2],
            &[
                1., 0., 0., 1., 2., 0., 0., 2., 3., 0., 0., 3., 4., 0., 0., 4., 5., 0., 0., 5., 6., 0., 0., 6., 7., 0.,
                0., 7., 8., 0., 0., 8.
            ]
        ),
        ([8, 2, 2], &[1., 2., 3., 4.])
    ),
    example!(
        "nan",
        ex_nan,
        Bmm,
        ([3, 2, 2], &[1., 2., 3., 4., 1., f32::NAN, 0., 2., 2., 0., 0., 2.]),
        ([3, 2, 2], &[1., 0., 0., 1., 1., 2., 3., 4., 1., 2., 3., 4.])
    ),
    example!("share", ex_share, Matmul, ([1, 2, 3], NOTE), FEW),
    example!("refuse", ex_refuse, Bmm, ([1, 2, 3], NOTE), FEW),
    example!(
        "inner",
        ex_inner,
        Bmm,
        ([2, 2, 3], &[1., 2., 3., 4., 5., 6., 1., 0., 0., 0., 0., 1.]),
        ([2, 2, 3], &[1., 3., 5., 2., 4., 6., 7., 9., 11., 8., 10., 12.])
    ),
    example!(
        "attention",
        ex_attention,
        Bmm,
        ([2, 3, 2], &[1., 0., 0., 1., 1., 1., 2., 1., 1., 0., 0., 3.]),
        ([2, 2, 3], &[1., 3., 0., 2., 1., 2., 1., 0., 2., 1., 1., 0.])
    ),
    example!(
        "dots",
        ex_dots,
        Bmm,
        ([6, 1, 3], &[1., 2., 3., 0., 1., 0., 2., 2., 2., 1., 0., -1., 3., 0., 4., 1., 1., 1.]),
        ([6, 3, 1], &[1., 1., 1., 5., 7., 9., 1., 2., 3., 4., 4., 4., 3., 0., 4., 6., -6., 1.])
    ),
];
