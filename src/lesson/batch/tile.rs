//! A result of a pair: its number, a few words, its cells.

mod state;

pub use state::State;

use super::board::raised;
use super::lanes::{sum, width};
use super::model::Batch;
use super::progress::{Cells, Lane};
use super::room::{BESIDE, EDGE, GAP, Layout, Need, Tiles, WORDS};
use super::solved::Answer;
use crate::figure;
use crate::lesson::draw::{rect, text};
use crate::plot::Very;
use crate::say;
use crate::screen::{Cx, Node, Shown};
use matwalk_core::number;
use matwalk_core::trace::Grain;

/// The measures of a tile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tile {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge, from that of its lane.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Left and upper edge of its first cell.
    pub first: (f64, f64),
    /// Width and height of a cell.
    pub cell: (f64, f64),
    /// Whether its cells have room for their numbers; else they show how far they are.
    pub readable: bool,
}

impl Tile {
    /// The tile of a pair.
    pub fn new(need: &Need, layout: &Layout, pair: usize, front: usize) -> Tile {
        let all = layout.width - layout.label;
        let high = layout.lane() - layout.head;
        let readable = pair == front || matches!(layout.tiles, Tiles::Alike(_));
        // Its part of the lane: left edge, width, line, lines.
        let (left, slot, line, lines) = match layout.tiles {
            Tiles::Alike(lines) => {
                let per_line = need.pairs.div_ceil(lines).max(1);
                let slot = all / per_line as f64;
                ((pair % per_line) as f64 * slot, slot, pair / per_line, lines)
            }
            Tiles::Front(lines) => {
                let own = layout.front_tile(need).min(all);
                let per_line = need.pairs.saturating_sub(1).max(1).div_ceil(lines);
                let slot = (all - own) / per_line as f64;
                let place = pair - usize::from(pair > front);
                let (line, place) = (place / per_line, (place % per_line) as f64);
                match (pair == front, lines) {
                    // In its place among the others, where they stand in one line.
                    (true, 1) => (pair as f64 * slot, own, 0, 1),
                    (true, _) => (0.0, own, 0, 1),
                    (false, 1) => (place * slot + if pair > front { own } else { 0.0 }, slot, line, lines),
                    (false, _) => (own + place * slot, slot, line, lines),
                }
            }
        };
        let high = high / lines as f64;
        let (m, n) = (need.result.0.max(1) as f64, need.result.1.max(1) as f64);
        let (before, above, edge) = if layout.beside { (BESIDE, 3.0, 8.0) } else { (0.0, WORDS + 3.0, WORDS + EDGE) };
        let gap = if readable { GAP } else { 10.0 };
        let most = if readable { (need.cells() / n * 1.15).max(64.0) } else { 64.0 };
        let wide = ((slot - gap - before) / n).clamp(1.0, most);
        let tall = ((high - edge) / m).clamp(1.0, 56.0).min(wide.max(if readable { 15.0 } else { 24.0 }));
        // As wide as its words, where the part of the lane is.
        let words = if layout.beside { 0.0 } else { (slot - 8.0).min(112.0) };
        let width = (before + wide * n + if readable { 8.0 } else { 2.0 }).max(words);
        let x = layout.label + left + (slot - width) / 2.0;
        // In the middle of its part of the lane.
        let spare = (high - edge + 2.0 - tall * m).max(0.0) / 2.0;
        let y = layout.head + line as f64 * high + spare;
        let first = (x + before + (width - before - wide * n) / 2.0, y + above);
        Tile { x, y, width, first, cell: (wide, tall), readable }
    }

    /// Pixels of its numbers, all alike.
    pub fn digits(&self, chars: usize) -> f64 {
        let (wide, tall) = self.cell;
        ((wide - 4.0) / (chars.max(2) as f64 * 0.6)).min(tall * 0.56).clamp(12.0, 19.0)
    }
}

/// What a tile is drawn from.
pub struct Place<'a> {
    /// The lesson.
    pub batch: &'a Batch,
    /// Its products.
    pub answer: &'a Answer,
    /// Which lane.
    pub lane: Lane,
    /// Which pair.
    pub pair: usize,
    /// Whether its number stands beside the cells.
    pub beside: bool,
    /// The cell that keys come to first.
    pub stop: (usize, usize, usize),
}

/// A tile. Most are as they were before the step.
pub fn tile(place: &Place, measures: Tile, cx: &Cx) -> Node {
    let Place { batch, answer, lane, pair, .. } = *place;
    let (m, n) = (answer.plan.m, answer.plan.n);
    let work = batch.at_work(lane, pair);
    let done = (0..m * n).filter(|index| batch.is_done(lane, pair, index / n, index % n));
    let state = State {
        solved: Very(batch.solved.clone()),
        measures,
        words: (cx.locale, cx.base),
        grain: batch.grain,
        alone: batch.alone,
        beside: place.beside,
        is_front: pair == batch.front_pair(),
        done: done.fold(0, |bits, index| bits | 1 << index),
        started: work.is_some() || batch.t == 0 && (lane == Lane::Batch && !batch.alone || pair == 0),
        stop: (lane == Lane::Loop && place.stop.0 == pair).then_some((place.stop.1, place.stop.2)),
        work,
    };
    let own = pair * Lane::ALL.len() + usize::from(lane == Lane::Batch);
    batch.tiles.get_at(own, state.clone(), || drawn(place, &state, cx))
}

fn drawn(place: &Place, state: &State, cx: &Cx) -> Node {
    let Place { batch, answer, lane, pair, .. } = *place;
    let State { is_front, started, ref work, .. } = *state;
    let Tile { x, y, width: wide, first: (left, top), cell: (cell_wide, tall), readable } = state.measures;
    let (m, n) = (answer.plan.m, answer.plan.n);
    let is_done = |index: usize| state.done >> index & 1 == 1;
    let frame = if is_front { "f-none l-ink" } else { "f-none l-none" };
    let mut inside = vec![rect(x - 3.0, y, wide + 6.0, top - y + tall * m as f64 + 4.0, 9.0, frame)];
    let badge = match (is_front, work.is_some()) {
        (true, _) => "badge badge--front",
        (_, true) => "badge badge--now",
        _ => "badge",
    };
    let number = vec![
        rect(x, y + 3.0, 16.0, 16.0, 4.0, "badge__box"),
        text(x + 8.0, y + 15.5, 12.0, "number", (pair + 1).to_string()),
    ];
    // A pointer's copy of the tabs.
    let number = Node::holding("g", badge, number).attr("data-act", format!("front-{pair}"));
    inside.push(number.attr("aria-hidden", "true"));
    let said = if place.beside { String::new() } else { head(place, work.as_ref(), wide - 20.0, cx) };
    let class = if work.is_some() { "t-now start strong" } else { "t-quiet start" };
    inside.push(text(x + 20.0, y + 15.0, 12.0, class, said));
    let first = (0..m * n).find(|index| !is_done(*index));
    let inset = if readable { 1.0 } else { 0.5 };
    let size = state.measures.digits(answer.chars);
    for index in 0..m * n {
        let (row, col) = (index / n, index % n);
        let done = is_done(index);
        let now = work.as_ref().is_some_and(|(rows, cols)| rows.contains(&row) && cols.contains(&col));
        let next = started && first == Some(index) && batch.grain == Grain::Fine;
        let (class, role) = match (done, now, next) {
            (true, true, _) => ("result result--now", "active"),
            (true, false, _) => ("result result--done", "done"),
            (false, _, true) => ("result result--next", "pending"),
            (false, _, false) => ("result", "pending"),
        };
        let shown = &answer.cells[answer.index(pair, row, col)];
        let value = if done { figure::shown(shown) } else { "?".to_owned() };
        let said = if readable && (done || next) { value.clone() } else { String::new() };
        // The whole value, where that is not what the cell shows: to be pointed at, and read aloud.
        let whole = shown.value().filter(|_| done).map(number::shortest);
        let whole = whole.filter(|whole| value.replace('−', "-") != *whole);
        let (left, top) = (left + col as f64 * cell_wide, top + row as f64 * tall);
        let (box_wide, box_tall) = (cell_wide - 2.0 * inset, tall - 2.0 * inset);
        let box_ = rect(left + inset, top + inset, box_wide, box_tall, (tall / 5.0).min(7.0), "result__box");
        let number = text(left + cell_wide / 2.0, top + tall / 2.0 + size * 0.36, size, "number", said);
        let (kind, name) = match lane {
            Lane::Loop => ("loop", say!(cx.locale, batch.loop_name)),
            Lane::Batch => ("out", say!(cx.locale, batch.batch_name)),
        };
        let which = format!("C⁽{}⁾", raised(pair + 1));
        let which = say!(cx.locale, number.cell, name = which, row = row + cx.base, col = col + cx.base);
        let stop = state.stop == Some((row, col));
        let id = format!("{kind}-{pair}-{row}-{col}");
        let mut inside_cell = vec![box_, number];
        inside_cell.extend(whole.clone().map(|whole| Node::leaf("title", "", whole)));
        let value = whole.unwrap_or(value);
        let mut cell = Node::holding("g", class, inside_cell)
            .attr("data-cell", id.clone())
            .attr("data-act", id)
            .attr("data-role", role)
            // The arrows go along a lane from pair to pair, and down into the other lane.
            .attr("data-place", format!("{}-{}", pair * n + col, row + if lane == Lane::Loop { 0 } else { m }))
            .attr("role", "button")
            .attr("tabindex", if stop { "0" } else { "-1" })
            .attr("aria-label", format!("{name}, {which}: {value}"));
        cell = match shown {
            Shown::Value(value) if done => cell.attr("data-value", number::shortest(*value)),
            _ => cell.attr("data-state", if done { "blocked" } else { "pending" }),
        };
        inside.push(cell);
    }
    let tile = Node::holding("g", if readable { "tile" } else { "tile tile--small" }, inside);
    tile.attr("data-pair", format!("{}-{pair}", if lane == Lane::Loop { "loop" } else { "batch" }))
}

/// The line of words over a tile: the sum that was just added, its place if that has no room, or when its ticks are.
fn head(place: &Place, work: Option<&Cells>, room: f64, cx: &Cx) -> String {
    let Place { batch, answer, lane, pair, .. } = *place;
    let fits = |said: &str| width(said, 12.0) <= room;
    if let Some((rows, cols)) = work {
        let said = match batch.grain {
            Grain::Coarse => format!("A{0} @ B{0}", super::scene::sub(pair + 1)),
            Grain::Fine => sum(batch.inputs(), answer, pair, rows.start, cols.start),
        };
        if batch.grain == Grain::Coarse || fits(&said) {
            return if fits(&said) { said } else { String::new() };
        }
        let place = say!(cx.locale, batch.place, row = rows.start + cx.base, col = cols.start + cx.base);
        return if fits(&place) { place } else { String::new() };
    }
    let Some(trace) = batch.trace(lane) else { return String::new() };
    let unit = trace.pair_len();
    let begin = if lane == Lane::Loop || batch.alone { pair * unit } else { 0 };
    let done = if batch.is_pair_done(lane, pair) && unit > 0 { " ✓" } else { "" };
    let said = match unit {
        0 => String::new(),
        1 => format!("{} {}{done}", say!(cx.locale, batch.tick), begin + 1),
        _ => format!("{} {}–{}{done}", say!(cx.locale, batch.tick), begin + 1, begin + unit),
    };
    if fits(&said) {
        return said;
    }
    let done = done.trim();
    if fits(done) { done.to_owned() } else { String::new() }
}
