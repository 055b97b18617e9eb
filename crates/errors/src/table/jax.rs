//! JAX, Flax, Haiku, XLA.

use crate::about::About;
use crate::hook::Hook;
use crate::library::Library::{Flax, Jax, Xla};
use crate::op::Op;
use crate::wording::{Rule, Wording, add, linear, near, product};

pub(super) const WORDINGS: &[Wording] = &[
    product(Jax, "dot_general requires contracting dimensions to have the same {shape|size}, got ({A},) and ({B},)")
        .tells("a ...,A,...; b ...,B,...; clash A,B; hides rank sizes op"),
    product(Jax, "dot_general requires contracting dimensions to have the same {shape|size}, got [{A}] and [{B}]")
        .tells("a ...,A,...; b ...,B,...; clash A,B; hides rank sizes op"),
    product(Jax, "dot_general requires contracting dimensions to have").tells("hides all-sizes rank op"),
    product(Jax, "dot_general requires batch dimensions to have the same {shape|size}, got ({A},) and ({B},)")
        .tells("a ...,A,...; b ...,B,...; clash A,B; hides rank sizes op"),
    product(Jax, "dot_general requires lhs batch dimensions and rhs batch").tells("hides all-sizes rank op"),
    product(Jax, "dot_general requires batch dimensions to have").tells("hides all-sizes rank op"),
    product(Jax, "Incompatible types for {matmul|dot|vecmat|matvec|vecdot} arguments: {S:shape} and {T:shape}")
        .tells("a S; b T"),
    product(Jax, "Incompatible shapes for dot: got {S:shape} and {T:shape}").tells("a S; b T"),
    product(Jax, "contracting dimension to match, got {S:shape} and {T:shape}").tells("a S; b T"),
    add(Jax, "got incompatible shapes for broadcasting: {S:shape}, {T:shape}").tells("a S; b T"),
    add(Jax, "Incompatible shapes for broadcasting: shapes=[{S:shape}, {T:shape}]").tells("a S; b T"),
    add(Jax, "Incompatible shapes for broadcasting: ({S:shape}, {T:shape})").tells("a S; b T"),
    add(Jax, "Incompatible shapes for broadcasting: {S:shape} and requested shape {T:shape}")
        .tells("a S; b T")
        .rule(Rule::OneWay),
    add(Jax, "Incompatible shapes for broadcasting: {S:shape} and {T:shape}").tells("a S; b T"),
    add(Jax, "Incompatible shapes for broadcasting").tells("hides all-sizes"),
    linear(Flax, "Initializer expected to generate shape {S:shape} but got shape {T:shape} instead for parameter {n:word}")
        .tells("a ...,S.0; b T; weight T; hides rank sizes")
        .ops(&[Op::Linear, Op::None])
        .about(About::Checkpoint)
        .hook(Hook::Kernel),
    linear(Flax, "For parameter {n:word} in {*}the given initializer is expected to generate shape {S:shape}, but the existing parameter it received has shape {T:shape}")
        .tells("a ...,S.0; b T; weight T; hides rank sizes")
        .ops(&[Op::Linear, Op::None])
        .about(About::Checkpoint)
        .hook(Hook::Kernel),
    near(Flax, About::Checkpoint, "Inconsistent shapes between"),
    linear(Jax, "with retrieved shape {T:shape} does not match shape={S:shape}")
        .tells("a ...,S.0; b T; weight T; hides rank sizes")
        .ops(&[Op::Linear, Op::None])
        .about(About::Checkpoint)
        .hook(Hook::Kernel),
    product(Xla, "Cannot infer shape for dot operation: {S:shape} <dot> {T:shape}")
        .tells("a S; b T; hides transpose clash")
        .rule(Rule::Told),
    add(Xla, "Binary op {n:word} with incompatible shapes: {S:shape} and {T:shape}").tells("a S; b T"),
    add(Xla, "Binary op with incompatible shapes: {S:shape} and {T:shape}").tells("a S; b T"),
    near(Jax, About::Cat, "Cannot concatenate arrays with"),
    near(Jax, About::Reshape, "reshape total size must be"),
    near(Jax, About::Reshape, "cannot reshape array of shape"),
    near(Jax, About::ConvChannels, "conv_general_dilated lhs feature"),
    near(Jax, About::Einsum, "Einstein sum subscript"),
    near(Jax, About::Checkpoint, "ScopeParamShapeError"),
];
