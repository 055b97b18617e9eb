//! What the lesson knows: two operands, how to read their product, and how far the walk has come. Pure data.

mod inputs;

pub use inputs::{Inputs, Outcome, Product};

use super::preset::Preset;
use crate::lesson::history::History;
use crate::lesson::operand::{Operand, Side};
use crate::playback::Jump;
use matwalk_core::fix::Fix;
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::{Reading, Trace};
use matwalk_core::{Shape, Tensor};

/// The most rows or columns an operand has here.
pub const MAX_SIZE: usize = 256;
// The formula shows a sum as one term after the other; longer ones may be added in lanes.
const _: () = assert!(MAX_SIZE <= matwalk_core::reference::PLAIN_SUM);

/// The most rows or columns shown as a grid of numbers; from here on a heat map stands for it.
pub const MAX_GRID: usize = 16;

/// How the three matrices stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// B above the result, A left of it: a row and a column meet at the cell they make.
    #[default]
    Crossed,
    /// A x B = C on one line.
    Inline,
}

/// One thing a person does.
#[derive(Clone, Debug)]
pub enum Msg {
    /// Types into a cell. All that is typed until [`Msg::EndEdit`] is undone at once.
    EditCell(Side, usize, String),
    /// Leaves the cell.
    EndEdit,
    /// Leaves the cell and gives it back the text it had.
    CancelEdit,
    /// Gives an operand other numbers of rows and columns on paper.
    Resize(Side, usize, usize),
    /// Makes an operand a vector or a matrix.
    SetVector(Side, bool),
    /// Exchanges an operand's rows and columns.
    Transpose(Side),
    /// Exchanges the operands.
    Swap,
    /// Takes an example.
    Load(Preset),
    /// Fills both operands from a seed, shapes kept.
    Random(u64),
    /// Back to the lesson's first example.
    Reset,
    /// Replaces an operand by what was pasted.
    Paste(Side, matwalk_paste::Tensor),
    /// Repairs the shapes.
    Repair(Fix),
    /// Takes the last change to the inputs back.
    Undo,
    /// Does it again.
    Redo,
    /// Moves along the walk.
    Jump(Jump),
    /// To the step that finishes the result's cell at this row-major index.
    JumpToCell(usize),
    /// Reads the product another way.
    Read(Reading),
    /// Steps by products or by blocks.
    Grain(Grain),
    /// Places the matrices another way.
    Layout(Layout),
}

/// The lesson's state: the single source from which everything on the screen follows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The operands.
    pub inputs: Inputs,
    /// How to read the product.
    pub reading: Reading,
    /// How much a step does.
    pub grain: Grain,
    /// How the matrices stand.
    pub layout: Layout,
    /// How many steps are finished; never past the end.
    pub t: usize,
    history: History<Inputs>,
    /// The inputs before the cell being typed into was touched.
    before_edit: Option<Inputs>,
}

impl Default for Model {
    fn default() -> Model {
        Model::new(Preset::default().inputs())
    }
}

impl Model {
    /// The lesson at its start with these inputs.
    pub fn new(inputs: Inputs) -> Model {
        Model {
            inputs,
            reading: Reading::default(),
            grain: Grain::default(),
            layout: Layout::default(),
            t: 0,
            history: History::default(),
            before_edit: None,
        }
    }

    /// The walk through the product; `None` while the shapes don't go together.
    pub fn trace(&self) -> Option<Trace> {
        let plan = self.inputs.plan().ok()?;
        Some(Trace::new(plan.m, plan.k, plan.n, self.reading, self.grain))
    }

    /// How many steps the walk has.
    pub fn len(&self) -> usize {
        self.trace().map_or(0, |trace| trace.len())
    }

    /// Whether the walk has no steps.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo() || self.before_edit.as_ref().is_some_and(|before| *before != self.inputs)
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Does what a person did.
    pub fn update(&mut self, msg: Msg) {
        if !matches!(msg, Msg::EditCell(..) | Msg::CancelEdit) {
            self.end_edit();
        }
        match msg {
            Msg::EditCell(side, index, text) => {
                if self.before_edit.is_none() {
                    self.before_edit = Some(self.inputs.clone());
                }
                self.inputs = self.inputs.with(side, self.inputs.get(side).with_text(index, &text));
            }
            Msg::EndEdit => {}
            Msg::CancelEdit => {
                if let Some(before) = self.before_edit.take() {
                    self.inputs = before;
                }
            }
            Msg::Resize(side, rows, cols) => {
                let operand = self.inputs.get(side).resized(side, rows.min(MAX_SIZE), cols.min(MAX_SIZE));
                self.change(self.inputs.with(side, operand));
            }
            Msg::SetVector(side, vector) => {
                let operand = self.inputs.get(side);
                let next = if vector { operand.as_vector(side) } else { operand.as_matrix(side) };
                self.change(self.inputs.with(side, next));
            }
            Msg::Transpose(side) => self.change(self.inputs.with(side, self.inputs.get(side).transposed())),
            Msg::Swap => self.change(self.inputs.repaired(Fix::Swap)),
            Msg::Load(preset) => {
                self.change(preset.inputs());
                self.t = 0;
            }
            Msg::Random(seed) => {
                let drawn = |side: Side, seed| Operand::seeded(self.inputs.get(side).shape(), seed);
                self.change(Inputs { lhs: drawn(Side::Lhs, seed), rhs: drawn(Side::Rhs, seed.wrapping_add(1)) });
            }
            Msg::Reset => {
                self.change(Preset::default().inputs());
                self.t = 0;
            }
            Msg::Paste(side, pasted) => {
                if let Some(operand) = from_pasted(pasted) {
                    self.change(self.inputs.with(side, operand));
                }
            }
            Msg::Repair(repair) => self.change(self.inputs.repaired(repair)),
            Msg::Undo => {
                if let Some(before) = self.history.undo(self.inputs.clone()) {
                    self.set_inputs(before);
                }
            }
            Msg::Redo => {
                if let Some(after) = self.history.redo(self.inputs.clone()) {
                    self.set_inputs(after);
                }
            }
            Msg::Jump(jump) => self.t = jump.from(self.t, self.len()),
            Msg::JumpToCell(index) => {
                if let Some(trace) = self.trace().filter(|trace| trace.n > 0 && trace.m > 0) {
                    self.t = trace.finished_at(index / trace.n, index % trace.n).min(trace.len());
                }
            }
            Msg::Read(reading) => self.rescale(|model| model.reading = reading),
            Msg::Grain(grain) => self.rescale(|model| model.grain = grain),
            Msg::Layout(layout) => self.layout = layout,
        }
    }

    fn end_edit(&mut self) {
        if let Some(before) = self.before_edit.take()
            && before != self.inputs
        {
            self.history.record(before);
        }
    }

    fn change(&mut self, next: Inputs) {
        if next != self.inputs {
            self.history.record(self.inputs.clone());
            self.set_inputs(next);
        }
    }

    fn set_inputs(&mut self, next: Inputs) {
        self.inputs = next;
        self.t = self.t.min(self.len());
    }

    /// Changes how the product is read and stays as far along the walk as before.
    fn rescale(&mut self, change: impl FnOnce(&mut Model)) {
        let before = self.len() as u64;
        change(self);
        // In 64 bits: the product of two lengths of up to 2²⁴ steps does not fit the browser's 32.
        let t = (self.t as u64 * self.len() as u64).checked_div(before);
        self.t = t.and_then(|t| usize::try_from(t).ok()).unwrap_or(0);
    }
}

/// A pasted tensor as an operand of this lesson: vectors and matrices within [`MAX_SIZE`]; a scalar becomes 1 x 1.
pub fn from_pasted(pasted: matwalk_paste::Tensor) -> Option<Operand> {
    let shape = match pasted.shape.dims() {
        [] => Shape::matrix(1, 1).ok()?,
        dims if dims.len() <= 2 && dims.iter().all(|&d| d <= MAX_SIZE) => pasted.shape,
        _ => return None,
    };
    Some(Operand::written(Tensor::new(shape, pasted.values).ok()?, &pasted.texts))
}

#[cfg(test)]
mod tests;
