//! Turns a matched template into shapes, by the small language of [`Wording`](crate::wording::Wording).

use crate::bytes::number;
use crate::found::{self, Match, Told};
use crate::op::{Hide, Hides};
use crate::reading::{At, Clash, Place, Reading, Token};
use crate::shape::{Dim, Shape};

/// The items of an expression, or `None` if a hole of it is empty.
fn items(expression: &str, found: &Match) -> Option<Vec<Told>> {
    let mut told: Vec<Told> = vec![];
    if expression == "()" {
        return Some(told);
    }
    for item in expression.split(',') {
        let bare = item.strip_prefix('~').unwrap_or(item);
        let (&head, rest) = bare.as_bytes().split_first()?;
        match head {
            b'_' => told.push((Dim::Unknown, 0..0)),
            b'.' => told.push((Dim::More, 0..0)),
            b'?' => told.push((Dim::Maybe, 0..0)),
            b'0'..=b'9' => told.push((Dim::Size(number(bare.as_bytes(), 10)? as u64), 0..0)),
            _ => {
                found.get(head)?;
                let dims = found.tells(head);
                match rest {
                    b"#" => {
                        let rank = found.size(head)?.get();
                        if rank > 32 {
                            return None;
                        }
                        for _ in 0..rank {
                            told.push((Dim::Unknown, 0..0));
                        }
                    }
                    b"" => told.extend_from_slice(dims),
                    _ => {
                        let place = number(rest.get(1..)?, 10)? as isize;
                        let from = if place < 0 { dims.len() } else { 0 };
                        told.push(dims.get(from.checked_add_signed(place)?)?.clone());
                    }
                }
            }
        }
        if bare.len() < item.len()
            && let Some((dim, _)) = told.last_mut()
            && let Dim::Size(n) = *dim
        {
            *dim = Dim::Folded(n);
        }
    }
    Some(told)
}

/// A shape by an expression.
fn shape(expression: &str, found: &Match) -> Option<Shape> {
    Some(found::shape(&items(expression, found)?))
}

/// An operand: its numbers are noted with their place.
fn operand(expression: &str, found: &Match, place: fn(usize) -> Place, tokens: &mut Vec<Token>) -> Option<Shape> {
    let told = items(expression, found)?;
    note(tokens, &told, place);
    Some(found::shape(&told))
}

/// Notes the numbers of an operand.
#[inline(never)]
pub(crate) fn note(tokens: &mut Vec<Token>, told: &[Told], place: fn(usize) -> Place) {
    for (i, (_, range)) in told.iter().enumerate() {
        if !range.is_empty() {
            tokens.push(Token { range: range.clone(), place: place(i) });
        }
    }
}

/// The parts of what an entry tells: names and expressions.
fn parts(tells: &str) -> impl Iterator<Item = (&str, &str)> {
    tells.split(';').filter_map(|part| part.trim_ascii_start().split_once(' '))
}

/// One part of what an entry tells, empty if that is not told.
pub(crate) fn part<'t>(tells: &'t str, name: &str) -> &'t str {
    parts(tells).find(|part| part.0 == name).unwrap_or_default().1
}

/// The operands and what is hidden, as `tells` says. `None` if a hole of an operand holds nothing usable.
pub(crate) fn shapes(reading: &mut Reading, tells: &str, found: &Match) -> Option<()> {
    for (name, expression) in parts(tells) {
        match name {
            "a" => reading.a = Some(operand(expression, found, Place::A, &mut reading.tokens)?),
            "b" => reading.b = Some(operand(expression, found, Place::B, &mut reading.tokens)?),
            "weight" => reading.weight = shape(expression, found),
            "out" => reading.out = operand(expression, found, Place::Out, &mut reading.tokens),
            "hides" => {
                reading.hides = Hides::NONE;
                for &hide in Hide::ALL {
                    if expression.split(' ').any(|name| name == hide.key()) {
                        reading.hides.insert(hide);
                    }
                }
            }
            _ => {}
        }
    }
    Some(())
}

/// The clash and its dimensions, as `tells` says.
pub(crate) fn clash(reading: &mut Reading, tells: &str, found: &Match) {
    if let Some(told) = items(part(tells, "clash"), found)
        && let [(a, _), (b, _)] = told[..]
    {
        let (a, b) = (a.told(), b.told());
        if a.is_some() || b.is_some() {
            reading.clash = (a != b).then_some(Clash { a, b });
        }
    }
    let expression = part(tells, "dim");
    let one = |item: &str| dim(item, found);
    let told = match expression.split_once(',') {
        Some((a, b)) => one(a).zip(one(b)).map(|(a, b)| At::Pair(a, b)),
        None => one(expression).map(At::One),
    };
    if told.is_some() {
        reading.dim = told;
    }
}

/// A number, what a hole holds, or a place `i@S` counted from 0 in a shape.
fn dim(item: &str, found: &Match) -> Option<i64> {
    if let Some((place, shape)) = item.split_once('@') {
        let rank = found.tells(shape.bytes().next()?).len() as i64;
        let place = found.int(place.bytes().next()?)?;
        return (place >= 0 && place < rank).then_some(place - rank);
    }
    number(item.as_bytes(), 10).or_else(|| found.int(item.bytes().next()?))
}
