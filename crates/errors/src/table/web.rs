//! JavaScript: TensorFlow.js and math.js.

use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library::{MathJs, Tfjs};
use crate::wording::{Rule, Wording, add, product, softmax};

pub(super) const WORDINGS: &[Wording] = &[
    product(Tfjs, "Error in matMul: inner shapes ({X}) and ({Y}) of Tensors with shapes {S:shape} and {T:shape} and transposeA={p:flag} and transposeB={q:flag}")
        .tells("a S; b T")
        .hook(Hook::Flags),
    product(Tfjs, "Error in matMul: outer dimensions ([{*}]) and ([{*}]) of Tensors with shapes {S:shape} and {T:shape} must match")
        .tells("a S; b T"),
    product(Tfjs, "Error in dot: inner dimensions of inputs must match, but got {A} and {B}")
        .tells("a ...,A; b B,?; clash A,B; dim -1,-2; hides rank sizes"),
    product(Tfjs, "Error in dot: inputs must all be rank 1 or 2, but got ranks {R} and {Q}")
        .tells("a R#; b Q#; hides all-sizes"),
    softmax(Tfjs, "Softmax along a non-last dimension is not yet supported. Logits was rank {R} and dim was {d:int}")
        .tells("a R#; dim d; hides all-sizes")
        .fact(Fact::LastDimOnly),
    product(MathJs, "Matrix A columns ({A}) must match Matrix B rows ({B})").tells("a _,A; b B,_; hides sizes"),
    product(MathJs, "Vector length ({A}) must match Matrix rows ({B})").tells("a A; b B,_; hides sizes"),
    product(MathJs, "Matrix columns ({A}) must match Vector length ({B})").tells("a _,A; b B; hides sizes"),
    product(MathJs, "Vectors must have the same length ({A} != {B})").tells("a A; b B"),
    product(MathJs, "Vectors must have equal length ({A} != {B})").tells("a A; b B"),
    product(MathJs, "Dimension mismatch in multiplication. Vectors must have the same length")
        .tells("hides all-sizes"),
    product(MathJs, "Dimension mismatch in multiplication").tells("hides all-sizes"),
    add(MathJs, "Dimension mismatch. Matrix A {S:shape} must match Matrix B {T:shape}").tells("a S; b T"),
    add(MathJs, "Error: Dimension mismatch ({S:shape} != {T:shape})").tells("a S; b T").hook(Hook::Bracketed),
    add(MathJs, "shape mismatch: mismatch is found in arg with shape").tells("hides all-sizes").rule(Rule::Told),
];
