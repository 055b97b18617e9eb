//! NumPy, SciPy, pandas, scikit-learn.

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library::{NumPy, Pandas, Python, SciPy, ScikitLearn};
use crate::op::Op;
use crate::wording::{Rule, Wording, add, linear, near, product, softmax};

pub(super) const WORDINGS: &[Wording] = &[
    product(NumPy, "shapes {S:shape} and {T:shape} not aligned: {X} (dim {i:int}) != {Y} (dim {j:int})")
        .tells("a S; b T; clash X,Y; dim i@S,j@T; versions 1.9-"),
    product(NumPy, "shapes {S:shape} and {T:shape} not aligned").tells("a S; b T"),
    product(NumPy, "Input operand {i:int} has a mismatch in its core dimension {j:int}, with gufunc signature {s:signature} (size {Y} is different from {X})")
        .tells("hides rank sizes; versions 1.16-")
        .rule(Rule::Told)
        .fact(Fact::ReversedOrder)
        .hook(Hook::Gufunc),
    product(NumPy, "Input operand 0 does not have enough dimensions (has {R}, gufunc core with signature")
        .tells("a R#; hides sizes"),
    product(NumPy, "Input operand 1 does not have enough dimensions (has {R}, gufunc core with signature")
        .tells("b R#; hides sizes"),
    near(NumPy, About::LinearAlgebra, "Output operand {i:int} has a mismatch in its core dimension"),
    product(NumPy, "Scalar operands are not allowed, use '*' instead").tells("hides all-sizes order; versions -1.15"),
    add(NumPy, "operands could not be broadcast together with remapped shapes [original->remapped]: {S:shape}->{P:shape} {T:shape}->{Q:shape}<? and requested shape {U:shape}?>")
        .tells("a S; b T")
        .ops(&[Op::Matmul, Op::Add])
        .rule(Rule::Told)
        .hook(Hook::Remapped),
    near(NumPy, About::Einsum, "operands could not be broadcast together with remapped shapes"),
    add(NumPy, "operands could not be broadcast together with shapes {S:shape} {T:shape}")
        .tells("a S; b T")
        .hook(Hook::KerasMerge),
    add(NumPy, "operands could not be broadcast together with shapes{,|:|} {S:shape}{ and |, }{T:shape}")
        .tells("a S; b T")
        .hook(Hook::KerasMerge),
    add(NumPy, "operands could not be broadcast together with a single shape").tells("hides all-sizes"),
    add(NumPy, "operands could not be broadcast together").tells("hides all-sizes"),
    add(NumPy, "shape mismatch: objects cannot be broadcast to a single shape. Mismatch is between arg 0 with shape {S:shape} and arg 1 with shape {T:shape}")
        .tells("a S; b T"),
    add(NumPy, "shape mismatch: objects cannot be broadcast to a single shape").tells("hides all-sizes"),
    add(NumPy, "shape mismatch: indexing arrays could not be broadcast together with shapes {S:shape} {T:shape}")
        .tells("a S; b T"),
    add(NumPy, "shape mismatch: value array of shape {S:shape} could not be broadcast to indexing result of shape {T:shape}")
        .tells("a S; b T")
        .rule(Rule::OneWay)
        .fact(Fact::OneWay),
    add(NumPy, "non-broadcastable output operand with shape {S:shape} doesn't match the broadcast shape {T:shape}")
        .tells("a S; out T; hides sizes")
        .rule(Rule::InPlace)
        .fact(Fact::CannotGrow),
    add(NumPy, "could not broadcast input array from shape {S:shape} into shape {T:shape}")
        .tells("a S; b T")
        .rule(Rule::OneWay)
        .fact(Fact::OneWay),
    near(NumPy, About::MaskIndex, "could not broadcast where mask"),
    product(NumPy, "objects are not aligned").tells("hides all-sizes rank; versions -1.8"),
    product(NumPy, "Axis dimension mismatch").tells("hides all-sizes rank"),
    product(SciPy, "dimension mismatch with signature (n,k={B}),(k={C},1?)")
        .tells("a _,B; b C,?; clash B,C; dim -1,-2; hides sizes; versions 1.15-"),
    product(SciPy, "dimension mismatch with signature (n,k={B}),(k={C},{m})")
        .tells("a _,B; b C,_; clash B,C; dim -1,-2; hides sizes; versions 1.15-"),
    product(SciPy, "dimension mismatch with signature (n,k={B}),(k={C})")
        .tells("a _,B; b C; clash B,C; dim -1,-1; hides sizes; versions 1.15-"),
    product(SciPy, "dimension mismatch with signature (k={B}),(k={C},{m})")
        .tells("a B; b C,_; clash B,C; dim -1,-2; hides sizes; versions 1.15-"),
    product(SciPy, "dimension mismatch with signature (k={B}),(k={C})")
        .tells("a B; b C; clash B,C; dim -1,-1; versions 1.15-"),
    product(SciPy, "ValueError: dimension mismatch{end}").tells("hides all-sizes; versions -1.14"),
    add(SciPy, "inconsistent shapes: {S:shape} and {T:shape}").tells("a S; b T"),
    add(SciPy, "inconsistent shapes {S:shape} and {T:shape}").tells("a S; b T"),
    add(SciPy, "ValueError: inconsistent shapes{end}").tells("hides all-sizes"),
    product(Pandas, "Dot product shape mismatch, {S:shape} vs {T:shape}").tells("a S; b T").hook(Hook::Pandas),
    product(Pandas, "matrices are not aligned").tells("hides all-sizes labels").fact(Fact::LabelsCompared),
    near(Pandas, About::Labels, "Can only compare identically-labeled"),
    add(Pandas, "Unable to coerce to DataFrame, shape must be {S:shape}: given {T:shape}").tells("a S; b T"),
    near(Pandas, About::Assignment, "Length of values ({A}) does not match length of index ({B})"),
    near(Pandas, About::Assignment, "Length mismatch: Expected axis"),
    near(Pandas, About::Assignment, "Shape of passed values is"),
    linear(ScikitLearn, "features, but {n:word} is expecting {B} features as input")
        .tells("b B,_; versions 1.0-")
        .hook(Hook::Features),
    linear(ScikitLearn, "features per sample; expecting {B}").tells("b B,_; versions -0.24").hook(Hook::Features),
    product(ScikitLearn, "Incompatible dimension for X and Y matrices: X.shape[1] == {A} while Y.shape[1] == {B}")
        .tells("a _,A; b _,B; clash A,B; dim -1,-1; hides sizes")
        .ops(&[Op::Matmul, Op::None]),
    near(ScikitLearn, About::Features, "Number of features of the model"),
    near(ScikitLearn, About::Features, "Number of features of the input"),
    near(ScikitLearn, About::Features, "the number of features at"),
    near(ScikitLearn, About::Samples, "Found input variables with"),
    near(ScikitLearn, About::RankOfX, "Expected 2D array, got {R}D array instead"),
    near(ScikitLearn, About::RankOfX, "Expected 2D array, got scalar"),
    near(ScikitLearn, About::RankOfX, "Found array with dim {R}. {*} expected <= 2"),
    near(ScikitLearn, About::RankOfX, "y should be a 1d array, got an"),
    near(NumPy, About::Reshape, "cannot reshape array of size"),
    near(NumPy, About::Cat, "all the input array dimensions except for the concatenation axis must match exactly"),
    near(NumPy, About::Cat, "all the input array dimensions for the concatenation axis must match exactly"),
    near(NumPy, About::Cat, "all the input arrays must have"),
    near(NumPy, About::Cat, "all input arrays must have the"),
    near(NumPy, About::Tensordot, "shape-mismatch for sum"),
    near(NumPy, About::LinearAlgebra, "incompatible dimensions for cross product"),
    near(NumPy, About::LinearAlgebra, "Last 2 dimensions of the array"),
    near(NumPy, About::LinearAlgebra, "operand has a mismatch in its"),
    near(NumPy, About::MaskIndex, "boolean index did not match"),
    near(NumPy, About::Python, "setting an array element with a"),
    near(NumPy, About::Einsum, "einstein sum subscripts string"),
    near(NumPy, About::Einsum, "operand has more dimensions than"),
    near(NumPy, About::Einsum, "does not have the same size as"),
    near(NumPy, About::Index, "is out of bounds for axis"),
    near(NumPy, About::Index, "too many indices for array"),
    near(Python, About::Index, "list index out of range"),
    // The axis stands before the anchor; the hook reads it.
    softmax(NumPy, "is out of bounds for array of dimension {R}")
        .tells("a R#; hides all-sizes")
        .hook(Hook::AxisRange),
];
