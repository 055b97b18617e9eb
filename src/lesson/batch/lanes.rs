//! Loop above batch: a result for each pair in both, column by column. When both have finished one, an `=` stands between
//! them: the same to the bit.

use super::inputs::Inputs;
use super::model::Batch;
use super::progress::Lane;
use super::room::Layout;
use super::solved::{Answer, factor};
use crate::figure;
use crate::lesson::draw::{px, rect, text};
use crate::say;
use crate::screen::{Node, Shown};
use crate::words::Locale;
use matwalk_core::number;
use matwalk_core::trace::Grain;

/// Pixels of a tile's line of words.
const HEAD: f64 = 20.0;

/// Both lanes.
pub fn lanes(batch: &Batch, answer: &Answer, layout: &Layout, locale: Locale) -> Vec<Node> {
    let mut drawn = Vec::new();
    for (place, lane) in Lane::ALL.into_iter().enumerate() {
        let y = 2.0 + place as f64 * (layout.lane() + 14.0);
        drawn.push(words(batch, lane, layout, y, locale));
        let tiles = (0..answer.pairs()).map(|pair| tile(batch, answer, layout, lane, pair, y, locale)).collect();
        drawn.push(Node::holding("g", "tiles", tiles));
    }
    let equals = (0..answer.pairs()).map(|pair| {
        let Tile { x, width, .. } = Tile::new(answer, layout, pair, 0.0);
        let both = Lane::ALL.into_iter().all(|lane| batch.is_pair_done(lane, pair));
        text(x + width / 2.0, layout.lane() + 14.0, 17.0, "t-out strong", if both { "=" } else { "" })
    });
    if layout.lines == 1 {
        drawn.push(Node::holding("g", "equals", equals.collect()));
    }
    drawn
}

/// A lane's name, its ticks, its calls and its code.
fn words(batch: &Batch, lane: Lane, layout: &Layout, y: f64, locale: Locale) -> Node {
    let (now, len) = batch.ticks(lane);
    let (called, calls) = batch.calls(lane);
    let op = batch.inputs().op.key();
    let (name, code) = match lane {
        Lane::Loop => (say!(locale, batch.loop_name), "A[i] @ B[i]".to_owned()),
        Lane::Batch => (say!(locale, batch.batch_name), format!("{op}(A, B)")),
    };
    let end = if now == len && len > 0 { " ✓" } else { "" };
    let ticks = say!(locale, batch.ticks, len = len);
    let calls = say!(locale, batch.calls, now = called, all = calls);
    let count = now.to_string();
    let part = match lane {
        Lane::Loop => "loop-count",
        Lane::Batch => "batch-count",
    };
    let inside = if layout.label > 0.0 {
        let top = y + (layout.lane() - 92.0).max(0.0) / 2.0;
        let wide = count.chars().count() as f64 * 15.0;
        vec![
            text(0.0, top + 16.0, 15.0, "t-ink strong start", name),
            text(0.0, top + 44.0, 26.0, "t-ink strong start number", count.clone()),
            text(wide + 4.0, top + 44.0, 13.5, "t-quiet start", format!("/ {ticks}{end}")),
            text(0.0, top + 64.0, 12.5, "t-quiet start", calls),
            text(0.0, top + 82.0, 12.0, "t-ink code start", code),
        ]
    } else {
        let wide = name.chars().count() as f64 * 13.0 + 8.0;
        let after = wide + count.chars().count() as f64 * 12.0 + 6.0;
        vec![
            text(0.0, y + 15.0, 14.0, "t-ink strong start", name),
            text(wide, y + 15.0, 18.0, "t-ink strong start number", count.clone()),
            text(after, y + 15.0, 12.5, "t-quiet start", format!("/ {ticks}{end} · {calls}")),
        ]
    };
    Node::holding("g", "", inside).attr("data-part", part).attr("data-count", count)
}

/// The measures of a tile.
struct Tile {
    x: f64,
    y: f64,
    width: f64,
    cell: (f64, f64),
}

impl Tile {
    fn new(answer: &Answer, layout: &Layout, pair: usize, y: f64) -> Tile {
        let per_line = answer.pairs().div_ceil(layout.lines).max(1);
        let (line, place) = (pair / per_line, pair % per_line);
        let slot = (layout.width - layout.label) / per_line as f64;
        let high = (layout.lane() - layout.head) / layout.lines as f64;
        let (m, n) = (answer.plan.m.max(1) as f64, answer.plan.n.max(1) as f64);
        let wide = ((slot - 20.0) / n).clamp(3.0, 64.0);
        let tall = ((high - HEAD - 12.0) / m).clamp(3.0, 56.0).min(wide.max(15.0));
        let width = wide * n + 8.0;
        let x = layout.label + place as f64 * slot + (slot - width) / 2.0;
        // In the middle of its part of the lane.
        let spare = (high - HEAD - 10.0 - tall * m).max(0.0) / 2.0;
        Tile { x, y: y + layout.head + line as f64 * high + spare, width, cell: (wide, tall) }
    }
}

fn tile(batch: &Batch, answer: &Answer, layout: &Layout, lane: Lane, pair: usize, y: f64, locale: Locale) -> Node {
    let Tile { x, y, width, cell: (wide, tall) } = Tile::new(answer, layout, pair, y);
    let (m, n) = (answer.plan.m, answer.plan.n);
    let work = batch.at_work(lane, pair);
    let is_front = pair == batch.front_pair();
    let frame = if is_front { "f-none l-ink" } else { "f-none l-none" };
    let mut inside = vec![rect(x - 3.0, y, width + 6.0, HEAD + tall * m as f64 + 8.0, 9.0, frame)];
    let badge = match (is_front, work.is_some()) {
        (true, _) => "badge badge--front",
        (_, true) => "badge badge--now",
        _ => "badge",
    };
    let number = vec![
        rect(x, y + 3.0, 16.0, 16.0, 4.0, "badge__box"),
        text(x + 8.0, y + 15.5, 12.0, "number", (pair + 1).to_string()),
    ];
    let number = Node::holding("g", badge, number).attr("data-act", format!("front-{pair}"));
    inside.push(number.attr("aria-label", say!(locale, batch.pair, n = pair + 1)));
    let head = head(batch, answer, lane, pair, work.as_ref(), width - 20.0, locale);
    let class = if work.is_some() { "t-now start strong" } else { "t-quiet start" };
    inside.push(text(x + 20.0, y + 15.0, 12.0, class, head));
    // A tile that has no room for its numbers shows how far they are.
    let readable = wide >= answer.chars as f64 * 7.2 + 3.0 && tall >= 14.0;
    let first = (0..m * n).find(|index| !batch.is_done(lane, pair, index / n.max(1), index % n.max(1)));
    let started = work.is_some() || batch.t == 0 && (lane == Lane::Batch && !batch.alone || pair == 0);
    for index in 0..m * n {
        let (row, col) = (index / n, index % n);
        let done = batch.is_done(lane, pair, row, col);
        let now = work.as_ref().is_some_and(|(rows, cols)| rows.contains(&row) && cols.contains(&col));
        let next = started && first == Some(index) && batch.grain == Grain::Fine;
        let (class, role) = match (done, now, next) {
            (true, true, _) => ("result result--now", "active"),
            (true, false, _) => ("result result--done", "done"),
            (false, _, true) => ("result result--next", "pending"),
            (false, _, false) => ("result", "pending"),
        };
        let shown = &answer.cells[answer.index(pair, row, col)];
        let said = match (done, next) {
            (true, _) if readable => figure::shown(shown),
            (false, true) if readable => "?".to_owned(),
            _ => String::new(),
        };
        let (left, top) = (x + 4.0 + col as f64 * wide, y + HEAD + 3.0 + row as f64 * tall);
        let size = (wide / (said.chars().count().max(2) as f64 * 0.62)).min(tall * 0.56).clamp(11.0, 19.0);
        let box_ = rect(left + 1.0, top + 1.0, wide - 2.0, tall - 2.0, (tall / 5.0).min(7.0), "result__box");
        let number = text(left + wide / 2.0, top + tall / 2.0 + size * 0.36, size, "number", said);
        let kind = if lane == Lane::Loop { "loop" } else { "out" };
        let name = format!("{kind}-{pair}-{row}-{col}");
        let mut cell = Node::holding("g", class, vec![box_, number])
            .attr("data-cell", name.clone())
            .attr("data-act", name)
            .attr("data-role", role);
        cell = match shown {
            Shown::Value(value) if done => cell.attr("data-value", number::shortest(*value)),
            _ => cell.attr("data-state", if done { "blocked" } else { "pending" }),
        };
        inside.push(cell);
    }
    let tile = Node::holding("g", "tile", inside);
    tile.attr("data-pair", format!("{}-{pair}", if lane == Lane::Loop { "loop" } else { "batch" }))
        .attr("data-top", px(y))
}

/// The line of words over a tile: the sum that was just added, its place if that has no room, or when its ticks are.
fn head(
    batch: &Batch,
    answer: &Answer,
    lane: Lane,
    pair: usize,
    work: Option<&(std::ops::Range<usize>, std::ops::Range<usize>)>,
    room: f64,
    locale: Locale,
) -> String {
    let fits = |said: &str, pixels: f64| said.chars().count() as f64 * pixels <= room;
    if let Some((rows, cols)) = work {
        if batch.grain == Grain::Coarse {
            return if room > 60.0 { format!("A{0} @ B{0}", super::scene::sub(pair + 1)) } else { String::new() };
        }
        let sum = sum(batch.inputs(), answer, pair, rows.start, cols.start);
        if fits(&sum, 6.7) {
            return sum;
        }
        let place = say!(locale, batch.place, row = rows.start + 1, col = cols.start + 1);
        return if fits(&place, 8.0) { place } else { String::new() };
    }
    let Some(trace) = batch.trace(lane) else { return String::new() };
    let unit = trace.pair_len();
    let begin = if lane == Lane::Loop || batch.alone { pair * unit } else { 0 };
    let done = if batch.is_pair_done(lane, pair) && unit > 0 { " ✓" } else { "" };
    let said = match unit {
        0 => String::new(),
        1 => format!("{} {}{done}", say!(locale, batch.tick), begin + 1),
        _ => format!("{} {}–{}{done}", say!(locale, batch.tick), begin + 1, begin + unit),
    };
    if fits(&said, 7.0) { said } else { done.trim().to_owned() }
}

/// `4·1+5·3+6·5`.
fn sum(inputs: &Inputs, answer: &Answer, pair: usize, row: usize, col: usize) -> String {
    let terms = terms(inputs, answer, pair, row, col);
    terms.map(|(a, b)| format!("{}·{}", factor(a), factor(b))).collect::<Vec<_>>().join("+")
}

/// The factors of a cell's products.
pub fn terms<'a>(
    inputs: &'a Inputs,
    answer: &'a Answer,
    pair: usize,
    row: usize,
    col: usize,
) -> impl Iterator<Item = (Option<f32>, Option<f32>)> + 'a {
    let plan = answer.plan;
    let (a, b, _) = plan.batch_offset(pair).unwrap_or_default();
    (0..plan.k).map(move |p| {
        let left = inputs.a.value((a * plan.m + row) * plan.k + p).ok();
        (left, inputs.b.value((b * plan.k + p) * plan.n + col).ok())
    })
}
