//! Keras.

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library::Keras;
use crate::wording::{Wording, add, linear, near, product};

pub(super) const WORDINGS: &[Wording] = &[
    linear(Keras, "expected axis {d:int} of input shape to have value {Y}<?,?> but received input with shape {S:shape}")
        .tells("a S; b Y,_; weight Y,_; hides sizes")
        .hook(Hook::KerasAxis),
    linear(Keras, "expected axis {d:int} of input shape to have value {Y}<?,?> but got {array with |input |}shape {S:shape}")
        .tells("a S; b Y,_; weight Y,_; hides sizes")
        .hook(Hook::KerasAxis),
    linear(Keras, "expected axis {d:int} of input shape to have value {Y}")
        .tells("b Y,_; weight Y,_; hides sizes rank")
        .hook(Hook::KerasAxis),
    linear(Keras, "expected min_ndim={P}, found ndim={R}<?. Full shape received: {S:shape}?>")
        .tells("hides sizes")
        .hook(Hook::KerasRank),
    near(Keras, About::LayerRank, "expected ndim={P}, found ndim={R}"),
    near(Keras, About::LayerRank, "expected max_ndim={P}, found ndim={R}"),
    near(Keras, About::ModelInput, "expected shape={S:shape}, found shape={T:shape}"),
    near(Keras, About::LossSize, "Error when checking target:"),
    near(Keras, About::LossSize, "Error when checking model"),
    near(Keras, About::ModelInput, "Error when checking"),
    add(Keras, "Inputs have incompatible shapes. Received shapes {S:shape} and {T:shape}")
        .tells("a S; b T; hides batch")
        .fact(Fact::BatchLeftOut),
    add(Keras, "Cannot broadcast shape, the failure dim has value {A}, which cannot be broadcasted to {B}. Input shapes are: {S:shape} and {T:shape}")
        .tells("a S; b T"),
    product(Keras, "Inner dimensions (x1.shape[-1] and x2.shape[-2]) must be equal, but received x1.shape={S:shape} and x2.shape={T:shape}")
        .tells("a S; b T"),
    near(Keras, About::Cat, "layer requires inputs with"),
    near(Keras, About::Checkpoint, "Layer weight shape {S:shape} not compatible with provided weight shape"),
    near(Keras, About::Checkpoint, "You are trying to load a weight"),
    near(Keras, About::UnknownShape, "The last dimension of the inputs to {*} should be defined. Found None"),
    near(Keras, About::Reshape, "total size of new array must be"),
    near(Keras, About::Reshape, "The total size of the tensor"),
    near(Keras, About::LossSize, "Arguments target and output must have the same shape"),
    near(Keras, About::LossSize, "Arguments target and output must have the same rank"),
];
