//! PyTorch: element-wise operations and softmax.

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library::PyTorch;
use crate::op::Op;
use crate::wording::{Rule, Wording, add, near, softmax};

pub(super) const WORDINGS: &[Wording] = &[
    add(PyTorch, "The size of tensor a ({A}) must match the size of tensor b ({B})<? at non-singleton dimension {d:int}?>")
        .tells("a ...,A,...; b ...,B,...; clash A,B; dim d; hides rank sizes op; versions 0.4-")
        .hook(Hook::Stretch),
    add(PyTorch, "The size of tensor a ({A}) must match")
        .tells("a ...,A,...; hides rank sizes op")
        .hook(Hook::Stretch),
    add(PyTorch, "Attempting to broadcast a dimension of length {Y} at -{k:int}! Mismatching argument at index {i:int} had {S:shape}; but expected shape should be broadcastable to {T:shape}")
        .rule(Rule::Told)
        .hook(Hook::Compiled),
    add(PyTorch, "output with shape {S:shape} doesn't match the broadcast shape {T:shape}")
        .tells("a S; out T; hides sizes")
        .rule(Rule::InPlace)
        .fact(Fact::CannotGrow),
    add(PyTorch, "The expanded size of the tensor ({X}) must match the existing size ({Y}) at non-singleton dimension {d:int}. Target sizes: {T:shape}. Tensor sizes: {S:shape}")
        .tells("a S; b T; clash Y,X; dim d")
        .rule(Rule::OneWay)
        .fact(Fact::OneWay),
    add(PyTorch, "The expanded size of the tensor ({X}) must match the existing size ({Y})<? at non-singleton dimension {d:int}?>")
        .tells("a ...,Y,...; b ...,X,...; clash Y,X; dim d; hides rank sizes; versions -0.4")
        .fact(Fact::OneWay),
    add(PyTorch, "expand(torch.{S:shape}, size={T:shape}): the number of sizes provided")
        .tells("a S; b T")
        .rule(Rule::Told)
        .fact(Fact::OneWay),
    add(PyTorch, "The number of sizes provided ({R}) must be greater or equal to the number of dimensions in the tensor ({Q})")
        .tells("a Q#; b R#; hides all-sizes")
        .fact(Fact::OneWay),
    add(PyTorch, "shape mismatch: value tensor of shape {S:shape} cannot be broadcast to indexing result of shape {T:shape}")
        .tells("a S; b T")
        .rule(Rule::OneWay)
        .fact(Fact::OneWay),
    add(PyTorch, "shape mismatch: indexing tensors could not be broadcast together with shapes {S:shape}, {T:shape}")
        .tells("a S; b T"),
    add(PyTorch, "Using a target size ({T:shape}) that is different to the input size ({S:shape})")
        .tells("a S; b T")
        .rule(Rule::Told)
        .warning()
        .hook(Hook::Target),
    add(PyTorch, "inconsistent tensor size, expected r_ {R:shape}, t {S:shape} and src {T:shape} to have the same number of elements")
        .tells("a S; b T; versions -0.3"),
    add(PyTorch, "Shapes are not broadcastable: {S:shape}, {T:shape}").tells("a S; b T"),
    softmax(PyTorch, "Dimension out of range (expected to be in range of [-{n:int}, {h:int}], but got {d:int})")
        .tells("dim d")
        .hook(Hook::DimRange),
    softmax(PyTorch, "Dimension specified as {d:int} but tensor has no dimensions")
        .tells("a (); dim d; hides op")
        .ops(&[Op::Softmax, Op::None])
        .about(About::DimArgument),
    softmax(PyTorch, "invalid argument {i:int}: dim out of range (got {d:int}, but input has {R} dims)")
        .tells("a R#; dim d; hides all-sizes; versions -0.2")
        .fact(Fact::NegativeDim),
    near(PyTorch, About::DimArgument, "invalid argument {i:int}: dimension {d:int} out of range of {R}D tensor"),
    softmax(PyTorch, "Implicit dimension choice for {log_|}{softmax|softmin} has been deprecated")
        .tells("hides all-sizes")
        .warning()
        .fact(Fact::ImplicitDim),
];
