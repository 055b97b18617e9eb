//! A reading in the form of the page's attributes.

use crate::op::Op;
use crate::reading::Reading;

/// `data-op`, `data-a`, `data-b`, `data-weight`, `data-clash`, `data-dim` of `data-part="reading"`.
///
/// Sizes are joined by commas; `_` is an unknown size, `...` any further dimensions, `?` a dimension that may be
/// absent. An attribute is `None` if nothing is told; a scalar is the empty string.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// `matmul`, `bmm`, `linear`, `softmax`, `add` or `none`.
    pub op: &'static str,
    /// The first operand.
    pub a: Option<String>,
    /// The second operand as it is multiplied.
    pub b: Option<String>,
    /// The weight as stored.
    pub weight: Option<String>,
    /// The two sizes that clash.
    pub clash: Option<String>,
    /// The dimensions of the clash, or the dim asked.
    pub dim: Option<String>,
}

impl Reading {
    /// The reading as the page's attributes, for its likeliest operation.
    ///
    /// ```
    /// let reading = matwalk_errors::read("mat1 and mat2 shapes cannot be multiplied (32x784 and 128x10)");
    /// let attributes = reading.attributes();
    /// assert_eq!(attributes.op, "linear");
    /// assert_eq!(attributes.a.as_deref(), Some("32,784"));
    /// assert_eq!(attributes.b.as_deref(), Some("128,10"));
    /// assert_eq!(attributes.clash.as_deref(), Some("784,128"));
    /// assert_eq!(attributes.dim.as_deref(), Some("-1,-2"));
    /// ```
    pub fn attributes(&self) -> Attributes {
        if self.op() == Op::None {
            return Attributes { op: Op::None.key(), ..Attributes::default() };
        }
        Attributes {
            op: self.op().key(),
            a: self.a.as_ref().map(ToString::to_string),
            b: self.b.as_ref().map(ToString::to_string),
            weight: self.weight.as_ref().map(ToString::to_string),
            clash: self.clash.map(|clash| clash.to_string()),
            dim: self.dim.map(|dim| dim.to_string()),
        }
    }
}

impl Attributes {
    /// The attributes that are there, with the names of the page.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let rest = [
            ("data-a", &self.a),
            ("data-b", &self.b),
            ("data-weight", &self.weight),
            ("data-clash", &self.clash),
            ("data-dim", &self.dim),
        ];
        let op = std::iter::once(("data-op", self.op));
        op.chain(rest.into_iter().filter_map(|(name, value)| value.as_deref().map(|value| (name, value))))
    }
}
