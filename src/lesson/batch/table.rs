//! The table at the cursor: how each way's line looks, its calls and its median, both ratios, and what a call is.

use super::lanes::width;
use super::measure::{at, drawn_as, mark, name, stroke};
use super::measured::{PAIRS, WAYS, ratio_text, time_text};
use super::model::Batch;
use crate::lesson::draw::{px, text};
use crate::say;
use crate::screen::{Node, Room};
use crate::words::Locale;

/// The table, and what it takes of the room.
pub struct Table {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What is drawn.
    pub rows: Vec<Node>,
}

/// Pixels of a line of small words.
const NOTE: f64 = 16.0;

impl Table {
    /// The table: under an upright chart, else on its right.
    pub fn new(batch: &Batch, locale: Locale, room: &Room, upright: bool) -> Table {
        let share = if room.width < 700.0 { 0.44 } else { 0.36 };
        let wide = if upright { room.width - 24.0 } else { 300.0_f64.min(room.width * share) };
        let high = if upright || room.height < 340.0 { 19.0 } else { 27.0 };
        let ratio = |simd: bool| {
            let ratio = batch.measured.ratio(batch.edge, batch.cursor, simd);
            ratio.map_or_else(|| "?".to_owned(), |ratio| say!(locale, batch.times, ratio = ratio_text(ratio)))
        };
        let (title, both) =
            (say!(locale, batch.ratio_card), say!(locale, batch.ratios, textbook = ratio(false), simd = ratio(true)));
        let one = format!("{title}: {both}");
        let ratios = if width(&one, 13.5) <= wide { vec![one] } else { vec![title, both] };
        let notes = [say!(locale, batch.note_call), say!(locale, batch.note_spread)];
        let notes: Vec<String> = notes.iter().flat_map(|note| lines(note, wide, 12.0)).collect();
        let height = high * 4.0 + ratios.len() as f64 * 18.0 + notes.len() as f64 * NOTE + 34.0;
        let (x, y) = if upright { (10.0, room.height - height + 12.0) } else { (room.width - wide - 8.0, 24.0) };
        let mut rows = ways(batch, locale, (x, y), wide, high);
        let mut below = y + 4.0 * high + high.max(22.0);
        for said in ratios {
            rows.push(text(x, below, 13.5, "t-ink strong start", said));
            below += 18.0;
        }
        for said in notes {
            rows.push(text(x, below + 2.0, 12.0, "t-quiet start", said));
            below += NOTE;
        }
        Table { width: wide, height, rows }
    }
}

/// How each way's line looks, its name, its calls and its median.
fn ways(batch: &Batch, locale: Locale, (x, y): (f64, f64), wide: f64, high: f64) -> Vec<Node> {
    let pairs = PAIRS[batch.cursor];
    let (calls_at, time_at) = (x + wide * 0.72, x + wide);
    let mut drawn = vec![
        text(x, y, 13.0, "t-quiet start", format!("N = {pairs}")),
        text(calls_at, y, 13.0, "t-quiet end", say!(locale, batch.calls_head)),
        text(time_at, y, 13.0, "t-quiet end", say!(locale, batch.median)),
    ];
    for (index, way) in WAYS.into_iter().enumerate() {
        let y = y + (index + 1) as f64 * high;
        let time = at(batch, index).map_or_else(|| "?".to_owned(), |time| time_text(time.median));
        let line = stroke(way, format!("M{} {}h26", px(x), px(y - 4.5)));
        drawn.push(drawn_as(way, vec![line, mark(way, x + 13.0, y - 4.5)]));
        let class = if way.simd { "t-out strong start" } else { "t-ink start" };
        drawn.push(text(x + 33.0, y, 13.5, class, name(locale, way)));
        drawn.push(text(calls_at, y, 13.5, "t-ink end", if way.batch { "1".into() } else { pairs.to_string() }));
        let cell = text(time_at, y, 13.5, "t-ink strong end", time).attr("data-cell", format!("time-{index}"));
        drawn.push(match at(batch, index) {
            Some(time) => cell.attr("data-value", time.median.to_string()),
            None => cell.attr("data-role", "pending"),
        });
    }
    drawn
}

/// A text in lines that have room.
fn lines(said: &str, room: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in said.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(word, size) + size * 0.3 <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
