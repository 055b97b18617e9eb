//! Numbers in and out: the only place that turns values into text and text into values.
//!
//! | module | what it does |
//! |---|---|
//! | `format` | [`shortest`], [`shortest64`] for addresses and `data-value`; [`cell`] for a grid |
//! | `typed` | [`Number`]: a value with its type, f16, f32 or f64, and its texts |
//! | `scalar` | [`parse`], [`parse64`]: one number as a person types it |
//! | `nearest` | the float nearest to a decimal |
//! | `fold` | [`fold()`]: full-width and typographic characters as ASCII |
//! | `address` | [`to_address`], [`from_address`]: a tensor in a link; [`seeded`]: the tensor a seed stands for |
//! | `code` | [`to_pytorch`], [`to_numpy`], [`to_latex`]: a tensor to take away |
//!
//! Numbers and addresses are read back here to the same bits (any NaN equals any NaN); the crate `matwalk-paste` reads
//! code back. A text that can't be read is an error with its position; it never becomes a number.

mod address;
mod code;
mod fold;
mod format;
mod nearest;
mod scalar;
mod typed;

pub use address::{
    AddressError, AddressTensor, MAX_ADDRESS_VALUES, MAX_SEEDED_VALUES, from_address, seeded, to_address,
};
pub use code::{to_latex, to_numpy, to_pytorch};
pub use fold::fold;
pub use format::{CellText, cell, shortest, shortest64};
pub use scalar::{NumberError, parse, parse64};
pub use typed::Number;
