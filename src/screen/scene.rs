//! The picture of numbers: panels on shared tracks, chips and dotted lines between them.

pub use super::panel::{Cells, Heat, Ids, Mark, Panel, Role, Shown, Slot};

use super::Room;
use super::hue::{Hue, Word};
use super::node::Node;
use std::ops::Range;
use std::sync::Arc;

/// Rows or columns of the picture's own grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Track {
    /// As many tracks of one cell each.
    Cells(usize),
    /// Room of as many pixels.
    Gap(u16),
    /// One track as large as what stands in it.
    Auto,
}

impl Track {
    /// How many tracks it is.
    pub fn len(self) -> usize {
        match self {
            Track::Cells(count) => count,
            Track::Gap(_) | Track::Auto => 1,
        }
    }

    /// Whether it is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// Where a term of the sum stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipState {
    /// Added in an earlier step.
    Done,
    /// Added by the step that finished last.
    Now,
    /// Not yet added.
    Todo,
}

/// A small box between panels: what two numbers make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Track of its row and column.
    pub at: (usize, usize),
    /// The small line above: `5·3`, or nothing.
    pub small: Vec<Word>,
    /// The large line: `15`, `×3`, `?`.
    pub large: Vec<Word>,
    /// Whether it has been added.
    pub state: ChipState,
}

/// A dotted line along tracks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The tracks it runs over: a single row or a single column.
    pub rows: Range<usize>,
    /// See `rows`.
    pub cols: Range<usize>,
    /// Whether it runs from top to bottom.
    pub upright: bool,
    /// Its colour.
    pub hue: Hue,
}

/// Where a lesson's own markup stands beside the panels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Split {
    /// There is none.
    #[default]
    Alone,
    /// On the right; the panels have as many hundredths of the box's width.
    Right(u8),
    /// Below; the panels have as many hundredths of the box's height.
    Below(u8),
}

impl Split {
    /// The panels' part of the picture's box.
    pub fn panels(self, room: &Room) -> Room {
        let part = |share: u8, of: f64| of * f64::from(share) / 100.0;
        match self {
            Split::Alone => *room,
            Split::Right(share) => Room { width: part(share, room.width), ..*room },
            Split::Below(share) => Room { height: part(share, room.height), ..*room },
        }
    }
}

/// The whole picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Its columns, left to right.
    pub cols: Vec<Track>,
    /// Its rows, top to bottom.
    pub rows: Vec<Track>,
    /// Matrices.
    pub panels: Vec<Panel>,
    /// Signs between them: row track, column track, text.
    pub signs: Vec<(usize, usize, &'static str)>,
    /// Small boxes.
    pub chips: Vec<Chip>,
    /// Dotted lines.
    pub links: Vec<Link>,
    /// A dashed box where there is no result: row track, column track, text.
    pub nothing: Option<(usize, usize, String)>,
    /// Panels without a bracket of their own: each stands inside that of the panel before it.
    pub joined: Vec<Slot>,
    /// Small names in the corners of a panel's cells, row-major: `W₃₂`.
    pub corners: Arc<[(Slot, Vec<String>)]>,
    /// Markup of the lesson's own on the tracks, each with its `grid-area` as a style.
    pub placed: Vec<Node>,
    /// Markup of the lesson's own beside the panels. Its numbers carry `data-twin` and `data-number` as in a drawing.
    pub beside: Arc<[Node]>,
    /// Where that stands.
    pub split: Split,
    /// Whether the tracks stand closer, and cells may be smaller: a large picture on a telephone.
    pub dense: bool,
    /// Which way the panels are turned, where that can be chosen: when it changes, the cells fly to their new places.
    pub turn: Option<usize>,
}

/// `grid-area` of a place counted from 0.
pub fn area(row: usize, col: usize, rows: usize, cols: usize) -> String {
    format!("{} / {} / span {} / span {}", row + 1, col + 1, rows.max(1), cols.max(1))
}

impl Scene {
    /// The panel of a tensor.
    pub fn panel(&self, slot: Slot) -> Option<&Panel> {
        self.panels.iter().find(|panel| panel.slot == slot)
    }

    /// How many rows of cells there are, and how many pixels the gaps between them take.
    pub fn extent(tracks: &[Track]) -> (usize, usize) {
        tracks.iter().fold((0, 0), |(cells, gaps), track| match *track {
            Track::Cells(count) => (cells + count, gaps),
            Track::Gap(pixels) => (cells, gaps + usize::from(pixels)),
            Track::Auto => (cells, gaps),
        })
    }
}
