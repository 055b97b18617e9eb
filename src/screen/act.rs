//! Everything a person can do to a lesson, as data.

use super::scene::Slot;
use crate::lesson::operand::Operand;
use crate::lesson::told::Told;
use crate::playback::Jump;
use std::sync::Arc;

/// One thing a person does. A lesson leaves out what it has no use for.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Moves along the walk.
    Jump(Jump),
    /// Presses a computed number, at a row-major index: to the step that finishes it.
    Pick(Slot, usize),
    /// Types into a cell. All that is typed until [`Act::EndEdit`] is undone at once.
    Edit(Slot, usize, String),
    /// Leaves the cell.
    EndEdit,
    /// Leaves the cell and gives it back the text it had.
    CancelEdit,
    /// Writes a whole operand as text, in its field of the shape line.
    Write(Slot, String),
    /// Changes a number of the picture by as much, at an index.
    Nudge(Slot, usize, i64),
    /// Drags a number to about this value; the lesson rounds it, more finely while Shift is held. All of one drag is undone
    /// at once: [`Act::EndEdit`] ends it.
    Slide {
        /// What it belongs to.
        slot: Slot,
        /// Which one.
        index: usize,
        /// The value under the pointer.
        value: f64,
        /// Whether it is to be rounded finely.
        fine: bool,
    },
    /// Presses a tool, or what carries `data-act` in the picture, by its name.
    Press(String),
    /// Pastes a text that the lesson's reader may have to read.
    Tell(String),
    /// What a worker that the lesson asked for tells.
    Report(Vec<f64>),
    /// What the lesson's reader made of that text.
    Read(Arc<Told>),
    /// Chooses in a setting, by the setting's key and the choice's place in it.
    Choose(&'static str, usize),
    /// Opens the example at this place of the list.
    Example(usize),
    /// Fills the operands from a seed, shapes kept.
    Random(u64),
    /// Back to the example or link that was opened last.
    Reset,
    /// Exchanges the first two operands.
    Swap,
    /// Exchanges an operand's last two dimensions.
    Transpose(Slot),
    /// Gives an operand another size along one of its [`super::board::Size`]s.
    Resize(Slot, usize, usize),
    /// Makes an operand a vector or a matrix.
    SetVector(Slot, bool),
    /// Replaces an operand by what was pasted.
    Paste(Slot, Box<Operand>),
    /// Replaces the operands, in their order, by what was pasted.
    PasteAll(Vec<Operand>),
    /// Presses the fix at this place of the list.
    Fix(usize),
    /// Takes the last change to the inputs back.
    Undo,
    /// Does it again.
    Redo,
}

/// What an [`Act`] changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    Nothing,
    /// Only where the walk stands: what the inputs decide need not be computed again.
    Step,
    /// Inputs or settings.
    All,
}
