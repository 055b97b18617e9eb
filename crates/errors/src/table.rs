//! The known wordings: one entry each, by library.
//!
//! An entry's template begins with its anchor, the literal words before its first hole (at least six bytes without
//! blanks and quotation marks). Holes:
//!
//! | hole | reads |
//! |---|---|
//! | `{A}` | one size: digits, or a symbol, which is an unknown size |
//! | `{S:shape}` | a shape in brackets of any kind, or bare (`2,3`, `2x3`) |
//! | `{d:int}` | a signed number that is no size |
//! | `{p:flag}` | `true`, `false`, `1`, `0` |
//! | `{n:word}` | anything up to a blank, a comma or a quotation mark |
//! | `{n:path}` | the same with a slash in it |
//! | `{*}` | anything, up to the words that follow |
//! | `{rows\|columns}` | one of these words |
//! | `{end}` | the end of the line |
//! | `<? … ?>` | may be missing |
//!
//! Blanks, line ends and quotation marks count on neither side, nor does case; brackets may be missing in the text.
//! Of the entries that match at one place the first counts, so the more special stands before the more general.

use crate::wording::{Near, Wording};

mod c_family;
mod jax;
mod julia;
mod keras;
mod near_data;
mod near_torch;
mod not_shapes;
mod numpy;
mod others;
mod store;
mod tensorflow;
mod torch_pairs;
mod torch_products;
mod web;

pub(crate) use store::{all, at};

const PARTS: &[&[Wording]] = &[
    torch_products::WORDINGS,
    torch_pairs::WORDINGS,
    numpy::WORDINGS,
    tensorflow::WORDINGS,
    keras::WORDINGS,
    jax::WORDINGS,
    julia::WORDINGS,
    c_family::WORDINGS,
    web::WORDINGS,
    others::WORDINGS,
];

const NEAR: &[&[Near]] = &[near_torch::WORDINGS, near_data::WORDINGS, not_shapes::WORDINGS];
