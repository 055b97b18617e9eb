//! What a tile is drawn from.

use super::Tile;
use crate::lesson::batch::progress::Cells;
use crate::lesson::batch::solved::Solved;
use crate::plot::Very;
use crate::words::Locale;
use matwalk_core::trace::Grain;

/// All that a tile depends on, except for its lane and pair.
#[derive(Clone, PartialEq)]
pub struct State {
    /// Inputs are solved anew with every change.
    pub(super) solved: Very<Solved>,
    pub(super) measures: Tile,
    pub(super) words: (Locale, usize),
    pub(super) grain: Grain,
    pub(super) alone: bool,
    pub(super) beside: bool,
    pub(super) is_front: bool,
    pub(super) work: Option<Cells>,
    /// The finished cells, a bit each: there are at most 36.
    pub(super) done: u64,
    pub(super) started: bool,
    pub(super) stop: Option<(usize, usize)>,
}
