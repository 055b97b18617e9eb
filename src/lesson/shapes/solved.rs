//! What follows from the inputs: the walk in PyTorch's order, the result or the error.

use super::inputs::{Inputs, Op};
use super::sizes::{Dims, Size};
use super::step::{Step, steps};
use matwalk_core::Shape;
use matwalk_core::rule::check::{self, Check, Checks};
use matwalk_core::rule::{self, Alignment, Clash, Column, Exception, Role, Wording};
use matwalk_errors::At;

/// What PyTorch raises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The type; `None` for a limit that is not PyTorch's.
    pub exception: Option<Exception>,
    /// The text of 2.15, and of versions before.
    pub text: [String; 2],
}

/// All that follows from the inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// The checks. Where sizes are unknown they are those of shapes in which each unknown size equals its partner, so
    /// that it decides nothing.
    pub checks: Checks,
    /// The shapes of `checks`.
    pub a: Shape,
    /// See `a`.
    pub b: Shape,
    /// The steps of the walk.
    pub steps: Vec<Step>,
    /// What is raised, if something is.
    pub raised: Option<Raised>,
    /// The sizes of the result, if there is one.
    pub out: Option<Dims>,
    /// For each column whether a size in it is not known.
    pub unsure: Vec<bool>,
}

impl Solved {
    /// The walk through these inputs.
    pub fn of(inputs: &Inputs) -> Solved {
        let (a, b) = settled(inputs);
        let bias = inputs.added().map(|dims| filled(dims));
        let checks = match inputs.op {
            Op::Matmul => check::matmul(a, b),
            Op::Bmm => check::bmm(a, b),
            Op::Linear => check::linear(a, b, bias),
            Op::Softmax => check::softmax(a, inputs.dim),
            Op::Add => check::add(a, b),
        };
        let columns = checks.alignment.columns();
        let unsure: Vec<bool> = columns.iter().map(|column| is_unsure(inputs, column)).collect();
        let out = checks.passes.then(|| out(inputs, columns));
        Solved { steps: steps(inputs, &checks), raised: raised(inputs, a, b, bias), out, unsure, a, b, checks }
    }

    /// The columns of the picture, outermost first.
    pub fn columns(&self) -> &[Column] {
        self.checks.alignment.columns()
    }

    /// The place of the columns of a role, from the left.
    pub fn place(&self, role: Role) -> Option<usize> {
        self.columns().iter().position(|column| column.role == role)
    }

    /// The number of a column's dimension; as the text tells it where any further dimensions may stand before it, and `?`
    /// where it does not.
    pub fn dim_name(&self, inputs: &Inputs, index: usize) -> String {
        if !inputs.a.contains(&Size::Any) && !inputs.b.contains(&Size::Any) {
            return index.to_string();
        }
        match inputs.told.as_ref().and_then(|told| told.reading.dim) {
            Some(At::One(dim)) if self.unsure.get(index) == Some(&false) => dim.to_string(),
            _ => "?".to_owned(),
        }
    }

    /// The columns at odds that stop the walk.
    pub fn clashing(&self) -> Vec<usize> {
        if self.checks.passes {
            return Vec::new();
        }
        match self.checks.list.last() {
            Some(Check::Column(index)) => vec![*index],
            Some(Check::Batched) => {
                let clashes = self.columns().iter().enumerate().filter(|(_, column)| column.clash().is_some());
                clashes.map(|(index, _)| index).collect()
            }
            Some(Check::Bias(_)) => self.place(Role::Col).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The two sizes at odds.
    pub fn clash(&self) -> Option<Clash> {
        self.clashing().first().and_then(|index| self.columns().get(*index)?.clash())
    }

    /// How many rows all leading dimensions make, where they are put under each other.
    pub fn fold(&self) -> Option<(rule::Operand, usize)> {
        self.checks.list.iter().find_map(|check| match check {
            Check::Fold { operand, rows } => Some((*operand, *rows)),
            _ => None,
        })
    }
}

/// The size that a dimension of an operand has, as far as it was told.
pub fn told(dims: &[Size], dim: Option<rule::Dim>) -> Option<Size> {
    dims.get(dim?.index).copied()
}

fn is_unsure(inputs: &Inputs, column: &Column) -> bool {
    let unknown = |size: Option<Size>| size.is_some_and(|size| size.known().is_none());
    unknown(told(&inputs.a, column.lhs)) || inputs.has_b() && unknown(told(&inputs.b, column.rhs))
}

/// The size that comes out of a column.
pub fn size_out(inputs: &Inputs, column: &Column) -> Option<Size> {
    let dim = column.out?;
    let b = if inputs.has_b() { told(&inputs.b, column.rhs) } else { None };
    Some(match (told(&inputs.a, column.lhs), b) {
        (Some(Size::Any), _) | (_, Some(Size::Any)) => Size::Any,
        // What is not 1 is what comes out, whatever the other one is.
        (Some(Size::Known(size)), Some(Size::Unknown)) | (Some(Size::Unknown), Some(Size::Known(size)))
            if size != 1 =>
        {
            Size::Known(size)
        }
        (Some(Size::Unknown), _) | (_, Some(Size::Unknown)) => Size::Unknown,
        _ => Size::Known(dim.size),
    })
}

fn out(inputs: &Inputs, columns: &[Column]) -> Dims {
    columns.iter().filter_map(|column| size_out(inputs, column)).collect()
}

/// Shapes with all sizes: one that is not known is 1.
fn filled(dims: &[Size]) -> Shape {
    let sizes: Vec<usize> = dims.iter().map(|size| size.known().unwrap_or(1)).collect();
    Shape::new(&sizes).unwrap_or(Shape::SCALAR)
}

/// Both shapes with all sizes: one that is not known equals its partner.
fn settled(inputs: &Inputs) -> (Shape, Shape) {
    let (a, b) = (filled(&inputs.a), filled(&inputs.b));
    if inputs.is_whole() || !inputs.has_b() {
        return (a, b);
    }
    let alignment = align(inputs.op, a, b);
    let (mut lhs, mut rhs) = (a.dims().to_vec(), b.dims().to_vec());
    for column in alignment.columns() {
        let (Some(x), Some(y)) = (column.lhs, column.rhs) else { continue };
        let sizes = (inputs.a.get(x.index), inputs.b.get(y.index));
        match sizes {
            (Some(Size::Known(size)), Some(Size::Unknown | Size::Any)) => rhs[y.index] = *size,
            (Some(Size::Unknown | Size::Any), Some(Size::Known(size))) => lhs[x.index] = *size,
            _ => {}
        }
    }
    (Shape::new(&lhs).unwrap_or(a), Shape::new(&rhs).unwrap_or(b))
}

fn align(op: Op, a: Shape, b: Shape) -> Alignment {
    match op {
        Op::Bmm => rule::align_bmm(a, b),
        Op::Linear => rule::align_linear(a, b),
        Op::Add => rule::align_add(a, b),
        Op::Matmul | Op::Softmax => rule::align(a, b),
    }
}

fn raised(inputs: &Inputs, a: Shape, b: Shape, bias: Option<Shape>) -> Option<Raised> {
    macro_rules! of {
        ($result:expr) => {
            $result.err().map(|error| Raised {
                exception: error.exception(),
                text: [Wording::New, Wording::Old].map(|wording| error.torch_text(wording).unwrap_or_default()),
            })
        };
    }
    match inputs.op {
        Op::Matmul => of!(rule::matmul(a, b)),
        Op::Bmm => of!(rule::bmm(a, b)),
        Op::Linear => of!(rule::linear(a, b, bias)),
        Op::Softmax => of!(rule::softmax(a, inputs.dim)),
        Op::Add => of!(rule::add(a, b)),
    }
}
