//! MXNet, Chainer, MindSpore, Theano, Paddle, MLX, tinygrad, SymPy, Spark.

use crate::about::About;
use crate::hook::Hook;
use crate::library::Library::{Chainer, MindSpore, Mlx, Mxnet, Paddle, Spark, Sympy, Theano, Tinygrad};
use crate::op::Op;
use crate::wording::{Rule, Wording, add, bmm, linear, near, product};

pub(super) const WORDINGS: &[Wording] = &[
    linear(Mxnet, "Shape inconsistent, Provided ={S:shape}, inferred shape={T:shape}")
        .ops(&[Op::Linear, Op::None])
        .about(About::Unknown)
        .ab("_,T.1", "S.1,S.0")
        .weight("S")
        .hides("rank op")
        .hook(Hook::Inferred),
    product(Mxnet, "dot-gemm: matrix shape mismatch").hides("all-sizes clash"),
    product(Mxnet, "batch_dot shape error: {S:shape} X {T:shape}").ab("S", "T").hides("transpose"),
    product(Mxnet, "dot shape error: {S:shape} X {T:shape}").ab("S", "T").hides("transpose"),
    add(Mxnet, "Incompatible attr in node {*} at {i:int}-th input: expected {S:shape}, got {T:shape}").ab("S", "T").ops(&[Op::Add, Op::None]),
    near(Mxnet, About::Assignment, "Shape of Tensors are not consistent with target"),
    near(Mxnet, About::UnknownShape, "The shape information of {*}is not enough to get the shapes"),
    linear(Chainer, "Expect: {*}shape{*}\nActual: {A} != {B}").hook(Hook::Chainer).rule(Rule::Told),
    add(Chainer, "Expect: {*}shape == {*}shape\nActual: {S:shape} != {T:shape}").ab("S", "T").ops(&[Op::Add, Op::None]),
    product(MindSpore, "the input dimensions must be equal, but got 'x1_col': {A} and 'x2_row': {B}")
        .ops(&[Op::Matmul, Op::Linear])
        .ab("_,A", "B,_")
        .clash("A,B")
        .dim("-1,-2")
        .hides("rank sizes"),
    add(MindSpore, "need to broadcast{*}x.shape = {S:shape} and y.shape = {T:shape}").ab("S", "T"),
    product(Theano, "Shape mismatch: x has {B} cols (and {A} rows) but y has {C} rows (and {D} cols)").ab("A,B", "C,D"),
    product(Theano, "Shape mismatch: A.shape[1] != x.shape[0]").hides("all-sizes"),
    product(Theano, "dimension mismatch in args to gemm {S:shape}x{T:shape}").ab("S", "T"),
    add(Theano, "Input dimension mis-match. (input[0].shape[{i:int}] = {A}, input[1].shape[{j:int}] = {B})").rule(Rule::Told).hides("sizes").hook(Hook::Theano),
    add(Theano, "Input dimension mis-match: (input[0].shape[{i:int}] = {A}, input[1].shape[{j:int}] = {B})").rule(Rule::Told).hides("sizes").hook(Hook::Theano),
    add(Theano, "Input dimension mis-match").hides("all-sizes order"),
    product(Paddle, "dimension of Input(X) must be equal to the [{j:int}] dimension of Input(Y). But receiving the [{i:int}] dimension of Input(X) is [{X}], and the [{l:int}] dimension of Input(Y) is [{Y}]<?.{*}[Hint: {*}]?>")
        .rule(Rule::Told)
        .hook(Hook::PaddleAt),
    product(Paddle, "enforce x_mat_dims[1] == y_mat_dims[0] failed, {A} != {B}")
        .ops(&[Op::Matmul, Op::Linear])
        .ab("_,A", "B,_")
        .hides("rank sizes"),
    product(Paddle, "enforce dim_a.width_ == dim_b.height_ failed, {A} != {B}").ab("...,A", "...,B,_").clash("A,B").dim("-1,-2").hides("rank sizes"),
    product(Paddle, "but received dim_a.width_:{A} != dim_b.height_:{B}").ab("...,A", "...,B,_").clash("A,B").dim("-1,-2").hides("rank sizes"),
    product(Paddle, "but received x_mat_dims[1]:{A} != y_mat_dims[0]:{B}").ab("_,A", "B,_").hides("rank sizes").hook(Hook::PaddleOp),
    product(Paddle, "but received x_mat_width:{A} != y_mat_height:{B}").ab("_,A", "B,_").hides("rank sizes").hook(Hook::PaddleOp),
    product(Paddle, "but received K_lhs:{A} != K_rhs:{B}").ab("...,A", "...,B,?").clash("A,B").dim("-1,-2").hides("rank sizes").hook(Hook::PaddleOp),
    bmm(Paddle, "but received x_dims[2]:{A} != y_dims[1]:{B}").ab("_,_,A", "_,B,_").clash("A,B").dim("-1,-2").hides("sizes"),
    bmm(Paddle, "but received x_dims[0]:{A} != y_dims[0]:{B}").ab("A,_,_", "B,_,_").clash("A,B").dim("-3,-3").hides("sizes"),
    linear(Paddle, "width must be equal with matrix Y1's height. But received X's shape = {S:shape}, X1's shape = {P:shape}, X1's width = {X}; Y's shape = {T:shape}, Y1's shape = {Q:shape}, Y1's height = {Y}")
        .ops(&[Op::Linear, Op::Matmul])
        .ab("S", "T")
        .weight("T")
        .clash("X,Y")
        .dim("-1,-2"),
    add(Paddle, "could not be broadcast together with the shape of X = {S:shape} and the shape of Y = {T:shape}").ab("S", "T"),
    add(Paddle, "Broadcast dimension mismatch. Operands could not be broadcast together with the shape of X = {S:shape} and the shape of Y = {T:shape}").ab("S", "T"),
    add(Paddle, "Broadcast dimension mismatch").hides("all-sizes"),
    near(Paddle, About::FrameworkBug, "Input dimension size should be equal to"),
    near(Paddle, About::FrameworkBug, "but received arity(dims)"),
    near(Paddle, About::ConvChannels, "The number of input's channels should be equal to filter's channels"),
    product(Mlx, "Last dimension of first input with shape {S:shape} must match second to last dimension of second input with shape {T:shape}")
        .ops(&[Op::Matmul, Op::Linear])
        .ab("S", "T"),
    add(Mlx, "[broadcast_shapes] Shapes {S:shape} and {T:shape} cannot be broadcast").ab("S", "T"),
    product(Mlx, "[matmul] Got 0 dimension input").hides("sizes order"),
    product(Tinygrad, "Input Tensor shapes {S:shape} and {T:shape} cannot be multiplied").ab("S", "T"),
    product(Tinygrad, "cannot dot {S:shape} and {T:shape}").ab("S", "T"),
    add(Tinygrad, "cannot broadcast {S:shape} to new_shape={T:shape}").ab("S", "T").rule(Rule::OneWay),
    add(Tinygrad, "cannot broadcast {S:shape} to {T:shape}").ab("S", "T").rule(Rule::OneWay),
    product(Sympy, "Matrix size mismatch: {S:shape} * {T:shape}").ab("S", "T"),
    add(Sympy, "Matrix size mismatch: {S:shape} + {T:shape}").ab("S", "T"),
    product(Spark, "The columns of A don't match the rows of B. A: {A}, B: {B}").ab("_,A", "B,_").hides("sizes"),
    product(Spark, "requirement failed: Dimension mismatch!: a.cols == b.rows ({A} != {B})").ab("_,A", "B,_").hides("sizes"),
];
