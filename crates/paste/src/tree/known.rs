//! Names of functions that hold numbers.

use super::item::{Item, List};
use crate::Notation;

/// What a call with a known name holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// The numbers, and words about them.
    Content,
    /// Nothing but sizes: all numbers are the same.
    Filled(u8),
    /// Rows between semicolons, or the numbers of a vector.
    Rows,
    /// A column-major vector with `nrow` or `ncol`, or rows as arguments.
    Matrix,
    /// One number.
    Number,
}

/// What a name holds, and the notation that has it.
pub(super) fn known(full: &str, args: &List) -> Option<(Holds, Option<Notation>)> {
    let (module, name) = full.rsplit_once('.').unwrap_or(("", full));
    let found = |holds, notation| Some((holds, Some(notation)));
    let by_module = match module {
        "np" | "numpy" => Some(Notation::NumPy),
        "torch" => Some(Notation::PyTorch),
        "tf" => Some(Notation::TensorFlow),
        "jnp" | "jax.numpy" | "jax" => Some(Notation::Jax),
        "paddle" => Some(Notation::Paddle),
        "mx.nd" | "nd" | "mx.np" => Some(Notation::MxNet),
        "pd" => Some(Notation::Pandas),
        "sp" | "sympy" => Some(Notation::SymPy),
        "" | "ti" | "cp" | "th" | "t" | "math" => None,
        _ => return None,
    };
    if args.open == '[' {
        return match name {
            "Float64" | "Float32" | "Float16" | "Int" | "Int32" | "Int64" | "Any" | "Real" | "Number" | "SA" => {
                found(Holds::Rows, Notation::Julia)
            }
            "#m" | "!" | "!m" | "#v" => found(Holds::Rows, Notation::Lean),
            "vec!" | "array!" | "matrix!" | "arr2!" => found(Holds::Rows, Notation::Rust),
            "MatrixForm" | "TableForm" | "N" | "Normal" => found(Holds::Content, Notation::Mathematica),
            "List" => found(Holds::Rows, Notation::Mathematica),
            _ => None,
        };
    }
    if args.open != '(' {
        return None;
    }
    match name {
        "tensor1d" | "tensor2d" | "tensor3d" | "tensor4d" | "tensor5d" | "tensor6d" => {
            found(Holds::Content, Notation::TensorFlowJs)
        }
        "constant" | "Variable" | "convert_to_tensor" | "Tensor" if by_module == Some(Notation::TensorFlow) => {
            found(Holds::Content, Notation::TensorFlow)
        }
        "to_tensor" => found(Holds::Content, Notation::Paddle),
        "Tensor" if args.items.iter().any(|item| matches!(item, Item::Pair { .. })) && module.is_empty() => {
            found(Holds::Content, Notation::Paddle)
        }
        "tensor" | "Tensor" | "FloatTensor" | "DoubleTensor" | "LongTensor" | "IntTensor" | "HalfTensor"
        | "as_tensor" | "Parameter" => found(Holds::Content, by_module.unwrap_or(Notation::PyTorch)),
        "Array" | "DeviceArray" => found(Holds::Content, Notation::Jax),
        "DataFrame" | "Series" => found(Holds::Content, Notation::Pandas),
        "array" | "asarray" | "mat" if by_module.is_some() || name == "array" => {
            found(Holds::Content, by_module.unwrap_or(Notation::NumPy))
        }
        "Matrix" | "ImmutableMatrix" | "MutableDenseMatrix" | "ImmutableDenseMatrix" | "Vector" => {
            let sized = matches!(args.items.first(), Some(Item::Word(_)));
            found(Holds::Content, if sized { Notation::Maple } else { Notation::SymPy })
        }
        "matrix" => Some((Holds::Matrix, by_module)),
        "c" | "rbind" => found(Holds::Rows, Notation::R),
        "mat" | "vec" => found(Holds::Rows, Notation::Typst),
        "list" | "tuple" => Some((Holds::Content, None)),
        "zeros" => Some((Holds::Filled(0), Some(by_module.unwrap_or(Notation::Matlab)))),
        "ones" => Some((Holds::Filled(1), Some(by_module.unwrap_or(Notation::Matlab)))),
        _ if is_number_type(name) => Some((Holds::Number, None)),
        _ => None,
    }
}

/// `float`, `np.float32`, `int64`: what a single number may be wrapped in.
fn is_number_type(name: &str) -> bool {
    let name = name.trim_start_matches('-');
    let sized = |kind| name.strip_prefix(kind).is_some_and(|bits| ["8", "16", "32", "64"].contains(&bits));
    ["float", "int", "single", "double", "Integer"].contains(&name) || ["float", "int", "uint"].into_iter().any(sized)
}
