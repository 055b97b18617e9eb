//! A bracketed matrix of the picture, and the one rule for what a cell shows at step t: [`Shown`]. Grid, heat map and
//! exported picture all read it.

use super::hue::Hue;
use std::ops::Range;
use std::sync::Arc;

/// The name of a tensor in `data-cell`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot(
    /// `a`, `b`, `out`, `w`, …
    pub &'static str,
);

/// What a cell is doing at the moment: `data-role` on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing.
    #[default]
    Idle,
    /// Takes part in what the current step belongs to; of a result: holds some of its terms.
    Contributing,
    /// Takes part in the current step itself.
    Active,
    /// Holds its final value.
    Done,
    /// Has no value yet.
    Pending,
}

impl Role {
    /// The word in `data-role`.
    pub fn key(self) -> &'static str {
        match self {
            Role::Idle => "idle",
            Role::Contributing => "contributing",
            Role::Active => "active",
            Role::Done => "done",
            Role::Pending => "pending",
        }
    }
}

/// What a cell shows.
#[derive(Clone, Debug, Default)]
pub enum Shown {
    /// A value.
    Value(f32),
    /// A text as it was typed, and the value it was read as.
    Typed(Arc<str>, f32),
    /// A text that can't be read.
    Unreadable(Arc<str>),
    /// Can't be computed, because something it needs can't be read.
    Blocked,
    /// No value yet.
    #[default]
    Pending,
    /// Hidden, because a person is asked for it.
    Asked,
}

impl PartialEq for Shown {
    /// Values are compared by their bits: a NaN that stays one has not changed.
    fn eq(&self, other: &Shown) -> bool {
        match (self, other) {
            (Shown::Value(a), Shown::Value(b)) => a.to_bits() == b.to_bits(),
            (Shown::Typed(s, a), Shown::Typed(t, b)) => s == t && a.to_bits() == b.to_bits(),
            (Shown::Unreadable(s), Shown::Unreadable(t)) => s == t,
            (Shown::Blocked, Shown::Blocked) | (Shown::Pending, Shown::Pending) | (Shown::Asked, Shown::Asked) => true,
            _ => false,
        }
    }
}

impl Shown {
    /// The value, where one may be shown.
    pub fn value(&self) -> Option<f32> {
        match self {
            Shown::Value(value) | Shown::Typed(_, value) => Some(*value),
            _ => None,
        }
    }
}

/// How `data-cell` counts the cells of a panel of (rows, columns).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ids {
    /// One cell without an index: `out`.
    Scalar,
    /// A vector that lies or stands: `a-1`.
    Vector,
    /// Row, then column, behind the given leading indices: `a-0-1`, `a-2-0-1`.
    Matrix(Vec<usize>),
    /// Column, then row: a matrix drawn transposed, `w-2-0`.
    Turned,
}

impl Ids {
    /// The `data-cell` of the cell at (row, col).
    pub fn name(&self, slot: Slot, row: usize, col: usize) -> String {
        let Slot(slot) = slot;
        match self {
            Ids::Scalar => slot.to_owned(),
            // On paper a vector is one row or one column: one of the indices is 0.
            Ids::Vector => format!("{slot}-{}", row.max(col)),
            Ids::Matrix(lead) => {
                let lead: String = lead.iter().map(|index| format!("-{index}")).collect();
                format!("{slot}{lead}-{row}-{col}")
            }
            Ids::Turned => format!("{slot}-{col}-{row}"),
        }
    }
}

/// A mark on some of a panel's cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Cells that do the same thing.
    Role(Range<usize>, Range<usize>, Role),
    /// A frame around cells that belong together.
    Frame(Range<usize>, Range<usize>),
}

/// The values of a panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// A grid of numbers, row-major.
    Grid(Arc<[Shown]>),
    /// Colours, one pixel a cell; `None` where there is no value yet.
    Heat(Heat),
}

/// A matrix too large for numbers.
#[derive(Clone, Debug)]
pub struct Heat {
    /// The values, row-major.
    pub values: Arc<Vec<Option<f32>>>,
    /// The largest finite magnitude, which colours are scaled to.
    pub scale: f32,
}

impl PartialEq for Heat {
    /// Values are compared by their bits, after the cheap look whether they are the very same.
    fn eq(&self, other: &Heat) -> bool {
        let bits = |value: &Option<f32>| value.map(f32::to_bits);
        let same =
            Arc::ptr_eq(&self.values, &other.values) || self.values.iter().map(bits).eq(other.values.iter().map(bits));
        same && self.scale.to_bits() == other.scale.to_bits()
    }
}

/// A bracketed matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Its tensor.
    pub slot: Slot,
    /// Its colour.
    pub hue: Hue,
    /// Short title above it, such as `A (2, 3)`.
    pub title: String,
    /// Its name for those who can't see it.
    pub label: String,
    /// The track, from 0, of its first row and of its first column.
    pub at: (usize, usize),
    /// Rows and columns.
    pub size: (usize, usize),
    /// How `data-cell` counts.
    pub ids: Ids,
    /// What the cells show.
    pub cells: Cells,
    /// What the cells are doing, in order: a later mark covers an earlier one.
    pub marks: Vec<Mark>,
    /// A second text in the corner of a cell, by row-major index: `+15`.
    pub notes: Vec<(usize, String)>,
    /// Whether its cells can be typed into; else they can be picked.
    pub editable: bool,
    /// Characters of the widest number it will ever show: columns that grew on the way would move everything.
    pub chars: usize,
}

impl Panel {
    /// The role of each cell, row-major.
    pub fn roles(&self) -> Vec<Role> {
        let (rows, cols) = self.size;
        let mut roles = vec![Role::Idle; rows * cols];
        for mark in &self.marks {
            if let Mark::Role(over, span, role) = mark {
                for row in over.clone() {
                    if let Some(cells) = roles.get_mut(row * cols + span.start..row * cols + span.end) {
                        cells.fill(*role);
                    }
                }
            }
        }
        roles
    }

    /// The frames.
    pub fn frames(&self) -> impl Iterator<Item = (&Range<usize>, &Range<usize>)> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Frame(rows, cols) => Some((rows, cols)),
            Mark::Role(..) => None,
        })
    }
}
