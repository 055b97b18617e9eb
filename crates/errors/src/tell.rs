//! Turns a matched template into shapes, by the small language of [`Wording`].

use crate::found::Match;
use crate::op::{Hide, Hides};
use crate::reading::{At, Clash, Place};
use crate::shape::{Dim, Shape};
use crate::wording::Wording;

/// A dimension and the place of its number in the cleaned text.
type Told = (Dim, std::ops::Range<usize>);

/// The items of an expression, or `None` if a hole of it is empty.
fn items(expression: &str, found: &Match) -> Option<Vec<Told>> {
    let mut told = vec![];
    if expression == "()" {
        return Some(told);
    }
    for item in expression.split(',') {
        let (item, folded) = item.strip_prefix('~').map_or((item, false), |rest| (rest, true));
        let mut chars = item.bytes();
        let head = chars.next()?;
        match item {
            "_" => told.push((Dim::Unknown, 0..0)),
            "..." => told.push((Dim::More, 0..0)),
            "?" => told.push((Dim::Maybe, 0..0)),
            _ if head.is_ascii_digit() => told.push((Dim::Size(item.parse().ok()?), 0..0)),
            _ => {
                let capture = found.get(head)?;
                let rest = &item[1..];
                let span = |i: usize| capture.spans.get(i).cloned().unwrap_or(0..0);
                if let Some(shape) = found.shape(head) {
                    match rest.strip_prefix('.').map(str::parse::<isize>) {
                        Some(Ok(place)) => {
                            let place = if place < 0 { shape.len().checked_add_signed(place)? } else { place as usize };
                            told.push((*shape.get(place)?, span(place)));
                        }
                        _ => {
                            let all = shape.iter().copied().enumerate().map(|(i, dim)| (dim, span(i)));
                            if rest == "^" { told.extend(all.rev()) } else { told.extend(all) }
                        }
                    }
                } else if rest == "#" {
                    let rank = found.size(head).filter(|&rank| rank <= 32)?;
                    told.extend((0..rank).map(|_| (Dim::Unknown, 0..0)));
                } else {
                    let dim = found.size(head).map_or(Dim::Unknown, Dim::Size);
                    told.push((dim, span(0)));
                }
            }
        }
        if folded
            && let Some((dim, _)) = told.last_mut()
            && let Dim::Size(n) = *dim
        {
            *dim = Dim::Folded(n);
        }
    }
    Some(told)
}

/// A shape by an expression. Numbers are noted in `tokens` with their place.
pub(crate) fn shape(
    expression: &str,
    found: &Match,
    place: Option<fn(usize) -> Place>,
    tokens: &mut Vec<(std::ops::Range<usize>, Place)>,
) -> Option<Shape> {
    if expression.is_empty() {
        return None;
    }
    let told = items(expression, found)?;
    if let Some(place) = place {
        let numbers = told.iter().enumerate().filter(|(_, (_, span))| !span.is_empty());
        tokens.extend(numbers.map(|(i, (_, span))| (span.clone(), place(i))));
    }
    Some(Shape(told.into_iter().map(|(dim, _)| dim).collect()))
}

/// The clash an entry tells.
pub(crate) fn clash(expression: &str, found: &Match) -> Option<Clash> {
    let mut none = vec![];
    let shape = shape(expression, found, None, &mut none)?;
    match shape.0.as_slice() {
        [a, b] if a.size().is_some() || b.size().is_some() => Some(Clash { a: a.size(), b: b.size() }),
        _ => None,
    }
}

/// The dimensions an entry tells.
pub(crate) fn dim(expression: &str, found: &Match) -> Option<At> {
    let one = |item: &str| -> Option<i64> {
        if let Some((place, shape)) = item.split_once('@') {
            let rank = found.shape(shape.bytes().next()?)?.len() as i64;
            let place = found.int(place.bytes().next()?)?;
            return (place >= 0 && place < rank).then_some(place - rank);
        }
        match item.parse() {
            Ok(number) => Some(number),
            Err(_) => found.int(item.bytes().next()?),
        }
    };
    match expression.split_once(',') {
        Some((a, b)) => Some(At::Pair(one(a)?, one(b)?)),
        None if expression.is_empty() => None,
        None => one(expression).map(At::One),
    }
}

/// What an entry says that it hides.
pub(crate) fn hides(wording: &Wording) -> Hides {
    let mut hides = Hides::NONE;
    for name in wording.told("hides").split(' ') {
        if let Some(hide) = Hide::ALL.iter().find(|hide| hide.key() == name) {
            hides.insert(*hide);
        }
    }
    hides
}
