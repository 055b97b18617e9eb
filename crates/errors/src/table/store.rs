//! How the table is stored: columns, and texts one behind the other, so that a site need not load an address for each of
//! a thousand, and what is alike stands side by side when it is compressed. Made while this crate is compiled.

use super::{NEAR, PARTS};
use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library;
use crate::op::Op;
use crate::wording::{Rule, Wording};

/// All templates in small letters and without blanks that say nothing, in the order in which they are tried.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    SAYS.split(NEXT)
}

/// The wording at a place of the table, but for its template: that is among [`all`].
pub(crate) fn at(place: usize) -> Option<Wording> {
    let from = OPS_LENGTHS.get(..place)?.iter().map(|&length| usize::from(length)).sum();
    Some(Wording {
        says: "",
        tells: TELLS.split(NEXT).nth(place)?,
        ops: OPS.get(from..from + usize::from(*OPS_LENGTHS.get(place)?))?,
        library: *LIBRARIES.get(place)?,
        about: *ABOUTS.get(place)?,
        warning: *WARNINGS.get(place)?,
        rule: *RULES.get(place)?,
        hook: *HOOKS.get(place)?,
        fact: *FACTS.get(place)?,
    })
}

/// Stands between texts: lengths beside them weigh more.
const NEXT: char = '\n';

/// One value of every wording.
macro_rules! column {
    ($wording:ident => $value:expr) => {{
        let mut made = {
            let $wording = written(0);
            [$value; COUNT]
        };
        let mut place = 1;
        while place < COUNT {
            let $wording = written(place);
            made[place] = $value;
            place += 1;
        }
        made
    }};
}

/// One list of every wording, all of them one behind the other, with so many blanks between.
macro_rules! joined {
    ($lengths:ident, $blanks:literal of $blank:expr, $wording:ident => $list:expr) => {{
        let mut made = [$blank; sum(&$lengths) + $blanks * (COUNT - 1)];
        let (mut to, mut place) = (0, 0);
        while place < COUNT {
            let $wording = written(place);
            let (list, mut at) = ($list, 0);
            while at < list.len() {
                made[to] = list[at];
                to += 1;
                at += 1;
            }
            to += $blanks;
            place += 1;
        }
        made
    }};
}

static LIBRARIES: [Library; COUNT] = column!(wording => wording.library);
static ABOUTS: [Option<About>; COUNT] = column!(wording => wording.about);
static WARNINGS: [bool; COUNT] = column!(wording => wording.warning);
static RULES: [Rule; COUNT] = column!(wording => wording.rule);
static HOOKS: [Hook; COUNT] = column!(wording => wording.hook);
static FACTS: [Option<Fact>; COUNT] = column!(wording => wording.fact);

const SAYS_LENGTHS: [u8; COUNT] = column!(wording => short(wording.says.len()));
const TELLS_LENGTHS: [u8; COUNT] = column!(wording => short(wording.tells.len()));
static OPS_LENGTHS: [u8; COUNT] = column!(wording => short(wording.ops.len()));

static OPS: [Op; sum(&OPS_LENGTHS)] = joined!(OPS_LENGTHS, 0 of Op::None, wording => wording.ops);
static SAYS: &str = text(&SAYS_BYTES);
static TELLS: &str = text(&TELLS_BYTES);
static SAYS_WRITTEN: [u8; sum(&SAYS_LENGTHS) + COUNT - 1] =
    small(joined!(SAYS_LENGTHS, 1 of NEXT as u8, wording => wording.says.as_bytes()));
static SAYS_BYTES: [u8; kept(&SAYS_WRITTEN, &mut [])] = {
    let mut to = [0; kept(&SAYS_WRITTEN, &mut [])];
    kept(&SAYS_WRITTEN, &mut to);
    to
};
static TELLS_BYTES: [u8; sum(&TELLS_LENGTHS) + COUNT - 1] =
    joined!(TELLS_LENGTHS, 1 of NEXT as u8, wording => wording.tells.as_bytes());

const COUNT: usize = {
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
};

/// The wording at a place as it is written.
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

const fn short(length: usize) -> u8 {
    assert!(length < 256, "lengths are stored in 8 bits");
    length as u8
}

const fn sum(lengths: &[u8]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < lengths.len() {
        sum += lengths[at] as usize;
        at += 1;
    }
    sum
}

/// Small letters, but for the names of holes.
const fn small<const N: usize>(mut bytes: [u8; N]) -> [u8; N] {
    let mut at = 0;
    while at < N {
        let name = at > 0 && bytes[at - 1] == b'{' && matches!(bytes[at + 1], b':' | b'}');
        if !name {
            bytes[at] = bytes[at].to_ascii_lowercase();
        }
        at += 1;
    }
    bytes
}

/// Copies templates to `to`, if that is not empty, but for blanks that part no two letters: they say nothing. Returns how
/// many bytes are left.
const fn kept(bytes: &[u8], to: &mut [u8]) -> usize {
    let (mut length, mut before, mut at) = (0, 0, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        at += 1;
        let parts = u8::is_ascii_alphabetic(&before) && at < bytes.len() && bytes[at].is_ascii_alphabetic();
        if byte != b' ' || parts {
            if !to.is_empty() {
                to[length] = byte;
            }
            length += 1;
            before = byte;
        }
    }
    length
}

const fn text(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        // Texts behind one another are a text.
        Err(_) => "",
    }
}

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
            // Blanks between letters alone count.
            assert!(says.replace(' ', "").eq_ignore_ascii_case(&wording.says.replace(' ', "")));
            assert_eq!(format!("{stored:?}"), format!("{:?}", Wording { says: "", ..wording }));
        }
    }
}
