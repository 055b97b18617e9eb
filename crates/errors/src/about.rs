//! What a message is about when it is not about one of the five operations.

macro_rules! subjects {
    ($($(#[doc = $doc:literal])* $name:ident $key:literal $shape:literal,)*) => {
        /// What a message is about, when nothing is multiplied, added or normalised.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum About {
            $($(#[doc = $doc])* $name,)*
        }

        impl About {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// A short name, made of letters and hyphens.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// True if the message is about shapes at all.
            pub fn is_shape(self) -> bool {
                match self { $(Self::$name => $shape,)* }
            }
        }
    };
}

subjects! {
    /// No error line is there: an empty paste, a traceback cut before its end, shapes without a fault.
    NoMessage "no-message" true,
    /// There is an error line, its wording is not in the table.
    Unknown "unknown" true,
    /// A convolution's channels.
    ConvChannels "conv-channels" true,
    /// A convolution or pooling whose window is larger than its input.
    ConvSize "conv-size" true,
    /// A loss got batches of two lengths.
    LossBatch "loss-batch" true,
    /// A loss wants prediction and target of the same shape.
    LossSize "loss-size" true,
    /// As many elements are needed as there are: view, reshape.
    Reshape "reshape" true,
    /// Joining tensors: cat, stack, concatenate.
    Cat "cat" true,
    /// Stored weights of another architecture.
    Checkpoint "checkpoint" true,
    /// Letters of an einsum.
    Einsum "einsum" true,
    /// A contraction over chosen axes.
    Tensordot "tensordot" true,
    /// The width of a recurrent layer's input.
    RnnInput "rnn-input" true,
    /// The hidden state of a recurrent layer.
    RnnHidden "rnn-hidden" true,
    /// BatchNorm's features.
    BatchNorm "batchnorm" true,
    /// LayerNorm's, GroupNorm's shape.
    LayerNorm "layernorm" true,
    /// The width of an attention layer, or its mask.
    AttentionWidth "attention-width" true,
    /// `.t()`, `.T` or `.H` of a tensor that is no matrix.
    TransposeRank "transpose-rank" true,
    /// A bilinear layer.
    Bilinear "bilinear" true,
    /// An index beyond the end.
    Index "index" true,
    /// A mask or an index of another shape.
    MaskIndex "mask-index" true,
    /// A value is put into a place of another shape.
    Assignment "assignment" true,
    /// A copy between tensors of another number of elements.
    Copy "copy" true,
    /// A whole model was fed a tensor of another shape.
    ModelInput "model-input" true,
    /// A layer wants another number of dimensions.
    LayerRank "layer-rank" true,
    /// A dim that the tensor has not, asked by another function than softmax.
    DimArgument "dim-argument" true,
    /// One dimension where two are wanted.
    RankOfX "rank-of-X" true,
    /// Another number of columns than the model was fitted with.
    Features "features" true,
    /// Tables of another number of rows.
    Samples "samples" true,
    /// Labels, not sizes.
    Labels "labels" true,
    /// A plot of two lists of another length.
    Plot "plot" true,
    /// A square or otherwise special matrix is wanted.
    LinearAlgebra "linear-algebra" true,
    /// A shape that was never given.
    UnknownShape "unknown-shape" true,
    /// The library's own fault.
    FrameworkBug "framework-bug" true,
    /// A limit of the graphics card.
    CudaLimit "cuda-limit" true,
    /// The result is too large for the device.
    TooBig "too-big" true,
    /// A call into the maths library failed; nothing is told, not even that shapes are to blame.
    BlasCall "blas-call" true,
    /// Element types.
    Dtype "dtype" false,
    /// Devices: CPU, GPU.
    Device "device" false,
    /// A value that is no tensor.
    Type "not-tensor" false,
    /// Memory.
    Memory "memory" false,
    /// Python's own errors.
    Python "python" false,
    /// Automatic differentiation.
    Autograd "autograd" false,
}
