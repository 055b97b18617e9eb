//! What the small tools do, and what is pressed in the picture.

use super::inputs::{A, B, BIAS, Inputs, plain_bias};
use super::model::Shapes;
use super::sizes::{Size, has_room};
use super::{fixes, hear};
use crate::screen::Change;
use crate::words::Locale;

impl Shapes {
    /// Presses the fix at a place of the list.
    pub(super) fn fix(&mut self, index: usize) -> Change {
        let Some(offer) = self.offers(Locale::en).into_iter().nth(index) else { return Change::Nothing };
        let origins = offer.origins;
        let change = self.change(offer.inputs);
        self.origins = Some(origins);
        change
    }

    /// Does what a tool or something in the picture is named for.
    pub(super) fn press(&mut self, name: &str) -> Change {
        let inputs = self.inputs();
        let (name, slot) = match name.rsplit_once('-') {
            Some(("with" | "without", "bias")) => (name, None),
            Some((name, "a")) => (name, Some(A)),
            Some((name, "b")) => (name, Some(B)),
            Some((name, "bias")) => (name, Some(BIAS)),
            _ => (name, None),
        };
        let next = match (name, slot) {
            ("turn", Some(slot)) => fixes::transposed(inputs, slot),
            ("unsqueeze", Some(slot)) => inputs.get(slot).filter(|dims| has_room(dims)).map(|dims| {
                let longer = std::iter::once(Size::Known(1)).chain(dims.iter().copied()).collect();
                inputs.with(slot, longer)
            }),
            ("with-bias", _) => Some(Inputs { bias: plain_bias(&inputs.b), told: None, ..inputs.clone() }),
            ("without-bias", _) => Some(Inputs { bias: None, told: None, ..inputs.clone() }),
            ("swap", _) if inputs.has_b() => {
                let (a, b) = (inputs.a.clone(), inputs.b.clone());
                Some(inputs.with(A, b).with(B, a))
            }
            ("dim-more", _) => Some(Inputs { dim: inputs.dim + 1, told: None, fixed: false, ..inputs.clone() }),
            ("dim-less", _) => Some(Inputs { dim: inputs.dim - 1, told: None, fixed: false, ..inputs.clone() }),
            ("wrote", _) => hear::wrote(self),
            (other, _) if other.starts_with("other-") => return hear::other(self, other),
            (name, _) => name.strip_prefix("dim-").and_then(|dim| dim.parse().ok()).map(|dim: i64| Inputs {
                dim,
                told: None,
                fixed: false,
                ..inputs.clone()
            }),
        };
        match next {
            Some(next) if next.dim.abs() < 1000 => self.change(next),
            _ => Change::Nothing,
        }
    }
}
