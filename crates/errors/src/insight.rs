//! What no message says, but its numbers do.

use crate::library::Library;
use crate::reading::Clash;
use crate::shape::Shape;

/// How a split of the first size was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Found {
    /// The last factors times the width are the inputs that the layer wants: `flatten(1)` was left out.
    Flatten,
    /// A shape printed elsewhere in the paste has these leading sizes.
    Seen,
    /// Only an example: the product is right, nothing else is known.
    Example,
}

/// Factors of a first size that may be several sizes multiplied.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Split {
    /// The factors; their product is the first size.
    pub factors: Vec<u64>,
    /// How they were found.
    pub found: Found,
}

macro_rules! facts {
    ($($(#[doc = $doc:literal])* $name:ident $key:literal,)*) => {
        /// A fact that holds for every message of a wording, without numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Fact {
            $($(#[doc = $doc])* $name,)*
        }

        impl Fact {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// A short name, made of letters and `_`.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

facts! {
    /// pandas compares labels: the sizes may be right.
    LabelsCompared "labels_compared",
    /// The shapes are printed from before transposing, and a flag may be on.
    BeforeTransposing "before_transposing",
    /// The shapes as printed fit: a transposing flag that is not printed must be on.
    TransposedUnseen "transposed_unseen",
    /// The second shape may be printed already transposed (`np.inner`).
    PrintedTransposed "printed_transposed",
    /// The two sizes stand in reverse order: the first belongs to the second operand.
    ReversedOrder "reversed_order",
    /// The tensor that is written to may not grow; the other operand is not printed.
    CannotGrow "cannot_grow",
    /// Only one side is stretched: the value is put into a place that stays as it is.
    OneWay "one_way",
    /// The graphics card tells nothing: run it once on the CPU.
    RunOnCpu "run_on_cpu",
    /// Layers that merge leave the batch dimension out: each shape has one more in front.
    BatchLeftOut "batch_left_out",
    /// A scalar prints the same range as a vector.
    ScalarOrVector "scalar_or_vector",
    /// `dim` was left out: 0 for tensors of 0, 1 and 3 dimensions, else 1.
    ImplicitDim "implicit_dim",
    /// The library prints a vector as a matrix of one column.
    VectorAsColumn "vector_as_column",
    /// The inner dimension stands first in this library.
    InnerFirst "inner_first",
    /// Sizes of this library's prints are width x height.
    WidthHeight "width_height",
    /// These functions take matrices only; matmul takes any rank.
    MatricesOnly "matrices_only",
    /// Shapes are aligned from the left in this library.
    AlignedLeft "aligned_left",
    /// A negative dim was refused by that old version.
    NegativeDim "negative_dim",
    /// Only the last dim is computed by this library.
    LastDimOnly "last_dim_only",
    /// The added vector does not fit; matrix and vector do.
    AddedVector "added_vector",
    /// Ranks are told, no size.
    RanksOnly "ranks_only",
    /// The tensor has no elements: its data is missing.
    NoElements "no_elements",
    /// Only a fully connected layer prints it so; the text does not name the layer.
    IfDense "if_dense",
}

/// What no message says, but its numbers do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Insight {
    /// The layer wants `wants` inputs and got `got`.
    WantsGot {
        /// The inputs that the layer was made for.
        wants: u64,
        /// The last size of x.
        got: u64,
    },
    /// The first size may be several leading sizes of x multiplied.
    FoldedFirst {
        /// The first size.
        rows: u64,
        /// Factors that would fit, the best known first.
        splits: Vec<Split>,
    },
    /// The number of batches may be several leading sizes multiplied.
    FoldedBatch {
        /// The number.
        batch: u64,
        /// Factors that would fit.
        splits: Vec<Split>,
    },
    /// The second pair is the weight turned.
    WeightTurned {
        /// As stored: its first size.
        outputs: Option<u64>,
        /// As stored: its second size.
        inputs: Option<u64>,
        /// True if the text tells that it is a layer.
        sure: bool,
    },
    /// The second operand's last size is the first one's last size: a transpose is missing.
    TransposeMissing {
        /// The size both end in.
        size: u64,
    },
    /// Both shapes are the same: the element-wise product was probably meant.
    EqualShapes,
    /// A weight stored in packed form (several numbers in one).
    PackedWeight {
        /// The size that stands for the packed weight.
        packed: u64,
        /// The inputs of the layer.
        inputs: u64,
        /// How many numbers are packed into one.
        per: u64,
        /// The outputs that follow.
        outputs: Option<u64>,
    },
    /// A weight of no elements: not loaded yet.
    NotLoaded,
    /// No error, and worse: the two shapes silently become `out`.
    SilentStretch {
        /// The first shape.
        a: Shape,
        /// The second shape.
        b: Shape,
        /// What they become.
        out: Shape,
    },
    /// No error and no harm: one number each.
    HarmlessStretch,
    /// This library never stretches; NumPy and PyTorch would, to `out`.
    WouldStretch {
        /// The library.
        library: Library,
        /// The shape they would become, if they would.
        out: Option<Shape>,
    },
    /// `bmm` never stretches, not even a 1; matmul does.
    BmmNeverStretches,
    /// Further dimensions clash too.
    MoreClashes(Vec<(Clash, i64)>),
    /// No size is told: print both shapes. The line is [`Library::print_line`].
    PrintShapes(Library),
    /// This library stores a dense layer's weight as (inputs, outputs); PyTorch as (outputs, inputs).
    StoredInOut(Library),
    /// A fact about the wording.
    Fact(Fact),
}

impl Insight {
    /// A short name, made of letters and `_`: the word of the page's dictionary.
    pub fn key(&self) -> &'static str {
        match self {
            Self::WantsGot { .. } => "wants_got",
            Self::FoldedFirst { .. } => "folded_first",
            Self::FoldedBatch { .. } => "folded_batch",
            Self::WeightTurned { sure: true, .. } => "weight_turned",
            Self::WeightTurned { sure: false, .. } => "weight_turned_if",
            Self::TransposeMissing { .. } => "transpose_missing",
            Self::EqualShapes => "equal_shapes",
            Self::PackedWeight { .. } => "packed_weight",
            Self::NotLoaded => "not_loaded",
            Self::SilentStretch { .. } => "silent_stretch",
            Self::HarmlessStretch => "harmless_stretch",
            Self::WouldStretch { out: Some(_), .. } => "would_stretch",
            Self::WouldStretch { out: None, .. } => "never_stretches",
            Self::BmmNeverStretches => "bmm_never_stretches",
            Self::MoreClashes(_) => "more_clashes",
            Self::PrintShapes(_) => "print_shapes",
            Self::StoredInOut(_) => "stored_in_out",
            Self::Fact(fact) => fact.key(),
        }
    }
}
