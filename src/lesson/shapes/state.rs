//! How far each column of the table has come at a step.

use super::inputs::{Inputs, Op};
use super::model::Shapes;
use super::sizes::Size;
use super::solved::{Solved, size_out, told};
use super::step::Step;
use matwalk_core::rule::{Operand, Role, Verdict};

/// A column at a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What it is for.
    pub role: Role,
    /// How it comes out.
    pub verdict: Verdict,
    /// The left operand's dimension and its size.
    pub a: Option<(usize, Size)>,
    /// The right operand's.
    pub b: Option<(usize, Size)>,
    /// The result's.
    pub out: Option<(usize, Size)>,
    /// Whether the left one is a 1 that is lent, and the right one.
    pub lent: (bool, bool),
    /// Whether it has been judged.
    pub seen: bool,
    /// Whether its place in the result is known.
    pub done: bool,
    /// Whether this step is about it.
    pub now: bool,
    /// Whether it stops the walk, and that is seen.
    pub clash: bool,
    /// Whether a size in it was not told.
    pub unsure: bool,
    /// When it is compared, from 1, where the order is worth a number.
    pub order: Option<usize>,
}

/// The step that finished last.
pub fn step(shapes: &Shapes) -> Option<Step> {
    shapes.t.checked_sub(1).and_then(|index| shapes.solved().steps.get(index)).copied()
}

/// Whether a step of this kind has finished.
pub fn after(shapes: &Shapes, is: impl Fn(&Step) -> bool) -> bool {
    shapes.solved().steps.iter().take(shapes.t).any(is)
}

/// Whether the walk has a step of this kind that has not finished.
pub fn before(shapes: &Shapes, is: impl Fn(&Step) -> bool) -> bool {
    shapes.solved().steps.iter().skip(shapes.t).any(is)
}

/// All columns, outermost first.
pub fn columns(shapes: &Shapes) -> Vec<Column> {
    let (inputs, solved) = (shapes.inputs(), shapes.solved());
    let over = shapes.is_over();
    let clashing = if over { solved.clashing() } else { Vec::new() };
    let orders = orders(inputs, solved);
    let now = step(shapes);
    let column = |(index, column): (usize, &matwalk_core::rule::Column)| {
        let side = |dim: Option<matwalk_core::rule::Dim>, dims: &[Size]| Some((dim?.index, told(dims, dim)?));
        let at = seen_at(inputs, solved, index);
        let seen = at.is_some_and(|at| shapes.t >= at);
        let kept = matches!(column.role, Role::Row | Role::Col);
        let folded = matches!(fold_at(solved), Some((Operand::Lhs, at)) if shapes.t >= at) && column.lhs.is_some();
        let done = seen && (!kept || folded) || over && solved.checks.passes;
        Column {
            role: column.role,
            verdict: column.verdict,
            a: side(column.lhs, &inputs.a),
            b: if inputs.has_b() { side(column.rhs, &inputs.b) } else { None },
            out: column.out.zip(size_out(inputs, column)).map(|(dim, size)| (dim.index, size)),
            lent: lent(inputs, column),
            seen,
            done,
            now: is_now(inputs, column, index, now),
            clash: clashing.contains(&index),
            unsure: solved.unsure.get(index) == Some(&true),
            order: orders.get(index).copied().flatten(),
        }
    };
    solved.columns().iter().enumerate().map(column).collect()
}

/// The finished step at which leading dimensions became rows.
fn fold_at(solved: &Solved) -> Option<(Operand, usize)> {
    solved.steps.iter().enumerate().find_map(|(index, step)| match step {
        Step::Fold(operand, _) => Some((*operand, index + 1)),
        _ => None,
    })
}

/// After how many steps a column has been judged.
fn seen_at(inputs: &Inputs, solved: &Solved, index: usize) -> Option<usize> {
    let column = solved.columns().get(index)?;
    let at = |is: &dyn Fn(&Step) -> bool| solved.steps.iter().position(is).map(|step| step + 1);
    let compared = at(&|step| *step == Step::Column(index));
    let together = at(&|step| *step == Step::Batched).filter(|_| matches!(column.role, Role::Batch | Role::Inner));
    let folded = fold_at(solved).and_then(|(operand, at)| {
        let side = if operand == Operand::Lhs { column.lhs } else { column.rhs };
        (side.is_some() && column.role != Role::Inner).then_some(at)
    });
    let summed = at(&|step| *step == Step::Sum).filter(|_| inputs.op == Op::Softmax);
    let bias = at(&|step| matches!(step, Step::BiasFails(_))).filter(|_| column.role == Role::Col);
    let end = solved.checks.passes.then_some(solved.steps.len());
    compared.or(together).or(folded).or(summed).or(bias).or(end)
}

/// A missing batch dimension, and the row or column of a vector, count as 1.
fn lent(inputs: &Inputs, column: &matwalk_core::rule::Column) -> (bool, bool) {
    match (column.role, column.verdict) {
        (Role::Row, Verdict::Lent) => (true, false),
        (Role::Col, Verdict::Lent) => (false, true),
        (Role::Batch | Role::Element, _) if matches!(inputs.op, Op::Matmul | Op::Add) => {
            let fold = column.verdict;
            (column.lhs.is_none() && fold == Verdict::StretchLhs, column.rhs.is_none() && fold == Verdict::StretchRhs)
        }
        _ => (false, false),
    }
}

fn is_now(inputs: &Inputs, column: &matwalk_core::rule::Column, index: usize, now: Option<Step>) -> bool {
    match now {
        Some(Step::Column(at)) => at == index,
        Some(Step::Batched) => column.clash().is_some(),
        Some(Step::Turn) => matches!(column.role, Role::Inner | Role::Col),
        Some(Step::Lend(Operand::Lhs)) => column.role == Role::Row,
        Some(Step::Lend(_)) => column.role == Role::Col,
        Some(Step::Fold(Operand::Lhs, _)) => column.lhs.is_some() && column.role != Role::Inner,
        Some(Step::Fold(..)) => column.rhs.is_some() && column.role != Role::Inner,
        Some(Step::Bias | Step::BiasFails(_)) => column.role == Role::Col,
        Some(Step::Sum | Step::Negative) => inputs.op == Op::Softmax && column.role == Role::Along,
        _ => false,
    }
}

/// Numbers for the order of the comparisons, where there are several.
fn orders(inputs: &Inputs, solved: &Solved) -> Vec<Option<usize>> {
    let mut orders = vec![None; solved.columns().len()];
    let batches = solved.columns().iter().filter(|column| column.role == Role::Batch).count();
    if inputs.op != Op::Matmul || batches == 0 || solved.fold().is_some() {
        return orders;
    }
    for (index, column) in solved.columns().iter().enumerate() {
        match column.role {
            Role::Batch => orders[index] = Some(batches - index),
            Role::Inner => orders[index] = Some(batches + 1),
            _ => {}
        }
    }
    orders
}
