//! Examples by name, with the form each is seen best in.

use super::inputs::Inputs;
use super::model::{Form, Reading};
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
    /// How it opens.
    pub form: Form,
    /// See `form`.
    pub reading: Reading,
    x: Values,
    /// As PyTorch stores it, (out, in).
    weight: Values,
    bias: &'static [f32],
}

type Values = (&'static [usize], &'static [f32]);

fn operand((dims, values): &Values) -> Operand {
    tensor(dims, values)
}

fn vector(values: &[f32]) -> Operand {
    tensor(&[values.len()], values)
}

fn tensor(dims: &[usize], values: &[f32]) -> Operand {
    // Every shape below is legal and holds as many values as are written: the tests open each.
    let shape = Shape::new(dims).expect("a legal shape");
    // See above.
    Tensor::new(shape, values.to_vec()).expect("as many values as the shape holds").into()
}

impl Example {
    /// The operands.
    pub fn inputs(&self) -> Inputs {
        let bias = (!self.bias.is_empty()).then(|| vector(self.bias));
        Inputs { x: operand(&self.x), weight: operand(&self.weight), bias }
    }
}

const NOTE: Values = (&[3, 4], &[1., 3., -1., 2., 0., -1., 2., 1., 2., 1., 0., -2.]);
const BIAS: &[f32] = &[1., -2., 3.];
const X: &[f32] = &[2., 1., 3., 1.];

macro_rules! example {
    ($key:literal, $word:ident, $form:ident, $reading:ident, $x:expr, $weight:expr, $bias:expr) => {
        Example {
            key: $key,
            label: |locale| say!(locale, linear.$word),
            form: Form::$form,
            reading: Reading::$reading,
            x: $x,
            weight: $weight,
            bias: $bias,
        }
    };
}

/// All examples; the first is the one that the lesson opens with.
pub static EXAMPLES: [Example; 8] = [
    example!("note", ex_note, Math, Walk, (&[4], X), NOTE, BIAS),
    example!(
        "one-hot",
        ex_one_hot,
        Math,
        Walk,
        (&[4], &[0., 1., 0., 0.]),
        (&[3, 4], &[11., 21., 31., 41., 12., 22., 32., 42., 13., 23., 33., 43.]),
        &[]
    ),
    example!(
        "samples",
        ex_samples,
        Torch,
        Walk,
        (&[3, 4], &[2., 1., 3., 1., 0., 0., 0., 0., 0., 0., 1., 0.]),
        NOTE,
        BIAS
    ),
    example!("grey", ex_grey, Math, Walk, (&[3], &[200., 100., 50.]), (&[1, 3], &[0.299, 0.587, 0.114]), &[]),
    example!("linear", ex_linear, Math, Probe, (&[2, 4], &[2., 1., 3., 1., 1., 0., 2., -1.]), NOTE, BIAS),
    example!("width", ex_width, Torch, Walk, (&[5], &[2., 1., 3., 1., 4.]), NOTE, BIAS),
    example!("square", ex_square, Torch, Walk, (&[2], &[1., 1.]), (&[2, 2], &[1., 2., 3., 4.]), &[]),
    example!(
        "eight",
        ex_eight,
        Math,
        Walk,
        (&[8], &[3., 1., -1., 4., -1., 2., -3., 1.]),
        (
            &[8, 8],
            &[
                0., -3., -1., 3., 2., -4., -1., -1., -2., 3., 3., 3., -3., -1., 3., 4., -2., -2., 4., -2., 4., -3.,
                -3., 3., 4., 1., 1., -1., -3., -2., -4., 2., 0., 2., 3., 3., 2., -1., 3., -2., 4., 4., -4., -2., 4.,
                -3., 2., -1., -1., 0., 1., -3., -2., -3., 0., 1., -3., 2., 3., 3., -3., 2., -4., 0.
            ]
        ),
        &[-4., 0., -3., 2., 0., 1., -1., -2.]
    ),
];
