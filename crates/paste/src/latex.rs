//! LaTeX: matrices in formulas, rows by themselves, single numbers.
//!
//! `lex` makes tokens, `outer` finds the matrices and what is around them, `rows` cuts cells, `cell` reads the number of
//! a cell as a small grammar (signs, fractions, mixed numbers, powers of ten), `names` lists what is known.

mod cell;
mod decimal;
mod lex;
mod names;
mod outer;
mod rows;
mod stray;
mod value;
mod verdict;

use crate::source::Source;
use crate::{Notation, PasteError, Pasted};
use lex::tokens;
use outer::{Outer, Piece};

/// Whether the text has what only LaTeX has.
pub(crate) fn looks_like(source: &Source) -> bool {
    let letter = |i: usize| source.at(i).is_some_and(|c| c.is_ascii_alphabetic());
    let command = |i: usize| {
        source.is(i, '\\') && (letter(i + 1) || matches!(source.at(i + 1), Some('\\' | '[' | '(' | ',' | ';' | '!')))
    };
    // `R&D` and `&[1.0]` of Rust have no columns.
    let beside = |i: usize| letter(i + 1) || source.is(i + 1, '[') || i > 0 && letter(i - 1);
    let ampersand = |i: usize| source.is(i, '&') && !beside(i);
    (0..source.len()).any(|i| command(i) || ampersand(i) || source.starts_with(i, "^{") || source.starts_with(i, "{,}"))
        || source.next_visible(0).is_some_and(|first| source.is(first, '$') && !source.is_digit(first + 1))
        || dollars(source)
}

/// A number between dollars.
fn dollars(source: &Source) -> bool {
    let (start, end) = source.trimmed((0, source.len()));
    end > start + 2 && source.is(start, '$') && source.is(end - 1, '$')
}

/// Reads a formula: everything beside its matrices must be what a formula is wrapped in.
pub(crate) fn read(source: &Source) -> Result<Pasted, PasteError> {
    let tokens = tokens(source)?;
    let mut outer = Outer { source, tokens: &tokens, at: 0, pieces: vec![], braces: vec![] };
    outer.read()?;
    let pieces = outer.pieces;
    if pieces.iter().any(|piece| matches!(piece, Piece::Matrix { .. })) {
        return verdict::of(source, pieces);
    }
    let tensor = rows::bare(source, &tokens)?;
    Ok(Pasted { tensors: vec![tensor], notation: Notation::Latex, notes: vec![] })
}
