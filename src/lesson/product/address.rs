//! The lesson in the address: `a`, `b`, `view`, `t`, `grain`, `layout`.

use super::example::{DEFAULT, EXAMPLES};
use super::inputs::{A, B, Inputs, MAX_SIZE};
use super::model::{Layout, Product, default_grain};
use crate::lesson::link::{self, Accept, Unlinkable};
use crate::route::{Address, BadKey};
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::Reading;

/// What the lesson takes from a link: vectors and matrices.
pub const ACCEPT: Accept = Accept { ranks: 1..=2, max: MAX_SIZE };

/// What an address says; defaults stand in for what it does not say.
pub struct Linked {
    /// The operands.
    pub inputs: Inputs,
    /// How the product is read.
    pub reading: Reading,
    /// How much a step does.
    pub grain: Grain,
    /// How the matrices stand.
    pub layout: Layout,
    /// How many steps are finished.
    pub t: usize,
}

/// The name of a reading in the address.
pub fn reading_key(reading: Reading) -> &'static str {
    match reading {
        Reading::Dot => "dot",
        Reading::Columns => "columns",
        Reading::Rows => "rows",
        Reading::Outer => "outer",
    }
}

/// The name of a grain in the address.
pub fn grain_key(grain: Grain) -> &'static str {
    match grain {
        Grain::Fine => "term",
        Grain::Coarse => "cell",
    }
}

/// The name of a layout in the address.
pub fn layout_key(layout: Layout) -> &'static str {
    match layout {
        Layout::Crossed => "crossed",
        Layout::Inline => "inline",
    }
}

/// What an address says, and the keys whose values could not be used.
pub fn read(address: &Address) -> (Linked, Vec<BadKey>) {
    let mut bad = Vec::new();
    let default = EXAMPLES[DEFAULT].inputs();
    let operand = |text: &str| link::read_operand(text, &ACCEPT);
    let inputs = Inputs {
        lhs: address.read(A.0, &mut bad, operand).unwrap_or(default.lhs),
        rhs: address.read(B.0, &mut bad, operand).unwrap_or(default.rhs),
    };
    let named = |name: &str| Reading::ALL.into_iter().find(|reading| reading_key(*reading) == name);
    let reading = address.read("view", &mut bad, named).unwrap_or_default();
    let named = |name: &str| [Grain::Fine, Grain::Coarse].into_iter().find(|grain| grain_key(*grain) == name);
    // Links made before readings had grains of their own carry a step and no grain: they count single products.
    let unnamed = if address.get("t").is_some() { Grain::Fine } else { default_grain(reading) };
    let grain = address.read("grain", &mut bad, named).unwrap_or(unnamed);
    let named = |name: &str| [Layout::Crossed, Layout::Inline].into_iter().find(|l| layout_key(*l) == name);
    let layout = address.read("layout", &mut bad, named).unwrap_or_default();
    let t = address.read("t", &mut bad, link::read_step).unwrap_or(0);
    (Linked { inputs, reading, grain, layout, t }, bad)
}

/// The keys of what is shown now, all but `t`.
///
/// # Errors
/// Why an operand can't be in a link.
pub fn write(product: &Product) -> Result<Vec<(&'static str, String)>, Unlinkable> {
    let inputs = product.inputs();
    Ok(vec![
        (A.0, link::write_operand(&inputs.lhs)?),
        (B.0, link::write_operand(&inputs.rhs)?),
        ("view", reading_key(product.reading).to_owned()),
        ("grain", grain_key(product.grain).to_owned()),
        ("layout", layout_key(product.layout).to_owned()),
    ])
}
