//! The lesson in the address: `a`, `b`, `view`, `t`, `grain`, `layout`.

use super::model::{Inputs, Layout, MAX_SIZE, Model};
use crate::lesson::operand::{Operand, Side};
use crate::route::{Address, BadKey};
use matwalk_core::number::{self, AddressTensor};
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::Reading;

/// The most values that a link holds one by one.
pub const MAX_LINKED: usize = 4096;

/// Why an operand can't go into a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlinkable {
    /// A cell can't be read.
    Unreadable,
    /// More than [`MAX_LINKED`] values that were not drawn from one seed.
    TooMany,
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

/// The lesson that an address describes, and the keys whose values could not be used.
pub fn read(address: &Address) -> (Model, Vec<BadKey>) {
    let mut bad = Vec::new();
    let mut model = Model::default();
    let default = model.inputs.clone();
    model.inputs = Inputs {
        lhs: address.read(Side::Lhs.key(), &mut bad, read_operand).unwrap_or(default.lhs),
        rhs: address.read(Side::Rhs.key(), &mut bad, read_operand).unwrap_or(default.rhs),
    };
    let named = |name: &str| Reading::ALL.into_iter().find(|reading| reading_key(*reading) == name);
    model.reading = address.read("view", &mut bad, named).unwrap_or_default();
    let named = |name: &str| [Grain::Fine, Grain::Coarse].into_iter().find(|grain| grain_key(*grain) == name);
    model.grain = address.read("grain", &mut bad, named).unwrap_or_default();
    let named = |name: &str| [Layout::Crossed, Layout::Inline].into_iter().find(|l| layout_key(*l) == name);
    model.layout = address.read("layout", &mut bad, named).unwrap_or_default();
    let t = address.read("t", &mut bad, read_step).unwrap_or(0);
    model.t = t.min(model.len());
    (model, bad)
}

/// Digits; a number too large to count with is past the end like any other.
fn read_step(text: &str) -> Option<usize> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(usize::MAX))
}

fn read_operand(text: &str) -> Option<Operand> {
    let (shape, operand) = match number::from_address(text).ok()? {
        AddressTensor::Values(tensor) => (tensor.shape(), Operand::from(tensor)),
        AddressTensor::Seed { shape, seed } => {
            let small = shape.dims().iter().all(|&size| size <= MAX_SIZE);
            (shape, small.then(|| Operand::seeded(shape, seed))?)
        }
    };
    ((1..=2).contains(&shape.rank()) && shape.dims().iter().all(|&size| size <= MAX_SIZE)).then_some(operand)
}

/// An operand's value in the address.
///
/// # Errors
/// Why it can't be in a link.
pub fn write_operand(operand: &Operand) -> Result<String, Unlinkable> {
    if !operand.is_sound() {
        return Err(Unlinkable::Unreadable);
    }
    if let Some(seed) = operand.seed() {
        let sizes: Vec<String> = operand.shape().dims().iter().map(usize::to_string).collect();
        return Ok(format!("{}:seed{seed}", sizes.join("x")));
    }
    if operand.shape().numel() > MAX_LINKED {
        return Err(Unlinkable::TooMany);
    }
    Ok(number::to_address(operand.tensor()))
}

/// The lesson's address, whole.
///
/// # Errors
/// Why an operand can't be in a link.
pub fn write(model: &Model) -> Result<Address, Unlinkable> {
    let mut address = Address { lesson: "product".to_owned(), pairs: Vec::new() };
    for side in Side::ALL {
        address.push(side.key(), write_operand(model.inputs.get(side))?);
    }
    address.push("view", reading_key(model.reading));
    address.push("grain", grain_key(model.grain));
    address.push("layout", layout_key(model.layout));
    address.push("t", model.t.to_string());
    Ok(address)
}
