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

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library;
use crate::op::Op;
use crate::wording::{Near, Rule, Wording};

mod c_family;
mod jax;
mod julia;
mod keras;
mod near_data;
mod near_torch;
mod not_shapes;
mod numpy;
mod others;
mod tensorflow;
mod torch_pairs;
mod torch_products;
mod web;

/// All templates, in the order in which they are tried.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    let mut start = 0;
    ENTRIES.iter().map(move |entry| {
        let says = &TEXT[start..start + usize::from(entry.says)];
        start += entry.len();
        says
    })
}

/// The wording at a place of the table.
pub(crate) fn at(place: usize) -> Option<Wording> {
    let entry = ENTRIES.get(place)?;
    let start: usize = ENTRIES[..place].iter().map(Entry::len).sum();
    let (says, tells) = TEXT[start..start + entry.len()].split_at(usize::from(entry.says));
    Some(Wording { says, tells, ..entry.rest() })
}

/// An entry as it is stored: its texts stand in [`TEXT`], one behind the other, so that a site need not load an address
/// for each of a thousand.
#[derive(Clone, Copy, Debug)]
struct Entry {
    says: u16,
    tells: u16,
    ops: &'static [Op],
    library: Library,
    about: Option<About>,
    warning: bool,
    rule: Rule,
    hook: Hook,
    fact: Option<Fact>,
}

impl Entry {
    const fn of(wording: Wording) -> Entry {
        let Wording { says, tells, ops, library, about, warning, rule, hook, fact } = wording;
        assert!(says.len() < 65_536 && tells.len() < 65_536, "lengths are stored in 16 bits");
        // Both were just compared.
        let (says, tells) = (says.len() as u16, tells.len() as u16);
        Entry { says, tells, ops, library, about, warning, rule, hook, fact }
    }

    fn len(&self) -> usize {
        usize::from(self.says) + usize::from(self.tells)
    }

    fn rest(&self) -> Wording {
        let &Entry { ops, library, about, warning, rule, hook, fact, .. } = self;
        Wording { says: "", tells: "", ops, library, about, warning, rule, hook, fact }
    }
}

static ENTRIES: [Entry; COUNT] = entries();
static TEXT: &str = match core::str::from_utf8(&BYTES) {
    Ok(text) => text,
    // Texts behind one another are a text.
    Err(_) => "",
};

static BYTES: [u8; LENGTH] = bytes();
const COUNT: usize = count();
const LENGTH: usize = length();

/// The wording at a place, while this crate is compiled.
const fn written(mut place: usize) -> Wording {
    let mut part = 0;
    while part < PARTS.len() {
        if place < PARTS[part].len() {
            return PARTS[part][place];
        }
        place -= PARTS[part].len();
        part += 1;
    }
    part = 0;
    while place >= NEAR[part].len() {
        place -= NEAR[part].len();
        part += 1;
    }
    NEAR[part][place].whole()
}

const fn count() -> usize {
    let (mut sum, mut part) = (0, 0);
    while part < PARTS.len() {
        sum += PARTS[part].len();
        part += 1;
    }
    part = 0;
    while part < NEAR.len() {
        sum += NEAR[part].len();
        part += 1;
    }
    sum
}

const fn length() -> usize {
    let (mut sum, mut place) = (0, 0);
    while place < COUNT {
        let wording = written(place);
        sum += wording.says.len() + wording.tells.len();
        place += 1;
    }
    sum
}

const fn entries() -> [Entry; COUNT] {
    let mut made = [Entry::of(written(0)); COUNT];
    let mut place = 0;
    while place < COUNT {
        made[place] = Entry::of(written(place));
        place += 1;
    }
    made
}

const fn bytes() -> [u8; LENGTH] {
    let mut made = [0; LENGTH];
    let (mut to, mut place) = (0, 0);
    while place < COUNT {
        let Wording { says, tells, .. } = written(place);
        to = copied(&mut made, to, says.as_bytes());
        to = copied(&mut made, to, tells.as_bytes());
        place += 1;
    }
    made
}

const fn copied(made: &mut [u8; LENGTH], to: usize, from: &[u8]) -> usize {
    let mut at = 0;
    while at < from.len() {
        made[to + at] = from[at];
        at += 1;
    }
    to + at
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_has_an_anchor() {
        for says in all() {
            assert!(crate::scan::key(says).is_some(), "{says}");
        }
        assert!(at(COUNT).is_none());
    }

    #[test]
    fn every_entry_is_stored_as_it_is_written() {
        assert_eq!(all().count(), COUNT);
        for (place, says) in all().enumerate() {
            let (stored, wording) = (at(place).expect("an entry"), written(place));
            assert_eq!(says, wording.says);
            assert_eq!(format!("{stored:?}"), format!("{wording:?}"));
        }
    }
}
