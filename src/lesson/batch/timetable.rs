//! Ticks to the right, workers downwards, a box for each pair. Both rows have the same scale, so the same boxes lie long
//! in the loop and tall in the batch. One thick frame is one call.

use super::lanes::width;
use super::model::Batch;
use super::progress::Lane;
use super::room::Layout;
use super::solved::Answer;
use crate::lesson::draw::{path, px, rect, text};
use crate::say;
use crate::screen::Node;
use crate::words::Locale;
use matwalk_core::trace::Grain;

/// Height of the loop's row.
const LOOP: f64 = 20.0;

/// What its boxes and words depend on; a tick moves only what fills them.
#[derive(Clone, Copy, PartialEq)]
pub struct Plan {
    layout: Layout,
    /// Ticks of loop and batch, and of a pair.
    ticks: [usize; 2],
    unit: usize,
    pairs: usize,
    alone: bool,
    grain: Grain,
    locale: Locale,
}

/// A lane's row: its upper edge, its workers, and the height of one.
struct Row {
    lane: Lane,
    y: f64,
    workers: usize,
    high: f64,
}

impl Plan {
    fn names(&self) -> f64 {
        if self.layout.width < 460.0 { 44.0 } else { 100.0 }
    }

    fn width(&self) -> f64 {
        self.layout.width - self.names() - 10.0
    }

    /// Where a tick begins.
    fn at(&self, tick: usize) -> f64 {
        self.names() + 4.0 + self.width() * tick as f64 / self.ticks[0] as f64
    }

    fn rows(&self) -> [Row; 2] {
        let top = self.layout.height - self.layout.table + 4.0;
        let workers = if self.alone { 1 } else { self.pairs };
        [
            Row { lane: Lane::Loop, y: top, workers: 1, high: LOOP },
            Row { lane: Lane::Batch, y: top + LOOP + 8.0, workers, high: self.layout.worker },
        ]
    }

    /// The tick at which a pair begins, and its upper edge.
    fn begin(&self, row: &Row, pair: usize) -> (usize, f64) {
        let one = row.lane == Lane::Loop || self.alone;
        let (begin, worker) = if one { (pair * self.unit, 0) } else { (0, pair) };
        (begin, row.y + row.high * worker as f64)
    }

    /// How much of each pair is done, in as many boxes as there are pairs.
    fn done(&self, batch: &Batch, row: &Row) -> Vec<Node> {
        let (now, _) = batch.ticks(row.lane);
        let one = |pair: usize| {
            let (begin, y) = self.begin(row, pair);
            let done = now.saturating_sub(begin).min(self.unit);
            rect(self.at(begin), y, self.at(begin + done) - self.at(begin), row.high, 2.0, "f-out")
        };
        (0..self.pairs).map(one).collect()
    }

    /// A lane's boxes with their words, and a thick frame around each call.
    fn boxes(&self, row: &Row) -> Vec<Node> {
        let Plan { unit, pairs, locale, .. } = *self;
        let Row { lane, y, workers, high } = *row;
        let name = match lane {
            Lane::Loop => say!(locale, batch.loop_name),
            Lane::Batch => say!(locale, batch.batch_name),
        };
        let names = self.names();
        let said = if names > 60.0 { format!("{name} · {}", say!(locale, batch.workers, n = workers)) } else { name };
        let mut drawn = vec![text(names, y + high * workers as f64 / 2.0 + 4.0, 12.0, "t-quiet end", said)];
        for pair in 0..pairs {
            let (begin, y) = self.begin(row, pair);
            let (left, right) = (self.at(begin), self.at(begin + unit));
            drawn.push(rect(left, y, right - left, high, 2.0, "f-none l-fine"));
            let slots = (1..unit).map(|tick| format!("M{} {}v{}", px(self.at(begin + tick)), px(y), px(high)));
            if self.width() / (self.ticks[0] as f64) > 5.0 {
                drawn.push(path(slots.collect::<Vec<_>>().join(""), "f-none l-fine"));
            }
            let room = right - left;
            let label = say!(locale, batch.pair, n = pair + 1);
            let label = if room > 64.0 { label } else { (pair + 1).to_string() };
            // The tick at which the loop is done with it.
            let end = (begin + unit).to_string();
            let tick = width(&label, 12.0) + width(&end, 12.0) + 24.0;
            if lane == Lane::Loop && room > tick {
                drawn.push(text(right - 5.0, y + high / 2.0 + 4.0, 12.0, "t-quiet end halo", end));
            }
            if high >= 14.0 && room > 14.0 {
                drawn.push(text(left + 6.0, y + high / 2.0 + 4.0, 12.0, "t-ink start halo", label));
            }
        }
        // Each call hands over one pair, or all of them.
        let (calls, wide) = if lane == Lane::Loop { (pairs, unit) } else { (1, self.ticks[1]) };
        for call in 0..calls {
            let (left, right) = (self.at(call * wide), self.at(call * wide + wide));
            drawn.push(rect(left, y, right - left, high * workers as f64, 4.0, "f-none l-ink"));
        }
        drawn
    }

    /// The line at which a lane stands.
    fn now(&self, batch: &Batch, row: &Row) -> Node {
        let (now, _) = batch.ticks(row.lane);
        let high = row.high * row.workers as f64 + 6.0;
        path(format!("M{} {}v{}", px(self.at(now)), px(row.y - 3.0), px(high)), "l-now")
    }

    /// When the batch is done, and what the model leaves out.
    fn words(&self) -> Vec<Node> {
        let locale = self.locale;
        let [_, Row { y, workers, high, .. }] = self.rows();
        let model = match self.grain {
            Grain::Fine => say!(locale, batch.model_cell),
            Grain::Coarse => say!(locale, batch.model_pair),
        };
        let beside = self.at(self.ticks[1]) + 10.0;
        let done = say!(locale, batch.done_at, n = self.ticks[1]);
        let middle = y + high * workers as f64 / 2.0;
        let room = self.layout.width - beside;
        let below = |model: String| {
            let bottom = y + high * workers as f64 + 16.0;
            text(self.names() + 4.0, bottom, 12.0, "t-quiet start", model)
        };
        if room > 300.0 {
            vec![
                text(beside, middle - 2.0, 12.5, "t-ink strong start", done),
                text(beside, middle + 15.0, 12.0, "t-quiet start", model),
            ]
        } else if room > width(&done, 12.5) {
            vec![text(beside, middle + 4.0, 12.5, "t-ink strong start", done), below(model)]
        } else if self.layout.width - self.names() > width(&done, 12.0) + width(&model, 12.0) + 20.0 {
            vec![below(format!("{done} {model}"))]
        } else {
            vec![below(model)]
        }
    }
}

/// The timetable under the lanes.
pub fn timetable(batch: &Batch, answer: &Answer, layout: &Layout, locale: Locale) -> Vec<Node> {
    let ticks = [Lane::Loop, Lane::Batch].map(|lane| batch.ticks(lane).1);
    if ticks[0] == 0 {
        return Vec::new();
    }
    let pairs = answer.pairs();
    let unit = ticks[0] / pairs.max(1);
    let plan = Plan { layout: *layout, ticks, unit, pairs, alone: batch.alone, grain: batch.grain, locale };
    let rows = plan.rows();
    let boxes = batch.boxes.get(plan, || {
        let drawn = rows.iter().flat_map(|row| plan.boxes(row)).chain(plan.words()).collect();
        Node::holding("g", "", drawn)
    });
    let done = rows.iter().flat_map(|row| plan.done(batch, row)).collect();
    // The names stand over the lines that pass by.
    let mut drawn = vec![Node::holding("g", "", done)];
    drawn.extend(rows.iter().map(|row| plan.now(batch, row)));
    drawn.push(boxes);
    vec![Node::holding("g", "timetable", drawn).attr("data-part", "timetable")]
}
