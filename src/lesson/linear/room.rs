//! How the picture's box is shared between panels, graph and code.

use super::model::Form;
use super::tracks::Counts;
use crate::screen::{Room, Split};

/// What stands beside the panels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// Where.
    pub split: Split,
    /// Its own size in pixels.
    pub width: f64,
    /// See `width`.
    pub height: f64,
    /// Whether the code stands there too, and whether it stands on the graph's right.
    pub code: Option<bool>,
    /// Whether the graph has its line of words above it.
    pub caption: bool,
    /// Whether it is read from afar.
    pub presents: bool,
}

impl Beside {
    /// Width and height of the graph in pixels, beside code that is so high.
    pub fn graph(&self, code: f64) -> (f64, f64) {
        let lines = if self.presents { 390.0 } else { 340.0 };
        let width = if self.code == Some(true) { (self.width * 0.5).max(self.width - lines) } else { self.width };
        let code = if self.code == Some(false) { code } else { 0.0 };
        (width, (self.height - code).max(80.0))
    }
}

/// Up to so many inputs and outputs graph and code both have room.
const BOTH: usize = 10;

/// Pixels of the graph's words above it, of a node, and of the narrowest graph.
const CAPTION: f64 = 44.0;
const LEAST_NODE: f64 = 21.0;
const LEAST_GRAPH: f64 = 210.0;

/// In a box lower than this PyTorch's form has to stand in line, and that takes most of its width.
const LOW: f64 = 270.0;

/// A box so much wider than high has three forms side by side.
const FLAT: f64 = 2.0;

/// The panels' part of a telephone's box, in percent. On paper those that are too high to be crossed stand in line, which
/// takes less: the graph has the rest.
fn upright(height: f64, form: Form, counts: &Counts) -> u8 {
    let needed = crossed(form, counts);
    if needed <= height * 0.6 {
        return 60;
    }
    // PyTorch's form has no lower layout: x and the result stand under the weight.
    if form == Form::Torch {
        return (needed / height.max(1.0) * 100.0).ceil().min(100.0) as u8;
    }
    // In line a cell is as wide as the box lets it be, about 27 pixels.
    let line = 31.0 * counts.inner.max(counts.outputs) as f64 + 60.0;
    (line / height.max(1.0) * 100.0).clamp(40.0, 100.0) as u8
}

/// How wide PyTorch's panels are in line: cells of 24 pixels with their gaps, brackets and signs.
fn in_line(counts: &Counts) -> f64 {
    let panels = 2 + usize::from(counts.apart);
    33.0 * (counts.inner + panels * counts.outputs) as f64 + 44.0 + 34.0 * panels as f64
}

/// How high the crossed panels are: cells of 24 pixels with their gaps, titles and edges.
fn crossed(form: Form, counts: &Counts) -> f64 {
    let apart = usize::from(counts.apart);
    match form {
        Form::Math => 28.0 * (counts.inner + counts.outputs) as f64 + 82.0,
        // The bias has a row and a title of its own.
        Form::Torch => 28.0 * (counts.inner + counts.samples + apart) as f64 + 82.0 + 24.0 * apart as f64,
    }
}

/// How the box is shared, from its size alone.
pub fn beside(room: &Room, form: Form, counts: &Counts) -> Beside {
    let Room { width, height, .. } = *room;
    let ratio = width / height.max(1.0);
    let many = counts.inner + counts.outputs > BOTH;
    let cols = counts.inner + counts.samples.max(counts.outputs) + usize::from(counts.apart);
    let share = (44 + cols * 7 / 5).min(60) as u8;
    let right = |share: u8| (Split::Right(share), width * f64::from(100 - share) / 100.0 - 14.0, height - 10.0);
    let below = |share: u8| (Split::Below(share), width - 16.0, height * f64::from(100 - share) / 100.0 - 8.0);
    let ((split, wide, high), code, caption) = if width <= 640.0 && ratio < 1.25 {
        let shared = below(upright(height, form, counts));
        let rows = counts.inner.max(counts.outputs) as f64;
        if many || shared.2 < CAPTION + rows * LEAST_NODE {
            ((Split::Alone, 0.0, 0.0), None, false)
        } else {
            (shared, None, true)
        }
    } else if width <= 640.0 && height < LOW && form == Form::Torch {
        // In line it takes most of the width.
        let line = in_line(counts);
        if width - line < LEAST_GRAPH {
            ((Split::Alone, 0.0, 0.0), None, false)
        } else {
            (right((line / width * 100.0).ceil() as u8), None, false)
        }
    } else if width <= 640.0 && right(58).1 < LEAST_GRAPH {
        // A telephone's box under fixes.
        ((Split::Alone, 0.0, 0.0), None, false)
    } else if width <= 640.0 {
        (right(58), None, false)
    } else if ratio < 1.25 {
        (below(52), (!many).then_some(true), true)
    } else if ratio >= FLAT && height < 300.0 {
        // Lower still, under fixes: they have to stand in line.
        (right(if form == Form::Torch { 63 } else { 52 }), None, true)
    } else if ratio >= FLAT {
        // Low and wide: three in a row.
        (right(if many { 56 } else { (34 + cols) as u8 }), (!many).then_some(true), true)
    } else {
        (right(share), (!many).then_some(false), true)
    };
    Beside { split, width: wide.max(0.0), height: high.max(0.0), code, caption, presents: room.presents }
}
