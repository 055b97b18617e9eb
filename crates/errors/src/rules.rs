//! Finds the two sizes that do not fit, where the message leaves it to the reader.

use crate::op::Hide;
use crate::reading::{At, Clash, Reading};
use crate::shape::{Dim, Shape, Size};
use crate::wording::Rule;

/// Puts into a reading what follows from its shapes by a rule; if nothing does, what is there stays.
pub(crate) fn apply(reading: &mut Reading, rule: Rule) {
    let some = |(clash, at)| (Some(clash), at);
    let found: Option<(Option<Clash>, At)> = match (rule, &reading.a, &reading.b, &reading.out) {
        (Rule::Product, Some(a), Some(b), _) => product(a, b).map(some),
        (Rule::Stretch, Some(a), Some(b), _) => stretch(a, b).map(some),
        (Rule::OneWay, Some(a), Some(b), _) => one_way(a, b).map(some),
        (Rule::InPlace, Some(a), _, Some(out)) => in_place(a, out),
        _ => None,
    };
    if let Some((clash, dim)) = found {
        (reading.clash, reading.dim) = (clash, Some(dim));
    }
    if rule == Rule::InPlace && reading.clash.is_none() {
        reading.hide(Hide::Clash);
    }
}

/// A product: the last size of a against the second to last of b (the only one of a vector), then the batches.
fn product(a: &Shape, b: &Shape) -> Option<(Clash, At)> {
    let inner = if b.rank() == Some(1) { 1 } else { 2 };
    product_at(a, b, 1, inner)
}

/// The same with the inner dimensions given as places counted from the end.
pub(crate) fn product_at(a: &Shape, b: &Shape, last: usize, inner: usize) -> Option<(Clash, At)> {
    let (x, y) = (a.last_but(last), b.last_but(inner));
    if let (Some(x), Some(y)) = (x, y)
        && x != y
    {
        return Some((Clash::told(x, y), At::Pair(-(last as i64), -(inner as i64))));
    }
    let &(clash, back) = differing(a, b, 3, [true, true]).first()?;
    Some((clash, At::Pair(-(back as i64), -(back as i64))))
}

/// The told sizes that differ, from the right, each pair with its place counted from the end, from `first` on; only
/// of shapes whose ranks are told. `stretches` tells whether a 1 of a and one of b fits any size.
#[inline(never)]
fn differing(a: &Shape, b: &Shape, first: usize, stretches: [bool; 2]) -> Vec<(Clash, usize)> {
    let mut all = vec![];
    if let (Some(p), Some(q)) = (a.rank(), b.rank()) {
        for back in first..=p.min(q) {
            if let (Some(x), Some(y)) = (a.last_but(back), b.last_but(back))
                && x != y
                && !(stretches[0] && x == Size::ONE || stretches[1] && y == Size::ONE)
            {
                all.push((Clash::told(x, y), back));
            }
        }
    }
    all
}

/// The dimension of the longer shape, counted from 0, that a place counted from the end is.
fn counted(a: &Shape, b: &Shape, back: usize) -> i64 {
    (a.0.len().max(b.0.len()) - back) as i64
}

/// True if the inner sizes are told and equal.
pub(crate) fn inner_fits(a: &Shape, b: &Shape) -> bool {
    let inner = if b.rank() == Some(1) { 1 } else { 2 };
    a.last_but(1).is_some() && a.last_but(1) == b.last_but(inner)
}

/// The clashes of an element-wise operation after the first, from the right: the two sizes and the dimension counted
/// from 0. An unknown size clashes with a told one only if nothing else does; see [`stretch`].
pub(crate) fn more_clashes(a: &Shape, b: &Shape) -> Vec<(Clash, i64)> {
    let mut more = vec![];
    for (clash, back) in differing(a, b, 1, [true, true]).into_iter().skip(1) {
        more.push((clash, counted(a, b, back)));
    }
    more
}

/// The first clash from the right. With one unknown size left that alone can be to blame, it is that one.
fn stretch(a: &Shape, b: &Shape) -> Option<(Clash, At)> {
    if let Some(&(clash, back)) = differing(a, b, 1, [true, true]).first() {
        return Some((clash, At::One(counted(a, b, back))));
    }
    let (p, q) = (a.rank()?, b.rank()?);
    let mut open = None;
    for back in 1..=p.min(q) {
        let clash = Clash { a: a.last_but(back), b: b.last_but(back) };
        match (clash.a, clash.b) {
            (None, None) => return None,
            (Some(n), None) | (None, Some(n)) if n != Size::ONE => {
                if open.is_some() {
                    return None;
                }
                open = Some((clash, At::One(counted(a, b, back))));
            }
            _ => {}
        }
    }
    open
}

/// a is stretched to the place b.
fn one_way(a: &Shape, b: &Shape) -> Option<(Clash, At)> {
    let &(clash, back) = differing(a, b, 1, [true, false]).first()?;
    Some((clash, At::One(counted(a, b, back))))
}

/// a is written to; `out` is the shape it would need.
fn in_place(a: &Shape, out: &Shape) -> Option<(Option<Clash>, At)> {
    if let Some(&(clash, back)) = differing(a, out, 1, [false, false]).first() {
        return Some((Some(clash), At::One((out.0.len() - back) as i64)));
    }
    // Nothing differs: a dimension more is wanted in front.
    (out.rank()? > a.rank()?).then_some((None, At::One(0)))
}

/// The shape both stretch to, if they do.
pub(crate) fn stretched(a: &Shape, b: &Shape) -> Option<Shape> {
    let (p, q) = (a.rank()?, b.rank()?);
    let mut out = vec![];
    for back in (1..=p.max(q)).rev() {
        let at = |shape: &Shape, rank: usize| if back > rank { Some(Size::ONE) } else { shape.last_but(back) };
        let (x, y) = (at(a, p)?, at(b, q)?);
        if x != y && x != Size::ONE && y != Size::ONE {
            return None;
        }
        out.push(Dim::Size(if x == Size::ONE { y } else { x }.get()));
    }
    Some(Shape(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(sizes: &[u64]) -> Shape {
        Shape::known(sizes)
    }

    #[test]
    fn products() {
        let at = |a: &[u64], b: &[u64]| product(&known(a), &known(b)).map(|(_, at)| at);
        assert_eq!(at(&[2, 3], &[4, 5]), Some(At::Pair(-1, -2)));
        assert_eq!(at(&[2, 3], &[4]), Some(At::Pair(-1, -1)));
        assert_eq!(at(&[2, 3, 4], &[3, 4, 5]), Some(At::Pair(-3, -3)));
        assert_eq!(at(&[2, 3], &[3, 5]), None);
        assert_eq!(at(&[], &[3, 5]), None);
    }

    #[test]
    fn stretching() {
        let at = |a: &[u64], b: &[u64]| stretch(&known(a), &known(b)).map(|(clash, at)| (clash.to_string(), at));
        assert_eq!(at(&[500, 600, 3], &[500, 600]), Some(("3,600".into(), At::One(2))));
        assert_eq!(at(&[1, 3], &[3, 1]), None);
        assert_eq!(stretched(&known(&[32]), &known(&[32, 1])), Some(known(&[32, 32])));
        assert_eq!(stretched(&known(&[]), &known(&[1])), Some(known(&[1])));
        assert_eq!(stretched(&known(&[2]), &known(&[3])), None);
    }
}
