//! C, C++ and Rust: Eigen, Armadillo, OpenCV, ggml, ONNX Runtime, candle, ndarray, nalgebra, ttnn.

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library::{
    Armadillo, ArrayFire, Candle, Eigen, Ggml, Nalgebra, Ndarray, OnnxRuntime, OpenCv, Ttnn,
};
use crate::op::Op;
use crate::wording::{Rule, Wording, add, near, product};

pub(super) const WORDINGS: &[Wording] = &[
    product(Eigen, "invalid matrix product")
        .tells("dim -1,-2; hides all-sizes clash")
        .rule(Rule::Told)
        .hook(Hook::EigenProduct),
    product(Eigen, "INVALID_VECTOR_VECTOR_PRODUCT").tells("hides all-sizes"),
    product(Eigen, "INVALID_MATRIX_PRODUCT").tells("dim -1,-2; hides all-sizes"),
    add(Eigen, "aLhs.rows() == aRhs.rows() && aLhs.cols() == aRhs.cols()")
        .tells("hides sizes clash")
        .ops(&[Op::Add, Op::None])
        .rule(Rule::Told)
        .hook(Hook::EigenPair),
    add(Eigen, "YOU_MIXED_MATRICES_OF_DIFFERENT_SIZES").tells("hides all-sizes").ops(&[Op::Add, Op::None]),
    near(Eigen, About::Assignment, "rows == this->rows() && cols =="),
    product(Armadillo, "matrix multiplication: incompatible matrix dimensions: {S:shape} and {T:shape}")
        .tells("a S; b T"),
    add(Armadillo, "element-wise {*}: incompatible matrix dimensions: {S:shape} and {T:shape}")
        .tells("a S; b T")
        .ops(&[Op::Add, Op::None]),
    add(Armadillo, "addition: incompatible matrix dimensions: {S:shape} and {T:shape}")
        .tells("a S; b T")
        .ops(&[Op::Add, Op::None]),
    add(Armadillo, "subtraction: incompatible matrix dimensions: {S:shape} and {T:shape}")
        .tells("a S; b T")
        .ops(&[Op::Add, Op::None]),
    add(Armadillo, "relational operator: incompatible matrix dimensions: {S:shape} and {T:shape}")
        .tells("a S; b T")
        .ops(&[Op::Add, Op::None]),
    product(Armadillo, "dot(): objects must have the same number of elements").tells("hides all-sizes"),
    near(Armadillo, About::Assignment, "copy into {*}incompatible matrix dimensions"),
    near(Armadillo, About::Unknown, "incompatible matrix dimensions"),
    near(Armadillo, About::LinearAlgebra, "number of rows in given objects"),
    product(OpenCv, "a_size.width == len").tells("dim -1,-2; hides all-sizes").fact(Fact::WidthHeight),
    product(OpenCv, "a_size.height == len").tells("dim -1,-2; hides all-sizes transpose").fact(Fact::WidthHeight),
    add(OpenCv, "The operation is neither 'array op array'").tells("hides all-sizes").fact(Fact::WidthHeight),
    product(Ggml, "ggml_can_mul_mat(a, b)").tells("hides all-sizes").fact(Fact::InnerFirst),
    add(Ggml, "GGML_ASSERT(ggml_can_repeat(").tells("hides all-sizes"),
    add(Ggml, "GGML_ASSERT(ggml_are_same_shape(").tells("hides all-sizes").ops(&[Op::Add, Op::None]),
    near(Ggml, About::Checkpoint, "has wrong shape; expected"),
    product(OnnxRuntime, "MatMul dimension mismatch").tells("hides all-sizes"),
    product(OnnxRuntime, "GEMM: Dimension mismatch, W: {T:shape} K: {B} N:{N}")
        .tells("a _,B; b T; hides sizes transpose")
        .ops(&[Op::Matmul, Op::Linear]),
    product(OnnxRuntime, "Incompatible dimensions for matrix multiplication").tells("hides all-sizes"),
    add(OnnxRuntime, "right operand cannot broadcast on dim {d:int} LeftShape: {S:shape}, RightShape: {T:shape}")
        .tells("a S; b T; dim d"),
    add(OnnxRuntime, "left operand cannot broadcast on dim {d:int} LeftShape: {S:shape}, RightShape: {T:shape}")
        .tells("a S; b T; dim d"),
    add(OnnxRuntime, "Attempting to broadcast an axis by a dimension other than 1.").tells("hides order rank sizes"),
    near(OnnxRuntime, About::ModelInput, "Got invalid dimensions for input"),
    near(OnnxRuntime, About::Unknown, "[ShapeInferenceError]").ops(&[Op::None, Op::Add, Op::Matmul]),
    product(Candle, "shape mismatch in {n:word}, lhs: {S:shape}, rhs: {T:shape}")
        .tells("a S; b T")
        .ops(&[Op::Add])
        .rule(Rule::Stretch)
        .hook(Hook::Candle),
    add(Candle, "cannot broadcast [{*}] to [").tells("hides all-sizes").fact(Fact::OneWay),
    near(Candle, About::LayerRank, "unexpected rank, expected: {P}, got: {R}"),
    product(Ndarray, "inputs {A} x {B} and {C} x {D} are not compatible for matrix multiplication")
        .tells("a A,B; b C,D; hides rank")
        .fact(Fact::VectorAsColumn),
    add(Ndarray, "could not broadcast array from shape: {S:shape} to: {T:shape}")
        .tells("a S; b T")
        .rule(Rule::OneWay),
    add(Ndarray, "ShapeError/IncompatibleShape").tells("hides all-sizes op").ops(&[Op::Add, Op::None]),
    product(Nalgebra, "gemm: dimensions mismatch for multiplication<?. left: {A}, right: {B}?>")
        .tells("a _,A; b B,_; hides sizes"),
    product(Nalgebra, "gemm: dimensions mismatch for multiplication<?. left: {A} right: {B}?>")
        .tells("a _,A; b B,_; hides sizes"),
    product(Nalgebra, "Gemv: dimensions mismatch").tells("hides all-sizes"),
    product(Nalgebra, "assertion failed: (left == right) left: {A}, right: {B}: Gem{m|v}: dimensions mismatch")
        .tells("a _,A; b B,_; clash A,B; dim -1,-2; hides sizes"),
    product(Nalgebra, "Matrix multiplication: dimensions mismatch<?: left: {A} right: {B}?>")
        .tells("a _,A; b B,_; hides sizes"),
    product(Nalgebra, "Matrix multiplication dimensions mismatch<?. left: {A} right: {B}?>")
        .tells("a _,A; b B,_; hides sizes"),
    add(Nalgebra, "Matrix addition/subtraction dimensions mismatch<?. left: {S:shape}{,|} right: {T:shape}?>")
        .tells("a S; b T")
        .ops(&[Op::Add, Op::None]),
    add(Nalgebra, "Matrix componentwise {n:word} dimensions mismatch")
        .tells("hides all-sizes")
        .ops(&[Op::Add, Op::None]),
    product(Nalgebra, "Dot product dimensions mismatch for shapes {S:shape} and {T:shape}")
        .tells("a S; b T")
        .rule(Rule::Told),
    product(Ttnn, "The width of the first tensor must be equal to the height of the second tensor ({A} != {B}). The shape of first tensor was {S:shape} and the shape of second tensor was {T:shape}")
        .tells("a S; b T"),
    product(Ttnn, "The width of the first tensor must be equal to the height of the second tensor")
        .tells("hides all-sizes"),
    near(ArrayFire, About::Dtype, "Type mismatch inputs"),
];
