//! Ticks to the right, workers downwards, a box for each pair. Both rows have the same scale, so the same boxes lie long
//! in the loop and tall in the batch. One thick frame is one call.

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

/// The timetable under the lanes.
pub fn timetable(batch: &Batch, answer: &Answer, layout: &Layout, locale: Locale) -> Vec<Node> {
    let pairs = answer.pairs();
    let (_, len) = batch.ticks(Lane::Loop);
    if len == 0 {
        return Vec::new();
    }
    let unit = len / pairs.max(1);
    let workers = if batch.alone { 1 } else { pairs };
    let names = if layout.width < 460.0 { 44.0 } else { 100.0 };
    let (left, width) = (names + 4.0, layout.width - names - 10.0);
    let top = layout.height - layout.table + 4.0;
    let at = |tick: usize| left + width * tick as f64 / len as f64;
    let mut drawn = Vec::new();
    let mut row = |lane: Lane, y: f64, workers: usize, high: f64| {
        let (now, all) = batch.ticks(lane);
        let name = match lane {
            Lane::Loop => say!(locale, batch.loop_name),
            Lane::Batch => say!(locale, batch.batch_name),
        };
        let said = if names > 60.0 { format!("{name} · {}", say!(locale, batch.workers, n = workers)) } else { name };
        drawn.push(text(names, y + high * workers as f64 / 2.0 + 4.0, 12.0, "t-quiet end", said));
        for pair in 0..pairs {
            let one = lane == Lane::Loop || batch.alone;
            let (begin, worker) = if one { (pair * unit, 0) } else { (0, pair) };
            let y = y + high * worker as f64;
            let done = now.saturating_sub(begin).min(unit);
            drawn.push(rect(at(begin), y, at(begin + done) - at(begin), high, 2.0, "f-out"));
            drawn.push(rect(at(begin), y, at(begin + unit) - at(begin), high, 2.0, "f-none l-fine"));
            let slots = (1..unit).map(|tick| format!("M{} {}v{}", px(at(begin + tick)), px(y), px(high)));
            if width / (len as f64) > 5.0 {
                drawn.push(path(slots.collect::<Vec<_>>().join(""), "f-none l-fine"));
            }
            let room = at(begin + unit) - at(begin);
            let label = say!(locale, batch.pair, n = pair + 1);
            let label = if room > 64.0 { label } else { (pair + 1).to_string() };
            if high >= 14.0 && room > 14.0 {
                drawn.push(text(at(begin) + 6.0, y + high / 2.0 + 4.0, 12.0, "t-ink start", label));
            }
        }
        // Each call hands over one pair, or all of them.
        let calls = if lane == Lane::Loop { pairs } else { 1 };
        for call in 0..calls {
            let wide = if lane == Lane::Loop { unit } else { all };
            let (begin, high) = (call * wide, high * workers as f64);
            drawn.push(rect(at(begin), y, at(begin + wide) - at(begin), high, 4.0, "f-none l-ink"));
        }
        let now = at(now);
        drawn.push(path(format!("M{} {}v{}", px(now), px(y - 3.0), px(high * workers as f64 + 6.0)), "l-now"));
    };
    row(Lane::Loop, top, 1, LOOP);
    let under = top + LOOP + 8.0;
    row(Lane::Batch, under, workers, layout.worker);
    let (_, end) = batch.ticks(Lane::Batch);
    let model = match batch.grain {
        Grain::Fine => say!(locale, batch.model_cell),
        Grain::Coarse => say!(locale, batch.model_pair),
    };
    let bottom = under + layout.worker * workers as f64 + 16.0;
    let beside = at(end) + 10.0;
    if layout.width - beside > 300.0 {
        let middle = under + layout.worker * workers as f64 / 2.0;
        let done = say!(locale, batch.done_at, n = end);
        drawn.push(text(beside, middle - 2.0, 12.5, "t-ink strong start", done));
        drawn.push(text(beside, middle + 15.0, 12.0, "t-quiet start", model));
    } else {
        drawn.push(text(left, bottom, 12.0, "t-quiet start", model));
    }
    vec![Node::holding("g", "timetable", drawn).attr("data-part", "timetable")]
}
