//! Plots, models and data: shapes that nothing multiplies.

use crate::about::About;
use crate::library::Library::{Matplotlib, Python, TensorFlow};
use crate::wording::Near;

pub(super) const WORDINGS: &[Near] = &[
    Near(Matplotlib, About::Plot, "x and y must have same first"),
    Near(Matplotlib, About::Plot, "x and y must be the same size"),
    Near(Matplotlib, About::Plot, "x and y can be no greater than"),
    Near(Matplotlib, About::Plot, "Invalid shape {S:shape} for image data"),
    Near(TensorFlow, About::ModelInput, "Data cardinality is ambiguous"),
    Near(Python, About::Python, "too many values to unpack"),
    Near(Python, About::Python, "not enough values to unpack"),
    Near(Python, About::Python, "missing {R} required positional argument"),
    Near(Python, About::Python, "got an unexpected keyword"),
    Near(Python, About::Python, "object is not subscriptable"),
    Near(Python, About::Python, "object is not callable"),
    Near(Python, About::Python, "object has no attribute"),
    Near(Python, About::Python, "No module named"),
    Near(Python, About::Python, "cannot import name"),
    Near(Python, About::Python, "ZeroDivisionError"),
    Near(Python, About::Python, "only integer scalar arrays can"),
    Near(Python, About::Python, "only one element tensors can be"),
    Near(Python, About::Python, "The truth value of an array with"),
    Near(Python, About::Python, "Boolean value of Tensor with"),
    Near(Python, About::Python, "a Tensor with {A} elements cannot be converted to Scalar"),
];
