//! Shape rules: which result a pair of shapes has, or why it has none, as data.
//!
//! There is one function for each operation. It gives a plan with the sizes that the kernels need, or an error whose
//! numbers say which sizes clash and where. An error knows the exception and the text of PyTorch for the same mistake
//! ([`Exception`], [`Wording`]); its [`Kind`] is for explanations in other words.
//!
//! The rules are those of PyTorch 2.15.0 on the CPU with contiguous inputs and no gradient, and every text comes from
//! what it printed unless the error's documentation says otherwise.
//!
//! ```
//! use matwalk_core::{Shape, rule::{self, Exception, Kind, Wording}};
//! let (a, b) = (Shape::new(&[2, 3])?, Shape::new(&[2, 3])?);
//! let error = rule::matmul(a, b).unwrap_err();
//! assert_eq!(error.kind(), Kind::Inner);
//! assert_eq!(error.exception(), Some(Exception::RuntimeError));
//! let text = |wording| error.torch_text(wording).unwrap_or_default();
//! assert_eq!(text(Wording::New), "mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)");
//! assert_eq!(text(Wording::Old), "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)");
//! # Ok::<(), matwalk_core::ShapeError>(())
//! ```

mod add;
mod align;
mod bmm;
pub mod check;
mod display;
mod linear;
mod matmul;
mod offsets;
mod softmax;

pub use add::{AddError, AddPlan, add, align_add, numpy_add_text};
pub use align::{Alignment, Column, Role, Verdict, align};
pub use bmm::{BmmError, BmmPlan, align_bmm, bmm};
pub use linear::{LinearError, LinearPlan, align_linear, linear};
pub use matmul::{MatmulError, MatmulPlan, matmul};
pub use offsets::BatchOffsets;
pub use softmax::{SoftmaxError, SoftmaxPlan, align_softmax, softmax};

/// Which PyTorch's words an error is put in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wording {
    /// From 2.15 on: a product of matrices names its kernel (`mm: …`, `addmm: …`).
    #[default]
    New,
    /// Up to 2.14: the same text without that prefix. Most posts on the web show this one.
    Old,
}

impl Wording {
    /// The prefix that this wording gives to a text of the kernel `name`.
    fn prefix(self, name: &'static str) -> &'static str {
        match (self, name) {
            (Wording::New, "mm") => "mm: ",
            (Wording::New, "addmm") => "addmm: ",
            _ => "",
        }
    }
}

/// The type of the exception that PyTorch raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Exception {
    /// Python's `RuntimeError`, raised for most shape errors.
    RuntimeError,
    /// Python's `IndexError`, raised for a dimension that does not exist.
    IndexError,
}

impl Exception {
    /// The name of the type in Python.
    pub fn name(self) -> &'static str {
        match self {
            Exception::RuntimeError => "RuntimeError",
            Exception::IndexError => "IndexError",
        }
    }
}

impl core::fmt::Display for Exception {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}

/// One of the tensors that an operation is given. For a linear layer the left one is the input, the right one the
/// weight; the tensor of a softmax is the left one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operand {
    /// The left operand.
    Lhs,
    /// The right operand.
    Rhs,
    /// The bias of a linear layer.
    Bias,
}

impl Operand {
    /// A short name for addresses and scripts: `lhs`, `rhs`, `bias`.
    pub fn name(self) -> &'static str {
        match self {
            Operand::Lhs => "lhs",
            Operand::Rhs => "rhs",
            Operand::Bias => "bias",
        }
    }
}

/// A dimension of one tensor: where it stands and how large it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dim {
    /// Its index in the tensor's own shape, from 0 at the outermost.
    pub index: usize,
    /// Its size.
    pub size: usize,
}

/// The two dimensions whose sizes do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clash {
    /// The dimension of the left operand.
    pub lhs: Dim,
    /// The dimension of the right operand.
    pub rhs: Dim,
}

/// The kind of a shape error, for an explanation in plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An operand is a scalar, which has no dimension to sum over.
    Scalar,
    /// An operand's rank is not the one that the operation demands.
    Rank,
    /// The two dimensions summed over differ in size.
    Inner,
    /// Two batch dimensions differ and may not be stretched.
    Batch,
    /// Two dimensions of an element-wise operation differ and neither is 1.
    Broadcast,
    /// A bias cannot be added to the product of a linear layer.
    Bias,
    /// A dimension was named that the tensor does not have.
    Range,
    /// The result would be larger than any shape may be.
    TooLarge,
}
