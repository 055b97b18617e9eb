//! Examples by name. The first three are the worked examples of the course note.

use super::model::Inputs;
use crate::lesson::operand::Operand;
use matwalk_core::{Shape, Tensor};

/// An example of the lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Preset {
    /// (1, 2, 3) times a 3 x 2 matrix: (22, 28).
    VectorMatrix,
    /// A 3 x 2 matrix times (1, 2): (5, 11, 17).
    MatrixVector,
    /// 2 x 3 times 3 x 2: [[22, 28], [49, 64]].
    #[default]
    MatrixMatrix,
    /// One dot product of two vectors.
    DotProduct,
    /// Nothing changes.
    Identity,
    /// Rows change places.
    Permutation,
    /// Times a vector of ones: the sum of each row.
    RowSums,
    /// A vector of ones times: the sum of each column.
    ColumnSums,
    /// Each row by its own factor.
    Scaling,
    /// Points turned by 90 degrees.
    Rotation,
    /// Points dropped onto the line y = x.
    Projection,
    /// A column times a row: every pair once.
    RankOne,
    /// Everything is lost.
    Zeros,
    /// Running sums by a triangle of ones.
    RunningSums,
    /// Inner sizes that differ: 2 x 3 times 2 x 3.
    Mismatch,
    /// 64 x 64, as heat maps.
    Large,
}

impl Preset {
    /// All examples, in the order shown.
    pub const ALL: [Preset; 16] = [
        Preset::VectorMatrix,
        Preset::MatrixVector,
        Preset::MatrixMatrix,
        Preset::DotProduct,
        Preset::Identity,
        Preset::Permutation,
        Preset::RowSums,
        Preset::ColumnSums,
        Preset::Scaling,
        Preset::Rotation,
        Preset::Projection,
        Preset::RankOne,
        Preset::RunningSums,
        Preset::Zeros,
        Preset::Mismatch,
        Preset::Large,
    ];

    /// A stable name for tests and scripts.
    pub fn slug(self) -> &'static str {
        match self {
            Preset::VectorMatrix => "vector-matrix",
            Preset::MatrixVector => "matrix-vector",
            Preset::MatrixMatrix => "matrix-matrix",
            Preset::DotProduct => "dot-product",
            Preset::Identity => "identity",
            Preset::Permutation => "permutation",
            Preset::RowSums => "row-sums",
            Preset::ColumnSums => "column-sums",
            Preset::Scaling => "scaling",
            Preset::Rotation => "rotation",
            Preset::Projection => "projection",
            Preset::RankOne => "rank-one",
            Preset::Zeros => "zeros",
            Preset::RunningSums => "running-sums",
            Preset::Mismatch => "mismatch",
            Preset::Large => "large",
        }
    }

    /// The operands.
    pub fn inputs(self) -> Inputs {
        let of = |dims: &[usize], values: &[f32]| -> Operand {
            let tensor = Shape::new(dims).ok().and_then(|shape| Tensor::new(shape, values.to_vec()).ok());
            tensor.map_or_else(|| unreachable!("an example with as many values as its shape holds"), Operand::from)
        };
        let counting: &[f32] = &[1., 2., 3., 4., 5., 6.];
        let (lhs, rhs) = match self {
            Preset::VectorMatrix => (of(&[3], &[1., 2., 3.]), of(&[3, 2], counting)),
            Preset::MatrixVector => (of(&[3, 2], counting), of(&[2], &[1., 2.])),
            Preset::MatrixMatrix => (of(&[2, 3], counting), of(&[3, 2], counting)),
            Preset::DotProduct => (of(&[4], &[1., 2., 3., 4.]), of(&[4], &[2., 0., -1., 3.])),
            Preset::Identity => {
                (of(&[3, 3], &[1., 0., 0., 0., 1., 0., 0., 0., 1.]), of(&[3, 2], &[2., -1., 0., 4., 3., 5.]))
            }
            Preset::Permutation => {
                (of(&[3, 3], &[0., 1., 0., 0., 0., 1., 1., 0., 0.]), of(&[3, 2], &[1., 1., 2., 2., 3., 3.]))
            }
            Preset::RowSums => (of(&[2, 4], &[1., 2., 3., 4., 5., 6., 7., 8.]), of(&[4], &[1.; 4])),
            Preset::ColumnSums => (of(&[3], &[1.; 3]), of(&[3, 3], &[1., 2., 3., 4., 5., 6., 7., 8., 9.])),
            Preset::Scaling => {
                (of(&[3, 3], &[2., 0., 0., 0., 10., 0., 0., 0., -1.]), of(&[3, 2], &[1., 2., 3., 4., 5., 6.]))
            }
            // Columns of rhs are the corners of a square; the turn sends (x, y) to (-y, x).
            Preset::Rotation => (of(&[2, 2], &[0., -1., 1., 0.]), of(&[2, 4], &[1., 2., 2., 1., 1., 1., 2., 2.])),
            Preset::Projection => (of(&[2, 2], &[0.5; 4]), of(&[2, 3], &[2., 4., 1., 0., 2., 3.])),
            Preset::RankOne => (of(&[3, 1], &[1., 2., 3.]), of(&[1, 4], &[1., 10., 100., -1.])),
            Preset::Zeros => (of(&[2, 2], &[0.; 4]), of(&[2, 3], counting)),
            Preset::RunningSums => {
                (of(&[3, 3], &[1., 0., 0., 1., 1., 0., 1., 1., 1.]), of(&[3, 2], &[1., 10., 2., 20., 3., 30.]))
            }
            Preset::Mismatch => (of(&[2, 3], counting), of(&[2, 3], counting)),
            Preset::Large => match Shape::matrix(64, 64) {
                Ok(shape) => (Operand::seeded(shape, 1), Operand::seeded(shape, 2)),
                Err(_) => unreachable!("64 x 64 is a legal shape"),
            },
        };
        Inputs { lhs, rhs }
    }
}
