//! Examples by name. The first three are the worked examples of the course note.

use super::inputs::Inputs;
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
    lhs: Values,
    rhs: Values,
}

/// Sizes and row-major values; no values stand for the seed of that number.
struct Values(&'static [usize], &'static [f32], u64);

impl Values {
    fn operand(&self) -> Operand {
        let Values(dims, values, seed) = self;
        // Every shape below is legal and holds as many values as are written: the tests open each.
        let shape = Shape::new(dims).expect("a legal shape");
        if values.is_empty() {
            return Operand::seeded(shape, *seed);
        }
        // See above.
        Operand::from(Tensor::new(shape, values.to_vec()).expect("as many values as the shape holds"))
    }
}

impl Example {
    /// The operands.
    pub fn inputs(&self) -> Inputs {
        Inputs { lhs: self.lhs.operand(), rhs: self.rhs.operand() }
    }
}

/// The place of the example that the lesson opens with.
pub const DEFAULT: usize = 2;

const COUNTING: &[f32] = &[1., 2., 3., 4., 5., 6.];

macro_rules! example {
    ($key:literal, $word:ident, $lhs:expr, $rhs:expr) => {
        Example { key: $key, label: |locale| say!(locale, product.$word), lhs: $lhs, rhs: $rhs }
    };
}

const fn of(dims: &'static [usize], values: &'static [f32]) -> Values {
    Values(dims, values, 0)
}

/// All examples; the first six are in sight.
pub static EXAMPLES: [Example; 16] = [
    example!("vector-matrix", ex_vector_matrix, of(&[3], &[1., 2., 3.]), of(&[3, 2], COUNTING)),
    example!("matrix-vector", ex_matrix_vector, of(&[3, 2], COUNTING), of(&[2], &[1., 2.])),
    example!("matrix-matrix", ex_matrix_matrix, of(&[2, 3], COUNTING), of(&[3, 2], COUNTING)),
    example!(
        "identity",
        ex_identity,
        of(&[3, 3], &[1., 0., 0., 0., 1., 0., 0., 0., 1.]),
        of(&[3, 2], &[2., -1., 0., 4., 3., 5.])
    ),
    // Columns of rhs are the corners of a square; the turn sends (x, y) to (-y, x).
    example!("rotation", ex_rotation, of(&[2, 2], &[0., -1., 1., 0.]), of(&[2, 4], &[1., 2., 2., 1., 1., 1., 2., 2.])),
    example!("mismatch", ex_mismatch, of(&[2, 3], COUNTING), of(&[2, 3], COUNTING)),
    example!("dot-product", ex_dot_product, of(&[4], &[1., 2., 3., 4.]), of(&[4], &[2., 0., -1., 3.])),
    example!(
        "permutation",
        ex_permutation,
        of(&[3, 3], &[0., 1., 0., 0., 0., 1., 1., 0., 0.]),
        of(&[3, 2], &[1., 1., 2., 2., 3., 3.])
    ),
    example!("row-sums", ex_row_sums, of(&[2, 4], &[1., 2., 3., 4., 5., 6., 7., 8.]), of(&[4], &[1.; 4])),
    example!("column-sums", ex_column_sums, of(&[3], &[1.; 3]), of(&[3, 3], &[1., 2., 3., 4., 5., 6., 7., 8., 9.])),
    example!("scaling", ex_scaling, of(&[3, 3], &[2., 0., 0., 0., 10., 0., 0., 0., -1.]), of(&[3, 2], COUNTING)),
    example!("projection", ex_projection, of(&[2, 2], &[0.5; 4]), of(&[2, 3], &[2., 4., 1., 0., 2., 3.])),
    example!("rank-one", ex_rank_one, of(&[3, 1], &[1., 2., 3.]), of(&[1, 4], &[1., 10., 100., -1.])),
    example!(
        "running-sums",
        ex_running_sums,
        of(&[3, 3], &[1., 0., 0., 1., 1., 0., 1., 1., 1.]),
        of(&[3, 2], &[1., 10., 2., 20., 3., 30.])
    ),
    example!("zeros", ex_zeros, of(&[2, 2], &[0.; 4]), of(&[2, 3], COUNTING)),
    example!("large", ex_large, Values(&[64, 64], &[], 1), Values(&[64, 64], &[], 2)),
];
