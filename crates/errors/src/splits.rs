//! Factors of a size that may be several sizes multiplied.

use crate::clean::BREAK;
use crate::hole;
use crate::insight::{Found, Split};

/// Splits that are offered.
const MOST: usize = 4;

/// Splits of `rows`, the first of a pair (rows, width) for a layer of `wants` inputs: those that `flatten(1)` would
/// explain, those printed elsewhere in the text, then examples.
pub(crate) fn of(rows: u64, width: Option<u64>, wants: Option<u64>, text: &[u8]) -> Vec<Split> {
    let mut splits = vec![];
    if let (Some(width), Some(wants)) = (width, wants)
        && width > 0
        && wants > width
        && wants % width == 0
        && rows.is_multiple_of(wants / width)
    {
        splits.push(Split { factors: vec![rows / (wants / width), wants / width], found: Found::Flatten });
    }
    for factors in seen(rows, text) {
        if splits.iter().all(|split: &Split| split.factors != factors) {
            splits.push(Split { factors, found: Found::Seen });
        }
    }
    for factors in examples(rows) {
        if splits.len() < MOST && splits.iter().all(|split| split.factors != factors) {
            splits.push(Split { factors, found: Found::Example });
        }
    }
    splits.truncate(MOST);
    splits
}

/// Leading sizes of a shape that the text prints somewhere (`torch.Size([1, 6, 32, 88, 1024])`), without ones.
fn seen(rows: u64, text: &[u8]) -> Vec<Vec<u64>> {
    let mut found: Vec<Vec<u64>> = vec![];
    let text = &text[..text.len().min(200_000)];
    let mut at = 0;
    while let Some(next) = text[at..].windows(6).position(|six| six == b"size([" || six.starts_with(b"shape")) {
        at += next + 5;
        let from = at + text[at..].iter().take(8).take_while(|b| matches!(**b, b'=' | b':' | b' ' | BREAK)).count();
        let mut spans = vec![];
        let Some((dims, _)) = hole::shape(text, from, false, &mut spans) else { continue };
        let sizes: Option<Vec<u64>> = dims.iter().map(|dim| dim.size()).collect();
        let Some(sizes) = sizes else { continue };
        for end in 2..=sizes.len() {
            let product = sizes[..end].iter().try_fold(1u64, |all, &n| all.checked_mul(n));
            let factors: Vec<u64> = sizes[..end].iter().copied().filter(|&n| n != 1).collect();
            if product == Some(rows) && factors.len() > 1 && !found.contains(&factors) {
                found.push(factors);
                break;
            }
        }
        if found.len() == 2 {
            break;
        }
    }
    found
}

/// One split into two and one into three factors, as even as they come.
fn examples(rows: u64) -> Vec<Vec<u64>> {
    let Some(two) = even(rows) else { return vec![] };
    let mut splits = vec![vec![two.0, two.1]];
    if let Some((p, q)) = even(two.1).filter(|_| two.0 > 1) {
        splits.push(vec![p, two.0, q]);
    }
    splits
}

/// The two factors nearest to each other, none of them 1.
fn even(n: u64) -> Option<(u64, u64)> {
    if !(4..=1 << 40).contains(&n) {
        return None;
    }
    let root = n.isqrt();
    // A bound on the work: a size with no factor near its root is given up.
    (root.saturating_sub(200_000).max(2)..=root).rev().find(|p| n.is_multiple_of(*p)).map(|p| (p, n / p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flatten_and_seen() {
        let splits = of(1792, Some(28), Some(784), b"");
        assert_eq!(splits[0], Split { factors: vec![64, 28], found: Found::Flatten });
        let splits = of(16896, Some(192), Some(10), b"f(a).shape torch.size([1, 6, 32, 88, 1024])");
        assert_eq!(splits[0], Split { factors: vec![6, 32, 88], found: Found::Seen });
        assert!(splits.iter().all(|split| split.factors.iter().product::<u64>() == 16896));
        // A batch of one image.
        assert_eq!(of(28, Some(28), Some(784), b"")[0].factors, vec![1, 28]);
        assert_eq!(of(7, Some(3), Some(4), b""), vec![]);
    }
}
