//! A shape as far as it is known: a size that nobody told stays unknown and is never made up.

use matwalk_core::shape::MAX_RANK;
use matwalk_core::{Shape, ShapeError};

/// One dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Its size.
    Known(usize),
    /// There is a dimension; its size was not told.
    Unknown,
    /// Any number of further dimensions, also none.
    Any,
}

/// The dimensions, outermost first.
pub type Dims = Vec<Size>;

/// Why a text is no shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No shape is in it.
    NoShape,
    /// A negative size.
    Negative,
    /// More dimensions than are drawn.
    TooManyDims,
    /// More entries than are counted.
    TooLarge,
}

impl Size {
    /// The number, if it was told.
    pub fn known(self) -> Option<usize> {
        match self {
            Size::Known(size) => Some(size),
            Size::Unknown | Size::Any => None,
        }
    }

    /// As it stands in a bead.
    pub fn text(self) -> String {
        match self {
            Size::Known(size) => size.to_string(),
            Size::Unknown => "?".to_owned(),
            Size::Any => "⋯".to_owned(),
        }
    }
}

/// The dimensions of a shape.
pub fn dims(sizes: &[usize]) -> Dims {
    sizes.iter().copied().map(Size::Known).collect()
}

/// The whole shape, if all of it is known.
pub fn whole(dims: &[Size]) -> Option<Shape> {
    let sizes: Option<Vec<usize>> = dims.iter().map(|size| size.known()).collect();
    Shape::new(&sizes?).ok()
}

/// As PyTorch writes it: `(64, 1, 28)`, `(3,)`, `()`; an unknown size is a question mark.
pub fn text(dims: &[Size]) -> String {
    match dims {
        [one] => format!("({},)", one.text()),
        _ => format!("({})", dims.iter().map(|size| size.text()).collect::<Vec<_>>().join(", ")),
    }
}

/// As it stands in an address: `2x3`, `scalar`, `10x_x360`, `~x40x~`.
pub fn to_address(dims: &[Size]) -> String {
    if dims.is_empty() {
        return "scalar".to_owned();
    }
    let size = |size: &Size| match size {
        Size::Known(size) => size.to_string(),
        Size::Unknown => "_".to_owned(),
        Size::Any => "~".to_owned(),
    };
    dims.iter().map(size).collect::<Vec<_>>().join("x")
}

/// Reads what [`to_address`] writes.
pub fn from_address(text: &str) -> Option<Dims> {
    if text == "scalar" {
        return Some(Vec::new());
    }
    let size = |text: &str| match text {
        "_" => Some(Size::Unknown),
        "~" => Some(Size::Any),
        _ if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok().map(Size::Known),
        _ => None,
    };
    let dims: Dims = text.split('x').map(size).collect::<Option<_>>()?;
    check(&dims).is_ok().then_some(dims)
}

/// Whether the shape is one that is drawn and counted.
///
/// # Errors
/// Why not.
pub fn check(dims: &[Size]) -> Result<(), Wrong> {
    let sizes: Vec<usize> = dims.iter().map(|size| size.known().unwrap_or(1)).collect();
    match Shape::new(&sizes) {
        Ok(_) => Ok(()),
        Err(ShapeError::TooManyDims { .. }) => Err(Wrong::TooManyDims),
        Err(ShapeError::TooLarge) => Err(Wrong::TooLarge),
    }
}

/// One size as it is typed into a bead.
///
/// # Errors
/// Why it is none.
pub fn typed_size(text: &str) -> Result<Size, Wrong> {
    let text = text.trim();
    match text {
        "?" | "_" => Ok(Size::Unknown),
        _ if text.starts_with(['-', '−']) => Err(Wrong::Negative),
        _ if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse().map(Size::Known).map_err(|_| Wrong::TooLarge)
        }
        _ => Err(Wrong::NoShape),
    }
}

/// The dimension after exchanging the last two; a vector stays.
pub fn turned(dims: &[Size]) -> Dims {
    let mut turned = dims.to_vec();
    if let [.., rows, cols] = &mut turned[..] {
        std::mem::swap(rows, cols);
    }
    turned
}

/// Whether a dimension more can be drawn.
pub fn has_room(dims: &[Size]) -> bool {
    dims.len() < MAX_RANK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_what_is_not_told() {
        for text in ["scalar", "2x3", "10x_x360", "~x40x~", "0", "64x1x28x28"] {
            assert_eq!(from_address(text).map(|dims| to_address(&dims)).as_deref(), Some(text));
        }
        for text in ["", "x", "2x", "-1", "2x3:1", "1x1x1x1x1x1x1", "99999999999999999999", "2147483648"] {
            assert_eq!(from_address(text), None, "{text}");
        }
    }

    #[test]
    fn shapes_are_written_as_pytorch_does() {
        assert_eq!(text(&dims(&[64, 1, 28])), "(64, 1, 28)");
        assert_eq!((text(&dims(&[3])), text(&[])), ("(3,)".into(), "()".into()));
        assert_eq!(text(&[Size::Any, Size::Known(4), Size::Unknown]), "(⋯, 4, ?)");
    }
}
