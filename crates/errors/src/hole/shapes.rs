//! Shapes in all the forms that libraries print.

use super::{digits, number, size, symbol, thin};
use crate::bytes::{begins, digit_at, is_at, tail};
use crate::found::Told;
use crate::shape::Dim;

/// More dimensions than any library allows.
const MAX_RANK: usize = 32;

/// A shape: in brackets of any kind (`(3,)`, `[64 x 1]`, `torch.Size([2, 3])`, `f32[2,3]`, `{2,3}`, `()`), or bare
/// (`2,3` or `2x3`). Appends its dimensions, some of them also if it is none; returns the first place behind it.
pub(crate) fn shape(text: &[u8], start: usize, wrapped: bool, dims: &mut Vec<Told>) -> Option<usize> {
    let mut at = thin(text, start);
    // Names in front: torch.Size, TensorShape, ttnn.Shape, float32, bf16.
    let name =
        tail(text, at).iter().take(40).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_')).count();
    let named = text.get(at).is_some_and(u8::is_ascii_alphabetic);
    if named {
        at += name;
    }
    let mut opened = 0;
    while let Some(b'(' | b'[' | b'{' | b'<') = text.get(at) {
        opened += 1;
        // ((2, 4), (1, 2)): only a name may stand around a second bracket.
        if opened > 2 || opened == 2 && !named && !is_at(text, at - 1, b'(') {
            return None;
        }
        at += 1;
        at = thin(text, at);
    }
    if opened == 0 {
        return if named { None } else { bare(text, at, dims) };
    }
    at = items(text, at, wrapped, dims)?;
    for _ in 0..opened {
        at = thin(text, at);
        match text.get(at) {
            Some(b')' | b']' | b'}' | b'>') => at += 1,
            // The second bracket may belong to what stands around.
            _ => return None,
        }
    }
    Some(at)
}

/// The sizes up to a closing bracket.
fn items(text: &[u8], mut at: usize, wrapped: bool, dims: &mut Vec<Told>) -> Option<usize> {
    let most = dims.len() + MAX_RANK;
    loop {
        at = thin(text, at);
        let (told, end) = match text.get(at)? {
            b')' | b']' | b'}' | b'>' => return Some(at),
            b'.' if tail(text, at).starts_with(b"...") => ((Dim::More, at..at), at + 3),
            b'0'..=b'9' => number(text, at, true, wrapped)?,
            _ => {
                let end = symbol(text, at)?;
                // Dimension(3), Base.OneTo(3): a size with a name around it.
                let mut open = end;
                if is_at(text, open, b'.') {
                    open = symbol(text, open + 1)?;
                }
                if is_at(text, open, b'(') {
                    let (told, close) = size(text, open + 1, wrapped)?;
                    (told, close + usize::from(is_at(text, close, b')')))
                } else {
                    ((Dim::Unknown, at..at), end)
                }
            }
        };
        dims.push(told);
        at = end;
        if dims.len() > most {
            return None;
        }
        at = thin(text, at);
        match text.get(at)? {
            b',' | b';' => at += 1,
            b'x' => at += 1,
            b')' | b']' | b'}' | b'>' => {}
            _ => return None,
        }
    }
}

/// `2,3` without blanks, `2x3` with or without, a single number.
fn bare(text: &[u8], start: usize, dims: &mut Vec<Told>) -> Option<usize> {
    let (first, mut at) = digits(text, start, false, false, true)?;
    dims.push((Dim::Size(first), start..at));
    let mut between = None;
    for _ in 1..MAX_RANK {
        let blank = usize::from(is_at(text, at, b' '));
        let mut next = at + blank;
        let sign = match text.get(next) {
            Some(b'x') => b'x',
            Some(b',') if blank == 0 => b',',
            _ => break,
        };
        if between.is_some_and(|before| before != sign) {
            break;
        }
        next += 1;
        if sign == b'x' && is_at(text, next, b' ') {
            next += 1;
        }
        // A broken number makes the whole shape unsure.
        let broken = digit_at(text, next);
        let Some((value, end)) = digits(text, next, false, false, true) else {
            if broken {
                return None;
            }
            break;
        };
        between = Some(sign);
        dims.push((Dim::Size(value), next..end));
        at = end;
    }
    // A line end behind or before a comma: the list may go on.
    let broken = begins(tail(text, at), ",\n|\n,").is_some();
    (!broken).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::found;

    fn read(text: &str) -> Option<String> {
        let mut dims = vec![];
        shape(text.to_ascii_lowercase().as_bytes(), 0, false, &mut dims)?;
        Some(found::shape(&dims).to_string())
    }

    #[test]
    fn shapes() {
        for (text, told) in [
            ("(3,)", "3"),
            ("()", ""),
            ("[64 x 1]", "64,1"),
            ("torch.Size([32, 1])", "32,1"),
            ("torch.Size([])", ""),
            ("TensorShape([None, 3])", "_,3"),
            ("float32[2,3,4]", "2,3,4"),
            ("{1,3,20}", "1,3,20"),
            ("(Dimension(None), Dimension(3))", "_,3"),
            ("(Base.OneTo(2), Base.OneTo(3))", "2,3"),
            ("2,3 and", "2,3"),
            ("100x29 and", "100,29"),
            ("285,39.", "285,39"),
            ("[s0, 2*s1, 5]", "_,_,5"),
            ("[?,900]", "_,900"),
            ("(-1, 3)", "_,3"),
            ("(2,\n3)", "2,3"),
            ("(12\n8, 3)", "128,3"),
        ] {
            assert_eq!(read(text).as_deref(), Some(told), "{text}");
        }
        for text in
            ["(block=4, dwt=1)", "(3.5, 2)", "(2 3)", "", "(2, 3", "99999999999999999999999", "((2, 3), (4, 5))"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
