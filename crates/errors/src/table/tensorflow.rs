//! TensorFlow.

use crate::about::About;
use crate::hook::Hook;
use crate::library::Library::TensorFlow;
use crate::op::Op;
use crate::wording::{Rule, Wording, add, near, product};

pub(super) const WORDINGS: &[Wording] = &[
    product(TensorFlow, "Matrix size-incompatible: In[0]: {S:shape}, In[1]: {T:shape}")
        .tells("a S; b T")
        .hook(Hook::TfFlags),
    product(TensorFlow, "In[0] mismatch In[1] shape: {X} vs. {Y}: {S:shape} {T:shape} {p:flag} {q:flag}")
        .tells("a S; b T")
        .hook(Hook::Flags),
    product(TensorFlow, "Matrix size-incompatible").tells("hides all-sizes rank"),
    product(TensorFlow, "In[0] and In[1] has different ndims: {S:shape} vs. {T:shape}")
        .tells("a S; b T")
        .rule(Rule::Told),
    product(TensorFlow, "In[0] and In[1] must have compatible batch dimensions: {S:shape} vs. {T:shape}")
        .tells("a S; b T"),
    product(TensorFlow, "In[0] is not a matrix. Instead it has shape {S:shape}").tells("a S; hides sizes"),
    product(TensorFlow, "In[1] is not a matrix. Instead it has shape {S:shape}").tells("b S; hides sizes"),
    product(TensorFlow, "In[0] ndims must be >= 2: {R}").tells("a R#; hides all-sizes"),
    product(TensorFlow, "In[1] ndims must be >= 2: {R}").tells("b R#; hides all-sizes"),
    product(TensorFlow, "Dimensions must be equal, but are {X} and {Y} for {*}(op: {o:word}) with input shapes: {S:shape}, {T:shape}")
        .tells("a S; b T")
        .hook(Hook::TfOp),
    product(TensorFlow, "Dimensions must be equal, but are {X} and {Y} for {*}}} = {o:word}{*}with input shapes: {S:shape}, {T:shape}")
        .tells("a S; b T")
        .hook(Hook::TfOp),
    near(TensorFlow, About::Unknown, "Dimensions must be equal, but are {X} and {Y} for"),
    product(TensorFlow, "Dimension {d:int} in both shapes must be equal, but are {X} and {Y}. Shapes are {P:shape} and {Q:shape}. for {*}(op: {o:word}) with input shapes: {S:shape}, {T:shape}")
        .tells("a S; b T")
        .hook(Hook::TfOp),
    product(TensorFlow, "Dimension {d:int} in both shapes must be equal, but are {X} and {Y}. Shapes are {P:shape} and {Q:shape}. for {*}}} = {o:word}{*}with input shapes: {S:shape}, {T:shape}")
        .tells("a S; b T")
        .hook(Hook::TfOp),
    near(TensorFlow, About::Unknown, "Dimension {d:int} in both shapes must be equal"),
    add(TensorFlow, "Incompatible shapes: {S:shape} vs. {T:shape}").tells("a S; b T"),
    add(TensorFlow, "required broadcastable shapes").tells("hides all-sizes; versions 2.4-"),
    add(TensorFlow, "Must provide as many biases as the last dimension of the input tensor: {T:shape} vs. {S:shape}")
        .tells("a S; b T"),
    product(TensorFlow, "Cannot multiply A and B because inner dimension does not match: {B} vs. {C}")
        .tells("a ...,B; b C,_; clash B,C; dim -1,-2; hides sizes transpose"),
    near(TensorFlow, About::LossSize, "Shapes {S:shape} and {T:shape} are incompatible"),
    near(TensorFlow, About::LossBatch, "logits and labels must be broadcastable"),
    near(TensorFlow, About::LossBatch, "logits and labels must have the same first dimension"),
    near(TensorFlow, About::LossSize, "logits and labels must have the same shape"),
    near(TensorFlow, About::LossSize, "logits and labels must be same"),
    near(TensorFlow, About::Reshape, "Input to reshape is a tensor"),
    near(TensorFlow, About::Reshape, "Cannot reshape a tensor with"),
    near(TensorFlow, About::Cat, "ConcatOp : Dimension"),
    near(TensorFlow, About::ModelInput, "Cannot feed value of shape"),
    near(TensorFlow, About::ConvChannels, "input depth must be evenly"),
    near(TensorFlow, About::ConvChannels, "number of input channels does"),
    near(TensorFlow, About::ConvChannels, "The number of input channels"),
    near(TensorFlow, About::ConvSize, "Negative dimension size caused"),
    near(TensorFlow, About::ConvSize, "Computed output size would be"),
    near(TensorFlow, About::Checkpoint, "Assign requires shapes of both"),
    near(TensorFlow, About::Checkpoint, "Cannot assign value to variable"),
    near(TensorFlow, About::UnknownShape, "Cannot take the length of shape"),
    near(TensorFlow, About::UnknownShape, "as_list() is not defined on an"),
    near(TensorFlow, About::Index, "indices[{*}is not in [0,"),
    product(TensorFlow, "Shape must be rank {P} but is rank {R} for {*}MatMul{*}with input shapes: {S:shape}, {T:shape}")
        .tells("a S; b T")
        .rule(Rule::Told),
    product(TensorFlow, "Shape must be at least rank {P} but is rank {R} for {*}MatMul{*}with input shapes: {S:shape}, {T:shape}")
        .tells("a S; b T")
        .rule(Rule::Told),
    near(TensorFlow, About::LayerRank, "Shape must be rank {P} but is rank {R}").ops(&[Op::None]),
];
