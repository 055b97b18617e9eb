//! PyTorch: products.

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library::{PyTorch, PyTorchXla};
use crate::op::Op;
use crate::wording::{Wording, bmm, linear, near, product};

/// A lone line does not tell a layer from a product; most come from a layer.
const EITHER: &[Op] = &[Op::Linear, Op::Matmul];

pub(super) const WORDINGS: &[Wording] = &[
    linear(PyTorch, "addmm: mat1 and mat2 shapes cannot be multiplied ({A}x{B} and {C}x{D})")
        .tells("a ~A,B; b C,D; weight D,C; hides rank op; versions 2.15-")
        .ops(EITHER)
        .hook(Hook::Mm),
    linear(PyTorch, "mat1 and mat2 shapes cannot be multiplied ({A}x{B} and {C}x{D})")
        .tells("a ~A,B; b C,D; hides rank op; versions 1.7-")
        .ops(EITHER)
        .hook(Hook::Mm),
    // Cut off before its sizes.
    linear(PyTorch, "mat1 and mat2 shapes cannot be multiplied")
        .tells("hides all-sizes rank op")
        .ops(EITHER)
        .hook(Hook::Ranks),
    // Translated by a reader or by a tool: the words change, the pairs stay.
    linear(PyTorch, "mat1 和 mat2 {*}({A}x{B} {and|和|与} {C}x{D})")
        .tells("a ~A,B; b C,D; hides rank op")
        .ops(&[Op::Linear, Op::Matmul, Op::None])
        .about(About::Unknown),
    linear(PyTorch, "linear(): input and weight.T shapes cannot be multiplied ({A}x{B} and {C}x{D})")
        .tells("a ...,A,B; b C,D; weight D,C; hides rank"),
    linear(PyTorch, "mat1 dim 1 must match mat2 dim 0")
        .tells("dim -1,-2; hides all-sizes rank op; versions 1.6-1.8")
        .ops(EITHER)
        .hook(Hook::Ranks),
    linear(PyTorch, "size mismatch, m1: {S:shape}, m2: {T:shape}")
        .tells("a ~S.0,S.1; b T; hides rank op; versions -1.6")
        .ops(EITHER)
        .hook(Hook::Mm),
    product(PyTorch, "size mismatch, got input ({R}), mat ({A}x{B}), vec ({V})")
        .tells("a ~A,B; b V; hides rank op; versions 2.1-")
        .hook(Hook::Mv),
    product(PyTorch, "size mismatch, got {R}, {A}x{B},{V}")
        .tells("a ~A,B; b V; hides rank op; versions 1.4-2.0")
        .hook(Hook::Mv),
    product(PyTorch, "size mismatch, get {R}, {A}x{B},{V}")
        .tells("a ~A,B; b V; hides rank op; versions -1.7")
        .hook(Hook::Mv),
    product(PyTorch, "size mismatch at {n:path}")
        .tells("hides all-sizes rank op; versions -0.3")
        .ops(EITHER)
        .hook(Hook::Ranks),
    product(PyTorch, "matrices expected, got {R}D, {Q}D tensors")
        .tells("a R#; b Q#; hides all-sizes op; versions -1.0")
        .ops(&[Op::Matmul, Op::Linear])
        .fact(Fact::RanksOnly)
        .hook(Hook::Ranks),
    product(PyTorch, "2D tensors expected, got {R}D, {Q}D tensors")
        .tells("a R#; b Q#; hides all-sizes op; versions -1.6")
        .ops(&[Op::Matmul, Op::Linear])
        .fact(Fact::RanksOnly)
        .hook(Hook::Ranks),
    product(PyTorch, "mm: mat2 must be a matrix, got {R}-D tensor")
        .tells("b R#; hides all-sizes")
        .fact(Fact::MatricesOnly),
    product(PyTorch, "mat2 must be a matrix, got {R}-D tensor").tells("b R#; hides all-sizes").fact(Fact::MatricesOnly),
    product(PyTorch, "mat2 must be a matrix")
        .tells("hides all-sizes rank")
        .ops(&[Op::Matmul, Op::Linear])
        .fact(Fact::MatricesOnly),
    product(PyTorch, "self must be a matrix, got {R}-D tensor").tells("a R#; hides all-sizes").fact(Fact::MatricesOnly),
    product(PyTorch, "self must be a matrix")
        .tells("hides all-sizes rank")
        .ops(&[Op::Matmul, Op::Linear])
        .fact(Fact::MatricesOnly),
    product(PyTorch, "mat1 must be a matrix, got {R}-D tensor").tells("a R#; hides all-sizes").fact(Fact::MatricesOnly),
    product(PyTorch, "mat1 must be a matrix")
        .tells("hides all-sizes rank")
        .ops(&[Op::Matmul, Op::Linear])
        .fact(Fact::MatricesOnly),
    product(PyTorch, "input must be a matrix, got {R}-D tensor")
        .tells("a R#; hides all-sizes")
        .fact(Fact::MatricesOnly),
    product(PyTorch, "tensors must be 2-D").tells("hides all-sizes rank order").fact(Fact::MatricesOnly),
    product(PyTorch, "vector + matrix @ vector expected, got {P}, {R}, {Q}")
        .tells("a R#; b Q#; hides all-sizes; versions 1.8-")
        .fact(Fact::RanksOnly),
    product(PyTorch, "matrix @ vector expected, got {R}, {Q}")
        .tells("a R#; b Q#; hides all-sizes")
        .fact(Fact::RanksOnly),
    product(PyTorch, "matrix and vector expected, got {R}D, {Q}D")
        .tells("a R#; b Q#; hides all-sizes; versions -1.6")
        .fact(Fact::RanksOnly),
    product(
        PyTorch,
        "inconsistent tensor size, expected tensor {S:shape} and src {T:shape} to have the same number of elements",
    )
    .tells("a S; b T")
    .hook(Hook::Dot),
    near(PyTorch, About::MaskIndex, "inconsistent tensor size, expected src {S:shape} and mask {T:shape}"),
    near(PyTorch, About::MaskIndex, "inconsistent tensor size, expected tensor {S:shape} and mask {T:shape}"),
    near(PyTorch, About::Unknown, "inconsistent tensor size").ops(&[Op::None, Op::Add, Op::Matmul]),
    product(PyTorch, "1D tensors expected, but got {R}D and {Q}D tensors")
        .tells("a R#; b Q#; hides all-sizes")
        .fact(Fact::RanksOnly),
    product(PyTorch, "1D tensors expected, got {R}D, {Q}D tensors")
        .tells("a R#; b Q#; hides all-sizes")
        .fact(Fact::RanksOnly),
    product(PyTorch, "both arguments to matmul need to be at least 1D, but they are {R}D and {Q}D")
        .tells("a R#; b Q#; hides sizes"),
    linear(PyTorch, "both arguments to linear need to be at least 1D, but they are {R}D and {Q}D")
        .tells("a R#; b Q#; hides sizes"),
    linear(PyTorch, "a and b must have same reduction dim, but got [{A}, {B}] X [{C}, {D}]")
        .tells("a ~A,B; b C,D; hides rank op")
        .ops(EITHER)
        .hook(Hook::Mm),
    bmm(PyTorch, "Expected size for first two dimensions of batch2 tensor to be: [{N}, {K}] but got: [{M}, {J}]")
        .tells("a ~N,_,K; b ~M,J,_; hides sizes rank op; versions 1.8-")
        .ops(&[Op::Bmm, Op::Matmul])
        .hook(Hook::Bmm),
    bmm(PyTorch, "Expected size for first two dimensions of batch2 tensor")
        .tells("hides all-sizes rank op")
        .ops(&[Op::Bmm, Op::Matmul]),
    bmm(PyTorch, "batch1 and batch2 must have same number of batches, got {N} and {M}")
        .tells("a N,_,_; b M,_,_; clash N,M; dim -3,-3; hides sizes"),
    bmm(PyTorch, "Incompatible matrix sizes for bmm ({A}x{B} and {C}x{D})").tells("a _,A,B; b _,C,D; hides batch"),
    bmm(PyTorch, "batch1 must be a 3D tensor").tells("hides all-sizes rank"),
    bmm(PyTorch, "Expected tensor to have size {A} at dimension 1, but got size {B} for argument #2 'batch2'")
        .tells("a ...,_,A; b ...,B,_; clash A,B; dim -1,-2; hides sizes rank op")
        .ops(&[Op::Bmm, Op::Matmul]),
    bmm(PyTorch, "batch2 must be a 3D tensor").tells("hides all-sizes rank"),
    bmm(PyTorch, "Expected 3-dimensional tensor, but got {R}-dimensional tensor for argument #1 'batch1'")
        .tells("a R#; hides all-sizes"),
    bmm(PyTorch, "Expected 3-dimensional tensor, but got {R}-dimensional tensor for argument #2 'batch2'")
        .tells("b R#; hides all-sizes"),
    bmm(PyTorchXla, "bmm(): expected input {S:shape} (a {R}D tensor), the 1st").tells("a S; hides sizes"),
    bmm(PyTorchXla, "bmm(): expected mat2 {S:shape} (a {R}D tensor), the 2nd").tells("b S; hides sizes"),
    bmm(PyTorch, "invalid argument 6: wrong matrix size").tells("dim -1,-2; hides all-sizes; versions -0.3"),
    bmm(PyTorch, "invalid argument 7: wrong matrix size").tells("dim -1,-2; hides all-sizes; versions -0.3"),
    bmm(PyTorch, "invalid argument 7: equal number of batches expected")
        .tells("dim -3,-3; hides all-sizes; versions -0.3"),
    bmm(PyTorch, "invalid argument 6: expected 3D tensor").tells("hides all-sizes rank; versions -0.3"),
    bmm(PyTorch, "invalid argument 7: expected 3D tensor").tells("hides all-sizes rank; versions -0.3"),
    bmm(PyTorch, "invalid argument 2: wrong matrix size, batch1: {A}x{B}, batch2: {C}x{D}")
        .tells("a _,A,B; b _,C,D; hides batch; versions -1.6"),
    bmm(PyTorch, "invalid argument 2: equal number of batches expected, got {N}, {M}")
        .tells("a N,_,_; b M,_,_; clash N,M; dim -3,-3; hides sizes; versions -1.6"),
    product(
        PyTorch,
        "multi_dot(): tensors {i:int} and {j:int} with shapes {S:shape} and {T:shape} cannot be multiplied",
    )
    .tells("a S; b T"),
    product(PyTorch, "Expected argument self to have 1 dimension(s), but has {R} at")
        .tells("a R#; hides all-sizes op; versions -0.2")
        .ops(&[Op::Matmul, Op::None])
        .about(About::Unknown),
    product(PyTorch, "Argument #3<? (dense)?>: Expected dim 0 size {B}, got {C}")
        .tells("a _,B; b C,_; clash B,C; dim -1,-2; hides sizes"),
    near(PyTorch, About::BlasCall, "CUBLAS_STATUS_INVALID_VALUE when calling {*}(")
        .ops(&[Op::None, Op::Linear, Op::Matmul])
        .fact(Fact::RunOnCpu),
    near(PyTorch, About::BlasCall, "CUBLAS_STATUS_EXECUTION_FAILED").fact(Fact::RunOnCpu),
    near(PyTorch, About::BlasCall, "CUBLAS_STATUS_INTERNAL_ERROR").fact(Fact::RunOnCpu),
    near(PyTorch, About::BlasCall, "cublas runtime error").fact(Fact::RunOnCpu),
    near(PyTorch, About::BlasCall, "On entry to SGEMM"),
];
