//! How the picture's box is shared, from its size and the sizes of the pairs alone.

use super::stack::Stack;
use crate::screen::{Room, Split};

/// More pairs than this have their lane's words above them.
pub const FEW: usize = 4;
/// Between the lanes.
pub const BETWEEN: f64 = 14.0;
/// A tile's line of words, and what its frame and the next one's take besides.
pub const WORDS: f64 = 20.0;
/// See [`WORDS`].
pub const EDGE: f64 = 12.0;
/// Between the cells of two tiles.
pub const GAP: f64 = 20.0;
/// A tile's number where it stands beside the cells.
pub const BESIDE: f64 = 20.0;
/// Rows of numbers are at least as high.
pub const LEAST_ROW: f64 = 15.0;
/// What a lane's words take on its left.
const LANE_WORDS: f64 = 88.0;

/// What has to have room.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Need {
    /// The number of pairs.
    pub pairs: usize,
    /// The batch's workers.
    pub workers: usize,
    /// Ticks of the loop.
    pub ticks: usize,
    /// Rows and columns of a result.
    pub result: (usize, usize),
    /// Characters of the widest number of all results.
    pub chars: usize,
    /// The pair in front.
    pub stack: Stack,
}

impl Need {
    /// Width of the cells of a result that can be read.
    pub fn cells(&self) -> f64 {
        (self.chars as f64 * 7.4 + 5.0).max(17.0) * self.result.1.max(1) as f64
    }

    fn rows(&self) -> f64 {
        self.result.0.max(1) as f64
    }
}

/// How the tiles of a lane stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tiles {
    /// All alike, in as many lines.
    Alike(usize),
    /// The one in front has its numbers, the others show their state in as many lines beside it.
    Front(usize),
}

/// Where everything stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The front pair's part.
    pub split: Split,
    /// What is left, in pixels.
    pub width: f64,
    /// See `width`.
    pub height: f64,
    /// Width of a lane's words on its left; 0 where they stand above it.
    pub label: f64,
    /// Height of the words above a lane.
    pub head: f64,
    /// The tiles.
    pub tiles: Tiles,
    /// Whether a tile's number stands beside its cells, and not above them with a few words.
    pub beside: bool,
    /// Height of the timetable; 0 without one.
    pub table: f64,
    /// Height of a worker's row in it.
    pub worker: f64,
    /// Whether the front pair has room for a link under it.
    pub link: bool,
}

impl Layout {
    /// The layout while there are products.
    pub fn new(room: &Room, need: &Need) -> Layout {
        let upright = room.width < 460.0 || room.width / room.height.max(1.0) < 1.05;
        let layout = Layout::shared(room, need, upright);
        let above = need.pairs > FEW || upright && room.width < 460.0;
        let label = if above { 0.0 } else { layout.words(need) };
        let with = |label: f64| Layout { label, ..layout };
        let over = with(0.0).filled(need);
        // Words on the left where every tile has room for its numbers beside them, if that does not cost the timetable.
        let left = (label > 0.0 && with(label).alike(need, 1)).then(|| with(label).filled(need));
        left.filter(|left| left.table > 0.0 || over.table == 0.0).unwrap_or(over)
    }

    /// The layout without products: all of the front pair has to be in sight, besides only a few words.
    pub fn without_product(room: &Room, need: &Need) -> Layout {
        let upright = room.width < 460.0 || room.width / room.height.max(1.0) < 1.4;
        let mut layout = Layout::shared(room, need, upright);
        if upright {
            layout.split = Split::Below(56);
            layout.height = room.height * 0.44 - 10.0;
        }
        layout
    }

    /// The box shared between the front pair and the rest.
    fn shared(room: &Room, need: &Need, upright: bool) -> Layout {
        let Room { width, height, .. } = *room;
        let percent = |part: f64, of: f64| (part / of.max(1.0) * 100.0).clamp(0.0, 100.0).ceil() as usize;
        let link = !upright && height >= 240.0 || upright && height >= 700.0;
        let split = if upright {
            let lane = 22.0 + need.rows() * LEAST_ROW + EDGE;
            let most = 100 - percent(2.0 * lane + BETWEEN + 10.0, height).min(70);
            let least = if need.pairs > FEW { 30 } else { 33 };
            Split::Below(percent(need.stack.height(link), height).max(least).min(most.max(30)) as u8)
        } else {
            let lanes = need.cells() + 20.0 + need.pairs.saturating_sub(1) as f64 * 22.0 + 24.0;
            let most = (100 - percent(lanes, width).min(64)).min(60);
            let least = 45 - 2 * need.pairs.min(8);
            Split::Right(percent(need.stack.width(link), width).max(least).min(most.max(36)) as u8)
        };
        let (width, height) = match split {
            Split::Right(share) => (width * f64::from(100 - share) / 100.0, height),
            Split::Below(share) => (width, height * f64::from(100 - share) / 100.0),
            Split::Alone => (width, height),
        };
        let (width, height) = (width - 18.0, height - 10.0);
        let tiles = Tiles::Alike(1);
        Layout { split, width, height, label: 0.0, head: 0.0, tiles, beside: false, table: 0.0, worker: 0.0, link }
    }

    /// Width of a lane's words: its count is the largest text of the picture.
    fn words(&self, need: &Need) -> f64 {
        let digits = need.ticks.to_string().len() as f64;
        (92.0 + digits * 16.0).min(self.width * 0.36)
    }

    /// Whether every tile has room for its numbers in as many lines.
    fn alike(&self, need: &Need, lines: usize) -> bool {
        let slot = (self.width - self.label) / need.pairs.div_ceil(lines).max(1) as f64;
        slot >= need.cells() + GAP + if self.beside { BESIDE } else { 0.0 }
    }

    /// With the tiles in as few lines as they need.
    fn tiled(self, need: &Need) -> Layout {
        let tiles = match (self.alike(need, 1), need.pairs > 2 && self.alike(need, 2)) {
            (true, _) => Tiles::Alike(1),
            (false, true) => Tiles::Alike(2),
            (false, false) => {
                let others = need.pairs.saturating_sub(1).max(1);
                let least = if self.beside { 40.0 } else { 22.0 };
                let room = |lines: &usize| self.others(need) / others.div_ceil(*lines) as f64 >= least;
                Tiles::Front((1..4).find(room).unwrap_or(4))
            }
        };
        Layout { tiles, ..self }
    }

    /// What the tile in front leaves to the others.
    fn others(&self, need: &Need) -> f64 {
        self.width - self.label - self.front_tile(need)
    }

    /// Width of the tile in front where it has more than the others.
    pub fn front_tile(&self, need: &Need) -> f64 {
        need.cells() + GAP + if self.beside { BESIDE } else { 0.0 }
    }

    /// Height of a row of numbers.
    fn row(&self, need: &Need) -> f64 {
        let lines = if let Tiles::Alike(lines) = self.tiles { lines as f64 } else { 1.0 };
        ((self.lane() - self.head) / lines - if self.beside { 8.0 } else { WORDS + EDGE }) / need.rows()
    }

    /// The first of all ways to share the height in which the rows of numbers have room. The timetable's rows go lower
    /// before words go, those of a tile before the lanes' counts are smaller, and all that before the timetable goes.
    fn filled(self, need: &Need) -> Layout {
        let workers = need.workers.max(1) as f64;
        let worker: f64 = match need.workers {
            0 | 1 => 20.0,
            2..=4 => 16.0,
            _ => 10.0,
        };
        let heads: &[f64] = match (self.label > 0.0, self.width >= 460.0) {
            (true, _) => &[0.0],
            (false, true) => &[33.0, 22.0],
            (false, false) => &[22.0],
        };
        let with = |beside: bool, head: f64, worker: f64| {
            let table = if worker > 0.0 { 54.0 + worker * workers } else { 0.0 };
            Layout { beside, head, table, worker, ..self }.tiled(need)
        };
        let tries = heads.iter().flat_map(|&head| {
            [false, true].map(|beside| [worker, worker.min(5.0)].map(|worker| (beside, head, worker))).concat()
        });
        let last = heads[heads.len() - 1];
        let bare = [(false, last, 0.0), (true, last, 0.0)];
        let fits = |layout: &Layout| {
            let least = if layout.beside || layout.table == 0.0 { LEAST_ROW } else { LEAST_ROW + 2.0 };
            layout.row(need) >= least && (layout.label == 0.0 || layout.lane() >= LANE_WORDS)
        };
        let found = tries.chain(bare).map(|(beside, head, worker)| with(beside, head, worker)).find(fits);
        found.unwrap_or_else(|| with(true, last, 0.0))
    }

    /// Height of one lane.
    pub fn lane(&self) -> f64 {
        (self.height - self.table - if self.table > 0.0 { 12.0 } else { 0.0 } - BETWEEN) / 2.0
    }
}
