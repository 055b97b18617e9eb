//! Julia, MATLAB, Octave, R.

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library::{Julia, Matlab, Octave, R};
use crate::op::Op;
use crate::wording::{Rule, Wording, add, near, product};

pub(super) const WORDINGS: &[Wording] = &[
    product(Julia, "A has dimensions {S:shape} but B has dimensions {T:shape}")
        .tells("a S; b T; hides rank")
        .fact(Fact::VectorAsColumn),
    product(Julia, "A has dimensions {S:shape}, {matrix |}B has dimensions {T:shape}").tells("a S; b T"),
    product(Julia, "A has dimensions {S:shape}, vector B has length {B}").tells("a S; b B"),
    product(Julia, "A has dimensions {S:shape}, B has length {B}").tells("a S; b B"),
    product(Julia, "second dimension of A, {A}, does not match length of x, {B}")
        .tells("a _,A; b B; clash A,B; dim -1,-1; hides sizes"),
    product(Julia, "first dimension of A, {A}, does not match length of x, {B}")
        .tells("a A,_; b B; clash A,B; dim -2,-1; hides sizes transpose"),
    product(Julia, "second dimension of A, {A}, does not match the first dimension of B, {B}")
        .tells("a _,A; b B,_; clash A,B; dim -1,-2; hides sizes"),
    product(Julia, "tried to multiply a matrix of size {S:shape} with a matrix of size {T:shape}").tells("a S; b T"),
    product(Julia, "tried to multiply a matrix of size {S:shape} with a vector of {length|size} {T:shape}")
        .tells("a S; b T"),
    product(Julia, "tried to multiply a vector of {length|size} {S:shape} with a matrix of size {T:shape}")
        .tells("a S; b T")
        .rule(Rule::Told),
    product(Julia, "dot product arguments have lengths {A} and {B}").tells("a A; b B; clash A,B; dim -1,-1"),
    product(Julia, "dot product arguments have unequal lengths {A} and {B}").tells("a A; b B; clash A,B; dim -1,-1"),
    product(Julia, "first array has length {A} which does not match the length of the second, {B}")
        .tells("a A; b B; clash A,B; dim -1,-1"),
    add(Julia, "dimensions must match: a has dims {S:shape}, b has dims {T:shape}, mismatch at {d:int}")
        .tells("a S; b T")
        .rule(Rule::Stretch),
    add(Julia, "dimensions must match: a has dims {S:shape}, b has dims {T:shape}").tells("a S; b T"),
    add(Julia, "dimensions must match").tells("hides all-sizes"),
    add(Julia, "arrays could not be broadcast to a common size; got a dimension with lengths {A} and {B}")
        .tells("a ...,A,...; b ...,B,...; clash A,B; hides rank sizes")
        .fact(Fact::AlignedLeft),
    add(
        Julia,
        "arrays could not be broadcast to a common size: a has axes Base.OneTo({A}) and b has axes Base.OneTo({B})",
    )
    .tells("a ...,A,...; b ...,B,...; clash A,B; hides rank sizes")
    .fact(Fact::AlignedLeft),
    add(Julia, "arrays could not be broadcast to a common size").tells("hides all-sizes").fact(Fact::AlignedLeft),
    add(Julia, "array could not be broadcast to match destination").tells("hides all-sizes").fact(Fact::OneWay),
    add(Julia, "cannot broadcast array to have fewer").tells("hides all-sizes").fact(Fact::OneWay),
    add(Julia, "a has size {S:shape}, b has size {T:shape}, mismatch at dim").tells("a S; b T"),
    product(Julia, "second dimension of matrix, {A}, does not match length of input vector, {B}")
        .tells("a _,A; b B; hides sizes"),
    near(Julia, About::Reshape, "elements, which is incompatible"),
    near(Julia, About::Reshape, "new dimensions {S:shape} must be consistent with array"),
    near(Julia, About::Cat, "mismatch in dimension {d:int} (expected"),
    near(Julia, About::Cat, "number of {rows|columns} of each array must match"),
    near(Julia, About::Assignment, "tried to assign {A} elements to"),
    near(Julia, About::Assignment, "tried to assign {S:shape} array to"),
    product(Matlab, "Inner matrix dimensions must agree").tells("hides all-sizes; versions -R2017b"),
    product(Matlab, "Incorrect dimensions for matrix multiplication").tells("hides all-sizes; versions R2018a-"),
    product(Matlab, "must be 2-D, or at least one").tells("hides all-sizes"),
    add(Matlab, "Arrays have incompatible sizes for this operation")
        .tells("hides all-sizes; versions R2020b-")
        .hook(Hook::Matlab),
    // Math.NET prints it for products too.
    near(Matlab, About::Unknown, "Matrix dimensions must agree: op1 is"),
    add(Matlab, "Matrix dimensions must agree").tells("hides all-sizes; versions -R2020a").hook(Hook::Matlab),
    add(Matlab, "Array dimensions must match for binary array op").tells("hides all-sizes"),
    near(Matlab, About::LinearAlgebra, "Incorrect dimensions for raising"),
    near(Matlab, About::Cat, "Dimensions of {arrays|matrices} being concatenated are not consistent"),
    near(Matlab, About::Cat, "Dimensions of matrices being"),
    near(Matlab, About::Assignment, "Unable to perform assignment"),
    near(Matlab, About::Assignment, "Subscripted assignment dimension"),
    near(Matlab, About::Assignment, "the number of elements in B and"),
    near(Matlab, About::Reshape, "To RESHAPE the number of"),
    near(Matlab, About::Reshape, "Number of elements must not"),
    near(Matlab, About::Index, "Index exceeds {the number of array elements|matrix dimensions|array bounds}"),
    add(Octave, "nonconformant arguments (op1 is {S:shape}, op2 is {T:shape})").tells("a S; b T").hook(Hook::Octave),
    add(Octave, "nonconformant matrices").tells("hides all-sizes op").ops(&[Op::Matmul, Op::Add]),
    near(Octave, About::Cat, "vertical dimensions mismatch"),
    near(Octave, About::Cat, "horizontal dimensions mismatch"),
    near(Octave, About::Assignment, "X must have the same size as I"),
    near(Octave, About::Assignment, "= X: dimensions mismatch"),
    product(R, "non-conformable arguments").tells("hides all-sizes").hook(Hook::R),
    add(R, "non-conformable arrays").tells("hides all-sizes"),
    near(R, About::LinearAlgebra, "non-conformable matrices"),
    near(R, About::Assignment, "number of items to replace is"),
    near(R, About::Cat, "number of {columns|rows} of matrices must match"),
    near(R, About::Assignment, "arguments imply differing number"),
    add(R, "longer object length is not a").tells("hides all-sizes").warning(),
    near(R, About::Type, "requires numeric/complex"),
];
