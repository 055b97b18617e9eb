//! Factors of a size that may be several sizes multiplied.

use crate::bytes::{cut, tail};
use crate::clean::BREAK;
use crate::found;
use crate::hole;
use crate::insight::{Found, Split};
use crate::shape::Size;

/// Splits that are offered.
const MOST: usize = 4;

/// Splits of `rows`, the first of a pair (rows, width) for a layer of `wants` inputs: those that `flatten(1)` would
/// explain, those printed elsewhere in the text, then examples.
pub(crate) fn of(rows: u64, width: Option<Size>, wants: Option<Size>, text: &[u8]) -> Vec<Split> {
    let mut splits = vec![];
    if let (Some(width), Some(wants)) = (width.map(Size::get), wants.map(Size::get))
        && width > 0
        && wants > width
        && wants % width == 0
        && rows.is_multiple_of(wants / width)
    {
        push(&mut splits, &[rows / (wants / width), wants / width], Found::Flatten);
    }
    seen(rows, text, &mut splits);
    // One split into two and one into three factors, as even as they come.
    if let Some((p, q)) = even(rows) {
        push(&mut splits, &[p, q], Found::Example);
        if let Some((r, s)) = even(q).filter(|_| p > 1) {
            push(&mut splits, &[r, p, s], Found::Example);
        }
    }
    splits
}

/// One more split, if it is another; whether it is.
fn push(splits: &mut Vec<Split>, factors: &[u64], found: Found) -> bool {
    let is_new = splits.iter().all(|split| split.factors != factors);
    if is_new && splits.len() < MOST {
        splits.push(Split { factors: factors.to_vec(), found });
    }
    is_new
}

/// Leading sizes of a shape that the text prints somewhere (`torch.Size([1, 6, 32, 88, 1024])`), without ones: at most
/// two such splits.
#[inline(never)]
fn seen(rows: u64, text: &[u8], splits: &mut Vec<Split>) {
    let text = cut(text, 0, 200_000);
    let mut at = 0;
    let mut count = 0;
    while let Some(next) = tail(text, at).windows(6).position(|six| six == b"size([" || six.starts_with(b"shape")) {
        at += next + 5;
        let blanks = tail(text, at).iter().take(8).take_while(|b| matches!(**b, b'=' | b':' | b' ' | BREAK)).count();
        let mut dims = vec![];
        if hole::shape(text, at + blanks, false, &mut dims).is_none() {
            continue;
        }
        let Some(sizes) = found::shape(&dims).sizes() else { continue };
        let mut factors = vec![];
        // Exact as far as it matters: sizes are below 2⁵³, and so is the number that is looked for.
        let mut product = 1.0;
        for (i, &size) in sizes.iter().enumerate() {
            product *= size as f64;
            if size != 1 {
                factors.push(size);
            }
            let fits = i > 0 && product == rows as f64 && factors.len() > 1;
            if fits && push(splits, &factors, Found::Seen) {
                count += 1;
                break;
            }
        }
        if count == 2 {
            break;
        }
    }
}

/// The two factors nearest to each other, none of them 1.
fn even(n: u64) -> Option<(u64, u64)> {
    if !(4..=1 << 40).contains(&n) {
        return None;
    }
    let mut p = (n as f64).sqrt() as u64;
    // A bound on the work: a size with no factor near its root is given up.
    let least = p.saturating_sub(200_000).max(2);
    while p >= least {
        if n.is_multiple_of(p) {
            return Some((p, n / p));
        }
        p -= 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flatten_and_seen() {
        let told = |n| Some(Size::of(n));
        let splits = of(1792, told(28), told(784), b"");
        assert_eq!(splits[0], Split { factors: vec![64, 28], found: Found::Flatten });
        let splits = of(16896, told(192), told(10), b"f(a).shape torch.size([1, 6, 32, 88, 1024])");
        assert_eq!(splits[0], Split { factors: vec![6, 32, 88], found: Found::Seen });
        assert!(splits.iter().all(|split| split.factors.iter().product::<u64>() == 16896));
        // A batch of one image.
        assert_eq!(of(28, told(28), told(784), b"")[0].factors, vec![1, 28]);
        assert_eq!(of(7, told(3), told(4), b""), vec![]);
    }
}
