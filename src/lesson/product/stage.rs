//! What the stage shows after t steps, as facts: the role of every cell, the terms of the formula. Pure data.

use super::model::{Inputs, Product};
use crate::figure;
use crate::lesson::operand::{Operand, Side};
use crate::ui::Role;
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::{Reading, Step, Trace};
use std::ops::Range;

/// The walk at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The whole walk.
    pub trace: Trace,
    /// How many steps are finished.
    pub t: usize,
    /// The step that finished last: what the sentence and the formula speak of. `None` at the start.
    pub step: Option<Step>,
    /// All products that belong together with that step's.
    pub block: Option<Step>,
}

impl Scene {
    /// The walk after `t` steps.
    pub fn new(trace: Trace, t: usize) -> Scene {
        let t = t.min(trace.len());
        let step = t.checked_sub(1).and_then(|last| trace.step(last));
        let block = step.clone().map(|step| match (trace.grain, trace.reading) {
            (Grain::Coarse, _) => step,
            (Grain::Fine, Reading::Dot) => Step { inner: 0..trace.k, ..step },
            (Grain::Fine, Reading::Columns) => Step { rows: 0..trace.m, ..step },
            (Grain::Fine, Reading::Rows) => Step { cols: 0..trace.n, ..step },
            (Grain::Fine, Reading::Outer) => Step { rows: 0..trace.m, cols: 0..trace.n, ..step },
        });
        Scene { trace, t, step, block }
    }

    /// The roles of an operand's cells, row-major.
    pub fn operand_roles(&self, side: Side) -> Vec<Role> {
        let Trace { m, k, n, .. } = self.trace;
        let (rows, cols) = if side == Side::Lhs { (m, k) } else { (k, n) };
        let mut roles = vec![Role::Idle; rows * cols];
        let spans = |step: &Step| match side {
            Side::Lhs => (step.rows.clone(), step.inner.clone()),
            Side::Rhs => (step.inner.clone(), step.cols.clone()),
        };
        if let Some(block) = &self.block {
            let (rows, span) = spans(block);
            paint(&mut roles, cols, rows, span, Role::Contributing);
        }
        if let Some(step) = &self.step {
            let (rows, span) = spans(step);
            // The one factor of the step; a whole row or column at once only contributes.
            if rows.len() * span.len() == 1 {
                paint(&mut roles, cols, rows, span, Role::Active);
            }
        }
        roles
    }

    /// The role of the result's cell.
    pub fn out_role(&self, row: usize, col: usize) -> Role {
        if self.step.as_ref().is_some_and(|step| step.touches(row, col)) {
            return Role::Active;
        }
        match self.trace.terms_done(self.t, row, col) {
            done if done == self.trace.k => Role::Done,
            0 => Role::Pending,
            _ => Role::Contributing,
        }
    }
}

fn paint(roles: &mut [Role], cols: usize, rows: Range<usize>, span: Range<usize>, role: Role) {
    for row in rows {
        roles[row * cols + span.start..row * cols + span.end].fill(role);
    }
}

/// Where a term stands at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermState {
    /// Added in an earlier step.
    Done,
    /// Added by the step that finished last.
    Current,
    /// Not yet added.
    Pending,
}

/// A number in the formula, as text for the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// At most five digits.
    pub text: String,
    /// Whether it can be read: a factor whose cell holds a wrong text can't.
    pub sound: bool,
    /// Whether it needs parentheses as a factor.
    pub negative: bool,
}

impl Figure {
    /// The figure of a value; `None` is one that can't be known.
    pub fn of(value: Option<f32>) -> Figure {
        match value {
            Some(value) => Figure { text: figure::short(value), sound: true, negative: value.is_sign_negative() },
            None => Figure { text: "?".into(), sound: false, negative: false },
        }
    }

    fn of_cell(operand: &Operand, index: usize) -> Figure {
        Figure::of(operand.value(index).ok())
    }
}

/// One term of a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its place along the inner dimension.
    pub p: usize,
    /// Left factor: a number, or a column of lhs.
    pub lhs: Vec<Figure>,
    /// Right factor: a number, or a row of rhs.
    pub rhs: Vec<Figure>,
    /// The product of two numbers; `None` for a blend, whose products are not single numbers.
    pub product: Option<Figure>,
    /// Whether it has been added.
    pub state: TermState,
}

/// What is being summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// One cell.
    Cell(usize, usize),
    /// One column, blended from the columns of lhs.
    Column(usize),
    /// One row, blended from the rows of rhs.
    Row(usize),
    /// The whole result, as a sum of sheets.
    Whole,
}

/// The formula of the step that finished last.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// What it computes.
    pub target: Target,
    /// The terms shown; `None` where some are left out.
    pub terms: Vec<Option<Term>>,
    /// What the target holds now, row-major; empty where it is too large to be written out.
    pub partial: Vec<Figure>,
    /// Rows of the target.
    pub rows: usize,
    /// Columns of the target.
    pub cols: usize,
    /// Whether all terms are added.
    pub complete: bool,
}

/// The most terms written out; of a longer sum the first, those around the current one, and the last.
const MAX_TERMS: usize = 8;

/// The most entries of a column or row written out in a blend.
const MAX_ENTRIES: usize = 6;

impl Formula {
    /// The formula after the scene's last step; `None` before the first.
    pub fn of(scene: &Scene, inputs: &Inputs, product: &Product) -> Option<Formula> {
        let step = scene.step.as_ref()?;
        let Trace { m, k, n, reading, grain } = scene.trace;
        let (row, col, p) = (step.rows.start, step.cols.start, step.inner.start);
        let target = match (grain, reading) {
            (Grain::Fine, _) | (_, Reading::Dot) => Target::Cell(row, col),
            (_, Reading::Columns) => Target::Column(col),
            (_, Reading::Rows) => Target::Row(row),
            (_, Reading::Outer) => Target::Whole,
        };
        let (rows, cols) = match target {
            Target::Cell(..) => (row..row + 1, col..col + 1),
            Target::Column(_) => (0..m, col..col + 1),
            Target::Row(_) => (row..row + 1, 0..n),
            Target::Whole => (0..m, 0..n),
        };
        let written = rows.len() <= MAX_ENTRIES && cols.len() <= MAX_ENTRIES;
        let whole_cell = step.inner.len() > 1 || k == 1;
        let state = |index: usize| {
            if whole_cell && matches!(target, Target::Cell(..)) && grain == Grain::Coarse || index == p {
                TermState::Current
            } else if index < p {
                TermState::Done
            } else {
                TermState::Pending
            }
        };
        let term = |index: usize| Term {
            p: index,
            lhs: if written {
                rows.clone().map(|i| Figure::of_cell(&inputs.lhs, i * k + index)).collect()
            } else {
                vec![]
            },
            rhs: if written {
                cols.clone().map(|j| Figure::of_cell(&inputs.rhs, index * n + j)).collect()
            } else {
                vec![]
            },
            product: matches!(target, Target::Cell(..)).then(|| {
                let (lhs, rhs) = (inputs.lhs.value(row * k + index), inputs.rhs.value(index * n + col));
                Figure::of(lhs.ok().zip(rhs.ok()).map(|(lhs, rhs)| lhs * rhs))
            }),
            state: state(index),
        };
        let partial = |i: usize, j: usize| {
            let blocked = inputs.blocks(&product.plan, i, j);
            let value = || scene.trace.partial(inputs.lhs.tensor().data(), inputs.rhs.tensor().data(), scene.t, i, j);
            Figure::of((!blocked).then(value))
        };
        let shown = if whole_cell && grain == Grain::Coarse { k - 1 } else { p };
        Some(Formula {
            target,
            terms: window(k, shown).into_iter().map(|index| index.map(term)).collect(),
            partial: if written {
                rows.clone().flat_map(|i| cols.clone().map(move |j| (i, j))).map(|(i, j)| partial(i, j)).collect()
            } else {
                vec![]
            },
            rows: rows.len(),
            cols: cols.len(),
            complete: scene.trace.terms_done(scene.t, row, col) == k,
        })
    }
}

/// Which of `count` terms to write out around the current one; `None` stands for those left out.
fn window(count: usize, current: usize) -> Vec<Option<usize>> {
    if count <= MAX_TERMS {
        return (0..count).map(Some).collect();
    }
    let wanted = |index: usize| index < 2 || index + 1 == count || index.abs_diff(current) <= 1;
    let mut shown = Vec::new();
    for index in 0..count {
        if wanted(index) {
            shown.push(Some(index));
        } else if shown.last() != Some(&None) {
            shown.push(None);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sums_are_shortened_around_the_current_term() {
        assert_eq!(window(3, 1), [Some(0), Some(1), Some(2)]);
        assert_eq!(window(20, 10), [Some(0), Some(1), None, Some(9), Some(10), Some(11), None, Some(19)]);
        assert_eq!(window(20, 0), [Some(0), Some(1), None, Some(19)]);
        assert_eq!(window(20, 19), [Some(0), Some(1), None, Some(18), Some(19)]);
        assert!(window(0, 0).is_empty());
    }
}
