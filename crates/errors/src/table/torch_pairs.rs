//! PyTorch: element-wise operations and softmax.

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library::PyTorch;
use crate::op::Op;
use crate::wording::{Rule, Wording, add, near, softmax};

pub(super) const WORDINGS: &[Wording] = &[
    add(PyTorch, "The size of tensor a ({A}) must match the size of tensor b ({B})<? at non-singleton dimension {d:int}?>")
        .versions("0.4-")
        .ab("...,A,...", "...,B,...")
        .clash("A,B")
        .dim("d")
        .hides("rank sizes op")
        .hook(Hook::Stretch),
    add(PyTorch, "Attempting to broadcast a dimension of length {Y} at -{k:int}! Mismatching argument at index {i:int} had {S:shape}; but expected shape should be broadcastable to {T:shape}")
        .rule(Rule::Told)
        .hook(Hook::Compiled),
    add(PyTorch, "output with shape {S:shape} doesn't match the broadcast shape {T:shape}")
        .ab("S", "")
        .out("T")
        .rule(Rule::InPlace)
        .hides("sizes")
        .fact(Fact::CannotGrow),
    add(PyTorch, "The expanded size of the tensor ({X}) must match the existing size ({Y}) at non-singleton dimension {d:int}. Target sizes: {T:shape}. Tensor sizes: {S:shape}")
        .ab("S", "T")
        .clash("Y,X")
        .dim("d")
        .rule(Rule::OneWay)
        .fact(Fact::OneWay),
    add(PyTorch, "The expanded size of the tensor ({X}) must match the existing size ({Y})<? at non-singleton dimension {d:int}?>")
        .versions("-0.4")
        .ab("...,Y,...", "...,X,...")
        .clash("Y,X")
        .dim("d")
        .hides("rank sizes")
        .fact(Fact::OneWay),
    add(PyTorch, "expand(torch.{S:shape}, size={T:shape}): the number of sizes provided")
        .ab("S", "T")
        .rule(Rule::Told)
        .fact(Fact::OneWay),
    add(PyTorch, "The number of sizes provided ({R}) must be greater or equal to the number of dimensions in the tensor ({Q})")
        .ab("Q#", "R#")
        .hides("all-sizes")
        .fact(Fact::OneWay),
    add(PyTorch, "shape mismatch: value tensor of shape {S:shape} cannot be broadcast to indexing result of shape {T:shape}")
        .ab("S", "T")
        .rule(Rule::OneWay)
        .fact(Fact::OneWay),
    add(PyTorch, "shape mismatch: indexing tensors could not be broadcast together with shapes {S:shape}, {T:shape}").ab("S", "T"),
    add(PyTorch, "Using a target size ({T:shape}) that is different to the input size ({S:shape})")
        .ab("S", "T")
        .rule(Rule::Told)
        .warning()
        .hook(Hook::Target),
    add(PyTorch, "inconsistent tensor size, expected r_ {R:shape}, t {S:shape} and src {T:shape} to have the same number of elements")
        .versions("-0.3")
        .ab("S", "T"),
    add(PyTorch, "Shapes are not broadcastable: {S:shape}, {T:shape}").ab("S", "T"),
    softmax(PyTorch, "Dimension out of range (expected to be in range of [-{n:int}, {h:int}], but got {d:int})").dim("d").hook(Hook::DimRange),
    softmax(PyTorch, "Dimension specified as {d:int} but tensor has no dimensions")
        .ops(&[Op::Softmax, Op::None])
        .about(About::DimArgument)
        .ab("()", "")
        .dim("d")
        .hides("op"),
    softmax(PyTorch, "invalid argument {i:int}: dim out of range (got {d:int}, but input has {R} dims)")
        .versions("-0.2")
        .ab("R#", "")
        .dim("d")
        .hides("all-sizes")
        .fact(Fact::NegativeDim),
    near(PyTorch, About::DimArgument, "invalid argument {i:int}: dimension {d:int} out of range of {R}D tensor"),
    softmax(PyTorch, "Implicit dimension choice for {log_|}{softmax|softmin} has been deprecated")
        .warning()
        .hides("all-sizes")
        .fact(Fact::ImplicitDim),
];
