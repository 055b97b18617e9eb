//! Plots, models and data: shapes that nothing multiplies.

use crate::about::About;
use crate::library::Library::{Matplotlib, Python, TensorFlow};
use crate::wording::{Wording, near};

pub(super) const WORDINGS: &[Wording] = &[
    near(Matplotlib, About::Plot, "x and y must have same first dimension"),
    near(Matplotlib, About::Plot, "x and y must be the same size"),
    near(Matplotlib, About::Plot, "x and y can be no greater than 2-D"),
    near(Matplotlib, About::Plot, "Invalid shape {S:shape} for image data"),
    near(TensorFlow, About::ModelInput, "Data cardinality is ambiguous"),
    near(TensorFlow, About::ModelInput, "layer {n:word} expects {R} input(s), but it received"),
    near(TensorFlow, About::ModelInput, "is incompatible with the layer: expected shape="),
    near(Python, About::Python, "too many values to unpack"),
    near(Python, About::Python, "not enough values to unpack"),
    near(Python, About::Python, "missing {R} required positional argument"),
    near(Python, About::Python, "got an unexpected keyword argument"),
    near(Python, About::Python, "object is not subscriptable"),
    near(Python, About::Python, "object is not callable"),
    near(Python, About::Python, "object has no attribute"),
    near(Python, About::Python, "No module named"),
    near(Python, About::Python, "cannot import name"),
    near(Python, About::Python, "ZeroDivisionError"),
    near(Python, About::Python, "only integer scalar arrays can be converted to a scalar index"),
    near(Python, About::Python, "only one element tensors can be converted to Python scalars"),
    near(Python, About::Python, "The truth value of an array with more than one element is ambiguous"),
    near(Python, About::Python, "Boolean value of Tensor with more than one value is ambiguous"),
    near(Python, About::Python, "a Tensor with {A} elements cannot be converted to Scalar"),
];
