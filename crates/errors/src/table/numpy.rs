//! NumPy, SciPy, pandas, scikit-learn.

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library::{NumPy, Pandas, Python, SciPy, ScikitLearn};
use crate::op::Op;
use crate::wording::{Rule, Wording, add, linear, near, product, softmax};

pub(super) const WORDINGS: &[Wording] = &[
    product(NumPy, "shapes {S:shape} and {T:shape} not aligned: {X} (dim {i:int}) != {Y} (dim {j:int})")
        .versions("1.9-")
        .ab("S", "T")
        .clash("X,Y")
        .dim("i@S,j@T"),
    product(NumPy, "Input operand {i:int} has a mismatch in its core dimension {j:int}, with gufunc signature {s:signature} (size {Y} is different from {X})")
        .versions("1.16-")
        .hides("rank sizes")
        .rule(Rule::Told)
        .fact(Fact::ReversedOrder)
        .hook(Hook::Gufunc),
    product(NumPy, "Input operand 0 does not have enough dimensions (has {R}, gufunc core with signature").ab("R#", "").hides("sizes"),
    product(NumPy, "Input operand 1 does not have enough dimensions (has {R}, gufunc core with signature").ab("", "R#").hides("sizes"),
    near(NumPy, About::LinearAlgebra, "Output operand {i:int} has a mismatch in its core dimension"),
    product(NumPy, "Scalar operands are not allowed, use '*' instead").versions("-1.15").hides("all-sizes order"),
    add(NumPy, "operands could not be broadcast together with remapped shapes [original->remapped]: {S:shape}->{P:shape} {T:shape}->{Q:shape}<? and requested shape {U:shape}?>")
        .ops(&[Op::Matmul, Op::Add])
        .ab("S", "T")
        .rule(Rule::Told)
        .hook(Hook::Remapped),
    near(NumPy, About::Einsum, "operands could not be broadcast together with remapped shapes"),
    add(NumPy, "operands could not be broadcast together with shapes {S:shape} {T:shape}").ab("S", "T").hook(Hook::KerasMerge),
    add(NumPy, "operands could not be broadcast together with shapes{,|:|} {S:shape}{ and |, }{T:shape}").ab("S", "T").hook(Hook::KerasMerge),
    add(NumPy, "operands could not be broadcast together with a single shape").hides("all-sizes"),
    add(NumPy, "operands could not be broadcast together").hides("all-sizes"),
    add(NumPy, "shape mismatch: objects cannot be broadcast to a single shape. Mismatch is between arg 0 with shape {S:shape} and arg 1 with shape {T:shape}").ab("S", "T"),
    add(NumPy, "shape mismatch: objects cannot be broadcast to a single shape").hides("all-sizes"),
    add(NumPy, "shape mismatch: indexing arrays could not be broadcast together with shapes {S:shape} {T:shape}").ab("S", "T"),
    add(NumPy, "shape mismatch: value array of shape {S:shape} could not be broadcast to indexing result of shape {T:shape}")
        .ab("S", "T")
        .rule(Rule::OneWay)
        .fact(Fact::OneWay),
    add(NumPy, "non-broadcastable output operand with shape {S:shape} doesn't match the broadcast shape {T:shape}")
        .ab("S", "")
        .out("T")
        .rule(Rule::InPlace)
        .hides("sizes")
        .fact(Fact::CannotGrow),
    add(NumPy, "could not broadcast input array from shape {S:shape} into shape {T:shape}")
        .ab("S", "T")
        .rule(Rule::OneWay)
        .fact(Fact::OneWay),
    near(NumPy, About::MaskIndex, "could not broadcast where mask from shape"),
    product(NumPy, "objects are not aligned").versions("-1.8").hides("all-sizes rank"),
    product(NumPy, "Axis dimension mismatch").hides("all-sizes rank"),
    product(SciPy, "dimension mismatch with signature (n,k={B}),(k={C},1?)").versions("1.15-").ab("_,B", "C,?").dim("-1,-2").clash("B,C").hides("sizes"),
    product(SciPy, "dimension mismatch with signature (n,k={B}),(k={C},{m})").versions("1.15-").ab("_,B", "C,_").dim("-1,-2").clash("B,C").hides("sizes"),
    product(SciPy, "dimension mismatch with signature (n,k={B}),(k={C})").versions("1.15-").ab("_,B", "C").dim("-1,-1").clash("B,C").hides("sizes"),
    product(SciPy, "dimension mismatch with signature (k={B}),(k={C},{m})").versions("1.15-").ab("B", "C,_").dim("-1,-2").clash("B,C").hides("sizes"),
    product(SciPy, "dimension mismatch with signature (k={B}),(k={C})").versions("1.15-").ab("B", "C").dim("-1,-1").clash("B,C"),
    product(SciPy, "ValueError: dimension mismatch{end}").versions("-1.14").hides("all-sizes"),
    add(SciPy, "inconsistent shapes: {S:shape} and {T:shape}").ab("S", "T"),
    add(SciPy, "inconsistent shapes {S:shape} and {T:shape}").ab("S", "T"),
    add(SciPy, "ValueError: inconsistent shapes{end}").hides("all-sizes"),
    product(Pandas, "Dot product shape mismatch, {S:shape} vs {T:shape}").ab("S", "T").hook(Hook::Pandas),
    product(Pandas, "matrices are not aligned").hides("all-sizes labels").fact(Fact::LabelsCompared),
    near(Pandas, About::Labels, "Can only compare identically-labeled"),
    add(Pandas, "Unable to coerce to DataFrame, shape must be {S:shape}: given {T:shape}").ab("S", "T"),
    near(Pandas, About::Assignment, "Length of values ({A}) does not match length of index ({B})"),
    near(Pandas, About::Assignment, "Length mismatch: Expected axis has"),
    near(Pandas, About::Assignment, "Shape of passed values is"),
    linear(ScikitLearn, "features, but {n:word} is expecting {B} features as input").versions("1.0-").ab("", "B,_").hook(Hook::Features),
    linear(ScikitLearn, "features per sample; expecting {B}").versions("-0.24").ab("", "B,_").hook(Hook::Features),
    product(ScikitLearn, "Incompatible dimension for X and Y matrices: X.shape[1] == {A} while Y.shape[1] == {B}")
        .ops(&[Op::Matmul, Op::None])
        .ab("_,A", "_,B")
        .clash("A,B")
        .dim("-1,-1")
        .hides("sizes"),
    near(ScikitLearn, About::Features, "Number of features of the model must match the input"),
    near(ScikitLearn, About::Features, "Number of features of the input must be equal to or greater than"),
    near(ScikitLearn, About::Features, "the number of features at training time"),
    near(ScikitLearn, About::Samples, "Found input variables with inconsistent numbers of samples"),
    near(ScikitLearn, About::RankOfX, "Expected 2D array, got {R}D array instead"),
    near(ScikitLearn, About::RankOfX, "Expected 2D array, got scalar array instead"),
    near(ScikitLearn, About::RankOfX, "Found array with dim {R}. {*} expected <= 2"),
    near(ScikitLearn, About::RankOfX, "y should be a 1d array, got an array of shape"),
    near(NumPy, About::Reshape, "cannot reshape array of size"),
    near(NumPy, About::Cat, "all the input array dimensions except for the concatenation axis must match exactly"),
    near(NumPy, About::Cat, "all the input array dimensions for the concatenation axis must match exactly"),
    near(NumPy, About::Cat, "all the input arrays must have same number of dimensions"),
    near(NumPy, About::Cat, "all input arrays must have the same shape"),
    near(NumPy, About::Tensordot, "shape-mismatch for sum"),
    near(NumPy, About::LinearAlgebra, "incompatible dimensions for cross product"),
    near(NumPy, About::LinearAlgebra, "Last 2 dimensions of the array must be square"),
    near(NumPy, About::LinearAlgebra, "operand has a mismatch in its core dimension"),
    near(NumPy, About::MaskIndex, "boolean index did not match indexed array along"),
    near(NumPy, About::Python, "setting an array element with a sequence"),
    near(NumPy, About::Einsum, "einstein sum subscripts string contains too many subscripts"),
    near(NumPy, About::Einsum, "operand has more dimensions than subscripts given in einstein sum"),
    near(NumPy, About::Einsum, "does not have the same size as the other operands"),
    near(NumPy, About::Index, "is out of bounds for axis"),
    near(NumPy, About::Index, "too many indices for array"),
    near(Python, About::Index, "list index out of range"),
    // The axis stands before the anchor; the hook reads it.
    softmax(NumPy, "is out of bounds for array of dimension {R}").ab("R#", "").hides("all-sizes").hook(Hook::AxisRange),
];
