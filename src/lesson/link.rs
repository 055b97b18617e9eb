//! An operand in the address: `2x3:1,2,3,4,5,6`, `3:1,2,3`, `256x256:seed7`.

use super::operand::Operand;
use crate::route::Address;
use matwalk_core::number::{self, AddressTensor};

/// The most values that a link holds one by one.
pub const MAX_LINKED: usize = 4096;

/// Why inputs can't go into a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlinkable {
    /// A cell can't be read.
    Unreadable,
    /// More than [`MAX_LINKED`] values that were not drawn from one seed.
    TooMany,
}

/// Which operands a lesson takes from a link.
#[derive(Clone, Debug)]
pub struct Accept {
    /// The ranks.
    pub ranks: std::ops::RangeInclusive<usize>,
    /// The largest size of a dimension.
    pub max: usize,
}

/// The operand of an address value; `None` if it can't be read or the lesson does not take it.
pub fn read_operand(text: &str, accept: &Accept) -> Option<Operand> {
    let fits = |dims: &[usize]| accept.ranks.contains(&dims.len()) && dims.iter().all(|&size| size <= accept.max);
    match number::from_address(text).ok()? {
        AddressTensor::Values(tensor) => fits(tensor.shape().dims()).then(|| Operand::from(tensor)),
        AddressTensor::Seed { shape, seed } => fits(shape.dims()).then(|| Operand::seeded(shape, seed)),
    }
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

/// The number of finished steps in an address: digits. One too large to count with is past the end like any other.
pub fn read_step(text: &str) -> Option<usize> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(usize::MAX))
}

/// The lesson's own pairs with the lesson's name in front: its address without the walk's place.
pub fn address(slug: &str, pairs: Vec<(&'static str, String)>) -> Address {
    Address { lesson: slug.to_owned(), pairs: pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect() }
}
