//! Where the sizes of a shape come from after a fix: a bead follows its dimension, not its place.

use super::formula::leading;
use super::inputs::{A, B, Inputs};
use super::names::{Names, turn_code};
use super::sizes::Size;
use crate::say;
use crate::screen::Slot;
use crate::words::Locale;
use matwalk_core::fix::{Change, Fix};
use matwalk_core::rule::Operand;

/// The sizes that one size is made of, each with its slot and place before; none of a new one.
pub type From = Vec<(Slot, usize, Size)>;

/// Where all sizes come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// Those of the left operand.
    pub a: Vec<From>,
    /// Those of the right one.
    pub b: Vec<From>,
    /// The code that turned them, where it is one short word: `b.T`.
    pub codes: [Option<String>; 2],
}

impl Origins {
    /// Nothing moved.
    pub fn same(inputs: &Inputs) -> Origins {
        Origins { a: all(A, &inputs.a), b: all(B, &inputs.b), codes: [None, None] }
    }

    /// The left operand has a new dimension in front.
    pub fn with_one(inputs: &Inputs) -> Origins {
        let mut origins = Origins::same(inputs);
        origins.a.insert(0, Vec::new());
        origins
    }

    /// After a fix that leads to these inputs.
    pub fn of(fix: &Fix, names: &Names, old: &Inputs, new: &Inputs) -> Origins {
        let mut origins = Origins::same(old);
        let Fix::Edit(edits) = fix else {
            std::mem::swap(&mut origins.a, &mut origins.b);
            return origins;
        };
        let turned = |change: Change, name: &str, rank: usize| {
            (change == Change::Transpose).then(|| turn_code(name, rank)).filter(|code| code.len() <= 6)
        };
        for (target, change) in edits.iter() {
            match target {
                Operand::Lhs => {
                    origins.a = moved(A, change, &old.a, &new.a);
                    origins.codes[0] = turned(change, names.a(), old.a.len());
                }
                Operand::Rhs => {
                    origins.b = moved(B, change, &old.b, &new.b);
                    origins.codes[1] = turned(change, names.b(), old.b.len());
                }
                Operand::Bias => {}
            }
        }
        origins
    }

    fn list(&self, slot: &str) -> &[From] {
        if slot == A.0 { &self.a } else { &self.b }
    }

    /// The name of the size that this one was; empty for a new one.
    pub fn name(&self, slot: &str, index: usize) -> String {
        let last = self.list(slot).get(index).and_then(|from| from.last());
        last.map(|(slot, index, _)| format!("{}-{index}", slot.0)).unwrap_or_default()
    }

    /// What is to be said of a size that is new or was several: `1·28·28`.
    pub fn note(&self, locale: Locale, slot: &str, index: usize) -> String {
        let list = self.list(slot);
        match list.get(index).map(Vec::as_slice) {
            Some([]) => say!(locale, shapes.new_one),
            Some(from @ [_, _, ..]) if list.iter().filter(|other| *other == from).count() == 1 => {
                leading(&from.iter().map(|(_, _, size)| *size).collect::<Vec<_>>())
            }
            _ => String::new(),
        }
    }
}

fn all(slot: Slot, sizes: &[Size]) -> Vec<From> {
    sizes.iter().enumerate().map(|(index, size)| vec![(slot, index, *size)]).collect()
}

fn moved(slot: Slot, change: Change, old: &[Size], new: &[Size]) -> Vec<From> {
    let mut all = all(slot, old);
    match change {
        Change::Transpose => {
            if let [.., rows, cols] = &mut all[..] {
                std::mem::swap(rows, cols);
            }
            all
        }
        // Aligned at the right.
        Change::Expand(_) | Change::Resize(_) => {
            let own = |index: usize| (index + old.len()).checked_sub(new.len()).map(|index| all[index].clone());
            (0..new.len()).map(|index| own(index).unwrap_or_default()).collect()
        }
        Change::Reshape(_) => reshaped(all, old, new),
    }
}

/// One dimension of size 1 more, or sizes that are multiplied or divided: as few of them as make the same number.
fn reshaped(mut from: Vec<From>, old: &[Size], new: &[Size]) -> Vec<From> {
    let added = (0..new.len()).rev().find(|&place| {
        let mut less = new.to_vec();
        less.remove(place) == Size::Known(1) && less == old
    });
    if let Some(added) = added {
        from.insert(added, Vec::new());
        return from;
    }
    let size = |sizes: &[Size], index: usize| sizes.get(index).and_then(|size| size.known()).unwrap_or(1);
    let (mut all, mut at) = (Vec::new(), 0);
    while all.len() < new.len() {
        let (first, mut count) = (at, 1);
        let (mut taken, mut made) = (size(old, at), size(new, all.len()));
        at += 1;
        while taken != made {
            if taken < made && at < old.len() {
                taken = taken.saturating_mul(size(old, at));
                at += 1;
            } else if all.len() + count < new.len() {
                made = made.saturating_mul(size(new, all.len() + count));
                count += 1;
            } else {
                break;
            }
        }
        let group = from.get(first..at.min(from.len())).unwrap_or_default().concat();
        all.extend(std::iter::repeat_n(group, count));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::shapes::sizes::dims;

    #[test]
    fn sizes_are_followed() {
        let from = |old: &[usize], new: &[usize]| {
            let all = reshaped(all(A, &dims(old)), &dims(old), &dims(new));
            all.into_iter().map(|from| from.iter().map(|from| from.1).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        assert_eq!(from(&[64, 1, 28, 28], &[64, 784]), [vec![0], vec![1, 2, 3]]);
        assert_eq!(from(&[25088], &[32, 784]), [vec![0], vec![0]]);
        assert_eq!(from(&[10, 20], &[10, 20, 1]), [vec![0], vec![1], vec![]]);
        assert_eq!(from(&[3, 4], &[1, 3, 4]), [vec![], vec![0], vec![1]]);
        assert_eq!(from(&[6, 4], &[2, 12]), [vec![0, 1], vec![0, 1]]);
        assert_eq!(from(&[0, 3], &[0]).len(), 1);
        let turned = moved(B, Change::Transpose, &dims(&[2, 8, 64, 32]), &dims(&[2, 8, 32, 64]));
        assert_eq!(turned.iter().map(|from| from[0].1).collect::<Vec<_>>(), [0, 1, 3, 2]);
    }
}
