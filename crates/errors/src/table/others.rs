//! MXNet, Chainer, MindSpore, Theano, Paddle, MLX, tinygrad, SymPy, Spark.

use crate::about::About;
use crate::hook::Hook;
use crate::library::Library::{Chainer, MindSpore, Mlx, Mxnet, Paddle, Spark, Sympy, Theano, Tinygrad};
use crate::op::Op;
use crate::wording::{Rule, Wording, add, bmm, linear, near, product};

pub(super) const WORDINGS: &[Wording] = &[
    linear(Mxnet, "Shape inconsistent, Provided ={S:shape}, inferred shape={T:shape}")
        .tells("a _,T.1; b S.1,S.0; weight S; hides rank op")
        .ops(&[Op::Linear, Op::None])
        .about(About::Unknown)
        .hook(Hook::Inferred),
    add(Mxnet, "l == 1 || r == 1: operands could not be broadcast together with shapes {S:shape} {T:shape}")
        .tells("a S; b T"),
    product(Mxnet, "dot-gemm: matrix shape mismatch").tells("hides all-sizes clash"),
    product(Mxnet, "batch_dot shape error: {S:shape} X {T:shape}").tells("a S; b T; hides transpose"),
    product(Mxnet, "dot shape error: {S:shape} X {T:shape}").tells("a S; b T; hides transpose"),
    add(Mxnet, "Incompatible attr in node {*} at {i:int}-th input: expected {S:shape}, got {T:shape}")
        .tells("a S; b T")
        .ops(&[Op::Add, Op::None]),
    near(Mxnet, About::Assignment, "Shape of Tensors are not"),
    near(Mxnet, About::UnknownShape, "The shape information of {*}is not enough to get the shapes"),
    linear(Chainer, "Expect: {*}shape{*} Actual: {A} != {B}").hook(Hook::Chainer).rule(Rule::Told),
    add(Chainer, "Expect: {*}shape == {*}shape Actual: {S:shape} != {T:shape}")
        .tells("a S; b T")
        .ops(&[Op::Add, Op::None]),
    product(MindSpore, "the input dimensions must be equal, but got 'x1_col': {A} and 'x2_row': {B}")
        .tells("a _,A; b B,_; clash A,B; dim -1,-2; hides rank sizes")
        .ops(&[Op::Matmul, Op::Linear]),
    add(MindSpore, "need to broadcast{*}x.shape = {S:shape} and y.shape = {T:shape}").tells("a S; b T"),
    product(Theano, "Shape mismatch: x has {B} cols (and {A} rows) but y has {C} rows (and {D} cols)")
        .tells("a A,B; b C,D"),
    product(Theano, "Shape mismatch: A.shape[1] != x.shape[0]").tells("hides all-sizes"),
    product(Theano, "dimension mismatch in args to gemm {S:shape}x{T:shape}").tells("a S; b T"),
    add(Theano, "Input dimension mis-match. (input[0].shape[{i:int}] = {A}, input[1].shape[{j:int}] = {B})")
        .tells("hides sizes")
        .rule(Rule::Told)
        .hook(Hook::Theano),
    add(Theano, "Input dimension mis-match: (input[0].shape[{i:int}] = {A}, input[1].shape[{j:int}] = {B})")
        .tells("hides sizes")
        .rule(Rule::Told)
        .hook(Hook::Theano),
    add(Theano, "Input dimension mis-match").tells("hides all-sizes order"),
    product(Paddle, "dimension of Input(X) must be equal to the [{j:int}] dimension of Input(Y). But receiving the [{i:int}] dimension of Input(X) is [{X}], and the [{l:int}] dimension of Input(Y) is [{Y}]<?.{*}[Hint: {*}]?>")
        .rule(Rule::Told)
        .hook(Hook::PaddleAt),
    product(Paddle, "enforce x_mat_dims[1] == y_mat_dims[0] failed, {A} != {B}")
        .tells("a _,A; b B,_; hides rank sizes")
        .ops(&[Op::Matmul, Op::Linear]),
    product(Paddle, "enforce dim_a.width_ == dim_b.height_ failed, {A} != {B}")
        .tells("a ...,A; b ...,B,_; clash A,B; dim -1,-2; hides rank sizes"),
    product(Paddle, "but received dim_a.width_:{A} != dim_b.height_:{B}")
        .tells("a ...,A; b ...,B,_; clash A,B; dim -1,-2; hides rank sizes"),
    product(Paddle, "but received x_mat_dims[1]:{A} != y_mat_dims[0]:{B}")
        .tells("a _,A; b B,_; hides rank sizes")
        .hook(Hook::PaddleOp),
    product(Paddle, "but received x_mat_width:{A} != y_mat_height:{B}")
        .tells("a _,A; b B,_; hides rank sizes")
        .hook(Hook::PaddleOp),
    product(Paddle, "but received K_lhs:{A} != K_rhs:{B}")
        .tells("a ...,A; b ...,B,?; clash A,B; dim -1,-2; hides rank sizes")
        .hook(Hook::PaddleOp),
    bmm(Paddle, "but received x_dims[2]:{A} != y_dims[1]:{B}")
        .tells("a _,_,A; b _,B,_; clash A,B; dim -1,-2; hides sizes"),
    bmm(Paddle, "but received x_dims[0]:{A} != y_dims[0]:{B}")
        .tells("a A,_,_; b B,_,_; clash A,B; dim -3,-3; hides sizes"),
    linear(Paddle, "width must be equal with matrix Y1's height. But received X's shape = {S:shape}, X1's shape = {P:shape}, X1's width = {X}; Y's shape = {T:shape}, Y1's shape = {Q:shape}, Y1's height = {Y}")
        .tells("a S; b T; weight T; clash X,Y; dim -1,-2")
        .ops(&[Op::Linear, Op::Matmul]),
    add(Paddle, "could not be broadcast together with the shape of X = {S:shape} and the shape of Y = {T:shape}")
        .tells("a S; b T"),
    add(Paddle, "Broadcast dimension mismatch. Operands could not be broadcast together with the shape of X = {S:shape} and the shape of Y = {T:shape}")
        .tells("a S; b T"),
    add(Paddle, "Broadcast dimension mismatch").tells("hides all-sizes"),
    near(Paddle, About::FrameworkBug, "Input dimension size should be"),
    near(Paddle, About::FrameworkBug, "but received arity(dims)"),
    near(Paddle, About::ConvChannels, "The number of input's channels"),
    product(Mlx, "Last dimension of first input with shape {S:shape} must match second to last dimension of second input with shape {T:shape}")
        .tells("a S; b T")
        .ops(&[Op::Matmul, Op::Linear]),
    add(Mlx, "[broadcast_shapes] Shapes {S:shape} and {T:shape} cannot be broadcast").tells("a S; b T"),
    product(Mlx, "[matmul] Got 0 dimension input").tells("hides sizes order"),
    product(Tinygrad, "Input Tensor shapes {S:shape} and {T:shape} cannot be multiplied").tells("a S; b T"),
    product(Tinygrad, "cannot dot {S:shape} and {T:shape}").tells("a S; b T"),
    add(Tinygrad, "cannot broadcast {S:shape} to new_shape={T:shape}").tells("a S; b T").rule(Rule::OneWay),
    add(Tinygrad, "cannot broadcast {S:shape} to {T:shape}").tells("a S; b T").rule(Rule::OneWay),
    product(Sympy, "Matrix size mismatch: {S:shape} * {T:shape}").tells("a S; b T"),
    add(Sympy, "Matrix size mismatch: {S:shape} + {T:shape}").tells("a S; b T"),
    product(Spark, "The columns of A don't match the rows of B. A: {A}, B: {B}").tells("a _,A; b B,_; hides sizes"),
    product(Spark, "requirement failed: Dimension mismatch!: a.cols == b.rows ({A} != {B})")
        .tells("a _,A; b B,_; hides sizes"),
];
