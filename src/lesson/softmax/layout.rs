//! Where the parts of the picture stand, and which scores are in sight.

use super::draw::matrix;
use super::model::{Softmax, View};
use crate::plot::Area;
use crate::screen::Cx;

/// Where the parts stand, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Whether there is little width: a phone, a small frame in another page.
    pub narrow: bool,
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// The left edge of everything.
    pub left: f64,
    /// Width of the column of scores.
    pub scores: f64,
    /// Left edge of the first column of the ledger, and the width of a column.
    pub columns: (f64, f64),
    /// How many columns there are.
    pub count: usize,
    /// Height of a row.
    pub row: f64,
    /// Size of the text in rows.
    pub text: f64,
    /// The upper edge of the rulers, and of what is below them.
    pub rulers: f64,
    /// See `rulers`.
    pub lanes: f64,
}

/// Height of the two rulers.
pub const RULERS: f64 = 42.0;
/// Height of the line of sums under the rows.
const FOOT: f64 = 26.0;

impl Layout {
    /// The layout of a picture with that many columns in its ledger.
    pub fn new(lesson: &Softmax, cx: &Cx, columns: usize) -> Layout {
        let (width, height) = (cx.room.width.max(280.0), cx.room.height.max(150.0));
        let narrow = width < 640.0;
        let n = lesson.solved().len().max(1) as f64;
        let (left, scores, column) = if narrow { (6.0, 62.0, 54.0) } else { (14.0, 112.0, 86.0) };
        let top = if narrow { 16.0 } else { 12.0 };
        let row = ((height - 92.0) * 0.42 / n).clamp(15.0, 44.0);
        let below = match lesson.inputs().z.is_matrix() {
            true => matrix::height(lesson, height),
            false => n * row + FOOT,
        };
        // However low the box is, the curve keeps some of it.
        let curve = (height - top - RULERS - below).max(48.0);
        let rulers = top + curve;
        let columns_left = width - left - columns as f64 * column;
        Layout {
            narrow,
            width,
            height,
            left,
            scores,
            columns: (columns_left, column),
            count: columns,
            row,
            text: (row * 0.42).clamp(12.0, 17.0),
            rulers,
            lanes: rulers + RULERS,
        }
    }

    /// Where the curve stands.
    pub fn plot(&self) -> Area {
        let x = self.left + self.scores + 6.0;
        let top = if self.narrow { 16.0 } else { 12.0 };
        Area { x, y: top, width: (self.columns.0 - 6.0 - x).max(40.0), height: self.rulers - top }
    }
}

/// The scores in sight: from below the lowest to above the highest, whatever the temperature and the step.
pub fn window(lesson: &Softmax) -> (f64, f64) {
    if let Some(window) = lesson.drag.window {
        return window;
    }
    let Some(group) = lesson.solved().groups.get(lesson.group_index()) else { return (-1.0, 1.0) };
    let finite = group.stored.iter().copied().filter(|z| z.is_finite());
    let (low, high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), z| (low.min(z), high.max(z)));
    if low > high {
        return (-1.0, 1.0);
    }
    let range = if high > low { high - low } else { 3.0 };
    let mut end = high + 0.22 * range;
    if lesson.view == View::Log && group.is_good() {
        let temperature = group.phases.options.temperature;
        let max = group.phases.max.unwrap_or(0.0);
        end = end.max(temperature * (group.log_sum + max) + 0.1 * range);
    }
    (low - 0.4 * range, end)
}
