//! One known wording: one entry of the table.

use crate::about::About;
use crate::hook::Hook;
use crate::insight::Fact;
use crate::library::Library;
use crate::op::Op;

/// How the clash follows from the two shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// It does not, or the entry tells it.
    Told,
    /// A product: last of a against second to last of b, then batches.
    Product,
    /// Element by element, aligned from the right, a 1 stretches.
    Stretch,
    /// a is stretched to b, b never.
    OneWay,
    /// a is written to and must already have the shape `out`.
    InPlace,
}

/// One wording. `says` is its template: the words before the first hole are the anchor that is looked for.
///
/// `tells` says what the holes tell: parts joined by `; `, each a name and an expression. `a`, `b`, `weight`, `out`,
/// `clash` and `dim` are expressions of a small language: items joined by commas, each a hole (`A`), a whole shape
/// (`S`), a size of a shape (`S.0`, `S.-1`), as many unknown sizes as a hole counts (`R#`), a number, or `_`, `...`,
/// `?` as in [`Shape`](crate::Shape)'s text form. `~A` is a size that may be several sizes multiplied, `()` a scalar.
/// `dim` may also be `i@S,j@T`: places counted from 0 in S and T. `hides` has names of [`Hide::key`](crate::Hide::key)
/// with blanks between, `versions` the versions that print it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wording {
    pub says: &'static str,
    pub tells: &'static str,
    pub ops: &'static [Op],
    pub library: Library,
    pub about: Option<About>,
    pub warning: bool,
    pub rule: Rule,
    pub hook: Hook,
    pub fact: Option<Fact>,
}

const BLANK: Wording = Wording {
    says: "",
    tells: "",
    ops: &[Op::None],
    library: Library::PyTorch,
    about: None,
    warning: false,
    rule: Rule::Told,
    hook: Hook::None,
    fact: None,
};

/// A product.
pub(crate) const fn product(library: Library, says: &'static str) -> Wording {
    Wording { says, library, ops: &[Op::Matmul], rule: Rule::Product, ..BLANK }
}

/// A dense layer.
pub(crate) const fn linear(library: Library, says: &'static str) -> Wording {
    Wording { says, library, ops: &[Op::Linear], rule: Rule::Product, ..BLANK }
}

/// A product of two batches.
pub(crate) const fn bmm(library: Library, says: &'static str) -> Wording {
    Wording { says, library, ops: &[Op::Bmm], rule: Rule::Product, ..BLANK }
}

/// An element-wise operation.
pub(crate) const fn add(library: Library, says: &'static str) -> Wording {
    Wording { says, library, ops: &[Op::Add], rule: Rule::Stretch, ..BLANK }
}

/// A softmax.
pub(crate) const fn softmax(library: Library, says: &'static str) -> Wording {
    Wording { says, library, ops: &[Op::Softmax], ..BLANK }
}

/// A message about something else.
pub(crate) const fn near(library: Library, about: About, says: &'static str) -> Wording {
    Wording { says, library, about: Some(about), ..BLANK }
}

/// A message about something else, in short: library, subject, template.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Near(pub Library, pub About, pub &'static str);

impl Near {
    /// The same as a whole entry.
    pub const fn whole(self) -> Wording {
        near(self.0, self.1, self.2)
    }
}

impl Wording {
    /// What the holes tell.
    pub const fn tells(mut self, tells: &'static str) -> Self {
        self.tells = tells;
        self
    }

    /// The operations it may be, likeliest first.
    pub const fn ops(mut self, ops: &'static [Op]) -> Self {
        self.ops = ops;
        self
    }

    /// Another rule than the usual one.
    pub const fn rule(mut self, rule: Rule) -> Self {
        self.rule = rule;
        self
    }

    /// Code that reads what the template alone does not tell.
    pub const fn hook(mut self, hook: Hook) -> Self {
        self.hook = hook;
        self
    }

    /// A fact that holds for every message of this wording.
    pub const fn fact(mut self, fact: Fact) -> Self {
        self.fact = Some(fact);
        self
    }

    /// What it is about, if it may also be none of the operations.
    pub const fn about(mut self, about: About) -> Self {
        self.about = Some(about);
        self
    }

    /// A warning, not an error.
    pub const fn warning(mut self) -> Self {
        self.warning = true;
        self
    }
}
