//! What a tile is drawn from.

use super::Tile;
use crate::lesson::batch::progress::Cells;
use crate::lesson::batch::solved::Solved;
use crate::words::Locale;
use matwalk_core::trace::Grain;
use std::sync::Arc;

/// All that a tile depends on, except for its lane and pair.
#[derive(Clone)]
pub struct State {
    pub(super) solved: Arc<Solved>,
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

impl PartialEq for State {
    /// Inputs are solved anew with every change, so they are the same if what follows from them is the very same.
    fn eq(&self, other: &State) -> bool {
        let rest = |s: &State| (s.words, s.grain, s.alone, s.beside, s.is_front, s.done, s.started, s.stop);
        Arc::ptr_eq(&self.solved, &other.solved)
            && self.measures == other.measures
            && self.work == other.work
            && rest(self) == rest(other)
    }
}
