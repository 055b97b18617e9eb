//! What a formula with matrices says: one matrix, named matrices, a product of two, or something to be calculated.

use super::outer::Piece;
use crate::source::{Source, Span};
use crate::tree::{choices, transpose};
use crate::verify;
use crate::{Choice, Meaning, Notation, Note, PasteError, PasteErrorKind, Pasted, Tensor};

/// Decides by what stands around the matrices.
pub(super) fn of(source: &Source, pieces: Vec<Piece>) -> Result<Pasted, PasteError> {
    let pieces: Vec<Piece> = without_tail(source, pieces);
    if let Some(product) = product(source, &pieces)? {
        return Ok(product);
    }
    let mut tensors: Vec<(Tensor, Span)> = vec![];
    let mut named = true;
    // What was seen since the last matrix: a name, then an equals sign.
    let (mut name, mut equals): (Option<Span>, bool) = (None, false);
    for piece in pieces {
        match piece {
            Piece::Equals => equals = true,
            Piece::Other(span) if equals => return Err(calculation(source, span)),
            Piece::Other(span) if tensors.is_empty() || name.is_some() || named => {
                name = Some(name.map_or(span, |(start, _)| (start, span.1)));
            }
            Piece::Other(span) => return Err(calculation(source, span)),
            Piece::Stop => {}
            Piece::Transpose(span) => match &tensors[..] {
                [(tensor, _)] if name.is_none() && !equals => return Err(transposed(source, span, tensor)),
                [] => name = Some(name.map_or(span, |(start, _)| (start, span.1))),
                _ => return Err(calculation(source, span)),
            },
            Piece::Matrix { mut tensor, span } => {
                if let (Some(name), false) = (name, equals) {
                    return Err(calculation(source, (name.0, name.1)));
                }
                let is_name = |name: &String| name.chars().all(|c| c.is_alphanumeric() || c == '_');
                tensor.name = name.map(|span| short_name(&source.text(span))).filter(|name| equals && is_name(name));
                named &= equals;
                tensors.push((tensor, span));
                (name, equals) = (None, false);
            }
        }
    }
    match name {
        Some(span) if !source.text(span).starts_with("\\text") => return Err(calculation(source, span)),
        _ => {}
    }
    let notation = Notation::Latex;
    let second = tensors.get(1).map(|(_, span)| span.0);
    let tensors: Vec<Tensor> = tensors.into_iter().map(|(tensor, _)| tensor).collect();
    match second {
        Some(at) if !named => {
            let kind = PasteErrorKind::Several { count: tensors.len() };
            Err(PasteError { choices: choices(tensors, notation), ..source.error(at, kind) })
        }
        _ => Ok(Pasted { tensors, notation, notes: vec![] }),
    }
}

/// The pieces without `\in \mathbb{R}^{2 \times 2}` behind a matrix.
fn without_tail(source: &Source, pieces: Vec<Piece>) -> Vec<Piece> {
    let is_in =
        |piece: &Piece| matches!(piece, Piece::Other(span) if ["\\in", "∈"].contains(&source.text(*span).as_str()));
    let end = pieces.iter().position(is_in);
    let matrix_before = |end: usize| pieces[..end].iter().any(|piece| matches!(piece, Piece::Matrix { .. }));
    let matrix_after = |end: usize| pieces[end..].iter().any(|piece| matches!(piece, Piece::Matrix { .. }));
    match end {
        Some(end) if matrix_before(end) && !matrix_after(end) => pieces.into_iter().take(end).collect(),
        _ => pieces,
    }
}

/// `\mathbf{A}` as `A`.
fn short_name(text: &str) -> String {
    let inside = text.split_once('{').and_then(|(_, inside)| inside.strip_suffix('}')).unwrap_or(text);
    inside.trim_start_matches('\\').trim().to_owned()
}

fn calculation(source: &Source, span: Span) -> PasteError {
    source.error(span.0, PasteErrorKind::Expression { text: source.shown(span) })
}

/// The error of `^T`, with both meanings.
fn transposed(source: &Source, span: Span, tensor: &Tensor) -> PasteError {
    let mut turned = tensor.clone();
    transpose(&mut turned, false);
    let choice = |meaning, tensor, notes| Choice {
        meaning,
        sample: String::new(),
        pasted: Pasted { tensors: vec![tensor], notation: Notation::Latex, notes },
    };
    let choices = vec![
        choice(Meaning::Transposed, turned, vec![Note::Transposed]),
        choice(Meaning::AsWritten, tensor.clone(), vec![]),
    ];
    PasteError { choices, ..source.error(span.0, PasteErrorKind::Transpose) }
}

/// Two matrices and their product, as the app copies it. A column with `^T` before another matrix is a vector; so is a
/// column behind it whose product with it is a number.
fn product(source: &Source, pieces: &[Piece]) -> Result<Option<Pasted>, PasteError> {
    let shapes = stated(source);
    let matrix = |piece: Option<&Piece>| match piece {
        Some(Piece::Matrix { tensor, .. }) => Some(tensor.clone()),
        _ => None,
    };
    let mut rest = pieces.iter().peekable();
    let Some(mut left) = matrix(rest.next()) else { return Ok(None) };
    let lies = rest.next_if(|piece| matches!(piece, Piece::Transpose(_))).is_some();
    let Some(mut right) = matrix(rest.next()) else { return Ok(None) };
    let equals = rest.next_if(|piece| matches!(piece, Piece::Equals)).is_some();
    let result = matrix(rest.peek().copied());
    let number = result.is_none();
    if result.is_some() {
        rest.next();
        rest.next_if(|piece| matches!(piece, Piece::Transpose(_)));
    } else {
        // The digits of a number.
        while rest.next_if(|piece| matches!(piece, Piece::Other(_) | Piece::Stop)).is_some() {}
    }
    let complete = rest.next().is_none();
    if !complete || !equals && shapes.is_none() {
        return Ok(None);
    }
    if let Some([left_shape, right_shape]) = shapes {
        verify::fit(source, 0, &mut left, &left_shape)?;
        verify::fit(source, 0, &mut right, &right_shape)?;
    } else {
        let flat = |tensor: &Tensor| vec![tensor.values.len()];
        if lies && left.shape.dims().last() != Some(&1) {
            return Ok(None);
        }
        if lies {
            let sizes = flat(&left);
            verify::fit(source, 0, &mut left, &sizes)?;
        }
        if lies && number && right.shape.dims().last() == Some(&1) {
            let sizes = flat(&right);
            verify::fit(source, 0, &mut right, &sizes)?;
        }
    }
    let notes = if equals { vec![Note::ResultLeftOut] } else { vec![] };
    Ok(Some(Pasted { tensors: vec![left, right], notation: Notation::Latex, notes }))
}

/// The shapes of both operands, as the app writes them in a remark: `% (2, 3) @ (3) -> (2)`.
fn stated(source: &Source) -> Option<[Vec<usize>; 2]> {
    let text = source.all();
    let line = text.lines().find_map(|line| line.trim().strip_prefix('%').filter(|line| line.contains(" @ ")))?;
    let (left, rest) = line.split_once(" @ ")?;
    let right = rest.split(" -> ").next()?;
    let sizes = |text: &str| -> Option<Vec<usize>> {
        let inside = text.trim().strip_prefix('(')?.strip_suffix(')')?;
        inside.split(',').map(str::trim).filter(|size| !size.is_empty()).map(|size| size.parse().ok()).collect()
    };
    Some([sizes(left)?, sizes(right)?])
}
