//! Numbers in and out: the only place that turns values into text and text into values.
//!
//! | room | what it does |
//! |---|---|
//! | `format` | [`shortest`], [`shortest64`] for addresses and `data-value`; [`cell`] for a grid |
//! | `scalar` | [`parse`], [`parse64`]: one number as a person types it |
//! | `fold` | [`fold()`]: full-width and typographic characters as ASCII |
//! | `address` | [`to_address`], [`from_address`]: a tensor in a link; [`seeded`]: the tensor a seed stands for |
//! | `code` | [`to_pytorch`], [`to_numpy`], [`to_latex`]: a tensor to take away |
//!
//! Numbers and addresses are read back here to the same bits (any NaN equals any NaN); the crate `matwalk-paste` reads code
//! back. What can't be read is an error with its place; it never becomes a number.

mod address;
mod code;
mod fold;
mod format;
mod scalar;

pub use address::{
    AddressError, AddressTensor, MAX_ADDRESS_VALUES, MAX_SEEDED_VALUES, from_address, seeded, to_address,
};
pub use code::{to_latex, to_numpy, to_pytorch};
pub use fold::fold;
pub use format::{CellText, cell, shortest, shortest64};
pub use scalar::{NumberError, parse, parse64};
